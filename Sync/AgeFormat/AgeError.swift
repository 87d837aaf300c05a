/// Why a key, a request or an age file was refused. No case carries a byte of a key, a passphrase or a plaintext.
public enum AgeError: Error, Hashable, Sendable {
  /// The header breaks the format; `offset` is the byte of the file where.
  case header(offset: Int, HeaderFault)
  /// The first line names another version than `v1`.
  case unsupportedVersion
  /// The ephemeral share of the X25519 stanza at byte `offset` is a point of low order: it would give an all-zero secret.
  case lowOrderShare(offset: Int)
  /// The scrypt stanza asks for 2^`found` rounds, and 2^`limit` are allowed. (`Int.max`: more than nine digits.)
  case workFactorOverLimit(found: Int, limit: Int)
  /// The header is well formed, and none of its stanzas opens with what was given.
  case noMatch
  /// A stanza gave a file key, and the header's MAC is not the one of that key: the header was altered.
  case headerMAC
  /// The chunk that starts at byte `offset` of the file is missing, misplaced or altered.
  case payload(offset: Int)

  /// The text is no X25519 recipient of the form `age1…`.
  case recipient(KeyFault)
  /// The text is no X25519 identity of the form `AGE-SECRET-KEY-1…`.
  case identity(KeyFault)
  /// A file was to be written to no recipient, or to more than `limit`.
  case recipientCount(Int, limit: Int)
  /// The recipient at this index is a point of low order: whoever reads the file could open it.
  case lowOrderRecipient(index: Int)
  /// A file was to be written with an empty passphrase.
  case emptyPassphrase
  /// A file was to be written with a work factor outside `Age.workFactors`.
  case workFactorOutOfRange(Int)
  /// scrypt did not get its 2^`workFactor` KiB of memory.
  case outOfMemory(workFactor: Int)
}

/// What is wrong in a header.
public enum HeaderFault: String, Hashable, Sendable {
  case armored = "this is ASCII armor, and only the binary form is read"
  case notAge = "the file does not start with an age version line"
  case truncated = "the file ends within the header"
  case headerTooLong = "the header is longer than 65,536 bytes"
  case lineTooLong = "the line is too long"
  case tooManyStanzas = "there are more than 128 recipient stanzas"
  case noStanza = "there is no recipient stanza"
  case unexpectedLine = "neither a recipient stanza nor the MAC line starts here"
  case emptyArgument = "a stanza argument is empty"
  case invalidCharacter = "a stanza argument has a character that is not visible ASCII"
  case base64 = "this is not canonical base64 without padding"
  case mac = "the MAC line is not `--- ` and 43 characters of base64"
  case x25519Stanza = "an X25519 stanza has another form than one 32-byte share and a body of 32 bytes"
  case scryptStanza = "an scrypt stanza has another form than a 16-byte salt, a work factor and a body of 32 bytes"
  case scryptNotAlone = "an scrypt stanza stands beside another stanza"
  case nonce = "the file ends before the 16-byte nonce of the payload does"
}

/// What is wrong in the text of a key.
public enum KeyFault: String, Error, Hashable, Sendable {
  case prefix = "it does not start as one"
  case length = "it has the wrong length"
  case character = "it has a character of the wrong case, or one that Bech32 does not use"
  case checksum = "its checksum does not match, it was mistyped"
  case padding = "its last bits are not zero"
}

extension AgeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .header(let offset, let fault):
      "age header malformed at byte \(offset): \(fault.rawValue); get the file again from whoever wrote it"
    case .unsupportedVersion:
      "age file of another version than v1; it needs a newer program, or its writer must write v1"
    case .lowOrderShare(let offset):
      "age header at byte \(offset): the X25519 share is a point of low order; no honest writer makes one"
    case .workFactorOverLimit(let found, let limit):
      "scrypt work factor \(found == .max ? "of ten or more digits" : "\(found)") is over the limit of \(limit);"
        + " raise the limit only if you trust the file"
    case .noMatch:
      "no stanza of the age file opens with what was given; it is for another identity, or the passphrase is wrong"
    case .headerMAC:
      "age header altered: its MAC does not match; get the file again from whoever wrote it"
    case .payload(let offset):
      "age payload cut short or altered in the chunk at byte \(offset); get the file again from whoever wrote it"
    case .recipient(let fault):
      "this is no age X25519 recipient (age1…): \(fault.rawValue); compare it with its owner's"
    case .identity(let fault):
      "this is no age X25519 identity (AGE-SECRET-KEY-1…): \(fault.rawValue); restore it from a backup"
    case .recipientCount(let count, let limit):
      "an age file is written to at least 1 and at most \(limit) recipients, not to \(count)"
    case .lowOrderRecipient(let index):
      "the age recipient at index \(index) is a point of low order; ask its owner for a key that age-keygen made"
    case .emptyPassphrase:
      "the passphrase is empty; give one"
    case .workFactorOutOfRange(let factor):
      "scrypt work factor \(factor) is outside \(Age.workFactors.lowerBound) to \(Age.workFactors.upperBound)"
    case .outOfMemory(let factor):
      "scrypt with work factor \(factor) did not get its 2^\(factor) KiB of memory; close other programs and try again"
    }
  }
}
