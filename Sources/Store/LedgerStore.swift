public import Budgets
public import GRDB
public import Records

/// The ledger of an agency as rules take it. What came with an import that was taken back counts nowhere.
public enum LedgerStore {
  /// A merged row holds any text for its day: what is no day lies in no month.
  private static let hasDay =
    "(paid IS date(paid) AND paid BETWEEN '\(knownDays.lowerBound)' AND '\(knownDays.upperBound)')"

  /// Every day on which a payment counts.
  public static let knownDays =
    StateFiscalYear.known.lowerBound.days.lowerBound...StateFiscalYear.known.upperBound.days.upperBound

  /// What stands of an expenditure that counts, as a condition on `expenditure`.
  private static let counts = "\(hasDay) AND \(isStanding)"

  /// Of no import that was taken back.
  private static let isStanding = """
    (source = '' OR NOT EXISTS (SELECT 1 FROM ledger_import WHERE ledger_import.agency = expenditure.agency
    AND ledger_import.digest = expenditure.source AND taken_back != ''))
    """

  /// Sums by account and month, of an agency, by day of payment (AS.2.6 task 7).
  ///
  /// SQLite adds in 64 bits and fails where that is too little; halves of 32 bits fit, and are put together here.
  public static func sums(of agency: String, in days: ClosedRange<Day>, in db: Database) throws -> [LedgerSum] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT account, substr(paid, 1, 7) AS month, sum(amount >> 32) AS high, sum(amount & 4294967295) AS low,
        count(*) AS entries FROM expenditure
        WHERE agency = ? AND paid BETWEEN ? AND ? AND \(counts) GROUP BY account, month ORDER BY month, account
        """, arguments: [agency, "\(days.lowerBound)", "\(days.upperBound)"]
    ).compactMap { row -> LedgerSum? in
      guard let month = CalendarMonth(row["month"]) else { return nil }
      let cents = Int128(row["high"] as Int64) << 32 + Int128(row["low"] as Int64)
      guard let amount = Int64(exactly: cents) else { throw MoneyOverflow() }
      return LedgerSum(account: row["account"], month: month, amount: Money(cents: amount), count: row["entries"])
    }
  }

  public static func sums(of agency: String, in month: CalendarMonth, in db: Database) throws -> [LedgerSum] {
    try sums(of: agency, in: month.firstDay...month.lastDay, in: db)
  }

  /// Expenditures that count, by day of payment.
  public static func expenditures(
    of agency: String, in days: ClosedRange<Day>, in db: Database
  ) throws -> [Expenditure] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM expenditure WHERE agency = ? AND paid BETWEEN ? AND ? AND \(counts) ORDER BY paid, id",
      arguments: [agency, "\(days.lowerBound)", "\(days.upperBound)"]
    ).map(Expenditure.init(row:))
  }

  /// What an import brought, whether it counts or not.
  public static func expenditures(of agency: String, source digest: String, in db: Database) throws -> [Expenditure] {
    try RecordStore.records(Expenditure.self, of: agency, where: "source", is: digest, in: db)
  }

  /// Ids of expenditures that stand and whose day is none.
  static func withoutDay(of agency: String, in db: Database) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT id FROM expenditure WHERE agency = ? AND NOT \(hasDay) AND \(isStanding) ORDER BY id",
      arguments: [agency])
  }

  /// A file with each time that it was imported: several where people did without each other, or again after it was taken back.
  public struct ImportedFile: Hashable, Sendable {
    public let agency: String
    /// The oldest first; at least one.
    public let imports: [LedgerImport]

    public var digest: String { imports[0].digest }
    public var name: String { imports[0].file }
    /// The first that says that the file was taken back.
    public var takenBack: LedgerImport? { imports.first { !$0.takenBack.isEmpty } }
  }

  /// In the order of their digests.
  public static func files(of agency: String, in db: Database) throws -> [ImportedFile] {
    let imports = try RecordStore.all(LedgerImport.self, of: agency, in: db).map(\.record)
    return Dictionary(grouping: imports, by: \.digest).values.map { ImportedFile(agency: agency, imports: $0) }
      .sorted { Positions.isBefore($0.digest, $1.digest) }
  }

  /// Files that have payments alike (account, day, amount, payee, text), and how many; in the order of their digests.
  ///
  /// Day and amount are looked at first: they are short, and few stand in two files.
  static func overlaps(of agency: String, in db: Database) throws -> [(first: String, second: String, count: Int)] {
    try Row.fetchAll(
      db,
      sql: """
        WITH twice AS MATERIALIZED (
          SELECT paid, amount FROM expenditure WHERE agency = ?1 AND source != '' AND \(counts)
          GROUP BY 1, 2 HAVING min(source) < max(source)),
        face AS MATERIALIZED (
          SELECT account, paid, amount, payee, text, source, count(*) AS entries FROM expenditure
          WHERE agency = ?1 AND source != '' AND (paid, amount) IN twice AND \(counts) GROUP BY 1, 2, 3, 4, 5, 6)
        SELECT a.source AS first, b.source AS second, sum(min(a.entries, b.entries)) AS entries
        FROM face a JOIN face b USING (account, paid, amount, payee, text)
        WHERE a.source < b.source GROUP BY 1, 2 ORDER BY 1, 2
        """, arguments: [agency]
    ).map { ($0["first"], $0["second"], $0["entries"]) }
  }

  /// The days of all that counts; nil where nothing does.
  public static func days(of agency: String, in db: Database) throws -> ClosedRange<Day>? {
    let row = try Row.fetchOne(
      db, sql: "SELECT min(paid) AS first, max(paid) AS last FROM expenditure WHERE agency = ? AND \(counts)",
      arguments: [agency])
    guard let first: String = row?["first"], let last: String = row?["last"], let first = Day(first),
      let last = Day(last), first <= last
    else { return nil }
    return first...last
  }

  public static func closedMonths(of agency: String, in db: Database) throws -> Set<CalendarMonth> {
    Set(try RecordStore.all(ClosedMonth.self, of: agency, in: db).compactMap { CalendarMonth($0.record.month) })
  }

  /// A month as it would be closed now; day and person are left empty.
  public static func closing(
    _ month: CalendarMonth, of agency: String, sha256: (String) -> String, in db: Database
  ) throws -> ClosedMonth {
    try closing(month, with: sums(of: agency, in: month, in: db), sha256: sha256)
  }

  /// Whether so many entries may be taken out of a closed month: a merge brought them, and no fewer stand after than it was
  /// closed with.
  public static func mayRemove(
    _ removed: Int, from month: CalendarMonth, of agency: String, in db: Database
  ) throws -> Bool {
    var closed = ClosedMonth()
    closed.month = "\(month)"
    guard let standing = try RecordStore.find(closed, agency: agency, in: db) else { return true }
    return try sums(of: agency, in: month, in: db).reduce(-removed) { $0 + $1.count } >= standing.count
  }

  /// - Parameter sums: of one agency; those of other months are left out.
  static func closing(
    _ month: CalendarMonth, with sums: [LedgerSum], sha256: (String) -> String
  ) throws -> ClosedMonth {
    let sums = sums.filter { $0.month == month }
    var closed = ClosedMonth()
    closed.month = "\(month)"
    closed.amount = Int(try Money.sum(sums.map(\.amount)).cents)
    closed.count = sums.reduce(0) { $0 + $1.count }
    closed.digest = sha256(LedgerSum.text(of: sums))
    return closed
  }
}
