import Budgets
import Records
import Testing

@Suite("What stands against a claim, and which claims are in force (AS.2.6 task 7)")
struct ClaimRulesTests {
  static let quarter = StateQuarter("SFY 2024-25 Q1")!
  static let edition = FormEditions(published: []).lines(of: .claim, edition: 1)
  static let codes = ["ps-casework", "op-space", "op-other", "dc-contracts"]

  static func claim(_ id: String, _ form: Claim.Form, prior: String = "") -> Claim {
    var claim = Claim(id: id)
    (claim.quarter, claim.form, claim.prior, claim.edition) = ("\(quarter)", form.rawValue, prior, 1)
    return claim
  }

  static func lines(_ claim: String, _ amounts: [Int], codes: [String] = codes) -> [ClaimLine] {
    zip(codes, amounts).map { code, amount in
      var line = ClaimLine()
      (line.claim, line.line, line.amount) = (claim, code, amount)
      return line
    }
  }

  static func filed(
    _ claim: Claim, _ amounts: [Int], result: FiscalDecision.Result? = nil, isDraft: Bool = false,
    as name: String? = nil, on day: String = "2024-10-10"
  ) -> QuarterClaims.Filed {
    var submission = FiscalSubmission(id: name ?? "s-\(claim.id)")
    (submission.subject, submission.number, submission.day) = (claim.id, 1, day)
    var decision = FiscalDecision(id: "d-\(claim.id)")
    (decision.submission, decision.result) = (submission.id, result?.rawValue ?? "")
    return QuarterClaims.Filed(
      claim: claim,
      standing: FiscalStanding(submissions: isDraft ? [] : [submission], decisions: result == nil ? [] : [decision]),
      lines: lines(claim.id, amounts))
  }

  private static func problems(
    _ claim: Claim, _ lines: [ClaimLine], _ others: [QuarterClaims.Filed], on day: String = "2024-10-10"
  ) throws -> [String] {
    try ClaimRules.problems(
      of: claim, lines: lines, edition: edition, others: QuarterClaims(quarter, claims: others), on: Day(day)!
    ).map(\.rule.rawValue)
  }

  static let original = claim("1", .original)
  static let revised = claim("2", .revised, prior: "1")
  static let supplemental = claim("2", .supplemental, prior: "1")

  @Test(
    "Of four line items two are no half, three are; payment that is scheduled leaves a supplemental claim only",
    arguments: [
      (revised, [9, 9, 3, 4], nil, ["not-over-half"]), (revised, [9, 9, 9, 4], nil, []),
      (revised, [9, 9, 9, 4], .accepted, []), (revised, [9, 9, 9, 4], .scheduled, ["payment-scheduled"]),
      (revised, [9, 9, 9, 4], .paid, ["payment-scheduled"]),
      (revised, [1, 9, 3, 4], .scheduled, ["payment-scheduled", "not-over-half"]),
      (supplemental, [8, 7, 0, 0], nil, []), (supplemental, [8, 7, 6, 0], nil, ["over-half"]),
      (supplemental, [8, 7, 6, 0], .scheduled, []), (supplemental, [-1, 0, 0, 0], .scheduled, []),
      (supplemental, [0, 0, 0, 0], nil, ["no-lines"]), (revised, [-9, 9, 9, 4], nil, ["negative-amount"]),
    ] as [(Claim, [Int], FiscalDecision.Result?, [String])])
  func forms(claim: Claim, amounts: [Int], result: FiscalDecision.Result?, expected: [String]) throws {
    let before = Self.filed(Self.original, [1, 2, 3, 4], result: result)
    #expect(try Self.problems(claim, Self.lines("2", amounts), [before]) == expected)
  }

  @Test(
    "The window closes nine months after the quarter: on 30 June, 30 September, 31 December and 31 March",
    arguments: [
      ("SFY 2024-25 Q1", "2024-10-15", "2025-06-30"), ("SFY 2024-25 Q2", "2025-01-15", "2025-09-30"),
      ("SFY 2024-25 Q3", "2025-04-15", "2025-12-31"), ("SFY 2024-25 Q4", "2025-07-15", "2026-03-31"),
      // Quarters end with months, whatever February has.
      ("SFY 2023-24 Q3", "2024-04-15", "2024-12-31"),
    ])
  func window(quarter: String, due: String, until: String) throws {
    let quarter = try #require(StateQuarter(quarter))
    #expect(quarter.claimDue?.description == due && quarter.supplementalUntil?.description == until)
    func claim(_ id: String, _ form: Claim.Form, prior: String = "") -> Claim {
      var claim = Self.claim(id, form, prior: prior)
      claim.quarter = "\(quarter)"
      return claim
    }
    let before = QuarterClaims(quarter, claims: [Self.filed(claim("1", .original), [1, 2, 3, 4], result: .paid)])
    func rules(on day: Day) throws -> [String] {
      try ClaimRules.problems(
        of: claim("2", .supplemental, prior: "1"), lines: Self.lines("2", [5]), edition: Self.edition, others: before,
        on: day
      ).map(\.rule.rawValue)
    }
    let last = try #require(Day(until))
    #expect(try rules(on: last) == [])
    #expect(try rules(on: #require(last.adding(days: 1))) == ["window-closed"])
  }

