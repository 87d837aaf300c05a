import AgeFormat
import Canonical
import Changesets
import Foundation
import GRDB
public import GitExchange
import SSHSignature
import Trust

/// What one sync did.
public struct SyncReport: Sendable, Hashable {
  public var sealed = 0
  /// Parts of local transactions that wait until the hub publishes the schema of this program. While there are any, nothing
  /// that came is entered.
  public var waitingForSchema = 0
  public var pushed = 0
  public var counted = 0
  public var refused = 0
  public var cut = 0
  public var rebuilt = 0
  /// Files that came and were not taken.
  public var refusedFiles = 0
  public var receivedDocuments = 0
}

extension Engine {
  /// Fetches, takes the newest roster, seals, applies, and pushes this node's own branch. Safe to repeat, safe to kill.
  ///
  /// - Throws: `GitError.unreachable` when the exchange does not answer; what is local is kept.
  public func sync(with remote: GitRemote) throws -> SyncReport {
    let lock = try NodeLock(folder)
    defer { withExtendedLifetime(lock) {} }
    let repository = try prepareRepository()
    var report = SyncReport()
    try reportingBusy {
      let overwritten = try take(from: remote, into: repository, report: &report)
      try sealAndAdvance(repository, report: &report)
      if !identity.isReader {
        try commitOwnBranch(repository)
        try push(repository, to: remote, forcing: overwritten, report: &report)
      }
      try releaseBodies(repository)
      try queue.write { db in try Documents(db: db).set("last_sync", displayTime()) }
    }
    return report
  }

