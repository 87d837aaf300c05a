import Canonical
import Foundation
import Records
import SSHSignature
import SyncEngine
import Training
import Trust

/// A transcript whose signature was held against the roster.
struct VerifiedTranscript {
  let document: TranscriptDocument
  let bytes: [UInt8]
  let signature: SSHSignature
  let signer: Node

  var digest: Digest { Digest(of: bytes) }

  /// Who may sign: a node of the agency whose staff it is, or of the department, that holds a right today. The day in the
  /// document is what its signer says, and no clock proves it: what a node signed whose right was ended is refused, whenever.
  ///
  /// - Parameter sign: path of the signature; nil for the file's path with `.sig` behind.
  /// - Throws: `Failure`, refused, with what does not hold.
  init(_ file: String, signature sign: String?, on node: OpenNode, today: Day) throws {
    func refused(_ what: String, next: String = "do not use it, and ask whoever sent it") -> Failure {
      Failure(.refused, "\(what); nothing was changed", at: file, next: next)
    }
    bytes = Array(try Terminal.readBytes(file, limit: 8 << 20))
    let path = sign ?? file + ".sig"
    let armored = Array(try Terminal.readBytes(path, limit: 64 << 10))
    do throws(SSHError) { signature = try SSHSignature(armored: armored) } catch {
      throw refused("\(path) is no signature (\(error))", next: "take the transcript and its signature again")
    }
    guard signature.verifies(bytes, namespace: TranscriptDocument.namespace) else {
      throw refused("the signature is not of this transcript: it was changed, or the signature is of something else")
    }
    do throws(CanonicalError) { document = try TranscriptDocument(bytes: bytes) } catch {
      throw refused("what was signed is no transcript: \(error)")
    }
    guard document.network == node.engine.identity.network else {
      throw refused(
        "the transcript is of another network", next: "check who sent it; enter what counts as equivalent training")
    }
    guard let roster = try node.engine.roster() else {
      throw refused("no roster has come yet, by which the signature is checked", next: "run `qapi sync`, and try again")
    }
    guard let known = roster.node(signingWith: signature.publicKey), known.id == document.node else {
      throw refused(
        "no node \(Shown.line(document.node, limit: 60)) of this network has the key \(signature.publicKey.fingerprint)",
        next: "run `qapi sync` for the newest roster, and try again")
    }
    signer = known
    guard known.member == document.agency || known.member == Deployment.department else {
      throw refused(
        "the node \(known.id) is of \(known.member), and the transcript of staff of "
          + Shown.line(document.agency, limit: 40))
    }
    guard roster.tenure(of: known.id) != nil else {
      throw refused(
        "the right of the node \(known.id) was ended, and nothing proves that it signed before",
        next: "ask \(known.member) to sign the transcript again")
    }
    guard let day = Day(document.day), day <= today else {
      throw refused("the transcript is of \(Shown.line(document.day, limit: 20)), a day to come")
    }
  }

  /// What was found, for `check` and for `import`.
  var facts: [[String]] {
    let void = document.lines.count { $0.completion.isVoid }
    return [
      ["of:", "\(Shown.line(document.staff)) \(Shown.line(document.name))"],
      ["staff of:", Shown.line(document.agency)],
      ["signed by:", "\(signer.id) (\(signer.member))"], ["fingerprint:", signature.publicKey.fingerprint],
      ["on:", document.day], ["completions:", "\(document.lines.count - void), and \(void) that are void"],
      ["SHA-256:", digest.hex],
    ]
  }

  var members: [JSON.Member] {
    JSON.members([
      "staff_there": .text(document.staff), "name": .text(document.name), "from_agency": .text(document.agency),
      "node": .text(signer.id), "fingerprint": .text(signature.publicKey.fingerprint), "day": .text(document.day),
      "digest": .text(digest.hex), "completions": JSON(document.lines.count),
    ])
  }
}
