public import Records

/// An event that disrupts service or may do so, reported to the Regional Administrator (IOP.3.3). The list of kinds is open.
public struct ExceptionalEvent: TypedRecord {
  public let id: String
  /// One of ``kinds``, or other words.
  public var kind = ""
  public var day = ""
  public var reported = ""
  public var title = ""
  public var text = ""
  public var effect = ""
  public var measures = ""
  public var ended = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let keyPositions = "change in key positions"
  /// The seven that IOP.3.3 task 2 lists, and the one that its intent names besides.
  public static let kinds = [
    "special incident", "disruption of service", "customer complaints", keyPositions, "personnel issue",
    "change of office or contact", "other local event", "non-compliance with standards",
  ]

  public static let fields: [EntryField<ExceptionalEvent>] = [
    .text("kind", "kind", \.kind),
    .text("day", "day", \.day, .day),
    .text("reported", "reported on", \.reported, .day),
    .text("title", "title", \.title),
    .text("text", "what happened", \.text, .text),
    .text("effect", "effect on service", \.effect, .text),
    .text("measures", "measures taken", \.measures, .text),
    .text("ended", "ended on", \.ended, .day),
    .text("person", "reported by", \.person),
  ]
}
