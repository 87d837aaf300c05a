public import Records

/// What the Budget Act gives for a category of a state fiscal year, against which the sum of all letters stands.
public struct Appropriation: NaturalRecord {
  public var year = ""
  /// `administration`, or a sub-category of EDP.
  public var category = ""
  public var amount = 0
  public var source = ""

  public init() {}

  public static let categories = ["administration"] + EDPCategory.allCases.map(\.rawValue)

  public static let keys: [EntryField<Appropriation>] = [
    .text("year", "state fiscal year", \.year),
    .text("category", "category", \.category, .choice(categories, whenEmpty: "")),
  ]

  public static let fields: [EntryField<Appropriation>] = [
    .number("amount", "amount", \.amount, .cents),
    .text("source", "source", \.source),
  ]
}

/// A fund source that lines of letters and forms name. Rates are the department's data.
public struct FundSource: NaturalRecord {
  public var code = ""
  public var title = ""
  /// Hundredths of a percent: 6600 is 66 percent.
  public var federal = 0

  public init() {}

  public static let keys: [EntryField<FundSource>] = [
    .text("code", "code", \.code)
  ]

  public static let fields: [EntryField<FundSource>] = [
    .text("title", "title", \.title),
    .number("federal_rate", "federal share in percent", \.federal, .percentage),
  ]
}

/// A notice of the agency that its allocation is insufficient, sent at once and with a justification (AS.2.3 task 5).
public struct AllocationNotice: TypedRecord {
  public let id: String
  public var year = ""
  public var letter = ""
  public var amount = 0
  public var text = ""
  public var day = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<AllocationNotice>] = [
    .text("year", "state fiscal year", \.year),
    .text("letter", "letter", \.letter),
    .number("amount", "missing amount", \.amount, .cents),
    .text("text", "justification", \.text, .text),
    .text("day", "day", \.day, .day),
    .text("person", "by whom", \.person),
  ]
}
