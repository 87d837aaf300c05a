public import Records

/// An entry of somebody's development plan: an assessed need or professional development. Required training is computed (AS.5.3).
public struct DevelopmentGoal: TypedRecord {
  public let id: String
  public var staff = ""
  public var kind = "assessed need"
  public var title = ""
  public var course = ""
  public var due = ""
  public var done = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<DevelopmentGoal>] = [
    .text("staff", "member of staff", \.staff),
    .text("kind", "kind", \.kind, .choice(["assessed need", "professional development"], whenEmpty: "assessed need")),
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
    .text("staff", "member of staff", \.staff),
    .text("title", "title", \.title),
    .text("day", "day", \.day, .day),
    .text("text", "text", \.text, .text),
  ]
}
