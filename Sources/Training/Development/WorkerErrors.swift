public import Records

/// Findings of an audit that were due to worker error (AS.5.1).
public struct WorkerErrorCount: TypedRecord {
  public let id: String
  public var title = ""
  public var day = ""
  public var cases = 0
  public var errors = 0
  /// What the agency accepts, in hundredths of a percent; 0 for what the department accepts.
  public var acceptable = 0
  /// The training that follows.
  public var course = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<WorkerErrorCount>] = [
    .text("title", "audit", \.title),
    .text("day", "day", \.day, .day),
    .number("cases", "cases", \.cases, .number(0...9_999_999)),
    .number("errors", "findings due to worker error", \.errors, .number(0...9_999_999)),
    .number("acceptable", "acceptable, in percent", \.acceptable, .percentage),
    .text("course", "course that follows", \.course),
    .text("note", "note", \.note, .text),
  ]

  /// Whether more errors were found than are accepted; nil where nobody set a level, or no case was looked at.
  ///
  /// - Parameter levels: of the department.
  public func isOver(_ levels: [ErrorLevel]) -> Bool? {
    let published = levels.filter { $0.first <= day }.max { $0.first < $1.first }
    let level = acceptable > 0 ? acceptable : published?.acceptable ?? 0
    guard cases > 0, level > 0 else { return nil }
    return Int128(errors) * 10_000 > Int128(level) * Int128(cases)
  }
}

/// What the department accepts of worker errors, from a day on (AS.5.1).
public struct ErrorLevel: NaturalRecord {
  public var first = ""
  /// Hundredths of a percent.
  public var acceptable = 0
  public var source = ""

  public init() {}

  public static let keys: [EntryField<ErrorLevel>] = [.text("first", "from", \.first, .day)]

  public static let fields: [EntryField<ErrorLevel>] = [
    .number("acceptable", "acceptable, in percent", \.acceptable, .percentage),
    .text("source", "source", \.source),
  ]
}
