import Budgets
import GRDB
import Improvement
import Plans
import Records
import Testing
import Training

@testable import Store

@Suite("Numbers of people stay out of free texts")
struct NumberGuardTests {
  private func tactic(_ strategy: String, id: String = "t-9") -> [PlanChange] {
    var plan = Fixture.plan()
    plan.blocks[0].tactics.append(Tactic(id: id, title: "Calls", strategy: strategy, position: 9))
    return PlanChange.changes(from: Fixture.plan(), to: plan)
  }

  private func findings(in db: Database) throws -> [String] {
    try Findings.privateNumbers(in: db).map { "\($0.agency) \($0.row.table) \($0.row.key.count)" }
  }

  @Test(
    "Refused, by the name of the field, and nothing is written",
    arguments: [
      ("Call 123-45-6789 first", true), ("SSN 123456789", true), ("Call 916-555-1234 first", false),
      ("Due 2024-01-31", false), ("263 orders, 9 digits: 123456789", false), ("95741-9064", false),
    ])
  func refused(text: String, isRefused: Bool) throws {
    let queue = try Fixture.database()
    let write = { try queue.write { db in _ = try PlanStore.apply(tactic(text), agency: "inv-a", in: db) } }
    if isRefused {
      #expect(throws: StoreError.privateNumbers(["tactic · strategy"])) { try write() }
      #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM plan_tactic WHERE id = 't-9'") } == 0)
    } else {
      try write()
    }
    #expect(try queue.read(findings) == [])
  }

