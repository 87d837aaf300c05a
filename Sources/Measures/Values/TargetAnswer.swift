public import Records

/// The department's word on a target of an agency. See ``Target``.
public struct TargetAnswer: NaturalRecord {
  public var year = 0
  public var measure = ""
  /// As people write it: "63.8", "2.40".
  public var value = ""
  public var unit = ""
  public var baseline = ""
  public var word = "proposed"
  /// The value that the word `agreed` was said to; empty with every other word. Value and word are merged each for itself: the
  /// word counts as long as this is still the value.
  public var agreedTo = ""
  public var note = ""
  public var saidBy = ""
  public var saidAt = ""

  public init() {}

  public static let keys: [EntryField<TargetAnswer>] = [
    .number("year", "FFY", \.year, .number(1998...2199)),
    .text("measure", "measure", \.measure),
  ]

  public static let fields: [EntryField<TargetAnswer>] = [
    .text("value", "target", \.value),
    .text("unit", "unit", \.unit),
    .text("baseline", "baseline", \.baseline),
    .text("word", "word", \.word, .choice(Target.words, whenEmpty: "proposed")),
    .text("agreed_to", "agreed to", \.agreedTo),
    .text("note", "note", \.note, .text),
    .text("said_by", "by whom", \.saidBy),
    .text("said_at", "when", \.saidAt),
  ]
}
