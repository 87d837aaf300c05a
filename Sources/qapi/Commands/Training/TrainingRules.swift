import Catalogue
import GRDB
import Records
import Store
import Training

/// What several records of training ask of their fields.
enum TrainingRules {
  /// - Throws: `Failure.rule` for a course that the agency may not hold.
  static func checkCourse(_ code: String, of agency: String?, in db: Database) throws {
    let courses = try courses(of: agency, in: db)
    guard courses.versions(of: code).isEmpty else { return }
    throw failure(.unknownCourse, code, version: 0, on: "", courses)
  }

  /// - Parameter agency: nil for the department: approved curriculum alone.
  static func courses(of agency: String?, in db: Database) throws -> KnownCourses {
    try agency.map { try TrainingStore.knownCourses(of: $0, in: db) }
      ?? KnownCourses(RecordStore.published(Course.self, in: db))
  }

  /// What a version of a course breaks on a day, in words.
  static func failure(
    _ rule: CourseRule, _ code: String, version: Int, on day: String, _ courses: KnownCourses
  ) -> Failure {
    let name = Shown.line(code, limit: 40)
    switch rule {
    case .unknownCourse:
      return .rule(
        rule.rawValue, "there is no course '\(name)'",
        next: "see `qapi training courses`; special training needs a Training Proposal that DCSS approved")
    case .unknownVersion:
      return .rule(
        rule.rawValue, "the course \(name) has no version \(version)",
        next: "use one of: \(courses.versions(of: code).map { "\($0.version)" }.joined(separator: ", "))")
    case .notTaught:
      let first = courses.course(code, version: version)?.first ?? ""
      let taught = Day(day).flatMap { day in
        courses.meant(code, on: day).flatMap { $0.isTaught(on: day) ? $0.version : nil }
      }
      return .rule(
        rule.rawValue, "version \(version) of \(name) is taught from \(Shown.line(first)), after \(Shown.line(day))",
        next: taught.map { "say version=\($0), which was taught then, or correct the day" }
          ?? "no version was taught then: correct the day; `qapi training courses` says from when each is taught")
    }
  }

  /// - Throws: `Failure.rule` for a day on which the person is no staff, or that is still to come.
  static func checkEmployment(_ entry: some EmploymentRecord, of agency: String?, in db: Database) throws {
    guard let member = try SessionStore.member(entry.staff, of: agency ?? "", in: db),
      let rule = entry.broken(by: member, today: try Day.argument(nil))
    else { return }
    let (code, day) = (Shown.line(member.code, limit: 40), Shown.line(entry.employedOn))
    switch rule {
    case .beforeHire:
      throw Failure.rule(
        rule.rawValue, "\(code) was hired on \(Shown.line(member.hired)), after \(day)", next: "correct one of the days"
      )
    case .afterSeparation:
      throw Failure.rule(
        rule.rawValue, "\(code) was staff until \(Shown.line(member.separated)), before \(day)",
        next: "correct one of the days; who came back has a new code: `qapi training transcript import --help`")
    case .inFuture: throw Failure.rule(rule.rawValue, "\(day) is after today", next: "correct the day")
    }
  }

  /// What there is to say of a job class that nobody has: another spelling applies to nobody.
  ///
  /// - Parameter agency: nil for all that this node reads.
  static func notes(onClass jobClass: String, of agency: String?, in db: Database) throws -> [String] {
    guard !jobClass.isEmpty else { return [] }
    let known = Set(try RecordStore.all(StaffAssignment.self, of: agency, in: db).map(\.record.jobClass)).subtracting([
      ""
    ])
    guard !known.isEmpty, !known.contains(jobClass) else { return [] }
    return [
      "nobody has the job class '\(Shown.line(jobClass, limit: 40))', so that it applies to nobody; there are: "
        + known.sorted().prefix(10).map { Shown.line($0, limit: 40) }.joined(separator: ", ")
        + (known.count > 10 ? " and \(known.count - 10) more" : "")
    ]
  }

  /// - Throws: `Failure.rule` where the last day lies before the first.
  static func checkDays(_ first: String, _ last: String) throws { try FiscalRules.checkDays(first, last) }

  /// - Throws: `Failure.rule` for an obligation that the catalogue has not, or that is none of training.
  static func checkDuty(_ id: String) throws {
    guard !id.isEmpty else { return }
    guard Obligation.named(id)?.kind == .training else {
      throw Failure.rule(
        "unknown-duty", "the catalogue has no training '\(Shown.line(id, limit: 40))'",
        next: "see `qapi training duties`")
    }
  }
}
