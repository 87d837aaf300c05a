import Plans
import Records
import Testing

@Suite("The life of a plan")
struct PlanLifeTests {
  // MARK: The machine

  @Test(
    "Each state with each event: where nothing stands, nothing moves",
    arguments: [
      (.draft, [.approved: .approved, .submitted: .submitted, .closed: .closed]),
      (.approved, [.submitted: .submitted, .closed: .closed]),
      (.submitted, [.submitted: .submitted, .returned: .returned, .accepted: .accepted, .closed: .closed]),
      (.returned, [.approved: .approved, .submitted: .submitted, .closed: .closed]),
      (
        .accepted,
        [.yearBegan: .inForce, .quarterSubmitted: .inForce, .lastQuarterSubmitted: .finalResults, .closed: .closed]
      ),
      (.inForce, [.lastQuarterSubmitted: .finalResults, .closed: .closed]),
      (.finalResults, [.closed: .closed]),
      (.closed, [:]),
    ] as [(PlanState, [PlanEvent: PlanState])])
  func machine(from: PlanState, moves: [PlanEvent: PlanState]) {
    for event in PlanEvent.allCases { #expect(from.after(event) == moves[event], "\(from) \(event)") }
  }

  @Test(
    "What each state allows",
    arguments: [
      (.draft, "edit approve plan amendment close"),
      (.approved, "edit approve plan amendment close"),
      (.submitted, "edit approve plan amendment quarter decide close"),
      (.returned, "edit approve plan amendment quarter close"),
      (.accepted, "edit approve amendment quarter decide close"),
      (.inForce, "edit approve amendment quarter decide close"),
      (.finalResults, "edit approve amendment quarter decide close"),
      (.closed, "edit"),
    ] as [(PlanState, String)])
  func allows(state: PlanState, words: String) {
    let names: [(PlanDeed, String)] = [
      (.edit, "edit"), (.approve, "approve"), (.submitPlan, "plan"), (.submitAmendment, "amendment"),
      (.submitQuarter, "quarter"), (.decide, "decide"), (.close, "close"),
    ]
    #expect(names.filter { state.allows($0.0) }.map(\.1).joined(separator: " ") == words)
    #expect(state.allows(.comment))
  }

  // MARK: From records

  /// Records as a script: `approve D`, `ITEM D` for a submission with that digest, `accepted N`, `returned N`, `closed` (N
  /// is the number of the submission, from 1).
  private func life(_ script: String, today: String, digest: String = "now") throws -> PlanLife {
    var approvals: [Approval] = []
    var submissions: [Submission] = []
    var decisions: [Decision] = []
    for (number, step) in script.split(separator: ",").enumerated() {
      let words = step.split(separator: " ").map(String.init)
      switch words[0] {
      case "approve":
        var approval = Approval(id: "a\(number)")
        approval.digest = words[1]
        approvals.append(approval)
      case "accepted", "returned", "closed":
        var decision = Decision(id: "d\(number)")
        decision.decision = words[0]
        decision.submission = words.count > 1 ? "s\(words[1])" : ""
        decisions.append(decision)
      default:
        submissions.append(
          Submission(
            id: "s\(submissions.count + 1)", plan: "p", item: words[0], submittedBy: "A",
            submittedAt: "2023-09-1\(submissions.count)T18:00:00Z", snapshot: "", digest: words[1]))
      }
    }
    return PlanLife(
      digest: digest, template: .pmpFFY2024, approvals: approvals, submissions: submissions, decisions: decisions,
      today: Day(today))
  }

  @Test(
    "The state is a function of the records",
    arguments: [
      ("", "2023-09-01", "draft"),
      ("approve old", "2023-09-01", "draft"),
      ("approve now", "2023-09-01", "approved"),
      ("approve now,plan now", "2023-09-01", "submitted"),
      ("approve old,plan old,approve now", "2023-09-01", "submitted"),
      ("approve now,plan now,returned 1", "2023-09-01", "returned"),
      ("approve old,plan old,returned 1", "2023-09-01", "returned"),
      ("approve old,plan old,returned 1,approve now", "2023-09-01", "approved"),
      ("approve old,plan old,returned 1,approve now,plan now", "2023-09-01", "submitted"),
      ("plan now,accepted 1", "2023-09-30", "accepted"),
      ("plan now,accepted 1", "2023-10-01", "in force"),
      ("plan now,accepted 1,q1 x", "2023-09-30", "in force"),
      ("plan now", "2024-01-31", "submitted"),
      ("plan now,q1 x", "2024-01-31", "submitted"),
      ("plan now,q1 x,accepted 1", "2024-01-31", "in force"),
      ("plan now,accepted 1,q1 x,q2 x,q3 x", "2024-10-31", "in force"),
      ("plan now,accepted 1,q4 x", "2024-10-31", "final results"),
      ("plan now,accepted 1,q4 x,closed 2", "2024-11-30", "closed"),
      ("closed", "2024-11-30", "closed"),
      ("plan now,accepted 1,returned 1", "2023-09-30", "returned"),
      ("plan now,accepted 9", "2023-09-30", "submitted"),
      ("amendment now,accepted 1", "2023-10-01", "in force"),
    ])
  func states(script: String, today: String, expected: String) throws {
    #expect(try life(script, today: today).state.rawValue == expected)
  }

  @Test(
    "An amendment has a way of its own, and the earlier version holds until it is accepted",
    arguments: [
      ("plan a,accepted 1", nil, "s1", "s1"),
      ("plan a,accepted 1,amendment b", "submitted", "s1", "s2"),
      ("plan a,accepted 1,amendment b,returned 2", "returned", "s1", "s2"),
      ("plan a,accepted 1,amendment b,returned 2,amendment c", "submitted", "s1", "s3"),
      ("plan a,accepted 1,amendment b,accepted 2", nil, "s2", "s2"),
    ] as [(String, String?, String, String)])
  func amendments(script: String, amendment: String?, accepted: String, last: String) throws {
    let life = try life(script, today: "2024-02-01")
    #expect(life.state == .inForce)
    #expect(life.amendment?.state.rawValue == amendment)
    #expect(life.accepted?.id == accepted)
    #expect(life.lastVersion?.id == last)
    #expect(life.nextWhole == .amendment)
    #expect(life.undecided?.id == (amendment == "submitted" ? last : nil))
  }

  @Test("Only what is undecided can be decided on")
  func undecided() throws {
    #expect(try life("plan a", today: "2023-09-01").undecided?.id == "s1")
    #expect(try life("plan a,returned 1", today: "2023-09-01").undecided == nil)
    #expect(try life("plan a,returned 1,plan b", today: "2023-09-01").undecided?.id == "s2")
    #expect(try life("plan a,accepted 1", today: "2023-09-01").undecided == nil)
    #expect(try life("", today: "2023-09-01").undecided == nil)
  }

  @Test("A plan for two years was handed in before, so that what is handed in amends it")
  func earlierYear() {
    func isEarlier(_ template: PlanTemplate, _ period: String) -> Bool {
      var plan = Plan(id: "p", template: template.name, title: "")
      plan.period = period
      return template.isForEarlierYear(plan)
    }
    #expect(isEarlier(.pmpFFY2019, "FFY 2018-2019"))
    #expect(!isEarlier(.pmpFFY2019, "FFY 2019") && !isEarlier(.pmpFFY2019, "") && !isEarlier(.pmpFFY2024, ""))
    #expect(PlanTemplate.shipped.filter(\.isDecidedJointly).map(\.name.id) == ["qapi-ffy-2004"])
  }

  // MARK: Names

  @Test(
    "One person by id or by name, whatever the case",
    arguments: [
      (PersonName(id: "klee", name: "Kim Lee"), PersonName(id: "aruiz", name: "Ana Ruiz"), false),
      (PersonName(id: "klee", name: "Kim Lee"), PersonName(id: "KLEE", name: "K."), true),
      (PersonName(id: "1", name: "Kim  Lee "), PersonName(id: "2", name: "KIM LEE"), true),
      (PersonName(id: "1", name: "Jos\u{e9}"), PersonName(id: "2", name: "Jose\u{301}"), true),
      (PersonName(id: "1", name: "Kim Lee (DCSS for inv-a)"), PersonName(id: "2", name: "kim lee"), true),
      (PersonName(id: "", name: "A"), PersonName(id: "", name: "B"), false),
      (PersonName(id: "", name: ""), PersonName(id: "", name: ""), false),
    ])
  func samePerson(first: PersonName, second: PersonName, same: Bool) {
    #expect(first.isSame(as: second) == same)
    #expect(second.isSame(as: first) == same)
  }

  @Test("A name says once that the department wrote it")
  func byDepartment() {
    let once = PersonName.byDepartment("Dee", for: "inv-a")
    #expect(once == "Dee (DCSS for inv-a)")
    #expect(PersonName.byDepartment(once, for: "inv-a") == once)
  }
}
