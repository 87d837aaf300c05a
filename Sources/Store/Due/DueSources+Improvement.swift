internal import Catalogue
internal import GRDB
internal import Improvement
internal import Plans
internal import Records

extension DueSources {
  /// The follow-ups of contacts.
  static func contactDues(in db: Database) throws -> [CalendarEntry] {
    try LifeStore.contacts(in: db).flatMap { agency, contact in
      contact.items.compactMap { item in
        guard item.kind == ContactItem.Kind.followUp.rawValue, let day = Day(item.due) else { return nil }
        return CalendarEntry(
          id: "follow-up.\(item.id)", agency: agency, day: day, title: "Follow-up: \(line(item.text))",
          kind: .followUp, source: "contact of \(contact.day)", person: item.person, isDone: !item.done.isEmpty)
      }
    }
  }

  /// Corrective actions: the outcome, the steps, the reassessment (IOP.1.3 task 7, IOP.1.4 tasks 6 and 7).
  static func actionDues(in db: Database) throws -> [CalendarEntry] {
    let actions = try RecordStore.all(CorrectiveAction.self, in: db)
    let latest = Dictionary(
      try RecordStore.all(Reassessment.self, in: db).map { ([$0.agency, $0.record.action], $0.record) },
      uniquingKeysWith: { ($0.day, $0.id) < ($1.day, $1.id) ? $1 : $0 })
    let titles = Dictionary(
      actions.map { ([$0.agency, $0.record.id], $0.record) }, uniquingKeysWith: { first, _ in first })
    let own = actions.flatMap { agency, action -> [CalendarEntry] in
      let source = action.element.isEmpty ? "IOP.1.3" : line(action.element)
      let isRemedied = latest[[agency, action.id]]?.result == Reassessment.remedied
      var entries: [CalendarEntry] = []
      if let day = Day(action.due) {
        entries.append(
          CalendarEntry(
            id: "action.\(action.id)", agency: agency, day: day, title: "Corrective action: \(line(action.title))",
            kind: .action, source: source, person: action.person,
            isDone: !action.closed.isEmpty || !action.reachedOn.isEmpty))
      }
      if let day = Day(action.reassessBy) {
        entries.append(
          CalendarEntry(
            id: "reassessment.\(action.id)", agency: agency, day: day, title: "Reassess: \(line(action.title))",
            kind: .reassessment, source: source, person: action.person,
            isDone: !action.closed.isEmpty || isRemedied))
      }
      return entries
    }
    return own
      + (try RecordStore.all(ActionStep.self, in: db).compactMap { agency, step -> CalendarEntry? in
        guard let day = Day(step.due), let action = titles[[agency, step.action]] else { return nil }
        return CalendarEntry(
          id: "step.\(step.id)", agency: agency, day: day, title: "\(line(step.text)) (\(line(action.title)))",
          kind: .step, source: action.element.isEmpty ? "IOP.1.3" : line(action.element),
          person: step.person.isEmpty ? action.person : step.person,
          isDone: !step.done.isEmpty || step.status == "done" || step.status == "dropped" || !action.closed.isEmpty)
      })
  }

  /// Papers before a visit, the visit, and answers to findings (IOP.4.5 to IOP.4.7).
  static func oversightDues(in db: Database) throws -> [CalendarEntry] {
    let reviews = try RecordStore.all(OversightReview.self, in: db)
    let names = Dictionary(
      reviews.map { ([$0.agency, $0.record.id], $0.record) }, uniquingKeysWith: { first, _ in first })
    let answered = Set(try RecordStore.all(OversightAnswer.self, in: db).map { [$0.agency, $0.record.finding] })
    func name(_ review: OversightReview) -> String { line(review.title.isEmpty ? review.kind : review.title) }
    let own = reviews.flatMap { agency, review -> [CalendarEntry] in
      func entry(_ id: String, _ text: String, _ day: String) -> CalendarEntry? {
        Day(day).map { day in
          CalendarEntry(
            id: "\(id).\(review.id)", agency: agency, day: day, title: "\(text): \(name(review))", kind: .oversight,
            source: "IOP.4.5", isDone: !review.reported.isEmpty)
        }
      }
      return [
        entry("papers", "Papers before the visit", review.papersDue),
        entry("visit", "Visit", review.visitBegin.isEmpty ? review.planned : review.visitBegin),
      ].compactMap(\.self)
    }
    return own
      + (try RecordStore.all(OversightFinding.self, in: db).compactMap { agency, finding -> CalendarEntry? in
        guard let day = Day(finding.answerDue) else { return nil }
        let review = names[[agency, finding.review]].map(name) ?? "oversight review"
        return CalendarEntry(
          id: "answer.\(finding.id)", agency: agency, day: day, title: "Answer to a finding: \(review)", kind: .answer,
          source: finding.element.isEmpty ? "IOP.4.7" : line(finding.element),
          isDone: answered.contains([agency, finding.id]))
      })
  }

  /// Risks to look at again (IOP.3.2), and process changes (IOP.3.1).
  static func eventDues(in db: Database) throws -> [CalendarEntry] {
    try RecordStore.all(Risk.self, in: db).compactMap { agency, risk in
      Day(risk.reviewBy).map { day in
        CalendarEntry(
          id: "risk.\(risk.id)", agency: agency, day: day, title: "Look at the risk again: \(line(risk.title))",
          kind: .risk, source: "IOP.3.2", person: risk.person, isDone: !risk.closed.isEmpty)
      }
    }
      + RecordStore.all(ProcessChange.self, in: db).compactMap { agency, change in
        Day(change.due).map { day in
          CalendarEntry(
            id: "change.\(change.id)", agency: agency, day: day, title: "Process change: \(line(change.title))",
            kind: .change, source: "IOP.3.1", person: change.person, isDone: !change.done.isEmpty)
        }
      }
  }
}
