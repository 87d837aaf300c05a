internal import Budgets
internal import Catalogue
internal import GRDB
internal import Records

extension DueSources {
  /// Answers to the findings of audits (AS.2.6 task 9), and the last days of special funding agreements (AS.2.4 task 3).
  static func executionDues(in db: Database) throws -> [CalendarEntry] {
    let audits = Dictionary(
      try RecordStore.all(Audit.self, in: db).map { ([$0.agency, $0.record.id], $0.record.title) },
      uniquingKeysWith: { first, _ in first })
    let answers = try RecordStore.all(AuditFinding.self, in: db).compactMap { agency, finding -> CalendarEntry? in
      guard let day = Day(finding.due) else { return nil }
      return CalendarEntry(
        id: "audit-finding.\(finding.id)", agency: agency, day: day,
        title: "Answer to a finding of an audit: \(line(audits[[agency, finding.audit]] ?? ""))", kind: .answer,
        source: "AS.2.6", isDone: !finding.answer.isEmpty || !finding.resolved.isEmpty)
    }
    let evidence = Set(try RecordStore.all(EffortEvidence.self, in: db).map { [$0.agency, $0.record.agreement] })
    return answers
      + (try RecordStore.all(SpecialFunding.self, in: db).compactMap { agency, special in
        Day(special.last).map { day in
          CalendarEntry(
            id: "special-funding.\(special.id)", agency: agency, day: day,
            title: "Special funding ends, with evidence of the work: \(line(special.title))", kind: .obligation,
            source: "AS.2.4", person: special.person, isDone: evidence.contains([agency, special.id]))
        }
      })
  }
}
