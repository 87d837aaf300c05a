public import Records

/// A quarterly case review (IOP.1.4).
public struct CaseReview: TypedRecord {
  public let id: String
  public var kind = "local area"
  /// `FFY 2024 Q2`.
  public var quarter = ""
  public var title = ""
  /// What a special or local review is about.
  public var area = ""
  public var population = 0
  public var sampleSize = 0
  public var method = ""
  public var `protocol` = ""
  public var reviewer = ""
  public var begun = ""
  public var finished = ""
  public var notes = ""

  public init(id: String) { self.id = id }

  public static let compliance = "case processing compliance"
  public static let reliability = "data reliability"
  public static let special = "special area"
  /// The first three are required by the department.
  public static let kinds = [compliance, reliability, special, "local area"]

  public static let fields: [EntryField<CaseReview>] = [
    .text("kind", "kind", \.kind, .choice(kinds, whenEmpty: "local area")),
    .text("quarter", "quarter", \.quarter),
    .text("title", "title", \.title),
    .text("area", "area", \.area, .text),
    .number("population", "cases to draw from", \.population, .number(0...999_999_999)),
    .number("sample_size", "sample size", \.sampleSize, .number(0...999999)),
    .text("method", "sampling method", \.method, .text),
    .text("protocol", "protocol", \.protocol, .text),
    .text("reviewer", "reviewer", \.reviewer),
    .text("begun", "begun on", \.begun, .day),
    .text("finished", "finished on", \.finished, .day),
    .text("notes", "notes", \.notes, .text),
  ]
}
