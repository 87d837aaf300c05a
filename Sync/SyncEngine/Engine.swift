public import Canonical
import Changesets
import Foundation
public import GRDB
import SQLiteChangeset
public import Trust

/// Who a node is: what `init` fixed.
public struct NodeIdentity: Sendable, Hashable {
  public var network: Digest
  /// The node's id; for a reader without a node of its own, a name of its own.
  public var node: String
  public var member: String
  /// Whether the node only reads: it holds no right, seals nothing, and fetches every branch.
  public var isReader: Bool

  public init(network: Digest, node: String, member: String, isReader: Bool) {
    self.network = network
    self.node = node
    self.member = member
    self.isReader = isReader
  }
}

/// One node: its database, its keys, its copy of the exchange.
///
/// Everything that changes rows goes through here: `write` captures local transactions, `sync` seals, fetches, applies
/// and pushes. See the article *How a sync runs*.
public final class Engine {
  public let configuration: Configuration
  public let folder: NodeFolder
  public let identity: NodeIdentity
  /// The database. Synced tables are written through `write` only; reads are free.
  public let queue: DatabaseQueue
  /// The secret keys, once `unlock` has opened them.
  public private(set) var keys: NodeKeys?
  /// Secrets of epochs, opened as they are needed.
  var epochIdentities: [EpochName: EpochSecret] = [:]
  /// The hub's member, as a version of the root names it.
  var knownHub: (rootVersion: Int64, member: String)?
  /// The roles of this node, as a version of the roster gives them.
  var knownRoles: (rosterVersion: Int64, roles: [String]?)?

  struct EpochName: Hashable {
    var audience: String
    var number: Int64
  }

  /// Opens a node. The tables of an older program's database are brought up first.
  ///
  /// - Throws: `EngineError.failed` when there is no node, or when its database breaks a rule; `.newerSchema` when a newer
  ///   program wrote it.
  public init(opening folder: NodeFolder, configuration: Configuration) throws {
    guard folder.exists else {
      throw EngineError.failed("there is no node in \(folder.path); make one with `init`, or name another folder")
    }
    self.configuration = configuration
    self.folder = folder
    queue = try Self.openDatabase(folder.database)
    identity = try queue.read { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Bookkeeping.applicationID else {
        throw EngineError.failed("\(folder.database) is not the database of a node; restore it from a backup")
      }
      guard version <= Bookkeeping.version else {
        throw EngineError.newerSchema("a newer program wrote \(folder.database); upgrade this program")
      }
      let documents = Documents(db: db)
      guard let network = try documents.setting("network").flatMap({ Digest(hex: $0) }),
        let node = try documents.setting("node"), let member = try documents.setting("member")
      else { throw EngineError.failed("\(folder.database) names no node; restore it from a backup") }
      return NodeIdentity(
        network: network, node: node, member: member, isReader: try documents.setting("reader") == "1")
    }
    try bringTablesUp()
    try checkTables()
  }

