public import Records

/// A course that somebody completed, named by person, course and day: two nodes that enter the same one have one row.
///
/// It is never deleted: a wrong one is void, and what is right has another number. What is void never counted.
public struct Completion: NaturalRecord {
  public var staff = ""
  public var course = ""
  public var day = ""
  /// 1, and one more for each that was issued again for the day.
  public var number = 1
  public var version = 1
  /// Hundredths of an hour.
  public var hours = 0
  public var kind = Kind.training.rawValue
  /// The day since which it is known to be wrong; empty for what stands.
  public var void = ""
  public var reason = ""
  /// Id of the ``Transcript`` with which it came; empty for the agency's own.
  public var transcript = ""
  public var note = ""

  public init() {}

  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case training
    case equivalent = "equivalent prior training"
    case development = "professional development"
  }

  public var isVoid: Bool { !void.isEmpty }

  public static let keys: [EntryField<Completion>] = [
    .text("staff", "staff code", \.staff),
    .text("course", "course", \.course),
    .text("day", "completed on", \.day, .day),
    .number("number", "number", \.number, .number(1...99)),
  ]

  public static let fields: [EntryField<Completion>] = [
    .number("version", "version", \.version, .number(1...9_999)),
    .number("hours", "hours", \.hours, .hundredths),
    .text("kind", "kind", \.kind, .choice(Kind.allCases.map(\.rawValue), whenEmpty: Kind.training.rawValue)),
    .text("void", "void since", \.void, .day),
    .text("reason", "why it is void", \.reason),
    .text("transcript", "transcript with which it came", \.transcript),
    .text("note", "note", \.note),
  ]
}
