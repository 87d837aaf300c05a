import Canonical
import Changesets
import SSHSignature
import Trust

/// Publishes the schema of the hub's program: a document for each version that the network does not have yet.
struct SchemaPublishing {
  let documents: Documents
  let configuration: Configuration
  let network: Digest

  /// Signs and stores the missing documents, each as every other node will take it. The next publishing carries them out.
  ///
  /// Nothing is done where the network's schema is newer than this program, or where the key is no registrar's.
  ///
  /// - Throws: `TrustError.chain` when the program's schema does more than add to the published one.
  func publish(with key: SSHSigningKey) throws {
    let newest = try documents.newestVersion(.schema)
    guard newest < configuration.schemaVersion, let root = try documents.root(),
      root.registrarKeys.contains(key.publicKey)
    else { return }
    let intake = DocumentIntake(documents: documents, network: network)
    for version in newest + 1...configuration.schemaVersion {
      let document = SchemaDocument(
        version: version, previous: try documents.hash(.schema, version: version - 1),
        tables: try tables(ofVersion: version))
      try intake.take(
        try SignedDocument(signing: document.bytes, as: .schema, with: key), .schema, version: version)
    }
  }

  private func tables(ofVersion version: Int64) throws -> [SchemaTable] {
    if version == configuration.schemaVersion { return configuration.tables }
    let place = Int(version) - 1
    guard configuration.earlierTables.indices.contains(place) else {
      throw EngineError.failed("this program does not know the tables of schema \(version), which it has to publish")
    }
    return configuration.earlierTables[place]
  }
}
