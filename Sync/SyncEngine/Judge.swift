import AgeFormat
import Canonical
import Changesets
import GRDB
import Merge
import SQLiteChangeset
import Trust

/// What became of a waiting changeset.
enum Judgement {
  /// Something that it stands on is not here yet.
  case waits(String)
  case refused(code: String, String)
  case cut(String)
  case counts(Payload)
}

/// Judges changesets: a pure function of the changeset, the roster and the schema documents, given that what it stands on
/// is decided.
struct Judge {
  let db: Database
  let history: History
  let roster: Roster
  let root: RootDocument
  let configuration: Configuration
  let documents: Documents
  /// The secret of an epoch, if this node has it.
  let epochSecret: (String, Int64) throws -> X25519Identity?
  /// Reads the age file of a changeset.
  let body: (StoredChangeset) throws -> [UInt8]

  /// What the judgement rests on, besides the verdict.
  struct Context {
    var previous: Position?
    /// The whole version vector, as ids in its order.
    var vector: [Int64] = []
    /// The right under which the stream lives.
    var tenure: Tenure?
  }

  /// Judges one changeset whose signature holds.
  func judge(_ changeset: StoredChangeset) throws -> (Judgement, Context) {
    let (clear, context) = try judgeClear(changeset)
    return (try clear ?? judgeContent(changeset, context), context)
  }

  /// Judges what is clear: documents, place in the graph, right, epoch. Anybody can, without a secret.
  ///
  /// - Returns: no judgement when nothing stands against the changeset so far.
  func judgeClear(_ changeset: StoredChangeset) throws -> (Judgement?, Context) {
    let header = changeset.header
    var context = Context()
    if let wait = try waitsForDocuments(header) { return (wait, context) }
    if let other = try graph(changeset, &context) { return (other, context) }
    if let other = try right(changeset, &context) { return (other, context) }
    // Asked of the roster that the header names, so that every node answers alike whichever roster it holds by now.
    guard let epoch = roster.epoch(header.audience, header.epoch), epoch.from <= header.roster.version else {
      let detail = "roster \(header.roster.version) has no epoch \(header.epoch) of its audience"
      return (.refused(code: "no-epoch", detail), context)
    }
    return (nil, context)
  }

  private func judgeContent(_ changeset: StoredChangeset, _ context: Context) throws -> Judgement {
    let header = changeset.header
    guard let tenure = context.tenure else { return .refused(code: "no-right", "its node has no right") }
    guard let secret = try epochSecret(header.audience, header.epoch) else {
      return .waits("the secret of epoch \(header.epoch) of \(header.audience)")
    }
    guard let schema = try documents.schema(version: header.schema.version) else {
      return .waits("schema document \(header.schema.version)")
    }
    // A body that cannot be read here says something of this disk, and nothing of the changeset: no verdict.
    let body = try body(changeset)
    do throws(SealedError) {
      let payload = try Sealing.open(
        body, header: header, with: secret, hasEscrow: root.escrow != nil)
      try Authorisation(header: header, roster: roster, root: root, schema: schema, tenure: tenure).check(payload)
      return .counts(payload)
    } catch {
      return .refused(code: error.code, error.description)
    }
  }

  private func waitsForDocuments(_ header: Header) throws -> Judgement? {
    guard header.roster.version <= roster.version else { return .waits("roster \(header.roster.version)") }
    guard try documents.hash(.roster, version: header.roster.version) == header.roster.hash else {
      return .refused(code: "other-roster", "it names another roster \(header.roster.version) than the network's")
    }
    let known = try documents.newestVersion(.schema)
    guard header.schema.version <= min(known, configuration.schemaVersion) else {
      return .waits("schema document \(header.schema.version); upgrade this program")
    }
    guard try documents.hash(.schema, version: header.schema.version) == header.schema.hash else {
      return .refused(
        code: "other-schema", "it names another schema document \(header.schema.version) than the network's")
    }
    return nil
  }

