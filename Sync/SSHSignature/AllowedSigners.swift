/// The file that tells `ssh-keygen -Y verify` and `git log --show-signature` whose key may sign what.
///
/// The same entries in any order give the same file: lines are sorted by their bytes, and so are the namespaces of one
/// line.
///
/// - Source: ssh-keygen(1), ALLOWED SIGNERS.
public struct AllowedSigners: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    /// Who signs: an ``SSHName``.
    public var principal: String
    /// What for: one or more ``SSHName``.
    public var namespaces: [String]
    public var publicKey: SSHPublicKey

    public init(principal: String, namespaces: [String], publicKey: SSHPublicKey) {
      self.principal = principal
      self.namespaces = namespaces
      self.publicKey = publicKey
    }
  }

  /// The file: UTF-8, one line an entry, each ended by a newline; empty if there is no entry.
  public let text: String

  /// - Throws: `SSHError.principal` or `.namespace` for what is not an ``SSHName``, `.signerWithoutNamespace`, or
  ///   `.duplicateSigner` for two entries with one principal and one key.
  public init(_ entries: [Entry]) throws(SSHError) {
    var lines: [String] = []
    var seen: Set<String> = []
    for entry in entries {
      guard SSHName.isValid(entry.principal) else { throw .principal }
      guard !entry.namespaces.isEmpty else { throw .signerWithoutNamespace(principal: entry.principal) }
      guard entry.namespaces.allSatisfy({ SSHName.isValid($0) }) else { throw .namespace }
      let key = entry.publicKey.openSSH
      guard seen.insert("\(entry.principal) \(key)").inserted else {
        throw .duplicateSigner(principal: entry.principal)
      }
      // Names are ASCII, so the order of Swift strings is that of their bytes.
      let namespaces = Set(entry.namespaces).sorted().joined(separator: ",")
      lines.append("\(entry.principal) namespaces=\"\(namespaces)\" \(key)\n")
    }
    text = lines.sorted().joined()
  }
}
