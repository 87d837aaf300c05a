internal import GRDB
internal import Improvement
internal import Records

extension Findings {
  /// 1. `event-unanswered`: a reported event that the department has not answered and that goes on. No source names a number of
  ///    days, so it is for information.
  /// 2. `finding-unanswered`: a finding of an oversight review whose day has passed without an answer. The agency's to do.
  /// 3. `papers-late`: papers that were due before a visit, and have not come.
  ///
  /// - Parameter today: the last two find nothing without it.
  static func oversight(on today: Day?, in db: Database) throws -> [Finding] {
    let events = try OversightStore.events(in: db).filter { !$0.standing.isAnswered && !$0.standing.isOver }
    let reviews = try OversightStore.reviews(in: db)
    return events.map { unanswered($0.standing.event, $0.agency) }
      + (today.map { today in reviews.flatMap { late($0.standing, $0.agency, today) } } ?? [])
  }

  private static func unanswered(_ event: ExceptionalEvent, _ agency: String) -> Finding {
    Finding(
      rule: "event-unanswered", weight: .information, agency: agency,
      row: RowName(table: Schema.exceptionalEvent.name, key: [.text(agency), .text(event.id)]),
      message: "the department has not answered this event yet",
      next: "answer it with `qapi event answer \(event.id)`", doer: .department)
  }

  private static func late(_ standing: OversightStanding, _ agency: String, _ today: Day) -> [Finding] {
    let papers =
      standing.arePapersLate(on: today)
      ? [
        Finding(
          rule: "papers-late", weight: .attention, agency: agency,
          row: RowName(table: Schema.oversightReview.name, key: [.text(agency), .text(standing.review.id)]),
          message: "papers for the visit were due on \(standing.review.papersDue), and have not come",
          next: "when they have come, write it down with `qapi oversight edit \(standing.review.id) papers_in=DAY`")
      ] : []
    return papers
      + standing.lateFindings(on: today).map { entry in
        Finding(
          rule: "finding-unanswered", weight: .attention, agency: agency,
          row: RowName(table: Schema.oversightFinding.name, key: [.text(agency), .text(entry.finding.id)]),
          message: "the answer to this finding was due on \(entry.finding.answerDue)",
          next: "answer it with `qapi oversight answer \(entry.finding.id)`", doer: .agency)
      }
  }
}
