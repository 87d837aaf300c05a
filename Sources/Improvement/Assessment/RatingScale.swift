public import Records

/// The levels in which an element is rated. The manual has none (IOP.4.2): the department publishes it, and ours is labelled so.
public struct RatingScale: TypedRecord {
  public let id: String
  public var title = ""
  /// One on each line, "1 | not in place", the lowest first.
  public var levels = ""
  public var source = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<RatingScale>] = [
    .text("title", "title", \.title),
    .text("levels", "levels", \.levels, .text),
    .text("source", "source", \.source),
  ]
}
