public import Canonical
import Changesets
import Foundation
import GRDB
public import GitExchange
import Trust

/// What an audit doubts, and where.
public struct AuditFinding: Sendable, Hashable {
  public var branch: String
  public var commit: String
  public var name: String
  public var code: String
  public var detail: String
}

/// What an audit looked at. It passes if there is no finding.
public struct AuditReport: Sendable, Hashable {
  public var commits = 0
  public var documents = 0
  public var changesets = 0
  public var receipts = 0
  /// Where each branch stands. One copy of an exchange cannot show that all of it went back together: compare these with
  /// what somebody else saw.
  public var heads: [String: String] = [:]
  /// Changesets on which the hub has not said its word yet. No doubt, but worth knowing.
  public var withoutReceipt = 0
  public var findings: [AuditFinding] = []
}

extension Engine {
  /// Checks the whole exchange without any secret: every commit's signature, every document, every changeset's signature,
  /// body, chain, version vector, depth and right, every receipt, and that the central merge holds nothing that the
  /// branches have lost.
  ///
  /// - Parameters:
  ///   - remote: the exchange, or a mirror clone of it.
  ///   - scratch: a folder that does not exist; whoever calls removes it.
  public static func audit(
    _ network: Digest, at remote: GitRemote, scratch: NodeFolder, configuration: Configuration
  ) throws -> AuditReport {
    try makeReader(of: network, in: scratch, secrets: "", passphrase: nil, configuration: configuration)
    let engine = try Engine(opening: scratch, configuration: configuration)
    let repository = try engine.prepareRepository()
    let heads = try engine.takeEverything(from: remote, into: repository)
    return try engine.queue.write { db in
      var audit = Audit(engine: engine, db: db, repository: repository, heads: heads)
      try audit.run()
      return audit.report
    }
  }

  private func takeEverything(from remote: GitRemote, into repository: LocalRepository) throws -> [String: GitObjectID]
  {
    let branches = Branches(configuration)
    let heads = try repository.fetch([Branches.main, Branches.allNodes, branches.allOfHub], from: remote)
    guard let common = heads[branches.common] else {
      throw EngineError.failed(
        "the exchange has no branch \(branches.common), so there is nothing to audit; a clone of it must be a mirror, made "
          + "with git clone --mirror")
    }
    try queue.write { db in
      let intake = Intake(engine: self, db: db, repository: repository, branches: branches)
      try intake.take(branches.common, head: common, wanted: .documents)
      for (branch, head) in heads.sorted(by: { $0.key < $1.key }) {
        try intake.take(branch, head: head, wanted: .rest)
      }
    }
    return heads
  }
}

/// One audit, within one transaction of a scratch database.
private struct Audit {
  let engine: Engine
  let db: Database
  let repository: LocalRepository
  let heads: [String: GitObjectID]
  let branches: Branches
  var report = AuditReport()

  init(engine: Engine, db: Database, repository: LocalRepository, heads: [String: GitObjectID]) {
    self.engine = engine
    self.db = db
    self.repository = repository
    self.heads = heads
    branches = Branches(engine.configuration)
  }

  mutating func run() throws {
    let documents = Documents(db: db)
    guard let root = try documents.root(), let roster = try documents.roster() else {
      // Nothing else can be judged without it.
      return doubt(
        branches.common, "", "", "no-root",
        "the branch holds no root of network \(engine.identity.network.hex): another network, or another id")
    }
    report.heads = heads.mapValues(\.hex)
    report.documents = try Int.fetchOne(db, sql: "SELECT count(*) FROM sync_document") ?? 0
    try checkCommits(root: root, roster: roster)
    try judgeChangesets(root: root, roster: roster, documents: documents)
    try checkReceipts()
    try takeRefusals()
  }

  private mutating func doubt(_ branch: String, _ commit: String, _ name: String, _ code: String, _ detail: String) {
    report.findings.append(AuditFinding(branch: branch, commit: commit, name: name, code: code, detail: detail))
  }

  /// What the intake did not take.
  private mutating func takeRefusals() throws {
    for row in try Row.fetchAll(db, sql: "SELECT * FROM sync_refusal ORDER BY id") {
      doubt(row["ref"], row["git_commit"], row["name"], row["code"], row["detail"])
    }
  }

