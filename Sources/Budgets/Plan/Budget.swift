public import Records

/// The budget of an agency for a state fiscal year (AS.2.1). Its lines, changes and schedules name it; every total is computed
/// from them.
public struct Budget: TypedRecord {
  public let id: String
  /// `SFY 2024-25`.
  public var year = ""
  public var title = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<Budget>] = [
    .text("year", "state fiscal year", \.year),
    .text("title", "title", \.title),
    .text("note", "note", \.note, .text),
  ]
}

/// A line item of a budget: what is paid, and what controls it. Its amount is the sum of its ``BudgetChange``s.
public struct BudgetLine: TypedRecord {
  public let id: String
  public var budget = ""
  public var position = 0
  public var category = ""
  /// "Postage", "Legal services".
  public var title = ""
  /// Of the agency; may be empty. Budgets of divisions are a way to manage, not to account (AS.2.4, best practices).
  public var division = ""
  /// Line of the CS 921 edition in which it is reported; may be empty.
  public var displayLine = ""
  /// Empty for administration, else a sub-category of EDP.
  public var edp = ""
  /// Of EDP.
  public var project = ""
  /// Of EDP.
  public var account = ""
  /// Part of the Customer Service Initiative whose money pays it; empty if none.
  public var initiative = ""
  /// Targeted program for which it is; empty if none.
  public var program = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<BudgetLine>] = [
    .text("budget", "budget", \.budget),
    .number("position", "position", \.position, .number(0...999_999)),
    .text("category", "category", \.category, .choice([""] + BudgetCategory.allCases.map(\.rawValue), whenEmpty: "")),
    .text("title", "line item", \.title),
    .text("division", "division", \.division),
    .text("display_line", "line of the CS 921", \.displayLine),
    .text("edp", "EDP sub-category", \.edp, .choice([""] + EDPCategory.allCases.map(\.rawValue), whenEmpty: "")),
    .text("project", "project code", \.project),
    .text("account", "account", \.account),
    .text(
      "initiative", "part of the Customer Service Initiative", \.initiative,
      .choice([""] + InitiativePart.allCases.map(\.rawValue), whenEmpty: "")),
    .text(
      "program", "targeted program", \.program,
      .choice([""] + TargetedProgram.allCases.map(\.rawValue), whenEmpty: "")),
    .text("note", "note", \.note, .text),
  ]

  /// nil where the category of EDP is none that is known.
  public var control: BudgetControl? { BudgetControl(edp: edp, project: project, account: account) }
}

/// A change of a line item, in one of the three steps that build a budget (AS.2.1 task 3). The first one is what the line has in the
/// current year; each later one is told apart, justified, and decided upon.
public struct BudgetChange: TypedRecord {
  public let id: String
  public var line = ""
  public var step = Step.baseline.rawValue
  public var kind = ""
  /// Whole cents; below zero where it takes off.
  public var amount = 0
  /// Hundredths of a position (FTE) that it adds, or takes away.
  public var positions = 0
  public var text = ""
  /// Of a new item: from within, or new money.
  public var funding = ""
  public var decision = ""
  /// Whole cents, where the decision is "modified".
  public var decided = 0
  public var person = ""
  public var day = ""
  /// What wrote it, where no person typed it: `budget table`.
  public var source = ""

  public init(id: String) { self.id = id }

  public enum Step: String, CaseIterable, Hashable, Sendable {
    /// Current allocation or budget, adjusted for actual spending and one-time items.
    case baseline = "revised baseline"
    /// Routine changes of cost and price.
    case price = "cost and price"
    /// New items and changes of policy.
    case policy = "new items and policy"
  }

  public static let kinds = [
    "", "current budget", "actual spending", "one-time item", "salary", "benefit", "facility", "contract", "price",
    "new item", "change", "initiative", "shortfall of the baseline",
  ]
  /// Those that belong to ``Step/policy`` alone.
  public static let policyKinds = ["new item", "initiative"]
  public static let fundings = ["", "from within", "new"]
  public static let decisions = ["", "approved", "modified", "denied"]

  public static let fields: [EntryField<BudgetChange>] = [
    .text("line", "line item", \.line),
    .text("step", "step", \.step, .choice(Step.allCases.map(\.rawValue), whenEmpty: Step.baseline.rawValue)),
    .text("kind", "kind", \.kind, .choice(kinds, whenEmpty: "")),
    .number("amount", "amount", \.amount, .amount),
    .number("positions", "positions", \.positions, .positionChange),
    .text("text", "justification", \.text, .text),
    .text("funding", "funded", \.funding, .choice(fundings, whenEmpty: "")),
    .text("decision", "decision", \.decision, .choice(decisions, whenEmpty: "")),
    .number("decided", "amount decided", \.decided, .amount),
    .text("person", "decided by", \.person),
    .text("day", "decided on", \.day, .day),
    .text("source", "taken from", \.source),
  ]

  /// What it counts for: nothing if denied, the amount decided if modified.
  public var counted: Money {
    switch decision {
    case "denied": .zero
    case "modified": Money(cents: Int64(decided))
    default: Money(cents: Int64(amount))
    }
  }
}
