public import Records

/// The quarterly comparative report (IOP.2.3), published to all. Its content is frozen in ``ComparativePart``s, so that every
/// node that has it makes the same pages from it, byte for byte. Written once.
public struct ComparativeReport: TypedRecord {
  public let id: String
  /// `FFY 2024 Q2`.
  public var quarter = ""
  public var dataSet = ""
  public var publishedBy = ""
  public var publishedAt = ""
  /// Name and version of the program that made it.
  public var program = ""
  public var note = ""
  public var digest = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<ComparativeReport>] = [
    .text("quarter", "quarter", \.quarter),
    .text("data_set", "data set", \.dataSet),
    .text("published_by", "by whom", \.publishedBy),
    .text("published_at", "when", \.publishedAt),
    .text("program", "program", \.program),
    .text("note", "note", \.note, .text),
    .text("digest", "SHA-256 of the parts", \.digest),
  ]
}
