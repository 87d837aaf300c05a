internal import Foundation
public import GRDB
public import Records
public import Training

/// The training plan of an agency, computed from its records (AS.5.1 task 4).
public enum TrainingPlanStore {
  /// - Parameters:
  ///   - days: of the plan's year.
  ///   - today: as what staff and requirements stand; the nearest day of the year where it lies outside (``TrainingPlan/day``).
  public static func plan(
    of agency: String, days: ClosedRange<Day>, today: Day, in db: Database
  ) throws -> TrainingPlan {
    let day = min(max(today, days.lowerBound), days.upperBound)
    let people = try ComplianceStore(agency, in: db).everybody(on: day, in: db)
    let needs = SkillNeed.counted(try NeedStore.needs(of: agency, on: day, in: db))
    let sessions = try sessions(of: agency, days, in: db)
    let required = required(of: people, until: days.upperBound)
    let members = try RecordStore.all(StaffMember.self, of: agency, in: db).map(\.record)
    let counts = Dictionary(grouping: sessions, by: \.session.course).mapValues(\.count)
    let used = Set(required.map(\.course) + sessions.map(\.session.course) + needs.map(\.skill.course))
    let published = Set(try RecordStore.published(Course.self, in: db).map(\.code))
    let newest = Dictionary(
      try TrainingStore.courses(of: agency, in: db).map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    return TrainingPlan(
      coordinators: members.filter { $0.coordinator == 1 && $0.isStaff(on: day) }, required: required,
      curricula: used.sorted().compactMap { code in
        newest[code].map { course in
          TrainingPlan.Curriculum(
            course: course, isSpecial: !published.contains(code), sessions: counts[code] ?? 0)
        }
      }, sessions: sessions, trainers: try trainers(of: agency, days, known: Set(newest.keys), in: db), needs: needs,
      evaluations: try EvaluationStore.summary(of: agency, in: days, in: db), day: day)
  }

  private static func required(of people: [StaffCompliance], until last: Day) -> [TrainingPlan.Required] {
    let entries = Dictionary(
      grouping: people.flatMap { person in
        let falling = Set(person.due(until: last).map(\.requirement.course))
        return person.courses.map { (entry: $0, isFalling: falling.contains($0.requirement.course)) }
      }, by: \.entry.requirement.course)
    return entries.map { course, all in
      TrainingPlan.Required(
        course: course, people: all.count, overdue: all.count { $0.entry.state == .overdue },
        falling: all.count { $0.isFalling && $0.entry.state != .overdue })
    }.sorted { $0.course < $1.course }
  }

  private static func sessions(
    of agency: String, _ days: ClosedRange<Day>, in db: Database
  ) throws -> [TrainingPlan.Scheduled] {
    let range: StatementArguments = [agency, "\(days.lowerBound)", "\(days.upperBound)"]
    let sessions = try Row.fetchAll(
      db,
      sql:
        "SELECT * FROM \(Schema.trainingSession.name) WHERE agency = ? AND day BETWEEN ? AND ? ORDER BY day, time, id",
      arguments: range
    ).map(TrainingSession.init(row:)).filter(\.counts)
    let enrolled = try Row.fetchAll(
      db,
      sql: """
        SELECT e.session, count(*) AS count FROM \(Schema.trainingSession.name) AS s
        JOIN \(Schema.sessionEnrolment.name) AS e ON e.agency = s.agency AND e.session = s.id
        WHERE s.agency = ? AND s.day BETWEEN ? AND ? AND e.withdrawn = '' GROUP BY e.session
        """, arguments: range
    ).map { ($0["session"] as String, $0["count"] as Int) }
    let counts = Dictionary(enrolled, uniquingKeysWith: { first, _ in first })
    let trainers = try SessionStore.trainers(of: agency, in: db)
    func isCertified(_ session: TrainingSession) -> Bool? {
      switch trainers.standing(for: session) {
      case .nobody: nil
      case .certified: true
      case .unknown, .notCertified: false
      }
    }
    return sessions.map {
      TrainingPlan.Scheduled(session: $0, enrolled: counts[$0.id] ?? 0, isCertified: isCertified($0))
    }
  }

  private static func trainers(
    of agency: String, _ days: ClosedRange<Day>, known: Set<String>, in db: Database
  ) throws -> [TrainingPlan.Certified] {
    /// Without courses that the agency may not hold; nil where no other is left.
    func courses(_ codes: String) -> String? {
      let named = codes.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      let held = named.filter(known.contains)
      return named.isEmpty ? "" : held.isEmpty ? nil : held.joined(separator: ", ")
    }
    func isInForce(_ first: String, _ last: String) -> Bool {
      guard let first = Day(first), first <= days.upperBound else { return false }
      return Day(last).map { days.lowerBound <= $0 } ?? last.isEmpty
    }
    let own = Dictionary(
      try RecordStore.all(Trainer.self, of: agency, in: db).map { ($0.record.code, $0.record) },
      uniquingKeysWith: { $1 })
    let certified = try RecordStore.all(TrainerCertification.self, of: agency, in: db).map(\.record)
      .filter { isInForce($0.first, $0.last) }.compactMap { entry in
        courses(entry.course).map { courses in
          TrainingPlan.Certified(
            code: entry.trainer, name: own[entry.trainer]?.name ?? "", kind: own[entry.trainer]?.kind ?? "",
            courses: courses, first: entry.first, last: entry.last)
        }
      }
    return certified
      + (try RecordStore.published(PublishedTrainer.self, in: db).filter { isInForce($0.first, $0.last) }.compactMap {
        entry in
        courses(entry.courses).map { courses in
          TrainingPlan.Certified(
            code: entry.code, name: entry.name, kind: "through DCSS", courses: courses, first: entry.first,
            last: entry.last)
        }
      })
  }
}
