import AgeFormat
import Canonical
import Changesets
import Foundation
import GRDB
import Merge
import SQLiteChangeset
import Trust

extension Engine {
  /// Seals every unsealed transaction: one changeset for each audience, or several where one would be too large.
  ///
  /// All transactions of a changeset share one causal context, so this runs first in every transaction that applies.
  /// Sealed bytes are in the database before git sees them: one position is never sealed twice.
  ///
  /// - Returns: how many changesets were sealed.
  func seal(in db: Database) throws -> Int {
    try absorb(in: db)
    let unsealed = try String.fetchAll(
      db, sql: "SELECT DISTINCT audience FROM sync_transaction WHERE changeset IS NULL ORDER BY audience")
    guard !unsealed.isEmpty else { return 0 }
    let documents = Documents(db: db)
    guard let roster = try documents.roster(), let root = try documents.root() else {
      throw EngineError.failed("the roster has not come yet, so nothing can be sealed; ask for enrolment, then sync")
    }
    guard roster.tenure(of: identity.node) != nil else {
      throw EngineError.refused(
        "roster \(roster.version) gives this node no right to write; its changes stay here. Ask who keeps the roster")
    }
    guard try documents.setting("incarnation") == folder.readIncarnation() else {
      throw EngineError.failed(
        "this database and its folder name different incarnations: one of them was restored or copied. Nothing was "
          + "sealed; start a new node with `init`, and enter what is missing again")
    }
    // What is meant for a member that is not listed yet stays until it is; nothing can come for its audience before.
    let audiences = unsealed.filter { roster.newestEpoch(of: $0) != nil }
    let context = try SealingContext(engine: self, db: db, roster: roster, root: root)
    var drafts: [SealingDraft] = []
    for audience in audiences {
      drafts += try context.drafts(of: audience)
    }
    let batch = Header.batch(of: drafts.map(\.header.bodyHash))
    var previous: [String: Digest] = [:]
    for var draft in drafts {
      draft.header.batch = batch
      // A second changeset of the same audience stands on the first, whose hash is known only now.
      if let hash = previous[draft.header.audience] { draft.header.previous = hash }
      previous[draft.header.audience] = try context.store(draft)
    }
    return drafts.count
  }

  /// The stream of this node in an audience goes on, unless its last changeset no longer counts or its right is another
  /// one now: then the node begins a new incarnation.
  func currentIncarnation(in db: Database, roster: Roster) throws -> (incarnation: String, before: String?) {
    let documents = Documents(db: db)
    let history = History(db: db)
    guard let incarnation = try documents.setting("incarnation") else {
      throw EngineError.failed("the database names no incarnation; restore it from a backup")
    }
    let tenure = roster.tenure(of: identity.node)
    let streams = try Row.fetchAll(
      db, sql: "SELECT id, first_roster FROM sync_stream WHERE node = ? AND incarnation = ?",
      arguments: [identity.node, incarnation])
    let isBroken = try streams.contains { row in
      guard let first: Int64 = row["first_roster"] else { return false }
      if roster.tenure(of: identity.node, at: first)?.from != tenure?.from { return true }
      let heads = try Int64.fetchAll(
        db, sql: "SELECT changeset FROM sync_stream_head WHERE stream = ?", arguments: [row["id"] as Int64])
      return try heads.contains { try history.changeset($0)?.verdict != .counted }
    }
    guard isBroken else { return (incarnation, try documents.setting("previous_incarnation")) }
    let next = Hex.string(configuration.surroundings.randomBytes(16))
    try documents.set("previous_incarnation", incarnation)
    try documents.set("incarnation", next)
    // The file follows the database. If the process ends between the two, the next run sees that the database is the
    // newer one by `previous_incarnation`, and brings the file up (see `healIncarnationFile`).
    db.afterNextTransaction { [folder] _ in try? folder.writeIncarnation(next) }
    return (next, incarnation)
  }

  /// Brings the incarnation file up after a crash between the database's commit and the file's rename.
  func healIncarnationFile() throws {
    let (now, before) = try queue.read { db in
      (try Documents(db: db).setting("incarnation"), try Documents(db: db).setting("previous_incarnation"))
    }
    if let now, let before, try folder.readIncarnation() == before { try folder.writeIncarnation(now) }
  }
}

/// A changeset that is encrypted and not signed yet.
private struct SealingDraft {
  var header: Header
  var body: [UInt8]
  var stream: Int64
  var previous: Int64?
  var vector: [Int64]
  var transactions: [Int64]
  var writeCounts: [Int]
}

