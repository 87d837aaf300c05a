import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct AllocationMove: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Move money from one agency to another: one act with two letters (the department; AS.2.5).",
    discussion: """
      Writes a non-standard letter to each of them. Money stays in its control: administration, or the sub-category of EDP; \
      the project code, account and fund source may be others on the side that gets it.

      JSON: act, year, from (agency, letter), to (agency, letter), amount.
      """)
  @Option(help: "Code of the agency that gives.")
  var from: String
  @Option(help: "Code of the agency that gets.")
  var to: String
  @Option(parsing: .unconditional, help: "How much, like 12,500.00.")
  var amount: String
  @Option(help: "State fiscal year, like \"SFY 2024-25\".")
  var year: String
  @Option(help: "The sub-category of EDP; administration, if nothing is said.")
  var edp = ""
  @Option(help: "Project code of EDP.")
  var project = ""
  @Option(help: "Account of EDP.")
  var account = ""
  @Option(help: "Fund source.")
  var fund = ""
  @Option(help: "Part of the Customer Service Initiative.")
  var initiative = ""
  @Option(help: "Targeted program.")
  var program = ""
  @Option(help: "Project code on the other side; else the same.")
  var toProject: String?
  @Option(help: "Account on the other side; else the same.")
  var toAccount: String?
  @Option(help: "Fund source on the other side; else the same.")
  var toFund: String?
  @Option(name: .customLong("on"), help: "The day of the letters, like 2025-01-15; else today.")
  var day: String?
  @Option(help: "The number of the letters.")
  var number = ""
  @Option(help: "Why the money is moved; it stands in both letters.")
  var text: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("moves allocations", see: "qapi allocation show")
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let year = try StateFiscalYear.argument(year)
    try FiscalRules.checkLetter(day, of: year)
    for agency in [from, to] { try node.checkAgency(agency) }
    guard from != to else {
      throw Failure.usage("both sides are \(from); nothing was changed", next: "name another --to")
    }
    let amount = try Money.argument(amount, "--amount")
    guard amount > .zero else {
      throw Failure.usage("--amount is below zero; nothing was changed", next: "exchange --from and --to")
    }
    var letter = AllocationLetter(id: "")
    (letter.year, letter.kind, letter.day) = ("\(year)", AllocationLetter.Kind.nonStandard.rawValue, "\(day)")
    (letter.act, letter.person) = (node.newID(), person.name)
    letter.number = try Entered.text(number, "--number", oneLine: true)
    letter.text = try Entered.text(text, "--text", mayBeEmpty: false)
    let gives = try side(letter, from, Money(cents: -amount.cents), project, account, fund, node)
    let gets = try side(letter, to, amount, toProject ?? project, toAccount ?? account, toFund ?? fund, node)
    try writing.write(on: node, as: person, otherwise: "\(amount) moved from \(from) to \(to)") { db in
      for side in [gives, gets] { try checkStands(side, in: db) }
      try AllocationWork.checkIsThere([gives, gets], in: db)
      for side in [gives, gets] { try AllocationStore.insert(side, in: db) }
    }
    func member(_ side: AllocationStore.Letter) -> JSON {
      .object(["agency": .text(side.agency), "letter": .text(side.letter.id)])
    }
    return Report(
      lines: ["\(amount) moved from \(from) to \(to), act \(letter.act)"], notes: ["next:  qapi merge"],
      members: JSON.members([
        "act": .text(letter.act), "year": .text("\(year)"), "from": member(gives), "to": member(gets),
        "amount": .text("\(amount)"),
      ]))
  }

  private func side(
    _ letter: AllocationLetter, _ agency: String, _ amount: Money, _ project: String, _ account: String, _ fund: String,
    _ node: OpenNode
  ) throws -> AllocationStore.Letter {
    var own = AllocationLetter(id: node.newID())
    for field in AllocationLetter.fields { field.assign(&own, field.value(letter)) }
    var line = AllocationLine(id: node.newID())
    try RecordWork<AllocationLineNoun>.take(
      [
        "edp=\(edp)", "project=\(project)", "account=\(account)", "fund=\(fund)", "initiative=\(initiative)",
        "program=\(program)", "amount=\(amount)",
      ], into: &line)
    (line.letter, line.position) = (own.id, 1)
    if let gap = BudgetControl.gap(edp: line.edp, project: line.project, account: line.account) {
      throw Failure.rule(
        gap.rawValue, gap.words,
        next: gap == .projectWithoutEDP ? "name it with --edp" : "name the project code with --project")
    }
    return AllocationStore.Letter(agency: agency, letter: own, lines: [line])
  }

  /// A non-standard letter adds to a standard one of its day or before.
  private func checkStands(_ side: AllocationStore.Letter, in db: Database) throws {
    let letters = try RecordStore.records(
      AllocationLetter.self, of: side.agency, where: "year", is: side.letter.year, in: db)
    guard let standard = Allocation(of: letters).standard else {
      throw Failure.rule(
        "no-standard-letter", "\(side.agency) has no standard letter of \(side.letter.year)",
        next: "issue it first: `qapi allocation issue`")
    }
    guard standard.day <= side.letter.day else {
      throw Failure.rule(
        "before-standard-letter",
        "the \(standard.kind) letter of \(side.agency) is of \(standard.day), and one of \(side.letter.day) adds nothing to it",
        next: "say a day that is not before it, with --on")
    }
  }
}

/// Lines of letters; they are written with their letters.
enum AllocationLineNoun: RecordNoun {
  typealias Entry = AllocationLine
  static let command = "allocation"
  static let columns = ["edp", "amount"]
}
