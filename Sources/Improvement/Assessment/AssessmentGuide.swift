public import Records

/// What to look at when an element is assessed (IOP.4.2).
public struct AssessmentGuide: TypedRecord {
  public let id: String
  public var element = ""
  public var version = 0
  public var questions = ""
  public var source = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<AssessmentGuide>] = [
    .text("element", "element of the catalogue", \.element),
    .number("version", "version", \.version, .number(1...9999)),
    .text("questions", "questions", \.questions, .text),
    .text("source", "source", \.source),
  ]
}
