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

  /// A practice as an agency has offered it: its words are copied, so that everyone can read them where the offer is not.
  ///
  /// - Parameters:
  ///   - agency: code of the agency that offers it.
  ///   - day: of publication, `2024-01-31`.
  ///   - person: who publishes it.
  public init(id: String, of offer: PracticeOffer, from agency: String, on day: String, by person: String) {
    self.init(id: id)
    element = offer.element
    kind = offer.kind
    title = offer.title
    text = offer.text
    results = offer.results
    measure = offer.measure
    contact = offer.contact
    self.agency = agency
    self.offer = offer.id
    published = day
    publishedBy = person
  }
}
