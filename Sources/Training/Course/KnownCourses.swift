public import Records

/// What is wrong with a version of a course on a day. The one place for the commands that refuse it and the findings that say it of what
/// a merge brought. The raw value is the rule's name.
public enum CourseRule: String, CaseIterable, Hashable, Sendable {
  case unknownCourse = "unknown-course"
  case unknownVersion = "unknown-version"
  /// It is taught only from a later day on.
  case notTaught = "version-not-taught"
}

/// The courses that an agency may hold, and which version of one is taught on a day.
public struct KnownCourses: Hashable, Sendable {
  /// By code; of each the versions, the oldest first.
  private let versions: [String: [Course]]

  public init(_ courses: [Course]) {
    versions = Dictionary(grouping: courses, by: \.code).mapValues { $0.sorted { $0.version < $1.version } }
  }

  /// By code and version.
  public var all: [Course] { versions.keys.sorted().flatMap { versions[$0] ?? [] } }

  /// The oldest first; none for a course that the agency may not hold.
  public func versions(of course: String) -> [Course] { versions[course] ?? [] }

  public func course(_ code: String, version: Int) -> Course? { versions[code]?.first { $0.version == version } }

  /// The version that is meant where none is said: the newest of those that are taught on the day, or the oldest where none is yet.
  public func meant(_ code: String, on day: Day) -> Course? {
    versions[code]?.last { $0.isTaught(on: day) } ?? versions[code]?.first
  }

  /// What is wrong with a version on a day; nil where it is taught then.
  func broken(_ code: String, version: Int, on day: Day) -> CourseRule? {
    guard versions[code] != nil else { return .unknownCourse }
    guard let course = course(code, version: version) else { return .unknownVersion }
    return course.isTaught(on: day) ? nil : .notTaught
  }
}

extension Course {
  /// From its first day on; always, where nobody said one.
  public func isTaught(on day: Day) -> Bool { Day(first).map { $0 <= day } ?? true }
}

extension TrainingSession {
  /// What is wrong with its version: it is taught on all of its days if it is on the first.
  public func broken(by courses: KnownCourses) -> CourseRule? {
    courses.broken(course, version: version, on: Day(day) ?? .distantFuture)
  }
}

extension Completion {
  /// What is wrong with its version. Nothing with what came with a transcript, which may be another agency's course; prior training
  /// is equivalent to a version that was not taught yet.
  public func broken(by courses: KnownCourses) -> CourseRule? {
    guard !isVoid, transcript.isEmpty else { return nil }
    let isElsewhere = kind == Kind.equivalent.rawValue
    return courses.broken(course, version: version, on: isElsewhere ? .distantFuture : Day(day) ?? .distantFuture)
  }
}
