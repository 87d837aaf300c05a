import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

/// A claim held against the rules, and against what else the agency wrote down.
struct ClaimChecking {
  let facts: ClaimFacts
  let problems: [ClaimRules.Problem]
  /// What one should look at; none of it stops the claim.
  let remarks: [(rule: String, words: String)]

  /// The day on which it was handed in, where it waits or stands.
  let handedIn: Day?

  /// - Parameter day: on which it would be handed in; what was handed in is held against the day of that.
  init(_ claim: Claim, of agency: String, on day: Day, in db: Database) throws {
    facts = try ClaimFacts(claim, of: agency, in: db)
    handedIn = facts.standing.isClosed ? facts.standing.submissions.last.flatMap { Day($0.day) } : nil
    let day = handedIn ?? day
    let quarter = try FiscalRules.checkQuarter(claim.quarter)
    let others = try ClaimStore.claims(of: quarter, agency: agency, in: db)
    problems = try ClaimRules.problems(
      of: claim, lines: facts.lines, edition: facts.edition, others: others, on: day)
    var remarks: [(String, String)] = []
    if let due = facts.due, day > due {
      remarks.append(
        (
          "late",
          "it was due on \(due)\(handedIn.map { " and handed in on \($0)" } ?? ""); the department may withhold advances "
            + "(AS.2.6)"
        ))
    }
    let functions = Set(facts.edition.filter { !$0.function.isEmpty }.map(\.code))
    for line in facts.lines where functions.contains(line.line) && line.amount > 0 && line.positions == 0 {
      remarks.append(
        ("positions-missing", "\(line.line): no positions (FTE), which the reports to the legislature need"))
    }
    let ledger = try ClaimStore.ledger(of: quarter, agency: agency, edition: facts.edition, in: db)
    let unmatched = try Money.sum(ledger.unmatched.map(\.amount))
    if !ledger.unmatched.isEmpty {
      remarks.append(
        (
          "unmatched-accounts",
          "\(Layout.count(ledger.unmatched.count, "account")) of the ledger, \(unmatched) in all, "
            + "\(ledger.unmatched.count == 1 ? "goes" : "go") to no line of the claim"
        ))
    }
    let before = others.before(claim.id)
    var now = facts.claim.form == Claim.Form.supplemental.rawValue ? try before.amounts() : [:]
    for line in facts.lines { now[line.line] = try now[line.line, default: .zero].adding(line.money) }
    for line in facts.lines where line.amount < 0 {
      guard let left = now[line.line], left < .zero else { continue }
      remarks.append(
        ("line-below-zero", "\(line.line): it takes back more than is claimed; \(left) would be in force"))
    }
    if ledger.payments > 0 {
      let differing = try ClaimRevision(prior: ledger.amounts, new: now).differences
      if !differing.isEmpty {
        remarks.append(
          (
            "ledger-differs",
            "not what the ledger says: \(differing.map { "\($0.line) by \($0.amount)" }.joined(separator: ", "))"
          ))
      }
    }
    self.remarks = remarks
  }

  var notes: [String] { remarks.map { "look: \(Shown.line($0.words)) (\($0.rule))" } }

  var problemsJSON: JSON {
    .list(
      problems.map { problem in
        .object([
          "rule": .text(problem.rule.rawValue), "line": .text(problem.line), "words": .text(problem.words),
          "next": .text(problem.next),
        ])
      })
  }

  var remarksJSON: JSON {
    .list(remarks.map { .object(["rule": .text($0.rule), "words": .text($0.words)]) })
  }

  static func words(_ problem: ClaimRules.Problem) -> String {
    (problem.line.isEmpty ? "" : "\(Shown.line(problem.line)): ") + Shown.line(problem.words)
  }
}

