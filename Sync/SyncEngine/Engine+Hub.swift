import AgeFormat
import Canonical
import Changesets
import Foundation
import GRDB
public import GitExchange
import SSHSignature
import Trust

extension Engine {
  /// The hub's run: a sync, and then the publishing of documents, the hub's member's changesets, receipts and sealed
  /// epoch secrets, and the central merge.
  ///
  /// - Throws: `EngineError.usage` on a node that is not the hub.
  public func merge(with remote: GitRemote) throws -> SyncReport {
    let keys = try requireKeys()
    let isHub = try queue.read { db in
      try Documents(db: db).root()?.hubKeys.contains(keys.signing.publicKey) ?? false
    }
    guard isHub else {
      throw EngineError.usage("only the hub merges centrally; on this node, run `sync`")
    }
    try publishSchema(with: keys.signing)
    var report = try sync(with: remote)
    let lock = try NodeLock(folder)
    defer { withExtendedLifetime(lock) {} }
    try reportingBusy {
      let repository = try prepareRepository()
      try publish(repository)
      try push(repository, to: remote, report: &report)
      try releaseBodies(repository)
    }
    return report
  }

  /// Signs the schema documents of this program that the network does not have yet, so that this run seals under them.
  private func publishSchema(with key: SSHSigningKey) throws {
    try reportingBusy {
      try queue.write { db in
        try SchemaPublishing(
          documents: Documents(db: db), configuration: configuration, network: identity.network
        ).publish(with: key)
      }
    }
  }

  /// Writes the branches of the hub. Every commit is an object first, then a line in the database, then a ref.
  private func publish(_ repository: LocalRepository) throws {
    try queue.write { db in
      let publication = try Publication(engine: self, db: db, repository: repository)
      try publication.publishCommon()
      for member in publication.roster.members { try publication.publish(for: member.id) }
      try publication.publishMain()
    }
    _ = try prepareRepository()
  }
}

/// One publishing by the hub, within one transaction of its database.
private struct Publication {
  let engine: Engine
  let db: Database
  let repository: LocalRepository
  let branches: Branches
  let roster: Roster
  let root: RootDocument
  let keys: NodeKeys

  init(engine: Engine, db: Database, repository: LocalRepository) throws {
    let documents = Documents(db: db)
    guard let roster = try documents.roster(), let root = try documents.root() else {
      throw EngineError.failed("this hub has no roster; its database is damaged")
    }
    self.engine = engine
    self.db = db
    self.repository = repository
    branches = Branches(engine.configuration)
    self.roster = roster
    self.root = root
    keys = try engine.requireKeys()
  }

  /// Documents and what everyone reads.
  func publishCommon() throws {
    var files: [GitFile] = []
    let documents = try Row.fetchAll(
      db, sql: "SELECT kind, version, bytes, signature FROM sync_document WHERE published = 0 ORDER BY kind, version")
    for row in documents {
      let name = "\(row["kind"] as String)-\(row["version"] as Int64).json"
      files.append(GitFile(name: name, bytes: row.bytes("bytes")))
      files.append(GitFile(name: name + ".sig", bytes: row.bytes("signature")))
    }
    if documents.contains(where: { $0["kind"] == DocumentKind.roster.rawValue }) {
      files.append(GitFile(name: "allowed_signers", bytes: Array(try allowedSigners().utf8)))
    }
    files += try changesets(of: engine.configuration.commonAudience)
    files += try receipts(for: root.hubMember, audience: engine.configuration.commonAudience)
    try commit(files, to: branches.common, message: "What everyone reads\n")
    try db.execute(sql: "UPDATE sync_document SET published = 1 WHERE published = 0")
  }

  /// The hub's member's changesets for a member, receipts, and the epoch secrets that its nodes lack.
  func publish(for member: String) throws {
    let audience = engine.configuration.memberAudiencePrefix + member
    var files = try changesets(of: audience)
    if member != root.hubMember { files += try receipts(for: member, audience: audience) }
    files += try epochSecrets(for: member)
    try commit(files, to: branches.hub(member), message: "For \(member)\n")
  }

  /// The central merge: its parents are the heads that moved, whatever the verdict on what they brought.
  func publishMain() throws {
    let refs = RefTable(db: db)
    let before = try refs.head(RefTable.own(Branches.main))
    var heads: [(branch: String, head: GitObjectID)] = []
    for name in try String.fetchAll(db, sql: "SELECT name FROM sync_ref ORDER BY name") {
      let branch = name.hasPrefix("own:") ? String(name.dropFirst("own:".count)) : name
      let isFetchedCopy = !name.contains(":") && branch != branches.node(engine.identity.node)
      let isOwn = name.hasPrefix("own:") && branch != Branches.main
      let isNode = branches.kind(branch).map { if case .node = $0 { true } else { false } } ?? false
      guard isOwn || (isFetchedCopy && isNode), let head = try refs.head(name) else { continue }
      if try refs.head(RefTable.merged(branch)) != head { heads.append((branch, head)) }
    }
    guard !heads.isEmpty else { return }
    // Nothing of the rows, not even a digest: a digest of few rows can be guessed at.
    let list = heads.map { "\($0.head.hex) \($0.branch)\n" }.joined()
    try write(
      [GitFile(name: "heads", bytes: Array(list.utf8))], parents: (before.map { [$0] } ?? []) + heads.map(\.head),
      to: Branches.main, message: "Central merge\n")
    for (branch, head) in heads { try refs.setHead(RefTable.merged(branch), head) }
  }

