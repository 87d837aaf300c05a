public import Records

/// A plan of one agency for one planning cycle: goals, and below each what is measured, what is done, what is expected of
/// it, and what was reached each quarter. One shape for every form; the template says which of it the form has.
///
/// A block, a measurement, a figure, a tactic, an outcome and a text are separate records (``PlanRecord``), so that two
/// people may fill one block. The order of the lists is the order of their positions (``Positions``).
public struct Plan: Hashable, Sendable {
  /// UUIDv7, lowercase.
  public let id: String
  public var template: TemplateName
  /// One line.
  public var title: String
  /// One of the template's periods; empty for its first.
  public var period = ""
  /// `form`, or `narrative`: the plan is a text of its own, with the fields that the check needs.
  public var format = PlanFormat.form.rawValue
  /// Id of the plan that this one was copied from, of the cycle before; empty if there is none.
  public var follows = ""
  /// What the plan as a whole is to reach (the FFY 2004 form).
  public var targets: [Measurement] = []
  /// Texts of the plan as a whole, by name: "narrative". None of them empty, in the order of the names.
  public var texts: [NamedText] = []
  public var blocks: [Block]
  /// Entries whose block is gone: one node removed the block while another wrote below it. They are shown and can be
  /// moved under a block or deleted, so that a merge loses nothing. Their goal and objective are 0.
  public var lostBlocks: [Block]

  public init(id: String, template: TemplateName, title: String, blocks: [Block] = [], lostBlocks: [Block] = []) {
    self.id = id
    self.template = template
    self.title = title
    self.blocks = blocks
    self.lostBlocks = lostBlocks
  }

  /// Which template, in which version.
  public struct TemplateName: Hashable, Sendable, CustomStringConvertible {
    public let id: String
    public let version: Int

    public init(id: String, version: Int) {
      self.id = id
      self.version = version
    }

    public var description: String { "\(id) version \(version)" }
  }

  /// The plan's own fields, without its template.
  public static let fields: [EntryField<Plan>] = [
    .text("title", "title", \.title),
    .text("period", "period", \.period),
    .text("format", "format", \.format, .choice(PlanFormat.allCases.map(\.rawValue), whenEmpty: "form")),
    .text("follows", "follows the plan", \.follows),
  ]
}

/// How a plan is handed in. CSSP Letter 18-08 lets the agency choose.
public enum PlanFormat: String, CaseIterable, Hashable, Sendable { case form, narrative }

extension Plan {
  /// Whether anything is written for a quarter: a text of a section, or a figure.
  public func hasUpdate(ofQuarter number: Int) -> Bool {
    let figures = (targets + blocks.flatMap(\.measurements)).flatMap(\.progress)
    return blocks.contains { !$0.quarter(number).isEmpty }
      || figures.contains { $0.quarter == number && !$0.figure.isEmpty }
  }

  public func text(_ name: String) -> String { texts.first { $0.name == name }?.text ?? "" }

  /// The id of the lost block that holds figures whose measurement is gone.
  public static let lostFigures = "figures"

  /// The name of the text that a narrative plan consists of.
  public static let narrative = "narrative"
}

/// A text with a place of its own in the form: "problem".
public struct NamedText: Hashable, Sendable {
  /// ``RecordText/isName(_:)``.
  public let name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
