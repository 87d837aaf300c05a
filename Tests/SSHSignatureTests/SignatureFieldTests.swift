import Foundation
import SSHSignature
import Testing

@Suite("PROTOCOL.sshsig, section 2: each field of the blob")
struct SignatureFieldTests {
  @Test func theFieldsGiveTheSignatureBack() throws {
    let signature = try Sample.signature
    #expect(Blob(signature).armored == signature.armored)
  }

  @Test(arguments: FalseField.all)
  func aFieldThatIsNotAsItMustBeIsRefused(field: FalseField) throws {
    var blob = Blob(try Sample.signature)
    field.change(&blob)
    #expect(throws: field.error) { try SSHSignature(armored: blob.armored) }
  }

  @Test func aLengthBeyondTheBlobIsRefused() throws {
    var bytes = Blob(try Sample.signature).bytes
    bytes.replaceSubrange(10..<14, with: [255, 255, 255, 255])
    #expect(throws: SSHError.wire(offset: 10)) { try SSHSignature(armored: Blob.armor(bytes)) }
  }
}

/// One falsified field, and the error that it must lead to.
struct FalseField: Sendable {
  let error: SSHError
  let change: @Sendable (inout Blob) -> Void

  init(_ error: SSHError, change: @escaping @Sendable (inout Blob) -> Void) {
    self.error = error
    self.change = change
  }

  static let all: [FalseField] = [
    FalseField(.wire(offset: 0)) { $0.magic = "SSHSIH" },
    FalseField(.unsupportedVersion(0)) { $0.version = 0 },
    FalseField(.unsupportedVersion(2)) { $0.version = 2 },
    FalseField(.unsupportedKeyType(.rsa)) { $0.keyType = "ssh-rsa" },
    FalseField(.unsupportedKeyType(.dsa)) { $0.keyType = "ssh-dss" },
    FalseField(.unsupportedKeyType(.securityKey)) { $0.keyType = "sk-ssh-ed25519@openssh.com" },
    FalseField(.unsupportedKeyType(.certificate)) { $0.keyType = "ssh-ed25519-cert-v01@openssh.com" },
    FalseField(.unsupportedKeyType(.other)) { $0.keyType = "ssh-ed448" },
    FalseField(.wire(offset: 29)) { $0.key.append(0) },
    FalseField(.wire(offset: 29)) { $0.key.removeLast() },
    FalseField(.wire(offset: 65)) { $0.afterKey = [0] },
    FalseField(.namespace) { $0.namespace = "" },
    FalseField(.namespace) { $0.namespace = "a\u{0}" },
    FalseField(.reservedNotEmpty) { $0.reserved = [0] },
    FalseField(.unsupportedHash) { $0.hash = "sha1" },
    FalseField(.unsupportedHash) { $0.hash = "SHA512" },
    FalseField(.unsupportedKeyType(.rsa)) { $0.signatureType = "rsa-sha2-512" },
    FalseField(.wire(offset: 123)) { $0.signature.removeLast() },
    FalseField(.wire(offset: 191)) { $0.afterSignature = [0] },
    FalseField(.wire(offset: 191)) { $0.afterAll = [0] },
  ]
}

/// The blob of a signature, field by field, so that each can be falsified. Written a second time, for the tests alone.
struct Blob {
  var magic = "SSHSIG"
  var version: UInt32 = 1
  var keyType = "ssh-ed25519"
  var key: [UInt8]
  var afterKey: [UInt8] = []
  var namespace: String
  var reserved: [UInt8] = []
  var hash: String
  var signatureType = "ssh-ed25519"
  var signature: [UInt8]
  var afterSignature: [UInt8] = []
  var afterAll: [UInt8] = []

  init(_ signature: SSHSignature) {
    key = signature.publicKey.raw
    namespace = signature.namespace
    hash = signature.hashAlgorithm.rawValue
    self.signature = signature.signature
  }

  var bytes: [UInt8] {
    var blob = Array(magic.utf8) + number(version)
    blob += string(string(Array(keyType.utf8)) + string(key) + afterKey)
    blob += string(Array(namespace.utf8)) + string(reserved) + string(Array(hash.utf8))
    blob += string(string(Array(signatureType.utf8)) + string(signature) + afterSignature)
    return blob + afterAll
  }

  var armored: [UInt8] { Self.armor(bytes) }

  static func armor(_ bytes: [UInt8]) -> [UInt8] {
    let text = Array(Data(bytes).base64EncodedString().utf8)
    let lines = stride(from: 0, to: text.count, by: 70).map { text[$0..<min($0 + 70, text.count)] + [10] }
    return Array("-----BEGIN SSH SIGNATURE-----\n".utf8) + lines.joined() + Array("-----END SSH SIGNATURE-----\n".utf8)
  }

  private func number(_ value: UInt32) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private func string(_ bytes: [UInt8]) -> [UInt8] { number(UInt32(bytes.count)) + bytes }
}
