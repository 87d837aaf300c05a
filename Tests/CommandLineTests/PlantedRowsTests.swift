import Budgets
import Changesets
import Foundation
import Records
import Store
import SyncEngine
import Testing

@testable import qapi

@Suite("Rows that no command would write, as a merge may bring them")
struct PlantedRowsTests {
  @Test("No terminal obeys what they say, and no command stops")
  func planted() throws {
    let binary = try Binary()
    defer { binary.remove() }
    try Network(binary).add("a1", agency: "inv-a")
    let escape = "\u{1b}[2J"
    let engine = try Engine(
      opening: NodeFolder(path: binary.folder.appending(path: "a1").path), configuration: Deployment.configuration)
    let (subject, other) = ("0190a000-0000-7000-8000-0000000000f1", "0190a000-0000-7000-8000-0000000000f2")
    try engine.write(as: Person(id: "aruiz", name: "Ana Ruiz"), message: "planted") { db in
      var closed = ClosedMonth()
      closed.month = escape
      try RecordStore.put(closed, agency: "inv-a", in: db)
      var display = BudgetDisplay(id: subject)
      (display.year, display.edition) = ("SFY 2024-25", 1)
      try RecordStore.put(display, agency: "inv-a", in: db)
      var need = FundingNeed(id: other)
      (need.display, need.year) = (subject, escape)
      try RecordStore.put(need, agency: "inv-a", in: db)
      var claim = Claim(id: subject)
      (claim.quarter, claim.form) = ("SFY 2024-25 Q1", escape)
      try RecordStore.put(claim, agency: "inv-a", in: db)
      var budget = Budget(id: other)
      budget.year = "SFY 2024-25"
      try RecordStore.put(budget, agency: "inv-a", in: db)
      var line = BudgetLine(id: other)
      (line.budget, line.position, line.title) = (other, .max, "Salaries")
      try RecordStore.put(line, agency: "inv-a", in: db)
      var submission = FiscalSubmission(id: other)
      (submission.form, submission.subject, submission.number) = (escape, other, .max)
      try RecordStore.put(submission, agency: "inv-a", in: db)
      for (month, cases) in [("2024-07", 1_000), (escape, 7)] {
        var count = CaseloadCount()
        (count.month, count.cases) = (month, cases)
        try RecordStore.put(count, agency: "inv-a", in: db)
      }
    }
    for words in [
      ["ledger", "close"], ["display", "show"], ["claim", "check"], ["budget", "show"], ["fiscal", "ratio"],
    ] {
      let shown = try binary.run(
        Binary.program.path,
        words + (["show", "check"].contains(words[1]) ? ["latest"] : []) + ["--node", "a1"])
      #expect([0, 3].contains(shown.status), "\(words): \(shown.status) \(shown.messages)")
      #expect(!shown.output.isEmpty && !shown.output.contains("\u{1b}"), "\(words): \(shown.output)")
    }
    // On the largest number follows none; what is entered and handed in stands beside it.
    for (words, input) in [
      (["table", "-", "--budget", "latest", "--yes"], "category,title,baseline\npersonal services,Benefits,1\n"),
      (["submit", "latest"], ""),
    ] {
      let done = try binary.run(Binary.program.path, ["budget"] + words + ["--node", "a1"], input: input)
      #expect(done.status == 0, "\(words): \(done.status) \(done.messages)")
    }
  }
}
