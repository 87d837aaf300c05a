import Foundation

/// Reads an exchange with stock git.
struct ExchangeReader {
  let path: String

  init(_ path: String) { self.path = path }

  /// One place in the history of a node.
  struct Position: Hashable {
    var node: String
    var incarnation: String
    var audience: String
    var sequence: Int
  }

  /// The git ids of all headers that stand at a position, over all branches and commits.
  func changesetsByPosition() throws -> [Position: Set<String>] {
    var places: [Position: Set<String>] = [:]
    for (id, header) in try headers() {
      let place = Position(
        node: header.text("node"), incarnation: header.text("incarnation"), audience: header.text("audience"),
        sequence: header.number("sequence"))
      places[place, default: []].insert(id)
    }
    return places
  }

  /// Every header of the exchange by its git id.
  func headers() throws -> [String: JSONObject] {
    let objects = try git("rev-list", "--all", "--objects").split(separator: "\n")
    let ids = Set(objects.filter { $0.hasSuffix(".header") }.map { String($0.prefix { $0 != " " }) })
    var headers: [String: JSONObject] = [:]
    for id in ids {
      let text = try git("cat-file", "blob", id)
      guard let members = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else { continue }
      headers[id] = JSONObject(members: members)
    }
    return headers
  }

  func head(_ branch: String) throws -> String { try git("rev-parse", "refs/heads/\(branch)") }

  @discardableResult
  func git(_ arguments: String..., input: String = "") throws -> String {
    let outcome = try Tool.outcome(["git", "--git-dir", path] + arguments, input: input)
    guard outcome.status == 0 else { throw Unexpected(outcome: outcome, words: "git failed") }
    return outcome.output.hasSuffix("\n") ? String(outcome.output.dropLast()) : outcome.output
  }
}

extension ExchangeReader {
  func branches() throws -> [String] {
    try git("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads").split(separator: "\n").map(String.init)
  }

  /// The commits of a branch, newest first.
  func commits(of branch: String) throws -> [String] {
    try git("rev-list", "refs/heads/\(branch)").split(separator: "\n").map(String.init)
  }

  func files(of commit: String) throws -> [String] {
    try git("ls-tree", "--name-only", commit).split(separator: "\n").map(String.init)
  }

  /// The bytes of a file.
  func bytes(_ commit: String, _ file: String) throws -> [UInt8] {
    let path = Scratch.root + "/blob-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Tool.run(
      "sh", "-c", "git --git-dir \"$1\" cat-file blob \"$2\" > \"$3\"", "sh", self.path, "\(commit):\(file)", path)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Stores bytes as a blob.
  func blob(_ bytes: [UInt8]) throws -> String {
    let path = Scratch.root + "/blob-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try git("hash-object", "-w", path)
  }

  /// One entry of a tree.
  struct Entry {
    var mode = "100644"
    var kind = "blob"
    var blob: String
    var name: String
  }

  /// Puts a commit that nobody signed on a branch, as whoever hosts the exchange could.
  ///
  /// - Parameter parent: the commit before; else the head of the branch.
  @discardableResult
  func append(_ entries: [Entry], to branch: String, parent: String? = nil) throws -> String {
    let list = entries.map { "\($0.mode) \($0.kind) \($0.blob)\t\($0.name)\0" }.joined()
    let tree = try git("mktree", "-z", input: list)
    let commit = try git("commit-tree", "-m", "touched", "-p", parent ?? head(branch), tree)
    try git("update-ref", "refs/heads/\(branch)", commit)
    return commit
  }

  /// Appends the files of the last commit again, one of them with other bytes.
  func append(to branch: String, replacing name: String, with change: ([UInt8]) -> [UInt8]) throws {
    let head = try head(branch)
    try append(
      try files(of: head).map { file in
        let bytes = try bytes(head, file)
        return Entry(blob: try blob(file == name ? change(bytes) : bytes), name: file)
      }, to: branch)
  }
}

extension [UInt8] {
  func flippingBit(_ index: Int) -> [UInt8] {
    var bytes = self
    bytes[index / 8] ^= 1 << UInt8(index % 8)
    return bytes
  }
}
