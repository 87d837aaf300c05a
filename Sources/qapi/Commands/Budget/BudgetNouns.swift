import Budgets
import GRDB
import Plans
import Records
import Store

/// Budgets of a state fiscal year.
enum BudgetNoun: RecordNoun {
  typealias Entry = Budget
  static let command = "budget"
  static let beginning = "new"
  static let columns = ["year", "title"]
  static let required = ["year"]
  static let detailNames = BudgetView.names

  static func check(_ entry: Budget, was old: Budget?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkYear(entry.year)
  }

  static func notes(onNew entry: Budget, of agency: String?, in db: Database) throws -> [String] {
    try FiscalRules.notes(onNew: entry, BudgetNoun.self, year: \.year, of: agency, in: db)
  }

  static func details(
    of entry: Budget, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    let agency = agency ?? ""
    return try BudgetView(
      BudgetStore.whole(entry, of: agency, in: db),
      FiscalStore.standing(of: entry.id, agency: agency, in: db)
    ).details
  }

  static func checkRemoval(of entry: Budget, agency: String?, in db: Database) throws {
    guard try FiscalStore.standing(of: entry.id, agency: agency ?? "", in: db).submissions.isEmpty else {
      throw Failure.rule("handed-in", "the budget was handed in, and stays", next: "see `qapi budget submissions`")
    }
  }

  static let standingNames = "state"

  static func standings(of entries: [(agency: String, record: Budget)], in db: Database) throws -> [RecordDetails] {
    try entries.map { agency, budget in
      let state = BudgetView.state(try FiscalStore.standing(of: budget.id, agency: agency, in: db))
      return RecordDetails(lines: [state], members: [.init(key: "state", value: .text(state))])
    }
  }
}

/// Line items.
enum BudgetLineNoun: RecordNoun {
  typealias Entry = BudgetLine
  static let command = "budget line"
  static let hasTables = true
  static let title = "line item"
  static let columns = ["category", "edp", "program", "title"]
  static let required = ["budget", "category", "title"]

  static func check(_ entry: BudgetLine, was old: BudgetLine?, of agency: String?, in db: Database) throws {
    if entry.displayLine != old?.displayLine { try BudgetRules.checkDisplayLine(entry.displayLine, in: db) }
    if let gap = BudgetControl.gap(edp: entry.edp, project: entry.project, account: entry.account) {
      throw Failure.rule(gap.rawValue, gap.words, next: gap.next)
    }
    let form = try FiscalStore.editions(in: db).line(entry.displayLine, of: .display)
    if let miscoding = entry.miscoding(on: form) {
      throw Failure.rule(miscoding.rawValue, miscoding.words, next: miscoding.next)
    }
  }
}

/// What a line item is made of, in the three steps.
enum BudgetChangeNoun: RecordNoun {
  typealias Entry = BudgetChange
  static let command = "budget change"
  static let hasTables = true
  static let title = "change"
  static let columns = ["line", "step", "amount", "decision", "text"]
  static let required = ["line"]
  static let writtenBy = [
    "decision": "qapi budget decide", "decided": "qapi budget decide", "person": "qapi budget decide",
    "day": "qapi budget decide", "source": "qapi budget table",
  ]

  static func check(_ entry: BudgetChange, was old: BudgetChange?, of agency: String?, in db: Database) throws {
    if BudgetChange.policyKinds.contains(entry.kind), entry.step != BudgetChange.Step.policy.rawValue {
      throw Failure.rule(
        "kind-of-another-step",
        "a \(entry.kind) is a matter of policy, which is told apart from routine changes (AS.2.1)",
        next: "say step=\"\(BudgetChange.Step.policy.rawValue)\", or another kind")
    }
    guard entry.step == BudgetChange.Step.policy.rawValue, entry.text.isEmpty else { return }
    throw Failure.rule(
      "policy-without-justification", "new items and changes of policy are justified, each by itself (AS.2.1)",
      next: "say why with text=\"...\"")
  }

  static func remarks(on entry: BudgetChange) -> [String] {
    entry.step == BudgetChange.Step.policy.rawValue && entry.funding.isEmpty
      ? ["not said yet: whether it is funded from within or with new money (funding)"] : []
  }
}
