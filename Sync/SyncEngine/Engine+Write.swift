import Canonical
public import Changesets
import Foundation
public import GRDB
import Merge
public import SQLiteChangeset
import Trust

/// What a person was shown when a document was opened: the states of its rows then.
///
/// An edit supersedes the writes that its author was shown, nothing else. The editor may stay open while a sync brings
/// other writes; what it was shown is fixed when the document is opened, not when it is saved.
public struct ShownRows: Sendable {
  var states: [RowKey: RowState]
}

extension Engine {
  /// Runs one local transaction and captures what it changes.
  ///
  /// - Parameters:
  ///   - person: who changes it; a name asserted on this node's key.
  ///   - message: why.
  ///   - shown: what the person was shown, if the rows were read earlier than in `body`.
  /// - Returns: what `body` returns.
  /// - Throws: `EngineError.usage` when the change may not leave this node: another member's row, a table that this node's
  ///   member does not own, a transaction over the limit. Nothing is changed then.
  @discardableResult
  public func write<Value>(
    as person: Person, message: String, shown: ShownRows? = nil, _ body: (Database) throws -> Value
  ) throws -> Value {
    try checkMayWrite(person, message)
    return try reportingBusy {
      try queue.write { db in try capture(in: db, as: person, message: message, shown: shown) { try body(db) }.value }
    }
  }

  /// Captures what `body` changes, as one transaction of a person, within a transaction of the database.
  ///
  /// - Returns: what `body` returns, and the id of the captured transaction; nil if nothing was changed.
  func capture<Value>(
    in db: Database, as person: Person, message: String, shown: ShownRows? = nil, _ body: () throws -> Value
  ) throws -> (value: Value, transaction: String?) {
    let session = try unsafe CaptureSession(
      connection: Self.connection(of: db), tables: configuration.tables.map(\.name))
    let value = try body()
    let raw = try session.changeset()
    guard !raw.isEmpty else { return (value, nil) }
    try check(raw, in: db)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO sync_capture (transaction_id, person, person_name, message, time, changes, shown)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    let transaction = Hex.string(configuration.surroundings.randomBytes(16))
    try statement.execute(
      arguments: [
        transaction, person.id, person.name, message, displayTime(), Data(raw), shown.map { Data($0.encoded) },
      ])
    return (value, transaction)
  }

  /// Fixes what a person is shown now of some rows.
  ///
  /// - Parameter rows: finds the rows of the document.
  public func open<Value>(_ rows: (Database) throws -> (document: Value, rows: [RowKey])) throws -> (Value, ShownRows) {
    try reportingBusy {
      try queue.write { db in
        try absorb(in: db)
        let (document, keys) = try rows(db)
        let states = try RowStates(on: db)
        var shown: [RowKey: RowState] = [:]
        for key in keys { shown[key] = try states.state(key) }
        return (document, ShownRows(states: shown))
      }
    }
  }

  /// The name of a row for `open`, from its table and the values of its key.
  public func rowKey(_ table: String, _ key: [SQLiteValue]) -> RowKey {
    guard let index = configuration.tables.firstIndex(where: { $0.name == table }) else {
      preconditionFailure("\(table) is not a synced table")
    }
    return RowKey(table: index, key: SQLiteValue.encoding(of: key))
  }

  func checkMayWrite(_ person: Person, _ message: String) throws {
    guard !identity.isReader else {
      throw EngineError.usage("this node only reads; changes are made on a node of the member that owns the rows")
    }
    guard !person.id.isEmpty, person.id.utf8.count <= FormatLimits.personByteCount,
      person.name.utf8.count <= FormatLimits.personByteCount, message.utf8.count <= FormatLimits.messageByteCount
    else {
      throw EngineError.usage(
        "a person has an id and a name of at most \(FormatLimits.personByteCount) bytes, and a message at most "
          + "\(FormatLimits.messageByteCount)")
    }
  }

