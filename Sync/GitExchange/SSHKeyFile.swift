internal import CLibgit2
internal import Glibc

/// A private key file for SSH, as far as one must know it before libssh2 reads it.
struct SSHKeyFile {
  private let path: String

  init(path: String) {
    self.path = path
  }

  /// What is wrong with the file, in words; nil if it may be used.
  var problem: String? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      return "the key file \(path) cannot be read: \(unsafe String(cString: strerror(errno)))"
    }
    return status.st_mode & 0o077 == 0 ? nil : "others may read the key file \(path): chmod 600 it"
  }

  /// Whether the key is under a passphrase. Nobody is asked for one that is not needed.
  ///
  /// - Source: OpenSSH, PROTOCOL.key: `openssh-key-v1`, NUL, and then the name of the cipher, `none` without a passphrase.
  ///   The older PEM forms say ENCRYPTED in words.
  var asksForPassphrase: Bool {
    guard let file = unsafe fopen(path, "re") else { return false }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    let lines = String(decoding: bytes[..<count], as: UTF8.self).split(whereSeparator: \.isNewline)
    guard lines.first == "-----BEGIN OPENSSH PRIVATE KEY-----" else {
      return lines.contains { $0.contains("ENCRYPTED") }
    }
    let head = Base64.decode(lines.dropFirst().first?.prefix(32) ?? "") ?? []
    return !head.starts(with: Array("openssh-key-v1\0\0\0\0\u{4}none".utf8))
  }
}
