public import Records

/// Positions of one classification in a budget (AS.2.1 task 2): authorized, with what they cost.
public struct BudgetPosition: TypedRecord {
  public let id: String
  public var budget = ""
  /// Line item that pays them; may be empty.
  public var line = ""
  public var classification = ""
  public var function = ""
  public var division = ""
  /// Whole cents.
  public var salaryFrom = 0
  public var salaryTo = 0
  /// Hundredths of a position (FTE).
  public var positions = 0
  /// Whole cents of the year.
  public var cost = 0
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<BudgetPosition>] = [
    .text("budget", "budget", \.budget),
    .text("line", "line item", \.line),
    .text("classification", "classification", \.classification),
    .text("function", "function", \.function, .choice([""] + StaffFunction.allCases.map(\.rawValue), whenEmpty: "")),
    .text("division", "division", \.division),
    .number("salary_from", "monthly salary from", \.salaryFrom, .cents),
    .number("salary_to", "monthly salary to", \.salaryTo, .cents),
    .number("positions", "authorized positions", \.positions, .positions),
    .number("cost", "total cost", \.cost, .cents),
    .text("note", "note", \.note, .text),
  ]
}

/// Equipment in a budget (AS.2.1 task 2).
public struct BudgetEquipment: TypedRecord {
  public let id: String
  public var budget = ""
  public var line = ""
  public var title = ""
  public var count = 0
  /// Whole cents.
  public var unitCost = 0
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<BudgetEquipment>] = [
    .text("budget", "budget", \.budget),
    .text("line", "line item", \.line),
    .text("title", "equipment", \.title),
    .number("count", "how many", \.count, .number(0...999_999)),
    .number("unit_cost", "cost of one", \.unitCost, .cents),
    .text("note", "note", \.note, .text),
  ]
}
