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
