/// A plan carried forward into the next cycle: what goes on, under the next cycle's template, with nothing in it that
/// belongs to the year that is over.
///
/// 1. A tactic that is neither completed nor dropped is carried as a new record, marked as continued; what was said of it
///    in the quarters (``QuarterlyNote``) is not.
/// 2. A measurement is carried with its title, kind, unit and direction. Figures and target are not; a baseline only if
///    asked for (``Baseline``): the letters take baselines from published figures, not from the plan before.
/// 3. A section is carried if something in it is. Its goal keeps its number, or takes that of the goal with the same title.
/// 4. An objective or strategy that the next template does not list is carried in words. A key initiative that it does not
///    have makes the tactic elective, with the initiative's title as topic.
/// 5. Texts of a section are carried where the next form has a place for them. Texts of the plan as a whole, quarterly
///    texts and expected outcomes are of the year that is over, and stay there.
public struct PlanCopy: Sendable {
  public let plan: Plan
  public let carried: Carried
  /// What was changed on the way, or not carried, in words: one for each.
  public let remarks: [String]

  public enum Baseline: String, CaseIterable, Hashable, Sendable {
    case none
    /// The figure of the last quarter that has one.
    case lastFigure = "last-figure"
    case target
  }

  public struct Carried: Hashable, Sendable {
    public internal(set) var sections = 0
    public internal(set) var targets = 0
    public internal(set) var measurements = 0
    public internal(set) var tactics = 0
  }

  /// - Parameters:
  ///   - plan: of the cycle before; it is not changed.
  ///   - old: its template.
  ///   - new: the template of the next cycle.
  ///   - title: of the new plan.
  ///   - period: one of the new template's, or empty.
  ///   - newID: draws a UUIDv7 for the plan and each of its entries.
  public init(
    of plan: Plan, from old: PlanTemplate, to new: PlanTemplate, title: String, period: String = "",
    baseline: Baseline = .none, newID: () -> String
  ) {
    var copier = PlanCopier(old: old, new: new, baseline: baseline, source: plan)
    self.plan = copier.copy(title: title, period: period, newID: newID)
    carried = copier.carried
    remarks = copier.remarks
  }
}
