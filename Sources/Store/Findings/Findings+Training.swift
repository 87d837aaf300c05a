internal import GRDB
internal import Records
internal import Training

/// Staff, their assignments, and what evaluations and audits ask for (AS.5.1, AS.5.2).
extension Findings {
  /// 1. `worker-errors-above-level`: more findings of an audit were due to worker error than are accepted (AS.5.1), and no training
  ///    follows.
  /// 2. `evaluation-without-follow-up`: an evaluation of thirty days ago without what follows from it (AS.5.2 task 8). The days are
  ///    ours.
  /// 3. `staff-without-assignment`: staff of whom nobody can say what is required. One finding an agency.
  /// 4. `supervisor-not-staff`: assignments of today whose supervisor is no member of staff today. One finding an agency.
  /// 5. `no-training-coordinator`: an agency that keeps its staff and has no training coordinator today (AS.5.1 task 1).
  ///
  /// 6. `outside-employment`: assignments, leave, assessments or recognition of days on which the person is no staff, or that are still to
  ///    come: see ``Training/EmploymentRule``. One finding an agency and kind.
  ///
  /// - Parameter today: all but the first and the last find nothing without it.
  static func training(on today: Day?, in db: Database) throws -> [Finding] {
    try workerErrors(in: db) + outsideEmployment(on: today, in: db)
      + (today.map { today in
        try followUps(on: today, in: db) + withoutAssignment(on: today, in: db) + supervisors(on: today, in: db)
          + coordinators(on: today, in: db)
      } ?? [])
  }

  private static func found(
    _ rule: String, _ agency: String, _ table: SyncedTable, _ key: [String], _ message: String, next: String
  ) -> Finding {
    Finding(
      rule: rule, weight: .attention, agency: agency,
      row: RowName(table: table.name, key: ([agency] + key).map { .text($0) }), message: message, next: next,
      doer: .agency)
  }

  private static func outsideEmployment(on today: Day?, in db: Database) throws -> [Finding] {
    func outside<Record: EmploymentRecord & StoredRow>(_: Record.Type, _ command: String) throws -> [Finding] {
      let today = today ?? .distantFuture
      let day = "record.\(Record.dayField)"
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT record.*, member.hired AS hired_on, member.separated AS separated_on
          FROM \(Record.table.name) AS record
          JOIN \(Schema.staffMember.name) AS member ON member.agency = record.agency AND member.code = record.staff
          WHERE \(day) < member.hired OR (member.separated <> '' AND \(day) > member.separated) OR \(day) > ?
          ORDER BY record.agency, record.staff, \(day)
          """, arguments: ["\(today)"])
      let broken = rows.compactMap { row -> (agency: String, record: Record)? in
        let record = Record(row: row)
        var member = StaffMember()
        (member.hired, member.separated) = (row["hired_on"], row["separated_on"])
        return record.broken(by: member, today: today).map { _ in (row["agency"], record) }
      }
      return Dictionary(grouping: broken, by: \.agency).sorted { $0.key < $1.key }.map { agency, own in
        Finding(
          rule: "outside-employment", weight: .attention, agency: agency,
          row: RowName(table: Record.table.name, key: [.text(agency)] + own[0].record.keyValues),
          message:
            "\(Record.table.title) of a day on which this person was no staff, or that is still to come: \(own.count)",
          next: "correct the day, or the staff's; see `qapi training \(command) list`", doer: .agency)
      }
    }
    return try outside(StaffAssignment.self, "assignment") + outside(StaffLeave.self, "leave")
      + outside(SkillAssessment.self, "assessment") + outside(Recognition.self, "recognition")
  }

  private static func workerErrors(in db: Database) throws -> [Finding] {
    let levels = try RecordStore.published(ErrorLevel.self, in: db)
    return try RecordStore.all(WorkerErrorCount.self, in: db).filter { _, count in
      count.isOver(levels) == true && count.course.isEmpty
    }.map { agency, count in
      found(
        "worker-errors-above-level", agency, Schema.workerErrorCount, [count.id],
        "\(count.errors) findings in \(count.cases) cases were due to worker error: more than is accepted",
        next: "say which training follows with `qapi training errors edit \(count.id) course=CODE`")
    }
  }

  /// After how many days an evaluation without a follow-up is a finding.
  static let followUpDays = 30

  private static func followUps(on today: Day, in db: Database) throws -> [Finding] {
    try RecordStore.all(TrainingEvaluation.self, in: db).filter { _, evaluation in
      guard evaluation.followUp.isEmpty, let day = Day(evaluation.day) else { return false }
      return day.adding(days: followUpDays).map { $0 < today } ?? false
    }.map { agency, evaluation in
      found(
        "evaluation-without-follow-up", agency, Schema.trainingEvaluation, [evaluation.id],
        "nothing is said to follow from this evaluation of \(evaluation.day)",
        next: "say it with `qapi training evaluation edit \(evaluation.id) follow_up=... due=DAY`")
    }
  }

  private static func withoutAssignment(on today: Day, in db: Database) throws -> [Finding] {
    let staff = Dictionary(grouping: try ComplianceStore.withoutAssignment(on: today, in: db), by: \.agency)
    return staff.keys.sorted().compactMap { agency in
      guard let codes = staff[agency], let first = codes.first else { return nil }
      return found(
        "staff-without-assignment", agency, Schema.staffMember, [first.staff],
        "staff without an assignment, so that nobody knows which training is required: \(codes.count)",
        next:
          "assign them with `qapi training assignment staff=\(RecordText.shown(first.staff, limit: 40)) first=DAY level=...`"
      )
    }
  }

  private static func supervisors(on today: Day, in db: Database) throws -> [Finding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT agency, min(staff) AS staff, first, count(*) AS count FROM (
          SELECT a.agency, a.staff, max(a.first) AS first, a.supervisor FROM \(Schema.staffAssignment.name) AS a
          JOIN \(Schema.staffMember.name) AS m ON m.agency = a.agency AND m.code = a.staff
          WHERE a.first <= ?1 AND m.hired <= ?1 AND (m.separated = '' OR m.separated >= ?1)
          GROUP BY a.agency, a.staff
        ) AS assigned
        WHERE supervisor <> '' AND NOT EXISTS (
          SELECT 1 FROM \(Schema.staffMember.name) AS s WHERE s.agency = assigned.agency AND s.code = assigned.supervisor
          AND s.hired <> '' AND s.hired <= ?1 AND (s.separated = '' OR s.separated >= ?1))
        GROUP BY agency ORDER BY agency
        """, arguments: ["\(today)"]
    ).map { row in
      let (agency, staff, first): (String, String, String) = (row["agency"], row["staff"], row["first"])
      let count: Int = row["count"]
      return found(
        "supervisor-not-staff", agency, Schema.staffAssignment, [staff, first],
        "assignments whose supervisor is no member of staff today: \(count)",
        next: "say who supervises from today on with `qapi training assignment`")
    }
  }

  private static func coordinators(on today: Day, in db: Database) throws -> [Finding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT agency, count(*) AS people FROM \(Schema.staffMember.name)
        WHERE hired <> '' AND hired <= ?1 AND (separated = '' OR separated >= ?1)
        GROUP BY agency HAVING max(coordinator) = 0 ORDER BY agency
        """, arguments: ["\(today)"]
    ).map { row in
      found(
        // Of nobody in particular: the row names no code.
        "no-training-coordinator", row["agency"], Schema.staffMember, [""],
        "of \(row["people"] as Int) members of staff nobody is training coordinator (AS.5.1)",
        next: "say who with `qapi training staff code=CODE coordinator=yes`")
    }
  }
}
