public import AgeFormat
import Canonical
public import SSHSignature
import Trust

/// Signs, encrypts and opens changesets.
public enum Sealing {
  /// Encrypts a payload to the epoch key of its audience, and to the escrow key where the root names one.
  public static func encrypt(
    _ payload: [UInt8], epoch: X25519Recipient, escrow: X25519Recipient?, randomBytes: (Int) -> [UInt8]
  ) throws(SealedError) -> [UInt8] {
    let body: [UInt8]
    do throws(AgeError) {
      body = try Age.encrypt(payload, to: [epoch] + (escrow.map { [$0] } ?? []), randomBytes: randomBytes)
    } catch {
      throw .encryption("\(error)")
    }
    guard body.count <= FormatLimits.bodyByteCount else {
      throw .limit("a body of \(body.count) bytes; at most \(FormatLimits.bodyByteCount) are allowed")
    }
    return body
  }

  /// Signs a header; the result is the armored SSHSIG.
  public static func sign(_ header: Header, with key: SSHSigningKey) throws(SealedError) -> [UInt8] {
    do throws(SSHError) {
      return try SSHSignature.sign(header.bytes, namespace: SignatureNamespace.changeset.rawValue, with: key).armored
    } catch {
      throw .signature("\(error)")
    }
  }

  /// The key that signed these header bytes.
  ///
  /// - Throws: `SealedError.signature`.
  public static func signer(of header: [UInt8], signature: [UInt8]) throws(SealedError) -> SSHPublicKey {
    do throws(TrustError) {
      return try SignedDocument(bytes: header, signature: signature).signer(as: .changeset)
    } catch {
      throw .signature("\(error)")
    }
  }

  /// Checks that a body is the one that the header names.
  public static func check(_ body: [UInt8], against header: Header) throws(SealedError) {
    guard Int64(body.count) == header.bodyByteCount, body.count <= FormatLimits.bodyByteCount else {
      throw .body("the body has \(body.count) bytes, and the header names \(header.bodyByteCount)")
    }
    guard Digest(of: body) == header.bodyHash else {
      throw .body("the body's SHA-256 is not the one that the header names")
    }
  }

  /// Opens a body: exactly the allowed stanzas, decrypted to the end, inflated within the cap, decoded strictly, and the
  /// manifest in the header's place.
  ///
  /// - Parameter hasEscrow: whether the root names an escrow key, so that a second stanza must stand there.
  public static func open(
    _ body: [UInt8], header: Header, with identity: X25519Identity, hasEscrow: Bool
  ) throws(SealedError) -> Payload {
    let plaintext: [UInt8]
    do throws(AgeError) {
      let stanzas = try AgeHeader.parse(body).header.stanzas
      guard stanzas.count == (hasEscrow ? 2 : 1), stanzas.allSatisfy({ $0.type == "X25519" }) else {
        throw AgeError.noMatch
      }
      plaintext = try Age.decrypt(body, with: [identity])
    } catch {
      throw .encryption("the body does not open under the epoch key, or has other stanzas than allowed (\(error))")
    }
    let payload = try Payload(unpacking: plaintext)
    guard payload.manifest.matches(header) else {
      throw .payload("the manifest stands in another place than the header")
    }
    return payload
  }
}
