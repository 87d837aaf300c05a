import Canonical
import Changesets
import Trust

/// Takes roots, rosters and schema documents: each must follow the one before it, signed by who may sign it. The highest
/// is kept, and nothing ever goes back.
struct DocumentIntake {
  let documents: Documents
  let network: Digest

  /// - Throws: `TrustError` or `SealedError` when the document is not taken.
  func take(_ document: SignedDocument, _ kind: DocumentKind, version: Int64) throws {
    let newest = try documents.newestVersion(kind)
    guard version == newest + 1 else {
      throw TrustError.chain("\(kind.rawValue) \(version) came, and \(newest + 1) is the next one")
    }
    switch kind {
    case .root:
      guard version == 1 else { throw TrustError.chain("this program takes no later root than the first") }
      _ = try RootDocument.first(document, network: network)
    case .roster:
      try takeRoster(document, version: version)
    case .schema:
      try takeSchema(document, version: version)
    }
    try documents.store(document, kind, version: version)
  }

  private func takeRoster(_ document: SignedDocument, version: Int64) throws {
    guard let root = try documents.root() else { throw TrustError.chain("no root has come yet") }
    let next: Roster
    if let roster = try documents.roster() {
      next = try roster.successor(document, root: root)
    } else {
      next = try Roster.signed(document, root: root)
      guard next.previous == nil, next.network == network else {
        throw TrustError.chain("the first roster has no roster before it, and names the network")
      }
    }
    guard next.version == version else { throw TrustError.chain("the file's name names another version") }
  }

  private func takeSchema(_ document: SignedDocument, version: Int64) throws {
    guard let root = try documents.root() else { throw TrustError.chain("no root has come yet") }
    guard root.registrarKeys.contains(try document.signer(as: .schema)) else {
      throw TrustError.signature("the schema document is not signed by a registrar key of the root")
    }
    let schema = try SchemaDocument(document.bytes)
    guard schema.version == version, try schema.previous == documents.hash(.schema, version: version - 1) else {
      throw TrustError.chain("schema document \(version) does not follow the one before it")
    }
    if let before = try documents.schema(version: version - 1), !schema.onlyAdds(to: before) {
      throw TrustError.chain("schema document \(version) does more than add to the one before")
    }
  }
}