  /// Refuses what no other node would take. The order of the session's records is brought into form when they are absorbed.
  private func check(_ raw: [UInt8], in db: Database) throws {
    let changes: SQLiteChangeset
    do throws(ChangesetError) {
      changes = try SQLiteChangeset(decodingUnordered: raw, limits: Self.captureLimits)
    } catch {
      throw EngineError.usage(
        "the change cannot be synced, and was not made: \(error). Make it in smaller steps, or with other values")
    }
    for index in changes.tables.indices { try checkRows(ofTable: index, in: changes, db) }
  }

  static let captureLimits = SQLiteChangeset.Limits(
    byteCount: FormatLimits.payloadByteCount / 2, recordCount: FormatLimits.recordCount,
    valueByteCount: FormatLimits.valueByteCount)

  /// Refuses rows of others. The first key column decides, and nearly always one value of it stands in all rows.
  private func checkRows(ofTable index: Int, in changes: SQLiteChangeset, _ db: Database) throws {
    let name = changes.tables[index].name
    guard let table = configuration.tables.first(where: { $0.name == name }) else { return }
    let isOwnTable = try table.owner == .member || hubMember(in: db) == identity.member
    // Before the roster has come nothing is known of roles; a node that is approved later has them.
    if let roles = try ownRoles(in: db), !roles.contains(where: table.roles.contains) {
      throw EngineError.usage("no role of this node may write \(table.name); nothing was changed")
    }
    func check(_ first: SQLiteChangeset.Cell) throws {
      guard isOwnTable, table.owner == .hub || first == SQLiteValue.text(identity.member) else {
        throw EngineError.usage("rows of \(table.name) belong to another member, and were not changed")
      }
      if case .keyed = table.audience, table.audience(ofKey: [first.value]) == nil {
        throw EngineError.usage("a row of \(table.name) names no member in its key, and was not changed")
      }
    }
    if let common = changes.commonFirstKey(ofTable: index) { return try check(common) }
    for record in changes.records(ofTable: index) { try check(changes.record(at: record).keyCell(0)) }
  }

  /// The member that serves as the hub; nil before the root has come.
  func hubMember(in db: Database) throws -> String? {
    // A root is read with all its keys, which takes longer than a small commit: once for each version is enough.
    let version = try Documents(db: db).newestVersion(.root)
    if let known = knownHub, known.rootVersion == version { return known.member }
    guard let member = try Documents(db: db).root()?.hubMember else { return nil }
    knownHub = (version, member)
    return member
  }

  /// The roles that the newest roster gives this node; nil while it gives none.
  private func ownRoles(in db: Database) throws -> [String]? {
    let version = try Documents(db: db).newestVersion(.roster)
    if let known = knownRoles, known.rosterVersion == version { return known.roles }
    let roles = try Documents(db: db).roster()?.tenure(of: identity.node)?.roles
    knownRoles = (version, roles)
    return roles
  }

  /// Turns SQLite's "busy" into the engine's.
  func reportingBusy<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED {
      throw EngineError.busy("another program holds \(folder.database); close it, then try again")
    } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
      throw EngineError.failed("the disk is full; nothing was changed. Free some space, then try again")
    }
  }

  /// The time as people see it: RFC 3339, UTC, whole seconds.
  func displayTime() -> String { DisplayTime.string(configuration.surroundings.now()) }
}

extension ShownRows {
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    for (row, state) in states {
      bytes.append(number: Int64(row.table))
      for part in [row.key, state.encoded] {
        bytes.append(number: Int64(part.count))
        bytes += part
      }
    }
    return bytes
  }

  /// Reads what `encoded` wrote; nil when the database is damaged.
  init?(encoded bytes: [UInt8]) {
    states = [:]
    var position = 0
    while position < bytes.count {
      guard let table = bytes.number(at: &position), let key = bytes.part(at: &position),
        let state = bytes.part(at: &position).flatMap({ RowState(encoded: $0) })
      else { return nil }
      states[RowKey(table: Int(table), key: key)] = state
    }
  }
}

extension [UInt8] {
  /// Reads a length and that many bytes.
  fileprivate func part(at position: inout Int) -> [UInt8]? {
    guard let count = number(at: &position), count <= self.count - position else { return nil }
    defer { position += Int(count) }
    return Array(self[position..<position + Int(count)])
  }
}
