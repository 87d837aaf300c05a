internal import GRDB
internal import Measures
internal import Records

extension Findings {
  /// The rules on figures:
  ///
  /// - `unreadable-data-set`: a published data set that this program cannot read, or that bears another name inside.
  /// - `unknown-element`, `other-calendar`: a figure of an element or a period that the data set does not have.
  /// - `part-above-whole`: a numerator above its denominator: two offline edits, each right by itself, may make it.
  /// - `altered-figures`: a submission whose text is not what its digest says, or is no submission of its quarter.
  /// - `figures-changed`: figures that were changed after they were handed in. Good to know: a revision is due, or not.
  /// - `figure-decision-without-submission`: a decision on something that is not there.
  static func figures(in db: Database, sha256: (String) -> String) throws -> [Finding] {
    let submissions = try RecordStore.all(FigureSubmission.self, in: db)
    let decisions = try RecordStore.all(FigureDecision.self, in: db)
    let known = Set(submissions.map { [$0.agency, $0.record.id] })
    let lost = decisions.filter { !known.contains([$0.agency, $0.record.submission]) }.map { agency, record in
      Finding(
        rule: "figure-decision-without-submission", weight: .attention, agency: agency,
        row: RowName(table: Schema.figureDecision.name, key: [.text(agency), .text(record.id)]),
        message: "what this decision on figures is on is not here",
        next: "run `qapi sync`; if it stays, decide with `qapi measure accept` or `qapi measure return`")
    }
    let altered = submissions.filter { entry in
      let snapshot = FigureSnapshot(entry.record.snapshot)
      return sha256(entry.record.snapshot) != entry.record.digest
        || snapshot?.quarter.description != entry.record.period
        || snapshot?.dataSet != entry.record.dataSet
    }.map { agency, record in
      Finding(
        rule: "altered-figures", weight: .attention, agency: agency, row: row(of: record, agency),
        message: "the figures of this submission are not what its digest says, or of another quarter",
        next: "do not use it; let the agency submit the quarter again with `qapi measure submit`")
    }
    return try unreadableDataSets(in: db) + lost + altered + figuresByThemselves(submissions, in: db)
  }

  private static func unreadableDataSets(in db: Database) throws -> [Finding] {
    try FigureStore.publishedDocuments(in: db).filter { name, document in
      (try? DataSet(document: document))?.name != name
    }.map { name, _ in
      Finding(
        rule: "unreadable-data-set", weight: .attention, agency: "",
        row: RowName(table: Schema.dataSet.name, key: [.text(name.id), .integer(Int64(name.version))]),
        message: "the published data set cannot be read, or bears another name or version in its text",
        next: "upgrade; at the department, publish a corrected version")
    }
  }

  private static func figuresByThemselves(
    _ submissions: [(agency: String, record: FigureSubmission)], in db: Database
  ) throws -> [Finding] {
    let set = try FigureStore.dataSetInForce(in: db)
    let figures = Dictionary(grouping: try RecordStore.all(Figure.self, in: db), by: \.agency)
    let handedIn = Dictionary(grouping: submissions, by: \.agency)
    return try figures.sorted { $0.key < $1.key }.flatMap { agency, entries -> [Finding] in
      let rules = FigureRules(set: set, local: try FigureStore.localElements(of: agency, in: db))
      let book = FigureBook(entries.map(\.record))
      let alone = entries.flatMap { rules.problems(of: $0.record.name, FigureBook.Entry($0.record), today: nil) }
      let together = rules.problems(of: entries.map(\.record.name), in: book).filter { $0.rule == "part-above-whole" }
      let broken = (alone + together).map { problem in
        Finding(
          rule: problem.rule, weight: .attention, agency: agency,
          row: RowName(
            table: Schema.figure.name, key: [.text(agency), .text(problem.element), .text(problem.period)]),
          message: problem.problem, next: problem.next)
      }
      return broken + changed(agency, book, handedIn[agency] ?? [])
    }
  }

  private static func changed(
    _ agency: String, _ book: FigureBook, _ submissions: [(agency: String, record: FigureSubmission)]
  ) -> [Finding] {
    let last = Dictionary(submissions.map { ($0.record.period, $0.record) }, uniquingKeysWith: { $1 })
    return last.values.sorted { $0.id < $1.id }.compactMap { record in
      guard let snapshot = FigureSnapshot(record.snapshot) else { return nil }
      let changed = snapshot.book.names.filter { book[$0] != snapshot.book[$0] }
      guard let first = changed.first else { return nil }
      return Finding(
        rule: "figures-changed", weight: .information, agency: agency, row: row(of: record, agency),
        message: "\(changed.count) of the figures of \(record.period) differ from what was submitted, the first "
          + "\(first.element) of \(first.period)",
        next:
          "submit the quarter again with `qapi measure submit \"\(record.period)\" --reason`, if it is to be revised")
    }
  }

  private static func row(of record: FigureSubmission, _ agency: String) -> RowName {
    RowName(table: Schema.figureSubmission.name, key: [.text(agency), .text(record.id)])
  }
}
