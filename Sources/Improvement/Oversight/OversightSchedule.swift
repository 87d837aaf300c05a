public import Records

/// When each agency had its last scheduled review, and when it has its next (IOP.4.3 tasks 2 and 3: on average every two years,
/// more or less often by performance).
public struct OversightSchedule: Hashable, Sendable {
  /// In the order of the agencies that were given.
  public let agencies: [Entry]

  public struct Entry: Hashable, Sendable {
    public let agency: String
    /// Day of the last scheduled review that has been; nil if there was none.
    public let last: Day?
    /// Day of the next one that is planned, today or later; nil if none is.
    public let next: Day?
    /// Whether the last one is more than two years ago, or there was none.
    public let isOverdue: Bool
  }

  public static let years = 2

  /// - Parameter reviews: of all agencies and kinds; only scheduled reviews count.
  public init(of agencies: [String], reviews: [(agency: String, review: OversightReview)], on today: Day) {
    let scheduled = Dictionary(
      grouping: reviews.filter { $0.review.kind == OversightReview.scheduled }, by: \.agency)
    self.agencies = agencies.map { agency in
      let reviews = scheduled[agency]?.map(\.review) ?? []
      let last = reviews.compactMap(\.day).filter { $0 <= today }.max()
      let next = reviews.compactMap(\.plannedDay).filter { $0 >= today && $0 != last }.min()
      let isOverdue = last.flatMap { Self.anniversary(of: $0) }.map { $0 < today } ?? true
      return Entry(agency: agency, last: last, next: next, isOverdue: isOverdue)
    }
  }

  public var overdue: [Entry] { agencies.filter(\.isOverdue) }

  /// The same day two years later; of 29 February the last day of that month.
  static func anniversary(of day: Day) -> Day? {
    Day(day.year + years, day.month, day.day) ?? Day(day.year + years, day.month, 28)
  }
}
