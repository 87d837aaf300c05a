import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct LedgerImportCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take payments from a CSV file of the county's ledger (the agency).",
    discussion: """
      A header, and a row for each payment. Days are written like 2024-07-15 or 7/15/2024, amounts like 1,234.50, -12.00 or \
      (12.00). Columns that are not named are not read. The same file twice changes nothing; `take-back` undoes it, and it can \
      be imported again after.

      Says what would be written (sums by month, accounts without a place, entries that stand already), asks, and then writes \
      all of it or nothing; what is wrong is said all at once, with row and column.

      JSON: digest, entries, total, months (month, amount, entries), unmatched (account, amount, entries), overlap (file, entries), \
      unread (columns), new, changed, gone, written. An error has problems (where, what, next).
      """)
  @Argument(help: "The CSV file (- for standard input).")
  var file: String
  @Option(help: "The column that holds the account.")
  var accountColumn = "account"
  @Option(help: "The column that holds the day of payment.")
  var paidColumn = "paid"
  @Option(help: "The column that holds the amount.")
  var amountColumn = "amount"
  @Option(help: "The column that holds the payee; the column payee, if there is one.")
  var payeeColumn = "payee"
  @Option(help: "The column that holds what it was for; the column text, if there is one.")
  var textColumn = "text"
  @Option(help: "What the file is called in the list of imports; else its name.")
  var name: String?
  @OptionGroup var taking: ImportOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsAgency("ledgers belong to the agencies", see: "qapi ledger totals")
    let person = try taking.person(of: node)
    let today = try Day.argument(nil)
    let name = try Entered.text(
      name ?? (file == "-" ? "standard input" : String(file.split(separator: "/").last ?? "")), "--name", oneLine: true)
    let table = try CountyLedger(
      RecordTable.bytes(file), at: file,
      columns: .init(
        account: accountColumn, paid: paidColumn, amount: amountColumn, payee: payeeColumn, text: textColumn),
      today: today)
    guard table.problems.isEmpty else { return .problems(table.problems, at: file) }
    return try taking.take(
      from: file, counted: "payment", on: node, as: person, otherwise: "ledger imported: \(name)"
    ) { db in
      try LedgerImportWork(table, of: node.member, isConfirmed: taking.areNumbersConfirmed, in: db)
    } write: { work, db in
      try work.write(file: name, day: today, person: person?.name ?? "", id: node.newID(), in: db)
    }
  }
}

/// What a file would do to the ledger as it stands.
struct LedgerImportWork: ImportPreview {
  let table: CountyLedger
  let agency: String
  /// The same file, where it was imported and not taken back.
  private let standing: LedgerStore.ImportedFile?
  /// The same file, where it was imported and taken back.
  private let takenBack: LedgerStore.ImportedFile?
  /// What it brought before, where it was taken back.
  private let before: [String: Expenditure]
  private(set) var problems: [InputProblem]
  private var sums: [CalendarMonth: (amount: Money, count: Int)] = [:]
  private var unmatched: [(account: String, amount: Money, count: Int)] = []
  /// Files of which as many entries stand already, on the same day and account with the same amount, payee and text.
  private var overlap: [(file: String, count: Int)] = []

