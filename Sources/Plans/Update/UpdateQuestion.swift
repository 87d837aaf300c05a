/// One question of a quarterly update, about one entry of the plan.
public struct UpdateQuestion: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The figure of a measurement.
    case figure
    /// Where a tactic stands.
    case status
    /// The day on which a completed tactic was completed.
    case completed
    /// What there is to say of a tactic, where the form has no text of the quarter (``QuarterlyNote``).
    case words
    /// The text of the quarter of a section.
    case text
  }

  public let kind: Kind
  /// Id of the measurement, tactic or block.
  public let entry: String
  /// Id of the block in which it stands; empty for a target of the plan as a whole.
  public let block: String
  /// Where in the plan, a line each: "Goal: 1 · …", "Objective: 1 · …".
  public let section: [String]
  /// What the entry is called.
  public let title: String
  /// What there is to know beside the question, in words: "baseline" and "61.8 percent".
  public let facts: [Fact]
  /// What stands for the quarter of before; empty if nothing does.
  public let last: String
  /// The quarter of before, in the template's words; empty in front of the first.
  public let lastLabel: String
  /// What stands there now; empty if nothing does.
  public let current: String
  public let isAnswered: Bool

  public struct Fact: Hashable, Sendable {
    public let label: String
    public let value: String
  }

  /// Tells the question from all others of its update, whatever order they stand in: "figure 0190…".
  public var name: String { "\(kind.rawValue) \(entry)" }
}
