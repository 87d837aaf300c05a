public import Records

/// The department's answer to an exceptional event.
public struct EventAnswer: TypedRecord {
  public let id: String
  public var event = ""
  public var day = ""
  public var analyst = ""
  public var text = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<EventAnswer>] = [
    .text("event", "event", \.event),
    .text("day", "day", \.day, .day),
    .text("analyst", "analyst", \.analyst),
    .text("text", "text", \.text, .text),
  ]
}
