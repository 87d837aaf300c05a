public import Records

/// What a member of staff does from a day on: level, job class, unit, supervisor (AS.5.1 task 2). The newest one of a day counts.
public struct StaffAssignment: NaturalRecord {
  public var staff = ""
  public var first = ""
  public var level = StaffLevel.rankAndFile.rawValue
  public var jobClass = ""
  public var unit = ""
  /// Code of a ``StaffMember``; may be empty.
  public var supervisor = ""

  public init() {}

  public static let keys: [EntryField<StaffAssignment>] = [
    .text("staff", "staff code", \.staff),
    .text("first", "from", \.first, .day),
  ]

  public static let fields: [EntryField<StaffAssignment>] = [
    .text("level", "level", \.level, .choice(StaffLevel.words, whenEmpty: StaffLevel.rankAndFile.rawValue)),
    .text("job_class", "job class", \.jobClass),
    .text("unit", "unit", \.unit),
    .text("supervisor", "staff code of the supervisor", \.supervisor),
  ]
}

/// Days on which a member of staff is on leave. Why is not kept.
public struct StaffLeave: NaturalRecord {
  public var staff = ""
  public var first = ""
  /// The last day of it; empty while nobody knows.
  public var last = ""

  public init() {}

  public static let keys: [EntryField<StaffLeave>] = [
    .text("staff", "staff code", \.staff),
    .text("first", "from", \.first, .day),
  ]

  public static let fields: [EntryField<StaffLeave>] = [.text("last", "until", \.last, .day)]
}
