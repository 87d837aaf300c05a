public import Records

/// Something with a day: what the calendar shows, wherever it comes from.
public struct CalendarEntry: Hashable, Sendable {
  /// Names the entry within its agency for ever, whatever its day and its title: `obligation.FM.2.2-1.2024-01`,
  /// `step.0190…`. ASCII letters, digits, points and hyphens.
  public let id: String
  /// Code of the agency that owes it; the department's for what the department owes.
  public let agency: String
  public let day: Day
  public let title: String
  public let kind: Kind
  /// Where the day comes from, or what the duty is of: "CSSP Letter 23-01", "AS.2.6", "22 CCR 111920".
  public let source: String
  /// Who sees to it; may be empty, and may name several.
  public let person: String
  public let isDone: Bool

  public enum Kind: String, CaseIterable, Sendable {
    case plan, update, tactic
    case followUp = "follow-up"
    case obligation, figures
    case review = "case review"
    case action = "corrective action"
    case step = "action step"
    case reassessment, oversight
    case answer = "answer to a finding"
    case risk
    case change = "process change"
    /// Sessions, and certifications of trainers.
    case training
  }

  public enum State: String, Sendable {
    /// Its day has passed; the day itself is not late.
    case late
    case coming, done
  }

  public init(
    id: String, agency: String, day: Day, title: String, kind: Kind, source: String, person: String = "",
    isDone: Bool = false
  ) {
    self.id = id
    self.agency = agency
    self.day = day
    self.title = title
    self.kind = kind
    self.source = source
    self.person = person
    self.isDone = isDone
  }

  public func state(on today: Day) -> State { isDone ? .done : day < today ? .late : .coming }

  /// Whether one of the persons that it names is this one.
  public func concerns(_ person: PersonName) -> Bool {
    let names = self.person.replacing(" and ", with: ",").split { ",;&/".contains($0) }.map(String.init)
    return (names + [self.person]).contains { PersonName(id: $0, name: $0).isSame(as: person) }
  }

  /// By day, then by agency and id: the same on every node.
  public static func isInOrder(_ left: CalendarEntry, _ right: CalendarEntry) -> Bool {
    if left.day != right.day { return left.day < right.day }
    return left.agency == right.agency
      ? Positions.isBefore(left.id, right.id) : Positions.isBefore(left.agency, right.agency)
  }
}
