import Foundation
import Testing

@testable import AgeFormat

@Suite("Stock age reads what we write, and we read what it writes", .enabled(if: Tool.exists("age")))
struct StockAgeTests {
  private let identity: X25519Identity
  private let drawn = Drawn(seed: 8)

  init() throws { identity = try X25519Identity(Golden.identity) }

  @Test(arguments: [0, 1, 400, 65_536, 65_537, 200_000])
  func ageReadsOurs(count: Int) throws {
    let plaintext = drawn.bytes(count)
    let file = try Age.encrypt(plaintext, to: [identity.recipient], randomBytes: drawn.bytes)
    try Folder.temporary { folder in
      try folder.write("key", Array((identity.encoded + "\n").utf8))
      try folder.write("file", file)
      // `age -o` makes no file for an empty plaintext.
      try folder.write("plain", [])
      try Tool.run("age", "-d", "-i", folder.path("key"), "-o", folder.path("plain"), folder.path("file"))
      let isSame = try folder.read("plain") == plaintext
      #expect(isSame)
    }
  }

  @Test func ageReadsTheGoldenFile() throws {
    try Folder.temporary { folder in
      try folder.write("key", Array((Golden.identity + "\n").utf8))
      try folder.write("file", Golden.file)
      try Tool.run("age", "-d", "-i", folder.path("key"), "-o", folder.path("plain"), folder.path("file"))
      #expect(try folder.read("plain") == Golden.plaintext)
    }
  }

  @Test(arguments: [0, 1, 400, 65_536, 65_537, 200_000])
  func weReadAges(count: Int) throws {
    let plaintext = drawn.bytes(count)
    let other = X25519Identity.generate(randomBytes: drawn.bytes)
    try Folder.temporary { folder in
      try folder.write("plain", plaintext)
      try Tool.run(
        "age", "-r", other.recipient.encoded, "-r", identity.recipient.encoded, "-o", folder.path("file"),
        folder.path("plain"))
      let file = try folder.read("file")
      let isSame = try Age.decrypt(file, with: [identity]) == plaintext
      #expect(isSame)
      let (header, payloadOffset) = try AgeHeader.parse(file)
      #expect(header.encoded == Array(file[..<payloadOffset]))
    }
  }

  @Test("A passphrase works both ways", .enabled(if: Tool.exists("python3")))
  func passphraseWorksBothWays() throws {
    let plaintext = drawn.bytes(400)
    try Folder.temporary { folder in
      let ours = try Age.encrypt(
        plaintext, passphrase: Array("correct horse".utf8), workFactor: 12, randomBytes: drawn.bytes)
      try folder.write("ours", ours)
      try Tool.run("python3", "-c", atTerminal, "age", "-d", "-o", folder.path("plain"), folder.path("ours"))
      #expect(try folder.read("plain") == plaintext)

      try Tool.run("python3", "-c", atTerminal, "age", "-p", "-o", folder.path("theirs"), folder.path("plain"))
      let theirs = try folder.read("theirs")
      let passphrase = Array("correct horse".utf8)
      #expect(try Age.decrypt(theirs, passphrase: passphrase, maximumWorkFactor: 18) == plaintext)
    }
  }

  /// `age` asks for passphrases at its terminal only: this gives it one, and answers each question.
  private let atTerminal = """
    import os, pty, sys
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(sys.argv[1], sys.argv[1:])
    heard = b""
    while True:
        try:
            more = os.read(terminal, 1024)
        except OSError:
            break
        if not more:
            break
        heard += more
        if b"passphrase" in heard and heard.rstrip(b" ").endswith(b":"):
            os.write(terminal, b"correct horse\\n")
            heard = b""
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """
}

@Suite("age-keygen and our keys", .enabled(if: Tool.exists("age-keygen")))
struct StockKeyTests {
  @Test func theRecipientIsTheOneThatAgeKeygenComputes() throws {
    let identity = X25519Identity.generate(randomBytes: Drawn(seed: 9).bytes)
    try Folder.temporary { folder in
      try folder.write("key", Array((identity.encoded + "\n").utf8))
      let printed = try Tool.run("age-keygen", "-y", folder.path("key"))
      #expect(printed == identity.recipient.encoded + "\n")
    }
  }
}

/// A stock program, found through the search path.
private enum Tool {
  struct Failed: Error { let command: String, status: Int32, output: String }

  static func exists(_ name: String) -> Bool {
    (try? run("sh", "-c", "command -v \(name)")) != nil
  }

  /// Runs a program without input, and gives what it printed.
  @discardableResult
  static func run(_ command: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(command: command[0], status: process.terminationStatus, output: printed)
    }
    return printed
  }
}

/// A folder for the length of one test.
private struct Folder {
  let url: URL

  static func temporary(_ body: (Folder) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "age-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(Folder(url: url))
  }

  func path(_ name: String) -> String { url.appending(path: name).path }
  func write(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path(name))) }
  func read(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(filePath: path(name)))) }
}
