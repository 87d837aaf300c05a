public import Records

/// Findings of an audit that were due to worker error, against an acceptable level that the department or the agency sets (AS.5.1).
public struct WorkerErrorCount: TypedRecord {
  public let id: String
  public var title = ""
  public var day = ""
  public var cases = 0
  public var errors = 0
  public var acceptable = 0
  public var course = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<WorkerErrorCount>] = [
    .text("title", "audit", \.title),
    .text("day", "day", \.day, .day),
    .number("cases", "cases", \.cases, .number(0...9_999_999)),
    .number("errors", "findings due to worker error", \.errors, .number(0...9_999_999)),
    .number("acceptable", "acceptable, in percent", \.acceptable, .hundredths),
    .text("course", "course that follows", \.course),
    .text("note", "note", \.note, .text),
  ]
}