struct ClaimCheck: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what stands against handing a claim in, and what to look at.",
    discussion: """
      Exits 3 while something stands against it. Remarks (look) stop nothing. What was handed in is held against the day of that.

      JSON: agency, claim, quarter, form, total, due, handed_in, problems (rule, line, words, next), remarks (rule, words).
      """)
  @Argument(help: "Id of the claim, or the beginning of it, or `latest`.")
  var id = "latest"
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @Option(name: .customLong("on"), help: "As of this day, like 2024-10-12; else today.")
  var day: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let day = try Day.argument(day)
    let (owner, found) = try node.engine.queue.read { db in
      let claim = try RecordWork<ClaimNoun>.find(id, agency: agency, in: db)
      return (claim.agency, try ClaimChecking(claim.entry, of: claim.agency, on: day, in: db))
    }
    let facts = found.facts
    let words = found.problems.flatMap { problem in
      Layout.wrapped(
        "\(ClaimChecking.words(problem)) (rule \(problem.rule.rawValue)); \(problem.next)", margin: "- ", hanging: "  ")
    }
    return Report(
      lines: [
        "\(Shown.line(facts.claim.form)) claim of \(Shown.line(facts.claim.quarter)), \(facts.total)"
          + (facts.due.map { ", due \($0)" } ?? "")
      ]
        + (words.isEmpty
          ? [found.handedIn.map { "handed in on \($0): \(facts.state)" } ?? "nothing stands against it"] : words),
      json: [
        "agency": .text(owner), "claim": .text(facts.claim.id), "quarter": .text(facts.claim.quarter),
        "form": .text(facts.claim.form), "total": .text("\(facts.total)"), "due": JSON(facts.due.map { "\($0)" }),
        "handed_in": JSON(found.handedIn.map { "\($0)" }), "problems": found.problemsJSON, "remarks": found.remarksJSON,
      ], notes: found.notes, status: found.problems.isEmpty ? .done : .open)
  }
}

struct ClaimSubmit: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Hand a claim in to the department, with an exact copy (the agency).",
    discussion: """
      What is handed in is not edited any more, unless the department returns it. `qapi claim check` says beforehand what stands \
      against it.

      JSON: agency, \(FiscalSubmission.fields.map(\.name).filter { $0 != "snapshot" }.joined(separator: ", ")), id, total, due, late, remarks (rule, words).
      """)
  @Argument(help: "Id of the claim, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "What the department shall know.")
  var note = ""
  @Option(name: .customLong("on"), help: "The day, like 2024-10-12; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open(unlocking: true)
    try RecordWork<ClaimNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let note = try Entered.text(note, "--note")
    let conflicts = try node.engine.conflicts()
    let (submission, found) = try writing.write(on: node, as: person, otherwise: "claim handed in") { db in
      let claim = try RecordWork<ClaimNoun>.findToWrite(id, agency: nil, on: node, in: db).entry
      try ClaimNoun.checkIsOpen(claim, node.member, in: db)
      let found = try ClaimChecking(claim, of: node.member, on: day, in: db)
      if let first = found.problems.first {
        let more = found.problems.count - 1
        throw Failure.rule(
          first.rule.rawValue,
          ClaimChecking.words(first) + (more > 0 ? ", and \(more) more (`qapi claim check`)" : ""), next: first.next)
      }
      let submission = try FiscalWork.submit(
        .claim, subject: claim.id, period: claim.quarter,
        frozen: ClaimStore.frozen(claim, found.facts.lines), note: note, day: day, as: person, conflicts: conflicts,
        on: node, in: db)
      return (submission, found)
    }
    let due = found.facts.due
    let isLate = due.map { day > $0 } ?? false
    return Report(
      lines: [
        "\(found.facts.claim.form) claim of \(Shown.line(found.facts.claim.quarter)) handed in, no. \(submission.number), \(found.facts.total)"
      ],
      notes: found.notes + [node.nextExchange],
      members: [.init(key: "agency", value: .text(node.member))]
        + JSON.members(of: submission).filter { $0.key != "snapshot" }
        + JSON.members([
          "total": .text("\(found.facts.total)"), "due": JSON(due.map { "\($0)" }), "late": JSON(isLate),
          "remarks": found.remarksJSON,
        ]))
  }
}
