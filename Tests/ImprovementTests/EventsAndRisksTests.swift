import Improvement
import Records
import Testing

@Suite("IOP.3 Quality and Risk Management")
struct EventsAndRisksTests {
  static func event(_ change: (inout ExceptionalEvent) -> Void) -> ExceptionalEvent {
    var event = ExceptionalEvent(id: "e")
    change(&event)
    return event
  }

  @Test("Seven kinds are listed, and the intent of the element names an eighth; the list is open")
  func kinds() {
    #expect(ExceptionalEvent.kinds.count == 8 && Set(ExceptionalEvent.kinds).count == 8)
    #expect(ExceptionalEvent.fields.first { $0.name == "kind" }?.content == .line)
  }

  @Test("An event waits from its report to the first answer")
  func waiting() {
    let today = Day(2026, 11, 21)!
    func answer(_ day: String) -> EventAnswer {
      var answer = EventAnswer(id: day)
      answer.day = day
      return answer
    }
    let event = Self.event {
      $0.day = "2026-11-10"
      $0.reported = "2026-11-11"
    }
    let unanswered = EventStanding(event: event, answers: [])
    #expect(unanswered.waitingDays(on: today) == 10 && unanswered.reportingDays == 1)
    #expect(unanswered.words == "unanswered")
    let answered = EventStanding(event: event, answers: [answer("2026-11-15"), answer("2026-11-13")])
    #expect(answered.waitingDays(on: today) == 2 && answered.words == "answered")
    #expect(EventStanding(event: event, answers: [answer("")]).waitingDays(on: today) == nil)
    let nameless = EventStanding(event: Self.event { $0.ended = "2026-11-12" }, answers: [])
    #expect(nameless.waitingDays(on: today) == nil && nameless.words == "over, unanswered")
  }

  @Test(
    "Press inquiries and Public Records Act requests go another way",
    arguments: [
      ("Press inquiry on fees", true), ("A journalist called", true), ("Public Records Act request", true),
      ("The printing press broke", false), ("Records were lost in the flood", false), ("Strike", false),
    ])
  func anotherWay(title: String, goes: Bool) {
    #expect(Self.event { $0.title = title }.goesAnotherWay == goes)
  }

  static func risk(_ id: String, _ likelihood: Int, _ impact: Int, closed: String = "") -> Risk {
    var risk = Risk(id: id)
    risk.likelihood = likelihood
    risk.impact = impact
    risk.closed = closed
    return risk
  }

  @Test("Risks are ranked by likelihood times impact; of equal scores the heavier impact, then the older, comes first")
  func ranking() {
    let risks = [
      Self.risk("a", 1, 1), Self.risk("b", 0, 5), Self.risk("c", 5, 2), Self.risk("d", 2, 5), Self.risk("e", 5, 5),
      Self.risk("f", 2, 5), Self.risk("g", 6, 5),
    ]
    let ranked = RiskRegister.ranked(risks)
    #expect(ranked.map(\.id).joined() == "edfcabg")
    #expect(ranked.map(\.score) == [25, 10, 10, 10, 1, nil, nil])
    let grid = RiskRegister.grid(ranked)
    #expect(grid[4][4] == [1] && grid[1][4] == [2, 3] && grid[4][1] == [4] && grid[0][0] == [5])
    #expect(grid.joined().joined().count == 5)
    #expect(RiskRegister.grid([Self.risk("x", 3, 3, closed: "2026-01-01")]).joined().joined().isEmpty)
  }

  @Test(
    "A risk is to be looked at again by its day", arguments: [("2026-11-20", true), ("2026-11-21", false), ("", false)])
  func review(day: String, isLate: Bool) {
    let today = Day(2026, 11, 21)!
    var risk = Self.risk("a", 1, 1)
    risk.reviewBy = day
    #expect(risk.isReviewLate(on: today) == isLate)
    risk.closed = "2026-11-01"
    #expect(!risk.isReviewLate(on: today))
  }

  @Test("A change has five parts")
  func parts() {
    var change = ProcessChange(id: "c")
    #expect(change.parts.count == 5 && change.missingParts.count == 5)
    change.analysis = "How it is"
    change.monitoring = "Each month"
    #expect(change.missingParts == ["design", "implementation plan", "training and tools"])
  }
}
