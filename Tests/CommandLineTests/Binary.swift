import Foundation
import Testing

/// The built program, run as a person runs it, in a folder of its own.
struct Binary {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "qapi-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try run("git", ["init", "-q", "--bare", "exchange.git"])
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  struct Run {
    let status: Int32
    let output: String
    let messages: String

    /// The member of a JSON object on standard output.
    func member(_ name: String) throws -> Any {
      let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
      #expect(object?["format"] as? Int == 1)
      return try #require(object?[name])
    }
  }

  /// The program that QAPI_PROGRAM names: `Tests/run` names the one that is released, which these tests start some thousand times.
  /// Else the one beside the bundle of the tests.
  static let program =
    ProcessInfo.processInfo.environment["QAPI_PROGRAM"].map { URL(filePath: $0) }
    ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "qapi")

  @discardableResult
  func qapi(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Run {
    try run(Self.program.path, arguments, input: input, environment: environment)
  }

  @discardableResult
  func run(_ program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:]) throws
    -> Run
  {
    let process = Process()
    process.executableURL = URL(filePath: program.hasPrefix("/") ? program : "/usr/bin/env")
    process.arguments = program.hasPrefix("/") ? arguments : [program] + arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.path, "LANG": "C",
    ].merging(environment) { $1 }
    let files = try ["in", "out", "err"].map { name in
      let path = folder.appending(path: ".\(name)").path
      _ = FileManager.default.createFile(atPath: path, contents: name == "in" ? Data(input.utf8) : nil)
      return try #require(FileHandle(forUpdatingAtPath: path))
    }
    process.standardInput = files[0]
    process.standardOutput = files[1]
    process.standardError = files[2]
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: ".\(name)"), encoding: .utf8)
    }
    // A long message goes on below itself.
    let run = Run(
      status: process.terminationStatus, output: try text("out"),
      messages: try text("err").replacing("\n       ", with: " "))
    // No message is more than what, where and next, and none holds an escape sequence.
    #expect(!run.messages.contains("\u{1b}") && !run.output.contains("\u{1b}"))
    return run
  }
}
