public import Records

/// What shows whether an objective is reached, or what the plan as a whole is to reach (``Plan/targets``). Baseline, target
/// and figures are texts ("61.8", "263 orders"): the agency's words stay as they are written, and are read as exact
/// figures where they are one (``ExactFigure/init(written:)``).
public struct Measurement: PlanEntry {
  public let id: String
  /// One line.
  public var title: String
  /// Number of a practice indicator, or id of a measure: what the template's list of indicators or measures calls it. May
  /// be empty.
  public var indicator = ""
  /// percent, ratio, dollars, count, days; empty if it is not said.
  public var kind = ""
  /// One line: "percent", "orders". May be empty.
  public var unit: String
  /// `up` if more is better, `down` if less is; empty if it is not said.
  public var direction = ""
  public var baseline: String
  /// The period that the baseline is of (``Period``). May be empty.
  public var baselinePeriod = ""
  /// Where the baseline was taken from. May be empty.
  public var baselineSource = ""
  /// The targeted increase: percentage points where the measure is a percentage. May be empty.
  public var increase = ""
  public var target: String
  /// Where a target comes from: `agreed` with the department, or `local`. Empty below an objective.
  public var origin = ""
  public var position: Int64
  /// At most one for each quarter, in the order of the quarters, none of them empty.
  public var progress: [Progress] = []
  /// Whether only its figures are left: one node removed the measurement while a figure was written on another.
  public var isGone = false

  public init(
    id: String, title: String, baseline: String = "", target: String = "", unit: String = "", position: Int64,
    progress: [Progress] = []
  ) {
    self.id = id
    self.title = title
    self.baseline = baseline
    self.target = target
    self.unit = unit
    self.position = position
    self.progress = progress
  }

  public init(id: String, position: Int64) { self.init(id: id, title: "", position: position) }

  /// The figure of a quarter; empty if there is none.
  public func figure(_ quarter: Int) -> String { progress.first { $0.quarter == quarter }?.figure ?? "" }

  public static var kind: PlanRecord.Kind { .measurement }

  public static let kinds = ["percent", "ratio", "dollars", "count", "days"]

  public static let fields: [EntryField<Measurement>] = [
    .text("title", "title", \.title),
    .text("indicator", "indicator", \.indicator),
    .text("kind", "kind of figure", \.kind, .choice(kinds, whenEmpty: "")),
    .text("unit", "unit", \.unit),
    .text("direction", "better is", \.direction, .choice(["up", "down"], whenEmpty: "")),
    .text("baseline", "baseline", \.baseline, .text),
    .text("baseline_period", "period of the baseline", \.baselinePeriod),
    .text("baseline_source", "source of the baseline", \.baselineSource),
    .text("increase", "targeted increase", \.increase),
    .text("target", "target", \.target, .text),
    .text("origin", "origin of the target", \.origin, .choice(["agreed", "local"], whenEmpty: "")),
  ]
}

/// The figure of one measurement for one quarter. It has no id of its own: measurement and quarter name it, so two nodes
/// that enter the same quarter's figure make a conflict and not two figures.
public struct Progress: Hashable, Sendable {
  /// 1 to 4, in the order of the template.
  public let quarter: Int
  /// "62.1". Words where there is no figure.
  public var figure: String

  public init(quarter: Int, figure: String) {
    self.quarter = quarter
    self.figure = figure
  }
}
