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
  public var trainer = ""
  /// 0 where there is no limit.
  public var seats = 0
  /// Hundredths of an hour; 0 as the course says.
  public var hours = 0
  public var coverage = ""
  /// Whole cents.
  public var cost = 0
  public var state = State.planned.rawValue
  public var reason = ""
  /// Id of the session that is the same; empty for others.
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
    .text("trainer", "trainer", \.trainer),
    .number("seats", "seats", \.seats, .number(0...9_999)),
    .number("hours", "hours", \.hours, .hundredths),
    .text("coverage", "coverage for those absent from work", \.coverage, .text),
    .number("cost", "cost", \.cost, .cents),
    .text("state", "state", \.state, .choice(State.allCases.map(\.rawValue), whenEmpty: State.planned.rawValue)),
    .text("reason", "why moved or cancelled", \.reason),
    .text("joined", "joined to", \.joined),
    .text("note", "note", \.note, .text),
  ]
}

/// A person's place in a session. In the order in which they enrolled: those past its seats wait.
public struct Enrolment: NaturalRecord {
  public var session = ""
  public var staff = ""
  public var day = ""
  public var state = State.enrolled.rawValue
  public var attended = 0
  public var note = ""

  public init() {}

  public enum State: String, CaseIterable, Hashable, Sendable {
    case enrolled, waiting, withdrawn
  }

  public static let keys: [EntryField<Enrolment>] = [
    .text("session", "session", \.session),
    .text("staff", "member of staff", \.staff),
  ]

  public static let fields: [EntryField<Enrolment>] = [
    .text("day", "enrolled on", \.day, .day),
    .text("state", "state", \.state, .choice(State.allCases.map(\.rawValue), whenEmpty: State.enrolled.rawValue)),
    .number("attended", "attended", \.attended, .yes),
    .text("note", "note", \.note),
  ]
}
