import Plans
import Records
import Testing

/// The edges that the calendar has for due dates and figures; those of figures themselves stand in `PlanCheckTests`.
@Suite("Edges of days, years and periods")
struct BoundaryTests {
  @Test(
    "Handed in on the evening of the due day in California, which is the next day in UTC, is not late",
    arguments: [
      // due, handed in, late
      ("2023-09-15", "2023-09-16T06:59:59Z", false), ("2023-09-15", "2023-09-16T07:00:00Z", true),
      // Winter time is eight hours behind.
      ("2024-01-31", "2024-02-01T07:59:59Z", false), ("2024-01-31", "2024-02-01T08:00:00Z", true),
      ("2024-02-29", "2024-03-01T07:59:59Z", false), ("2024-02-29", "2024-03-01T08:00:00Z", true),
      ("2024-02-28", "2024-02-29T08:00:00Z", true), ("2024-12-31", "2025-01-01T07:59:59Z", false),
      // The day on which summer time begins has 23 hours: it begins in winter time and ends in summer time.
      ("2024-03-09", "2024-03-10T07:59:59Z", false), ("2024-03-09", "2024-03-10T08:00:00Z", true),
      ("2024-03-10", "2024-03-11T06:59:59Z", false), ("2024-03-10", "2024-03-11T07:00:00Z", true),
      // The day on which it ends has 25.
      ("2024-11-02", "2024-11-03T06:59:59Z", false), ("2024-11-02", "2024-11-03T07:00:00Z", true),
      ("2024-11-03", "2024-11-04T07:59:59Z", false), ("2024-11-03", "2024-11-04T08:00:00Z", true),
      // Saturday, 15 October 2016 stands as the letter has it.
      ("2016-10-15", "2016-10-16T06:59:59Z", false), ("2016-10-15", "2016-10-16T07:00:00Z", true),
    ])
  func evenings(due: String, instant: String, isLate: Bool) throws {
    let dates = DueDates(of: .pmpFFY2024, set: [.plan: try #require(Day(due))], extended: [:])
    let submitted = try #require(Day(inCaliforniaAt: instant))
    let today = try #require(Day("2030-01-01"))
    #expect(DueItem(.plan, dates: dates, submitted: submitted, today: today).isLate == isLate)
  }

  @Test(
    "The extended day itself is not late, the day after it is, and other agencies keep the day for all",
    arguments: [
      ("2024-01-31", false, false), ("2024-02-01", false, true), ("2024-02-29", false, true),
      ("2024-03-01", true, true),
    ])
  func extensions(today: String, isLate: Bool, isLateElsewhere: Bool) throws {
    let today = try #require(Day(today))
    let extended = DueDates(of: .pmpFFY2024, set: [:], extended: [.quarter(1): try #require(Day("2024-02-29"))])
    let item = DueItem(.quarter(1), dates: extended, submitted: nil, today: today)
    #expect(item.isExtended && item.isLate == isLate)
    let other = DueItem(.quarter(1), dates: DueDates(of: .pmpFFY2024), submitted: nil, today: today)
    #expect(!other.isExtended && other.isLate == isLateElsewhere)
  }

  @Test(
    "A figure decides if its period ends by the last day of the plan's year, 30 September 2024",
    arguments: [
      ("FFY 2024", true), ("FFY 2024 Q4", true), ("2024-09", true), ("SFY 2023-24", true), ("SFY 2024-25 Q1", true),
      ("FFY 2025 Q1", false), ("2024-10", false), ("SFY 2024-25 Q2", false), ("FFY 2025", false),
      ("SFY 2024-25", false),
    ])
  func figures(period: String, decides: Bool) throws {
    let figures = [
      PublishedFigure(
        measure: "statewide-paternity", period: period, value: ExactFigure(decimal: "89.99"), source: "invented"),
      PublishedFigure(
        measure: "cost-effectiveness", period: period, value: ExactFigure(decimal: "1.999"), source: "invented"),
    ]
    let items = PlanCheck.check(
      Sample.plan(), template: .pmpFFY2024, figures: figures, today: try #require(Day("2023-09-01")),
      firstSubmitted: nil
    ).filter { ["initiative-3", "initiative-4"].contains($0.rule) }
    #expect(items.map(\.severity) == (decides ? [.error, .error] : [.notKnown, .notKnown]))
  }

  @Test(
    "The ends of federal and state fiscal years and their quarters",
    arguments: [
      // period, last day; a state year begins on 1 July, a federal one on 1 October
      ("FFY 2023", "2023-09-30"), ("FFY 2024 Q1", "2023-12-31"), ("FFY 2024 Q2", "2024-03-31"),
      ("FFY 2024 Q3", "2024-06-30"), ("FFY 2024 Q4", "2024-09-30"), ("SFY 2022-23", "2023-06-30"),
      ("SFY 2023-24 Q1", "2023-09-30"), ("SFY 2023-24 Q2", "2023-12-31"), ("SFY 2023-24 Q3", "2024-03-31"),
      ("SFY 2023-24 Q4", "2024-06-30"), ("2024-02", "2024-02-29"), ("2023-02", "2023-02-28"), ("2100-02", "2100-02-28"),
      ("2000-02", "2000-02-29"), ("2023-06", "2023-06-30"), ("2023-09", "2023-09-30"),
    ])
  func periods(period: String, lastDay: String) throws {
    #expect("\(try #require(Period(period)).lastDay)" == lastDay)
  }

  @Test(
    "A plan is in force from the first day of the federal fiscal year",
    arguments: [("2023-09-30", PlanState.accepted), ("2023-10-01", .inForce), ("2024-09-30", .inForce)])
  func years(today: String, state: PlanState) throws {
    let submission = Submission(
      id: "s", plan: "p", submittedBy: "A", submittedAt: "2023-09-15T10:00:00Z", snapshot: "", digest: "x")
    var decision = Decision(id: "d")
    (decision.submission, decision.decision) = ("s", Decision.Kind.accepted.rawValue)
    let life = PlanLife(
      digest: "x", template: .pmpFFY2024, approvals: [], submissions: [submission], decisions: [decision],
      today: Day(today))
    #expect(life.state == state)
  }
}
