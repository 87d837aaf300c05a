public import Records

/// The value of one data element of one period, as the agency collected it (IOP.2.2). The key is natural: two nodes that enter
/// the same figure make a conflict, not two figures. What was corrected stands in the log; what was submitted is frozen in a
/// ``FigureSubmission``.
public struct Figure: NaturalRecord {
  /// Code of the ``DataElement``.
  public var element = ""
  /// Of the calendar and frequency of the element: `2024-01`, `FFY 2024 Q2`, `FFY 2024`.
  public var period = ""
  /// A count, or whole cents.
  public var value = 0
  /// Of an element whose unit is a share: the number that `value` is a part of; else 0.
  public var base = 0
  /// Where it was taken from; may be empty.
  public var source = ""
  public var note = ""

  public init() {}

  public static let keys: [EntryField<Figure>] = [
    .text("element", "data element", \.element),
    .text("period", "period", \.period),
  ]

  public static let fields: [EntryField<Figure>] = [
    .number("value", "value", \.value, .count),
    .number("base", "out of", \.base, .count),
    .text("source", "source", \.source),
    .text("note", "note", \.note, .text),
  ]
}
