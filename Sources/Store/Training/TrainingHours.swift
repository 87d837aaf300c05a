public import Budgets
public import GRDB
internal import Records
internal import Training

/// Hours and cost of the training of a year: evidence of effort for the targeted program Training (AS.2.4 task 2).
public struct TrainingHours: Hashable, Sendable {
  public struct Course: Hashable, Sendable {
    public let course: String
    public let completions: Int
    /// Hundredths of an hour.
    public let hours: Int
  }

  public let year: StateFiscalYear
  /// By course.
  public let courses: [Course]
  /// Sessions that were held; those that are joined to another are that one.
  public let sessions: Int
  /// Of the sessions, each once.
  public let cost: Money

  public var completions: Int { courses.reduce(0) { $0 + $1.completions } }
  public var hours: Int { courses.reduce(0) { $0 + $1.hours } }

  /// What the agency's staff completed in a year: without what is void, what came with a transcript, and equivalent prior training.
  ///
  /// - Throws: `MoneyOverflow` where the costs do not fit into a sum.
  public init(of agency: String, year: StateFiscalYear, in db: Database) throws {
    self.year = year
    let (first, last) = ("\(year.days.lowerBound)", "\(year.days.upperBound)")
    // More hours than can be entered are none that anybody had.
    courses = try Row.fetchAll(
      db,
      sql: """
        SELECT course, count(*) AS completions, sum(max(0, min(hours, 1000000))) AS hours FROM \(Schema.completion.name)
        WHERE agency = ? AND day BETWEEN ? AND ? AND void = '' AND transcript = '' AND kind <> ?
        GROUP BY course ORDER BY course
        """, arguments: [agency, first, last, Completion.Kind.equivalent.rawValue]
    ).map { Course(course: $0["course"], completions: $0["completions"], hours: $0["hours"]) }
    let held = try RecordStore.records(
      TrainingSession.self, of: agency, where: "state", is: TrainingSession.State.held.rawValue, in: db
    ).filter { $0.counts && (first...last).contains($0.completedOn) }
    sessions = held.count
    cost = try Money.sum(held.map { Money(cents: Int64($0.cost)) })
  }

  /// The id of the evidence that is made from it: one a year, whoever makes it. It sorts before the ids of what is entered by hand.
  public var evidenceID: String { "0-training-\(year.first)" }
}
