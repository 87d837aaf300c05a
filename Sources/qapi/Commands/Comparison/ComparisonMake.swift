import ArgumentParser
import Changesets
import GRDB
import Measures
import Records
import Reports
import Store
import SyncEngine

struct ComparisonMake: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Look at the comparison of a quarter before it is published (the department only).",
    discussion: """
      It is made from the submissions that were last accepted, and nothing is written.

      JSON: quarter, data_set, agencies (code, name, cases, group, missing), measures (measure, number, title, kind, to_date, \
      statewide, year_before, agencies).
      """)
  @Argument(help: "The quarter, like \"FFY 2024 Q2\".")
  var quarter: String
  @Option(help: "As this agency will read it.")
  var agency: String?
  @OptionGroup var form: ComparisonForm
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let quarter = try ReadComparison.quarter(quarter)
    let node = try node.open()
    try node.checkIsDepartment("compares agencies", see: "qapi comparison show")
    if let agency { try node.checkAgency(agency) }
    let comparison = try node.engine.queue.read { db in try node.comparison(of: quarter, in: db) }
    let digest = PlanStanding.sha256(ComparisonStore.digested(comparison.parts))
    let origin = ComparisonOrigin(
      report: "", publishedBy: "", publishedAt: "", program: QAPI.configuration.version, digest: digest)
    return try ComparisonShow.report(comparison, agency: agency, origin: origin, form: form)
  }
}

struct ComparisonPublish: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publish the comparison of a quarter to all agencies (the department only).",
    discussion: """
      What it says is frozen. A correction is a further report of the same quarter: the last one is in force.

      JSON: report, quarter, data_set, digest, agencies (how many have figures), missing (codes), asking (agencies with a figure \
      outside its band).
      """)
  @Argument(help: "The quarter, like \"FFY 2024 Q2\".")
  var quarter: String
  @Option(help: "What stands in front of every page of it.")
  var note = ""
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let quarter = try ReadComparison.quarter(quarter)
    let node = try node.open()
    try node.checkIsDepartment("publishes comparative reports", see: "qapi comparison show")
    let person = try writing.person(of: node)
    let note = try Entered.text(self.note, "--note")
    let (report, comparison) = try writing.write(on: node, as: person, otherwise: "comparative report \(quarter)") {
      db -> (ComparativeReport, Comparison) in
      let comparison = try node.comparison(of: quarter, in: db)
      guard comparison.agencies.contains(where: { !$0.isMissing }) else {
        throw Failure.usage(
          "no submission of \(quarter) is accepted; nothing was changed",
          next: "see `qapi measure submissions`, and `qapi measure missing \"\(quarter)\"`")
      }
      let parts = comparison.parts
      let digest = PlanStanding.sha256(ComparisonStore.digested(parts))
      let before = try ComparisonStore.reports(in: db)
      if let same = before.last(where: { $0.quarter == "\(quarter)" }), same.digest == digest {
        throw Failure.usage(
          "report \(PlanName.short(same.id)) of \(quarter) says the very same; nothing was changed",
          next: "see `qapi comparison show`")
      }
      if let large = parts.first(where: { $0.text.utf8.count > RecordText.byteLimit }) {
        throw Failure(
          .error, "the part \(large.name) is longer than 256 KiB; nothing was changed", next: "ask for a larger limit")
      }
      var report = ComparativeReport(id: node.laterID(than: before.map(\.id).max { Positions.isBefore($0, $1) }))
      report.quarter = "\(quarter)"
      report.dataSet = comparison.dataSet
      report.publishedBy = person.name
      report.publishedAt = node.now
      report.program = QAPI.configuration.version
      report.note = note
      report.digest = digest
      try ComparisonStore.publish(report, parts, in: db)
      return (report, comparison)
    }
    let missing = comparison.agencies.filter(\.isMissing).map(\.code)
    let measures = comparison.measures.map { MeasureComparison($0, in: comparison) }
    let asking = comparison.agencies.indices.count { index in
      measures.contains { !$0.standings[index].triggers.isEmpty }
    }
    return Report(
      lines: [
        "published report \(report.id) of \(quarter)",
        "figures of \(comparison.agencies.count - missing.count) of "
          + "\(Layout.count(comparison.agencies.count, "agency", "agencies"))",
      ] + (missing.isEmpty ? [] : Layout.wrapped("missing: " + missing.joined(separator: ", "))) + [
        "with a figure outside its band: \(asking)", "SHA-256 \(report.digest)",
      ],
      json: [
        "report": .text(report.id), "quarter": .text(report.quarter), "data_set": .text(report.dataSet),
        "digest": .text(report.digest), "agencies": JSON(comparison.agencies.count - missing.count),
        "missing": JSON(missing), "asking": JSON(asking),
      ], notes: ["next:  qapi merge"])
  }
}
