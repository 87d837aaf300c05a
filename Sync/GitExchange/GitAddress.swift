internal import Glibc

/// A URL taken apart, in the forms that the exchange allows.
///
/// libgit2 guesses from the form of the text; so that nothing is left to guess, a path is handed on as a `file://` URL
/// and everything else only in the forms below. `git://` and `http://` would show the network who exchanges with
/// whom, and let it withhold; the content itself does not rest on the transport. So they are refused, except
/// `http://` on the loopback, for tests and for tunnels.
struct GitAddress: Sendable, Equatable {
  enum Transport: Sendable, Equatable {
    case folder
    case ssh
    case https
  }

  let transport: Transport
  /// What libgit2 gets.
  let url: String
  /// The path, if this is a folder.
  let folder: String?
  /// Lowercase, without port; empty for a folder.
  let host: String
  /// `nil` if the URL does not say.
  let port: Int?

  static let maximumByteCount = 4_096

  init(_ text: String) throws(GitError) {
    let shown = LibraryFailure.printable(text)
    guard !text.isEmpty, text.utf8.count <= Self.maximumByteCount, !text.hasPrefix("-") else {
      throw .invalidArgument("'\(shown)' is not an exchange: a URL or path has 1 to 4096 bytes and no leading dash")
    }
    guard !text.utf8.contains(where: { $0 < 32 || $0 == 127 }) else {
      throw .invalidArgument("'\(shown)' is not an exchange: it has control characters")
    }
    if text.hasPrefix("/") || text.hasPrefix("./") || text.hasPrefix("../") {
      self = Self.folder(path: text)
    } else if let separator = text.firstRange(of: "://") {
      let scheme = text[..<separator.lowerBound].lowercased()
      self = try Self.url(scheme: scheme, rest: String(text[separator.upperBound...]), shown: shown)
    } else {
      self = try Self.shortSSH(text, shown: shown)
    }
  }

  private init(transport: Transport, url: String, folder: String? = nil, host: String, port: Int?) {
    self.folder = folder
    self.transport = transport
    self.url = url
    self.host = host
    self.port = port
  }

  private static func folder(path: String) -> GitAddress {
    let absolute = path.hasPrefix("/") ? path : currentFolder() + "/" + path
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    let escaped = absolute.utf8.flatMap { byte in
      plain.contains(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return GitAddress(
      transport: .folder, url: "file://" + String(decoding: escaped, as: UTF8.self), folder: absolute, host: "",
      port: nil)
  }

  private static func url(scheme: String, rest: String, shown: String) throws(GitError) -> GitAddress {
    if scheme == "file" {
      guard rest.hasPrefix("/") else { throw .invalidArgument("'\(shown)': a file URL begins with file:///") }
      return folder(path: decodingPercents(rest))
    }
    guard ["ssh", "https", "http"].contains(scheme) else {
      throw .invalidArgument("'\(shown)': the exchange speaks ssh, https and file, and not \(scheme)")
    }
    guard let slash = rest.firstIndex(of: "/") else { throw .invalidArgument("'\(shown)' names no repository") }
    var authority = rest[..<slash]
    var user = ""
    if let at = authority.lastIndex(of: "@") {
      user = String(authority[..<at])
      authority = authority[authority.index(after: at)...]
      guard isPlain(user, besides: "") else {
        throw .invalidArgument("'\(redacted(shown))': a URL may name a user, and never a password")
      }
    }
    let (host, port) = try hostAndPort(authority, shown: shown)
    if scheme == "http", !["localhost", "127.0.0.1", "[::1]"].contains(host) {
      throw .invalidArgument("'\(shown)': http only to this machine itself; use https")
    }
    let path = rest[slash...]
    if scheme == "ssh" { try checkSSHPath(path, shown: shown) }
    let portText = port.map { ":\($0)" } ?? ""
    let userText = user.isEmpty ? "" : user + "@"
    return GitAddress(
      transport: scheme == "ssh" ? .ssh : .https, url: "\(scheme)://\(userText)\(host)\(portText)\(path)",
      host: host, port: port)
  }

  /// `user@host:path`
  private static func shortSSH(_ text: String, shown: String) throws(GitError) -> GitAddress {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].contains("/"), !parts[1].isEmpty, !parts[1].hasPrefix(":") else {
      throw .invalidArgument("'\(shown)' is not an exchange: a path in this folder begins with ./")
    }
    let names = parts[0].split(separator: "@", omittingEmptySubsequences: false)
    guard names.count == 2, isPlain(String(names[0]), besides: "") else {
      throw .invalidArgument("'\(shown)' is not an exchange: SSH is user@host:path or ssh://user@host/path")
    }
    let (host, _) = try hostAndPort(names[1], shown: shown)
    try checkSSHPath(parts[1], shown: shown)
    return GitAddress(transport: .ssh, url: "\(names[0])@\(host):\(parts[1])", host: host, port: nil)
  }

  private static func decodingPercents(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16), byte >= 32
      {
        decoded.append(byte)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func hostAndPort(_ text: Substring, shown: String) throws(GitError) -> (host: String, port: Int?) {
    var host = text.lowercased()
    var port: Int?
    if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
      guard let number = Int(host[host.index(after: colon)...]), (1...65_535).contains(number) else {
        throw .invalidArgument("'\(shown)': a port is a number from 1 to 65535")
      }
      port = number
      host = String(host[..<colon])
    }
    let isLiteral = host.hasPrefix("[") && host.hasSuffix("]")
    let name = isLiteral ? String(host.dropFirst().dropLast()) : host
    guard isPlain(name, besides: isLiteral ? ":" : "") else {
      throw .invalidArgument("'\(shown)' has no lawful host name")
    }
    return (host, port)
  }

  /// libgit2 puts the path between single quotes into a command line of the server, as it is.
  private static func checkSSHPath(_ path: Substring, shown: String) throws(GitError) {
    guard !path.contains("'"), !path.contains("\\"), !path.hasPrefix("-"), !path.hasPrefix("/-") else {
      throw .invalidArgument("'\(shown)': an SSH path has no quote or backslash, and does not begin with a dash")
    }
  }

  private static func isPlain(_ text: String, besides: String) -> Bool {
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-\(besides)".utf8)
    return !text.isEmpty && !text.hasPrefix("-") && text.utf8.allSatisfy(allowed.contains)
  }

  private static func redacted(_ url: String) -> String {
    guard let at = url.lastIndex(of: "@"), let start = url.firstRange(of: "://")?.upperBound, start <= at else {
      return "?"
    }
    return url[..<start] + "…" + url[at...]
  }
}

/// The folder that relative paths start from.
private func currentFolder() -> String {
  guard let path = unsafe getcwd(nil, 0) else { return "" }
  defer { unsafe free(path) }
  return unsafe String(cString: path)
}
