public import Budgets
public import GRDB
public import Records

/// What was handed in, and what the department has settled, as rules take them.
public enum FiscalStore {
  public static func editions(in db: Database) throws -> FormEditions {
    FormEditions(published: try RecordStore.published(FormLine.self, in: db))
  }

  /// As the department settled them for a year, or as they are if it has not.
  public static func settings(of year: StateFiscalYear, in db: Database) throws -> FiscalSettings {
    var settings = FiscalSettings()
    settings.year = "\(year)"
    return try RecordStore.find(settings, agency: nil, in: db) ?? settings
  }

  /// Writes a submission with its copy, in as many rows as that takes.
  public static func insert(_ submission: FiscalSubmission, agency: String, in db: Database) throws {
    let parts = FiscalCopyPart.parts(of: submission.snapshot)
    var first = submission
    first.snapshot = parts[0]
    try RecordStore.insert(first, agency: agency, in: db)
    for (index, text) in parts.enumerated().dropFirst() {
      var part = FiscalCopyPart()
      (part.submission, part.number, part.snapshot) = (submission.id, index + 1, text)
      try RecordStore.insert(part, agency: agency, in: db)
    }
  }

  /// - Parameter subject: id of a budget, a Budget Display or a claim.
  public static func standing(of subject: String, agency: String, in db: Database) throws -> FiscalStanding {
    let submissions = try RecordStore.all(
      FiscalSubmission.self, of: agency, where: "subject", is: subject, in: db)
    return FiscalStanding(
      submissions: try whole(submissions, of: agency, in: db).map(\.record),
      decisions: try RecordStore.all(FiscalDecision.self, of: agency, in: db).map(\.record))
  }

  /// The submissions of some forms, of an agency or of all that this node reads, by subject.
  public static func standings(
    of forms: [FiscalSubmission.Form], agency: String? = nil, in db: Database
  ) throws -> [(agency: String, subject: String, standing: FiscalStanding)] {
    let submissions = try whole(
      forms.flatMap { form in
        try RecordStore.all(FiscalSubmission.self, of: agency, where: "form", is: form.rawValue, in: db)
      }, of: agency, in: db)
    let decisions = Dictionary(grouping: try RecordStore.all(FiscalDecision.self, of: agency, in: db), by: \.agency)
    let groups = Dictionary(grouping: submissions) { [$0.agency, $0.record.subject] }
    return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      (
        key[0], key[1],
        FiscalStanding(
          submissions: (groups[key] ?? []).map(\.record), decisions: (decisions[key[0]] ?? []).map(\.record))
      )
    }
  }

  /// All that this node reads, whatever their form.
  public static func submissions(in db: Database) throws -> [(agency: String, record: FiscalSubmission)] {
    try whole(RecordStore.all(FiscalSubmission.self, in: db), of: nil, in: db)
  }

  /// With the further parts of their copies.
  private static func whole(
    _ submissions: [(agency: String, record: FiscalSubmission)], of agency: String?, in db: Database
  ) throws -> [(agency: String, record: FiscalSubmission)] {
    guard !submissions.isEmpty else { return [] }
    // In the order of their keys, so the parts of one submission in the order of their numbers.
    let parts = Dictionary(
      grouping: try RecordStore.all(FiscalCopyPart.self, of: agency, in: db)
    ) { [$0.agency, $0.record.submission] }
    return submissions.map { agency, record in
      var record = record
      for part in parts[[agency, record.id]] ?? [] { record.snapshot += part.record.snapshot }
      return (agency, record)
    }
  }
}

extension FrozenRecords {
  /// Under the name of its table.
  public mutating func add<Record: StoredRecord>(_ record: Record) { add(record, as: Record.table.name) }
  public mutating func add<Record: StoredNaturalRecord>(_ record: Record) { add(record, as: Record.table.name) }

  public func records<Record: StoredRecord>(_: Record.Type) -> [Record] {
    records(Record.self, Record.table.name)
  }
  public func records<Record: StoredNaturalRecord>(_: Record.Type) -> [Record] {
    records(Record.self, Record.table.name)
  }
}
