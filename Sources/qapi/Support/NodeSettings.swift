import Changesets
import Foundation
import SyncEngine

/// What a node remembers for its owner's convenience, in `config.json` of its folder. Nothing here is secret, and nothing
/// is trusted: keys, network and roster stand elsewhere.
struct NodeSettings: Codable, Equatable {
  var format = 1
  /// A URL, or an absolute path.
  var exchange: String?
  var personID: String?
  var personName: String?
  /// Path of a private SSH key.
  var sshKey: String?
  var knownHosts: String?
  var hostKeyFingerprints: [String]?
  var caFile: String?
  var httpsUser: String?
  /// Whether the department runs this node for its agency. Said once, by `init`; the department's own row
  /// (``CycleStore``) says it too, so that taking this line out changes nothing once the node is approved.
  var runByDepartment: Bool?

  enum CodingKeys: String, CodingKey {
    case format, exchange
    case personID = "person_id"
    case personName = "person_name"
    case sshKey = "ssh_key"
    case knownHosts = "known_hosts"
    case hostKeyFingerprints = "host_key_fingerprints"
    case caFile = "ca_file"
    case httpsUser = "https_user"
    case runByDepartment = "run_by_department"
  }

  var person: Person? {
    get { personID.map { Person(id: $0, name: personName ?? $0) } }
    set {
      personID = newValue?.id
      personName = newValue?.name
    }
  }

  private static func file(in folder: NodeFolder) -> String { folder.path + "/config.json" }

  /// The settings of a node; empty ones if it has none.
  static func read(in folder: NodeFolder) throws -> NodeSettings {
    let path = file(in: folder)
    guard FileManager.default.fileExists(atPath: path) else { return NodeSettings() }
    guard let data = FileManager.default.contents(atPath: path),
      let settings = try? JSONDecoder().decode(NodeSettings.self, from: data), settings.format == 1
    else {
      throw Failure(
        .error, "the settings cannot be read", at: path,
        next: "correct the file, or delete it and run `qapi remote set`")
    }
    return settings
  }

  /// Writes the settings; a crash leaves the old ones or the new ones.
  func write(in folder: NodeFolder) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let path = Self.file(in: folder)
    do {
      try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(
        .error, "the settings cannot be written", at: path, next: "check the space and the rights of the folder")
    }
  }
}
