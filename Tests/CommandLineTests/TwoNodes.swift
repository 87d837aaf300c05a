import Foundation
import Testing

/// Two nodes of one invented agency, `a1` and `a2`, that both have its plan, and the department's node `d`.
struct TwoNodes {
  let binary: Binary
  let network: Network
  static let nodes = ["a1", "a2", "d"]

  private static let document = """
    title: Plan of an invented agency
    blocks:
    - goal: 1
      objective: 1
      measurements:
      - title: Collections
        baseline: 61.8
        target: 63.8
      tactics:
      - title: Calls
        initiative: 1
        strategy: We call within ten days and write down what was said.
      - title: Letters
        strategy: Letters go out weekly.
    - goal: 2
      objective: 1
      tactics:
      - title: Visits
        strategy: We visit two employers a month.

    """

  init(_ binary: Binary) throws {
    self.binary = binary
    network = try Network(binary)
    try network.add("a1", agency: "inv-a")
    try network.add("a2", agency: "inv-a")
    _ = try done(["plan", "new", "--node", "a1", "--file", "-"], input: Self.document)
    try meet()
  }

  @discardableResult
  func done(_ arguments: [String], _ status: Int32 = 0, editor: String? = nil, input: String = "") throws -> Binary.Run
  {
    let run = try binary.run(
      Binary.program.path, arguments, input: input, environment: editor.map { ["EDITOR": $0] } ?? [:])
    try #require(run.status == status, "\(arguments): \(run.status): \(run.output)\(run.messages)")
    return run
  }

  /// `qapi plan VERB latest` on a node.
  @discardableResult
  func plan(_ node: String, _ verb: String, _ rest: String..., status: Int32 = 0) throws -> Binary.Run {
    try done(["plan", verb, "latest", "--agency", "inv-a", "--node", node] + rest, status)
  }

  /// Edits the plan's document with a script of `sed`.
  func edit(_ node: String, _ script: String, _ why: String) throws {
    try done(["plan", "edit", "latest", "--node", node, "-m", why], editor: "sed -i -e '\(script)'")
  }

  /// Edits it with an expression of `perl` that sees the whole document.
  func rewrite(_ node: String, _ expression: String, _ why: String) throws {
    try done(["plan", "edit", "latest", "--node", node, "-m", why], editor: "perl -0pi -e '\(expression)'")
  }

  /// Approved by another person than whoever edits, and handed in.
  func handIn(_ node: String, _ item: String = "plan", note: String = "") throws {
    try plan(node, "approve", "--person", "Ana Ruiz <aruiz>")
    try plan(node, "submit", "--item", item, "--note", note)
  }

  /// One node and the department, both ways.
  func meet(_ node: String) throws { try network.exchange(node) }

  /// All of them, until everybody has everything.
  func meet() throws {
    for node in ["a1", "a2", "a1"] { try network.exchange(node) }
  }

  // MARK: What they say

  func member(_ name: String, of node: String) throws -> String? {
    try plan(node, "show", "--json").member(name) as? String
  }

  /// The same on all nodes.
  func state() throws -> String {
    let states = try Self.nodes.map { node in
      "\(try member("state", of: node) ?? "")/\(try member("amendment", of: node) ?? "-")"
    }
    #expect(Set(states).count == 1, "\(states)")
    return states[0]
  }

  func findings(_ node: String) throws -> [[String: Any]] {
    let run = try binary.qapi("findings", "--node", node, "--json")
    let findings = try #require(try run.member("findings") as? [[String: Any]])
    #expect(run.status == (findings.isEmpty ? 0 : 3))
    return findings
  }

  /// The names of the rules, the same on all nodes.
  func rules() throws -> [String] {
    let rules = try Self.nodes.map { node in try findings(node).compactMap { $0["rule"] as? String } }
    #expect(Set(rules).count == 1, "\(rules)")
    return rules[0]
  }

  func conflicts(_ node: String) throws -> [[String: Any]] {
    let run = try binary.qapi("conflicts", "--node", node, "--json")
    let conflicts = try #require(try run.member("conflicts") as? [[String: Any]])
    #expect(run.status == (conflicts.isEmpty ? 0 : 3))
    return conflicts
  }

  /// Whether every node has the same rows.
  func expectSameRows(_ place: SourceLocation = #_sourceLocation) throws {
    let digests = try Self.nodes.map { node in
      let run = try binary.qapi("status", "--node", node, "--json")
      let digests = try #require(try run.member("digests") as? [[String: Any]])
      return try digests.map { "\(try #require($0["audience"])) \(try #require($0["digest"]))" }.sorted()
    }
    #expect(digests[0].count == 2 && Set(digests).count == 1, "\(digests)", sourceLocation: place)
  }

  /// Those of some texts that a node has no more: neither as the value that stands, nor as a value that was overwritten,
  /// nor as a side of a conflict.
  func lost(_ texts: [String], on node: String) throws -> [String] {
    let known =
      try plan(node, "show", "--json").output
      + done(["log", "plan", "latest", "--agency", "inv-a", "--node", node, "--json"]).output
      + binary.qapi("conflicts", "--node", node, "--json").output
    return texts.filter { !known.contains($0) }
  }
}