  /// - Parameter isConfirmed: whether it was said why what looks like the number of a person is none.
  /// - Throws: `StoreError` with row and column, where a text holds the number of a person.
  init(_ table: CountyLedger, of agency: String, isConfirmed: Bool, in db: Database) throws {
    (self.table, self.agency) = (table, agency)
    let old = try LedgerStore.files(of: agency, in: db).first { $0.digest == table.digest }
    standing = old?.takenBack == nil ? old : nil
    takenBack = old?.takenBack == nil ? nil : old
    let own = try LedgerStore.expenditures(of: agency, source: table.digest, in: db)
    before = Dictionary(own.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var checked = table
    let closed = try LedgerStore.closedMonths(of: agency, in: db)
    var byAccount: [String: (amount: Money, count: Int)] = [:]
    for (number, entry) in table.rows {
      guard let day = Day(entry.paid) else { continue }
      let month = CalendarMonth(of: day)
      let amount = Money(cents: Int64(entry.amount))
      let sum = sums[month] ?? (.zero, 0)
      sums[month] = (try sum.amount.adding(amount), sum.count + 1)
      let account = byAccount[entry.account] ?? (.zero, 0)
      byAccount[entry.account] = (try account.amount.adding(amount), account.count + 1)
      if standing == nil, closed.contains(month) {
        checked.refuse(
          row: number, "\(month) is closed (rule month-closed)",
          "leave the row out, and correct with a new entry in an open month")
      }
    }
    problems = checked.problems
    guard standing == nil, problems.isEmpty else { return }
    let numbers = try RowNumbers(areConfirmed: isConfirmed, in: db)
    try RowNumbers.check(
      table.rows.flatMap { number, entry in
        numbers.columns(of: entry, was: before[entry.id]).map { column in
          "row \(number), \(Shown.line(table.columns.name(of: column), limit: 40))"
        }
      })
    let known = Set(try RecordStore.all(LedgerAccount.self, of: agency, in: db).map(\.record.code))
    unmatched = byAccount.keys.filter { !known.contains($0) }.sorted { Positions.isBefore($0, $1) }.map { code in
      (code, byAccount[code]?.amount ?? .zero, byAccount[code]?.count ?? 0)
    }
    overlap = try Self.overlap(table, sums.keys.min(), sums.keys.max(), of: agency, in: db)
  }

  private static func overlap(
    _ table: CountyLedger, _ first: CalendarMonth?, _ last: CalendarMonth?, of agency: String, in db: Database
  ) throws -> [(file: String, count: Int)] {
    guard let first, let last else { return [] }
    func face(_ entry: Expenditure) -> [String] {
      [entry.account, entry.paid, "\(entry.amount)", entry.payee, entry.text]
    }
    var own: [[String]: Int] = [:]
    for row in table.rows { own[face(row.entry), default: 0] += 1 }
    var counts: [String: Int] = [:]
    for entry in try LedgerStore.expenditures(of: agency, in: first.firstDay...last.lastDay, in: db) {
      guard let left = own[face(entry)], left > 0 else { continue }
      own[face(entry)] = left - 1
      counts[entry.source, default: 0] += 1
    }
    let files = Dictionary(
      try LedgerStore.files(of: agency, in: db).map { ($0.digest, $0.name) }, uniquingKeysWith: { first, _ in first })
    return counts.map { (file: $0.key.isEmpty ? "entered by hand" : files[$0.key] ?? $0.key, count: $0.value) }
      .sorted { ($1.count, $0.file) < ($0.count, $1.file) }
  }

  /// All payments of the file; none where it stands.
  var changeCount: Int { standing == nil ? table.rows.count : 0 }

  var nothing: String {
    guard let before = standing?.imports.first else { return "nothing was changed" }
    return "this file was imported on \(Shown.line(before.day)) (\(Shown.line(before.file))) by "
      + "\(Shown.line(before.person)); nothing was changed"
  }

  private var total: Money { get throws { try Money.sum(sums.values.map(\.amount)) } }
  private var gone: [Expenditure] {
    let ids = Set(table.rows.map(\.entry.id))
    return before.values.filter { !ids.contains($0.id) }.sorted { Positions.isBefore($0.id, $1.id) }
  }
  private var changed: [(number: Int, entry: Expenditure)] {
    table.rows.filter { row in before[row.entry.id].map { $0 != row.entry } ?? false }
  }

  var lines: [String] {
    var lines = Layout.table(
      sums.keys.sorted().map { ["\($0)", "\(sums[$0]?.amount ?? .zero)", "\(sums[$0]?.count ?? 0)"] }
        + [["total", (try? "\(total)") ?? "", "\(table.rows.count)"]], figures: [1, 2])
    if !unmatched.isEmpty {
      lines += ["", "not among the accounts (`qapi ledger account`):"]
      lines += Layout.table(
        unmatched.map { ["  " + Shown.line($0.account, limit: 30), "\($0.amount)", "\($0.count)"] }, figures: [1, 2])
    }
    if !table.unread.isEmpty {
      lines += [""]
      lines += Layout.wrapped(
        "columns that are not read: \(table.unread.map { Shown.line($0, limit: 40) }.joined(separator: ", "))",
        hanging: "  ")
    }
    if !overlap.isEmpty {
      lines += [""]
      lines += overlap.flatMap { file, count in
        Layout.wrapped(
          "warning: \(Layout.count(count, "row")) of it \(count == 1 ? "stands" : "stand") already, from \(Shown.line(file, limit: 60))",
          hanging: "  ")
      }
    }
    if !before.isEmpty, standing == nil {
      lines += ["", "it was taken back, and comes again: \(changed.count) changed, \(gone.count) left out"]
    }
    return lines
  }

  func members(written: Bool) -> [JSON.Member] {
    JSON.members([
      "digest": .text(table.digest), "entries": JSON(table.rows.count), "total": JSON(try? total),
      "months": .list(
        sums.keys.sorted().map { month in
          .object([
            "month": .text("\(month)"), "amount": JSON(sums[month]?.amount), "entries": JSON(sums[month]?.count ?? 0),
          ])
        }),
      "unmatched": .list(
        unmatched.map {
          .object(["account": .text($0.account), "amount": JSON($0.amount), "entries": JSON($0.count)])
        }),
      "overlap": .list(overlap.map { .object(["file": .text($0.file), "entries": JSON($0.count)]) }),
      "unread": JSON(table.unread), "new": JSON(standing == nil ? table.rows.count { before[$0.entry.id] == nil } : 0),
      "changed": JSON(standing == nil ? changed.count : 0), "gone": JSON(standing == nil ? gone.count : 0),
      "written": JSON(written),
    ])
  }

  func write(file: String, day: Day, person: String, id: String, in db: Database) throws {
    for old in takenBack?.imports ?? [] {
      var standing = old
      (standing.takenBack, standing.reason) = ("", "")
      try RecordStore.update(standing, from: old, agency: agency, in: db)
    }
    var entry = LedgerImport()
    (entry.digest, entry.importID, entry.file) = (table.digest, id, file)
    (entry.day, entry.person) = ("\(day)", person)
    try RecordStore.insert(entry, agency: agency, in: db)
    for row in table.rows {
      if let old = before[row.entry.id] {
        try RecordStore.update(row.entry, from: old, agency: agency, in: db)
      } else {
        try RecordStore.insert(row.entry, agency: agency, in: db)
      }
    }
    for old in gone { try RecordStore.delete(old, agency: agency, in: db) }
  }
}

struct LedgerImports: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports", abstract: "The files that were imported, with what each brought.",
    discussion: """
      A file that two people imported without each other stands once, with the first of them; so do its entries.

      JSON: imports (agency, digest, file, day, person, taken_back, reason, again (file, day, person), entries, amount, first, \
      last).
      """)
  @Option(help: "Only those of this agency.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let agencies = try node.agenciesToRead(agency)
    let found = try node.engine.queue.read { db in
      try agencies.flatMap { try LedgerStore.files(of: $0, in: db) }.map { file in
        let entries = try LedgerStore.expenditures(of: file.agency, source: file.digest, in: db)
        return (file: file, entries: entries, amount: try Money.sum(entries.map { Money(cents: Int64($0.amount)) }))
      }.sorted { ($0.file.imports[0].day, $0.file.name) < ($1.file.imports[0].day, $1.file.name) }
    }
    let names = PlanName.unique(found.map(\.file.digest))
    let rows = zip(names, found).map { name, entry in
      let (file, again) = (entry.file, entry.file.imports.count - 1)
      return [Shown.line(name, limit: 20)] + (node.isDepartment ? [file.agency] : [])
        + [Shown.line(file.imports[0].day), "\(entry.entries.count)", "\(entry.amount)"]
        + [
          file.takenBack == nil ? "" : "taken back", Shown.line(file.name) + (again == 0 ? "" : ", \(again + 1) times"),
        ]
    }
    let heading = ["digest"] + (node.isDepartment ? ["agency"] : []) + ["on", "entries", "amount", "", "file"]
    let figures: Set<Int> = node.isDepartment ? [3, 4] : [2, 3]
    return Report(
      lines: rows.isEmpty
        ? ["no file was imported"] : Layout.table([heading] + rows, cuttingLast: true, figures: figures),
      json: ["imports": .list(found.map { .object(Self.members($0.file, $0.entries, $0.amount)) })])
  }

  private static func members(
    _ file: LedgerStore.ImportedFile, _ entries: [Expenditure], _ amount: Money
  ) -> [JSON.Member] {
    func occasion(_ record: LedgerImport) -> [JSON.Member] {
      JSON.members(["file": .text(record.file), "day": .text(record.day), "person": .text(record.person)])
    }
    return JSON.members(["agency": .text(file.agency), "digest": .text(file.digest)]) + occasion(file.imports[0])
      + JSON.members([
        "taken_back": .text(file.takenBack?.takenBack ?? ""), "reason": .text(file.takenBack?.reason ?? ""),
        "again": .list(file.imports.dropFirst().map { .object(occasion($0)) }), "entries": JSON(entries.count),
        "amount": JSON(amount), "first": JSON(entries.map(\.paid).min()), "last": JSON(entries.map(\.paid).max()),
      ])
  }
}

