import Foundation
import GRDB
import GitExchange
import Trust

/// The branches of the exchange, by what they hold.
struct Branches {
  let hubPrefix: String
  let commonAudience: String
  let memberAudiencePrefix: String

  init(_ configuration: Configuration) {
    hubPrefix = configuration.hubPrefix
    commonAudience = configuration.commonAudience
    memberAudiencePrefix = configuration.memberAudiencePrefix
  }

  static let main = "main"
  static let allNodes = "nodes/*"

  /// Pushed by that node alone.
  func node(_ id: String) -> String { "nodes/\(id)" }
  /// Pushed by the hub: what the hub's member writes for one member.
  func hub(_ member: String) -> String { "\(hubPrefix)/\(member)" }
  /// Pushed by the hub: documents and what everyone reads.
  var common: String { "\(hubPrefix)/\(commonAudience)" }
  var allOfHub: String { "\(hubPrefix)/*" }

  /// What a branch may hold.
  enum Kind: Equatable {
    case node(String)
    case hub(member: String)
    case common
    case main
  }

  func kind(_ branch: String) -> Kind? {
    if branch == Self.main { return .main }
    if branch == common { return .common }
    let parts = branch.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, Names.isName(parts[1]) else { return nil }
    if parts[0] == "nodes" { return .node(parts[1]) }
    return parts[0] == hubPrefix ? .hub(member: parts[1]) : nil
  }

  /// The audience of changesets on a branch of the hub.
  func audience(of kind: Kind) -> String? {
    switch kind {
    case .hub(let member): memberAudiencePrefix + member
    case .common: commonAudience
    case .node, .main: nil
    }
  }
}

/// Reads and writes `sync_ref`: where the branches stand for this node.
struct RefTable {
  let db: Database

  /// The last commit of a branch that was read, or that this node wrote.
  func head(_ branch: String) throws -> GitObjectID? {
    try Data.fetchOne(db, sql: "SELECT head FROM sync_ref WHERE name = ?", arguments: [branch])
      .flatMap { GitObjectID(bytes: $0) }
  }

  func setHead(_ branch: String, _ head: GitObjectID) throws {
    try db.execute(
      sql: """
        INSERT INTO sync_ref (name, head) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET head = excluded.head
        """, arguments: [branch, Data(head.bytes)])
  }

  /// Where the exchange last stood for a branch that this node writes.
  func remote(_ branch: String) throws -> GitObjectID? {
    try Data.fetchOne(db, sql: "SELECT remote FROM sync_ref WHERE name = ?", arguments: [branch])
      .flatMap { GitObjectID(bytes: $0) }
  }

  func setRemote(_ branch: String, _ head: GitObjectID) throws {
    try db.execute(
      sql: "UPDATE sync_ref SET remote = ? WHERE name = ?", arguments: [Data(head.bytes), branch])
  }

  /// Branches that this node writes, and that the exchange has not been seen to hold as they stand here.
  func unpushed() throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT name FROM sync_ref WHERE name LIKE 'own:%' AND head IS NOT remote ORDER BY name")
  }

  /// The name under which the table keeps a branch that this node writes, beside the same branch as it was fetched.
  static func own(_ branch: String) -> String { "own:\(branch)" }

  /// The name under which the hub keeps the head of a branch that the central merge holds already.
  static func merged(_ branch: String) -> String { "merged:\(branch)" }
}
