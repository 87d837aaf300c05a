public import Records

/// A best practice, an innovation or a piece of research that an agency offers to all (IOP.2.5). The department publishes it as
/// a ``Practice``.
public struct PracticeOffer: TypedRecord {
  public let id: String
  public var element = ""
  public var kind = "best practice"
  public var title = ""
  public var text = ""
  public var results = ""
  public var measure = ""
  public var contact = ""
  public var offered = ""
  public var withdrawn = ""

  public init(id: String) { self.id = id }

  public static let kinds = ["best practice", "innovation", "research", "sample"]

  public static let fields: [EntryField<PracticeOffer>] = [
    .text("element", "element of the catalogue", \.element),
    .text("kind", "kind", \.kind, .choice(kinds, whenEmpty: "best practice")),
    .text("title", "title", \.title),
    .text("text", "text", \.text, .text),
    .text("results", "results", \.results, .text),
    .text("measure", "measure", \.measure),
    .text("contact", "contact", \.contact),
    .text("offered", "offered on", \.offered, .day),
    .text("withdrawn", "withdrawn on", \.withdrawn, .day),
  ]
}
