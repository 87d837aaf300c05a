/// Another repository, and how to get in.
public struct GitRemote: Sendable {
  /// As the caller gave it.
  public let url: String
  public var credentials: GitCredentials
  public var trust: GitHostTrust
  let address: GitAddress

  /// - Parameter url: an absolute path or one that begins with `./` or `../`, `file:///…`, `ssh://[user@]host[:port]/…`,
  ///   `user@host:path`, `https://host[:port]/…`; `http://` for the loopback only.
  /// - Throws: `invalidArgument` for everything else.
  public init(
    _ url: String, credentials: GitCredentials = .none, trust: GitHostTrust = GitHostTrust()
  ) throws(GitError) {
    self.url = url
    self.credentials = credentials
    self.trust = trust
    address = try GitAddress(url)
  }
}

/// How a node shows who it is. Secrets come from a closure when they are needed, and are not kept.
public enum GitCredentials: Sendable {
  case none
  /// A private key file that only its owner may read. Ed25519 is the one to use: libssh2 1.10 signs with RSA keys only in
  /// the SHA-1 form, which today's servers refuse. The URL's user wins over `user`. The passphrase is asked for only if the
  /// key file is under one.
  case sshKey(user: String, privateKey: String, publicKey: String?, passphrase: Secret?)
  /// Whatever keys the running `ssh-agent` offers.
  case sshAgent(user: String)
  /// User and password or token over HTTPS.
  case token(user: String, secret: Secret)

  public typealias Secret = @Sendable () throws -> String
}

/// Which hosts to believe. Nothing is trusted at first sight.
public struct GitHostTrust: Sendable {
  /// SSH: fingerprints as `ssh-keygen -l` prints them (`SHA256:` and base64 without `=`). If there are any, they alone
  /// decide.
  public var hostKeyFingerprints: [String]
  /// SSH: a `known_hosts` file of OpenSSH, used if there are no fingerprints. `nil` is the one in the user's home, with
  /// hashed host names; a file named here must have them in clear.
  public var knownHosts: String?
  /// HTTPS: a PEM file of authorities that replaces the system's. `nil` is the system's.
  public var certificateAuthorities: String?

  public init(
    hostKeyFingerprints: [String] = [], knownHosts: String? = nil, certificateAuthorities: String? = nil
  ) {
    self.hostKeyFingerprints = hostKeyFingerprints
    self.knownHosts = knownHosts
    self.certificateAuthorities = certificateAuthorities
  }
}

/// Where to stop a transfer, whatever the server does.
public struct GitTransferLimits: Sendable {
  /// Bytes from the network, or of the pack if the remote is a folder.
  public var receivedByteCount = 1 << 30
  /// Objects in one fetch.
  public var objectCount = 2_000_000
  /// Refs that a remote may list.
  public var headCount = 100_000
  /// To connect to one address.
  public var connecting: Duration = .seconds(15)
  /// Without one byte in or out.
  public var silence: Duration = .seconds(60)
  /// All of one fetch, push or listing.
  public var total: Duration = .seconds(900)

  public init() {}
}