  @Test("A false hit is confirmed with a reason, which is a row beside the text; another write of it asks again")
  func confirmed() throws {
    let queue = try Fixture.database()
    let confirmation = NumberConfirmation(
      reason: "a part number", person: "Ana Ruiz", time: "2024-01-31T08:00:00Z", newID: { "c-1" })
    try confirmation.covering {
      _ = try queue.write { db in try PlanStore.apply(tactic("Part 123-45-6789"), agency: "inv-a", in: db) }
    }
    let row = try #require(try queue.read { try Row.fetchOne($0, sql: "SELECT * FROM confirmed_number") })
    let columns = ["agency", "row_table", "row_key", "row_column", "reason", "confirmed_by"]
    #expect(
      columns.map { row[$0] as String } == [
        "inv-a", "plan_tactic", "inv-a,t-9", "strategy", "a part number", "Ana Ruiz",
      ])
    #expect(try queue.read(findings) == [])
    #expect(throws: StoreError.self) {
      try queue.write { db in try PlanStore.apply(tactic("Part 123-45-6789", id: "t-10"), agency: "inv-a", in: db) }
    }
  }

  @Test("A reason that says the number again is refused, and nothing is written")
  func reasonWithNumber() throws {
    let queue = try Fixture.database()
    let confirmation = NumberConfirmation(
      reason: "123-45-6789 is a part number", person: "Ana Ruiz", time: "2024-01-31T08:00:00Z", newID: { "c-1" })
    #expect(throws: StoreError.privateNumbers(["confirmation · reason"])) {
      try confirmation.covering {
        _ = try queue.write { db in try PlanStore.apply(tactic("Part 123-45-6789"), agency: "inv-a", in: db) }
      }
    }
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM plan_tactic WHERE id = 't-9'") } == 0)
  }

  @Test("Ids of records are no case numbers, whatever their digits are; an id within words may be one")
  func ids() throws {
    let queue = try Fixture.database()
    let id = "01931c5a-1234-7890-8123-456789abcdef"
    func comment(_ text: String, on item: String) -> PlanComment {
      var comment = PlanComment(id: id)
      (comment.plan, comment.item, comment.answers, comment.text) = (id, item, id, text)
      return comment
    }
    try queue.write { db in
      try DepartmentStore.publishCaseNumbers("####-####", note: "invented", in: db)
      #expect(throws: StoreError.privateNumbers(["comment · text"])) {
        try RecordStore.insert(comment("see \(id)", on: id), agency: "inv-a", in: db)
      }
      #expect(throws: StoreError.privateNumbers(["comment · on which entry"])) {
        try RecordStore.insert(comment("see there", on: "\(id)/1234-7890"), agency: "inv-a", in: db)
      }
      try RecordStore.insert(comment("see there", on: "\(id)/2"), agency: "inv-a", in: db)
      #expect(try findings(in: db) == [])
    }
  }

  @Test("Digest of a file and id of an entry, which an expenditure repeats, are no case numbers; its words may be one")
  func expenditures() throws {
    let queue = try Fixture.database()
    func expenditure(_ id: String, _ text: String) -> Expenditure {
      var entry = Expenditure(id: id)
      (entry.account, entry.paid, entry.amount) = ("1", "2024-07-15", 1)
      (entry.source, entry.corrects, entry.text) = ("123-45-6789", "0-123456789012-000123", text)
      return entry
    }
    try queue.write { db in
      try DepartmentStore.publishCaseNumbers("#-############-######", note: "invented", in: db)
      try RecordStore.insert(expenditure("e-1", "see there"), agency: "inv-a", in: db)
      #expect(throws: StoreError.self) {
        try RecordStore.insert(expenditure("e-2", "see 0-123456789012-000123"), agency: "inv-a", in: db)
      }
      #expect(try findings(in: db) == [])
    }
  }

  @Test("A code that names somebody is looked at like a text: nobody is kept under a Social Security number")
  func codes() throws {
    let queue = try Fixture.database()
    var member = StaffMember()
    (member.code, member.hired) = ("123-45-6789", "2024-01-01")
    try queue.write { db in
      #expect(throws: StoreError.self) { try RecordStore.insert(member, agency: "inv-a", in: db) }
      #expect(try RowNumbers(areConfirmed: false, in: db).columns(of: member, was: nil) == ["code"])
      // A merge brings what it brings.
      try db.execute(
        sql: "INSERT INTO staff_member (agency, code, hired) VALUES ('inv-a', '123-45-6789', '2024-01-01')")
      #expect(try findings(in: db) == ["inv-a staff_member 2"])
    }
  }

  @Test(
    "Nine digits alone are no code of a person, unless somebody says that they are no such number; of others they are")
  func nineDigits() throws {
    let queue = try Fixture.database()
    func member(_ code: String) -> StaffMember {
      var member = StaffMember()
      (member.code, member.hired) = (code, "2024-01-01")
      return member
    }
    func trainer() -> Trainer {
      var trainer = Trainer()
      trainer.code = "123456789"
      return trainer
    }
    func published() -> PublishedTrainer {
      var published = PublishedTrainer()
      published.code = "123456789"
      return published
    }
    func skill() -> CriticalSkill {
      var skill = CriticalSkill()
      skill.code = "123456789"
      return skill
    }
    let confirmation = NumberConfirmation(
      reason: "personnel numbers have nine digits", person: "Ana Ruiz", time: "2024-01-31T08:00:00Z", newID: { "c-1" })
    try queue.write { db in
      #expect(throws: StoreError.privateNumbers(["member of staff · staff code"])) {
        try RecordStore.insert(member("123456789"), agency: "inv-a", in: db)
      }
      #expect(throws: StoreError.self) { try RecordStore.insert(trainer(), agency: "inv-a", in: db) }
      #expect(throws: StoreError.self) { try RecordStore.insert(published(), agency: nil, in: db) }
      #expect(try RowNumbers(areConfirmed: false, in: db).columns(of: member("123456789"), was: nil) == ["code"])
      try RecordStore.insert(skill(), agency: "inv-a", in: db)
      for code in ["12345678", "1234567890", "S123456789"] {
        try RecordStore.insert(member(code), agency: "inv-a", in: db)
      }
      try db.execute(sql: "INSERT INTO staff_member (agency, code, hired) VALUES ('inv-b', '123456789', '2024-01-01')")
      #expect(try findings(in: db) == ["inv-b staff_member 2"])
      try confirmation.covering { try RecordStore.insert(member("123456789"), agency: "inv-a", in: db) }
      #expect(try findings(in: db) == ["inv-b staff_member 2"])
    }
  }

  @Test("Of rows that are still to be written each place is named, unless somebody says that it is no such number")
  func rows() throws {
    let queue = try Fixture.database()
    func entry(_ payee: String, _ text: String = "") -> Expenditure {
      var entry = Expenditure(id: "e")
      (entry.payee, entry.text) = (payee, text)
      return entry
    }
    try queue.read { db in
      let numbers = try RowNumbers(areConfirmed: false, in: db)
      let both = entry("123-45-6789", "for 123-45-6789")
      #expect(numbers.columns(of: both, was: nil) == ["payee", "text"])
      // What stands is not asked again.
      #expect(numbers.columns(of: both, was: entry("123-45-6789")) == ["text"])
      #expect(numbers.columns(of: entry("Chips"), was: nil).isEmpty)
      #expect(try RowNumbers(areConfirmed: true, in: db).columns(of: both, was: nil).isEmpty)
    }
    #expect(throws: StoreError.privateNumbers(["row 2, payee"])) { try RowNumbers.check(["row 2, payee"]) }
    #expect(
      throws: StoreError.privateNumbers((1...10).map { "row \($0)" } + ["2 more places"])
    ) { try RowNumbers.check((1...12).map { "row \($0)" }) }
  }

  @Test("Days, times and periods are no case numbers, though a form may have their shape; within words they may be")
  func days() throws {
    let queue = try Fixture.database()
    func risk(_ id: String, _ review: String, _ title: String = "x") -> Risk {
      var risk = Risk(id: id)
      (risk.title, risk.reviewBy) = (title, review)
      return risk
    }
    try queue.write { db in
      for form in ["####-##-##", "####-##"] { try DepartmentStore.publishCaseNumbers(form, note: "invented", in: db) }
      try RecordStore.insert(risk("r-1", "2024-01-31"), agency: "inv-a", in: db)
      try RecordStore.insert(risk("r-2", "", "2024-01-31T08:00:00Z"), agency: "inv-a", in: db)
      try RecordStore.insert(risk("r-3", "", "2024-01"), agency: "inv-a", in: db)
      for title in ["case 2024-01-31", "2024-13-31", "2024-01-31T08:00:00Z and 2024-01", "2024-13"] {
        #expect(throws: StoreError.privateNumbers(["risk · title"]), "\(title)") {
          try RecordStore.insert(risk("r-4", "", title), agency: "inv-a", in: db)
        }
      }
      #expect(try findings(in: db) == [])
    }
  }

  @Test("Forms of case numbers are the department's: none at first, and what is there already becomes a finding")
  func caseNumbers() throws {
    let queue = try Fixture.database()
    try queue.write { db in
      _ = try PlanStore.apply(tactic("See AB-123456"), agency: "inv-a", in: db)
      #expect(try findings(in: db) == [])
      try DepartmentStore.publishCaseNumbers("@@-######", note: "invented", in: db)
      #expect(try findings(in: db) == ["inv-a plan_tactic 2"])
      #expect(throws: StoreError.privateNumbers(["tactic · strategy"])) {
        try PlanStore.apply(tactic("See CD-654321", id: "t-10"), agency: "inv-a", in: db)
      }
      #expect(try DepartmentStore.withdrawCaseNumbers("@@-######", in: db))
      #expect(try findings(in: db) == [])
      #expect(throws: StoreError.self) { try DepartmentStore.publishCaseNumbers("#", note: "", in: db) }
    }
  }

  @Test("A reason of a change is looked at too")
  func reason() throws {
    let queue = try Fixture.database()
    try queue.read { db in
      #expect(throws: StoreError.privateNumbers(["the reason"])) {
        try FreeText.check("for 123-45-6789", named: "the reason", in: db)
      }
      try FreeText.check("for the director", named: "the reason", in: db)
    }
  }

  @Test("What reaches a row by another way is looked at too, unless it was confirmed for that field")
  func otherWays() throws {
    let queue = try Fixture.database()
    let row = RowName(table: "plan_tactic", key: [.text("inv-a"), .text("t-9")])
    let confirmation = NumberConfirmation(
      reason: "a part number", person: "Ana Ruiz", time: "2024-01-31T08:00:00Z", newID: { "c-1" })
    try queue.write { db in
      func check(_ column: String, _ text: String) throws { try FreeText.check([(column, text)], of: row, in: db) }
      #expect(throws: StoreError.privateNumbers(["tactic · strategy"])) { try check("strategy", "Part 123-45-6789") }
      try check("strategy", "Part 1")
      try confirmation.covering { try check("strategy", "Part 123-45-6789") }
      try check("strategy", "Part 123-45-6789")
      #expect(throws: StoreError.privateNumbers(["tactic · leads"])) { try check("leads", "Part 123-45-6789") }
    }
  }

  @Test("A template's text is looked at as well, and none that ships holds such a number")
  func templates() throws {
    try Fixture.database().write { db in
      for (template, document) in zip(PlanTemplate.shipped, PlanTemplate.shippedDocuments) {
        try DepartmentStore.publish(template, document: document, in: db)
      }
      #expect(try findings(in: db) == [])
      let document = PlanTemplate.shippedDocuments[0].replacing("version: 1", with: "version: 9") + "# 123-45-6789\n"
      let template = try PlanTemplate(document: document)
      #expect(throws: StoreError.privateNumbers(["plan template · document"])) {
        try DepartmentStore.publish(template, document: document, in: db)
      }
    }
  }
}
