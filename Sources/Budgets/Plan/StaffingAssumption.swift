public import Records

/// A staffing assumption of a budget (AS.2.1 task 3). The two sets, current year and budget year, stay apart.
public struct StaffingAssumption: TypedRecord {
  public let id: String
  public var budget = ""
  public var year = Year.current.rawValue
  public var kind = Kind.vacant.rawValue
  /// 1 to 12, July is 1; 0 where it is of the whole year.
  public var month = 0
  public var positionType = ""
  /// Hundredths of a position (FTE).
  public var positions = 0
  /// Whole cents; below zero where it saves.
  public var cost = 0
  /// Of attrition (AS.4.1 task 4).
  public var cause = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public enum Year: String, CaseIterable, Hashable, Sendable {
    case current = "current year"
    case budget = "budget year"
  }

  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Now, or at the start of the budget year.
    case vacant = "vacant at start"
    case attrition, hiring
    /// Of the current year only.
    case vacantAtEnd = "vacant at year end"
  }

  public static let fields: [EntryField<StaffingAssumption>] = [
    .text("budget", "budget", \.budget),
    .text("of_year", "of which year", \.year, .choice(Year.allCases.map(\.rawValue), whenEmpty: Year.current.rawValue)),
    .text("kind", "kind", \.kind, .choice(Kind.allCases.map(\.rawValue), whenEmpty: Kind.vacant.rawValue)),
    .number("month", "month of the state fiscal year, 1 is July, 0 for none", \.month, .number(0...12)),
    .text("position_type", "type of position", \.positionType),
    .number("positions", "positions", \.positions, .positions),
    .number("cost", "cost", \.cost, .amount),
    .text("cause", "cause of attrition", \.cause),
    .text("note", "note", \.note, .text),
  ]
}