/// What all changesets sealed together share.
private struct SealingContext {
  let engine: Engine
  let db: Database
  let roster: Roster
  let root: RootDocument
  let rosterHash: VersionedHash
  let shapes: SchemaShapes
  let incarnation: (incarnation: String, before: String?)

  init(engine: Engine, db: Database, roster: Roster, root: RootDocument) throws {
    self.engine = engine
    self.db = db
    self.roster = roster
    self.root = root
    let documents = Documents(db: db)
    guard let rosterHash = try documents.hash(.roster, version: roster.version) else {
      throw EngineError.failed("the database is damaged: a roster without hash")
    }
    self.rosterHash = VersionedHash(version: roster.version, hash: rosterHash)
    guard try documents.newestVersion(.schema) > 0 else {
      throw EngineError.failed("the schema document has not come yet, so nothing can be sealed; sync again")
    }
    shapes = try SchemaShapes(in: db, configuration: engine.configuration)
    incarnation = try engine.currentIncarnation(in: db, roster: roster)
  }

  func drafts(of audience: String) throws -> [SealingDraft] {
    guard let epoch = roster.newestEpoch(of: audience) else {
      throw EngineError.refused(
        "roster \(roster.version) has no audience \(audience); ask who keeps the roster to add it")
    }
    let history = History(db: db)
    let stream = try history.stream(
      node: engine.identity.node, incarnation: incarnation.incarnation, audience: audience)
    let heads = try history.heads(of: audience)
    let own = heads.filter { $0.stream == stream }
    guard own.count <= 1 else {
      throw EngineError.failed("this node's own stream forked; start a new node with `init`")
    }
    var previous = try own.first.flatMap { try history.changeset($0.id) }
    let others = heads.filter { $0.stream != stream }
    // Only entries that changed since the changeset before are written; all entries of a stream stand for it together.
    let known = Set(previous?.vector ?? [])
    let changedStreams = Set(others.filter { !known.contains($0.id) }.map(\.stream))
    let changed = others.filter { changedStreams.contains($0.stream) }
    var drafts: [SealingDraft] = []
    var earlier: [Int64: (sequence: Int64, firstIndex: Int)] = [:]
    for group in try groups(of: audience) {
      let sequence = (previous?.header.sequence ?? drafts.last?.header.sequence ?? 0) + 1
      let isFirstDraft = drafts.isEmpty
      let below = max(
        previous?.header.depth ?? drafts.last?.header.depth ?? 0, isFirstDraft ? others.map(\.depth).max() ?? 0 : 0)
      let manifest = try manifest(
        of: group.parts, audience: audience, sequence: sequence, stream: stream, vector: others.map(\.stream),
        earlier: earlier)
      let payload = try Payload.pack(
        manifest: manifest, changesets: group.parts.map { $0.optionalBytes("changes") ?? [] })
      let body = try Sealing.encrypt(
        payload, epoch: epoch.recipient, escrow: root.escrow,
        randomBytes: engine.configuration.surroundings.randomBytes)
      let header = Header(
        network: engine.identity.network, node: engine.identity.node, incarnation: incarnation.incarnation,
        audience: audience, sequence: sequence, previous: previous?.hash,
        previousIncarnation: sequence == 1 ? incarnation.before : nil,
        vector: isFirstDraft ? changed.map(\.entry) : [], depth: below + 1, epoch: epoch.number, schema: group.schema,
        roster: rosterHash, checkpoint: nil, bodyHash: Digest(of: body), bodyByteCount: Int64(body.count),
        batch: Digest(of: []))
      try checkOwn(payload, header)
      drafts.append(
        SealingDraft(
          header: header, body: body, stream: stream, previous: previous?.id, vector: others.map(\.id),
          transactions: group.parts.map { $0["id"] }, writeCounts: group.parts.map { $0["write_count"] }))
      var firstIndex = 0
      for row in group.parts {
        earlier[row["id"]] = (sequence, firstIndex)
        firstIndex += row["write_count"] as Int
      }
      previous = nil
    }
    return drafts
  }

