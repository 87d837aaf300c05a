public import Records

/// An entry of somebody's development plan: an assessed need or professional development. Required training is computed (AS.5.3).
public struct DevelopmentGoal: TypedRecord {
  public let id: String
  public var staff = ""
  public var kind = Kind.need.rawValue
  public var title = ""
  public var course = ""
  public var due = ""
  public var done = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case need = "assessed need"
    case development = "professional development"
  }

  public static let fields: [EntryField<DevelopmentGoal>] = [
    .text("staff", "staff code", \.staff),
    .text("kind", "kind", \.kind, .choice(Kind.allCases.map(\.rawValue), whenEmpty: Kind.need.rawValue)),
    .text("title", "title", \.title),
    .text("course", "course", \.course),
    .text("due", "by", \.due, .day),
    .text("done", "done on", \.done, .day),
    .text("note", "note", \.note, .text),
  ]
}

/// Recognition of what somebody achieved (AS.5.3 task 2).
public struct Recognition: TypedRecord {
  public let id: String
  public var staff = ""
  public var title = ""
  public var day = ""
  public var text = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<Recognition>] = [
    .text("staff", "staff code", \.staff),
    .text("title", "title", \.title),
    .text("day", "day", \.day, .day),
    .text("text", "text", \.text, .text),
  ]
}
