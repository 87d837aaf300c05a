public import Records

/// Who needs a course, within how long, and how often again. The manual names neither hours nor intervals: the department sets them
/// for all agencies, an agency for itself (``LocalRequirement``).
public struct TrainingRequirement: TypedRecord {
  public let id: String
  public var course = ""
  /// One of ``StaffLevel``; empty for every level.
  public var level = ""
  /// Empty for every job class.
  public var jobClass = ""
  public var start = Start.hire.rawValue
  /// Within how many days it is due.
  public var days = 0
  /// After how many months it is due again; 0 if once is enough.
  public var months = 0
  /// Completions of earlier versions do not count; 0 if all do.
  public var version = 0
  public var first = ""
  /// The last day; empty while it is in force.
  public var last = ""
  /// The obligation of the catalogue that it meets: "AS.4.4-7".
  public var duty = ""
  public var source = ""

  public init(id: String) { self.id = id }

  public enum Start: String, CaseIterable, Hashable, Sendable {
    case hire
    /// The first day of the unbroken run of assignments for which it is required.
    case assignment
  }

  public static let fields: [EntryField<TrainingRequirement>] = [
    .text("course", "course", \.course),
    .text("level", "level", \.level, .choice([""] + StaffLevel.words, whenEmpty: "")),
    .text("job_class", "job class", \.jobClass),
    .text("start", "counted from", \.start, .choice(Start.allCases.map(\.rawValue), whenEmpty: Start.hire.rawValue)),
    .number("days", "within days", \.days, .number(0...9_999)),
    .number("months", "again after months", \.months, .number(0...999)),
    .number("version", "least version", \.version, .number(0...9_999)),
    .text("first", "in force from", \.first, .day),
    .text("last", "in force until", \.last, .day),
    .text("duty", "obligation of the catalogue", \.duty),
    .text("source", "source", \.source),
  ]

  public func isInForce(on day: Day) -> Bool {
    guard let first = Day(first), first <= day else { return false }
    return Day(last).map { day <= $0 } ?? last.isEmpty
  }

  func applies(to assignment: StaffAssignment) -> Bool {
    (level.isEmpty || level == assignment.level) && (jobClass.isEmpty || jobClass == assignment.jobClass)
  }
}

/// What an agency requires of its own staff besides.
public struct LocalRequirement: TypedRecord {
  public var id: String { rule.id }
  public var rule: TrainingRequirement

  public init(id: String) { rule = TrainingRequirement(id: id) }

  public static let fields = TrainingRequirement.fields.map { $0.within(\LocalRequirement.rule) }
}

/// Days on which a member of staff need not take a course.
public struct TrainingWaiver: NaturalRecord {
  public var staff = ""
  public var course = ""
  public var first = ""
  /// The last day; empty while it has none.
  public var last = ""
  public var reason = ""
  public var person = ""

  public init() {}

  public static let keys: [EntryField<TrainingWaiver>] = [
    .text("staff", "staff code", \.staff),
    .text("course", "course", \.course),
    .text("first", "from", \.first, .day),
  ]

  public static let fields: [EntryField<TrainingWaiver>] = [
    .text("last", "until", \.last, .day),
    .text("reason", "reason", \.reason, .text),
    .text("person", "by whom", \.person),
  ]
}
