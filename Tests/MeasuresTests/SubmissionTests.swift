import Measures
import Records
import Testing

@Suite("Submissions of figures")
struct SubmissionTests {
  @Test("A snapshot is one text for one set of figures, and reads back")
  func snapshot() {
    let snapshot = FigureSnapshot(
      dataSet: "standard version 1", quarter: quarter("FFY 2024 Q2"),
      book: FigureRulesTests.book(["157-1 2024-02": 2, "157-1 2024-01": 1, "396-7 FFY 2024 Q2": 700]))
    let text = """
      qapi figures 1
      data set: standard version 1
      quarter: FFY 2024 Q2
      element,period,value,out_of
      157-1,2024-01,1,0
      157-1,2024-02,2,0
      396-7,FFY 2024 Q2,700,0

      """
    #expect(snapshot.text == text)
    #expect(FigureSnapshot(text) == snapshot)
  }

  @Test(
    "A text that is not exactly what is written is no snapshot",
    arguments: [
      ("157-1,2024-01,1,0\n", "157-1,2024-01,01,0\n"), ("157-1,2024-01,1,0\n", "157-1,2024-01,1,0"),
      ("figures 1", "figures 2"), ("Q2", "Q5"), (",1,0", ",1"), (",1,0", ",one,0"),
      ("157-1,2024-01,1,0\n", "157-1,2024-01,1,0\n157-1,2024-01,1,0\n"),
    ])
  func noSnapshot(part: String, other: String) {
    let text =
      "qapi figures 1\ndata set: standard version 1\nquarter: FFY 2024 Q2\nelement,period,value,out_of\n157-1,2024-01,1,0\n"
    #expect(FigureSnapshot(text) != nil)
    #expect(FigureSnapshot(text.replacing(part, with: other)) == nil)
  }

  private func submission(_ id: String, at time: String = "2024-04-10T18:00:00Z") -> FigureSubmission {
    var submission = FigureSubmission(id: id)
    submission.submittedAt = time
    return submission
  }

  private func decision(_ id: String, on submission: String, _ kind: FigureDecision.Kind) -> FigureDecision {
    var decision = FigureDecision(id: id)
    decision.submission = submission
    decision.decision = kind.rawValue
    return decision
  }

  @Test("In force is what was accepted last; a revision waits beside it")
  func inForce() {
    let first = submission("s-1")
    let second = submission("s-2")
    let accepted = decision("d-1", on: "s-1", .accepted)
    let waiting = QuarterStanding(submissions: [second, first], decisions: [accepted])
    #expect(waiting.inForce?.id == "s-1" && waiting.waiting?.id == "s-2" && waiting.state == .submitted)
    let returned = QuarterStanding(
      submissions: [first, second], decisions: [accepted, decision("d-2", on: "s-2", .returned)])
    #expect(returned.inForce?.id == "s-1" && returned.waiting == nil && returned.state == .returned)
    let revised = QuarterStanding(
      submissions: [first, second], decisions: [accepted, decision("d-2", on: "s-2", .accepted)])
    #expect(revised.inForce?.id == "s-2" && revised.state == .accepted)
  }

  @Test(
    "Due is 15 calendar days after the quarter, or the next business day",
    arguments: [
      ("FFY 2024 Q1", "2024-01-16"),  // 15 January 2024 is a holiday: the third Monday
      ("FFY 2024 Q2", "2024-04-15"), ("FFY 2024 Q3", "2024-07-15"), ("FFY 2024 Q4", "2024-10-15"),
      ("FFY 2022 Q1", "2022-01-18"),  // a Saturday, and the Monday after it is the holiday
      ("FFY 2023 Q2", "2023-04-17"),  // a Saturday
      ("FFY 2023 Q4", "2023-10-16"),  // a Sunday
    ])
  func due(period: String, day: String) {
    #expect(DataSet.standard.submission.due(of: quarter(period)) == Day(day))
  }

  @Test(
    "What follows a late submission",
    arguments: [
      (0, 1, nil), (0, 3, nil), (1, 1, "Notice to the agency"), (14, 1, "Notice to the agency"),
      (15, 1, "Letter to the County Executive"), (1, 2, "Letter to the County Executive"),
      (29, 2, "Letter to the County Executive"),
      (30, 1, "Letter to the Board of Supervisors and the Legislature"),
      (1, 3, "Letter to the Board of Supervisors and the Legislature"),
    ] as [(Int, Int, String?)])
  func steps(days: Int, times: Int, step: String?) {
    #expect(DataSet.standard.submission.step(daysLate: days, times: times)?.title == step)
  }

  @Test("Late is counted from the day of receipt; what is not there, up to today")
  func lateness() throws {
    let rules = DataSet.standard.submission
    let today = try #require(Day("2024-08-14"))
    var received = decision("d-1", on: "s-1", .accepted)
    received.receivedOn = "2024-04-20"
    let standings: [FederalQuarter: QuarterStanding] = [
      quarter("FFY 2024 Q1"): QuarterStanding(
        submissions: [submission("s-0", at: "2024-01-17T06:30:00Z")], decisions: []),
      quarter("FFY 2024 Q2"): QuarterStanding(submissions: [submission("s-1")], decisions: [received]),
    ]
    func late(_ period: String) -> Lateness {
      Lateness(agency: "inv-a", standings: standings, quarter: quarter(period), rules: rules, today: today)
    }
    // Submitted on the evening of the due day in California.
    #expect(late("FFY 2024 Q1").daysLate == 0)
    #expect(late("FFY 2024 Q2").daysLate == 5)
    #expect(late("FFY 2024 Q2").timesLate == 1)
    #expect(late("FFY 2024 Q3").daysLate == 30)
    #expect(late("FFY 2024 Q3").isMissing)
    #expect(late("FFY 2024 Q3").step?.title == "Letter to the Board of Supervisors and the Legislature")
  }
}
