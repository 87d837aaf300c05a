import Canonical
import Changesets
import Foundation
import GRDB
import GitExchange
import SSHSignature
import Trust

/// Takes what a fetch brought: files of a fixed grammar, sizes before contents, every signature checked. Content of the
/// repository is hostile until it is verified, whichever way it came.
struct Intake {
  let engine: Engine
  let db: Database
  let repository: LocalRepository
  let branches: Branches

  /// Takes the new commits of a branch.
  ///
  /// What cannot be judged yet is left, and read again at the next sync.
  ///
  /// - Parameter wanted: which files to take in this pass.
  func take(_ branch: String, head: GitObjectID, wanted: Wanted) throws {
    guard let kind = branches.kind(branch) else { return }
    let refs = RefTable(db: db)
    let place = wanted == .documents ? "documents:\(branch)" : branch
    let known = try refs.head(place)
    guard head != known else { return }
    var commits: [GitObjectID]?
    do {
      commits = try repository.newCommits(from: head, known: known)
    } catch let error as GitError {
      // One branch that cannot be walked must not keep everybody from the others.
      return try refuse(branch, head, "", "unreadable", "\(error)")
    }
    if commits == nil {
      // Evidence of a rollback, or of a node that put its overwritten branch right. What stands there now is read from its
      // beginning: each changeset speaks for itself, and what was read before stays.
      try refuse(
        branch, head, "", "history-went-backwards",
        "the branch no longer holds commit \(known.map { $0.hex } ?? ""), which was read before; it is read anew")
      commits = try repository.newCommits(from: head, known: nil)
    }
    for commit in commits ?? [] {
      let isWhole: Bool
      do {
        isWhole = try take(commit, of: branch, kind: kind, wanted: wanted)
      } catch let error as GitError {
        try refuse(branch, commit, "", "unreadable", "\(error)")
        isWhole = true
      }
      guard isWhole else { return }
      try refs.setHead(place, commit)
    }
  }

  enum Wanted: Equatable {
    /// Roots, rosters and schema documents: they come first.
    case documents
    /// Everything else.
    case rest
  }

  private func take(_ commit: GitObjectID, of branch: String, kind: Branches.Kind, wanted: Wanted) throws -> Bool {
    if kind == .main { return true }
    var entries: [String: GitTreeEntry] = [:]
    for entry in try repository.files(of: commit) {
      let name = String(decoding: entry.name, as: UTF8.self)
      guard entry.isRegularBlob, FileName.isLawful(entry.name), entries[name] == nil else {
        if wanted == .rest {
          try refuse(
            branch, commit, FileName.printable(entry.name), "strange-file",
            "no file of the exchange has this name or mode")
        }
        continue
      }
      entries[name] = entry
    }
    for file in entries.keys.compactMap(FileName.init).sorted() {
      do {
        switch (file, wanted) {
        case (.document(let document, let version), .documents) where kind == .common:
          try takeDocument(document, version, file.name, entries)
        case (.changeset, .rest):
          guard try takeChangeset(file.name, entries, kind: kind) else { return false }
        case (.epoch, .rest):
          guard case .hub = kind else { throw Refusal("strange-file", "an epoch secret stands on the wrong branch") }
          try takeEpoch(file.name, entries)
        case (.receipts(let number), .rest):
          try takeReceipts(number, of: try receiver(on: kind), file.name, entries)
        case (.allowedSigners, _), (.document, _), (_, .documents):
          break
        }
      } catch let refusal as Refusal {
        try refuse(branch, commit, file.name, refusal.code, refusal.detail)
      }
    }
    let groups = Set(entries.keys.compactMap(FileName.init).flatMap(\.allNames))
    if wanted == .rest {
      for name in entries.keys.sorted() where !groups.contains(name) {
        try refuse(branch, commit, name, "strange-file", "no file of the exchange has this name")
      }
    }
    return true
  }

