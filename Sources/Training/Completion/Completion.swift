public import Records

/// A course that somebody completed, named by person, course and day: two nodes that enter the same one have one row.
/// It is never deleted: a wrong one is void, and what is right has another number.
public struct Completion: NaturalRecord {
  /// Id of the ``StaffMember``.
  public var staff = ""
  public var course = ""
  public var day = ""
  /// 1, and one more for each that was issued again for the day.
  public var number = 1
  public var version = 1
  /// Hundredths of an hour.
  public var hours = 0
  public var session = ""
  public var kind = Kind.session.rawValue
  public var void = ""
  public var reason = ""
  public var transcript = ""
  public var note = ""

  public init() {}

  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case session
    case equivalent = "equivalent prior training"
    case development = "professional development"
  }

  public var isVoid: Bool { !void.isEmpty }

  public static let keys: [EntryField<Completion>] = [
    .text("staff", "member of staff", \.staff),
    .text("course", "course", \.course),
    .text("day", "completed on", \.day, .day),
    .number("number", "number", \.number, .number(1...99)),
  ]

  public static let fields: [EntryField<Completion>] = [
    .number("version", "version", \.version, .number(1...9_999)),
    .number("hours", "hours", \.hours, .hundredths),
    .text("session", "session", \.session),
    .text("kind", "kind", \.kind, .choice(Kind.allCases.map(\.rawValue), whenEmpty: Kind.session.rawValue)),
    .text("void", "void since", \.void, .day),
    .text("reason", "why it is void", \.reason, .text),
    .text("transcript", "transcript with which it came", \.transcript),
    .text("note", "note", \.note),
  ]
}
