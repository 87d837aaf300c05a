import Changesets
import Foundation
import Records
import Store
import SyncEngine
import Testing
import Training

@testable import qapi

@Suite("Compliance, due training, statewide counts, needs, plans and hours at the command line")
struct ComplianceTests {
  private let binary: Binary
  private let network: Network

  init() throws {
    binary = try Binary()
    network = try Network(binary)
    try network.add("a", agency: "inv-a")
  }

  @discardableResult
  private func run(
    _ node: String, _ command: String, _ rest: String..., status: Int32 = 0, says: String = ""
  ) throws -> Binary.Run {
    let words = command.split(separator: " ").map(String.init) + rest + ["--node", node]
    let run = try binary.run(Binary.program.path, words)
    try #require(run.status == status, "\(words): \(run.status) \(run.output)\(run.messages)")
    #expect(says.isEmpty || (run.output + run.messages).contains(says), "\(words): \(run.output)\(run.messages)")
    return run
  }

  @Test("Special training from its proposal to what was completed in it; what a level was is said")
  func specialTraining() throws {
    defer { binary.remove() }
    try run("a", "training staff code=S1 hired=2024-01-01")
    try run("a", "training proposal course=lab title=Lab need=x day=2024-02-01")
    try run("a", "training session course=lab day=2024-03-04", status: 2, says: "rule unknown-course")
    try network.exchange("a")
    let answer = "training proposal answer proposal=latest --agency inv-a"
    try run("d", answer, status: 2, says: "needs its result")
    try run("d", answer + " result=approved")
    try network.exchange("a")
    try run("a", "training proposal list", says: "approved")
    try run("a", "training session course=lab day=2024-01-31", status: 2, says: "rule version-not-taught")
    try run("a", "training session course=lab day=2024-03-04")
    try run("a", "training enter lab 2024-03-04 S1", says: "1 completed lab")
    try run("d", "training level first=2023-01-01 acceptable=0")
    try run("d", "training level first=2023-01-01 acceptable=5", says: "in percent was 0")
  }

  /// Four of staff, one of them without an assignment: S1 is in order, S2 lacks a course, S3 is a supervisor who lacks two.
  private func fill() throws {
    try run("d", "training course code=core title=Core")
    try run("d", "training course code=privacy title=Privacy")
    try run("d", "training requirement course=core first=2020-01-01 days=30")
    try run("d", "training requirement course=privacy first=2020-01-01 days=30 months=12")
    try network.exchange("a")
    let engine = try Engine(
      opening: NodeFolder(path: binary.folder.appending(path: "a").path), configuration: Deployment.configuration)
    try engine.write(as: Person(id: "a", name: "Person a"), message: "training") { db in
      for (code, unit, supervisor) in [
        ("S1", "north", "S3"), ("S2", "north", "S3"), ("S3", "south", ""), ("S4", "", ""),
      ] {
        var member = StaffMember()
        (member.code, member.name, member.hired) = (code, "Ivy \(code)", "2024-01-01")
        try RecordStore.put(member, agency: "inv-a", in: db)
        guard !unit.isEmpty else { continue }
        var assignment = StaffAssignment()
        (assignment.staff, assignment.first, assignment.unit) = (code, "2024-01-01", unit)
        (assignment.supervisor, assignment.jobClass) = (supervisor, "caseworker")
        try RecordStore.put(assignment, agency: "inv-a", in: db)
      }
      for (staff, course, day) in [
        ("S1", "core", "2024-01-10"), ("S1", "privacy", "2024-01-10"), ("S2", "core", "2024-01-20"),
      ] {
        var completion = Completion()
        (completion.staff, completion.course, completion.day, completion.hours) = (staff, course, day, 6_00)
        try RecordStore.put(completion, agency: "inv-a", in: db)
      }
      var session = TrainingSession(id: "1")
      (session.course, session.day, session.cost) = ("core", "2024-01-10", 1_234_50)
      session.state = TrainingSession.State.held.rawValue
      try RecordStore.put(session, agency: "inv-a", in: db)
      var skill = CriticalSkill()
      (skill.code, skill.title, skill.needed, skill.course) = ("law", "Family law", 3, "core")
      (skill.jobClass, skill.level) = ("caseworker", "rank and file")
      try RecordStore.put(skill, agency: "inv-a", in: db)
    }
  }

