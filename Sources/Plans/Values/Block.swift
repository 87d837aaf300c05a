public import Records

/// One section of a plan: a goal with its objective, or a heading of the action plan, with everything below it.
public struct Block: Hashable, Sendable {
  public let id: String
  /// Number of a goal in the template.
  public var goal: Int
  /// Number of an objective of that goal; 0 where the form has none.
  public var objective: Int
  /// The objective in words, where the template has no list of objectives. One line.
  public var objectiveText = ""
  /// Number of a strategy; 0 where the form has none.
  public var strategy = 0
  /// The strategy in words. One line.
  public var strategyText = ""
  public var position: Int64
  /// By name, none of them empty, in the order of the names: "problem".
  public var texts: [NamedText] = []
  public var measurements: [Measurement]
  public var tactics: [Tactic]
  public var outcomes: [Outcome] = []
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

  /// What people call it: "goal 3 objective 2", or "goal 3" where the form has no objectives.
  public var heading: String { Self.heading(goal: goal, objective: objective) }

  public static func heading(goal: Int, objective: Int) -> String {
    "goal \(goal)" + (objective == 0 ? "" : " objective \(objective)")
  }

  public func text(_ name: String) -> String { texts.first { $0.name == name }?.text ?? "" }

  public func quarter(_ number: Int) -> String { quarters.first { $0.quarter == number }?.text ?? "" }

  public static let fields: [EntryField<Block>] = [
    .number("goal", "goal", \.goal, .number(1...99)),
    .number("objective", "objective", \.objective, .number(1...99)),
    .text("objective_text", "objective in words", \.objectiveText),
    .number("strategy", "strategy", \.strategy, .number(1...99)),
    .text("strategy_text", "strategy in words", \.strategyText),
  ]
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
