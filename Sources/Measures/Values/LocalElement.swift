public import Records

/// A data element that an agency keeps for itself (IOP.2.1: optional).
public struct LocalElement: TypedRecord {
  public let id: String
  /// a-z, 0-9 and hyphens.
  public var code = ""
  public var version = 0
  public var title = ""
  public var definition = ""
  public var unit = "count"
  public var frequency = "monthly"
  public var source = ""
  public var `protocol` = ""
  /// Such as `CM.4.2`; may be empty.
  public var element = ""
  /// Code of the measure that it is linked to; may be empty.
  public var measure = ""
  /// 1 direct, 2 secondary, 3 indirect (IOP.2.6); 0 is not said.
  public var link = 0
  public var ended = ""

  public init(id: String) { self.id = id }

  public static let units = ["count", "cents", "share"]
  public static let frequencies = ["monthly", "quarterly", "yearly"]

  public static let fields: [EntryField<LocalElement>] = [
    .text("code", "code", \.code),
    .number("version", "version", \.version, .number(1...9999)),
    .text("title", "title", \.title),
    .text("definition", "definition", \.definition, .text),
    .text("unit", "unit", \.unit, .choice(units, whenEmpty: "count")),
    .text("frequency", "frequency", \.frequency, .choice(frequencies, whenEmpty: "monthly")),
    .text("source", "source", \.source),
    .text("protocol", "protocol", \.protocol, .text),
    .text("element", "element of the catalogue", \.element),
    .text("measure", "linked measure", \.measure),
    .number("link", "strength of the link", \.link, .number(1...3)),
    .text("ended", "ended on", \.ended, .day),
  ]
}
