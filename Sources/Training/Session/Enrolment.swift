public import Records

/// A member of staff in a session.
public struct Enrolment: NaturalRecord {
  /// Id of a ``TrainingSession``.
  public var session = ""
  public var staff = ""
  /// The order in which people enrolled: those past the seats wait.
  public var place = 0
  /// The day of it.
  public var day = ""
  public var withdrawn = ""
  public var attendance = ""
  public var note = ""

  public init() {}

  public static let attended = "attended"
  public static let absent = "absent"

  /// Whether the person is in the session, as far as anybody knows: neither withdrawn nor absent.
  public var isThere: Bool { withdrawn.isEmpty && attendance != Self.absent }

  public static let keys: [EntryField<Enrolment>] = [
    .text("session", "session", \.session),
    .text("staff", "staff code", \.staff),
  ]

  public static let fields: [EntryField<Enrolment>] = [
    .number("place", "place in the order", \.place, .number(0...999_999)),
    .text("day", "enrolled on", \.day, .day),
    .text("withdrawn", "withdrawn on", \.withdrawn, .day),
    .text("attendance", "attendance", \.attendance, .choice(["", attended, absent], whenEmpty: "")),
    .text("note", "note", \.note),
  ]
}

/// Who has a seat in a session, and who waits.
public struct SessionRoster: Hashable, Sendable {
  /// Without those who withdrew: in the order in which they enrolled, as many as there are seats.
  public let seated: [Enrolment]
  /// In the order in which they get a seat that is left.
  public let waiting: [Enrolment]
  public let withdrawn: [Enrolment]

  public init(_ session: TrainingSession, _ enrolments: [Enrolment]) {
    let ordered = enrolments.sorted { ($0.place, $0.staff) < ($1.place, $1.staff) }
    let standing = ordered.filter { $0.withdrawn.isEmpty }
    let seats = session.seats > 0 ? session.seats : standing.count
    // Whoever attended had a seat.
    let attended = standing.filter { $0.attendance == Enrolment.attended }
    let others = standing.filter { $0.attendance != Enrolment.attended }
    let rest = max(0, seats - attended.count)
    let seatedOthers = Set(others.prefix(rest).map(\.staff))
    seated = standing.filter { $0.attendance == Enrolment.attended || seatedOthers.contains($0.staff) }
    waiting = Array(others.dropFirst(rest))
    withdrawn = ordered.filter { !$0.withdrawn.isEmpty }
  }

  public var attended: [Enrolment] { seated.filter { $0.attendance == Enrolment.attended } }

  /// Whether more attended than there are seats.
  public func isOverFull(_ session: TrainingSession) -> Bool { session.seats > 0 && attended.count > session.seats }
}
