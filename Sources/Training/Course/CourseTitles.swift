/// What courses are called, beside their codes: of a version, and of a code by its newest version.
public struct CourseTitles: Hashable, Sendable {
  private var newest: [String: String] = [:]
  private var versions: [String: [Int: String]] = [:]

  /// - Parameter courses: of the same code and version the first counts.
  public init(_ courses: [Course] = []) {
    for (code, courses) in Dictionary(grouping: courses, by: \.code) {
      newest[code] = courses.max { $0.version < $1.version }?.title
      versions[code] = Dictionary(courses.map { ($0.version, $0.title) }) { first, _ in first }
    }
  }

  /// Empty where nobody wrote one.
  public func title(of course: String) -> String { newest[course] ?? "" }

  public func title(of course: String, version: Int) -> String { versions[course]?[version] ?? "" }

  /// Code and title: `core, Core skills`.
  public func named(_ course: String) -> String {
    let title = title(of: course)
    return title.isEmpty ? course : "\(course), \(title)"
  }
}