  @Test("A claim is of a quarter that is over, has lines of its edition, and is the only original one")
  func original() throws {
    let claim = Self.original
    #expect(try Self.problems(claim, Self.lines("1", [1]), []) == [])
    #expect(try Self.problems(claim, Self.lines("1", [1]), [], on: "2024-09-30") == ["quarter-not-over"])
    #expect(try Self.problems(claim, Self.lines("1", [1]), [], on: "2024-10-01") == [])
    #expect(try Self.problems(claim, [], []) == ["no-lines"])
    #expect(try Self.problems(claim, Self.lines("1", [1, 2], codes: ["op-space", "x"]), []) == ["unknown-line"])
    #expect(try Self.problems(claim, Self.lines("1", [-1]), []) == ["negative-amount"])
    let other = Self.filed(Self.claim("0", .original), [1])
    #expect(try Self.problems(claim, Self.lines("1", [1]), [other]) == ["original-exists"])
    #expect(try Self.problems(Self.revised, Self.lines("2", [1]), []) == ["prior-not-in-force"])
  }

  @Test(
    "In force is the original, or the newest revised one; what was added to a claim that is replaced counts no more")
  func inForce() throws {
    let original = Self.filed(Self.original, [100, 200, 0, 0])
    let supplement = Self.filed(Self.supplemental, [-10, 0, 5, 0])
    func sums(_ claims: [QuarterClaims.Filed]) throws -> [Int64] {
      let amounts = try QuarterClaims(Self.quarter, claims: claims).amounts()
      return Self.codes.map { amounts[$0]?.cents ?? 0 }
    }
    #expect(try sums([original]) == [100, 200, 0, 0])
    #expect(try sums([supplement, original]) == [90, 200, 5, 0])
    let whole = Self.filed(Self.claim("3", .revised, prior: "1"), [1, 1, 1, 1])
    #expect(try sums([original, supplement, whole]) == [1, 1, 1, 1])
    let after = Self.filed(Self.claim("4", .supplemental, prior: "3"), [4, 0, 0, 0])
    #expect(try sums([original, supplement, whole, after]) == [5, 1, 1, 1])
    let draft = Self.filed(Self.claim("5", .revised, prior: "3"), [9, 9, 9, 9], isDraft: true)
    let returned = Self.filed(Self.claim("6", .revised, prior: "3"), [9, 9, 9, 9], result: .returned)
    #expect(try sums([original, supplement, whole, after, draft, returned]) == [5, 1, 1, 1])
    #expect(try QuarterClaims(Self.quarter, claims: [draft]).total() == nil)
  }

  @Test("Of two revised claims the one that was handed in last counts, whichever was begun first")
  func handedInLast() throws {
    let original = Self.filed(Self.original, [1, 2, 3, 4])
    let begunFirst = Self.filed(Self.claim("2", .revised, prior: "1"), [5, 5, 5, 5], as: "s-9")
    let begunLast = Self.filed(Self.claim("3", .revised, prior: "1"), [7, 7, 7, 7], as: "s-8")
    let claims = QuarterClaims(Self.quarter, claims: [original, begunFirst, begunLast])
    #expect(claims.whole?.claim.id == "2" && claims.before("2").whole?.claim.id == "3")
    #expect(claims.before("3").whole?.claim.id == "1" && claims.before("of a draft").whole?.claim.id == "2")
    let two = [Self.filed(Self.original, [1], as: "s-9"), Self.filed(Self.claim("2", .original), [2], as: "s-8")]
    #expect(QuarterClaims(Self.quarter, claims: two).original?.claim.id == "2")
  }

