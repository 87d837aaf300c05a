public import Records

/// The department's look at a corrective action.
public struct ActionMonitoring: TypedRecord {
  public let id: String
  public var action = ""
  public var day = ""
  public var analyst = ""
  public var verdict = "on track"
  public var text = ""

  public init(id: String) { self.id = id }

  public static let verdicts = ["on track", "concern", "late", "remedied"]

  public static let fields: [EntryField<ActionMonitoring>] = [
    .text("action", "corrective action", \.action),
    .text("day", "day", \.day, .day),
    .text("analyst", "analyst", \.analyst),
    .text("verdict", "verdict", \.verdict, .choice(verdicts, whenEmpty: "on track")),
    .text("text", "text", \.text, .text),
  ]
}
