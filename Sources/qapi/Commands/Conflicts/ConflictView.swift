import Changesets
import GRDB
import Plans
import SQLiteChangeset
import Store
import SyncEngine

/// A conflict in words.
struct ConflictView {
  let conflict: Conflict
  /// The row, in people's words.
  let label: String
  /// The same with the short id of its plan: two plans may have one title.
  let place: String
  /// The field, in people's words.
  let field: String
  private let node: String

  static func all(of node: OpenNode) throws -> [ConflictView] {
    let conflicts = try node.engine.conflicts()
    return try node.engine.queue.read { db in try conflicts.map { try ConflictView($0, of: node, in: db) } }
  }

  static func named(_ name: String, of node: OpenNode) throws -> ConflictView {
    let all = try all(of: node)
    let found = all.filter { $0.conflict.name.hasPrefix(name.lowercased()) && !name.isEmpty }
    guard let only = found.first, found.count == 1 else {
      throw Failure.usage(
        found.isEmpty
          ? "no open conflict is called \(Shown.line(name)); nothing was changed"
          : "\(found.count) conflicts begin with \(Shown.line(name)); nothing was changed", next: "see `qapi conflicts`"
      )
    }
    return only
  }

  init(conflict: Conflict, label: String, place: String, field: String, node: String) {
    self.conflict = conflict
    self.label = label
    self.place = place
    self.field = field
    self.node = node
  }

  private init(_ conflict: Conflict, of node: OpenNode, in db: Database) throws {
    self.conflict = conflict
    self.node = node.engine.identity.node
    let key = conflict.key.map(\.field)
    label = try RowLabel.describe(table: conflict.table, key: key, in: db)
    place = try PlanName.label(label, table: conflict.table, key: key, in: db)
    switch conflict.subject {
    case .column(let name): field = Schema.table(named: conflict.table)?.column(named: name)?.label ?? name
    case .presence: field = "whether it is there"
    }
  }

  /// The column that is in conflict; nil where it is the row itself, or a newer program's column.
  var column: SyncedTable.Column? {
    guard case .column(let name) = conflict.subject else { return nil }
    return Schema.table(named: conflict.table)?.column(named: name)
  }

  // MARK: Sides

  /// The side that this node wrote; nil if it wrote none, or more than one.
  var mine: ConflictSide? { only(conflict.sides.filter(isMine)) }

  /// The other side, if there is one only.
  var theirs: ConflictSide? { mine == nil ? nil : only(conflict.sides.filter { !isMine($0) }) }

  /// Not sealed yet is written here.
  func isMine(_ side: ConflictSide) -> Bool { side.origins.contains { $0.node == nil || $0.node == node } }

  private func only(_ sides: [ConflictSide]) -> ConflictSide? { sides.count == 1 ? sides.first : nil }

  /// Number of a side, as people type it.
  func number(of side: ConflictSide) -> Int { (conflict.sides.firstIndex(of: side) ?? 0) + 1 }

  /// What all sides began with; nil if they differ in that, or nothing was there.
  var base: SQLiteValue? {
    let bases = Set(conflict.sides.map(\.base))
    return bases.count == 1 ? bases.first ?? nil : nil
  }

  // MARK: Short words

  var title: String { "\(agency): \(place), \(field.split(separator: " · ").last.map(String.init) ?? field)" }

  var agency: String { Shown.line(conflict.key.first?.string ?? "") }

  var writers: String {
    conflict.sides.map(writers).joined(separator: " or ")
  }

  func writers(of side: ConflictSide) -> String {
    side.origins.map { Shown.line($0.person.name) }.joined(separator: " and ")
  }
}
