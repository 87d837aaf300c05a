import Catalogue
import Foundation
import GRDB
import Improvement
import Measures
import Plans
import Records
import Testing

@testable import Store

@Suite("What is due")
struct DueTests {
  private static func day(_ text: String) -> Day { Day(text)! }

  private static func entries(
    _ agencies: [String] = [Fixture.agency], on today: String = "2024-01-01", from: String = "2024-01-01",
    to: String = "2024-12-31", in db: Database
  ) throws -> [CalendarEntry] {
    try DueSources.entries(
      for: .init(
        agencies: agencies, department: "dcss", today: day(today), days: day(from)...day(to),
        sha256: Fixture.lengthAsDigest), in: db)
  }

  /// The tables of the document: day, what, source.
  private static func tables() throws -> [[[String]]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/Catalogue/Catalogue.docc/TheCalendar.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.split { !$0.hasPrefix("|") }.map { table in
      table.dropFirst(2).map { line in
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        return [cells[0], cells[1], cells[3]]
      }
    }
  }

  @Test("The table of the document is the calendar of an agency for 2024, row by row")
  func theYear() throws {
    let table = try #require(try Self.tables().first)
    let entries = try Fixture.database().read { db in try Self.entries(in: db) }
    func sorted(_ rows: [[String]]) -> [String] { rows.map { $0.joined(separator: " | ") }.sorted() }
    let program = sorted(entries.map { ["\($0.day)", $0.title, $0.source] })
    let document = sorted(table)
    for (left, right) in zip(program, document) { #expect(left == right) }
    #expect(program.count == document.count)
    #expect(entries.allSatisfy { $0.state(on: Self.day("2024-01-01")) == .coming })
  }

  @Test("The letters' days outside of that year")
  func otherLetters() throws {
    let table = try #require(try Self.tables().last)
    let entries = try Fixture.database().read { db in
      try Self.entries(from: "2003-01-01", to: "2023-12-31", in: db).filter { $0.kind == .plan || $0.kind == .update }
    }
    #expect(entries.map { ["\($0.day)", $0.title, $0.source] } == table)
  }

  @Test("What the department sets goes before the source, and the source before the agency")
  func whoseRuleHolds() throws {
    try Fixture.database().write { db in
      func rule(_ id: String) throws -> String {
        let state = try ObligationStore.states(for: Fixture.agency, in: db).first { $0.obligation.id == id }
        return try #require(state).rule.map { "\($0.rule) by \($0.origin)" } ?? "none"
      }
      var local = LocalObligation()
      local.rule = "at quarter end"
      for id in ["AS.2.6-14", "AS.2.6-16"] {
        local.obligation = id
        try RecordStore.insert(local, agency: Fixture.agency, in: db)
      }
      #expect(try rule("AS.2.6-14") == "at quarter end by agency")
      #expect(try rule("AS.2.6-16") == "15 days after quarter end by catalogue")
      var setting = ObligationSetting()
      setting.rule = "20 days after quarter end"
      for id in ["AS.2.6-14", "AS.2.6-16"] {
        setting.obligation = id
        try RecordStore.insert(setting, agency: nil, in: db)
      }
      #expect(try rule("AS.2.6-14") == "20 days after quarter end by department")
      #expect(try rule("AS.2.6-16") == "20 days after quarter end by department")
      #expect(try Self.entries(in: db).count { $0.id.hasPrefix("obligation.AS.2.6-16.") && $0.day.day == 20 } == 4)
    }
  }

  @Test("A mark is for a period, and stays when the day is moved; what is off, repeated or in a case is not shown")
  func marksAndStates() throws {
    try Fixture.database().write { db in
      func open(_ members: String...) throws -> Set<String> {
        try ObligationStore.open(at: members, department: "dcss", in: db)
      }
      let before = try open(Fixture.agency)
      var mark = ObligationDone()
      (mark.obligation, mark.due, mark.done) = ("AS.2.6-16", "FFY 2024 Q1", "2024-01-10")
      try RecordStore.insert(mark, agency: Fixture.agency, in: db)
      func isDone() throws -> Bool? {
        try Self.entries(in: db).first { $0.id == "obligation.AS.2.6-16.FFY-2024-Q1" }?.isDone
      }
      #expect(try isDone() == true)
      var setting = ObligationSetting()
      (setting.obligation, setting.rule) = ("AS.2.6-16", "20 days after quarter end")
      try RecordStore.insert(setting, agency: nil, in: db)
      #expect(try isDone() == true)
      (setting.obligation, setting.rule, setting.status) = ("FM.2.2-1", "", "off")
      try RecordStore.insert(setting, agency: nil, in: db)
      let entries = try Self.entries(in: db)
      #expect(!entries.contains { $0.id.contains(".FM.2.2-1.") || $0.id.contains(".AS.2.6-25.") })
      #expect(!entries.contains { $0.id.contains(".AS.1.2-5.") })
      // A row of a retired system that is put in force waits for a day, until it has one.
      (setting.obligation, setting.status) = ("AS.1.2-5", "on")
      try RecordStore.insert(setting, agency: nil, in: db)
      #expect(try open(Fixture.agency) == before.union(["AS.1.2-5"]))
      (mark.obligation, mark.due) = ("AS.1.2-5", ObligationDone.once)
      try RecordStore.insert(mark, agency: Fixture.agency, in: db)
      #expect(try open(Fixture.agency) == before)
      // What is met here is not met by another agency.
      #expect(try open(Fixture.agency, "inv-z") == before.union(["AS.1.2-5"]))
    }
  }

  @Test("Figures and case reviews are met by their records")
  func recordsMeet() throws {
    try Fixture.database().write { db in
      var figures = FigureSubmission(id: "f")
      figures.period = "FFY 2024 Q1"
      try RecordStore.insert(figures, agency: Fixture.agency, in: db)
      var review = CaseReview(id: "r")
      (review.kind, review.quarter) = (CaseReview.compliance, "FFY 2024 Q2")
      try RecordStore.insert(review, agency: Fixture.agency, in: db)
      func done() throws -> [String] { try Self.entries(in: db).filter(\.isDone).map(\.id) }
      #expect(try done() == ["obligation.IOP.2.2-7.FFY-2024-Q1"])
      var finished = review
      finished.finished = "2024-03-20"
      try RecordStore.update(finished, from: review, agency: Fixture.agency, in: db)
      #expect(try done() == ["obligation.IOP.2.2-7.FFY-2024-Q1", "obligation.IOP.1.4-3.FFY-2024-Q2"])
    }
  }

  @Test("What has a day of its own stays overdue until it is done, with its person")
  func ownDays() throws {
    try Fixture.database().write { db in
      var action = CorrectiveAction(id: "a")
      (action.title, action.person, action.due, action.reassessBy) = (
        "Late orders", "Ana Ruiz", "2020-01-31", "2024-05-01"
      )
      try RecordStore.insert(action, agency: Fixture.agency, in: db)
      var step = ActionStep(id: "s")
      (step.action, step.text, step.due) = ("a", "Train", "2020-01-15")
      try RecordStore.insert(step, agency: Fixture.agency, in: db)
      var risk = Risk(id: "k")
      (risk.title, risk.reviewBy, risk.person) = ("Flood", "2024-02-01", "Kim Lee and Ana Ruiz")
      try RecordStore.insert(risk, agency: Fixture.agency, in: db)
      var finding = OversightFinding(id: "o")
      finding.answerDue = "2024-03-01"
      try RecordStore.insert(finding, agency: Fixture.agency, in: db)
      var item = ContactItem(id: "i")
      (item.contact, item.kind, item.due, item.person) = (
        "c", ContactItem.Kind.followUp.rawValue, "2024-01-05", "Kim Lee"
      )
      try RecordStore.insert(item, agency: Fixture.agency, in: db)
      var contact = Contact(id: "c")
      contact.day = "2024-01-02"
      try RecordStore.insert(contact, agency: Fixture.agency, in: db)
      let own: Set<CalendarEntry.Kind> = [.action, .step, .reassessment, .risk, .answer, .followUp]
      func shown() throws -> [String] {
        try Self.entries(on: "2024-02-01", in: db).filter { own.contains($0.kind) && !$0.isDone }.map {
          "\($0.id) \($0.state(on: Self.day("2024-02-01")))"
        }
      }
      #expect(
        try shown() == [
          "step.s late", "action.a late", "follow-up.i late", "risk.k coming", "answer.o coming",
          "reassessment.a coming",
        ])
      let mine = try Self.entries(in: db).filter { $0.concerns(PersonName(id: "aruiz", name: "ana  ruiz")) }
      #expect(mine.map(\.id) == ["step.s", "action.a", "risk.k", "reassessment.a"])
      // Another agency's rows are not this one's.
      #expect(try Self.entries(["inv-b"], in: db).allSatisfy { !own.contains($0.kind) })

      var answer = OversightAnswer(id: "oa")
      answer.finding = "o"
      try RecordStore.insert(answer, agency: Fixture.agency, in: db)
      var closed = action
      closed.closed = "2024-01-20"
      try RecordStore.update(closed, from: action, agency: Fixture.agency, in: db)
      #expect(try shown() == ["follow-up.i late", "risk.k coming"])
    }
  }

