import Budgets
import Records
import Testing

@Suite("An exact copy of what was handed in")
struct FrozenRecordsTests {
  private static func claim() -> Claim {
    var claim = Claim(id: "c1")
    (claim.quarter, claim.note) = ("SFY 2024-25 Q1", "a\tb\\n\nc=d\\")
    claim.edition = 1
    return claim
  }

  private static func line(_ code: String, _ amount: Int) -> ClaimLine {
    var line = ClaimLine()
    (line.claim, line.line, line.amount) = ("c1", code, amount)
    return line
  }

  @Test("Written and read again it is the same records; tabs, line ends and backslashes in words too")
  func roundTrip() throws {
    var frozen = FrozenRecords()
    frozen.add(Self.claim(), as: "claim")
    for line in [Self.line("op-space", 123), Self.line("op-other", -1)] { frozen.add(line, as: "claim_line") }
    #expect(
      frozen.text
        == "claim\tid=c1\tquarter=SFY 2024-25 Q1\tform=original\tedition=1\tnote=a\\tb\\\\n\\nc=d\\\\\n"
        + "claim_line\tclaim=c1\tline=op-space\tamount=123\nclaim_line\tclaim=c1\tline=op-other\tamount=-1\n")
    let read = try #require(FrozenRecords(text: frozen.text))
    #expect(read.records(Claim.self, "claim") == [Self.claim()])
    #expect(read.records(ClaimLine.self, "claim_line") == [Self.line("op-space", 123), Self.line("op-other", -1)])
    #expect(read.records(Claim.self, "other").isEmpty && FrozenRecords(text: "")?.text == "")
  }

  @Test("A mark at the beginning of a value does not hide the sign before it")
  func combiningMark() throws {
    var claim = Self.claim()
    claim.note = "\u{301}a\r\nb"
    var frozen = FrozenRecords()
    frozen.add(claim, as: "claim")
    #expect(FrozenRecords(text: frozen.text)?.records(Claim.self, "claim").first?.note.unicodeScalars.count == 5)
    // The same letters in other scalars are another text.
    #expect(FrozenRecords(text: "claim\tid=\u{e9}\n")?.text.unicodeScalars.count == 11)
  }

  @Test("A copy that is too long for one row is in parts that are its text again")
  func parts() {
    #expect(FiscalCopyPart.parts(of: "") == [""] && FiscalCopyPart.parts(of: "a") == ["a"])
    let long = String(repeating: "é", count: FiscalCopyPart.byteCount)
    let parts = FiscalCopyPart.parts(of: long)
    #expect(parts.count == 2 && parts.joined() == long)
    #expect(parts.allSatisfy { $0.utf8.count <= FiscalCopyPart.byteCount })
  }

  @Test(
    "Another text is no copy",
    arguments: ["claim", "claim\tid\n", "claim\tid=a\\x\n", "claim\tid=a\tid=b\n", "claim\tid=a\\\n", "\n"])
  func refused(_ text: String) { #expect(FrozenRecords(text: text) == nil) }
}

@Suite("Where a submission stands")
struct FiscalStandingTests {
  private static func submission(_ id: String, _ number: Int) -> FiscalSubmission {
    var submission = FiscalSubmission(id: id)
    submission.number = number
    return submission
  }

  private static func decision(_ id: String, on submission: String, _ result: FiscalDecision.Result) -> FiscalDecision {
    var decision = FiscalDecision(id: id)
    (decision.submission, decision.result) = (submission, result.rawValue)
    return decision
  }

  @Test("Its state is the last word on the newest submission; payment that was scheduled once locks for good")
  func states() {
    let none = FiscalStanding(submissions: [], decisions: [])
    #expect(none.state() == .draft && !none.isClosed)
    let first = Self.submission("a", 1)
    let second = Self.submission("b", 2)
    let words: [(results: [FiscalDecision.Result], state: FiscalStanding.State, isClosed: Bool, isLocked: Bool)] = [
      ([], .submitted, true, false), ([.accepted], .accepted, true, false), ([.returned], .returned, false, false),
      ([.accepted, .scheduled], .scheduled, true, true), ([.accepted, .scheduled, .paid], .paid, true, true),
    ]
    for (results, state, isClosed, isLocked) in words {
      let standing = FiscalStanding(
        submissions: [first],
        decisions: results.enumerated().map { Self.decision("d\($0)", on: "a", $1) } + [
          Self.decision("z", on: "another", .paid)
        ])
      #expect(standing.state() == state && standing.isClosed == isClosed && standing.isPaymentScheduled == isLocked)
    }
    let again = FiscalStanding(submissions: [second, first], decisions: [Self.decision("d", on: "a", .returned)])
    #expect(again.submissions.map(\.id) == ["a", "b"] && again.state() == .submitted)
    #expect(again.state(of: first) == .returned && again.decisions(on: first).count == 1)
  }
}

@Suite("Editions of forms")
struct FormEditionsTests {
  @Test(
    "The shipped edition has each function and each sub-category of EDP once; codes are unique; the heading says what it is"
  )
  func shipped() {
    let editions = FormEditions(published: [])
    for form in FormLine.Form.allCases {
      let lines = editions.lines(of: form, edition: 1)
      #expect(!lines.isEmpty && Set(lines.map(\.code)).count == lines.count, "\(form)")
      #expect(lines.allSatisfy { !$0.title.isEmpty })
    }
    let claim = editions.lines(of: .claim, edition: 1)
    #expect(claim.map(\.function).filter { !$0.isEmpty } == StaffFunction.allCases.map(\.rawValue))
    #expect(claim.map(\.edp).filter { !$0.isEmpty } == EDPCategory.allCases.map(\.rawValue))
    #expect(Set(claim.map(\.category)) == Set(BudgetCategory.allCases.map(\.rawValue)))
    #expect(editions.lines(of: .distributions, edition: 1).contains { $0.code == "190" })
    #expect(FormEditions.heading.contains("not the official form"))
  }

  @Test("A published edition stands beside the shipped one; one of the same number takes its place")
  func published() {
    var line = FormLine()
    (line.form, line.edition, line.code) = ("CS 356", 2, "x")
    let beside = FormEditions(published: [line])
    #expect(beside.newest(of: .claim) == 2 && beside.newest(of: .display) == 1)
    #expect(beside.lines(of: .claim, edition: 2) == [line] && beside.lines(of: .claim, edition: 1).count > 1)
    line.edition = 1
    #expect(FormEditions(published: [line]).lines(of: .claim, edition: 1) == [line])
    #expect(beside.lines(of: .claim, edition: 3).isEmpty)
  }
}
