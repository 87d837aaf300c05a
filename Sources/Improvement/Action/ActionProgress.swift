public import Records

/// How a corrective action, or one step of it, goes.
public struct ActionProgress: TypedRecord {
  public let id: String
  public var action = ""
  /// Id; may be empty.
  public var step = ""
  public var day = ""
  public var text = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<ActionProgress>] = [
    .text("action", "corrective action", \.action),
    .text("step", "step", \.step),
    .text("day", "day", \.day, .day),
    .text("text", "progress", \.text, .text),
    .text("person", "by whom", \.person),
  ]
}
