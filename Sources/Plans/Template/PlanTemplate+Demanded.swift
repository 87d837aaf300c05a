extension PlanTemplate {
  /// Something that the source asks of a plan.
  public struct Demanded: Hashable, Sendable {
    public let needs: Need
    /// The goal of which it is asked; nil for the plan as a whole (what is asked of each section or entry: of all of them).
    public let goal: Int?
    /// Whether a tactic, a measurement, a figure or an outcome is asked of each section that the plan has, not of the plan
    /// as a whole.
    public let ofEachSection: Bool
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
    /// In each section.
    case objective
    /// In each section.
    case strategy
    /// A tactic that is not dropped.
    case tactic
    case measurement
    /// A measurement with a target that is a figure.
    case figure
    /// In each section that has it, or in the plan as a whole.
    case text
    case outcome
    /// A target for the plan as a whole, by its indicator; one of the agency's own does not count.
    case target
    /// In each tactic.
    case tacticField = "tactic field"
    /// An activity stands in one section only.
    case tacticOnce = "tactic once"
    /// Of each tactic an outcome of its section is expected. One outcome may serve several; one that names none serves all.
    case outcomeOfEachTactic = "outcome of each tactic"
    /// In each outcome.
    case outcomeField = "outcome field"
    /// Each outcome is a quantity: a number of cases, an amount, percentage points, or a text with a number in it.
    case outcomeFigure = "outcome figure"
  }
}

extension PlanTemplate.Demanded {
  public typealias Need = PlanTemplate.Need
}