  /// Reads our own payload as every other node will, before it can leave.
  private func checkOwn(_ payload: [UInt8], _ header: Header) throws {
    guard let schema = try Documents(db: db).schema(version: header.schema.version),
      let tenure = roster.tenure(of: engine.identity.node)
    else { throw EngineError.failed("the schema document has not come yet, so nothing can be sealed; sync again") }
    do throws(SealedError) {
      try Authorisation(header: header, roster: roster, root: root, schema: schema, tenure: tenure)
        .check(try Payload(unpacking: payload))
    } catch {
      throw EngineError.refused(
        "local changes would be refused by every other node, so nothing was sealed: \(error). Report this")
    }
  }

  /// The unsealed transactions of an audience, in groups that each fit into one changeset and under one schema document.
  /// The first that waits for a newer document keeps back all behind it.
  private func groups(of audience: String) throws -> [(schema: VersionedHash, parts: [Row])] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM sync_transaction WHERE changeset IS NULL AND audience = ? ORDER BY id",
      arguments: [audience])
    var groups: [(schema: VersionedHash, parts: [Row])] = []
    var writes = 0
    var byteCount = 0
    for row in rows {
      guard let schema = try shapes.document(for: row) else { break }
      let count: Int = row["write_count"]
      let size = (row.optionalBytes("changes")?.count ?? 0) + (row.optionalBytes("supersedes")?.count ?? 0) * 3 + 8_192
      let isFull =
        writes + count > FormatLimits.recordCount || byteCount + size > FormatLimits.bodyByteCount / 2
        || groups.last?.parts.count == FormatLimits.transactionCount
      if isFull || groups.last?.schema != schema {
        groups.append((schema, []))
        (writes, byteCount) = (0, 0)
      }
      groups[groups.count - 1].parts.append(row)
      writes += count
      byteCount += size
    }
    return groups
  }

  private func manifest(
    of group: [Row], audience: String, sequence: Int64, stream: Int64, vector: [Int64],
    earlier: [Int64: (sequence: Int64, firstIndex: Int)]
  ) throws -> Manifest {
    var names = DotNames(
      history: History(db: db), stream: stream, vector: vector, transactions: group.map { $0["id"] },
      writeCounts: group.map { $0["write_count"] }, earlier: earlier)
    var transactions: [ManifestTransaction] = []
    for row in group {
      var transaction = ManifestTransaction(
        id: row["transaction_id"], part: row["part"], parts: row["parts"],
        person: Person(id: row["person"], name: row["person_name"]), message: row["message"], time: row["time"])
      for entry in LocalSupersession.decode(row.optionalBytes("supersedes") ?? []) {
        let dot = try names.name(entry.write)
        transaction.supersedes.append(
          Supersession(record: entry.record, register: entry.register, source: dot.source, index: dot.index))
      }
      transaction.supersedes.sort {
        ($0.record, $0.register, $0.source, $0.index) < ($1.record, $1.register, $1.source, $1.index)
      }
      for merge in LocalMerge.decode(row.optionalBytes("merges") ?? []) {
        let dots = try merge.supersedes.map { register, write in
          let dot = try names.name(write)
          return MergeRecord.Dot(register: register, source: dot.source, index: dot.index)
        }
        transaction.merges.append(
          MergeRecord(
            table: engine.configuration.tables[merge.row.table].name, key: merge.row.key, register: merge.register,
            value: merge.value, supersedes: dots))
      }
      transactions.append(transaction)
    }
    return Manifest(
      network: engine.identity.network, node: engine.identity.node, incarnation: incarnation.incarnation,
      audience: audience, sequence: sequence, sources: names.sources, transactions: transactions)
  }

  /// Signs and stores a changeset, and gives its transactions their place in it.
  func store(_ draft: SealingDraft) throws -> Digest {
    let history = History(db: db)
    let signature = try Sealing.sign(draft.header, with: try engine.requireKeys().signing)
    let bytes = draft.header.bytes
    let hash = Digest(of: bytes)
    let id = try history.insert(draft.header, bytes: bytes, signature: signature, bodyObject: nil)
    let previous = try draft.previous ?? draft.header.previous.flatMap { try history.position($0)?.id }
    try history.decide(
      id, stream: draft.stream, previous: previous, vector: draft.vector, verdict: .counted, reason: "", detail: "")
    if draft.header.sequence == 1 { try history.setFirstRoster(draft.header.roster.version, of: draft.stream) }
    try db.execute(sql: "INSERT INTO sync_body VALUES (?, ?)", arguments: [id, Data(draft.body)])
    var firstIndex = 0
    for (ordinal, transaction) in draft.transactions.enumerated() {
      try db.execute(
        sql: """
          UPDATE sync_transaction SET changeset = ?, ordinal = ?, first_index = ?, changes = NULL, supersedes = NULL,
            merges = NULL WHERE id = ?
          """, arguments: [id, ordinal, firstIndex, transaction])
      firstIndex += draft.writeCounts[ordinal]
    }
    return hash
  }
}

