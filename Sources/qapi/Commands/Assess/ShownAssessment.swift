import Catalogue
import GRDB
import Improvement
import Records
import Store

/// A self-assessment with what stands around it: its agency, its level in words, the change since the one before.
struct ShownAssessment {
  let agency: String
  let record: Assessment
  /// "3 in place", or the number and that it is no level of its scale.
  let rating: String
  /// In words; see `AssessmentStanding.Change`.
  let change: String
  /// Title of the scale; its id where it is not known.
  let scale: String

  static let jsonNames =
    "id, element, day, scale, rating, text, evidence, person, agency, level (in words), scale_title, change"

  var members: [JSON.Member] {
    JSON.members(of: record) + [
      .init(key: "agency", value: .text(agency)), .init(key: "level", value: .text(rating)),
      .init(key: "scale_title", value: .text(scale)), .init(key: "change", value: .text(change)),
    ]
  }

  var json: JSON { .object(members) }

  /// Every assessment that this node reads, agency by agency and element by element, the earliest first.
  ///
  /// - Parameter agency: only those of this one.
  static func all(of agency: String? = nil, in db: Database) throws -> [ShownAssessment] {
    let scales = try AssessmentStore.scales(in: db)
    let found = Dictionary(
      grouping: try RecordStore.all(Assessment.self, of: agency, in: db), by: \.agency)
    return found.keys.sorted(by: Positions.isBefore).flatMap { code in
      AssessmentStanding.standings(of: (found[code] ?? []).map(\.record)).flatMap { standing in
        standing.history.indices.map { index in
          let until = AssessmentStanding(element: standing.element, history: Array(standing.history[...index]))
          return ShownAssessment(until, agency: code, scales: scales)
        }
      }
    }
  }

  /// The latest of a standing.
  init(_ standing: AssessmentStanding, agency: String, scales: [RatingScale]) {
    let scale = scales.first { $0.id == standing.latest.scale }
    let rating = standing.latest.rating
    self.agency = agency
    record = standing.latest
    self.rating =
      scale?.level(rating).map { "\($0.number) \(Shown.line($0.words))" } ?? "\(rating) (no level of its scale)"
    change = standing.change.words
    self.scale = scale?.title ?? standing.latest.scale
  }
}

extension AssessmentStanding {
  /// The standings in the order of the catalogue; elements that it does not have at the end.
  static func inOrder(_ standings: [AssessmentStanding]) -> [AssessmentStanding] {
    let codes = Catalogue.shipped.elements.map(\.code)
    let known = codes.compactMap { code in standings.first { $0.element == code } }
    return known + standings.filter { !codes.contains($0.element) }
  }

  /// How many elements of the catalogue are assessed.
  static func coverage(_ standings: [AssessmentStanding]) -> Int {
    standings.count { Catalogue.shippedElement($0.element) != nil }
  }
}