struct LedgerTakeBack: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-back", abstract: "Take an import back: its entries count no more (the agency).",
    discussion: """
      The entries stay, and `qapi log` tells of them. Refused where one of its months is closed, unless as much stands there after as it \
      was closed with. The file can be imported again after, with other columns too.

      JSON: agency, \(LedgerImport.keys.map(\.name).joined(separator: ", ")), \
      \(LedgerImport.fields.map(\.name).joined(separator: ", ")), entries.
      """)
  @Argument(help: "Digest of the file, or the beginning of it, or the file's name where one import alone has it.")
  var digest: String
  @Option(help: "Why it is taken back.")
  var reason: String
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsAgency("ledgers belong to the agencies", see: "qapi ledger imports")
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let reason = try Entered.text(reason, "--reason", oneLine: true, mayBeEmpty: false)
    let (taken, count) = try writing.write(on: node, as: person, otherwise: "ledger import taken back") { db in
      let all = try LedgerStore.files(of: node.member, in: db)
      let named = all.filter { $0.imports.contains { $0.file == digest } }
      let id =
        try named.count == 1
        ? named[0].digest
        : OneOf.id(beginning: digest, among: all.map(\.digest), of: "import", listedBy: "qapi ledger imports")
      guard let file = all.first(where: { $0.digest == id }) else { preconditionFailure("the import was just found") }
      if let taken = file.takenBack {
        throw Failure.rule(
          "taken-back-already", "it was taken back on \(Shown.line(taken.takenBack))", next: "see `qapi ledger imports`"
        )
      }
      let entries = try LedgerStore.expenditures(of: node.member, source: id, in: db)
      let closed = try LedgerStore.closedMonths(of: node.member, in: db)
      let months = entries.compactMap { Day($0.paid) }.map { CalendarMonth(of: $0) }
      for month in closed.intersection(months).sorted() {
        let count = months.count { $0 == month }
        guard try LedgerStore.mayRemove(count, from: month, of: node.member, in: db) else {
          throw LedgerWork.closed(month)
        }
      }
      let records = try file.imports.map { old in
        var record = old
        (record.takenBack, record.reason) = ("\(day)", reason)
        try RecordStore.update(record, from: old, agency: node.member, in: db)
        return record
      }
      return (records[0], entries.count)
    }
    return Report(
      lines: ["\(Shown.line(taken.file)) is taken back: \(Layout.count(count, "entry", "entries")) count no more"],
      notes: [node.nextExchange],
      members: [.init(key: "agency", value: .text(node.member))] + JSON.members(of: taken) + [
        .init(key: "entries", value: JSON(count))
      ])
  }
}
