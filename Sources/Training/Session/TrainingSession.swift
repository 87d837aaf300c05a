public import Records

/// A session of a course (AS.5.2 tasks 5 and 6).
public struct TrainingSession: TypedRecord {
  public let id: String
  public var course = ""
  public var version = 1
  public var day = ""
  /// Of a session of several days; empty for one of one day.
  public var lastDay = ""
  /// "09:00"; empty while nobody knows.
  public var time = ""
  public var place = ""
  public var mode = ""
  /// Code of a ``Trainer`` or a ``PublishedTrainer``; empty where nobody teaches: self-directed training.
  public var trainer = ""
  /// 0 where there is no limit.
  public var seats = 0
  /// Hundredths of an hour; 0 for the hours of the course.
  public var hours = 0
  /// How the work of those who attend is covered.
  public var coverage = ""
  /// Whole cents.
  public var cost = 0
  public var state = State.planned.rawValue
  /// Why it was moved or cancelled.
  public var reason = ""
  /// Id of the session that is the same one; what stands here counts no more. Empty for all others.
  public var joined = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public enum State: String, CaseIterable, Hashable, Sendable {
    case planned, held, cancelled
  }

  public static let fields: [EntryField<TrainingSession>] = [
    .text("course", "course", \.course),
    .number("version", "version", \.version, .number(1...9_999)),
    .text("day", "day", \.day, .day),
    .text("last_day", "last day", \.lastDay, .day),
    .text("time", "time", \.time, .time),
    .text("place", "place", \.place),
    .text("mode", "mode", \.mode, .choice([""] + Course.modes, whenEmpty: "")),
    .text("trainer", "trainer code", \.trainer),
    .number("seats", "seats", \.seats, .number(0...9_999)),
    .number("hours", "hours", \.hours, .hundredths),
    .text("coverage", "coverage for those absent from work", \.coverage, .text),
    .number("cost", "cost", \.cost, .cents),
    .text("state", "state", \.state, .choice(State.allCases.map(\.rawValue), whenEmpty: State.planned.rawValue)),
    .text("reason", "why moved or cancelled", \.reason),
    .text("joined", "joined to", \.joined),
    .text("note", "note", \.note, .text),
  ]

  /// The day on which whoever attended has completed it.
  public var completedOn: String { lastDay.isEmpty ? day : lastDay }

  /// Whether it counts: neither cancelled nor joined to another.
  public var counts: Bool { state != State.cancelled.rawValue && joined.isEmpty }

  /// Whether it ends after a day: nobody can have attended all of it then.
  public func isInFuture(on today: Day) -> Bool { Day(completedOn).map { $0 > today } ?? false }

  public var isHeld: Bool { state == State.held.rawValue }

  /// Two sessions that are likely one, since two people entered it on two nodes: of one course and day, with a person in both, or
  /// where time and place agree, or are left out on one side. A place is the same however it is capitalized and spaced.
  ///
  /// - Parameter shared: whether somebody is in both (``Enrolment/isThere``); asked only where it decides.
  public func isLike(_ other: TrainingSession, shared: @autoclosure () throws -> Bool) rethrows -> Bool {
    guard course == other.course, day == other.day else { return false }
    return try Self.agree(Self.spelled(time: time), Self.spelled(time: other.time))
      && Self.agree(Self.spelled(place: place), Self.spelled(place: other.place)) || shared()
  }

  /// The same, of what nobody is in yet: a session that a row or a command describes.
  public func isLike(_ other: TrainingSession) -> Bool { isLike(other, shared: false) }

  private static func agree(_ left: String, _ right: String) -> Bool { left == right || left.isEmpty || right.isEmpty }

  /// An older program kept a time as somebody wrote it.
  private static func spelled(time: String) -> String {
    if case .text(let text)? = try? FieldContent.time.value(of: time) { text } else { time }
  }

  private static func spelled(place: String) -> String {
    place.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
