/// What courses are called, beside their codes: of a version, and of a code by its newest version.
public struct CourseTitles: Hashable, Sendable {
  private let courses: KnownCourses

  public init(_ courses: [Course] = []) { self.courses = KnownCourses(courses) }

  /// Empty where nobody wrote one.
  public func title(of course: String) -> String { courses.versions(of: course).last?.title ?? "" }

  public func title(of course: String, version: Int) -> String {
    courses.course(course, version: version)?.title ?? ""
  }

  /// Code and title: `core, Core skills`.
  public func named(_ course: String) -> String {
    let title = title(of: course)
    return title.isEmpty ? course : "\(course), \(title)"
  }
}