  /// Makes the folder of a new node: all of it, or nothing.
  ///
  /// - Parameters:
  ///   - prepare: writes what the node begins with, in the same transaction.
  public static func create(
    in folder: NodeFolder, identity: NodeIdentity, keys: NodeKeys?, passphrase: [UInt8]?, configuration: Configuration,
    prepare: (Database) throws -> Void
  ) throws {
    let files = FileManager.default
    guard !folder.exists else {
      throw EngineError.usage("there is a node in \(folder.path) already; name another folder")
    }
    try folder.checkIsFree()
    // A name of this run's own: whatever else lies beside the folder belongs to somebody.
    let draft = NodeFolder(path: "\(folder.path).\(Hex.string(configuration.surroundings.randomBytes(8))).new")
    do {
      try files.createDirectory(
        atPath: draft.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw EngineError.usage("no folder can be made at \(folder.path); name another place, or check its rights")
    }
    do {
      let incarnation = Hex.string(configuration.surroundings.randomBytes(16))
      if let keys { try draft.writeKeys(keys, passphrase: passphrase, surroundings: configuration.surroundings) }
      try draft.writeIncarnation(incarnation)
      _ = try LocalRepository.create(at: draft.repository)
      let queue = try openDatabase(draft.database)
      try queue.write { db in
        try Bookkeeping.create(in: db)
        for statement in configuration.createStatements { try db.execute(sql: statement) }
        try unsafe TriggerGuard(message: configuration.guardMessage).install(
          on: connection(of: db), tables: configuration.tables.map(\.name))
        let documents = Documents(db: db)
        try documents.setTablesVersion(configuration.schemaVersion)
        try documents.set("network", identity.network.hex)
        try documents.set("node", identity.node)
        try documents.set("member", identity.member)
        try documents.set("reader", identity.isReader ? "1" : "0")
        try documents.set("incarnation", incarnation)
        try prepare(db)
        try db.execute(sql: "PRAGMA application_id = \(Bookkeeping.applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(Bookkeeping.version)")
      }
      try queue.close()
      // An empty folder that was there already gives way to the finished one; anything else does not.
      guard unsafe rename(draft.path, folder.path) == 0 else {
        throw EngineError.usage("\(folder.path) is in the way; name another folder")
      }
      try NodeFolder.flushFolder(of: folder.path)
    } catch {
      try? files.removeItem(atPath: draft.path)
      throw error
    }
  }

  /// Opens the key file, so that the node can sign and decrypt.
  ///
  /// - Parameter passphrase: asked only if the key file wants one.
  public func unlock(passphrase: () throws -> [UInt8]) throws {
    guard keys == nil else { return }
    keys = try folder.readKeys(passphrase: folder.keysAskForPassphrase() ? try passphrase() : nil)
  }

  func requireKeys() throws -> NodeKeys {
    guard let keys else { throw EngineError.failed("the key file is not open") }
    return keys
  }

  static func connection(of db: Database) -> OpaquePointer {
    guard let connection = unsafe db.sqliteConnection else {
      preconditionFailure("GRDB hands out open connections only")
    }
    return unsafe connection
  }

  private static func openDatabase(_ path: String) throws -> DatabaseQueue {
    var settings = GRDB.Configuration()
    settings.busyMode = .timeout(10)
    settings.foreignKeysEnabled = false
    settings.journalMode = .wal
    settings.prepareDatabase { db in
      try unsafe ConnectionRules.openGuards(of: Engine.connection(of: db))
      try unsafe ConnectionRules.harden(Engine.connection(of: db))
      try unsafe StateEditor.register(on: Engine.connection(of: db))
    }
    let queue = try DatabaseQueue(path: path, configuration: settings)
    // A commit that was reported must survive a power cut; in WAL mode only FULL flushes the log at each commit. GRDB sets
    // NORMAL when it turns WAL on, so this comes after.
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // 64 MiB at most, taken as needed: with SQLite's 2 MiB a large merge writes and reads its own pages over and over.
      try db.execute(sql: "PRAGMA cache_size = -65536")
      // A transaction of up to 64 MiB, as large as a payload may be, goes to the log at once and to the database file
      // later, in one go with others.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 16384")
    }
    return queue
  }

  /// Refuses a database whose synced tables could hold what capture does not see.
  private func checkTables() throws {
    let configuration = self.configuration
    let violations = try queue.read { db in
      try unsafe SchemaLint.violations(
        in: Self.connection(of: db), tables: configuration.tables.map(\.name),
        guarded: TriggerGuard(message: configuration.guardMessage))
    }
    guard violations.isEmpty else {
      let named = violations.prefix(3).map(\.description).joined(separator: "; ")
      throw EngineError.failed(
        "the database breaks rules of synced tables: \(named)"
          + (violations.count > 3 ? "; and \(violations.count - 3) more" : "")
          + ". Somebody changed it by hand, or another version of the program made it: restore a backup")
    }
  }
}