  /// Why one file was not taken.
  struct Refusal: Error {
    var code: String
    var detail: String

    init(_ code: String, _ detail: String) {
      self.code = code
      self.detail = detail
    }
  }

  private func read(_ name: String, _ entries: [String: GitTreeEntry], _ maximumByteCount: Int) throws -> [UInt8] {
    guard let entry = entries[name] else { throw Refusal("incomplete", "\(name) is missing") }
    do {
      return try repository.blob(entry.id, maximumByteCount: maximumByteCount)
    } catch let error as GitError {
      throw Refusal("unreadable", "\(name): \(error)")
    }
  }

  private static let signatureByteCount = 4_096
  private static let documentByteCount = 1 << 24

  // MARK: - Changesets

  /// - Returns: false when the changeset names a roster that is not here and its node is not known: it is read again.
  private func takeChangeset(_ name: String, _ entries: [String: GitTreeEntry], kind: Branches.Kind) throws -> Bool {
    let bytes = try read(name + ".header", entries, FormatLimits.headerByteCount)
    let signature = try read(name + ".sig", entries, Self.signatureByteCount)
    let history = History(db: db)
    let header: Header
    do throws(SealedError) { header = try Header(bytes) } catch { throw Refusal(error.code, "\(error)") }
    guard header.network == engine.identity.network else {
      throw Refusal("other-network", "it belongs to network \(header.network.short)")
    }
    guard let roster = try Documents(db: db).roster() else { return false }
    guard let node = roster.node(header.node) else {
      if header.roster.version > roster.version { return false }
      throw Refusal("unknown-node", "roster \(roster.version) does not list its node \(header.node)")
    }
    try checkPlace(header, of: node, kind: kind)
    if let known = try history.position(Digest(of: bytes)).flatMap({ try history.changeset($0.id) }) {
      try checkCopy(of: known, signature: signature, body: entries[name + ".age"])
      return true
    }
    do throws(SealedError) {
      guard try Sealing.signer(of: bytes, signature: signature) == node.signingKey else {
        throw SealedError.signature("it is signed by another key than the roster lists for \(header.node)")
      }
    } catch {
      throw Refusal(error.code, "\(error)")
    }
    let body = try read(name + ".age", entries, FormatLimits.bodyByteCount)
    do throws(SealedError) { try Sealing.check(body, against: header) } catch { throw Refusal(error.code, "\(error)") }
    _ = try history.insert(header, bytes: bytes, signature: signature, bodyObject: entries[name + ".age"]?.id.bytes)
    return true
  }

  /// A changeset may come by two ways; then all its files are the same.
  private func checkCopy(of known: StoredChangeset, signature: [UInt8], body: GitTreeEntry?) throws {
    guard known.signature == signature, known.bodyObject == nil || known.bodyObject == body?.id.bytes else {
      throw Refusal("altered-copy", "its signature or body differs from those under which it was taken before")
    }
  }

  /// A replay on another branch is refused: position is signed.
  private func checkPlace(_ header: Header, of node: Node, kind: Branches.Kind) throws {
    switch kind {
    case .node(let id):
      guard header.node == id else {
        throw Refusal("other-branch", "it belongs to node \(header.node), and stands on the branch of \(id)")
      }
    case .hub, .common:
      guard try node.member == engine.hubMember(in: db), header.audience == branches.audience(of: kind) else {
        throw Refusal(
          "other-branch", "a changeset of \(header.node) for \(header.audience) does not belong on this branch")
      }
    case .main:
      throw Refusal("other-branch", "the central merge holds no changesets")
    }
  }

  // MARK: - Documents

