public import Plans
internal import Records

/// Plans as tables for a spreadsheet program: one table for each kind of record, of any number of plans.
///
/// Columns are the fields that `Plans` lists, in its order and under its names; then the place in the list (1, 2, …); then
/// the ids: the record's own, that of the section, that of the plan. Values stand as documents have them: days like
/// `2024-01-31`, amounts like `34,100.00`. Rows and columns may stand in any order.
///
/// Law: `read(_:editing:…)` of what was written changes nothing.
public enum PlanTables {
  /// A kind of table, by the name of its file without `.csv`.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    case plans, texts, targets, blocks, measurements, tactics, outcomes, quarters
    /// Which state of each plan the tables show.
    case state
  }

  /// What stands in one export.
  public struct Entry {
    public let agency: String
    public let plan: Plan
    /// Changes whenever the plan does.
    public let state: String

    public init(agency: String, plan: Plan, state: String) {
      self.agency = agency
      self.plan = plan
      self.state = state
    }
  }

  public static func tables(of entries: [Entry]) -> [(name: Name, table: CSVTable)] {
    Name.allCases.map { name in
      (name, CSVTable(columns: columns(of: name), rows: entries.flatMap { rows(of: $0, in: name) }))
    }
  }

  /// A zero byte would make the file unreadable; its picture stands for it.
  static func cell(_ text: String) -> String { text.replacing("\0", with: "\u{2400}") }

  static func columns(of name: Name) -> [String] {
    switch name {
    case .plans: Plan.fields.map(\.name) + ["template", "agency", "id"]
    case .texts: ["name", "text", "block", "plan"]
    case .targets: Measurement.fields.map(\.name) + PlanItem.quarterNames + ["place", "id", "plan"]
    case .blocks: Block.fields.map(\.name) + ["place", "id", "plan"]
    case .measurements: Measurement.fields.map(\.name) + PlanItem.quarterNames + ["place", "id", "block", "plan"]
    case .tactics: Tactic.fields.map(\.name) + ["place", "id", "block", "plan"]
    case .outcomes: Outcome.fields.map(\.name) + ["place", "id", "block", "plan"]
    case .quarters: ["quarter", "text", "block", "plan"]
    case .state: ["plan", "agency", "state"]
    }
  }

  private static func rows(of entry: Entry, in name: Name) -> [[String]] {
    let plan = entry.plan
    let blocks = plan.blocks + plan.lostBlocks
    let rows: [[String]]
    switch name {
    case .plans:
      rows = [Plan.fields.map { $0.written(plan) } + ["\(plan.template)", entry.agency, plan.id]]
    case .texts:
      rows =
        plan.texts.map { [$0.name, $0.text, "", plan.id] }
        + blocks.flatMap { block in block.texts.map { [$0.name, $0.text, block.id, plan.id] } }
    case .targets:
      rows = plan.targets.enumerated().map { fields(of: $1) + figures(of: $1) + ["\($0 + 1)", $1.id, plan.id] }
    case .blocks:
      rows = plan.blocks.enumerated().map { index, block in
        Block.fields.map { $0.written(block) } + ["\(index + 1)", block.id, plan.id]
      }
    case .measurements:
      rows = blocks.flatMap { block in
        block.measurements.enumerated().map { index, entry in
          fields(of: entry) + figures(of: entry) + ["\(index + 1)", entry.id, block.id, plan.id]
        }
      }
    case .tactics: rows = blocks.flatMap { listed($0.tactics, in: $0, of: plan) }
    case .outcomes: rows = blocks.flatMap { listed($0.outcomes, in: $0, of: plan) }
    case .quarters:
      rows = blocks.flatMap { block in
        block.quarters.filter { PlanItem.quarterNumbers.contains($0.quarter) }.map {
          ["\($0.quarter)", $0.text, block.id, plan.id]
        }
      }
    case .state: rows = [[plan.id, entry.agency, entry.state]]
    }
    return rows.map { $0.map(cell) }
  }

  private static func listed<Item: PlanEntry>(_ entries: [Item], in block: Block, of plan: Plan) -> [[String]] {
    entries.enumerated().map { fields(of: $1) + ["\($0 + 1)", $1.id, block.id, plan.id] }
  }

  private static func fields<Item: PlanEntry>(of entry: Item) -> [String] { Item.fields.map { $0.written(entry) } }

  private static func figures(of entry: Measurement) -> [String] {
    PlanItem.quarterNumbers.map(entry.figure)
  }
}

/// What is wrong in a table, where, and what to do. It holds no content of a row.
public struct TableProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// "tactics.csv".
  public let file: String
  /// As a spreadsheet program counts: the names of the columns are row 1. nil for the file as a whole.
  public let row: Int?
  public let column: String?
  public let problem: String
  public let next: String

  /// "tactics.csv, row 4, column status".
  public var place: String {
    file + (row.map { ", row \($0)" } ?? "") + (column.map { ", column \($0)" } ?? "")
  }

  public var description: String { "\(place): \(problem). Next: \(next)." }
}
