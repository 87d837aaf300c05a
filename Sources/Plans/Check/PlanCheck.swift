public import Records

/// Says what the source of a template asks for and a plan lacks. It reports; it never blocks anything by itself.
///
/// The words of the source decide how heavy an item is: *must*, *shall*, *required* make an error, *should* a warning.
/// What no source says (an empty cell, a text that is late) is at most a warning, except where the plan contradicts its
/// own template.
public enum PlanCheck {
  /// Checks one plan.
  ///
  /// - Parameters:
  ///   - template: the one that the plan names.
  ///   - figures: what the department has published for this agency, of any measure and period.
  ///   - today: what is due by the end of this day is asked for.
  ///   - firstSubmitted: the day of the plan's first submission; nil if there is none.
  ///   - dates: the days by which things are due, where the department has set others than the template's.
  ///   - isAmendment: whether the plan amends one that was handed in a year earlier. If it is not said, the period
  ///     decides: a plan for two years is one (CSSP Letter 18-08: two-year plans were submitted the year before).
  /// - Returns: errors first, then what is not known, then warnings, then notes; within each in the order of the plan.
  public static func check(
    _ plan: Plan, template: PlanTemplate, figures: [PublishedFigure], today: Day, firstSubmitted: Day?,
    dates: DueDates? = nil, isAmendment: Bool? = nil
  ) -> [PlanCheckItem] {
    guard plan.template == template.name else {
      return [
        PlanCheckItem(
          rule: "template", severity: .error, place: "plan",
          message: "the plan names the template \(plan.template), and was checked against \(template.name)",
          source: "")
      ]
    }
    let dates = dates ?? DueDates(of: template)
    let isAmendment = isAmendment ?? template.isForEarlierYear(plan)
    let items =
      initiatives(plan, template, figures) + demands(plan, template, isAmendment: isAmendment)
      + blocks(plan, template) + arithmetic(plan) + quarters(plan, template, dates, today)
      + submission(plan, template, dates, today, firstSubmitted)
    let ranked = PlanCheckItem.Severity.allCases
    return ranked.flatMap { severity in items.filter { $0.severity == severity } }
  }
}

/// One thing that a plan lacks, or that cannot be said.
public struct PlanCheckItem: Hashable, Sendable {
  /// Name of the rule, stable: "initiative-3".
  public let rule: String
  public let severity: Severity
  /// Where in the plan, in words: "block 2 · tactic 1".
  public let place: String
  /// What is missing, in words.
  public let message: String
  /// The letter that asks for it: "CSSP Letter 23-01"; empty where the rule is ours.
  public let source: String

  public init(rule: String, severity: Severity, place: String, message: String, source: String) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.source = source
  }

  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case error
    /// What would decide is not here.
    case notKnown = "not known"
    case warning
    /// Said for whoever wants to know; nothing is asked for.
    case note
  }
}
