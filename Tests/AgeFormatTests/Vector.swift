import CSodium
import CZlib
import Foundation

/// One file of the age test kit (C2SP/CCTV): what to expect, the keys, and an age file.
struct Vector: CustomStringConvertible {
  let name: String
  let expectation: String
  let identities: [String]
  let passphrases: [String]
  /// SHA-256 of the plaintext.
  let payloadDigest: String?
  let fileKey: String
  let file: [UInt8]

  var description: String { name }

  struct Malformed: Error { let name: String }

  init(name: String, bytes: [UInt8]) throws {
    var fields: [String: [String]] = [:]
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")), end != rest.startIndex {
      let line = String(decoding: rest[..<end], as: UTF8.self)
      guard let colon = line.range(of: ": ") else { throw Malformed(name: name) }
      fields[String(line[..<colon.lowerBound]), default: []].append(String(line[colon.upperBound...]))
      rest = rest[(end + 1)...]
    }
    let known: Set = [
      "expect", "payload", "identity", "passphrase", "file key", "armored", "compressed", "comment",
    ]
    guard Set(fields.keys).isSubset(of: known), let expectation = fields["expect"]?.first,
      let fileKey = fields["file key"]?.first
    else { throw Malformed(name: name) }
    self.name = name
    self.expectation = expectation
    self.fileKey = fileKey
    identities = fields["identity"] ?? []
    passphrases = fields["passphrase"] ?? []
    payloadDigest = fields["payload"]?.first
    let body = Array(rest.dropFirst())
    file = fields["compressed"] == ["zlib"] ? try inflate(body, name: name) : body
  }

  static let folder: URL = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      precondition(folder.path != "/", "no Package.swift above the tests")
      folder.deleteLastPathComponent()
    }
    return folder.appending(path: "../shared/vectors/age").standardizedFileURL
  }()

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "README.md" }.sorted()
  }

  /// What this target does not have: ASCII armor and the post-quantum recipients.
  static let prefixesNotCovered = ["armor_", "hybrid_"]

  /// Every vector of the kit that this target covers.
  static let covered: [Vector] = {
    do {
      return try names().filter { name in !prefixesNotCovered.contains { name.hasPrefix($0) } }.map { name in
        try Vector(name: name, bytes: Array(Data(contentsOf: folder.appending(path: name))))
      }
    } catch {
      fatalError("the age test kit cannot be read: \(error)")
    }
  }()
}

private func inflate(_ bytes: [UInt8], name: String) throws -> [UInt8] {
  var size = uLongf(64 << 20)
  var inflated = [UInt8](repeating: 0, count: Int(size))
  guard unsafe uncompress(&inflated, &size, bytes, uLong(bytes.count)) == Z_OK else {
    throw Vector.Malformed(name: name)
  }
  return Array(inflated.prefix(Int(size)))
}

func sha256(_ bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  _ = unsafe crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
  return hex(digest)
}

func hex(_ bytes: [UInt8]) -> String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

func unhex(_ text: String) -> [UInt8] {
  var digits = text[...]
  var bytes: [UInt8] = []
  while !digits.isEmpty {
    bytes.append(UInt8(digits.prefix(2), radix: 16)!)
    digits = digits.dropFirst(2)
  }
  return bytes
}
