public import Records

/// A session of a course (AS.5.2 tasks 5 and 6).
public struct TrainingSession: TypedRecord {
  public let id: String
  public var course = ""
  public var version = 1
  public var day = ""
  /// Of a session of several days; empty for one of one day.
  public var lastDay = ""
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
    .text("time", "time", \.time),
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

  /// Two sessions that are likely one: two people entered it on two nodes.
  public func isLike(_ other: TrainingSession) -> Bool {
    course == other.course && day == other.day && (time == other.time || time.isEmpty || other.time.isEmpty)
      && (place == other.place || place.isEmpty || other.place.isEmpty)
  }
}
