public import GRDB
public import Measures
public import Records

extension ComparisonStore {
  /// The comparison of a quarter from the submissions that are in force: those last accepted.
  ///
  /// - Parameter agencies: codes and shown names of those that are compared.
  public static func comparison(
    of quarter: FederalQuarter, dataSet: DataSet, agencies: [(code: String, name: String)], in db: Database
  ) throws -> Comparison {
    let inForce = try submissionsInForce(in: db)
    // A snapshot is read once, however many measures are made of it.
    var books: [SubmissionName: [FigureName: Int64]] = [:]
    for (name, submission) in inForce {
      guard let snapshot = FigureSnapshot(submission.snapshot) else { continue }
      books[name] = Dictionary(
        snapshot.book.names.map { ($0, snapshot.book[$0]?.value ?? 0) }, uniquingKeysWith: { first, _ in first })
    }
    let targets = try agreedTargets(year: quarter.year, in: db)
    return Comparison(
      of: quarter, dataSet: dataSet, agencies: agencies,
      sources: Comparison.Sources(
        figures: { agency, quarter in books[SubmissionName(agency: agency, quarter: "\(quarter)")] },
        digest: { agency, quarter in inForce[SubmissionName(agency: agency, quarter: "\(quarter)")]?.digest },
        target: { agency, measure in targets[[agency, measure]] },
        national: try RecordStore.published(NationalFigure.self, in: db)))
  }

  struct SubmissionName: Hashable {
    let agency: String
    let quarter: String
  }

  private static func submissionsInForce(in db: Database) throws -> [SubmissionName: FigureSubmission] {
    let decisions = Dictionary(grouping: try RecordStore.all(FigureDecision.self, in: db), by: \.agency)
    let submissions = Dictionary(grouping: try RecordStore.all(FigureSubmission.self, in: db)) {
      SubmissionName(agency: $0.agency, quarter: $0.record.period)
    }
    return submissions.reduce(into: [:]) { inForce, entry in
      let standing = QuarterStanding(
        submissions: entry.value.map(\.record), decisions: (decisions[entry.key.agency] ?? []).map(\.record))
      inForce[entry.key] = standing.inForce
    }
  }

  private static func agreedTargets(year: Int, in db: Database) throws -> [[String]: ExactFigure] {
    let agreed = try TargetStore.agreed(year: year, in: db)
    return Dictionary(
      agreed.compactMap { agency, target in target.figure.map { ([agency, target.measure], $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
