import Changesets
import Foundation
import GRDB
import SQLiteChangeset
import SyncEngine
import Testing
import Trust

/// Lets people do random things on several nodes of a world, and holds each node against the model.
final class RandomHistory {
  private typealias Model = SectionSevenModel
  let world: World
  private let seed: UInt64
  private var random: SplitMix64
  private var model = SectionSevenModel()
  private var ordinal = 0
  private var editors: [Editor] = []

  /// A document that somebody opened and has not saved yet.
  private struct Editor {
    var node: Engine
    var row: SectionSevenModel.RowName
    var shown: ShownRows
    var sides: [SectionSevenModel.Register: Set<Int>]
  }

  /// - Parameter members: how many nodes each member has; the hub comes besides.
  init(seed: UInt64, members: [Int]) throws {
    self.seed = seed
    random = SplitMix64(seed: seed)
    world = try World(seed: seed)
    for (number, count) in members.enumerated() {
      for _ in 0..<count { _ = try world.enrol(["kelp", "moss", "fern"][number]) }
    }
  }

  // MARK: - Steps

  func run(steps: Int) throws {
    for step in 0..<steps {
      let node = world.nodes[Int.random(in: 0..<world.nodes.count, using: &random)]
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5: try change(node)
      case 5: try openEditor(node)
      case 6: try saveEditor()
      case 7: try resolve(node)
      default:
        try world.sync(node)
        try check(node, "after step \(step)")
      }
    }
  }

  func settle() throws {
    try world.settle()
    try checkAll("at the end")
    for node in world.nodes { #expect(try node.status().waiting == [], "seed \(seed)") }
  }

  func checkAll(_ moment: String) throws {
    for node in world.nodes { try check(node, moment) }
    for audience in ["common", "member/kelp", "member/moss", "member/fern"] {
      let digests = try world.nodes.filter { audience == "common" || reads($0, audience) }.map {
        try $0.digest(audience)
      }
      #expect(Set(digests).count <= 1, "\(audience) differs, seed \(seed), \(moment)")
    }
  }

  private func reads(_ node: Engine, _ audience: String) -> Bool {
    node === world.hub || audience == "member/\(node.identity.member)"
  }

  // MARK: - What people do

  /// A transaction of one to three changes, by somebody who sees the node as it is now.
  private func change(_ node: Engine) throws {
    var rows: Set<Model.RowName> = []
    for _ in 0..<Int.random(in: 1...3, using: &random) { rows.insert(anyRow(for: node)) }
    let view = try view(of: node)
    var changes: [Change] = []
    for row in rows { changes.append(anyChange(row, isThere: view.isShown(row)) { view.provisional($0) }) }
    try enter(changes, on: node, shown: nil) { view.shownSide($0) }
  }

  private func openEditor(_ node: Engine) throws {
    let row = anyRow(for: node)
    let view = try view(of: node)
    guard view.isShown(row) else { return }
    let (_, shown) = try node.open { _ in ((), [node.rowKey(row.table, row.key)]) }
    let registers = view.registers.filter { $0.row == row }
    let sides = Dictionary(uniqueKeysWithValues: registers.map { ($0, view.shownSide($0)) })
    editors.append(Editor(node: node, row: row, shown: shown, sides: sides))
  }

  /// Saves a document: the row is changed as it is now, and supersedes what was shown then.
  private func saveEditor() throws {
    guard !editors.isEmpty else { return }
    let editor = editors.remove(at: Int.random(in: 0..<editors.count, using: &random))
    let view = try view(of: editor.node)
    let change = anyChange(editor.row, isThere: view.isShown(editor.row)) { view.provisional($0) }
    try enter([change], on: editor.node, shown: editor.shown) { editor.sides[$0] ?? [] }
  }

  private func resolve(_ node: Engine) throws {
    let view = try view(of: node)
    let open = try node.conflicts().filter { isOwn($0.table, $0.key, node) }
    guard let conflict = open.randomElement(using: &random) else { return }
    let row = Model.RowName(table: conflict.table, key: conflict.key)
    var values = conflict.sides.map(\.value)
    var register = Model.Register(row: row)
    if case .column(let name) = conflict.subject {
      register.column = name
      values.append(anyValue(name))
    }
    guard let value = values.randomElement(using: &random) else { return }
    try node.resolve(conflict, with: value, as: World.person, message: "resolved")
    let part = Model.Part(transaction: try lastTransaction(node), audience: audience(of: row))
    ordinal += 1
    record(register, value, part, isInsert: false, Set(view.current(register).map(\.number)))
    guard register.column != nil else { return }
    let presence = Model.Register(row: row)
    record(presence, .integer(1), part, isInsert: false, view.shownSide(presence))
  }

  // MARK: - Drawing

  private struct Change {
    var row: SectionSevenModel.RowName
    var kind: ChangeKind
    /// Every column of an insert, the changed ones of an update.
    var values: [String: SQLiteValue] = [:]
  }

  private func anyRow(for node: Engine) -> SectionSevenModel.RowName {
    let id = SQLiteValue.text(["x", "y", "z"][Int.random(in: 0..<3, using: &random)])
    guard node === world.hub else { return .init(table: "note", key: [.text(node.identity.member), id]) }
    let members = Set(world.nodes.dropFirst().map(\.identity.member)).sorted()
    if Bool.random(using: &random) { return .init(table: "bulletin", key: [id]) }
    return .init(table: "mark", key: [.text(members[Int.random(in: 0..<members.count, using: &random)]), id])
  }

  private func anyChange(
    _ row: SectionSevenModel.RowName, isThere: Bool, before: (SectionSevenModel.Register) -> SQLiteValue?
  ) -> Change {
    let table = Schema.tables(1).first { $0.name == row.table }!
    let columns = table.columns.indices.filter { !table.key.contains($0) }.map { table.columns[$0].name }
    if isThere && Int.random(in: 0..<5, using: &random) == 0 { return Change(row: row, kind: .delete) }
    var change = Change(row: row, kind: isThere ? .update : .insert)
    for column in columns where !isThere || Bool.random(using: &random) {
      let value = anyValue(column)
      // SQLite captures no write of the value that is there already.
      if !isThere || before(.init(row: row, column: column)) != value { change.values[column] = value }
    }
    if !isThere {
      for (place, column) in table.key.enumerated() { change.values[table.columns[column].name] = row.key[place] }
    }
    return change
  }

  private func anyValue(_ column: String) -> SQLiteValue {
    let number = Int.random(in: 0..<4, using: &random)
    switch column {
    case "rank", "value": return .integer(Int64(number) - 1)
    case "body" where number == 0: return .null
    default: return .text(["", "red", "green", "blue"][number])
    }
  }

  // MARK: - Into the engine and into the model

  private func enter(
    _ changes: [Change], on node: Engine, shown: ShownRows?, sides: (SectionSevenModel.Register) -> Set<Int>
  ) throws {
    let real = changes.filter { $0.kind == .delete || !$0.values.isEmpty }
    guard !real.isEmpty else { return }
    try node.write(as: World.person, message: "random", shown: shown) { db in
      for change in real { try execute(change, db) }
    }
    let transaction = try lastTransaction(node)
    ordinal += 1
    for change in real {
      let part = Model.Part(transaction: transaction, audience: audience(of: change.row))
      let presence = Model.Register(row: change.row)
      record(
        presence, .integer(change.kind == .delete ? 0 : 1), part, isInsert: change.kind == .insert, sides(presence))
      for (column, value) in change.values {
        let register = Model.Register(row: change.row, column: column)
        record(register, value, part, isInsert: false, sides(register))
      }
    }
  }

  private func execute(_ change: Change, _ db: Database) throws {
    let table = Schema.tables(1).first { $0.name == change.row.table }!
    let condition = table.key.map { "\(table.columns[$0].name) = ?" }.joined(separator: " AND ")
    let key = change.row.key.map(\.databaseValue)
    let columns = change.values.keys.sorted()
    let values = columns.map { change.values[$0]!.databaseValue }
    let sql =
      switch change.kind {
      case .insert:
        "INSERT INTO \(table.name) (\(columns.joined(separator: ", "))) VALUES "
          + "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
      case .update:
        "UPDATE \(table.name) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE \(condition)"
      case .delete: "DELETE FROM \(table.name) WHERE \(condition)"
      }
    try db.execute(sql: sql, arguments: StatementArguments(change.kind == .insert ? values : values + key))
  }

  private func record(
    _ register: SectionSevenModel.Register, _ value: SQLiteValue, _ part: SectionSevenModel.Part, isInsert: Bool,
    _ supersedes: Set<Int>
  ) {
    model.writes.append(
      .init(
        number: model.writes.count, part: part, ordinal: ordinal, register: register, value: value, isInsert: isInsert,
        supersedes: supersedes))
  }

  private func lastTransaction(_ node: Engine) throws -> String {
    try #require(try node.recentTransactions(limit: 1).first?.origin.transaction)
  }

  private func audience(of row: SectionSevenModel.RowName) -> String {
    Schema.tables(1).first { $0.name == row.table }!.audience(ofKey: row.key)!
  }

  private func isOwn(_ table: String, _ key: [SQLiteValue], _ node: Engine) -> Bool {
    table == "note" ? key[0] == .text(node.identity.member) : node === world.hub
  }

  // MARK: - Comparing

  /// What counts on a node, as its history says; what that means is the model's business.
  private func view(of node: Engine) throws -> SectionSevenModel.View {
    _ = try node.status()
    let rows = try node.queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT t.transaction_id, t.audience, c.depth, c.hash FROM sync_transaction t
          LEFT JOIN sync_changeset c ON c.id = t.changeset WHERE c.id IS NULL OR c.verdict = 1
          """)
    }
    var seals: [Model.Part: Model.Seal?] = [:]
    for row in rows {
      let hash: Data? = row["hash"]
      let part = Model.Part(transaction: row["transaction_id"], audience: row["audience"])
      seals.updateValue(hash.map { Model.Seal(depth: row["depth"], hash: [UInt8]($0)) }, forKey: part)
    }
    return SectionSevenModel.View(model, seals)
  }

  func check(_ node: Engine, _ moment: String) throws {
    let place = Comment(rawValue: "\(node.identity.node), \(moment), seed \(seed)")
    let view = try view(of: node)
    for table in Schema.tables(1) {
      let shown = view.rows.filter { $0.table == table.name && view.isShown($0) }
      let expected = shown.map { row in
        table.columns.map { view.provisional(.init(row: row, column: $0.name)) ?? $0.defaultValue }
      }
      #expect(Set(try node.rows(table.name)) == Set(expected), place)
    }
    var found: [Model.Register: Set<SQLiteValue>] = [:]
    for conflict in try node.conflicts() {
      var register = Model.Register(row: .init(table: conflict.table, key: conflict.key))
      if case .column(let name) = conflict.subject { register.column = name }
      found[register] = Set(conflict.sides.map(\.value))
      #expect(conflict.sides.first?.value == view.provisional(register), place)
      #expect(conflict.sides.reduce(0) { $0 + $1.origins.count } == view.current(register).count, place)
    }
    #expect(found == view.conflicts(), place)
    #expect(try node.status().conflicts == found.count, place)
  }
}
