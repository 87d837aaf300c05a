import GRDB
import Improvement
import Records
import Store

/// A published practice, or an offer of one.
struct ShownPractice {
  let id: String
  let element: String
  let kind: String
  let title: String
  let text: String
  let results: String
  let measure: String
  let contact: String
  /// Code of the agency that it comes from; empty for one of the department itself.
  let agency: String
  /// "published", "offered" or "withdrawn"; of an offer that is published, "published as" and the beginning of an id.
  let state: String
  /// The day of that.
  let day: String
  /// Whether it is the department's row, which everyone reads; else the agency's offer.
  let isPublished: Bool
  /// Id of the offer that was published; empty if there was none.
  let offer: String

  static let jsonNames =
    "id, element, kind, title, text, results, measure, contact, agency, state, day, published (true: everyone reads it), offer"

  var members: [JSON.Member] {
    [
      .init(key: "id", value: .text(id)), .init(key: "element", value: .text(element)),
      .init(key: "kind", value: .text(kind)), .init(key: "title", value: .text(title)),
      .init(key: "text", value: .text(text)), .init(key: "results", value: .text(results)),
      .init(key: "measure", value: .text(measure)), .init(key: "contact", value: .text(contact)),
      .init(key: "agency", value: .text(agency)), .init(key: "state", value: .text(state)),
      .init(key: "day", value: .text(day)), .init(key: "published", value: .boolean(isPublished)),
      .init(key: "offer", value: .text(offer)),
    ]
  }

  /// Code of the agency, or of the department.
  var from: String { agency.isEmpty ? Deployment.department : agency }

  var json: JSON { .object(members) }

  init(_ practice: Practice) {
    (id, element, kind, title) = (practice.id, practice.element, practice.kind, practice.title)
    (text, results, measure, contact) = (practice.text, practice.results, practice.measure, practice.contact)
    (agency, state, day, offer) = (practice.agency, "published", practice.published, practice.offer)
    isPublished = true
  }

  /// - Parameter practices: everything that is published.
  init(_ offer: PracticeOffer, of agency: String, published practices: [Practice]) {
    (id, element, kind, title) = (offer.id, offer.element, offer.kind, offer.title)
    (text, results, measure, contact) = (offer.text, offer.results, offer.measure, offer.contact)
    self.agency = agency
    self.offer = ""
    isPublished = false
    if !offer.withdrawn.isEmpty {
      (state, day) = ("withdrawn", offer.withdrawn)
    } else if let practice = practices.last(where: { $0.agency == agency && $0.offer == offer.id }) {
      (state, day) = ("published as \(PlanName.short(practice.id))", practice.published)
    } else {
      (state, day) = ("offered", offer.offered)
    }
  }

  /// What is published, then the offers that this node reads: its own, or at the department all.
  static func all(in db: Database) throws -> [ShownPractice] {
    let practices = try RecordStore.published(Practice.self, in: db)
    return practices.map(ShownPractice.init)
      + (try RecordStore.all(PracticeOffer.self, in: db).map {
        ShownPractice($0.record, of: $0.agency, published: practices)
      })
  }

  static func find(_ id: String, in db: Database) throws -> ShownPractice {
    let all = try all(in: db)
    let id = try RecordID.complete(id, among: all.map(\.id), of: "practice", listedBy: "qapi practice list")
    guard let found = all.first(where: { $0.id == id }) else { preconditionFailure("the practice was just found") }
    return found
  }
}
