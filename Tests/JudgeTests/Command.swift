import Foundation

/// How a program ended, and what it said.
struct Outcome {
  let command: String
  let output: String
  let errors: String
  /// The exit code, or 128 and the number of the signal, as a shell tells it.
  let status: Int32

  var isKilled: Bool { status == 128 + SIGKILL }

  /// The line of JSON that the program printed.
  var json: JSONObject {
    get throws {
      guard let line = output.split(separator: "\n").first,
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      else { throw Unexpected(outcome: self, words: "it printed no JSON") }
      return JSONObject(members: object)
    }
  }
}

/// An object of JSON, as far as these tests look into one.
struct JSONObject {
  let members: [String: Any]

  func text(_ key: String) -> String { members[key] as? String ?? "" }
  func number(_ key: String) -> Int { (members[key] as? NSNumber)?.intValue ?? -1 }
  func object(_ key: String) -> JSONObject { JSONObject(members: members[key] as? [String: Any] ?? [:]) }
  func list(_ key: String) -> [JSONObject] {
    (members[key] as? [[String: Any]] ?? []).map { JSONObject(members: $0) }
  }
}

/// A program that did not do what a test needs before it can look at anything.
struct Unexpected: Error, CustomStringConvertible {
  let outcome: Outcome
  let words: String

  var description: String {
    "\(words)\n$ \(outcome.command)\nexit \(outcome.status)\n\(outcome.output)\(outcome.errors)"
  }
}

/// A program at work, started with a clean environment.
///
/// Not `Foundation.Process`: these tests kill programs to the millisecond, and hand them further descriptors.
final class Running {
  private let id: pid_t
  private let command: String
  private let files: String
  private var ended: Outcome?

  /// - Parameters:
  ///   - arguments: the first is found on PATH unless it is a path.
  ///   - input: what the program reads on standard input.
  ///   - secret: what it reads on descriptor 3.
  init(
    _ arguments: [String], in folder: String, environment: [String: String] = [:], input: String = "",
    secret: String? = nil
  ) throws {
    command = arguments.joined(separator: " ")
    files = Scratch.root + "/run-" + UUID().uuidString
    try input.write(toFile: files + ".in", atomically: false, encoding: .utf8)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let fresh = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 0, files + ".in", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, files + ".out", fresh, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, files + ".err", fresh, 0o600)
    if let secret {
      try secret.write(toFile: files + ".fd3", atomically: false, encoding: .utf8)
      unsafe posix_spawn_file_actions_addopen(&actions, 3, files + ".fd3", O_RDONLY, 0)
    }
    // Threads that tests run on block signals; children must not inherit that.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let variables = Running.environment.merging(environment) { $1 }
    // `env` goes into the folder and becomes the program, under the same process id.
    var argv = unsafe (["/usr/bin/env", "-C", folder] + arguments).map { unsafe strdup($0) } + [nil]
    var envp = unsafe variables.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for index in unsafe argv.indices { unsafe free(argv[index]) }
      for index in unsafe envp.indices { unsafe free(envp[index]) }
    }
    var id: pid_t = 0
    guard unsafe posix_spawn(&id, "/usr/bin/env", &actions, &attributes, &argv, &envp) == 0 else {
      throw Unexpected(
        outcome: Outcome(command: command, output: "", errors: "", status: 127), words: "it does not start")
    }
    self.id = id
  }

  deinit {
    if ended == nil {
      kill()
      _ = wait()
    }
  }

  /// SIGKILL, which nothing can catch.
  func kill() { _ = Foundation.kill(id, SIGKILL) }

  func wait() -> Outcome {
    if let ended { return ended }
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0 && errno == EINTR {}
    func text(_ ending: String) -> String {
      String(decoding: FileManager.default.contents(atPath: files + ending) ?? Data(), as: UTF8.self)
    }
    // A long message goes on below itself.
    func unwrapped(_ text: String) -> String { text.replacing("\n       ", with: " ") }
    let outcome = Outcome(
      command: command, output: text(".out"), errors: unwrapped(text(".err")),
      status: status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f)
    for ending in [".in", ".out", ".err", ".fd3"] { unsafe unlink(files + ending) }
    ended = outcome
    return outcome
  }

  /// Nothing of the machine's or the person's settings reaches a program, only where programs are found.
  static let environment: [String: String] = [
    "PATH": (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin") + ":/usr/sbin", "HOME": Scratch.root,
    "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
    "GIT_AUTHOR_NAME": "somebody", "GIT_AUTHOR_EMAIL": "somebody@example.org", "GIT_COMMITTER_NAME": "somebody",
    "GIT_COMMITTER_EMAIL": "somebody@example.org",
  ]
}

/// Stock tools.
enum Tool {
  /// Runs a tool to its end.
  static func outcome(
    _ arguments: [String], in folder: String = Scratch.root, environment: [String: String] = [:], input: String = ""
  ) throws -> Outcome {
    try Running(arguments, in: folder, environment: environment, input: input).wait()
  }

  /// Runs a tool that must succeed, and gives what it printed, without the last line end.
  @discardableResult
  static func run(_ arguments: String..., in folder: String = Scratch.root, input: String = "") throws -> String {
    let outcome = try outcome(arguments, in: folder, input: input)
    guard outcome.status == 0 else { throw Unexpected(outcome: outcome, words: "a stock tool failed") }
    return outcome.output.hasSuffix("\n") ? String(outcome.output.dropLast()) : outcome.output
  }
}

/// The folder below which all tests of this process play.
enum Scratch {
  static let root: String = {
    let path = FileManager.default.temporaryDirectory.path + "/qapi-judge-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    atexit { try? FileManager.default.removeItem(atPath: Scratch.root) }
    return path
  }()
}
