public import Records

/// What the agency does: for a key initiative of the template, for a topic that it elects, or as an action of a workplan.
public struct Tactic: PlanEntry {
  public let id: String
  /// What an expected outcome calls it: "1". One line, may be empty.
  public var number = ""
  /// Number of a key initiative of the template; 0 for an elective tactic.
  public var initiative: Int
  /// The topic of an elective tactic, one line. May be empty.
  public var topic: String
  /// One line.
  public var title: String
  /// Who leads it, or which staff is involved.
  public var leads: String
  /// How it is done.
  public var strategy: String
  public var status: TacticStatus
  /// Days like 2024-01-31, or empty.
  public var begins = ""
  /// The day by which it is to be done.
  public var projected = ""
  /// The day on which it was done.
  public var completed = ""
  public var milestones = ""
  /// How barriers are handled.
  public var barriers = ""
  /// 1 if it was described in the plan before this one, implemented, and goes on.
  public var continued = 0
  /// What it serves besides, a line each: "objective 1.2", "measure current-support", "indicator 3".
  public var links = ""
  public var position: Int64

  public init(
    id: String, initiative: Int = 0, topic: String = "", title: String, leads: String = "", strategy: String = "",
    status: TacticStatus = .notStarted, position: Int64
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

  public init(id: String, position: Int64) { self.init(id: id, title: "", position: position) }

  public static var kind: PlanRecord.Kind { .tactic }

  public static let fields: [EntryField<Tactic>] = [
    .text("number", "number", \.number),
    .number("initiative", "key initiative", \.initiative, .number(1...99)),
    .text("topic", "elective topic", \.topic),
    .text("title", "title", \.title),
    .text("leads", "leads", \.leads, .text),
    .text("strategy", "strategy", \.strategy, .text),
    .text(
      "status", "status", \.status.rawValue,
      .choice(TacticStatus.known.map(\.rawValue), whenEmpty: TacticStatus.notStarted.rawValue)),
    .text("begins", "begins", \.begins, .day),
    .text("projected", "projected completion", \.projected, .day),
    .text("completed", "actual completion", \.completed, .day),
    .text("milestones", "milestones", \.milestones, .text),
    .text("barriers", "barriers", \.barriers, .text),
    .number("continued", "continued from the year before", \.continued, .yes),
    .text("links", "serves besides", \.links, .text),
  ]
}

/// Where a tactic stands (ours; the letters' forms have no column for it). A value that a newer program wrote is kept as
/// it is.
public struct TacticStatus: RawRepresentable, Hashable, Sendable {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let notStarted = TacticStatus(rawValue: "not started")
  public static let inProgress = TacticStatus(rawValue: "in progress")
  public static let onHold = TacticStatus(rawValue: "on hold")
  public static let completed = TacticStatus(rawValue: "completed")
  /// Given up. It stays in the plan for the record, and no longer answers for an initiative.
  public static let dropped = TacticStatus(rawValue: "dropped")

  public static let known: [TacticStatus] = [.notStarted, .inProgress, .onHold, .completed, .dropped]
}
