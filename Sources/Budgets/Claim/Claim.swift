public import Records

/// An administrative expense claim, CS 356 (AS.2.6 task 7): original, revised (replaces) or supplemental (adds to it). What was
/// submitted (``FiscalSubmission``) is never changed.
public struct Claim: TypedRecord {
  public let id: String
  /// `SFY 2024-25 Q1`.
  public var quarter = ""
  public var form = Form.original.rawValue
  /// Edition of the form; 0 is the newest, until it is written.
  public var edition = 0
  /// The claim that it replaces or adds to; empty for an original one.
  public var prior = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public enum Form: String, CaseIterable, Hashable, Sendable {
    case original
    /// Holds all figures, and replaces what was filed before it.
    case revised
    /// Adds to the claim in force, or takes off it, line by line.
    case supplemental
  }

  public static let fields: [EntryField<Claim>] = [
    .text("quarter", "quarter", \.quarter),
    .text("form", "form", \.form, .choice(Form.allCases.map(\.rawValue), whenEmpty: Form.original.rawValue)),
    .number("edition", "edition of the form", \.edition, .number(0...999_999)),
    .text("prior", "prior claim", \.prior),
    .text("note", "note", \.note, .text),
  ]
}

/// A line of a claim, by its code in the edition of the form.
public struct ClaimLine: NaturalRecord {
  public var claim = ""
  public var line = ""
  /// Whole cents; below zero in a supplemental claim.
  public var amount = 0
  /// Hundredths of a position (FTE), of lines of salaries and benefits.
  public var positions = 0
  public var note = ""

  public init() {}

  public static let keys: [EntryField<ClaimLine>] = [
    .text("claim", "claim", \.claim),
    .text("line", "line", \.line),
  ]

  public static let fields: [EntryField<ClaimLine>] = [
    .number("amount", "amount", \.amount, .amount),
    .number("positions", "positions", \.positions, .positions),
    .text("note", "note", \.note, .text),
  ]
}
