public import Records

/// A figure of another state, or of the nation, on a measure (IOP.2.3).
public struct NationalFigure: NaturalRecord {
  public var measure = ""
  /// Name of the state, or `nation`.
  public var place = ""
  public var year = 0
  /// As the source has it: "65.2".
  public var value = ""
  public var source = ""
  public var takenOn = ""

  public init() {}

  public static let keys: [EntryField<NationalFigure>] = [
    .text("measure", "measure", \.measure),
    .text("place", "state", \.place),
    .number("year", "FFY", \.year, .number(1998...2199)),
  ]

  public static let fields: [EntryField<NationalFigure>] = [
    .text("value", "value", \.value),
    .text("source", "source", \.source),
    .text("taken_on", "taken on", \.takenOn, .day),
  ]
}
