import Budgets
import Records
import Testing

@Suite("A budget in three steps, and the letters it is held against (AS.2.1, AS.2.3)")
struct BudgetTests {
  private static func line(_ id: String, _ category: BudgetCategory, edp: EDPCategory? = nil) -> BudgetLine {
    var line = BudgetLine(id: id)
    (line.category, line.edp) = (category.rawValue, edp?.rawValue ?? "")
    return line
  }

  private static func change(
    _ line: String, _ step: BudgetChange.Step, _ cents: Int, decision: String = "", decided: Int = 0
  ) -> BudgetChange {
    var change = BudgetChange(id: "\(line)-\(step)-\(cents)")
    (change.line, change.step, change.amount) = (line, step.rawValue, cents)
    (change.decision, change.decided) = (decision, decided)
    return change
  }

  @Test(
    "Category, sub-category, line of the CS 921 and initiative of a line item say one control",
    arguments: [
      ("operating expenses", "", "op-postage", "", "", nil),
      ("automation", "enhancements", "au-enhancements", "", "", nil),
      ("automation", "", "", "", "", .edpAndAutomation),
      ("operating expenses", "enhancements", "", "", "", .edpAndAutomation),
      ("automation", "enhancements", "op-postage", "", "", .displayLine),
      ("automation", "enhancements", "au-conversions", "", "", .displayLine),
      ("personal services", "", "op-postage", "", "", .displayLine), ("operating expenses", "", "unknown", "", "", nil),
      ("personal services", "", "", "Ombudsperson Program", "Complaint Resolution", nil),
      ("personal services", "", "", "Local Customer Service Initiative", "", nil),
      ("personal services", "", "", "Ombudsperson Program", "Training", .initiative),
      ("personal services", "", "", "", "Training", nil),
    ] as [(String, String, String, String, String, BudgetLine.Miscoding?)])
  func miscoding(
    category: String, edp: String, display: String, initiative: String, program: String,
    expected: BudgetLine.Miscoding?
  ) {
    var line = BudgetLine(id: "l")
    (line.category, line.edp, line.initiative, line.program) = (category, edp, initiative, program)
    #expect(line.miscoding(on: FormEditions(published: []).line(display, of: .display)) == expected)
  }

  @Test(
    "Percent are 100 at most; none are not 0",
    arguments: [
      ("0", 0), ("66", 6_600), ("66.50", 6_650), ("100", 10_000), ("", -1), ("100.01", nil), ("-1", nil), ("66%", nil),
    ] as [(String, Int64?)])
  func percentages(text: String, hundredths: Int64?) throws {
    guard let hundredths else {
      #expect(throws: FieldProblem.self) { try FieldContent.percent.value(of: text) }
      return
    }
    #expect(try FieldContent.percent.value(of: text) == .integer(hundredths))
    #expect(FieldContent.percent.written(.integer(hundredths)) == text)
  }

  @Test("Each step stays apart, and they add up; a denied change counts nothing, a modified one what was decided")
  func steps() throws {
    let totals = try BudgetTotals(
      lines: [Self.line("a", .personal), Self.line("b", .automation, edp: .enhancements), Self.line("c", .operating)],
      changes: [
        Self.change("a", .baseline, 1_000), Self.change("a", .baseline, -100), Self.change("a", .price, 30),
        Self.change("a", .policy, 500, decision: "denied"), Self.change("b", .baseline, 200),
        Self.change("b", .policy, 80, decision: "modified", decided: 50), Self.change("b", .policy, 5),
      ])
    #expect(totals.lines.map { $0.steps.changes.map(\.cents) } == [[900, 30, 0], [200, 0, 55], [0, 0, 0]])
    #expect(totals.all.baseline.cents == 1_100 && totals.all.budgetYear.cents == 1_130)
    #expect(totals.all.proposed.cents == 1_185 && totals.categories[.automation]?.proposed.cents == 255)
    #expect(totals.controlled.map(\.control.isEDP) == [false, true, false])
    #expect(totals.categories.values.map(\.proposed.cents).reduce(0, +) == totals.all.proposed.cents)
  }

  private static func letter(
    _ id: String, _ kind: AllocationLetter.Kind, _ day: String, supersedes: String = ""
  ) -> AllocationLetter {
    var letter = AllocationLetter(id: id)
    (letter.kind, letter.day, letter.supersedes) = (kind.rawValue, day, supersedes)
    return letter
  }

