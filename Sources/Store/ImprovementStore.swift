public import GRDB
public import Improvement
internal import Records

/// Case reviews and corrective actions, put together from their rows.
public enum ImprovementStore {
  /// The rules by id: what ships, and what the department published over it.
  public static func rules(in db: Database) throws -> [String: ReviewRule] {
    ReviewRule.known(published: try RecordStore.published(ReviewRule.self, in: db))
  }

  /// The reviews of an agency, or of all agencies that this node may read, the oldest first.
  public static func reviews(
    of agency: String? = nil, in db: Database
  ) throws -> [(agency: String, review: WholeReview)] {
    let results = try grouped(ReviewResult.self, of: agency, by: \.review, in: db)
    let items = try grouped(ReviewItem.self, of: agency, by: \.review, in: db)
    let findings = try grouped(ReviewFinding.self, of: agency, by: \.review, in: db)
    return try RecordStore.all(CaseReview.self, of: agency, in: db).map { agency, review in
      let place = Place(agency: agency, id: review.id)
      return (
        agency,
        WholeReview(
          review: review, results: results[place] ?? [], items: items[place] ?? [],
          findings: (findings[place] ?? []).sorted { left, right in
            left.position == right.position
              ? Positions.isBefore(left.id, right.id) : left.position < right.position
          })
      )
    }
  }

  /// The corrective actions of an agency, or of all agencies that this node may read, the oldest first.
  public static func actions(
    of agency: String? = nil, in db: Database
  ) throws -> [(agency: String, action: WholeAction)] {
    let causes = try grouped(RootCause.self, of: agency, by: \.action, in: db)
    let steps = try grouped(ActionStep.self, of: agency, by: \.action, in: db)
    let progress = try grouped(ActionProgress.self, of: agency, by: \.action, in: db)
    let reassessments = try grouped(Reassessment.self, of: agency, by: \.action, in: db)
    let monitoring = try grouped(ActionMonitoring.self, of: agency, by: \.action, in: db)
    return try RecordStore.all(CorrectiveAction.self, of: agency, in: db).map { agency, action in
      let place = Place(agency: agency, id: action.id)
      return (
        agency,
        WholeAction(
          action: action, causes: causes[place] ?? [], steps: steps[place] ?? [], progress: progress[place] ?? [],
          reassessments: reassessments[place] ?? [], monitoring: monitoring[place] ?? [])
      )
    }
  }

  private struct Place: Hashable {
    let agency: String
    let id: String
  }

  private static func grouped<Record: StoredRow>(
    _: Record.Type, of agency: String?, by parent: (Record) -> String, in db: Database
  ) throws -> [Place: [Record]] {
    Dictionary(grouping: try RecordStore.all(Record.self, of: agency, in: db)) { entry in
      Place(agency: entry.agency, id: parent(entry.record))
    }.mapValues { $0.map(\.record) }
  }
}
