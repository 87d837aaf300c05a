import ArgumentParser
import Foundation
import GitExchange

/// How the exchange is reached. Given at `init` or `remote set`, these are remembered (a token never is); given elsewhere,
/// they hold for that run.
struct RemoteOptions: ParsableArguments {
  @Option(help: "Where the exchange is: a path, file:///…, ssh://user@host/… or https://host/….")
  var exchange: String?

  @Option(help: "Private SSH key for the exchange; else the running ssh-agent.")
  var sshKey: String?

  @Option(help: "File of known SSH hosts; else the one in your home.")
  var knownHosts: String?

  @Option(
    name: .customLong("host-key-fingerprint"),
    help: "SHA256:… of the exchange's SSH host key, as its owner publishes it; may be repeated.")
  var hostKeyFingerprints: [String] = []

  @Option(help: "PEM file of authorities that replaces the system's, for HTTPS.")
  var caFile: String?

  @Option(help: "User for HTTPS.")
  var httpsUser: String?

  @Option(
    name: .customLong("https-token-fd"), help: "Read the token or password for HTTPS from this file descriptor.")
  var httpsTokenDescriptor: Int32?

  /// Takes over what was given, with paths that hold in every folder.
  func apply(to settings: inout NodeSettings) throws {
    if let exchange { settings.exchange = try Self.located(exchange) }
    if let sshKey { settings.sshKey = Self.absolute(sshKey) }
    if let knownHosts { settings.knownHosts = Self.absolute(knownHosts) }
    if !hostKeyFingerprints.isEmpty { settings.hostKeyFingerprints = hostKeyFingerprints }
    if let caFile { settings.caFile = Self.absolute(caFile) }
    if let httpsUser { settings.httpsUser = httpsUser }
  }

  /// The exchange of a node, ready to be called.
  func remote(for node: OpenNode) throws -> GitRemote { try remote(with: node.settings) }

  func remote(with stored: NodeSettings) throws -> GitRemote {
    var settings = stored
    try apply(to: &settings)
    guard let exchange = settings.exchange else {
      throw Failure.usage(
        "this node does not know where the exchange is", next: "tell it once: `qapi remote set --exchange URL`")
    }
    let trust = GitHostTrust(
      hostKeyFingerprints: settings.hostKeyFingerprints ?? [], knownHosts: settings.knownHosts,
      certificateAuthorities: settings.caFile)
    return try GitRemote(exchange, credentials: try credentials(for: exchange, settings), trust: trust)
  }

  private func credentials(for exchange: String, _ settings: NodeSettings) throws -> GitCredentials {
    if exchange.hasPrefix("/") || exchange.hasPrefix("file:") { return .none }
    if exchange.hasPrefix("http") {
      guard let httpsTokenDescriptor else { return .none }
      let token = String(decoding: try Terminal.readSecret(descriptor: httpsTokenDescriptor), as: UTF8.self)
      return .token(user: settings.httpsUser ?? "git", secret: { token })
    }
    guard let key = settings.sshKey else { return .sshAgent(user: "git") }
    return .sshKey(
      user: "git", privateKey: key, publicKey: nil,
      passphrase: { String(decoding: try Terminal.askHidden("Passphrase of \(key):"), as: UTF8.self) })
  }

  /// Says on standard error when the exchange is a folder of this machine that has no repository in it.
  static func warnIfMissing(_ exchange: String?) {
    guard let exchange, let path = exchange.hasPrefix("file:") ? URL(string: exchange)?.path : exchange,
      path.hasPrefix("/"), !["/HEAD", "/.git"].contains(where: { FileManager.default.fileExists(atPath: path + $0) })
    else { return }
    Terminal.note("there is no repository at \(Shown.line(path)) yet")
  }

  /// A path becomes absolute; a URL stays as it is, after a look at its form.
  private static func located(_ exchange: String) throws -> String {
    let isURL = exchange.contains("://")
    let isShortSSH =
      !isURL && exchange.contains("@") && exchange.contains(":") && !exchange.hasPrefix(".")
      && !exchange.hasPrefix("/")
    let text = isURL || isShortSSH ? exchange : absolute(exchange)
    _ = try GitRemote(text)
    return text
  }

  private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