  private func takeDocument(
    _ kind: DocumentKind, _ version: Int64, _ name: String, _ entries: [String: GitTreeEntry]
  ) throws {
    let documents = Documents(db: db)
    let document = SignedDocument(
      bytes: try read(name + ".json", entries, Self.documentByteCount),
      signature: try read(name + ".json.sig", entries, Self.signatureByteCount))
    if let hash = try documents.hash(kind, version: version) {
      guard hash == document.hash else {
        throw Refusal("other-\(kind.rawValue)", "\(name) differs from the one that was taken before")
      }
      return
    }
    do {
      try DocumentIntake(documents: documents, network: engine.identity.network).take(document, kind, version: version)
    } catch let error as TrustError {
      throw Refusal("bad-\(kind.rawValue)", "\(error)")
    } catch let error as SealedError {
      throw Refusal("bad-\(kind.rawValue)", "\(error)")
    }
  }

  // MARK: - Epoch secrets and receipts

  private func takeEpoch(_ name: String, _ entries: [String: GitTreeEntry]) throws {
    let sealed = try read(name + ".age", entries, 1 << 16)
    guard let keys = engine.keys, let roster = try Documents(db: db).roster() else { return }
    // A secret for nodes that were approved earlier, or for others, does not open here; that is no fault.
    guard let secret = try? EpochSecret(opening: sealed, with: keys.encryption, roster: roster) else { return }
    try db.execute(
      sql: "INSERT OR IGNORE INTO sync_epoch VALUES (?, ?, ?)",
      arguments: [secret.audience, secret.number, Data(sealed)])
  }

  /// The member that the receipts of a branch are for.
  private func receiver(on kind: Branches.Kind) throws -> String {
    switch kind {
    case .hub(let member): return member
    case .common:
      if let hub = try engine.hubMember(in: db) { return hub }
      throw Refusal("bad-receipts", "no root has come yet")
    case .node, .main: throw Refusal("strange-file", "receipts stand on the wrong branch")
    }
  }

  private func takeReceipts(
    _ number: Int64, of member: String, _ name: String, _ entries: [String: GitTreeEntry]
  ) throws {
    let document = SignedDocument(
      bytes: try read(name + ".json", entries, Self.documentByteCount),
      signature: try read(name + ".json.sig", entries, Self.signatureByteCount))
    let known = try Row.fetchOne(
      db, sql: "SELECT hash FROM sync_receipt WHERE member = ? AND number = ?", arguments: [member, number])
    if let known {
      guard known.bytes("hash") == document.hash.bytes else {
        throw Refusal("other-receipts", "\(name) differs from the one that was taken before")
      }
      return
    }
    let list: ReceiptList
    do {
      list = try ReceiptList(document.bytes)
      guard let root = try Documents(db: db).root(),
        root.hubKeys.contains(try document.signer(as: .receipts))
      else { throw TrustError.signature("the receipts are not signed by a hub key of the root") }
    } catch let error as TrustError {
      throw Refusal("bad-receipts", "\(error)")
    }
    let before = try Data.fetchOne(
      db, sql: "SELECT hash FROM sync_receipt WHERE member = ? AND number = ?", arguments: [member, number - 1]
    ).flatMap { Digest(bytes: $0) }
    guard list.network == engine.identity.network, list.member == member, list.number == number, list.previous == before
    else { throw Refusal("broken-receipts", "\(name) does not follow the list before it") }
    try db.execute(
      sql: "INSERT INTO sync_receipt VALUES (?, ?, ?, ?, ?)",
      arguments: [member, number, Data(document.hash.bytes), Data(document.bytes), Data(document.signature)])
    for receipt in list.receipts {
      try db.execute(
        sql: "UPDATE sync_changeset SET receipt = ? WHERE hash = ?",
        arguments: [receipt.verdict.number, Data(receipt.hash.bytes)])
    }
  }

  /// Keeps what was not taken, with the reason.
  private func refuse(
    _ branch: String, _ commit: GitObjectID, _ name: String, _ code: String, _ detail: String
  ) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO sync_refusal (ref, git_commit, name, code, detail, time) VALUES (?, ?, ?, ?, ?, ?)
        """, arguments: [branch, commit.hex, name, code, detail, engine.displayTime()])
  }
}
