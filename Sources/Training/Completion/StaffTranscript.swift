import Records

/// Everything that somebody completed, void ones too: what a transcript and a certificate are made from.
public struct StaffTranscript: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public let completion: Completion
    /// Of the course in that version; empty where this agency does not know it.
    public let title: String
    /// Code of the agency from which it came; empty for the agency's own.
    public let from: String

    public init(completion: Completion, title: String, from: String) {
      self.completion = completion
      self.title = title
      self.from = from
    }
  }

  public let member: StaffMember
  /// By day, course and number.
  public let lines: [Line]

  public init(member: StaffMember, lines: [Line]) {
    self.member = member
    self.lines = lines.sorted { left, right in
      let (a, b) = (left.completion, right.completion)
      return (a.day, a.course, a.number) < (b.day, b.course, b.number)
    }
  }

  /// Hundredths of an hour of what stands, by calendar year.
  public var hoursByYear: [(year: Int, hours: Int)] {
    var hours: [Int: Int] = [:]
    for line in lines where !line.completion.isVoid {
      guard let day = Day(line.completion.day) else { continue }
      hours[day.year, default: 0] += line.completion.hours
    }
    return hours.keys.sorted().map { ($0, hours[$0] ?? 0) }
  }

  /// The last completion of a course on a day, what stands before what is void.
  ///
  /// - Parameter day: nil for the last day on which one stands.
  public func completion(of course: String, on day: String?) -> Line? {
    let own = lines.filter { line in
      line.completion.course == course && (day.map { $0 == line.completion.day } ?? true)
    }
    return own.last { !$0.completion.isVoid } ?? own.last
  }
}
