import Foundation

/// The places of the build and of the sources.
enum Place {
  /// The program under test: the one that QAPI_PROGRAM names, as `Tests/run` does, else the one built beside these tests.
  static let qapi: String = {
    if let named = ProcessInfo.processInfo.environment["QAPI_PROGRAM"] { return named }
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    return products.appendingPathComponent("qapi").path
  }()

  /// The folder of the package, above this file.
  static let package: String = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder.path
  }()
}

/// How the nodes of a site reach its exchange.
struct Access: Sendable {
  var url: String
  /// Flags of `init` and `remote set`, which the node remembers.
  var flags: [String] = []
  /// What a command reads on descriptor 3, named by `--https-token-fd`.
  var token: String?
}

/// A network in a temporary folder, made through the command line: an exchange, the department (`dcss`), one agency with
/// two nodes (`a1`, `a2`) and one with a single node (`b`).
final class Site: Sendable {
  static let nodes = ["dcss", "a1", "a2", "b"]
  let path: String
  let network: String
  private let access: Access

  var exchange: String { path + "/exchange.git" }

  /// - Parameter access: how the exchange at a path is reached; else by that path.
  init(reaching access: (String) throws -> Access = { Access(url: $0) }) throws {
    path = Scratch.root + "/site-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let exchange = path + "/exchange.git"
    try Tool.run("git", "init", "-q", "--bare", exchange)
    // Accepts pushes over HTTP, where the server lets the user in.
    try Tool.run("git", "--git-dir", exchange, "config", "http.receivepack", "true")
    let reach = try access(exchange)
    self.access = reach
    let started = try Site.run(
      [
        "init", "--start-network", "Trial", "--exchange", reach.url, "--person", "Ana Ruiz <ana>", "--no-passphrase",
        "--json",
      ]
        + reach.flags + ["--node", path + "/dcss"], in: path)
    guard started.status == 0 else { throw Unexpected(outcome: started, words: "the network does not start") }
    network = try started.json.text("network")
    for node in ["a1", "a2", "b"] { try join(node) }
    try must("dcss", "merge")
    for node in ["a1", "a2", "b"] { try must(node, "sync") }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Makes a node of the agency whose letter its name begins with, and has the department approve it.
  func join(_ node: String) throws {
    let agency = "inv-\(node.prefix(1))"
    try must(
      node,
      [
        "init", "--agency", agency, "--network", network, "--exchange", access.url, "--person", "\(node) <\(node)>",
        "--no-passphrase",
      ] + access.flags)
    let request = try must(node, "enroll", "request", "--json").json
    try request.text("request").write(toFile: file("request.txt"), atomically: true, encoding: .utf8)
    try must(
      "dcss", "enroll", "approve", file("request.txt"), "--fingerprint", request.text("fingerprint"), "--name",
      "Invented \(agency)")
  }

  /// The path of a file beside the nodes.
  func file(_ name: String) -> String { path + "/" + name }

  func folder(_ node: String) -> String { path + "/" + node }

  // MARK: - The program

  /// Runs `qapi` on a node.
  func qapi(_ node: String, _ arguments: String...) throws -> Outcome { try qapi(node, arguments) }

  func qapi(_ node: String, _ arguments: [String], input: String = "", secret: String? = nil) throws -> Outcome {
    try start(node, arguments, input: input, secret: secret).wait()
  }

  /// Starts `qapi` on a node, to be waited for or killed.
  func start(_ node: String, _ arguments: [String], input: String = "", secret: String? = nil) throws -> Running {
    var arguments = arguments + ["--node", folder(node)]
    let talks = ["sync", "merge"].contains(arguments[0])
    if access.token != nil, talks { arguments += ["--https-token-fd", "3"] }
    return try Running(
      [Place.qapi] + arguments, in: path, input: input, secret: secret ?? (talks ? access.token : nil))
  }

  /// Runs `qapi` on a node where it must succeed before a test can go on.
  @discardableResult
  func must(_ node: String, _ arguments: String...) throws -> Outcome { try must(node, arguments) }

  @discardableResult
  func must(_ node: String, _ arguments: [String], exit: Int32 = 0) throws -> Outcome {
    let outcome = try qapi(node, arguments)
    guard outcome.status == exit else { throw Unexpected(outcome: outcome, words: "exit \(exit) is expected") }
    return outcome
  }

  private static func run(_ arguments: [String], in folder: String) throws -> Outcome {
    try Running([Place.qapi] + arguments, in: folder).wait()
  }

  // MARK: - What the nodes hold

  func id(of node: String) throws -> String { try must(node, "whoami", "--json").json.text("node") }

  /// The digest of each audience's rows.
  func digests(_ node: String) throws -> [String: String] {
    let status = try qapi(node, "status", "--json").json
    return Dictionary(uniqueKeysWithValues: status.list("digests").map { ($0.text("audience"), $0.text("digest")) })
  }

  /// How often each message stands in the log of a node; one transaction has one.
  func messages(_ node: String) throws -> [String: Int] {
    let log = try must(node, "log", "--number", "1000000", "--json").json
    return log.list("transactions").reduce(into: [:]) { $0[$1.text("message"), default: 0] += 1 }
  }

  /// Everything that stands in a node's database, as the `sqlite3` shell writes it out.
  func dump(_ node: String) throws -> String { try Tool.run("sqlite3", folder(node) + "/node.sqlite", ".dump") }

  // MARK: - Plans

  /// A plan with two goals, one measurement and one tactic each, written on a node.
  @discardableResult
  func newPlan(_ node: String) throws -> String {
    try Site.plan.write(toFile: file("plan-new.yaml"), atomically: true, encoding: .utf8)
    return try must(node, "plan", "new", "--file", file("plan-new.yaml"), "-m", "new plan", "--json").json.text("plan")
  }

  /// The newest plan of a node as the document that people edit.
  func document(_ node: String) throws -> String { try must(node, "plan", "show", "latest", "--yaml").output }

  /// Edits the newest plan of a node: the texts on the left become those on the right.
  @discardableResult
  func edit(_ node: String, _ replacements: KeyValuePairs<String, String>, message: String) throws -> Outcome {
    let path = try write(Site.replaced(try document(node), replacements), for: node)
    return try must(node, "plan", "edit", "latest", "--file", path, "-m", message, "--json")
  }

  func write(_ document: String, for node: String) throws -> String {
    let path = file("edit-\(node).yaml")
    try document.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  static func replaced(_ document: String, _ replacements: KeyValuePairs<String, String>) -> String {
    replacements.reduce(document) { text, pair in
      text.replacing(try! Regex(pair.key).anchorsMatchLineEndings(), with: pair.value)
    }
  }

  /// Goal 1 is edited by the first node of the agency, goal 5 by the second, so that they do not meet in a field.
  private static let plan = """
    title: A plan for trials
    blocks:
    - goal: 1
      objective: 2
      measurements:
      - title: Orders in block one
        baseline: 0
        target: one-0
        unit: orders
      tactics:
      - initiative: 2
        title: Tactic one-0
        leads: Invented lead
        strategy: |
          Strategy of block one.
        status: not started
    - goal: 5
      objective: 3
      measurements:
      - title: Appointments in block two
        baseline: 0
        target: two-0
        unit: percent
      tactics:
      - initiative: 1
        title: Tactic two
        leads: Invented lead
        strategy: |
          Strategy of block two.
        status: not started
    """
}
