import Budgets
import GRDB
import Plans
import Records
import Store

/// Positions of a budget by classification (AS.2.1 task 2).
enum BudgetPositionNoun: RecordNoun {
  typealias Entry = BudgetPosition
  static let command = "budget position"
  static let hasTables = true
  static let title = "positions entry"
  static let plural = "positions of budgets"
  static let columns = ["positions", "cost", "function", "classification"]
  static let required = ["budget", "classification"]

  static func check(_ entry: BudgetPosition, was old: BudgetPosition?, of agency: String?, in db: Database) throws {
    try BudgetRules.checkLine(entry.line, isOf: entry.budget, agency, in: db)
    guard entry.salaryTo == 0 || entry.salaryFrom <= entry.salaryTo else {
      throw Failure.rule(
        "salary-range-reversed", "the salary range ends below where it begins",
        next: "say the lower salary with salary_from, the higher with salary_to")
    }
  }

  static func remarks(on entry: BudgetPosition) -> [String] {
    entry.line.isEmpty ? ["not said yet: the line item that pays them (line)"] : []
  }
}

/// Equipment of a budget (AS.2.1 task 2).
enum BudgetEquipmentNoun: RecordNoun {
  typealias Entry = BudgetEquipment
  static let command = "budget equipment"
  static let hasTables = true
  static let title = "equipment entry"
  static let plural = "equipment of budgets"
  static let columns = ["count", "unit_cost", "title"]
  static let required = ["budget", "title"]

  static func check(_ entry: BudgetEquipment, was old: BudgetEquipment?, of agency: String?, in db: Database) throws {
    try BudgetRules.checkLine(entry.line, isOf: entry.budget, agency, in: db)
    _ = try entry.cost()
  }
}

/// The assumptions behind the positions, of the current year and of the budget year (AS.2.1 task 3).
enum StaffingAssumptionNoun: RecordNoun {
  typealias Entry = StaffingAssumption
  static let command = "budget assumption"
  static let hasTables = true
  static let columns = ["of_year", "kind", "month", "positions", "position_type"]
  static let required = ["budget"]

  static func check(
    _ entry: StaffingAssumption, was old: StaffingAssumption?, of agency: String?, in db: Database
  ) throws {
    guard
      !(entry.kind == StaffingAssumption.Kind.vacantAtEnd.rawValue
        && entry.year == StaffingAssumption.Year.budget.rawValue)
    else {
      throw Failure.rule(
        "vacant-at-end-of-budget-year", "positions vacant at year end are assumed of the current year (AS.2.1)",
        next: "say it with of_year=\"current year\", or leave it out")
    }
    guard entry.cause.isEmpty || entry.kind == StaffingAssumption.Kind.attrition.rawValue else {
      throw Failure.rule(
        "cause-without-attrition", "a cause is said of attrition", next: "say kind=attrition, or leave the cause out")
    }
  }
}

/// What would be given up first (AS.2.4, best practices).
enum ReductionOptionNoun: RecordNoun {
  typealias Entry = ReductionOption
  static let command = "budget reduction"
  static let hasTables = true
  static let columns = ["rank", "amount", "division", "title"]
  static let required = ["budget", "title", "rank"]

  static func check(_ entry: ReductionOption, was old: ReductionOption?, of agency: String?, in db: Database) throws {
    let others = try RecordStore.records(
      ReductionOption.self, of: agency ?? "", where: "budget", is: entry.budget, in: db)
    // Two people offline may still give the same rank: then both stand, and people sort it out.
    guard !others.contains(where: { $0.id != entry.id && $0.rank == entry.rank && $0.division == entry.division })
    else {
      throw Failure.rule(
        "rank-is-taken",
        "another option of this budget\(entry.division.isEmpty ? "" : " and division") has rank \(entry.rank)",
        next: "give another rank, or change the other one first")
    }
  }
}

/// Rules that several kinds of records of a budget share.
enum BudgetRules {
  /// - Parameter line: id of a line item, or empty.
  static func checkLine(_ line: String, isOf budget: String, _ agency: String?, in db: Database) throws {
    guard !line.isEmpty, let found = try RecordStore.find(BudgetLine(id: line), agency: agency, in: db),
      found.budget != budget
    else { return }
    throw Failure.rule(
      "line-of-another-budget", "the line item belongs to another budget",
      next: "name one of this budget: `qapi budget line list budget=\(budget)`")
  }

  /// - Parameter code: of a line of the CS 921, or empty.
  static func checkDisplayLine(_ code: String, in db: Database) throws {
    guard !code.isEmpty, try FiscalStore.editions(in: db).line(code, of: .display) == nil else { return }
    throw Failure.rule(
      "unknown-line", "the CS 921 has no line '\(Shown.line(code, limit: 40))'", next: "see `qapi form show \"CS 921\"`"
    )
  }
}
