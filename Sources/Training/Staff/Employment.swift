public import Records

/// What a record of a member of staff must not be. The one place for the commands that refuse it and the finding that says it of what a
/// merge brought. The raw value is the rule's name at entry.
public enum EmploymentRule: String, CaseIterable, Hashable, Sendable {
  case beforeHire = "before-hire"
  case afterSeparation = "after-separation"
  case inFuture = "in-future"
}

/// A record that says something of somebody from a day on, or on it: this person is staff then.
public protocol EmploymentRecord {
  var staff: String { get }
  /// Name of the field with the day.
  static var dayField: String { get }
  var employedOn: String { get }
  /// Whether it may be entered before its day: what is planned, and not what was seen.
  static var isPlannable: Bool { get }
}

extension EmploymentRecord {
  public static var isPlannable: Bool { true }

  /// What the day breaks; nil where it stands well.
  public func broken(by member: StaffMember, today: Day) -> EmploymentRule? {
    guard let day = Day(employedOn) else { return nil }
    if let hired = Day(member.hired), day < hired { return .beforeHire }
    if let separated = Day(member.separated), day > separated { return .afterSeparation }
    return !Self.isPlannable && day > today ? .inFuture : nil
  }
}

extension StaffAssignment: EmploymentRecord {
  public static var dayField: String { "first" }
  public var employedOn: String { first }
}

/// The last day of it may lie after separation: who leaves while on leave had planned to come back.
extension StaffLeave: EmploymentRecord {
  public static var dayField: String { "first" }
  public var employedOn: String { first }
}

extension SkillAssessment: EmploymentRecord {
  public static var dayField: String { "day" }
  public var employedOn: String { day }
  public static var isPlannable: Bool { false }
}

extension Recognition: EmploymentRecord {
  public static var dayField: String { "day" }
  public var employedOn: String { day }
  public static var isPlannable: Bool { false }
}
