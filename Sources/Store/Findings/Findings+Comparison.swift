internal import GRDB
internal import Measures
internal import Records

/// Rules on comparative reports.
extension Findings {
  /// - `altered-report`: a report whose digest is not that of its parts: one was changed, or has not arrived. Reports are written
  ///   once.
  /// - `unreadable-report`: its parts cannot be read here; a newer program wrote them.
  /// - `answer-without-report`: an agency's answer to a report, or to a measure in it, that is not there.
  static func comparisons(in db: Database, sha256: (String) -> String) throws -> [Finding] {
    let reports = try ComparisonStore.reports(in: db)
    var measures: [String: Set<String>] = [:]
    var found: [Finding] = []
    for report in reports {
      let parts = try ComparisonStore.parts(of: report.id, in: db)
      measures[report.id] = Set(parts.map(\.name)).subtracting([Comparison.agenciesPart])
      let row = RowName(table: Schema.comparativeReport.name, key: [.text(report.id)])
      if sha256(ComparisonStore.digested(parts)) != report.digest {
        found.append(
          Finding(
            rule: "altered-report", weight: .attention, agency: "", row: row,
            message: "the parts of the comparative report do not have the digest that it was published with",
            next: "run `qapi sync`; if it stays, see `qapi log` for who changed it: the department publishes it again"))
      } else if (try? Comparison(parts: parts)) == nil {
        found.append(
          Finding(
            rule: "unreadable-report", weight: .attention, agency: "", row: row,
            message: "the comparative report cannot be read by this program", next: "upgrade qapi"))
      }
    }
    for (agency, answer) in try RecordStore.all(TriggerAnswer.self, in: db)
    where measures[answer.report]?.contains(answer.measure) != true {
      found.append(
        Finding(
          rule: "answer-without-report", weight: .attention, agency: agency,
          row: RowName(table: Schema.triggerAnswer.name, key: [.text(agency), .text(answer.id)]),
          message: "the answer names a comparative report, or a measure of it, that is not here",
          next: "run `qapi sync`; if it stays, answer again with `qapi comparison answer`"))
    }
    return found
  }
}
