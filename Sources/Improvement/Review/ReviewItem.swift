public import Records

/// One case of a sample and one rule. The case bears a local number of the review: no name, no case number. Where a review has
/// items for a rule, they are counted, and ``ReviewResult`` must agree with them.
public struct ReviewItem: NaturalRecord {
  public var review = ""
  public var number = 0
  public var rule = ""
  public var result = "not applicable"
  public var note = ""

  public init() {}

  public static let met = "met"
  public static let notMet = "not met"
  public static let notApplicable = "not applicable"
  public static let results = [met, notMet, notApplicable]

  public static let keys: [EntryField<ReviewItem>] = [
    .text("review", "review", \.review),
    .number("number", "local number", \.number, .number(1...999999)),
    .text("rule", "rule", \.rule),
  ]

  public static let fields: [EntryField<ReviewItem>] = [
    .text("result", "result", \.result, .choice(results, whenEmpty: "not applicable")),
    .text("note", "note", \.note, .text),
  ]
}
