extension PlanTemplate {
  /// Something that the source asks of a plan.
  public struct Demanded: Hashable, Sendable {
    public let needs: Need
    /// The goal of which it is asked; nil for the plan as a whole (an objective, a strategy, a field of a tactic: of each).
    public let goal: Int?
    /// Name of the text, the field, or the indicator of the target.
    public let name: String
    public let demand: Demand
    /// Whether plans that were handed in for the earlier of two years, and are amended, owe it too.
    public let ofAmendments: Bool
    /// Whether a tactic that is continued from the year before is excused.
    public let ofContinued: Bool
  }

  public enum Need: String, Hashable, Sendable, CaseIterable {
    /// A section for the goal.
    case section
    case objective
    case strategy
    /// A tactic that is not dropped.
    case tactic
    case measurement
    /// A measurement with a target that is a figure.
    case figure
    case text
    case outcome
    /// A target for the plan as a whole, by its indicator.
    case target
    case tacticField = "tactic field"
  }
}

extension PlanTemplate.Demanded {
  public typealias Need = PlanTemplate.Need
}
