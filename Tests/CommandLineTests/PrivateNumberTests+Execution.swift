extension PrivateNumberTests {
  /// Records that the attempts of ``execution`` work on.
  static let preparedForExecution: [String] = [
    "ledger account code=1", "ledger entry account=1 paid=2024-01-05 amount=1", "spending expected month=2024-01",
    "fiscal contract title=x", "fiscal contract amendment contract=latest day=2024-01-01 amount=1",
    "fiscal approval title=x", "fiscal special year=SFY_2024-25 title=x",
    "fiscal evidence year=SFY_2024-25 program=Training text=x", "fiscal edp year=SFY_2024-25 title=x",
    "fiscal time unit=x first=2024-01-01 last=2024-01-31", "fiscal rate rate=1 first=2024-01-01 approved=2024-01-01",
    "fiscal caseload month=2024-01 cases=1", "fiscal audit title=x authority=y",
    "fiscal audit finding audit=latest text=x", "fiscal hold note=x",
  ]

  /// Execution of the budget, at the agency's node `a` and the department's `d`.
  static var execution: [PrivateNumberAttempt] { ledger + fiscalRecords + answers }

  private static func words(_ command: String) -> [String] {
    command.split(separator: " ").map { String($0).replacing("_2024-25", with: " 2024-25") }
  }

  /// What `qapi` is told to make a record ready.
  static func preparation(_ command: String) -> [String] { words(command) }

  private static let ledger: [PrivateNumberAttempt] = [
    PrivateNumberAttempt("a", "ledger account set code=2", "title=\(text)"),
    PrivateNumberAttempt("a", "ledger account import - --yes", input: "code,title\n2,\(text)\n"),
    PrivateNumberAttempt("a", "ledger account remove code=1", "-m", text),
    PrivateNumberAttempt("a", "ledger import - --yes", input: "account,paid,amount,payee\n1,2024-01-06,1,\(text)\n"),
    PrivateNumberAttempt("a", "ledger import - --yes --name", text, input: "account,paid,amount\n1,2024-01-06,1\n"),
    PrivateNumberAttempt("a", "ledger take-back", "standard input", "--reason", text),
    PrivateNumberAttempt("a", "ledger close 2024-02", "-m", text),
    PrivateNumberAttempt("a", "spending expected set month=2024-02", "note=\(text)"),
    PrivateNumberAttempt("a", "spending expected import - --yes", input: "month,note\n2024-02,\(text)\n"),
    PrivateNumberAttempt("a", "spending expected remove month=2024-01", "-m", text),
    PrivateNumberAttempt("a", "fiscal caseload set month=2024-02 cases=1", "note=\(text)"),
    PrivateNumberAttempt("a", "fiscal caseload import - --yes", input: "month,cases,note\n2024-02,1,\(text)\n"),
    PrivateNumberAttempt("a", "fiscal caseload remove month=2024-01", "-m", text),
  ]

  /// Each way into a kind of record: added, changed, from a table, with the reason of a removal.
  private static func attempts(
    _ command: String, _ field: String, with values: [String], columns: [(String, String)]
  ) -> [PrivateNumberAttempt] {
    let header = (columns.map(\.0) + [field]).joined(separator: ",")
    let row = (columns.map(\.1) + [text]).joined(separator: ",")
    return [
      PrivateNumberAttempt("a", "\(command) add", values + ["\(field)=\(text)"]),
      PrivateNumberAttempt("a", "\(command) edit latest", "\(field)=\(text)"),
      PrivateNumberAttempt("a", "\(command) import - --yes", input: "\(header)\n\(row)\n"),
      PrivateNumberAttempt("a", "\(command) remove latest", "-m", text),
    ]
  }

  private static var fiscalRecords: [PrivateNumberAttempt] {
    let year = ("year", "SFY 2024-25")
    let kinds: [(command: String, field: String, columns: [(String, String)])] = [
      ("ledger entry", "payee", [("account", "1"), ("paid", "2024-01-07"), ("amount", "2")]),
      ("fiscal contract", "title", []),
      ("fiscal contract amendment", "note", [("contract", "latest"), ("day", "2024-01-02")]),
      ("fiscal approval", "title", []), ("fiscal special", "title", [year]),
      ("fiscal evidence", "text", [year, ("program", "Training")]), ("fiscal edp", "title", [year]),
      ("fiscal time", "unit", [("first", "2024-01-01"), ("last", "2024-01-31")]),
      ("fiscal rate", "note", [("rate", "1"), ("first", "2024-01-01")]),
      ("fiscal audit", "title", [("authority", "x")]),
      ("fiscal audit finding", "text", [("audit", "latest")]), ("fiscal hold", "note", []),
    ]
    return kinds.flatMap { command, field, columns in
      attempts(command, field, with: columns.map { "\($0.0)=\($0.1)" }, columns: columns)
    }
  }

  private static let answers: [PrivateNumberAttempt] = [
    PrivateNumberAttempt("d", "fiscal approval answer add request=latest", "text=\(text)"),
    PrivateNumberAttempt("d", "fiscal approval answer edit latest", "text=\(text)"),
    PrivateNumberAttempt(
      "d", "fiscal approval answer import - --yes", input: "agency,request,text\ninv-a,latest,\(text)\n"),
    PrivateNumberAttempt("d", "fiscal approval answer remove latest", "-m", text),
  ]
}
