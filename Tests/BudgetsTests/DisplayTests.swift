import Budgets
import Records
import Testing

@Suite("AS.2.3 task 1: the Budget Display, form CS 921")
struct DisplayTests {
  static let editions = FormEditions(published: [])

  /// Positions in hundredths, amounts in cents.
  static func staffing(
    _ function: String, _ authorized: Int, _ filled: Int, _ midYear: Int, program: String = "", average: Int = 0,
    annual: Int = 0
  ) -> DisplayStaffing {
    var row = DisplayStaffing()
    (row.display, row.function, row.program) = ("d", function, program)
    (row.authorized, row.filled, row.filledMidYear) = (authorized, filled, midYear)
    (row.monthlyAverage, row.annualTotal) = (average, annual)
    return row
  }

  static func cost(_ line: String, _ cents: Int) -> DisplayCost {
    var cost = DisplayCost()
    (cost.display, cost.line, cost.amount) = ("d", line, cents)
    return cost
  }

  static func display(_ staffing: [DisplayStaffing], _ costs: [DisplayCost], edition: Int = 1) -> WholeDisplay {
    var display = BudgetDisplay(id: "d")
    (display.year, display.edition) = ("SFY 2024-25", edition)
    return WholeDisplay(display: display, staffing: staffing, costs: costs, needs: [], editions: editions)
  }

  @Test(
    "Reported numbers are compared, and never derived",
    arguments: [
      // authorized, filled, mid-year, average, annual: remarks
      (100, 100, 100, 500_000, 6_000_000, []), (100, 101, 100, 0, 0, ["filled-above-authorized"]),
      (100, 100, 0, 500_000, 6_000_000, ["mid-year-not-said"]), (0, 0, 0, 0, 0, []),
      // Exactly a tenth away is near enough; a cent more is not.
      (100, 100, 100, 500_000, 6_600_000, []), (100, 100, 100, 500_000, 6_600_001, ["salaries-disagree"]),
      (100, 100, 100, 500_000, 5_400_000, []), (100, 100, 100, 500_000, 5_399_999, ["salaries-disagree"]),
      (50, 50, 50, 500_000, 3_000_000, []),
      // What only a merge brings, and 128 bits do not hold.
      (.max, .max, 100, .max, 0, ["salaries-disagree"]), (.max, .max / 12, 100, .max, 0, ["salaries-disagree"]),
      (.max, .max / 12, 100, .max, .min, ["salaries-disagree"]),
    ] as [(Int, Int, Int, Int, Int, [String])])
  func remarks(
    _ authorized: Int, _ filled: Int, _ midYear: Int, _ average: Int, _ annual: Int, _ expected: [String]
  ) {
    let row = Self.staffing("legal", authorized, filled, midYear, average: average, annual: annual)
    #expect(row.remarks == expected)
    #expect(expected.allSatisfy { DisplayStaffing.words($0) != $0 })
  }

  @Test("A part is more than nothing and less than all, also of a need that asks for nothing, or for less")
  func parts() {
    var need = FundingNeed(id: "n")
    need.amount = 3
    #expect([0, 1, 2, 3].map(need.isPart) == [false, true, true, false])
    for amount in [0, -5, .min] {
      need.amount = amount
      #expect(!need.isPart(1) && !need.isPart(-1) && !need.isPart(0))
    }
  }

  @Test(
    "Core staffing is five functions; salaries and wages are part of personal services; all of it is each part once")
  func totals() throws {
    let totals = try Self.display(
      [
        Self.staffing("casework", 5_250, 4_900, 4_725, annual: 100_01),
        Self.staffing("clerical support", 100, 50, 75, annual: 10_02),
        Self.staffing("targeted programs", 100, 100, 0, program: "Training", annual: 1_03),
        Self.staffing("administrative", 200, 200, 200, annual: 7_00),
      ], [Self.cost("ps-benefits", 30_00), Self.cost("op-postage", 4_04), Self.cost("zz", 50)]
    ).totals()
    #expect("\(totals.core.authorized) \(totals.core.filled) \(totals.core.change)" == "53.50 49.50 1.50")
    #expect("\(totals.staff.filled) \(totals.staff.annual) \(totals.staff.vacant)" == "52.50 118.06 4.00")
    #expect(totals.functions[.targeted]?.change == FTE(hundredths: 100) && totals.functions[.legal]?.filled == .zero)
    #expect(totals.categories[.personal] == Money(cents: 148_06) && totals.categories[.operating] == Money(cents: 4_04))
    // What the edition has no line for is part of the whole, and of no component.
    #expect("\(totals.unknown) \(totals.all)" == "0.50 152.60")
  }

