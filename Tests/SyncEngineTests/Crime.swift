import AgeFormat
import Canonical
import Changesets
import SQLiteChangeset
import SyncEngine
import Trust

/// What a node's real key may sign, and its rights do not cover.
enum Crime: String, CaseIterable {
  case anotherMembersRow
  case anotherMembersAudience
  case hubTable
  case commonTable
  case unknownTable
  case wrongType
  case wrongDepth
  case manifestElsewhere
  case foreignEpochKey
  case secondStanza
  case unknownEpoch
  case otherSchema
  case otherRoster
  case vectorOfAnotherAudience
  case previousInAnotherStream
  case resolutionOfAnothersRow
  case emptyTransaction

  /// The code under which `status` lists it.
  var code: String {
    switch self {
    case .anotherMembersAudience: "other-audience"
    case .wrongDepth: "wrong-depth"
    case .foreignEpochKey, .secondStanza: "wrong-encryption"
    case .unknownEpoch: "no-epoch"
    case .otherSchema: "other-schema"
    case .otherRoster: "other-roster"
    case .vectorOfAnotherAudience: "wrong-vector"
    case .previousInAnotherStream: "broken-chain"
    default: "malformed-payload"
    }
  }

  func commit(_ world: World, by node: Engine) throws -> SealedFiles {
    typealias Table = SQLiteChangeset.Table
    let isElsewhere = self == .anotherMembersAudience
    let audience = isElsewhere ? "member/moss" : self == .commonTable ? "common" : "member/kelp"
    var forge = try Forge(world, by: node, audience: audience)
    // Each crime begins an incarnation of its own, so that none stands on another.
    let incarnation = String(Digest(of: Array(rawValue.utf8)).hex.prefix(32))
    forge.place(1, after: nil, incarnation: incarnation)
    switch self {
    case .anotherMembersRow, .anotherMembersAudience:
      forge.changes = Table.note.insert([.text("moss"), .text("n"), .text("mine"), .null, .integer(0)])
    case .hubTable: forge.changes = Table.mark.insert([.text("kelp"), .text("c"), .integer(1)])
    case .commonTable: forge.changes = Table.bulletin.insert([.text("b"), .text("lies")])
    case .unknownTable:
      var writer = ChangesetWriter(tables: ["other"])
      try writer.insert(into: ChangesetTable(name: "other", primaryKey: [1, 0])!, [.text("kelp"), .text("x")])
      forge.changes = try writer.finish()
    case .wrongType:
      forge.changes = Table.note.insert([.text("kelp"), .text("n2"), .text("t"), .null, .text("first")])
    case .wrongDepth: forge.header.depth = 2
    case .manifestElsewhere: forge.manifest.sequence = 2
    case .foreignEpochKey: forge.recipient = try world.hub.roster()?.newestEpoch(of: "common")?.recipient
    case .secondStanza: forge.escrow = try world.hub.roster()?.newestEpoch(of: "common")?.recipient
    case .unknownEpoch: forge.header.epoch = 9
    case .otherSchema: forge.header.schema.hash = Digest(of: [1])
    case .otherRoster: forge.header.roster.hash = Digest(of: [1])
    case .vectorOfAnotherAudience:
      // The hub reads both audiences, and sees that the head belongs to the other one.
      let other = world.nodes[3]
      try other.insertNote("elsewhere")
      try world.sync(other, world.hub)
      let head = try Header(world.changesets(of: other)[0].header)
      forge.header.vector = [
        VectorEntry(
          node: head.node, incarnation: head.incarnation, sequence: head.sequence, hash: Digest(of: head.bytes))
      ]
      forge.header.depth = head.depth + 1
    case .previousInAnotherStream:
      let head = try world.changesets(of: node)[0]
      forge.place(2, after: Digest(of: head.header), incarnation: incarnation)
      forge.header.depth = 2
    case .resolutionOfAnothersRow:
      forge.changes = try SQLiteChangeset(decoding: [])
      forge.manifest.transactions[0].merges = [
        MergeRecord(
          table: "mark", key: SQLiteValue.encoding(of: [.text("kelp"), .text("c")]), register: 2, value: .integer(5),
          supersedes: [])
      ]
    case .emptyTransaction: forge.changes = try SQLiteChangeset(decoding: [])
    }
    return try forge.sealed()
  }
}
