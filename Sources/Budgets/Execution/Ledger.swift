public import Records

/// An account of the agency's ledger, and the lines of the forms to which it goes (AS.2.4, best practices: a clear crosswalk).
public struct LedgerAccount: NaturalRecord {
  public var code = ""
  public var title = ""
  /// Id or title of a line item of the budget; may be empty. A title holds for the budgets of later years too.
  public var line = ""
  /// Line of the CS 921; empty is unmatched.
  public var displayLine = ""
  /// Line of the CS 356; empty is unmatched.
  public var claimLine = ""
  public var note = ""

  public init() {}

  public static let keys: [EntryField<LedgerAccount>] = [.text("code", "code", \.code)]

  public static let fields: [EntryField<LedgerAccount>] = [
    .text("title", "title", \.title),
    .text("line", "line item of the budget", \.line),
    .text("display_line", "line of the CS 921", \.displayLine),
    .text("claim_line", "line of the CS 356", \.claimLine),
    .text("note", "note", \.note, .text),
  ]
}

/// A ledger file that was imported. Named by the digest of its bytes, as the same file twice changes nothing; and by an id, so that
/// two people who import it without each other make two records of who and when, and no conflict. Its entries stand once.
public struct LedgerImport: NaturalRecord {
  /// Lowercase hex SHA-256 of the file.
  public var digest = ""
  /// Ids are in the order of their time.
  public var importID = ""
  public var file = ""
  public var day = ""
  public var person = ""
  /// Day on which the file was taken back; its entries count no more, and stay. One record of the file that says so is enough.
  public var takenBack = ""
  public var reason = ""

  public init() {}

  public static let keys: [EntryField<LedgerImport>] = [
    .text("digest", "SHA-256 of the file", \.digest),
    .text("import_id", "id of the import", \.importID),
  ]

  public static let fields: [EntryField<LedgerImport>] = [
    .text("file", "file", \.file),
    .text("day", "imported on", \.day, .day),
    .text("person", "by whom", \.person),
    .text("taken_back", "taken back on", \.takenBack, .day),
    .text("reason", "reason", \.reason),
  ]
}

/// A payment (AS.2.6 task 7): it counts by the day on which it was paid, whatever the day of the service. A closed month is corrected
/// by a new entry only.
public struct Expenditure: TypedRecord {
  public let id: String
  public var account = ""
  /// Day of payment.
  public var paid = ""
  /// Whole cents; below zero where it corrects.
  public var amount = 0
  public var payee = ""
  public var text = ""
  /// The expenditure that it corrects; empty for others.
  public var corrects = ""
  /// Digest of the ``LedgerImport`` that brought it; empty if it was entered.
  public var source = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<Expenditure>] = [
    .text("account", "account", \.account),
    .text("paid", "paid on", \.paid, .day),
    .number("amount", "amount", \.amount, .amount),
    .text("payee", "payee", \.payee),
    .text("text", "text", \.text, .text),
    .text("corrects", "corrects", \.corrects),
    .text("source", "imported with", \.source),
  ]
}

/// A month whose expenditures are closed, with what stood in it then: what comes into it later is found.
public struct ClosedMonth: NaturalRecord {
  /// `2024-07`.
  public var month = ""
  public var day = ""
  public var person = ""
  /// Of all expenditures that counted, whole cents.
  public var amount = 0
  public var count = 0
  /// Lowercase hex SHA-256 of ``LedgerSum/text(of:)``.
  public var digest = ""

  public init() {}

  public static let keys: [EntryField<ClosedMonth>] = [.text("month", "month", \.month)]

  public static let fields: [EntryField<ClosedMonth>] = [
    .text("day", "closed on", \.day, .day),
    .text("person", "by whom", \.person),
    .number("amount", "amount when it was closed", \.amount, .amount),
    .number("entries", "entries when it was closed", \.count, .count),
    .text("digest", "SHA-256 of its sums", \.digest),
  ]
}

/// What was paid from an account in a month.
public struct LedgerSum: Hashable, Sendable {
  public let account: String
  public let month: CalendarMonth
  public let amount: Money
  public let count: Int

  public init(account: String, month: CalendarMonth, amount: Money, count: Int) {
    (self.account, self.month, self.amount, self.count) = (account, month, amount, count)
  }

  /// One line for each account of a month: its code, cents and number of entries, set apart by tabs; in the order of the codes'
  /// bytes.
  public static func text(of sums: [LedgerSum]) -> String {
    sums.sorted { Positions.isBefore($0.account, $1.account) }
      .map { "\($0.account)\t\($0.amount.cents)\t\($0.count)\n" }.joined()
  }
}
