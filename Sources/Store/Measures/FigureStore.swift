public import GRDB
public import Measures
public import Records

/// Data sets, figures, and what was handed in.
public enum FigureStore {
  // MARK: Data sets

  /// Publishes a data set.
  ///
  /// - Parameter document: the text that `set` was read from.
  /// - Returns: whether it was written; not if it is published with this very text.
  /// - Throws: ``StoreError/dataSetIsPublished(_:)`` if that version is published, or ships with the program, with another text.
  @discardableResult
  public static func publish(_ set: DataSet, document: String, in db: Database) throws -> Bool {
    let published = try publishedDocuments(in: db).first { $0.name == set.name }?.document
    if let published {
      guard published.utf8.elementsEqual(document.utf8) else { throw StoreError.dataSetIsPublished(set.name) }
      return false
    }
    if set.name == DataSet.standard.name, !DataSet.standardDocument.utf8.elementsEqual(document.utf8) {
      throw StoreError.dataSetIsPublished(set.name)
    }
    try RowWriting(table: Schema.dataSet, key: [.text(set.name.id), .integer(Int64(set.name.version))])
      .insert([.init(name: "document", value: .text(document))], in: db)
    return true
  }

  /// What the department has published, whether this program can read it or not.
  public static func publishedDocuments(in db: Database) throws -> [(name: DataSet.Name, document: String)] {
    try Row.fetchAll(db, sql: "SELECT * FROM data_set ORDER BY id, version").map { row in
      (DataSet.Name(id: row["id"], version: row["version"]), row["document"])
    }
  }

  /// Every data set that can be used, by name and version: the one that ships with the program, and the published ones that read.
  public static func dataSets(in db: Database) throws -> [DataSet] {
    let published = try publishedDocuments(in: db).compactMap { row -> DataSet? in
      guard let set = try? DataSet(document: row.document), set.name == row.name else { return nil }
      return set
    }
    let standard = published.contains { $0.name == DataSet.standard.name } ? [] : [DataSet.standard]
    return (published + standard).sorted { ($0.name.id, $0.name.version) < ($1.name.id, $1.name.version) }
  }

  /// The data set in force: the highest version of the standard one.
  public static func dataSetInForce(in db: Database) throws -> DataSet {
    try dataSets(in: db).last { $0.name.id == DataSet.standard.name.id } ?? DataSet.standard
  }

  // MARK: Figures

  /// The figures of an agency as they stand, submitted or not.
  public static func book(of agency: String, in db: Database) throws -> FigureBook {
    FigureBook(try RecordStore.all(Figure.self, of: agency, in: db).map(\.record))
  }

  /// The newest version of each element that an agency keeps for itself, those left out that ended.
  public static func localElements(of agency: String, in db: Database) throws -> [LocalElement] {
    let all = try RecordStore.all(LocalElement.self, of: agency, in: db).map(\.record)
    return Dictionary(grouping: all, by: \.code).values.compactMap { versions in
      versions.max { ($0.version, $0.id) < ($1.version, $1.id) }
    }.filter(\.ended.isEmpty).sorted { $0.code < $1.code }
  }

  /// The rules on an agency's figures.
  public static func rules(of agency: String, in db: Database) throws -> FigureRules {
    FigureRules(set: try dataSetInForce(in: db), local: try localElements(of: agency, in: db))
  }

  // MARK: Submissions

  /// Where the quarters of agencies stand, for each agency and quarter that anything was handed in for.
  ///
  /// - Parameter agency: nil for all that this node may read.
  public static func standings(
    of agency: String? = nil, in db: Database
  ) throws -> [String: [FederalQuarter: QuarterStanding]] {
    let decisions = Dictionary(
      grouping: try RecordStore.all(FigureDecision.self, of: agency, in: db), by: { $0.agency })
    let submissions = Dictionary(
      grouping: try RecordStore.all(FigureSubmission.self, of: agency, in: db), by: { $0.agency })
    return submissions.reduce(into: [:]) { result, entry in
      let known = (decisions[entry.key] ?? []).map(\.record)
      let quarters = Dictionary(grouping: entry.value.map(\.record), by: { FederalQuarter($0.period) })
      for (quarter, records) in quarters {
        guard let quarter else { continue }
        result[entry.key, default: [:]][quarter] = QuarterStanding(submissions: records, decisions: known)
      }
    }
  }

  /// The figures in force, by agency and quarter: those of the submission that was accepted last.
  ///
  /// - Parameters:
  ///   - agency: nil for all that this node may read.
  ///   - quarters: nil for every quarter.
  public static func snapshotsInForce(
    of agency: String? = nil, quarters: Set<FederalQuarter>? = nil, in db: Database
  ) throws -> [String: [FederalQuarter: FigureSnapshot]] {
    try standings(of: agency, in: db).mapValues { standings in
      standings.compactMapValues { standing in
        guard let submission = standing.inForce, let quarter = FederalQuarter(submission.period),
          quarters?.contains(quarter) ?? true, let snapshot = FigureSnapshot(submission.snapshot),
          snapshot.quarter == quarter
        else { return nil }
        return snapshot
      }
    }
  }
}