  /// Every commit is signed by who may write its branch, and the central merge names only commits that a branch holds.
  private mutating func checkCommits(root: RootDocument, roster: Roster) throws {
    if heads[Branches.main] == nil {
      doubt(Branches.main, "", "", "no-main", "there is no central merge, so nothing holds the branches together")
    }
    var known: Set<GitObjectID> = []
    var merged: [(main: GitObjectID, parents: [GitObjectID])] = []
    for (branch, head) in heads.sorted(by: { $0.key < $1.key }) {
      guard let kind = branches.kind(branch) else {
        doubt(branch, head.hex, "", "strange-branch", "no branch of the exchange has this name")
        continue
      }
      for id in try repository.newCommits(from: head, known: nil) ?? [] {
        let commit = try repository.commit(id)
        report.commits += 1
        let document = SignedDocument(bytes: commit.signedContent, signature: commit.signature ?? [])
        let signer = try? document.signer(as: .commit)
        let isRight: Bool
        switch kind {
        case .node(let node): isRight = signer != nil && signer == roster.node(node)?.signingKey
        case .hub, .common, .main: isRight = signer.map { root.hubKeys.contains($0) } ?? false
        }
        if !isRight {
          doubt(branch, id.hex, "", "bad-commit", "the commit is not signed by a key that may write this branch")
        }
        if kind == .main {
          merged.append((id, commit.parents))
        } else {
          known.insert(id)
        }
      }
    }
    known.formUnion(merged.map(\.main))
    for (main, parents) in merged {
      for parent in parents where !known.contains(parent) {
        doubt(
          Branches.main, main.hex, "", "lost-history",
          "the central merge holds commit \(parent.hex), which no branch holds any more: history was taken away")
      }
    }
  }

  /// Every changeset's clear part, in causal order.
  private mutating func judgeChangesets(root: RootDocument, roster: Roster, documents: Documents) throws {
    let history = History(db: db)
    let judge = Judge(
      db: db, history: history, roster: roster, root: root, configuration: engine.configuration, documents: documents,
      epochSecret: { _, _ in nil }, body: { _ in [] })
    let waiting = try Int64.fetchAll(db, sql: "SELECT id FROM sync_changeset ORDER BY depth, id")
    report.changesets = waiting.count
    for id in waiting {
      guard let changeset = try history.changeset(id) else { continue }
      let (judgement, context) = try judge.judgeClear(changeset)
      let header = changeset.header
      let name = "changeset \(header.sequence) of \(header.node) for \(header.audience)"
      var verdict = Verdict.counted
      var reason = ""
      switch judgement {
      case nil, .counts: break
      case .cut(let detail): (verdict, reason) = (.cut, detail)
      case .refused(let code, let detail):
        (verdict, reason) = (.refused, detail)
        doubt("", "", name, code, detail)
      case .waits(let detail):
        doubt("", "", name, "missing", "it stands on what is not there: \(detail)")
        continue
      }
      if header.sequence == 1 { try history.setFirstRoster(header.roster.version, of: changeset.stream) }
      try history.decide(
        id, stream: changeset.stream, previous: context.previous?.id, vector: context.vector, verdict: verdict,
        reason: reason, detail: "")
    }
  }

  /// Every receipt names a changeset that is there, and says what the clear part allows.
  private mutating func checkReceipts() throws {
    let history = History(db: db)
    var named: Set<Digest> = []
    for row in try Row.fetchAll(db, sql: "SELECT member, number, bytes FROM sync_receipt ORDER BY member, number") {
      let list = try ReceiptList(row.bytes("bytes"))
      let name = "receipts \(list.number) for \(list.member)"
      report.receipts += list.receipts.count
      for receipt in list.receipts {
        named.insert(receipt.hash)
        let what = "changeset \(receipt.sequence) of \(receipt.node) for \(receipt.audience)"
        guard let position = try history.position(receipt.hash) else {
          doubt("", "", name, "lost-changeset", "\(what) has a receipt, and is not there any more")
          continue
        }
        // Later lists may say otherwise, when the roster moved a cut; the last word is compared.
        let last = try Int64.fetchOne(
          db, sql: "SELECT receipt FROM sync_changeset WHERE id = ?", arguments: [position.id])
        let isLast = last == receipt.verdict.number
        if isLast, receipt.verdict == .counted, position.verdict == .cut || position.verdict == .refused {
          doubt(
            "", "", name, "wrong-receipt", "\(what) is said to count, and its place says \(position.verdict.rawValue)")
        }
      }
    }
    let all = try Data.fetchAll(db, sql: "SELECT hash FROM sync_changeset").compactMap { Digest(bytes: $0) }
    report.withoutReceipt = all.filter { !named.contains($0) }.count
  }
}