/// Turns local names of writes into dots as a manifest writes them, and collects the sources.
private struct DotNames {
  let history: History
  let stream: Int64
  /// The streams of the vector's entries, in its order.
  let vector: [Int64]
  /// Transactions of changesets that are sealed together with this one, before it.
  let earlier: [Int64: (sequence: Int64, firstIndex: Int)]
  private var own: [Int64: Int] = [:]
  private var known: [Int64: (source: Int, firstIndex: Int)] = [:]
  private var numbers: [DotSource: Int] = [:]
  private(set) var sources: [DotSource] = []

  init(
    history: History, stream: Int64, vector: [Int64], transactions: [Int64], writeCounts: [Int],
    earlier: [Int64: (sequence: Int64, firstIndex: Int)]
  ) {
    self.history = history
    self.stream = stream
    self.vector = vector
    self.earlier = earlier
    var firstIndex = 0
    for (transaction, count) in zip(transactions, writeCounts) {
      own[transaction] = firstIndex
      firstIndex += count
    }
  }

  mutating func name(_ write: WriteReference) throws -> (source: Int, index: Int) {
    if let firstIndex = own[write.transaction] { return (0, firstIndex + write.index) }
    if let found = known[write.transaction] { return (found.source, found.firstIndex + write.index) }
    let together = earlier[write.transaction].map { (stream: stream, sequence: $0.sequence, firstIndex: $0.firstIndex) }
    guard let place = try together ?? history.place(ofTransaction: write.transaction) else {
      throw EngineError.failed("the database is damaged: a version names a transaction that is not sealed")
    }
    let name: DotSource
    if place.stream == stream {
      name = DotSource(stream: 0, sequence: place.sequence)
    } else if let index = vector.firstIndex(of: place.stream) {
      name = DotSource(stream: index + 1, sequence: place.sequence)
    } else {
      throw EngineError.failed("the database is damaged: a version names a stream outside its audience")
    }
    let source = numbers[name] ?? sources.count + 1
    if numbers[name] == nil {
      numbers[name] = source
      sources.append(name)
    }
    known[write.transaction] = (source, place.firstIndex)
    return (source, place.firstIndex + write.index)
  }
}

/// A resolution as this node keeps it until it is sealed.
struct LocalMerge {
  var row: RowKey
  var register: Int
  var value: SQLiteValue
  var supersedes: [(register: Int, write: WriteReference)]

  static func encode(_ list: [LocalMerge]) -> [UInt8] {
    var bytes: [UInt8] = []
    for merge in list {
      bytes.append(number: Int64(merge.row.table))
      bytes.append(number: Int64(merge.row.key.count))
      bytes += merge.row.key
      bytes.append(number: Int64(merge.register + 1))
      merge.value.encode(into: &bytes)
      bytes.append(number: Int64(merge.supersedes.count))
      for (register, write) in merge.supersedes {
        bytes.append(number: Int64(register + 1))
        bytes.append(number: write.transaction)
        bytes.append(number: Int64(write.index))
      }
    }
    return bytes
  }

  static func decode(_ bytes: [UInt8]) -> [LocalMerge] {
    var list: [LocalMerge] = []
    var position = 0
    while let table = bytes.number(at: &position), let keyCount = bytes.number(at: &position),
      keyCount <= bytes.count - position
    {
      let key = Array(bytes[position..<position + Int(keyCount)])
      position += Int(keyCount)
      guard let register = bytes.number(at: &position), let value = try? SQLiteValue.decode(bytes, at: &position),
        let count = bytes.number(at: &position)
      else { break }
      var supersedes: [(register: Int, write: WriteReference)] = []
      for _ in 0..<count {
        guard let place = bytes.number(at: &position), let transaction = bytes.number(at: &position),
          let index = bytes.number(at: &position)
        else { break }
        supersedes.append((Int(place) - 1, WriteReference(transaction: transaction, index: Int(index))))
      }
      list.append(
        LocalMerge(
          row: RowKey(table: Int(table), key: key), register: Int(register) - 1, value: value, supersedes: supersedes))
    }
    return list
  }
}
