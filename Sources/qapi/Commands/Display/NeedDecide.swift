import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct NeedDecide: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "need-decide", abstract: "Grant or deny a new funding need (the department).",
    discussion: """
      Results: \(NeedDecision.results.joined(separator: ", ")). What is granted is all of it, or with "granted in part" the \
      --amount. --line points to the line of the letter that grants it (ids: `qapi allocation show LETTER --json`); no line grants more \
      than it gives, to all needs together. It may be said later by deciding again: the newest decision is in force, and all are \
      kept.

      JSON: agency, \(NeedDecision.fields.map(\.name).joined(separator: ", ")), id.
      """)
  @Argument(help: "Id of the need, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "The result.")
  var result: String
  @Option(help: "With \"granted in part\": the amount granted, like 12,000.")
  var amount: String?
  @Option(help: "Id of the line of an allocation letter, or the beginning of it, or `latest`.")
  var line: String?
  @Option(help: "What the agency shall know.")
  var text: String?
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  private static let inPart = NeedDecision.results[1]
  private static let denied = NeedDecision.results[2]

  func validate() throws {
    guard NeedDecision.results.contains(result) else {
      throw ValidationError("--result is one of: \(NeedDecision.results.joined(separator: ", ")).")
    }
    guard (result == Self.inPart) == (amount != nil) else {
      throw ValidationError("--amount goes with --result \"granted in part\", and must be said there.")
    }
    guard result != Self.denied || line == nil else { throw ValidationError("No line grants what is denied.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("decides on funding needs", see: "qapi display need list")
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let text = try Entered.text(text ?? "", "--text")
    let part = try amount.map { try Entered.amount($0, "--amount") }
    let (owner, decision) = try writing.write(on: node, as: person, otherwise: "funding need \(result)") { db in
      let (owner, need) = try RecordWork<FundingNeedNoun>.find(id, agency: agency, in: db)
      guard try DisplayStore.isSent(need, of: owner, in: db) else {
        throw Failure.rule(
          "need-not-sent", "the need is part of a Budget Display that was not handed in",
          next: "wait for the display: `qapi display submissions`")
      }
      if let part, !need.isPart(part) {
        throw Failure.rule(
          "not-in-part", "the part of \(Money(cents: Int64(need.amount))) that is granted lies between 0.00 and that",
          next: "say an amount between, or use --result granted or denied")
      }
      var decision = NeedDecision(
        id: node.laterID(than: try DisplayStore.decisions(of: owner, in: db)[need.id]?.id))
      (decision.need, decision.result) = (need.id, result)
      decision.amount = result == Self.denied ? 0 : part ?? need.amount
      (decision.text, decision.day, decision.person) = (text, "\(day)", person.name)
      if let line { decision.line = try Self.line(line, for: need, decision.amount, owner, in: db) }
      try RecordStore.insert(decision, agency: owner, in: db)
      return (owner, decision)
    }
    return Report(
      lines: ["need of \(owner): \(decision.result), \(Money(cents: Int64(decision.amount)))"],
      notes: (decision.line.isEmpty && result != Self.denied
        ? ["no line of a letter grants it yet; say it with --line when the letter is issued"] : []) + [
          node.nextExchange
        ],
      members: [.init(key: "agency", value: .text(owner))] + JSON.members(of: decision))
  }

  /// - Throws: `Failure.rule` for a line of another year, or of less than is granted from it.
  private static func line(
    _ typed: String, for need: FundingNeed, _ granted: Int, _ agency: String, in db: Database
  ) throws -> String {
    let id = try RecordID.complete(typed, in: Schema.allocationLine, of: agency, in: db)
    guard let line = try RecordStore.find(AllocationLine(id: id), agency: agency, in: db) else { return id }
    let letter = try RecordStore.find(AllocationLetter(id: line.letter), agency: agency, in: db)
    guard letter?.year == need.year else {
      throw Failure.rule(
        "line-of-another-year",
        "the line is of a letter of \(Shown.line(letter?.year ?? "no year")), and the need of \(Shown.line(need.year))",
        next: "name a line of a letter of that year: `qapi allocation show --agency \(agency)`")
    }
    let others = try DisplayStore.granted(to: agency, without: need.id, in: db)[id] ?? .zero
    guard try others.adding(Money(cents: Int64(granted))) <= line.money else {
      throw Failure.rule(
        "line-below-grant",
        "the line gives \(line.money), and \(Money(cents: Int64(granted))) is granted"
          + (others == .zero ? "" : ", besides \(others) of other needs"),
        next: "name the line that gives it, or grant less")
    }
    return id
  }
}
