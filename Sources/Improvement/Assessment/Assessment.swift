public import Records

/// A self-assessment of one element of the catalogue (IOP.4.2). Later ones are further records: their row is the history.
public struct Assessment: TypedRecord {
  public let id: String
  public var element = ""
  public var day = ""
  /// Id of the ``RatingScale``.
  public var scale = ""
  /// Number of a level of the scale.
  public var rating = 0
  public var text = ""
  public var evidence = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<Assessment>] = [
    .text("element", "element of the catalogue", \.element),
    .text("day", "day", \.day, .day),
    .text("scale", "rating scale", \.scale),
    .number("rating", "rating", \.rating, .number(1...99)),
    .text("text", "findings", \.text, .text),
    .text("evidence", "evidence", \.evidence, .text),
    .text("person", "by whom", \.person),
  ]
}
