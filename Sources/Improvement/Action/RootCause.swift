public import Records

/// A root cause of the problem of a corrective action.
public struct RootCause: TypedRecord {
  public let id: String
  public var action = ""
  public var text = ""
  public var evidence = ""
  public var position = 0

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<RootCause>] = [
    .text("action", "corrective action", \.action),
    .text("text", "root cause", \.text, .text),
    .text("evidence", "evidence", \.evidence, .text),
    .number("position", "place in the list", \.position, .number(0...9999)),
  ]
}
