import Foundation
import GitExchange

/// A temporary folder for one test, gone when the test ends.
final class Scratch {
  let path: String

  init() {
    HostileHome.install()
    path = FileManager.default.temporaryDirectory.path + "/git-exchange-" + UUID().uuidString
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
    try text.write(toFile: self(name), atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: self(name))
    return self(name)
  }

  func read(_ name: String) throws -> String { try String(contentsOfFile: self(name), encoding: .utf8) }
}

/// A home folder whose settings would break every test here if libgit2 read them; in force before libgit2 starts.
enum HostileHome {
  static func install() { _ = path }

  static let path: String = {
    let path = FileManager.default.temporaryDirectory.path + "/git-exchange-home"
    try! FileManager.default.createDirectory(atPath: path + "/.ssh", withIntermediateDirectories: true)
    let settings = """
      [url "https://evil.invalid/"]
        insteadOf = /
        insteadOf = file://
        insteadOf = ssh://
        insteadOf = https://localhost
      [init]
        templateDir = \(path)/template
        defaultBranch = evil
      [core]
        hooksPath = \(path)/hooks
        fsync = none
      [http]
        proxy = http://127.0.0.1:1
        followRedirects = true
      [remote "evil"]
        url = https://evil.invalid
      """
    try! settings.write(toFile: path + "/.gitconfig", atomically: true, encoding: .utf8)
    unsafe setenv("HOME", path, 1)
    unsafe setenv("XDG_CONFIG_HOME", path, 1)
    unsafe setenv("GIT_DIR", "/nonexistent/git-dir", 1)
    unsafe setenv("GIT_OBJECT_DIRECTORY", "/nonexistent/objects", 1)
    unsafe setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", "/nonexistent/alternates", 1)
    unsafe setenv("HTTPS_PROXY", "http://127.0.0.1:1", 1)
    return path
  }()
}

struct ToolFailed: Error {
  let command: String
  let status: Int32
  let message: String
}

/// Runs a stock tool in a clean environment.
struct Tool {
  static func environment(home: String = "/nonexistent") -> [String: String] {
    [
      "PATH": "/usr/sbin:/usr/bin:/bin:/usr/local/bin", "HOME": home, "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b",
      "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b",
    ]
  }

  @discardableResult
  static func run(
    _ arguments: String..., in folder: String? = nil, input: [UInt8] = [], environment extra: [String: String] = [:]
  ) throws -> String {
    try run(arguments, in: folder, input: input, environment: extra)
  }

  @discardableResult
  static func run(
    _ arguments: [String], in folder: String? = nil, input: [UInt8] = [], environment extra: [String: String] = [:]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = environment().merging(extra) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let writer = Thread {
      try? standardInput.fileHandleForWriting.write(contentsOf: Data(input))
      try? standardInput.fileHandleForWriting.close()
    }
    writer.start()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ToolFailed(
        command: arguments.joined(separator: " "), status: process.terminationStatus,
        message: String(decoding: complaint, as: UTF8.self))
    }
    return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}

/// Armored text that looks like a signature; only `SignatureTests` make real ones.
let sampleSignature = Array("-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----".utf8)

extension GitRepository {
  /// A commit with one file that names it.
  func commitSample(
    _ name: String, parents: [GitObjectID] = [], time: Int64 = 1_700_000_000
  ) throws -> GitObjectID {
    try writeCommit(
      files: [GitFile(name: name, bytes: Array(name.utf8))], parents: parents, message: name + "\n",
      author: .init(name: "node-a", email: "node-a@example.org"), time: time, sign: { _ in sampleSignature })
  }

  /// What stock git says in this repository.
  @discardableResult
  func git(_ arguments: String..., input: [UInt8] = []) throws -> String {
    try Tool.run(["git", "--git-dir=\(path)"] + arguments, input: input)
  }
}

/// The error that the exchange throws, or `nil` if it throws none or one of another kind.
func failure(of body: () throws -> Void) -> GitError? {
  do {
    try body()
    return nil
  } catch {
    return error as? GitError
  }
}

extension GitError {
  var rejections: [Rejection] {
    guard case .pushRejected(let rejections) = self else { return [] }
    return rejections
  }
}
