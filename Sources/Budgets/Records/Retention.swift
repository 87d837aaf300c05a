public import Records

/// How long the records of a claim are kept: four years and four months, and longer while an audit, litigation or a court order holds
/// them (AS.2.6 task 9). From which day the time runs, the manual does not say: ``FiscalSettings/retention`` does.
public struct Retention: Hashable, Sendable {
  /// nil while the day from which the time runs has not come: nothing was submitted, or paid.
  public let start: Day?
  /// The last day on which they are kept; nil with `start`.
  public let until: Day?
  /// What holds them, in words; empty if nothing does.
  public let holds: [String]

  public enum Start: String, CaseIterable, Hashable, Sendable {
    case quarterEnd = "quarter end"
    case submission, payment
  }

  public enum State: String, Hashable, Sendable {
    case notBegun = "not begun"
    case held, kept, over
  }

  /// - Parameters:
  ///   - quarter: whose costs the claim is of.
  ///   - submitted, paid: days of the newest submission, and of the payment; nil while there is none.
  public init(
    of quarter: StateQuarter, from start: Start, submitted: Day?, paid: Day?, holds: [RecordHold], audits: [Audit],
    on today: Day
  ) {
    let day: Day? =
      switch start {
      case .quarterEnd: quarter.lastDay
      case .submission: submitted
      case .payment: paid
      }
    self.start = day
    until = day.flatMap(Self.end)
    let standing = holds.filter { hold in
      Self.stands(from: hold.begun, until: hold.lifted, on: today)
        && Self.covers(quarter, from: hold.first, until: hold.last)
    }
    let held = Set(standing.map(\.audit))
    // An audit that is open holds the records that it looks at, whether or not somebody wrote a hold down.
    let open = audits.filter { audit in
      !held.contains(audit.id) && Self.stands(from: audit.begun, until: audit.closed, on: today)
        && Self.covers(quarter, from: audit.first, until: audit.last)
    }
    let titles = Dictionary(audits.map { ($0.id, $0.title) }) { first, _ in first }
    self.holds =
      standing.map { [$0.kind, titles[$0.audit] ?? ""].filter { !$0.isEmpty }.joined(separator: ": ") }
      + open.map { "audit: \($0.title)" }
  }

  public func state(on today: Day) -> State {
    if !holds.isEmpty { return .held }
    guard let until else { return .notBegun }
    return today <= until ? .kept : .over
  }

  /// Four years and four months from a day. From the last day of a month it is the last day of a month (30 September is kept until
  /// 31 January, and 29 February until 30 June), and a day that the month does not have is its last one: the longer reading each
  /// time.
  public static func end(from start: Day) -> Day? {
    let months = start.month + 3
    guard let first = Day(start.year + 4 + months / 12, months % 12 + 1, 1) else { return nil }
    guard start != start.monthEnd else { return first.monthEnd }
    return Day(first.year, first.month, start.day) ?? first.monthEnd
  }

  private static func stands(from first: String, until last: String, on today: Day) -> Bool {
    (Day(first).map { $0 <= today } ?? true) && (Day(last).map { $0 > today } ?? true)
  }

  /// No day is no limit.
  private static func covers(_ quarter: StateQuarter, from first: String, until last: String) -> Bool {
    (Day(first).map { $0 <= quarter.lastDay } ?? true) && (Day(last).map { $0 >= quarter.firstDay } ?? true)
  }
}
