/// What one planning cycle asks of a plan, as data: the goals to choose from, the key initiatives, the quarters with their
/// due dates, and the words of the form. A new cycle needs a new document, not a new program.
///
/// Some templates ship with the program (``shipped``); the department publishes others as the same kind of document. A
/// published template is never changed: a correction is a new version.
public struct PlanTemplate: Hashable, Sendable {
  public let name: Plan.TemplateName
  /// The head of the form, line by line.
  public let heading: [String]
  /// "FFY 2023-24".
  public let year: String
  public let begins: Day
  public let ends: Day
  /// "CSSP Letter 23-01".
  public let source: String
  /// When the plan is to be submitted.
  public let due: Day
  public let labels: Labels
  public let goals: [Goal]
  public let measures: [Measure]
  public let initiatives: [Initiative]
  /// What an elective tactic may be about, as the source names it. Other topics are as good.
  public let electiveTopics: [String]
  /// In order; a quarterly text names a quarter by its number.
  public let quarters: [Quarter]

  /// The words of the form, as the source has them.
  public struct Labels: Hashable, Sendable {
    public let agency: String
    public let goal: String
    public let objective: String
    /// Title, baseline, target: the columns of the measurements, in order.
    public let measurementColumns: [String]
    /// Tactic, leads, strategy: the columns of the tactics, in order.
    public let tacticColumns: [String]
  }

  public struct Goal: Hashable, Sendable {
    public let number: Int
    public let title: String
    public let objectives: [Objective]
  }

  public struct Objective: Hashable, Sendable {
    public let number: Int
    public let title: String
  }

  /// A measure that a condition looks at.
  public struct Measure: Hashable, Sendable {
    public let id: String
    public let title: String
    /// Said behind a value: " percent"; empty for a ratio.
    public let unit: String
    /// Decimals to which the measure is commonly rounded when it is shown: 0 to 6.
    public let places: Int
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

  /// The word that the source uses: *must*, *shall* and *required* make a missing thing an error, *should* a warning.
  public enum Demand: String, Hashable, Sendable { case should, required }

  public struct Quarter: Hashable, Sendable {
    public let number: Int
    /// "Oct-Dec Quarterly Update:".
    public let label: String
    public let due: Day
  }
}

extension PlanTemplate {
  public func goal(_ number: Int) -> Goal? { goals.first { $0.number == number } }

  public func objective(_ number: Int, ofGoal goal: Int) -> Objective? {
    self.goal(goal)?.objectives.first { $0.number == number }
  }

  public func initiative(_ number: Int) -> Initiative? { initiatives.first { $0.number == number } }

  public func measure(_ id: String) -> Measure? { measures.first { $0.id == id } }
}
