public import Records

/// What one planning cycle asks of a plan, as data: the goals to choose from, the key initiatives, the quarters with their
/// due dates, what the letter demands, and the form: its parts, their order and their words. A new cycle needs a new
/// document, not a new program. A template with a ``kind`` is of no one cycle: it is opened for a year when a plan of it is
/// begun (``opened(for:)``).
///
/// Some templates ship with the program (``shipped``); the department publishes others as the same kind of document. A
/// published template is never changed: a correction is a new version.
public struct PlanTemplate: Hashable, Sendable {
  public let name: Plan.TemplateName
  /// What people call such a plan: "Performance Management Plan".
  public let title: String
  /// The head of the form, line by line.
  public let heading: [String]
  /// nil for the template of a letter.
  public let kind: PlanKind?
  /// "FFY 2023-24"; of a kind that is not opened for a year, which years it is for: "each SFY", "ongoing".
  public internal(set) var year: String
  /// A kind of plan without a year has no first and last day: ``firstDay`` and ``lastDay`` stand for them.
  public internal(set) var begins: Day
  public internal(set) var ends: Day
  /// "CSSP Letter 23-01".
  public let source: String
  /// What the source does not have and is ours, in words; empty if nothing is.
  public let ours: String
  /// When the plan is to be submitted; nil if the source names no day.
  public let due: Day?
  /// What the source says instead of a day; may be empty.
  public let dueNote: String
  /// The periods that a plan may be for: "FFY 2019", "FFY 2018-2019". The first is meant where a plan names none.
  /// None of a kind that is not opened for a year.
  public internal(set) var periods: [String]
  public let formats: [PlanFormat]
  /// Who at the department reviews plans: "Regional Administrator".
  public let reviewer: String
  public let labels: Labels
  public let sections: Sections
  public let form: Form
  public let goals: [Goal]
  public let measures: [Measure]
  /// Practice indicators. A list that is in no source is empty until the department fills it in a new version.
  public let indicators: [Indicator]
  public let initiatives: [Initiative]
  public let demands: [Demanded]
  /// What an elective tactic may be about, as the source names it. Other topics are as good.
  public let electiveTopics: [String]
  /// In order; a quarterly text or figure names a quarter by its number.
  public internal(set) var quarters: [Quarter]

  /// The words of the form, as the source has them.
  public struct Labels: Hashable, Sendable {
    public let agency: String
    /// Empty if the form's sections bear their titles alone.
    public let goal: String
    /// Empty if the form has no objectives.
    public let objective: String
    /// Empty if the form has no strategies.
    public let strategy: String
  }

  /// How the form's sections come about.
  public enum Sections: String, Hashable, Sendable, CaseIterable {
    /// One for each block, in the order of the plan: goal and objective are filled in.
    case asWritten = "as written"
    /// One for each goal of the template, in its order, filled or not; a goal may have several blocks.
    case oneForEachGoal = "one for each goal"
  }

  /// The parts of the form, in order.
  public struct Form: Hashable, Sendable {
    /// Over the parts in front of the sections: "LCSA FFY 2004 PERFORMANCE TARGETS". May be empty.
    public let planTitle: String
    /// In front of the sections, once.
    public let plan: [Part]
    /// Over the sections, once: "ACTION PLAN". May be empty.
    public let sectionsTitle: String
    /// For each block.
    public let block: [Part]
    /// For each goal, after its blocks.
    public let goal: [Part]
    /// Behind the sections, once.
    public let end: [Part]
    /// How many sections stand in the form before anything is filled in, where they come about as written.
    public let blankSections: Int
  }

  public struct Goal: Hashable, Sendable {
    public let number: Int
    public let title: String
    public let objectives: [Objective]
    /// Strategies to choose from; empty where the source has none.
    public let strategies: [Objective]
    /// Whether the form has a section for it only when the plan has.
    public let isOptional: Bool
  }

  public struct Objective: Hashable, Sendable {
    public let number: Int
    public let title: String
  }

  /// A measure that a condition looks at, or that targets and outcomes name.
  public struct Measure: Hashable, Sendable {
    public let id: String
    public let title: String
    /// Said behind a value: "percent"; empty for a ratio.
    public let unit: String
    /// Decimals to which the measure is commonly rounded when it is shown: 0 to 6.
    public let places: Int
  }

  public struct Indicator: Hashable, Sendable {
    /// As the department numbers it: "3".
    public let id: String
    public let title: String
  }

  public struct Initiative: Hashable, Sendable {
    public let number: Int
    public let title: String
    public let condition: Condition
    public let demand: Demand
  }

  /// When an initiative is asked for.
  public enum Condition: Hashable, Sendable {
    case always
    /// Only of an agency whose published figure is below the threshold.
    case below(measure: String, threshold: ExactFigure)
  }

  /// The word that the source uses: *must*, *shall* and *required* make a missing thing an error, *should* a warning; what
  /// the form has a place for without asking for it is a note.
  public enum Demand: String, Hashable, Sendable, CaseIterable { case required, should, note }

  public struct Quarter: Hashable, Sendable {
    public let number: Int
    /// "Oct-Dec Quarterly Update:".
    public let label: String
    /// nil if the source sets no day.
    public internal(set) var due: Day?
    /// How many days behind the quarter's last the update is due, for a kind of plan; nil if the source does not say.
    public let dueAfterDays: Int?
  }
}

extension PlanTemplate {
  public func goal(_ number: Int) -> Goal? { goals.first { $0.number == number } }

  public func objective(_ number: Int, ofGoal goal: Int) -> Objective? {
    self.goal(goal)?.objectives.first { $0.number == number }
  }

  public func initiative(_ number: Int) -> Initiative? { initiatives.first { $0.number == number } }

  public func measure(_ id: String) -> Measure? { measures.first { $0.id == id } }

  public func quarter(_ number: Int) -> Quarter? { quarters.first { $0.number == number } }

  /// The period of a plan: what it says, or the first that the template has.
  public func period(of plan: Plan) -> String { plan.period.isEmpty ? periods.first ?? year : plan.period }
}
