public import Records

/// What a case review looks at. Rules are the department's; those that ship come from the catalogue's rows of kind `timeframe`.
public struct ReviewRule: TypedRecord {
  public let id: String
  public var title = ""
  public var kind = "each case"
  /// With commas between. A rule that recurs in several elements is one rule.
  public var elements = ""
  public var duration = 0
  public var unit = ""
  /// Of a percentage rule and of a standard: the share that must meet it.
  public var percent = 0
  public var source = ""
  public var ended = ""

  public init(id: String) { self.id = id }

  public static let eachCase = "each case"
  /// A share of the cases within a time: 75 percent in 6 months. One case neither meets nor fails it.
  public static let percentage = "percentage"
  /// A minimum wait: met when nothing was done before it had passed.
  public static let notBefore = "not before"
  public static let kinds = [eachCase, percentage, notBefore]
  public static let units = ["", "hours", "calendar days", "business days", "months", "years"]

  public static let fields: [EntryField<ReviewRule>] = [
    .text("title", "title", \.title),
    .text("kind", "kind", \.kind, .choice(kinds, whenEmpty: "each case")),
    .text("elements", "elements of the catalogue", \.elements),
    .number("duration", "time limit", \.duration, .number(0...9999)),
    .text("unit", "unit of the limit", \.unit, .choice(units, whenEmpty: "")),
    .number("percent", "percent of cases", \.percent, .number(0...100)),
    .text("source", "source", \.source),
    .text("ended", "ended on", \.ended, .day),
  ]
}
