public import Records

/// A transcript that came with somebody from another agency: who signed it, and what stood in it, exactly.
public struct Transcript: TypedRecord {
  public let id: String
  public var staff = ""
  public var from = ""
  /// The node that signed it.
  public var node = ""
  /// SHA256:… of the key that signed it.
  public var fingerprint = ""
  public var day = ""
  public var document = ""
  /// Armored (PROTOCOL.sshsig).
  public var signature = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<Transcript>] = [
    .text("staff", "staff code", \.staff),
    .text("from_agency", "from which agency", \.from),
    .text("node", "node that signed it", \.node),
    .text("fingerprint", "key that signed it", \.fingerprint),
    .text("day", "day", \.day, .day),
    .text("document", "the transcript", \.document, .text),
    .text("signature", "its signature", \.signature, .text),
  ]
}
