public import Records

/// A member of an agency's staff. An agency may keep a code and leave the name out; there is no field for a Social Security number.
public struct StaffMember: TypedRecord {
  public let id: String
  /// Unique within the agency.
  public var code = ""
  public var name = ""
  public var hired = ""
  /// The last day on which this person is staff; empty while there is none.
  public var separated = ""
  public var coordinator = 0
  public var transcript = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<StaffMember>] = [
    .text("code", "staff code", \.code),
    .text("name", "name", \.name),
    .text("hired", "hired on", \.hired, .day),
    .text("separated", "last day", \.separated, .day),
    .number("coordinator", "training coordinator", \.coordinator, .yes),
    .text("transcript", "transcript with which this person came", \.transcript),
    .text("note", "note", \.note, .text),
  ]
}

/// What a member of staff does from a day on: level, job class, unit, supervisor (AS.5.1 task 2). The newest one of a day counts.
public struct StaffAssignment: TypedRecord {
  public let id: String
  public var staff = ""
  public var first = ""
  public var level = StaffLevel.rankAndFile.rawValue
  public var jobClass = ""
  public var unit = ""
  /// Id of a ``StaffMember``; may be empty.
  public var supervisor = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<StaffAssignment>] = [
    .text("staff", "member of staff", \.staff),
    .text("first", "from", \.first, .day),
    .text(
      "level", "level", \.level,
      .choice(StaffLevel.allCases.map(\.rawValue), whenEmpty: StaffLevel.rankAndFile.rawValue)),
    .text("job_class", "job class", \.jobClass),
    .text("unit", "unit", \.unit),
    .text("supervisor", "supervisor", \.supervisor),
  ]
}

/// Days on which a member of staff is on leave. Why is nobody's business here.
public struct StaffLeave: TypedRecord {
  public let id: String
  public var staff = ""
  public var first = ""
  /// The last day of it; empty while nobody knows.
  public var last = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<StaffLeave>] = [
    .text("staff", "member of staff", \.staff),
    .text("first", "from", \.first, .day),
    .text("last", "until", \.last, .day),
  ]
}