  @Test("Payment that is scheduled for what is replaced meanwhile locks the quarter nevertheless")
  func lock() throws {
    let paid = Self.filed(Self.original, [1, 2, 3, 4], result: .scheduled)
    let revised = Self.filed(Self.revised, [9, 9, 9, 9])
    #expect(
      try Self.problems(Self.claim("3", .revised, prior: "2"), Self.lines("3", [1, 1, 1, 1]), [paid, revised]) == [
        "payment-scheduled"
      ])
  }

  @Test("What a merge brings against the rules is named; what a later revised claim holds is not")
  func conflicts() throws {
    func found(_ claims: QuarterClaims.Filed...) -> [String] {
      QuarterClaims(Self.quarter, claims: claims).conflicts.map { "\($0.claim.id) \($0.rule.rawValue)" }
    }
    let original = Self.filed(Self.original, [1, 2, 3, 4])
    let returned = Self.filed(Self.original, [1, 2, 3, 4], result: .returned)
    let scheduled = Self.filed(Self.original, [1, 2, 3, 4], result: .scheduled)
    let added = Self.filed(Self.supplemental, [1])
    let revised = Self.filed(Self.claim("3", .revised, prior: "1"), [9, 9, 9, 9])
    #expect(found(original, added) == [] && found(original, added, revised) == [] && found(original, revised) == [])
    #expect(found(returned, added) == ["2 claim-not-in-force"] && found(returned, added, revised) == [])
    // Handed in after the revised claim, and to the claim before it.
    let after = Self.filed(Self.claim("4", .supplemental, prior: "1"), [1])
    #expect(found(original, revised, after) == ["4 claim-not-in-force"])
    #expect(found(original, revised, Self.filed(Self.claim("4", .supplemental, prior: "3"), [1])) == [])
    let second = Self.filed(Self.claim("4", .revised, prior: "1"), [8, 8, 8, 8])
    #expect(found(original, revised, second) == ["3 two-revised"])
    #expect(found(original, revised, Self.filed(Self.claim("4", .revised, prior: "3"), [8, 8, 8, 8])) == [])
    #expect(found(scheduled, revised) == ["3 revised-after-scheduled"] && found(scheduled, added) == [])
    let paid = Self.filed(Self.claim("3", .revised, prior: "1"), [9, 9, 9, 9], result: .paid)
    #expect(found(original, paid) == [])
    #expect(found(scheduled, Self.filed(Self.supplemental, [1], on: "2025-06-30")) == [])
    #expect(found(scheduled, Self.filed(Self.supplemental, [1], on: "2025-07-01")) == ["2 window-closed"])
  }

  @Test(
    "Decisions are replayed in their order: what may not follow counts nothing, but payment stays, and nothing opens again",
    arguments: [
      ([], .submitted, nil), ([.accepted, .returned], .returned, nil), ([.accepted, .accepted], .accepted, nil),
      ([.accepted, .scheduled, .paid], .paid, nil), ([.returned, .accepted], .returned, 1),
      ([.accepted, .scheduled, .returned], .scheduled, 2), ([.accepted, .returned, .scheduled], .scheduled, 2),
      // What follows settles it.
      ([.accepted, .scheduled, .returned, .paid], .paid, nil), ([.accepted, .scheduled, .paid, .returned], .paid, 3),
      ([.accepted, .scheduled, .paid, .scheduled], .paid, 3), ([.paid], .paid, 0),
    ] as [([FiscalDecision.Result], FiscalStanding.State, Int?)])
  func replayed(results: [FiscalDecision.Result], state: FiscalStanding.State, contradiction: Int?) {
    let decisions = results.enumerated().map { index, result in
      var decision = FiscalDecision(id: "\(index)")
      (decision.submission, decision.result) = ("s", result.rawValue)
      return decision
    }
    let standing = FiscalStanding(submissions: [FiscalSubmission(id: "s")], decisions: decisions)
    #expect(standing.state() == state && standing.contradiction?.id == contradiction.map { "\($0)" })
    #expect(standing.isClosed == (state != .returned))
  }

  @Test("A quarter whose original was returned and whose revised claim is in force is filed")
  func filedByRevised() throws {
    let today = try #require(Day("2024-12-01"))
    func state(_ claims: QuarterClaims.Filed...) throws -> String {
      try #require(StatewideMoney.ClaimState(QuarterClaims(Self.quarter, claims: claims), today: today)).words
    }
    let returned = Self.filed(Self.original, [1, 2, 3, 4], result: .returned)
    #expect(try state(returned) == "missing")
    #expect(try state(returned, Self.filed(Self.revised, [9, 9, 9, 9], on: "2024-10-12")) == "2024-10-12")
    #expect(try state(Self.filed(Self.original, [1]), Self.filed(Self.revised, [9], on: "2024-11-01")) == "2024-10-10")
  }
}
