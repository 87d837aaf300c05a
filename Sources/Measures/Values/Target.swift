public import Records

/// The agency's word on its target for one measure and federal fiscal year (Plan of Cooperation, IOP.1.1). The department's word is
/// a ``TargetAnswer``; ``AgreedTarget`` says what both make together.
public struct Target: NaturalRecord {
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

  public static let proposed = "proposed"
  public static let agreed = "agreed"
  public static let withdrawn = "withdrawn"
  public static let words = [proposed, agreed, withdrawn]

  public static let keys: [EntryField<Target>] = [
    .number("year", "FFY", \.year, .number(1998...2199)),
    .text("measure", "measure", \.measure),
  ]

  public static let fields: [EntryField<Target>] = [
    .text("value", "target", \.value),
    .text("unit", "unit", \.unit),
    .text("baseline", "baseline", \.baseline),
    .text("word", "word", \.word, .choice(words, whenEmpty: "proposed")),
    .text("agreed_to", "agreed to", \.agreedTo),
    .text("note", "note", \.note, .text),
    .text("said_by", "by whom", \.saidBy),
    .text("said_at", "when", \.saidAt),
  ]
}
