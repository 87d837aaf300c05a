public import GRDB
public import Improvement

/// Events and oversight reviews with what the other side has said on them.
public enum OversightStore {
  public static func standing(
    of event: ExceptionalEvent, agency: String, in db: Database
  ) throws -> EventStanding {
    EventStanding(
      event: event,
      answers: try RecordStore.records(EventAnswer.self, of: agency, where: "event", is: event.id, in: db))
  }

  /// - Parameter agency: nil for all that this node may read.
  public static func events(
    of agency: String? = nil, in db: Database
  ) throws -> [(agency: String, standing: EventStanding)] {
    let answers = Dictionary(
      grouping: try RecordStore.all(EventAnswer.self, of: agency, in: db), by: { [$0.agency, $0.record.event] })
    return try RecordStore.all(ExceptionalEvent.self, of: agency, in: db).map { agency, event in
      (agency, EventStanding(event: event, answers: answers[[agency, event.id]]?.map(\.record) ?? []))
    }
  }

  public static func standing(
    of review: OversightReview, agency: String, in db: Database
  ) throws -> OversightStanding {
    OversightStanding(
      review: review,
      findings: try RecordStore.records(OversightFinding.self, of: agency, where: "review", is: review.id, in: db),
      answers: try RecordStore.all(OversightAnswer.self, of: agency, in: db).map(\.record))
  }

  /// - Parameter agency: nil for all that this node may read.
  public static func reviews(
    of agency: String? = nil, in db: Database
  ) throws -> [(agency: String, standing: OversightStanding)] {
    let findings = Dictionary(
      grouping: try RecordStore.all(OversightFinding.self, of: agency, in: db), by: { [$0.agency, $0.record.review] })
    let answers = Dictionary(
      grouping: try RecordStore.all(OversightAnswer.self, of: agency, in: db), by: \.agency)
    return try RecordStore.all(OversightReview.self, of: agency, in: db).map { agency, review in
      (
        agency,
        OversightStanding(
          review: review, findings: findings[[agency, review.id]]?.map(\.record) ?? [],
          answers: answers[agency]?.map(\.record) ?? [])
      )
    }
  }
}
