/// A performance management plan of one agency, for one planning cycle: goals and objectives, and below each what is
/// measured, what is done, and what was reached each quarter.
///
/// A block, a measurement, a tactic and a quarterly text are separate records (``PlanRecord``), so that two people may
/// fill one block. The order of the lists is the order of their positions (``Positions``).
public struct Plan: Hashable, Sendable {
  /// UUIDv7, lowercase.
  public let id: String
  public var template: TemplateName
  /// One line.
  public var title: String
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
}

/// One goal and objective of the plan with everything below it.
public struct Block: Hashable, Sendable {
  public let id: String
  /// Number of a goal in the template.
  public var goal: Int
  /// Number of an objective of that goal.
  public var objective: Int
  public var position: Int64
  public var measurements: [Measurement]
  public var tactics: [Tactic]
  /// At most one for each quarter, in the order of the quarters, none of them empty.
  public var quarters: [QuarterlyText]

  public init(
    id: String, goal: Int, objective: Int, position: Int64, measurements: [Measurement] = [], tactics: [Tactic] = [],
    quarters: [QuarterlyText] = []
  ) {
    self.id = id
    self.goal = goal
    self.objective = objective
    self.position = position
    self.measurements = measurements
    self.tactics = tactics
    self.quarters = quarters
  }
}

/// What shows whether the objective is reached. Baseline and target are texts ("61.8", "263 orders"): the agency's words
/// stay as they are written.
public struct Measurement: Hashable, Sendable {
  public let id: String
  /// One line.
  public var title: String
  public var baseline: String
  public var target: String
  /// One line: "percent", "orders". May be empty.
  public var unit: String
  public var position: Int64

  public init(id: String, title: String, baseline: String, target: String, unit: String = "", position: Int64) {
    self.id = id
    self.title = title
    self.baseline = baseline
    self.target = target
    self.unit = unit
    self.position = position
  }
}

/// What the agency does: for a key initiative of the template, or for a topic that it elects.
public struct Tactic: Hashable, Sendable {
  public let id: String
  /// Number of a key initiative of the template; nil for an elective tactic.
  public var initiative: Int?
  /// The topic of an elective tactic, one line. May be empty.
  public var topic: String
  /// One line.
  public var title: String
  public var leads: String
  public var strategy: String
  public var status: TacticStatus
  public var position: Int64

  public init(
    id: String, initiative: Int? = nil, topic: String = "", title: String, leads: String = "", strategy: String = "",
    status: TacticStatus = .planned, position: Int64
  ) {
    self.id = id
    self.initiative = initiative
    self.topic = topic
    self.title = title
    self.leads = leads
    self.strategy = strategy
    self.status = status
    self.position = position
  }
}

/// Where a tactic stands (ours; the template has no column for it). A value that a newer program wrote is kept as it is.
public struct TacticStatus: RawRepresentable, Hashable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let planned = TacticStatus(rawValue: "planned")
  public static let inProgress = TacticStatus(rawValue: "in progress")
  public static let completed = TacticStatus(rawValue: "completed")
  /// Given up. It stays in the plan for the record, and no longer answers for an initiative.
  public static let dropped = TacticStatus(rawValue: "dropped")

  public static let known: [TacticStatus] = [.planned, .inProgress, .completed, .dropped]
}

/// The quarterly update of one block. It has no id of its own: block and quarter name it.
public struct QuarterlyText: Hashable, Sendable {
  /// 1 to 4, in the order of the template.
  public let quarter: Int
  public var text: String

  public init(quarter: Int, text: String) {
    self.quarter = quarter
    self.text = text
  }
}