  /// Predecessor, vector and depth.
  private func graph(_ changeset: StoredChangeset, _ context: inout Context) throws -> Judgement? {
    let header = changeset.header
    var depth: Int64 = 0
    if let hash = header.previous {
      guard let previous = try history.position(hash), previous.verdict != .waiting else {
        return .waits("changeset \(header.sequence - 1) of its stream")
      }
      guard previous.stream == changeset.stream, previous.sequence == header.sequence - 1 else {
        return .refused(code: "broken-chain", "the changeset before it stands in another place")
      }
      context.previous = previous
      depth = previous.depth
    }
    var entries = try context.previous.flatMap { try history.changeset($0.id) }.map(vectorEntries) ?? []
    let named = Set(header.vector.map { StreamName(node: $0.node, incarnation: $0.incarnation) })
    entries.removeAll { named.contains(StreamName(node: $0.entry.node, incarnation: $0.entry.incarnation)) }
    for entry in header.vector {
      guard let position = try history.position(entry.hash), position.verdict != .waiting else {
        return .waits("changeset \(entry.sequence) of \(entry.node)")
      }
      let stream = try history.streamName(position.stream)
      guard position.sequence == entry.sequence, stream?.node == entry.node, stream?.incarnation == entry.incarnation,
        stream?.audience == header.audience, position.stream != changeset.stream
      else { return .refused(code: "wrong-vector", "its version vector names a changeset that stands elsewhere") }
      depth = max(depth, position.depth)
      entries.append((position.id, entry))
    }
    guard header.depth == depth + 1 else {
      return .refused(code: "wrong-depth", "its depth is \(header.depth); what it stands on makes it \(depth + 1)")
    }
    context.vector = entries.sorted { $0.entry.isOrderedBefore($1.entry) }.map(\.id)
    return nil
  }

  private struct StreamName: Hashable {
    var node: String
    var incarnation: String
  }

  private func vectorEntries(of changeset: StoredChangeset) throws -> [(id: Int64, entry: VectorEntry)] {
    try changeset.vector.map { id in
      guard let other = try history.changeset(id) else {
        throw EngineError.failed("the database is damaged: a vector names a changeset that is not here")
      }
      return (
        id,
        VectorEntry(
          node: other.header.node, incarnation: other.header.incarnation, sequence: other.header.sequence,
          hash: other.hash)
      )
    }
  }

  /// Tenure and cut. Positions decide, never clocks.
  private func right(_ changeset: StoredChangeset, _ context: inout Context) throws -> Judgement? {
    let header = changeset.header
    let member = roster.node(header.node)?.member
    guard let member, roster.audience(header.audience)?.isRead(by: member) ?? false else {
      return .refused(code: "other-audience", "\(header.node) is no node of a member that reads \(header.audience)")
    }
    var first = header.roster.version
    if let previous = context.previous {
      guard let before = try history.changeset(previous.id) else { return .waits("changeset \(header.sequence - 1)") }
      guard before.header.roster.version <= header.roster.version else {
        return .refused(code: "roster-fell", "its roster version is lower than that of the changeset before it")
      }
      if previous.verdict == .cut { return .cut("it follows a changeset that was cut") }
      first = try history.streamName(changeset.stream)?.firstRoster ?? first
    }
    switch try standing(changeset, first: first) {
    case .none:
      return .refused(code: "no-right", "roster \(first) gives its node no right to write")
    case .cut(let tenure):
      return .cut("the right of \(header.node) ended in roster \(tenure.cut?.version ?? 0), before this position")
    case .within(let tenure):
      context.tenure = tenure
      return nil
    }
  }

  /// What the roster says of a changeset's position now.
  func standing(_ changeset: StoredChangeset, first: Int64) throws -> Standing {
    let header = changeset.header
    var failure: (any Error)?
    let standing = roster.standing(
      node: header.node, incarnation: header.incarnation, audience: header.audience, firstVersion: first,
      sequence: header.sequence
    ) { head in
      do { return try isOnChain(changeset, to: head) } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    return standing
  }

  /// Whether a changeset is the cut's head or one of its predecessors. Where the stream did not fork, the position says
  /// so; where it did, the chain is followed.
  private func isOnChain(_ changeset: StoredChangeset, to head: StreamHead) throws -> Bool {
    if changeset.header.sequence == head.sequence { return changeset.hash == head.hash }
    let twins = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM sync_changeset WHERE stream = ? AND sequence = ?",
      arguments: [changeset.stream, changeset.header.sequence])
    guard let twins, twins > 1 else { return true }
    var place = try history.position(head.hash)
    while let here = place, here.sequence > changeset.header.sequence {
      place = try history.changeset(here.id)?.header.previous.flatMap { try history.position($0) }
    }
    return place?.id == changeset.id
  }
}
