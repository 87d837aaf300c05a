public import Records

/// The smallest sample of a kind of review (IOP.1.4 task 1). The manual has none: department data.
public struct SampleRule: TypedRecord {
  public let id: String
  public var kind = "case processing compliance"
  public var casesFrom = 0
  public var minimum = 0
  public var method = ""
  public var source = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<SampleRule>] = [
    .text("kind", "kind of review", \.kind, .choice(CaseReview.kinds, whenEmpty: "case processing compliance")),
    .number("cases_from", "agencies with cases from", \.casesFrom, .number(0...999_999_999)),
    .number("minimum", "smallest sample", \.minimum, .number(1...999999)),
    .text("method", "method", \.method, .text),
    .text("source", "source", \.source),
  ]
}