  /// Opens the local repository and lets its refs follow the database.
  func prepareRepository() throws -> LocalRepository {
    try healIncarnationFile()
    LocalRepository.clearLocks(at: folder.repository)
    let repository = try LocalRepository(opening: folder.repository)
    let heads = try queue.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sync_ref WHERE name LIKE 'own:%'").map { name in
        (String(name.dropFirst("own:".count)), try RefTable(db: db).head(name))
      }
    }
    for (branch, head) in heads {
      if let head { try repository.follow(branch, head) }
    }
    return repository
  }

  /// Fetches what this node may read, documents first: a new roster may list more nodes to read.
  ///
  /// - Returns: the branches that this node writes, and on which somebody else's commit lies.
  private func take(
    from remote: GitRemote, into repository: LocalRepository, report: inout SyncReport
  ) throws -> Set<String> {
    let refusedBefore = try refusalCount()
    var fetched: Set<String> = []
    var heads: [String: GitObjectID] = [:]
    while true {
      let wanted = try queue.read { db in try self.branchesToFetch(in: db) }
      let missing = wanted.filter { !fetched.contains($0) }
      guard !missing.isEmpty else { break }
      fetched.formUnion(missing)
      try heads.merge(repository.fetch(missing, from: remote)) { _, new in new }
      let common = Branches(configuration).common
      if let head = heads[common], try !writes(common) {
        let before = try documentCount()
        try queue.write { db in try self.intake(db, repository).take(common, head: head, wanted: .documents) }
        report.receivedDocuments += try documentCount() - before
      }
    }
    try forgetRemotes(except: Set(heads.keys))
    var overwritten: Set<String> = []
    // What this node wrote it need not take, and what somebody else put there it must not.
    for (branch, head) in heads where try writes(branch) {
      heads.removeValue(forKey: branch)
      if try isForeign(branch, head: head, repository) { overwritten.insert(branch) }
    }
    for (branch, head) in heads.sorted(by: { $0.key < $1.key }) {
      try queue.write { db in try self.intake(db, repository).take(branch, head: head, wanted: .rest) }
    }
    report.refusedFiles += try refusalCount() - refusedBefore
    return overwritten
  }

  /// Whether a branch is pushed by this node alone: its own, and on the hub those of the hub.
  private func writes(_ branch: String) throws -> Bool {
    if identity.isReader { return false }
    if branch == Branches(configuration).node(identity.node) { return true }
    return try queue.read { db in try RefTable(db: db).head(RefTable.own(branch)) != nil }
  }

  /// A branch that this node writes and that vanished from the exchange is pushed again.
  private func forgetRemotes(except branches: Set<String>) throws {
    try queue.write { db in
      for name in try String.fetchAll(
        db, sql: "SELECT name FROM sync_ref WHERE name LIKE 'own:%' AND remote IS NOT NULL")
      where !branches.contains(String(name.dropFirst("own:".count))) {
        try db.execute(sql: "UPDATE sync_ref SET remote = NULL WHERE name = ?", arguments: [name])
      }
    }
  }

  private func refusalCount() throws -> Int {
    try queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sync_refusal") ?? 0 }
  }

  private func intake(_ db: Database, _ repository: LocalRepository) -> Intake {
    Intake(engine: self, db: db, repository: repository, branches: Branches(configuration))
  }

  private func documentCount() throws -> Int {
    try queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sync_document") ?? 0 }
  }

  /// A member's node fetches its member's nodes, the hub's branch for it and the common branch, and nothing else. Nodes
  /// of the hub's member serve every audience and fetch all; so does a reader, whom somebody gave what it may open.
  private func branchesToFetch(in db: Database) throws -> [String] {
    let branches = Branches(configuration)
    let documents = Documents(db: db)
    let isHub = try hubMember(in: db) == identity.member
    if identity.isReader || isHub {
      // Who writes the central merge looks whether it still lies there as it was written.
      let main = try RefTable(db: db).head(RefTable.own(Branches.main)) == nil ? [] : [Branches.main]
      return [branches.common, Branches.allNodes, branches.allOfHub] + main
    }
    let siblings = try documents.roster()?.nodes(of: identity.member).map { branches.node($0.id) } ?? []
    return [branches.common, branches.hub(identity.member), branches.node(identity.node)]
      + siblings.filter { $0 != branches.node(identity.node) }
  }

  /// Compares a branch that this node writes, as it lies at the exchange, with what it wrote: it may be behind, never ahead.
  ///
  /// - Returns: whether what lies there is not signed by this node's key: then, and only then, it is overwritten.
  private func isForeign(_ branch: String, head: GitObjectID, _ repository: LocalRepository) throws -> Bool {
    let own = try queue.read { db in try RefTable(db: db).head(RefTable.own(branch)) }
    if let own {
      if try repository.isAncestor(head, of: own) {
        try queue.write { db in try RefTable(db: db).setRemote(RefTable.own(branch), head) }
        return false
      }
    }
    let commit = try repository.commit(head)
    let key = try requireKeys().signing.publicKey
    let isOurs =
      (try? SignedDocument(bytes: commit.signedContent, signature: commit.signature ?? []).signer(as: .commit)) == key
    guard isOurs else {
      try queue.write { db in
        try db.execute(
          sql: """
            INSERT OR IGNORE INTO sync_refusal (ref, git_commit, name, code, detail, time) VALUES (?, ?, '', ?, ?, ?)
            """,
          arguments: [
            branch, head.hex, "foreign-commit",
            "a branch that this node writes was overwritten by a commit that its key did not sign; it is put right",
            displayTime(),
          ])
        // What lies there is not what this node pushed, so its own head is pushed again.
        try RefTable(db: db).setRemote(RefTable.own(branch), head)
      }
      return true
    }
    throw EngineError.failed(
      "the exchange holds changesets of this node that its database does not know: the database was restored or copied. "
        + "Nothing was sealed; start a new node with `init`, and enter what is missing again")
  }

  /// Seals what is local and enters what came, in one transaction.
  func sealAndAdvance(_ repository: LocalRepository, report: inout SyncReport) throws {
    let (sealed, waiting, result) = try queue.write { db in
      let documents = Documents(db: db)
      let roster = try documents.roster()
      let mayWrite = roster?.tenure(of: identity.node) != nil
      try absorb(in: db)
      // Without a right nothing can be sealed; what waits locally is shown by `status`, and what came waits with it, since
      // a local change must have its place before anything is entered above it.
      let unsealed = try unsealedCount(in: db)
      guard mayWrite || identity.isReader || unsealed == 0 else { return (0, 0, AdvanceResult()) }
      let sealed = try mayWrite && documents.newestVersion(.schema) > 0 ? seal(in: db) : 0
      // The same holds for what waits for a newer schema document.
      let waiting = try waitingForSchema(in: db)
      guard waiting == 0 else { return (sealed, waiting, AdvanceResult()) }
      return (sealed, 0, try advance(in: db, repository: repository))
    }
    report.waitingForSchema += waiting
    report.sealed += sealed
    report.counted += result.counted
    report.refused += result.refused
    report.cut += result.cut
    report.rebuilt += result.rebuilt
  }

  func unsealedCount(in db: Database) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM sync_capture) + (SELECT count(*) FROM sync_transaction WHERE changeset IS NULL)
        """) ?? 0
  }

  /// How many unsealed parts of transactions wait for a schema document that the hub has not published.
  func waitingForSchema(in db: Database) throws -> Int {
    guard try Documents(db: db).newestVersion(.schema) > 0,
      try SchemaShapes.programIsAhead(in: db, configuration: configuration)
    else { return 0 }
    return try SchemaShapes(in: db, configuration: configuration).waiting(in: db).values.reduce(0, +)
  }

  /// Writes what was sealed into one commit on this node's own branch. The commit is an object first, then a line in the
  /// database, then a ref: a crash between any two leaves nothing that the next run does not put right.
  func commitOwnBranch(_ repository: LocalRepository) throws {
    let branch = Branches(configuration).node(identity.node)
    let waiting = try queue.read { db in
      try StoredBody.all(
        db,
        sql: """
          SELECT c.id, c.header, c.signature, b.bytes FROM sync_changeset c JOIN sync_body b ON b.changeset = c.id
          WHERE c.committed = 0 ORDER BY c.id
          """)
    }
    guard !waiting.isEmpty else { return }
    let files = waiting.enumerated().flatMap { index, body in body.files(number: index + 1) }
    let parent = try queue.read { db in try RefTable(db: db).head(RefTable.own(branch)) }
    let commit = try repository.writeCommit(
      files, parents: parent.map { [$0] } ?? [], message: "Changesets of \(identity.node)\n", node: identity.node,
      time: configuration.surroundings.now(), key: try requireKeys().signing)
    let objects = try waiting.map { try repository.writeBlob($0.body).bytes }
    try queue.write { db in
      try RefTable(db: db).setHead(RefTable.own(branch), commit)
      for (body, object) in zip(waiting, objects) {
        try db.execute(
          sql: "UPDATE sync_changeset SET committed = 1, body_object = ? WHERE id = ?",
          arguments: [Data(object), body.id])
      }
    }
    try repository.follow(branch, commit)
  }

  /// Pushes every branch that this node writes and that the exchange does not hold yet.
  func push(
    _ repository: LocalRepository, to remote: GitRemote, forcing overwritten: Set<String> = [], report: inout SyncReport
  ) throws {
    let pending = try queue.read { db in
      try RefTable(db: db).unpushed().map { name in
        (String(name.dropFirst("own:".count)), try RefTable(db: db).head(name))
      }
    }
    guard !pending.isEmpty else { return }
    try repository.push(pending.map { (name: $0.0, isForced: overwritten.contains($0.0)) }, to: remote)
    try queue.write { db in
      for (branch, head) in pending {
        if let head { try RefTable(db: db).setRemote(RefTable.own(branch), head) }
      }
    }
    report.pushed += pending.count
  }

  /// Lets go of sealed bytes once the hub has said its word and the local git copy has been flushed and read back.
  func releaseBodies(_ repository: LocalRepository) throws {
    let bodies = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.id, c.body_object FROM sync_body b JOIN sync_changeset c ON c.id = b.changeset
          WHERE c.committed = 1 AND c.receipt IS NOT NULL AND c.body_object IS NOT NULL
          """)
    }
    guard !bodies.isEmpty, repository.areStored(bodies.map { $0.bytes("body_object") }) else { return }
    try queue.write { db in
      for row in bodies {
        try db.execute(sql: "DELETE FROM sync_body WHERE changeset = ?", arguments: [row["id"] as Int64])
      }
    }
  }
}

/// A changeset with its sealed bytes, to be written into a commit.
struct StoredBody {
  var id: Int64
  var header: [UInt8]
  var signature: [UInt8]
  var body: [UInt8]

  static func all(_ db: Database, sql: String, arguments: StatementArguments = []) throws -> [StoredBody] {
    try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      StoredBody(
        id: row["id"], header: row.bytes("header"), signature: row.bytes("signature"), body: row.bytes("bytes"))
    }
  }

  /// The three files of this changeset in a commit.
  func files(number: Int) -> [GitFile] {
    [
      GitFile(name: "\(number).header", bytes: header), GitFile(name: "\(number).sig", bytes: signature),
      GitFile(name: "\(number).age", bytes: body),
    ]
  }
}
