public import Records

/// A version of a course: approved curriculum of the department, or special training of an agency (AS.5.2 tasks 1 and 2).
public struct Course: NaturalRecord {
  public var code = ""
  public var version = 1
  public var title = ""
  public var mode = ""
  /// Hundredths of an hour.
  public var hours = 0
  /// 1 basic, 2 specialized, 3 continuing (AS.5.1 task 3).
  public var level = ""
  public var from = ""
  public var text = ""

  public init() {}

  public static let modes = ["classroom", "self-directed", "computer-based", "teleconference", "other"]

  public static let keys: [EntryField<Course>] = [
    .text("code", "code", \.code),
    .number("version", "version", \.version, .number(1...9_999)),
  ]

  public static let fields: [EntryField<Course>] = [
    .text("title", "title", \.title),
    .text("mode", "mode", \.mode, .choice([""] + modes, whenEmpty: "")),
    .number("hours", "hours", \.hours, .hundredths),
    .text("succession", "level of the Succession Plan", \.level, .choice(["", "1", "2", "3"], whenEmpty: "")),
    .text("first", "in force from", \.from, .day),
    .text("text", "content", \.text, .text),
  ]
}

/// Who needs a course, within how long, and how often again. The manual names neither hours nor intervals: the department sets them for all,
/// an agency for itself.
public struct TrainingRequirement: TypedRecord {
  public let id: String
  public var course = ""
  /// Empty for every level.
  public var level = ""
  /// Empty for every job class.
  public var jobClass = ""
  public var start = Start.hire.rawValue
  public var days = 0
  /// 0 if once is enough.
  public var months = 0
  /// Completions of earlier versions do not count; 0 if all do.
  public var version = 0
  public var first = ""
  /// The last day; empty while it is in force.
  public var last = ""
  public var catalogue = ""
  public var source = ""

  public init(id: String) { self.id = id }

  public enum Start: String, CaseIterable, Hashable, Sendable {
    case hire
    /// The first day of the unbroken run of assignments for which it is required.
    case assignment
  }

  public static let fields: [EntryField<TrainingRequirement>] = [
    .text("course", "course", \.course),
    .text("level", "level", \.level, .choice([""] + StaffLevel.allCases.map(\.rawValue), whenEmpty: "")),
    .text("job_class", "job class", \.jobClass),
    .text("start", "counted from", \.start, .choice(Start.allCases.map(\.rawValue), whenEmpty: Start.hire.rawValue)),
    .number("days", "within days", \.days, .number(0...9_999)),
    .number("months", "again after months", \.months, .number(0...999)),
    .number("version", "least version", \.version, .number(0...9_999)),
    .text("first", "in force from", \.first, .day),
    .text("last", "in force until", \.last, .day),
    .text("catalogue", "row of the catalogue", \.catalogue),
    .text("source", "source", \.source),
  ]
}

/// That somebody need not take a course.
public struct TrainingWaiver: TypedRecord {
  public let id: String
  public var staff = ""
  public var course = ""
  public var first = ""
  public var last = ""
  public var reason = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<TrainingWaiver>] = [
    .text("staff", "member of staff", \.staff),
    .text("course", "course", \.course),
    .text("first", "from", \.first, .day),
    .text("last", "until", \.last, .day),
    .text("reason", "reason", \.reason, .text),
    .text("person", "by whom", \.person),
  ]
}
