import Budgets
import Canonical
import Plans
import Records
import Reports

/// A file of a county's ledger, as rows that are payments. Its columns have other names in each county, days are written in one of two
/// ways, and what was taken back may stand in parentheses.
struct CountyLedger {
  /// Which column says what; empty for one that the file does not have.
  struct Columns {
    var account: String
    var paid: String
    var amount: String
    var payee: String
    var text: String

    /// The column of the file that a field of an entry is read from.
    func name(of field: String) -> String {
      switch field {
      case "account": account
      case "payee": payee
      case "text": text
      default: field
      }
    }
  }

  let digest: String
  let columns: Columns
  /// In the order of the file; `number` counts the header as 1.
  private(set) var rows: [(number: Int, entry: Expenditure)] = []
  private(set) var problems: [InputProblem] = []
  /// Columns of the file that nothing is read from.
  private(set) var unread: [String] = []

  /// The id of an entry follows from the bytes of the file and the place of the row, so that two people who import the same
  /// file offline bring the same entries. It sorts before the ids of what is entered by hand.
  static func id(_ digest: String, row: Int) -> String {
    "0-\(digest.prefix(12))-" + String(repeating: "0", count: max(0, 6 - "\(row)".utf8.count)) + "\(row)"
  }

  init(_ bytes: [UInt8], at file: String, columns: Columns, today: Day) throws {
    digest = Digest(of: bytes).hex
    self.columns = columns
    let table = try RecordTable.table(bytes, at: file)
    func place(_ name: String, _ option: String, isOptional: Bool) -> Int? {
      if let place = table.columns.firstIndex(of: name) { return place }
      if !isOptional {
        problems.append(
          InputProblem(
            place: "header", problem: "the column \(Shown.line(name, limit: 40)) is missing",
            next:
              "name the column that has it with \(option); the file has: \(Shown.line(table.columns.joined(separator: ", "), limit: 200))"
          ))
      }
      return nil
    }
    let account = place(columns.account, "--account-column", isOptional: false)
    let paid = place(columns.paid, "--paid-column", isOptional: false)
    let amount = place(columns.amount, "--amount-column", isOptional: false)
    let payee = place(columns.payee, "--payee-column", isOptional: columns.payee == "payee")
    let words = place(columns.text, "--text-column", isOptional: columns.text == "text")
    guard let account, let paid, let amount, problems.isEmpty else { return }
    let read = Set([account, paid, amount, payee, words].compactMap(\.self))
    unread = table.columns.indices.filter { !read.contains($0) }.map { table.columns[$0] }
    for (index, row) in table.rows.enumerated() {
      let number = index + 2
      var entry = Expenditure(id: Self.id(digest, row: number))
      entry.source = digest
      func take(_ place: Int, _ read: (String) throws(FieldProblem) -> Void) {
        do {
          try read(RecordText.normalised(row[place]))
        } catch {
          problems.append(
            InputProblem(
              place: "row \(number), \(Shown.line(table.columns[place], limit: 40))", problem: error.problem,
              next: error.next))
        }
      }
      take(account) { text throws(FieldProblem) in entry.account = try Self.line(text, mayBeEmpty: false) }
      take(paid) { text throws(FieldProblem) in entry.paid = "\(try Self.day(text, today))" }
      take(amount) { text throws(FieldProblem) in entry.amount = try Self.cents(text) }
      if let payee { take(payee) { text throws(FieldProblem) in entry.payee = try Self.line(text) } }
      if let words { take(words) { text throws(FieldProblem) in entry.text = try Self.line(text) } }
      rows.append((number, entry))
    }
    if rows.isEmpty {
      problems.append(InputProblem(place: "table", problem: "there are no rows", next: "add a row for each payment"))
    }
  }

  mutating func refuse(row: Int, _ problem: String, _ next: String) {
    problems.append(InputProblem(place: "row \(row)", problem: problem, next: next))
  }

  private static func line(_ text: String, mayBeEmpty: Bool = true) throws(FieldProblem) -> String {
    // A note of several lines is one line in a ledger.
    let text = text.replacing("\n", with: " ")
    guard mayBeEmpty || !text.isEmpty else { throw FieldProblem(problem: "it is empty", next: "say it") }
    _ = try FieldContent.line.value(of: text)
    return text
  }

  /// `2024-07-15`, or as counties write it: `7/15/2024`.
  private static func day(_ text: String, _ today: Day) throws(FieldProblem) -> Day {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    var day = Day(text)
    if parts.count == 3, parts[2].utf8.count == 4, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let month = Int(parts[0]), let date = Int(parts[1]), let year = Int(parts[2])
    {
      day = Day(year, month, date)
    }
    guard let day else {
      throw FieldProblem(problem: "this is not a day", next: "write it like 2024-07-15 or 7/15/2024 (month first)")
    }
    guard day <= today else {
      throw FieldProblem(
        problem: "this day is still to come, and only what was paid is an expenditure (rule not-paid-yet)",
        next: "leave the row out until it is paid")
    }
    return day
  }

  /// `1,234.50`, `-12.00`, or as accountants write what is taken off: `(12.00)`.
  private static func cents(_ text: String) throws(FieldProblem) -> Int {
    var text = text
    if text.hasPrefix("("), text.hasSuffix(")"), !text.contains("-") { text = "-" + text.dropFirst().dropLast() }
    guard case .integer(let cents) = try FieldContent.amount.value(of: text) else { return 0 }
    guard cents != 0 else {
      throw FieldProblem(problem: "the amount is zero (rule amount-zero)", next: "leave the row out")
    }
    return Int(cents)
  }
}
