import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct DisplayCheck: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "What a Budget Display does not say yet, and what its numbers make one ask.",
    discussion: """
      Exits 3 while something is missing. A function without anybody and a line without a cost are said with a 0. Remarks \
      refuse nothing: filled-above-authorized; mid-year-not-said (nothing to contrast with); salaries-disagree (the annual \
      total is more than a tenth away from twelve averages for each filled position).

      JSON: agency, display, year, state, complete, missing (in words), remarks (function, program, rule, text).
      """)
  @Argument(help: "Id of the display, or the beginning of it, or `latest`.")
  var id = "latest"
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let (owner, whole, state) = try node.engine.queue.read { db in
      let (owner, display) = try RecordWork<DisplayNoun>.find(id, agency: agency, in: db)
      return (
        owner, try DisplayStore.whole(display, of: owner, in: db),
        try FiscalStore.standing(of: display.id, agency: owner, in: db).state()
      )
    }
    let missing = whole.missing
    let remarks = whole.remarks
    return Report(
      lines: [missing.isEmpty ? "everything is said" : "not said yet:"]
        + missing.flatMap { Layout.wrapped(Shown.line($0), margin: "  ", hanging: "    ") }
        + (remarks.isEmpty ? [] : ["", "remarks:"])
        + remarks.flatMap { row, rule in
          Layout.wrapped(
            "\(Shown.line(row.title)): \(DisplayStaffing.words(rule)) (\(rule))", margin: "  ", hanging: "    ")
        },
      json: [
        "agency": .text(owner), "display": .text(whole.display.id), "year": .text(whole.display.year),
        "state": .text(state.rawValue), "complete": JSON(missing.isEmpty), "missing": JSON(missing),
        "remarks": .list(
          remarks.map { row, rule in
            .object([
              "function": .text(row.function), "program": .text(row.program), "rule": .text(rule),
              "text": .text(DisplayStaffing.words(rule)),
            ])
          }),
      ], status: missing.isEmpty ? .done : .open)
  }
}

struct DisplaySubmit: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Hand a Budget Display in: an exact copy is kept (the agency).",
    discussion: """
      It is not edited from then on, until the department returns it. What is missing is said, and does not stop it; a display \
      without any staffing or any cost is refused.

      JSON: submission, number, period, total, missing (how many entries), remarks (how many).
      """)
  @Argument(help: "Id of the display, or the beginning of it, or `latest`.")
  var id = "latest"
  @Option(help: "What the department shall know.")
  var note: String?
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open(unlocking: true)
    try RecordWork<DisplayNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let note = try Entered.text(note ?? "", "--note")
    let conflicts = try node.engine.conflicts()
    let (submission, whole) = try writing.write(on: node, as: person, otherwise: "Budget Display handed in") { db in
      let display = try RecordWork<DisplayNoun>.findToWrite(id, agency: nil, on: node, in: db).entry
      let whole = try DisplayStore.whole(display, of: node.member, in: db)
      guard !whole.staffing.isEmpty, !whole.costs.isEmpty else {
        throw Failure.rule(
          "nothing-reported", "the display reports no \(whole.staffing.isEmpty ? "staffing" : "cost")",
          next: "see what is missing with `qapi display check \(display.id)`")
      }
      return (
        try FiscalWork.submit(
          .display, subject: display.id, period: display.year, frozen: whole.frozen, note: note, day: day, as: person,
          conflicts: conflicts,
          on: node, in: db), whole
      )
    }
    let (total, missing, remarks) = (try whole.totals().all, whole.missing.count, whole.remarks.count)
    let open: [String] =
      (missing == 0 ? [] : [Layout.count(missing, "entry is missing", "entries are missing")])
      + (remarks == 0 ? [] : [Layout.count(remarks, "remark")])
    return Report(
      lines: ["Budget Display of \(Shown.line(whole.display.year)), \(total), no. \(submission.number)"],
      json: [
        "submission": .text(submission.id), "number": JSON(submission.number), "period": .text(submission.period),
        "total": .text("\(total)"), "missing": JSON(missing), "remarks": JSON(remarks),
      ],
      notes: (open.isEmpty ? [] : [open.joined(separator: ", ") + ": `qapi display check \(whole.display.id)`"])
        + [node.nextExchange])
  }
}