  @Test("A plan is due before it is begun, under the same name as after, and done when it was handed in")
  func plans() throws {
    try Fixture.database().write { db in
      func plan() throws -> CalendarEntry? {
        try Self.entries(from: "2023-09-01", in: db).first { $0.id == "plan.pmp-ffy-2024.plan" }
      }
      #expect(try plan()?.day == Self.day("2023-09-15"))
      try Fixture.store(Fixture.plan(), in: db)
      #expect(try plan()?.isDone == false)
      try Fixture.approveAndSubmit(Fixture.plan(), in: db)
      #expect(try plan()?.isDone == true)
    }
  }

  @Test("The department's calendar has its own duties, and not the agencies'")
  func department() throws {
    let entries = try Fixture.database().read { db in try Self.entries(["dcss"], in: db) }
    #expect(
      Set(entries.map { String($0.id.split(separator: ".").dropLast().joined(separator: ".")) }) == [
        "obligation.AS.2.6-19", "obligation.AS.2.6-20", "obligation.FM.2.2-3", "obligation.IOP.1.1-3",
      ])
    #expect(entries.allSatisfy { $0.agency == "dcss" })
  }

  @Test("A setting that names no obligation, or whose rule does not read, is found")
  func findings() throws {
    try Fixture.database().write { db in
      var setting = ObligationSetting()
      (setting.obligation, setting.rule) = ("AS.9.9-1", "soon")
      try RecordStore.insert(setting, agency: nil, in: db)
      var local = LocalObligation()
      (local.obligation, local.rule) = ("AS.2.6-14", "at month end")
      try RecordStore.insert(local, agency: Fixture.agency, in: db)
      local.obligation = "AS.2.6-15"
      local.rule = "every day"
      try RecordStore.insert(local, agency: Fixture.agency, in: db)
      var mark = ObligationDone()
      (mark.obligation, mark.due) = ("X", "once")
      try RecordStore.insert(mark, agency: Fixture.agency, in: db)
      let found = try Findings.all(in: db, sha256: Fixture.lengthAsDigest).map { finding in
        let key = finding.row.key.map { if case .text(let text) = $0 { text } else { "" } }
        return "\(finding.rule) of \(finding.agency): \(key.joined(separator: " "))"
      }
      #expect(
        found == [
          "unknown-obligation of : AS.9.9-1", "unreadable-due-rule of : AS.9.9-1",
          "unreadable-due-rule of inv-a: inv-a AS.2.6-15", "unknown-obligation of inv-a: inv-a X once",
        ])
    }
  }
}
