import GRDB
import Improvement
import Measures
import Plans
import Records
import Store
import Testing

@Suite("Findings on targets, events and oversight")
struct TargetAndOversightFindingsTests {
  static let agency = Fixture.agency
  static let today = Day(2026, 11, 21)!

  static func rules(in db: Database, on today: Day? = today) throws -> [String] {
    try Findings.all(in: db, today: today, sha256: Fixture.lengthAsDigest).map(\.rule)
  }

  static func agree(_ value: String, year: Int = 2024, in db: Database) throws {
    var word = Target()
    word.year = year
    word.measure = "current-support"
    word.propose(value, unit: "percent")
    try RecordStore.put(word, agency: agency, in: db)
    var answer = TargetAnswer()
    answer.agree(to: word)
    try RecordStore.put(answer, agency: agency, in: db)
  }

  private static let targetCases: [(stated: String, agreed: String, year: Int, submitted: Bool, rules: [String])] = [
    ("63.8", "63.80", 2024, true, []), ("63.8", "64", 2024, true, ["agreed-target"]),
    // A draft is the agency's own: `plan check` says it.
    ("63.8", "64", 2024, false, []), ("63.8", "64", 2023, true, []), ("", "64", 2024, true, []),
  ]

  @Test("A plan that was handed in says the agreed target", arguments: targetCases)
  func targets(stated: String, agreed: String, year: Int, submitted: Bool, rules: [String]) throws {
    try Fixture.database().write { db in
      var plan = Fixture.plan()
      plan.blocks[0].measurements[0].indicator = "current-support"
      plan.blocks[0].measurements[0].target = stated
      try Fixture.store(plan, in: db)
      if submitted { try Fixture.approveAndSubmit(plan, in: db) }
      try Self.agree(agreed, year: year, in: db)
      #expect(try Self.rules(in: db) == rules)
    }
  }

  @Test("A form with a place for targets lacks one")
  func missingTarget() throws {
    try Fixture.database().write { db in
      var plan = Fixture.plan()
      plan.template = .init(id: "qapi-ffy-2004", version: 1)
      plan.blocks = []
      try Fixture.store(plan, in: db)
      try Fixture.approveAndSubmit(plan, in: db)
      try Self.agree("64", year: 2004, in: db)
      #expect(try Self.rules(in: db) == ["agreed-target-missing"])
    }
  }

  @Test("That two sides do not agree yet is no finding")
  func disagreement() throws {
    try Fixture.database().write { db in
      try Self.agree("64", in: db)
      var word = Target()
      word.year = 2024
      word.measure = "current-support"
      word.propose("66", unit: "percent")
      try RecordStore.put(word, agency: Self.agency, in: db)
      #expect(try TargetStore.all(in: db).map(\.target.state) == [.discussed])
      #expect(try TargetStore.agreed(in: db).isEmpty)
      #expect(try Self.rules(in: db) == [])
    }
  }

  @Test("The store joins both words by agency, year and measure")
  func joined() throws {
    try Fixture.database().write { db in
      try Self.agree("64", in: db)
      var other = TargetAnswer()
      other.year = 2025
      other.measure = "current-support"
      other.propose("65", unit: "percent")
      try RecordStore.put(other, agency: "inv-b", in: db)
      let all = try TargetStore.all(in: db)
      #expect(all.map(\.agency) == ["inv-a", "inv-b"])
      #expect(all.map(\.target.state) == [.agreed, .proposed(by: .department)])
      #expect(try TargetStore.all(year: 2025, in: db).map(\.agency) == ["inv-b"])
      #expect(try TargetStore.agreed(of: "inv-a", year: 2024, in: db).map(\.target.value) == ["64"])
      let one = try TargetStore.target("current-support", year: 2024, of: "inv-a", in: db)
      #expect(one.figure == ExactFigure(64, over: 1))
    }
  }

  @Test("An event without an answer is for information, and over with the answer or the event")
  func events() throws {
    try Fixture.database().write { db in
      var event = ExceptionalEvent(id: "e-1")
      event.title = "Flood"
      try RecordStore.insert(event, agency: Self.agency, in: db)
      let found = try Findings.all(in: db, sha256: Fixture.lengthAsDigest)
      #expect(found.map(\.rule) == ["event-unanswered"] && found.map(\.weight) == [.information])
      #expect(found.map(\.doer) == [.department])
      var answer = EventAnswer(id: "x-1")
      answer.event = "e-1"
      try RecordStore.insert(answer, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == [])
      try RecordStore.delete(answer, agency: Self.agency, in: db)
      var over = event
      over.ended = "2026-11-20"
      try RecordStore.update(over, from: event, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == [])
    }
  }

  @Test(
    "A finding of the department waits for its answer, and papers for their visit; days are looked at only where one is given"
  )
  func oversight() throws {
    try Fixture.database().write { db in
      var review = OversightReview(id: "r-1")
      review.papersDue = "2026-11-01"
      try RecordStore.insert(review, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["papers-late"])
      #expect(try Self.rules(in: db, on: nil) == [])
      var reported = review
      reported.reported = "2026-11-10"
      try RecordStore.update(reported, from: review, agency: Self.agency, in: db)
      var finding = OversightFinding(id: "f-1")
      finding.review = "r-1"
      finding.answerDue = "2026-11-20"
      try RecordStore.insert(finding, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["finding-unanswered"])
      #expect(try Self.rules(in: db, on: Day(2026, 11, 20)) == [])
      var answer = OversightAnswer(id: "a-1")
      answer.finding = "f-1"
      try RecordStore.insert(answer, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == [])
    }
  }
}
