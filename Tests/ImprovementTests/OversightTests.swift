import Improvement
import Records
import Testing

@Suite("IOP.4.3 to IOP.4.7 Oversight reviews")
struct OversightTests {
  static let today = Day(2026, 11, 21)!

  static func review(_ id: String = "r", _ change: (inout OversightReview) -> Void = { _ in }) -> OversightReview {
    var review = OversightReview(id: id)
    change(&review)
    return review
  }

  static func finding(_ id: String, due: String = "", of review: String = "r") -> OversightFinding {
    var finding = OversightFinding(id: id)
    finding.review = review
    finding.answerDue = due
    return finding
  }

  static func answer(_ id: String, to finding: String, day: String) -> OversightAnswer {
    var answer = OversightAnswer(id: id)
    answer.finding = finding
    answer.day = day
    return answer
  }

  @Test("An answer is late from the day after the one by which it is due")
  func lateAnswers() {
    let dues = ["2026-11-20", "2026-11-21", "2026-11-22", "", "no day"]
    let findings = dues.enumerated().map { Self.finding("f\($0)", due: $1) }
    let open = OversightStanding(review: Self.review(), findings: findings, answers: [])
    #expect(open.lateFindings(on: Self.today).map(\.finding.id) == ["f0"])
    #expect(open.findings.map { $0.lateness(on: Self.today) } == [1, nil, nil, nil, nil])
    let answers = [Self.answer("a1", to: "f0", day: "2026-11-25"), Self.answer("a2", to: "f1", day: "2026-11-21")]
    let answered = OversightStanding(review: Self.review(), findings: findings, answers: answers)
    #expect(answered.lateFindings(on: Self.today).isEmpty)
    #expect(answered.findings.map { $0.lateness(on: Self.today) } == [5, nil, nil, nil, nil])
    #expect(answered.findings.map(\.isAnswered) == [true, true, false, false, false])
  }

  @Test("Findings of other reviews and answers to other findings are left out")
  func others() {
    let standing = OversightStanding(
      review: Self.review(), findings: [Self.finding("f", of: "other")],
      answers: [Self.answer("a", to: "g", day: "2026-01-01")])
    #expect(standing.findings.isEmpty)
  }

  @Test("A review is planned, visited, reported, answered")
  func states() {
    let finding = Self.finding("f")
    let answer = Self.answer("a", to: "f", day: "2026-11-01")
    func state(
      _ findings: [OversightFinding] = [], _ answers: [OversightAnswer] = [],
      _ change: (inout OversightReview) -> Void
    ) -> String {
      OversightStanding(review: Self.review("r", change), findings: findings, answers: answers)
        .state(on: Self.today).rawValue
    }
    #expect(state { _ in } == "planned")
    #expect(state { $0.visitBegin = "2026-11-22" } == "planned")
    #expect(state { $0.visitBegin = "2026-11-21" } == "visited")
    #expect(state { $0.reported = "2026-11-21" } == "no findings")
    #expect(state([finding]) { $0.reported = "2026-11-21" } == "reported")
    #expect(state([finding], [answer]) { $0.reported = "2026-11-21" } == "answered")
  }

  @Test("Papers are late when their day has passed and they have not come")
  func papers() {
    func isLate(_ change: (inout OversightReview) -> Void) -> Bool {
      OversightStanding(review: Self.review("r", change), findings: [], answers: []).arePapersLate(on: Self.today)
    }
    #expect(!isLate { _ in })
    #expect(isLate { $0.papersDue = "2026-11-20" })
    #expect(!isLate { $0.papersDue = "2026-11-21" })
    #expect(
      !isLate {
        $0.papersDue = "2026-11-20"
        $0.papersIn = "2026-11-21"
      })
    #expect(
      !isLate {
        $0.papersDue = "2026-11-20"
        $0.reported = "2026-11-21"
      })
  }

  private static let lasts: [(kind: String, end: String, today: String, overdue: Bool)] = [
    ("scheduled review", "2024-11-21", "2026-11-21", false),
    ("scheduled review", "2024-11-20", "2026-11-21", true),
    ("scheduled review", "2024-02-29", "2026-02-28", false),
    ("scheduled review", "2024-02-29", "2026-03-01", true),
    ("focused review", "2026-11-01", "2026-11-21", true),
    ("initial orientation", "2026-11-01", "2026-11-21", true),
    // One that is still to come is no last one.
    ("scheduled review", "2026-12-01", "2026-11-21", true),
  ]

  @Test("A scheduled review every two years on average", arguments: lasts)
  func schedule(kind: String, end: String, today: String, overdue: Bool) throws {
    let review = Self.review {
      $0.kind = kind
      $0.visitEnd = end
      $0.visitBegin = end
    }
    let today = try #require(Day(today))
    let schedule = OversightSchedule(of: ["inv-a", "inv-b"], reviews: [("inv-a", review)], on: today)
    #expect(schedule.agencies.map(\.isOverdue) == [overdue, true])
    #expect(schedule.overdue.map(\.agency) == (overdue ? ["inv-a", "inv-b"] : ["inv-b"]))
    let isAhead = kind == OversightReview.scheduled && end > "\(today)"
    #expect(schedule.agencies[0].next == (isAhead ? Day(end) : nil))
  }
}
