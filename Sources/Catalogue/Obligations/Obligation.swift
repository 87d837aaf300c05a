/// A duty of the QAPI manual: something to be handed in, reviewed, kept or decided, once or again and again.
///
/// The rows are ours, read from the manual's elements. What the manual leaves open stays open: a row without a day has none
/// until the department or the agency sets one (RULES 5).
///
/// Source: the manual's element (``element``).
public struct Obligation: Hashable, Sendable, Identifiable {
  /// Element and number, like `AS.2.6-16`. Written in the data and never given anew: settings of agencies hang on it.
  public let id: String
  /// Code of the element, like `AS.2.6`.
  public let element: String
  public let what: String
  public let kind: Kind
  public let frequency: Frequency
  /// Who owes it, as the manual names them.
  public let from: String
  /// Who gets it; empty: not stated.
  public let to: String
  /// What starts the time of a ``Kind/timeframe``.
  public let trigger: String
  /// The time of a ``Kind/timeframe``.
  public let limit: String
  /// When, in the words of the source; empty: not stated.
  public let due: String
  /// When, computable; nil where the source has no day.
  public let rule: DueRule?
  /// Where the rule is from, if not from the element; "ours: …" where no source has it.
  public let ruleSource: String
  /// Which records show that it is met, and stand in the calendar in its place; nil: it stands there itself.
  public let shownAs: Records?
  /// Id of the row that states the same duty; that one is shown.
  public let repeats: String?
  /// Switched off until the department puts it in force: systems long retired, and what was only recommended.
  public let startsOff: Bool
  public let note: String

  public enum Kind: String, CaseIterable, Sendable {
    case record, review, report, plan, approval, training, survey
    /// A time within one case: never due on a day of the calendar.
    case timeframe
  }

  public enum Frequency: String, CaseIterable, Sendable {
    case once, monthly, quarterly, annual, ongoing
    case onEvent = "on event"
  }

  public enum Records: String, CaseIterable, Sendable {
    case figures
    case caseReviews = "case reviews"
  }

  public enum Debtor: String, CaseIterable, Sendable {
    case agency, department, other
  }

  /// Whose calendar it stands in. What the department does with agencies is the department's.
  public var debtor: Debtor {
    if from.hasPrefix("LCSA") || from == "Ombudsperson" || from == "DCSS and LCSA" { return .agency }
    return from.hasPrefix("DCSS") ? .department : .other
  }

  /// Whether a day can be set for it at all: not for a time within a case, and not for what another row states.
  public var canBeDue: Bool { kind != .timeframe && repeats == nil }
}