  @Test("Nothing written is no answer: each function and each line is asked for, and a 0 answers")
  func missing() {
    let nothing = Self.display([], [])
    #expect(nothing.missing.count == StaffFunction.allCases.count + nothing.costLines.count)
    let all = Self.display(
      StaffFunction.allCases.map { Self.staffing($0.rawValue, 0, 0, 0) },
      nothing.costLines.map { Self.cost($0.code, 0) })
    #expect(all.missing == [])
    #expect(Self.display([], [], edition: 9).missing.first == "edition 9 of the form is not known here")
  }

  @Test("Each function has a line with a definition in the shipped edition, and costs have none of them")
  func shipped() {
    let display = Self.display([], [])
    #expect(StaffFunction.allCases.allSatisfy { !display.definition(of: $0).isEmpty })
    #expect(display.costLines.allSatisfy { $0.function.isEmpty && BudgetCategory(rawValue: $0.category) != nil })
    #expect(Self.editions.lines(of: .claim, edition: 1).prefix(8).map(\.code) == display.lines.prefix(8).map(\.code))
  }

  @Test("The roll-up adds to the cent, across editions, and names who is missing")
  func rollUp() throws {
    var second = FormLine()
    (second.form, second.edition, second.code, second.title) = ("CS 921", 2, "op-postage", "Mail")
    second.category = BudgetCategory.operating.rawValue
    let editions = FormEditions(published: [second])
    func whole(_ staffing: [DisplayStaffing], _ costs: [DisplayCost], edition: Int) -> WholeDisplay {
      var display = BudgetDisplay(id: "d")
      (display.year, display.edition) = ("SFY 2024-25", edition)
      return WholeDisplay(display: display, staffing: staffing, costs: costs, needs: [], editions: editions)
    }
    let a = whole(
      [Self.staffing("legal", 100, 75, 50, annual: 33_33), Self.staffing("quantum", 25, 25, 0, annual: 1)],
      [Self.cost("op-postage", 10), Self.cost("op-travel", -3)], edition: 1)
    let b = whole([Self.staffing("legal", 50, 50, 50, annual: 66_67)], [Self.cost("op-postage", 20)], edition: 2)
    let year = try #require(StateFiscalYear("SFY 2024-25"))
    let rollUp = try DisplayRollUp(
      year: year,
      agencies: [
        .init(code: "inv-a", name: "A", display: a, day: "2024-10-01", state: .accepted),
        .init(code: "inv-b", name: "B", display: b, day: "2024-10-02", state: .submitted),
        .init(code: "inv-c", name: "C", display: nil, day: "", state: .draft),
      ])
    #expect(rollUp.missing.map(\.code) == ["inv-c"] && rollUp.editions == [1, 2])
    let postage = try #require(rollUp.lines.first { $0.code == "op-postage" })
    #expect(postage.title == "Mail" && "\(postage.total)" == "0.30" && postage.amounts.map { $0?.cents } == [10, 20])
    #expect(rollUp.lines.first { $0.code == "op-travel" }?.amounts == [Money(cents: -3), nil])
    // A function that this program does not know stands by itself, so that the functions add up.
    #expect(rollUp.functions.last?.function == nil)
    #expect(FTE.sum(rollUp.functions.map(\.total.filled)) == rollUp.staff.filled)
    #expect(try Money.sum(rollUp.functions.map(\.total.annual)) == rollUp.staff.annual)
    #expect(try Money.sum(rollUp.lines.map(\.total) + [rollUp.staff.annual]) == rollUp.all)
    #expect("\(rollUp.all)" == "100.28")
  }

  @Test("A display that cannot be added is in no sum of all agencies, and is named")
  func leftOut() throws {
    func whole(_ cents: [Int]) -> WholeDisplay {
      var display = BudgetDisplay(id: "d")
      (display.year, display.edition) = ("SFY 2024-25", 1)
      return WholeDisplay(
        display: display, staffing: [], costs: zip(["op-travel", "op-postage"], cents).map { Self.cost($0, $1) },
        needs: [], editions: FormEditions(published: []))
    }
    let year = try #require(StateFiscalYear("SFY 2024-25"))
    let rollUp = try DisplayRollUp(
      year: year,
      agencies: [[1, 2], [.max, 1], [.max, -.max]].enumerated().map { index, cents in
        try .init(code: "inv-\(index)", name: "", display: whole(cents), day: "2024-10-01", state: .submitted)
      })
    #expect(rollUp.leftOut.map(\.code) == ["inv-1", "inv-2"] && rollUp.missing.isEmpty && rollUp.all.cents == 3)
    #expect(rollUp.agencies.map(\.gap) == [nil, "cannot be added", "cannot be added"])
    #expect(rollUp.lines.first { $0.code == "op-travel" }?.amounts.count == 1)
  }

