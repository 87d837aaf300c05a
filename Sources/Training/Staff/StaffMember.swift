public import Records

/// A member of an agency's staff, by the code that the agency gave: personnel number, or a pseudonym. The name may be left out,
/// and there is no field for a Social Security number.
public struct StaffMember: NaturalRecord {
  public var code = ""
  public var name = ""
  /// The first day as staff.
  public var hired = ""
  /// The last day as staff; empty while there is none.
  public var separated = ""
  /// 1 for whoever coordinates the training of the agency (AS.5.1).
  public var coordinator = 0
  public var note = ""

  public init() {}

  public static let keys: [EntryField<StaffMember>] = [.text("code", "staff code", \.code)]

  public static let fields: [EntryField<StaffMember>] = [
    .text("name", "name", \.name),
    .text("hired", "day of hire", \.hired, .day),
    .text("separated", "last day", \.separated, .day),
    .number("coordinator", "training coordinator", \.coordinator, .yes),
    .text("note", "note", \.note, .text),
  ]

  /// The name, or the code of whoever has none.
  public var shown: String { name.isEmpty ? code : name }

  /// From the day of hire to the last day, both included.
  public func isStaff(on day: Day) -> Bool {
    guard let hired = Day(hired), hired <= day else { return false }
    return Day(separated).map { day <= $0 } ?? true
  }
}
