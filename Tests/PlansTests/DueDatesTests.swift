import Plans
import Records
import Testing

@Suite("Days: due dates, quarters, the day in California")
struct DueDatesTests {
  @Test(
    "The due day is not late, the day after is",
    arguments: [
      // due, submitted, today, late
      ("2024-01-31", nil, "2024-01-31", false), ("2024-01-31", nil, "2024-02-01", true),
      ("2024-01-31", "2024-01-31", "2025-01-01", false), ("2024-01-31", "2024-02-01", "2025-01-01", true),
      ("2024-02-28", nil, "2024-02-29", true), ("2024-02-29", nil, "2024-02-29", false),
      ("2024-02-29", nil, "2024-03-01", true), ("2023-09-30", nil, "2023-10-01", true),
      ("2024-06-30", nil, "2024-07-01", true), ("2023-12-31", nil, "2024-01-01", true),
    ] as [(String, String?, String, Bool)])
  func late(due: String, submitted: String?, today: String, isLate: Bool) throws {
    let dates = DueDates(of: .pmpFFY2024, set: [.quarter(1): try #require(Day(due))], extended: [:])
    let item = DueItem(
      .quarter(1), dates: dates, submitted: submitted.flatMap { Day($0) }, today: try #require(Day(today)))
    #expect(item.isLate == isLate)
  }

  @Test("The department's day goes before the letter's, and an extension before both")
  func order() throws {
    let letter = DueDates(of: .pmpFFY2024)
    #expect(letter.plan == Day(2023, 9, 15) && letter.day(of: .quarter(2)) == Day(2024, 5, 1))
    #expect(letter.day(of: .amendment) == nil && letter.extended.isEmpty)
    let later = try #require(Day(2023, 9, 20))
    let latest = try #require(Day(2023, 9, 25))
    let set = DueDates(of: .pmpFFY2024, set: [.plan: later], extended: [:])
    #expect(set.plan == later && set.quarters == letter.quarters)
    let extended = DueDates(of: .pmpFFY2024, set: [.plan: later], extended: [.plan: latest])
    #expect(extended.plan == latest && extended.extended == [.plan])
    // Less time is no extension.
    let shorter = DueDates(of: .pmpFFY2024, set: [.plan: latest], extended: [.plan: later])
    #expect(shorter.plan == latest && shorter.extended.isEmpty)
    // Where nobody set a day nothing is late; where the letter has none the department's holds.
    let none = DueDates(of: .pmpFFY2019)
    #expect(none.plan == nil && none.quarters.isEmpty)
    #expect(DueDates(of: .qapiFFY2004, set: [.plan: later], extended: [:]).plan == later)
    #expect(!DueItem(.plan, dates: none, submitted: nil, today: latest).isLate)
  }

  @Test(
    "A federal quarter at its edges",
    arguments: [
      ("2003-09-30", "FFY 2003 Q4"), ("2003-10-01", "FFY 2004 Q1"), ("2003-12-31", "FFY 2004 Q1"),
      ("2004-01-01", "FFY 2004 Q2"), ("2004-02-29", "FFY 2004 Q2"), ("2004-03-31", "FFY 2004 Q2"),
      ("2004-04-01", "FFY 2004 Q3"), ("2004-06-30", "FFY 2004 Q3"), ("2004-07-01", "FFY 2004 Q4"),
      ("2004-09-30", "FFY 2004 Q4"), ("2004-10-01", "FFY 2005 Q1"),
    ])
  func quarters(day: String, quarter: String) throws {
    let found = FederalQuarter(of: try #require(Day(day)))
    #expect("\(found)" == quarter)
    #expect(FederalQuarter(quarter) == found)
  }

  @Test("What is no federal quarter", arguments: ["FFY 2004", "SFY 2003-24 Q1", "2004-01", "FFY 2004 Q5", "Q1", ""])
  func noQuarter(text: String) { #expect(FederalQuarter(text) == nil) }

  @Test(
    "The day in California, in winter and in summer, under the rules of each year",
    arguments: [
      ("2023-09-16T06:59:59Z", "2023-09-15"), ("2023-09-16T07:00:00Z", "2023-09-16"),
      ("2024-02-01T07:59:59Z", "2024-01-31"), ("2024-02-01T08:00:00Z", "2024-02-01"),
      ("2024-02-29T08:00:00Z", "2024-02-29"), ("2024-03-01T07:59:59Z", "2024-02-29"),
      // Summer time began on 4 April in 2004, and on 10 March in 2024.
      ("2004-03-20T07:30:00Z", "2004-03-19"), ("2024-03-20T07:30:00Z", "2024-03-20"),
      ("2024-01-01T00:00:00Z", "2023-12-31"),
    ])
  func california(instant: String, day: String) { #expect(Day(inCaliforniaAt: instant) == Day(day)) }

  @Test("What is no instant", arguments: ["", "2024-01-31", "yesterday"])
  func noInstant(text: String) { #expect(Day(inCaliforniaAt: text) == nil) }

  @Test("An agency without a contact in the quarter, and a site visit without a reason")
  func contacts() throws {
    let quarter = try #require(FederalQuarter("FFY 2004 Q1"))
    let contacts = [("inv-a", "2003-12-31"), ("inv-b", "2004-01-01"), ("inv-c", "no day")]
    #expect(
      ContactRules.agencies(["inv-a", "inv-b", "inv-c"], without: contacts, in: quarter) == ["inv-b", "inv-c"])
    func lacks(_ kind: String, _ day: String, _ reason: String) -> Bool {
      var contact = Contact(id: "c")
      (contact.kind, contact.day, contact.reason) = (kind, day, reason)
      return ContactRules.lacksReason(contact)
    }
    #expect(lacks(Contact.siteVisit, "2003-10-01", ""))
    #expect(!lacks(Contact.siteVisit, "2003-09-30", "") && !lacks(Contact.siteVisit, "2004-10-01", ""))
    #expect(!lacks(Contact.siteVisit, "2003-10-01", "at its request") && !lacks(Contact.phone, "2003-10-01", ""))
  }

  @Test("Comments with their answers: each once, the oldest first, circles broken")
  func threads() {
    func comment(_ id: String, _ answers: String = "") -> PlanComment {
      var comment = PlanComment(id: id)
      comment.answers = answers
      return comment
    }
    func answer(_ id: String, _ comment: String) -> PlanAnswer {
      var answer = PlanAnswer(id: id)
      answer.comment = comment
      return answer
    }
    func shape(_ thread: CommentThread) -> String {
      thread.remark.id + (thread.answers.isEmpty ? "" : "(\(thread.answers.map(shape).joined(separator: " ")))")
    }
    let threads = CommentThread.threads(
      [comment("1"), comment("4", "3"), comment("5", "gone"), comment("6", "7"), comment("7", "6")],
      [answer("3", "1"), answer("2", "1")])
    #expect(threads.map(shape) == ["1(2 3(4))", "5", "6(7)"])
  }

  @Test("Where two versions differ, in words that hold nothing of what they say")
  func differences() throws {
    let old = try PlanSnapshot.plan(from: PlanSnapshot.json(of: Sample.plan()))
    func places(_ part: VersionDifference.Part, _ edit: (inout Plan) -> Void) -> [String] {
      var plan = Sample.plan()
      edit(&plan)
      return VersionDifference(from: old, to: plan, in: part).places
    }
    for part in [VersionDifference.Part.everything, .whatWasPlanned, .targets, .quarter(1)] {
      #expect(places(part) { _ in }.isEmpty)
    }
    let edit = { (plan: inout Plan) in
      plan.title = "Secret"
      plan.blocks[0].measurements[0].target = "Secret"
      plan.blocks[0].measurements[1].progress = [Progress(quarter: 1, figure: "Secret")]
      plan.blocks[0].tactics[0].status = .completed
      plan.blocks[0].tactics[1].strategy = "Secret"
      plan.blocks[0].quarters[1].text = "Secret"
      plan.blocks[1].tactics = []
      plan.blocks[1].position = 1
    }
    #expect(
      places(.everything, edit) == [
        "plan: title", "block 1 · measurement 1: target", "block 1 · measurement 2 · quarter 1: added",
        "block 1 · tactic 1: status", "block 1 · tactic 2: strategy", "block 1 · quarter 2: text",
        "earlier block 2 · tactic 1: removed",
      ])
    #expect(
      places(.whatWasPlanned, edit) == [
        "plan: title", "block 1 · measurement 1: target", "block 1 · tactic 2: strategy",
        "earlier block 2 · tactic 1: removed",
      ])
    #expect(places(.targets, edit) == ["block 1 · measurement 1: target"])
    #expect(places(.quarter(1), edit) == ["block 1 · measurement 2 · quarter 1: added"])
    #expect(places(.quarter(2), edit) == ["block 1 · quarter 2: text"])
  }

  @Test("A new order is a difference, but not of what the plan is to reach; what goes with a section is named")
  func orderAndSections() {
    func places(_ part: VersionDifference.Part, _ edit: (inout Plan) -> Void) -> [String] {
      var old = Sample.plan()
      old.blocks[0].measurements[0].progress = [Progress(quarter: 1, figure: "62")]
      var plan = old
      edit(&plan)
      return VersionDifference(from: old, to: plan, in: part).places
    }
    let order = { (plan: inout Plan) in
      plan.blocks[0].tactics.swapAt(0, 1)
      plan.blocks[1].measurements[0].title = "Secret"
    }
    #expect(places(.everything, order).count == 2 && places(.everything, order)[0].hasSuffix(": moved"))
    #expect(places(.targets, order) == ["block 2 · measurement 1: title"])
    #expect(places(.targets) { $0.blocks[0].measurements.swapAt(0, 1) } == [])
    #expect(
      places(.quarter(1)) { $0.blocks.remove(at: 0) } == [
        "earlier block 1 · measurement 1 · quarter 1: removed", "earlier block 1 · quarter 1: removed",
      ])
  }

  @Test("An entry by its place or by its id")
  func places() {
    let places = PlanPlaces(of: Sample.plan())
    #expect(places.entry(named: "block 1 tactic 2")?.key == [.text("t-2")])
    #expect(places.entry(named: "Block 1 · Measurement 2")?.key == [.text("m-2")])
    #expect(places.entry(named: "block 2 quarter 3")?.key == [.text("block-2"), .integer(3)])
    #expect(places.entry(named: "t-3")?.words == "block 2 · tactic 1")
    #expect(places.entry(named: "t-") == nil && places.entry(named: "") == nil && places.entry(named: "x") == nil)
  }
}
