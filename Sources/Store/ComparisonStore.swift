public import GRDB
public import Measures
public import Records

/// Comparative reports as rows: published whole, read whole.
public enum ComparisonStore {
  /// Every report that is published; of one quarter, the last is in force.
  public static func reports(in db: Database) throws -> [ComparativeReport] {
    try RecordStore.published(ComparativeReport.self, in: db).sorted { left, right in
      let quarters = (FederalQuarter(left.quarter), FederalQuarter(right.quarter))
      if let first = quarters.0, let second = quarters.1, first != second { return first < second }
      return Positions.isBefore(left.id, right.id)
    }
  }

  /// The report of the newest quarter that is in force.
  public static func newest(in db: Database) throws -> ComparativeReport? {
    try reports(in: db).last { FederalQuarter($0.quarter) != nil }
  }

  /// The parts of a report as they are stored, by their names' bytes.
  public static func parts(of report: String, in db: Database) throws -> [Comparison.Part] {
    try Row.fetchAll(
      db, sql: "SELECT part, snapshot FROM comparative_part WHERE report = ? ORDER BY part", arguments: [report]
    ).map { Comparison.Part(name: $0["part"], text: $0["snapshot"]) }
  }

  /// What the digest of a report is made of: its parts, one behind the other, by their names' bytes.
  public static func digested(_ parts: [Comparison.Part]) -> String {
    parts.sorted { Positions.isBefore($0.name, $1.name) }.map(\.text).joined()
  }

  /// Writes a report and its parts.
  public static func publish(_ report: ComparativeReport, _ parts: [Comparison.Part], in db: Database) throws {
    try RecordStore.insert(report, agency: nil, in: db)
    for part in parts {
      var row = ComparativePart()
      row.report = report.id
      row.part = part.name
      row.snapshot = part.text
      try RecordStore.insert(row, agency: nil, in: db)
    }
  }

  /// What of the newest report is outside its tolerance band at an agency, and that it has not answered yet.
  public static func openTriggers(
    of agency: String, _ report: ComparativeReport, _ comparison: Comparison, in db: Database
  ) throws -> [OpenTrigger] {
    let answered = Set(
      try RecordStore.records(TriggerAnswer.self, of: agency, where: "report", is: report.id, in: db).map(\.measure))
    return comparison.measures.filter { !answered.contains($0.code) }.compactMap { measure in
      guard let standing = MeasureComparison(measure, in: comparison).standing(of: agency),
        let value = standing.value, !standing.triggers.isEmpty
      else { return nil }
      return OpenTrigger(measure: measure, value: value, triggers: standing.triggers)
    }
  }

  /// A figure that asks for a look, and has no answer.
  public struct OpenTrigger: Hashable, Sendable {
    public let measure: ComparedMeasure
    public let value: ExactFigure
    public let triggers: [MeasureComparison.Trigger]
  }
}