  @Test("Sums that do not fit are an error")
  func overflow() {
    #expect(throws: MoneyOverflow.self) {
      try Self.display([], [Self.cost("op-travel", .max), Self.cost("op-postage", 1)]).totals()
    }
  }

  @Test(
    "Positions are written with two decimals",
    arguments: [(0, "0.00"), (5, "0.05"), (1_250, "12.50"), (-25, "-0.25"), (-1_005, "-10.05")])
  func positions(_ hundredths: Int, _ written: String) { #expect("\(FTE(hundredths: hundredths))" == written) }
}

@Suite("Editions of the forms are published as a whole")
struct EditionProblemTests {
  /// A line of the next edition of the CS 356 with everything that it needs.
  static func line(_ code: String, _ change: (inout FormLine) -> Void = { _ in }) -> FormLine {
    var line = FormLine()
    (line.form, line.edition, line.code, line.title) = ("CS 356", 2, code, code)
    (line.category, line.legislative, line.federal) = ("operating expenses", "space", "administration")
    change(&line)
    return line
  }

  static let cases: [(lines: [FormLine], problems: [String])] = [
    ([line("a"), line("b")], []), ([], [" edition-without-lines"]),
    ([line("a") { $0.edition = 1 }], ["edition edition-not-next"]),
    ([line("a") { $0.edition = 3 }], ["edition edition-not-next"]),
    ([line("a"), line("b") { $0.form = "CS 921" }], ["form edition-mixed"]),
    ([line("a"), line("b") { $0.edition = 3 }], ["edition edition-mixed"]),
    ([line("") { $0.title = "x" }], ["code code-missing"]),
    ([line("a"), line("a")], ["code code-twice"]), ([line("a") { $0.title = "" }], ["title title-missing"]),
    ([line("a") { $0.category = "" }], ["category category-missing"]),
    ([line("a") { $0.edp = "conversions" }], ["edp edp-and-automation"]),
    ([line("a") { $0.category = "automation" }], ["edp edp-and-automation"]),
    ([line("a") { $0.function = "legal" }, line("b") { $0.function = "legal" }], ["function function-twice"]),
    ([line("a") { $0.legislative = "" }], ["legislative legislative-part-missing"]),
    ([line("a") { $0.federal = "" }], ["federal federal-category-missing"]),
    ([line("a") { $0.federal = "adminstration" }], ["federal federal-category-unknown"]),
    ([line("a") { $0.federal = "FF" }, line("b") { $0.federal = "automation" }], []),
    // The CS 34 has lines of collections, of no category.
    ([line("a") { ($0.form, $0.category, $0.legislative) = ("CS 34", "", "") }], []),
  ]

  @Test("What is wrong with a line is said by a rule", arguments: cases)
  func problems(lines: [FormLine], problems: [String]) {
    let found = FormEditions(published: []).problems(publishing: lines, funds: ["FF"])
    #expect(found.map { "\($0.field) \($0.rule.rawValue)" } == problems)
  }
}

@Suite("AS.2.1 task 2: schedules of a budget, held against its lines")
struct ScheduleTests {
  @Test("What a schedule lists and what the line proposes stand side by side; what no line pays is missing")
  func ties() throws {
    var line = BudgetLine(id: "l1")
    (line.budget, line.title, line.division) = ("b", "Salaries", "North")
    var other = BudgetLine(id: "l2")
    (other.budget, other.position) = ("b", 2)
    var change = BudgetChange(id: "c")
    (change.line, change.amount) = ("l1", 1_000_00)
    func position(_ id: String, _ line: String, _ cents: Int) -> BudgetPosition {
      var position = BudgetPosition(id: id)
      (position.budget, position.line, position.cost) = ("b", line, cents)
      return position
    }
    var equipment = BudgetEquipment(id: "e")
    (equipment.budget, equipment.line, equipment.count, equipment.unitCost) = ("b", "l2", 3, 33_33)
    let whole = WholeBudget(
      budget: Budget(id: "b"), lines: [other, line], changes: [change],
      positions: [position("p1", "l1", 400_00), position("p2", "l1", 599_99), position("p3", "gone", 5)],
      equipment: [equipment])
    let ties = try whole.ties().map {
      "\($0.schedule.rawValue) \($0.line?.id ?? "-") \($0.count) \($0.listed) \($0.proposed) \($0.difference)"
    }
    #expect(
      ties == [
        "positions l1 2 999.99 1,000.00 0.01", "positions - 1 0.05 0.00 -0.05", "equipment l2 1 99.99 0.00 -99.99",
      ])
    #expect(try whole.divisions().map { "\($0.name) \($0.proposed)" } == [" 0.00", "North 1,000.00"])
    equipment.unitCost = .max
    #expect(throws: MoneyOverflow.self) { try equipment.cost() }
  }
}
