public import Records

/// One part of a comparative report: the canonical text of what is in it. Written once.
public struct ComparativePart: NaturalRecord {
  public var report = ""
  /// `agencies`, or the code of a measure.
  public var part = ""
  public var snapshot = ""

  public init() {}

  public static let keys: [EntryField<ComparativePart>] = [
    .text("report", "report", \.report),
    .text("part", "part", \.part),
  ]

  public static let fields: [EntryField<ComparativePart>] = [
    .text("snapshot", "the part as published", \.snapshot, .text)
  ]
}
