import ArgumentParser
import Budgets
import Changesets
import GRDB
import Records
import Store
import SyncEngine
import Training

struct HoursCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "hours",
    abstract: "Hours and cost of the training of a year, as evidence for the program Training (AS.2.4).",
    discussion: """
      Counts what staff completed in the year, without what is void, came with a transcript, or was equivalent prior training; and \
      the cost of the sessions that were held, each once. --write makes evidence of effort of it (`qapi fiscal evidence`), or brings \
      that up to date.

      JSON: agency, year, courses (course, completions, hours in hundredths), completions, hours, sessions, cost, other_evidence \
      (ids), evidence (id, or null), written.
      """)
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else that of today.")
  var year: String?
  @Option(help: "Code of the agency; else this node's.")
  var agency: String?
  @Flag(help: "Write it as evidence of effort (the agency).")
  var write = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyToRead(agency)
    let today = try Day.argument(nil)
    let year = try StateFiscalYear.meant(year, on: today)
    guard write else {
      let (hours, others) = try node.engine.queue.read { db in
        let hours = try TrainingHours(of: agency, year: year, in: db)
        return (hours, try Self.others(hours, agency, in: db))
      }
      return Self.report(hours, agency, others, evidence: nil, written: false)
    }
    try RecordWork<EffortEvidenceNoun>.checkWrites(on: node)
    guard agency == node.member else {
      throw Failure.usage(
        "this node writes the records of \(node.member); nothing was changed", next: "leave out --agency")
    }
    let person = try writing.person(of: node)
    try writing.checkMessage(on: node)
    let (hours, others, written) = try writing.write(on: node, as: person, otherwise: "hours of training as evidence") {
      db in
      let hours = try TrainingHours(of: agency, year: year, in: db)
      var entry = EffortEvidence(id: hours.evidenceID)
      let old = try RecordStore.find(entry, agency: agency, in: db)
      entry = old ?? entry
      (entry.year, entry.program) = ("\(year)", TargetedProgram.training.rawValue)
      entry.text =
        "Training: \(Layout.count(hours.completions, "completion")), "
        + "\(Self.shown(hours.hours)) hours, \(Layout.count(hours.sessions, "session"))"
      entry.timeframe = "\(year.days.lowerBound) to \(year.days.upperBound)"
      entry.amount = Int(hours.cost.cents)
      let others = try Self.others(hours, agency, in: db)
      guard entry != old else { return (hours, others, false) }
      (entry.day, entry.person) = ("\(today)", person.name)
      try RecordStore.put(entry, agency: agency, in: db)
      return (hours, others, true)
    }
    var report = Self.report(hours, agency, others, evidence: hours.evidenceID, written: written)
    report.notes += written ? [node.nextExchange] : ["the evidence says so already; nothing was changed"]
    return report
  }

  /// Evidence for the program of the year that was written otherwise.
  private static func others(_ hours: TrainingHours, _ agency: String, in db: Database) throws -> [String] {
    try RecordStore.records(EffortEvidence.self, of: agency, where: "year", is: "\(hours.year)", in: db)
      .filter { $0.program == TargetedProgram.training.rawValue && $0.id != hours.evidenceID }.map(\.id)
  }

  private static func shown(_ hundredths: Int) -> String {
    hundredths == 0 ? "0" : FieldContent.hundredths.written(.integer(Int64(hundredths)))
  }

  private static func report(
    _ hours: TrainingHours, _ agency: String, _ others: [String], evidence: String?, written: Bool
  ) -> Report {
    let rows = hours.courses.map { [Shown.line($0.course), "\($0.completions)", shown($0.hours)] }
    return Report(
      lines: [Terminal.strong("\(hours.year)")]
        + Layout.table(
          [["course", "completions", "hours"]] + rows + [["total", "\(hours.completions)", shown(hours.hours)]],
          figures: [1, 2]) + ["", "sessions held: \(hours.sessions), cost \(hours.cost)"],
      notes: others.isEmpty
        ? []
        : ["other evidence for the program stands beside it, and both count: \(Layout.count(others.count, "record"))"],
      members: JSON.members([
        "agency": .text(agency), "year": .text("\(hours.year)"),
        "courses": .list(
          hours.courses.map { entry in
            .object([
              "course": .text(entry.course), "completions": JSON(entry.completions), "hours": JSON(entry.hours),
            ])
          }), "completions": JSON(hours.completions), "hours": JSON(hours.hours), "sessions": JSON(hours.sessions),
        "cost": JSON(hours.cost), "other_evidence": JSON(others), "evidence": JSON(evidence), "written": JSON(written),
      ]))
  }
}