  /// Changesets of the hub's member's nodes for an audience, byte for byte as they were sealed.
  private func changesets(of audience: String) throws -> [GitFile] {
    let nodes = roster.nodes(of: root.hubMember).map(\.id)
    var files: [GitFile] = []
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT c.* FROM sync_changeset c JOIN sync_stream s ON s.id = c.stream
        WHERE c.copied = 0 AND s.audience = ? ORDER BY c.depth, c.id
        """, arguments: [audience])
    {
      let changeset = try StoredChangeset(row)
      if nodes.contains(changeset.header.node) {
        let body = StoredBody(
          id: changeset.id, header: changeset.headerBytes, signature: changeset.signature,
          body: try engine.body(of: changeset, in: db, repository: repository))
        files += body.files(number: files.count / 3 + 1)
      }
      try db.execute(sql: "UPDATE sync_changeset SET copied = 1 WHERE id = ?", arguments: [changeset.id])
    }
    return files
  }

  /// The next receipt list for a member: every changeset of its audience on which the hub's word is new. The list of the
  /// hub's member is about the audience that everyone reads.
  private func receipts(for member: String, audience: String) throws -> [GitFile] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT c.id, c.sequence, c.hash, c.verdict, c.reason, s.node, s.incarnation, s.audience
        FROM sync_changeset c JOIN sync_stream s ON s.id = c.stream
        WHERE s.audience = ? AND c.receipt IS NOT c.verdict ORDER BY c.id LIMIT ?
        """, arguments: [audience, ReceiptList.maximumCount])
    guard !rows.isEmpty else { return [] }
    let receipts = try rows.map { row in
      guard let hash = Digest(bytes: row.bytes("hash")), let verdict = Verdict(number: row["verdict"]) else {
        throw EngineError.failed("the database is damaged: a changeset without hash or verdict")
      }
      return Receipt(
        node: row["node"], incarnation: row["incarnation"], audience: row["audience"], sequence: row["sequence"],
        hash: hash, verdict: verdict, reason: row["reason"])
    }
    let last = try Row.fetchOne(
      db, sql: "SELECT number, hash FROM sync_receipt WHERE member = ? ORDER BY number DESC LIMIT 1",
      arguments: [member])
    let list = ReceiptList(
      network: engine.identity.network, member: member, number: (last?["number"] ?? 0) + 1,
      previous: last.flatMap { Digest(bytes: $0.bytes("hash")) }, roster: roster.version, time: engine.displayTime(),
      receipts: receipts)
    let document = try SignedDocument(signing: list.bytes, as: .receipts, with: keys.signing)
    try db.execute(
      sql: "INSERT INTO sync_receipt VALUES (?, ?, ?, ?, ?)",
      arguments: [member, list.number, Data(document.hash.bytes), Data(document.bytes), Data(document.signature)])
    for row in rows {
      try db.execute(
        sql: "UPDATE sync_changeset SET receipt = verdict WHERE id = ?", arguments: [row["id"] as Int64])
    }
    let name = "receipts-\(list.number).json"
    return [GitFile(name: name, bytes: document.bytes), GitFile(name: name + ".sig", bytes: document.signature)]
  }

  /// The secrets of every epoch that a member may read, sealed for its nodes, whenever an epoch or a node is new.
  private func epochSecrets(for member: String) throws -> [GitFile] {
    let nodes = roster.activeNodes.filter { $0.member == member }
    guard !nodes.isEmpty, nodes.map(\.id) != [engine.identity.node] else { return [] }
    var files: [GitFile] = []
    for audience in roster.audiences(readBy: member) {
      for epoch in roster.epochs where epoch.audience == audience.id {
        let mark = "epoch_sent:\(member):\(audience.id):\(epoch.number)"
        let readers = nodes.map(\.id).sorted().joined(separator: ",")
        guard try Documents(db: db).setting(mark) != readers else { continue }
        guard let identity = try engine.epochIdentity(audience.id, epoch.number, roster: roster, in: db) else {
          throw EngineError.failed("the hub lacks the secret of epoch \(epoch.number) of \(audience.id)")
        }
        let secret = EpochSecret(
          network: engine.identity.network, audience: audience.id, number: epoch.number, identity: identity)
        let sealed = try secret.sealed(
          to: nodes.map(\.encryptionKey), randomBytes: engine.configuration.surroundings.randomBytes)
        files.append(GitFile(name: "epoch-\(Digest(of: sealed).hex).age", bytes: sealed))
        try Documents(db: db).set(mark, readers)
      }
    }
    return files
  }

  private func allowedSigners() throws -> String {
    // Revoked keys stay: stock tools prove who signed, the roster's cuts prove what counts.
    let nodes = roster.nodes.map { node in
      AllowedSigners.Entry(
        principal: node.id,
        namespaces: [SignatureNamespace.changeset, .commit, .request].map(\.rawValue)
          + (root.hubKeys.contains(node.signingKey) ? [SignatureNamespace.receipts.rawValue] : [])
          + (root.registrarKeys.contains(node.signingKey)
            ? [SignatureNamespace.roster.rawValue, SignatureNamespace.schema.rawValue] : []),
        publicKey: node.signingKey)
    }
    let roots = root.rootKeys.map {
      AllowedSigners.Entry(principal: "root", namespaces: [SignatureNamespace.root.rawValue], publicKey: $0)
    }
    return try AllowedSigners(roots + nodes).text
  }

  private func commit(_ files: [GitFile], to branch: String, message: String) throws {
    guard !files.isEmpty else { return }
    let parent = try RefTable(db: db).head(RefTable.own(branch))
    try write(files, parents: parent.map { [$0] } ?? [], to: branch, message: message)
  }

  private func write(_ files: [GitFile], parents: [GitObjectID], to branch: String, message: String) throws {
    let commit = try repository.writeCommit(
      files, parents: parents, message: message, node: engine.identity.node,
      time: engine.configuration.surroundings.now(), key: keys.signing)
    try RefTable(db: db).setHead(RefTable.own(branch), commit)
  }
}