  @Test(
    "Who lacks what since when, by unit and supervisor, what falls due; the state sees counts and no name; plans and hours"
  )
  func compliance() throws {
    defer { binary.remove() }
    try fill()
    let report = try run("a", "training compliance --on 2024-07-01 --by unit --json", status: 3)
    #expect(try report.member("percent") as? String == "33.33" && report.member("people") as? Int == 3)
    #expect(try report.member("without_assignment") as? [String] == ["S4"])
    let groups = try report.member("groups") as? [[String: Any]] ?? []
    #expect(groups.map { "\($0["name"] ?? "") \($0["percent"] ?? "")" } == ["north 50.00", "south 0.00"])
    let lacking = try report.member("lacking") as? [[String: Any]] ?? []
    #expect(
      lacking.map { "\($0["staff"] ?? "") \($0["course"] ?? "") \($0["since"] ?? "")" } == [
        "S2 privacy 2024-02-01", "S3 core 2024-02-01", "S3 privacy 2024-02-01",
      ])
    let requirement = try #require(lacking[0]["requirement"] as? String)
    let table = try run("a", "training compliance --on 2024-07-01 --csv --course privacy", status: 3).output
    #expect(
      table.replacing("\r\n", with: "\n").replacing("\r", with: "") == """
        staff,name,unit,level,job_class,supervisor,course,requirement,state,due,completed
        S1,Ivy S1,north,rank and file,caseworker,S3,privacy,\(requirement),done,2025-01-10,2024-01-10
        S2,Ivy S2,north,rank and file,caseworker,S3,privacy,\(requirement),overdue,2024-01-31,
        S3,Ivy S3,south,rank and file,caseworker,,privacy,\(requirement),overdue,2024-01-31,

        """)
    try run(
      "a", "training compliance --on 2024-07-01 --by supervisor --lacking", status: 3,
      says: "S3, Ivy S3: 1 of 2 have nothing")
    let own = try run("a", "training compliance --on 2024-07-01 --supervisor S3 --json", status: 3)
    #expect(try own.member("people") as? Int == 2)
    try run("a", "training compliance --on 2024-01-31", says: "3 of 3 have nothing overdue: 100.00 percent")
    try run("a", "training compliance --course other", status: 2, says: "nothing requires a course 'other'")
    try run("a", "training compliance --supervisor S9", status: 2, says: "there is no member of staff 'S9'")
    try run("a", "training compliance --html --output c.html --by supervisor", status: 3)

    let due = try run("a", "training due --on 2024-12-01 --within 60 --supervisor S3 --json").member("due")
    #expect(
      (due as? [[String: Any]] ?? []).map { "\($0["staff"] ?? "") \($0["due"] ?? "") \($0["overdue"] ?? "")" } == [
        "S2 2024-01-31 1", "S1 2025-01-10 0",
      ])
    try run("a", "training due --on 2024-12-01 --within -1", status: 2)
    let dueTable = try run("a", "training due --on 2024-12-01 --within 60 --supervisor S3 --csv").output
    #expect(dueTable.contains("S2,Ivy S2,north,rank and file,caseworker,S3,privacy,\(requirement),overdue,2024-01-31,"))
    let list = try run("a", "training due --on 2024-12-01 --within 60 --markdown").output
    #expect(list.contains("Supervisor: S3, Ivy S3") && list.contains("privacy, Privacy"))
    for filter in ["compliance --unit NOPE", "due --unit NOPE", "needs --class nope", "needs --level boss"] {
      try run("a", "training \(filter)", status: 2, says: filter.contains("unit") ? "'north', 'south'" : "use one of")
    }

    try network.exchange("a")
    for form in ["", "--html", "--markdown", "--csv", "--json"] {
      let state = try run("d", "training statewide --on 2024-07-01 \(form)", status: 3)
      #expect(state.output.contains("inv-a") && state.output.contains("33.33"), "\(form)")
      #expect(!state.output.contains("Ivy") && !state.output.contains("S2"), "\(form)")
    }
    let total = try run("d", "training statewide --on 2024-07-01 --json", status: 3).member("total") as? [String: Any]
    #expect(total?["overdue"] as? Int == 3 && total?["without_assignment"] as? Int == 1)
    try run("d", "training compliance --agency inv-a --on 2024-07-01", status: 3, says: "Ivy S2")
    for form in ["", "--html", "--markdown", "--csv", "--json"] {
      let state = try run("d", "training statewide --on 2024-07-01 --by unit \(form)", status: 3)
      #expect(state.output.contains("north") && !state.output.contains("Ivy"), "\(form)")
    }
    try run("d", "training statewide --by supervisor", status: 2, says: "no name stands here")
    try run("d", "training compliance", status: 2, says: "--agency")
    try plans()
  }

  /// Needs, the development plan, the training plan, and hours as evidence of effort that is written once.
  private func plans() throws {
    let needs = try run("a", "training needs --on 2024-07-01 --json").member("counts") as? [[String: Any]] ?? []
    #expect(needs.map { "\($0["skill"] ?? "") \($0["people"] ?? "") \($0["unassessed"] ?? "")" } == ["law 3 3"])
    try run("a", "training assessment staff=S1 skill=law day=2024-03-01 rating=3")
    try run("a", "training needs S1", says: "no needs")
    try run("a", "training goal staff=S2 title=Conference due=2024-09-01", "kind=professional development")
    try run("a", "training recognition staff=S2 day=2024-06-01", "title=Case worker of the year")
    try run("a", "training recognition staff=S2 day=2024-08-01 title=Later")
    try run("a", "training completion add staff=S2 course=core day=2024-08-01", "kind=professional development")
    let earlier = try run("a", "training development S2 --json --on 2024-07-01")
    #expect(try earlier.member("development") as? [String] == [])
    #expect(try (earlier.member("recognitions") as? [[String: Any]])?.count == 1)
    let page = try run("a", "training development S2 --markdown --on 2024-07-01").output
    for words in ["privacy", "overdue", "Family law", "Conference", "Case worker of the year"] {
      #expect(page.contains(words), "\(words)")
    }
    try run("a", "training development S9", status: 2)

    let plan = try run("a", "training plan --on 2024-07-01 --json", status: 3)
    let lacking = try plan.member("lacking") as? [String] ?? []
    #expect(lacking.first == "no training coordinator (AS.5.1 task 1)" && lacking.count == 3, "\(lacking)")
    #expect(try plan.member("year") as? String == "SFY 2024-25")
    try run("a", "training plan --html --output p.html --year", "SFY 2023-24", status: 3)
    let past = try run("a", "training plan --json --year", "SFY 2023-24", status: 3)
    #expect(try past.member("on") as? String == "2024-06-30")
    try run("a", "training plan --on 2024-07-01 --year", "SFY 2023-24", status: 2, says: "is no day of SFY 2023-24")
    try run("a", "training evaluation course=core session=1 answers=4 score=4.5 day=2024-02-01")
    for form in ["", "--html", "--markdown", "--csv", "--json"] {
      let summary = try run("a", "training evaluation summary \(form)").output
      #expect(summary.contains("core") && summary.contains("reaction"), "\(form)")
    }
    try run("a", "training plan --year 2024", status: 2, says: "is no state fiscal year")

    let hours = try run("a", "training hours --write --json --year", "SFY 2023-24")
    #expect(try hours.member("hours") as? Int == 18_00 && hours.member("cost") as? String == "1,234.50")
    #expect(try hours.member("written") as? Bool == true)
    try run("a", "training hours --write --year", "SFY 2023-24", says: "nothing was changed")
    let evidence = try run("a", "fiscal evidence list --json").member("records") as? [[String: Any]] ?? []
    #expect(evidence.map { $0["text"] as? String } == ["Training: 3 completions, 18 hours, 1 session"])
    try network.exchange("a")
    try run("d", "training hours --write --agency inv-a", status: 2)
  }
}
