import Catalogue
import GRDB
import Records
import Store
import Training

/// What several records of training ask of their fields.
enum TrainingRules {
  /// - Throws: `Failure.rule` for a course that the agency may not hold.
  static func checkCourse(_ code: String, of agency: String?, in db: Database) throws {
    let courses =
      try agency.map { try TrainingStore.courses(of: $0, in: db) } ?? RecordStore.published(Course.self, in: db)
    guard !courses.contains(where: { $0.code == code }) else { return }
    throw Failure.rule(
      "unknown-course", "there is no course '\(Shown.line(code, limit: 40))'",
      next: "see `qapi training courses`; special training needs a Training Proposal that DCSS approved")
  }

  /// A version of a course that the agency may hold.
  static func checkCourse(_ code: String, version: Int, of agency: String, in db: Database) throws -> Course {
    try checkCourse(code, of: agency, in: db)
    let versions = try TrainingStore.courses(of: agency, in: db).filter { $0.code == code }
    guard let course = versions.first(where: { $0.version == version }) else {
      throw Failure.rule(
        "unknown-version", "the course \(Shown.line(code, limit: 40)) has no version \(version)",
        next: "use one of: \(versions.map { "\($0.version)" }.joined(separator: ", "))")
    }
    return course
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
