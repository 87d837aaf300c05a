public import Records

/// What a review counted for one rule. A rule that recurs in several elements is one rule, and counts once: the key is natural.
public struct ReviewResult: NaturalRecord {
  public var review = ""
  /// Id of the ``ReviewRule``.
  public var rule = ""
  /// Cases to which the rule applies: met and not met together.
  public var reviewed = 0
  public var met = 0
  public var notMet = 0
  public var notApplicable = 0
  public var note = ""

  public init() {}

  public static let keys: [EntryField<ReviewResult>] = [
    .text("review", "review", \.review),
    .text("rule", "rule", \.rule),
  ]

  public static let fields: [EntryField<ReviewResult>] = [
    .number("reviewed", "reviewed", \.reviewed, .number(0...999999)),
    .number("met", "met", \.met, .number(0...999999)),
    .number("not_met", "not met", \.notMet, .number(0...999999)),
    .number("not_applicable", "not applicable", \.notApplicable, .number(0...999999)),
    .text("note", "note", \.note, .text),
  ]
}
