import Canonical
import Foundation
public import Trust

/// The folder of one node: its database, its key file, its incarnation, its copy of the exchange.
public struct NodeFolder: Sendable {
  public let path: String

  public init(path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  public var database: String { path + "/node.sqlite" }
  public var keyFile: String { path + "/node.key" }
  /// The incarnation stands outside the database too, so that a restored database is recognised.
  public var incarnationFile: String { path + "/incarnation" }
  public var repository: String { path + "/exchange.git" }
  var lockFile: String { path + "/lock" }

  public var exists: Bool { FileManager.default.fileExists(atPath: database) }

  /// Checks that a node may be made here: there is nothing, or an empty folder.
  func checkIsFree() throws {
    var info = stat()
    guard unsafe lstat(path, &info) == 0 else { return }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      throw EngineError.usage("\(path) is not a folder, and was not touched; name another place")
    }
    guard let content = try? FileManager.default.contentsOfDirectory(atPath: path), content.isEmpty else {
      throw EngineError.usage("\(path) is not empty, or may not be read; name another folder")
    }
  }

  /// Writes a file so that after a crash it is wholly there or not at all: temporary name, flush, rename.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
    let temporary = path + ".new"
    unsafe unlink(temporary)
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure("write", path) }
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      guard count > 0 else { throw failure("write", path) }
      offset += count
    }
    guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0, unsafe rename(temporary, path) == 0 else {
      throw failure("write", path)
    }
    try flushFolder(of: path)
  }

  /// Flushes the folder that a file was renamed into, so that the name survives a power cut.
  static func flushFolder(of path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = unsafe open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("flush", folder) }
  }

  static func read(_ path: String, maximumByteCount: Int) throws -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw failure("read", path) }
    defer { try? handle.close() }
    let data = try handle.read(upToCount: maximumByteCount + 1) ?? Data()
    guard data.count <= maximumByteCount else {
      throw EngineError.failed("\(path) is larger than \(maximumByteCount) bytes, so it is not what its name says")
    }
    return [UInt8](data)
  }

  private static func failure(_ verb: String, _ path: String) -> EngineError {
    .failed("cannot \(verb) \(path): \(unsafe String(cString: strerror(errno)))")
  }

  /// Writes the key file, mode 0600, under the passphrase if there is one.
  func writeKeys(_ keys: NodeKeys, passphrase: [UInt8]?, surroundings: Surroundings) throws {
    let content = try keys.fileContent(passphrase: passphrase, randomBytes: surroundings.randomBytes)
    try Self.write(content, to: keyFile, mode: 0o600)
  }

  /// Whether the key file asks for a passphrase.
  public func keysAskForPassphrase() throws -> Bool {
    NodeKeys.isEncrypted(try Self.read(keyFile, maximumByteCount: 1 << 16))
  }

  /// Reads the key file. One that others may read is refused.
  ///
  /// - Throws: `EngineError.failed`, or `TrustError.keyFile` for a wrong passphrase.
  public func readKeys(passphrase: [UInt8]?) throws -> NodeKeys {
    var info = stat()
    guard unsafe lstat(keyFile, &info) == 0 else { throw Self.failure("read", keyFile) }
    guard info.st_mode & S_IFMT == S_IFREG, info.st_mode & 0o077 == 0, info.st_uid == geteuid() else {
      throw EngineError.failed(
        "the key file \(keyFile) can be read by others, or belongs to somebody else; run: chmod 600 '\(keyFile)'")
    }
    return try NodeKeys(
      fileContent: try Self.read(keyFile, maximumByteCount: 1 << 16), passphrase: passphrase)
  }

  func readIncarnation() throws -> String {
    let text = String(decoding: try Self.read(incarnationFile, maximumByteCount: 64), as: UTF8.self)
    return text.trimmingCharacters(in: .newlines)
  }

  func writeIncarnation(_ incarnation: String) throws {
    try Self.write(Array((incarnation + "\n").utf8), to: incarnationFile, mode: 0o600)
  }
}

/// Held while a node talks to the exchange; the kernel frees it when the process ends, however it ends.
final class NodeLock {
  private let descriptor: Int32

  /// - Throws: `EngineError.busy` when another process holds it.
  init(_ folder: NodeFolder) throws {
    descriptor = unsafe open(folder.lockFile, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw EngineError.failed("cannot open \(folder.lockFile)") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw EngineError.busy("another process is syncing this node; wait until it ends, then try again")
    }
  }

  deinit {
    // Said aloud: a child that was forked just now holds a copy of the descriptor, and the lock with it, until it execs.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
