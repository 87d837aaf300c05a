/// The tables of an export as they came back, each with the columns that it must have.
public struct PlanTableFiles: Sendable {
  private let tables: [PlanTables.Name: [Row]]
  /// What is wrong so far; rows that can be read stand in the tables all the same.
  public let problems: [TableProblem]

  /// One row, its cells by the names of their columns.
  struct Row: Sendable {
    let file: String
    /// As a spreadsheet program counts.
    let number: Int
    let cells: [String: String]

    subscript(column: String) -> String { cells[column] ?? "" }

    func problem(_ column: String?, _ problem: String, next: String) -> TableProblem {
      TableProblem(file: file, row: number, column: column, problem: problem, next: next)
    }
  }

  /// - Parameter files: the bytes of the files that are there, in UTF-8 with or without a byte order mark.
  public init(reading files: [PlanTables.Name: [UInt8]]) {
    var tables: [PlanTables.Name: [Row]] = [:]
    var problems: [TableProblem] = []
    for name in PlanTables.Name.allCases {
      guard let bytes = files[name] else { continue }
      let file = "\(name.rawValue).csv"
      do {
        let table = try CSVTable(csv: bytes)
        problems += Self.wrongColumns(table.columns, in: name, file)
        tables[name] = table.rows.enumerated().compactMap { index, cells in
          // Spreadsheet programs leave empty rows behind.
          guard cells.contains(where: { !$0.isEmpty }) else { return nil }
          let named = Dictionary(zip(table.columns, cells), uniquingKeysWith: { first, _ in first })
          return Row(file: file, number: index + 2, cells: named)
        }
      } catch {
        problems.append(
          TableProblem(
            file: file, row: nil, column: nil, problem: error.description,
            next: "correct it there, or export the plan again"))
      }
    }
    self.tables = tables
    self.problems = problems
  }

  private static func wrongColumns(
    _ columns: [String], in name: PlanTables.Name, _ file: String
  ) -> [TableProblem] {
    let known = PlanTables.columns(of: name)
    func problem(_ problem: String, next: String) -> TableProblem {
      TableProblem(file: file, row: 1, column: nil, problem: problem, next: next)
    }
    let missing = known.filter { !columns.contains($0) }.map { name in
      problem("the column \(name) is missing", next: "put it back, empty if need be")
    }
    // A name that is no name may be content that slipped into the first row.
    let strange = columns.enumerated().filter { !known.contains($1) }.map { index, _ in
      problem("the name of column \(index + 1) is not known here", next: "delete the column, or correct its name")
    }
    return missing + strange
  }

  func has(_ name: PlanTables.Name) -> Bool { tables[name] != nil }

  /// The rows of one plan.
  func rows(_ name: PlanTables.Name, of plan: String) -> [Row] {
    (tables[name] ?? []).filter { $0[name == .plans ? "id" : "plan"] == plan }
  }

  /// The ids of the plans that any row names, in their order.
  public var plans: [String] {
    var seen: Set<String> = []
    return PlanTables.Name.allCases.flatMap { name in
      (tables[name] ?? []).map { $0[name == .plans ? "id" : "plan"] }
    }.filter { seen.insert($0).inserted }
  }

  /// The first row that names a plan; for saying that there is no such plan.
  public func problem(naming plan: String, _ problem: String, next: String) -> TableProblem? {
    PlanTables.Name.allCases.lazy.compactMap { name in
      rows(name, of: plan).first?.problem(name == .plans ? "id" : "plan", problem, next: next)
    }.first
  }

  /// The state of a plan that the tables show; nil if they do not say.
  public func state(of plan: String) -> String? { rows(.state, of: plan).first?["state"] }
}
