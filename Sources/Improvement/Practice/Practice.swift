public import Records

/// What the department has published to all, with the agency that it comes from.
public struct Practice: TypedRecord {
  public let id: String
  public var element = ""
  public var kind = "best practice"
  public var title = ""
  public var text = ""
  public var results = ""
  public var measure = ""
  public var contact = ""
  public var agency = ""
  /// Id of the ``PracticeOffer``; empty for one of the department itself.
  public var offer = ""
  public var published = ""
  public var publishedBy = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<Practice>] = [
    .text("element", "element of the catalogue", \.element),
    .text("kind", "kind", \.kind, .choice(PracticeOffer.kinds, whenEmpty: "best practice")),
    .text("title", "title", \.title),
    .text("text", "text", \.text, .text),
    .text("results", "results", \.results, .text),
    .text("measure", "measure", \.measure),
    .text("contact", "contact", \.contact),
    .text("agency", "source agency", \.agency),
    .text("offer", "offer", \.offer),
    .text("published", "published on", \.published, .day),
    .text("published_by", "by whom", \.publishedBy),
  ]
}
