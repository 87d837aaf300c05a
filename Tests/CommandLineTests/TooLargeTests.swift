import Budgets
import Canonical
import Changesets
import Foundation
import Records
import Store
import SyncEngine
import Testing

@testable import qapi

/// No command writes such amounts; a node of another make may, and a merge brings them.
@Suite("Amounts that cannot be added keep to the row of their agency, or contract")
struct TooLargeTests {
  private static let year = "SFY 2024-25"

  private static func write(
    _ node: String, of money: MoneyNetwork,
    _ insert: (@escaping () -> String) throws -> [(agency: String, any StoredRow)]
  ) throws {
    let engine = try Engine(
      opening: NodeFolder(path: money.binary.folder.appending(path: node).path),
      configuration: Deployment.configuration)
    try engine.write(as: Person(id: "x", name: "Person x"), message: "forced") { db in
      for (agency, row) in try insert(engine.configuration.surroundings.newID) {
        try RecordStore.insert(row, agency: agency, in: db)
      }
    }
  }

  @Test("Statewide figures name the agency that is left out, and add the others to the cent")
  func statewide() throws {
    let money = try MoneyNetwork([("a1", "inv-a"), ("b", "inv-b")])
    defer { money.binary.remove() }
    try money.run(
      "d", "allocation issue - --yes --on 2024-08-15 --kind final --year", Self.year,
      input: "agency,amount\ninv-a,100.01\ninv-b,200.02\n")
    try Self.write("d", of: money) { _ in
      (1...2).map { month in
        var payment = AdvancePayment()
        (payment.year, payment.month, payment.amount) = (Self.year, month, .max)
        return ("inv-b", payment)
      }
    }
    try Self.write("b", of: money) { newID in
      ["2024-07-01", "2024-07-02"].map { day in
        var entry = Expenditure(id: newID())
        (entry.account, entry.paid, entry.amount) = ("1", day, .max)
        return ("inv-b", entry)
      }
    }
    for node in ["a1", "b"] { try money.network.exchange(node) }
    func check(_ command: String, _ rest: String..., status: Int32 = 0) throws {
      let words = command.split(separator: " ").map(String.init) + rest + ["--node", "d"]
      let shown = try money.binary.run(Binary.program.path, words)
      let answer = try money.binary.run(Binary.program.path, words + ["--json"])
      #expect(shown.status == status && answer.status == status, "\(words): \(shown.messages)\(answer.messages)")
      #expect(shown.output.contains("cannot be added") && shown.messages.contains("inv-b"), "\(shown.output)")
      #expect(try answer.member("left_out") as? [String] == ["inv-b"], "\(words)")
    }
    try check("fiscal statewide --on 2024-09-01 --year", Self.year, status: 3)
    let total =
      try money.run("d", "fiscal statewide --on 2024-09-01 --json --year", Self.year, status: 3)
      .member("total") as? [String: Any]
    #expect(total?["allocated"] as? String == "100.01")
    try check("spending --on 2024-09-01 --year", Self.year)
    try check("advance compare", "\(Self.year) Q1")
    for page in ["spending --year", "fiscal statewide --on 2024-09-01 --year"] {
      let status: Int32 = page.hasPrefix("fiscal") ? 3 : 0
      for form in ["--markdown", "--csv"] {
        let text = try money.run("d", "\(page)", Self.year, form, status: status).output
        #expect(text.contains("cannot be added"), "\(page) \(form): \(text)")
      }
    }
    let table = try money.run("d", "spending --csv --on 2024-09-01 --year", Self.year).output
    #expect(table.contains("inv-a,SFY 2024-25,0,100.01,,0.00,,,,,"), "\(table)")
  }

  @Test("A contract whose amounts cannot be added fails no list; those that are over are counted")
  func contracts() throws {
    let money = try MoneyNetwork()
    defer { money.binary.remove() }
    try money.run("a1", "fiscal contract last=2024-06-30 amount=7 title=Ended")
    try money.run("a1", "fiscal contract last=2025-06-30 amount=1000.05 title=Scanners direct_service=yes")
    try Self.write("a1", of: money) { newID in
      var contract = Contract(id: newID())
      (contract.title, contract.last, contract.amount) = ("Large", "2025-06-30", .max)
      var amendment = ContractAmendment(id: newID())
      (amendment.contract, amendment.day, amendment.amount) = (contract.id, "2024-08-01", .max)
      return [("inv-a", contract), ("inv-a", amendment)]
    }
    let list = try money.run("a1", "fiscal contracts --on 2024-09-01")
    #expect(list.output.contains("cannot be added"), "\(list.output)")
    #expect(
      list.messages.contains("1 contract whose term was over on 2024-09-01 is not shown; --all shows them"),
      "\(list.messages)")
    let answer = try money.run("a1", "fiscal contracts --on 2024-09-01 --json")
    #expect(try answer.member("total") as? String == "1,000.05" && answer.member("hidden") as? Int == 1)
    #expect((try answer.member("left_out") as? [String])?.count == 1)
    let table = try money.run("a1", "fiscal contracts --all --csv").output.split(whereSeparator: \.isNewline)
    #expect(
      table.first
        == "agency,id,title,contractor,kind,direct_service,edp,first,last,amount,amendments,total,missing_approvals")
    #expect(
      table.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[11] }
        == ["1000.05", "7.00", "cannot be added"])
    #expect(try money.run("a1", "fiscal contracts --all --markdown").output.contains("**Left out of the sums:**"))
  }
}