  @Test(
    "Which letters count: the highest standard one, and what was added since; every version is kept",
    arguments: [
      ([], [], false), ([letter("i", .initialPlanning, "2024-02-15")], ["i"], false),
      ([letter("i", .initialPlanning, "2024-02-15"), letter("p", .finalPlanning, "2024-06-15")], ["p"], false),
      ([letter("f", .final, "2024-08-15"), letter("p", .finalPlanning, "2024-09-15")], ["f"], true),
      // What was added before the Final Allocation is in it; what comes on its day or later is not.
      (
        [
          letter("n", .nonStandard, "2024-07-01"), letter("f", .final, "2024-08-15"),
          letter("m", .nonStandard, "2024-08-15"), letter("o", .nonStandard, "2025-01-10"),
        ], ["f", "m", "o"], true
      ),
      // A correction takes the place of the letter that it names, whatever its day.
      (
        [letter("f", .final, "2024-08-15"), letter("g", .final, "2024-08-10", supersedes: "f")], ["g"], true
      ),
      ([letter("n", .nonStandard, "2024-07-01")], ["n"], false),
      // Two letters that correct one and the same: its money counts once, with the later of them, whatever corrects the other.
      (
        [
          letter("f", .final, "2024-08-15"), letter("n", .nonStandard, "2024-09-01"),
          letter("o", .nonStandard, "2024-09-03", supersedes: "n"),
          letter("p", .nonStandard, "2024-09-02", supersedes: "n"),
        ], ["f", "o"], true
      ),
      (
        [
          letter("n", .nonStandard, "2024-09-01"), letter("o", .nonStandard, "2024-09-03", supersedes: "n"),
          letter("p", .nonStandard, "2024-09-03", supersedes: "n"),
          letter("q", .nonStandard, "2024-09-04", supersedes: "o"),
        ], ["q"], false
      ),
    ] as [([AllocationLetter], [String], Bool)])
  func inForce(letters: [AllocationLetter], ids: [String], binds: Bool) {
    let allocation = Allocation(of: letters)
    #expect(allocation.inForce == ids)
    #expect(allocation.binds == binds)
    #expect(Set(allocation.inForce + allocation.past.map(\.id)) == Set(letters.map(\.id)))
    #expect(allocation.contested.map(\.id) == (letters.contains { $0.id == "p" && $0.supersedes == "n" } ? ["p"] : []))
  }

  private static func line(_ amount: Int, edp: String = "", initiative: String = "", program: String = "")
    -> AllocationLine
  {
    var line = AllocationLine(id: "")
    (line.amount, line.edp, line.initiative, line.program) = (amount, edp, initiative, program)
    return line
  }

  @Test(
    "No letter takes more from a control, a part of the initiative or a program than is there; what was lacking may be given",
    arguments: [
      ([line(10)], [line(10), line(-10)], []), ([line(10)], [line(10), line(-11)], ["administration"]),
      ([line(10)], [line(10), line(-1, edp: "enhancements")], ["enhancements"]),
      (
        [line(10)], [line(10), line(-1, initiative: "Ombudsperson Program")], ["administration, Ombudsperson Program"]
      ),
      (
        [line(10), line(2, program: "Training")], [line(12), line(-1, program: "Training")],
        ["administration, Training"]
      ),
      ([line(-10)], [line(-10), line(4)], []), ([line(100), line(-50)], [line(40), line(-50)], ["administration"]),
    ] as [([AllocationLine], [AllocationLine], [String])])
  func shortages(before: [AllocationLine], after: [AllocationLine], parts: [String]) throws {
    #expect(try AllocationPart.shortages(from: before, to: after).map(\.part.title) == parts)
  }

  @Test(
    "An amount as people write it, below zero too",
    arguments: [
      ("34,100", 3_410_000), ("-12.50", -1_250), ("$5", 500), ("-$5.05", -505), ("0", 0), ("1.234", nil), ("", nil),
      ("--1", nil), ("1,00", nil), ("9,999,999,999.99", 999_999_999_999), ("10,000,000,000", nil), ("twelve", nil),
    ] as [(String, Int64?)])
  func amounts(text: String, cents: Int64?) throws {
    guard let cents else {
      #expect(throws: FieldProblem.self) { try FieldContent.amount.value(of: text) }
      return
    }
    #expect(try FieldContent.amount.value(of: text) == .integer(cents))
    #expect(try FieldContent.amount.value(of: FieldContent.amount.written(.integer(cents))) == .integer(cents))
  }

  @Test(
    "A number of a range, below zero where the range is",
    arguments: [
      ("-9999", -9_999), ("-10000", nil), ("9,999", 9_999), ("-0", 0), ("0", 0), ("", 0), ("-", nil), ("--1", nil),
      ("- 1", nil), ("1-", nil), ("+1", nil), ("-1,000", -1_000), ("-1,00", nil),
    ] as [(String, Int64?)])
  func numbers(text: String, number: Int64?) throws {
    let content = FieldContent.number(-9_999...9_999)
    guard let number else {
      #expect(throws: FieldProblem.self) { try content.value(of: text) }
      return
    }
    #expect(try content.value(of: text) == .integer(number))
    #expect(try content.value(of: content.written(.integer(number))) == .integer(number))
    // Where the range begins at zero, nothing is below it.
    if text.hasPrefix("-") { #expect(throws: FieldProblem.self) { try FieldContent.number(0...9).value(of: text) } }
  }
}
