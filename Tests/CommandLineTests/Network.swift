import Foundation
import Testing

/// A department with its network, and nodes of agencies.
struct Network {
  let binary: Binary
  let id: String

  init(_ binary: Binary) throws {
    self.binary = binary
    let start = try binary.qapi(
      "init", "--node", "d", "--start-network", "State", "--exchange", "exchange.git", "--no-passphrase", "--person",
      "Dee <dee>", "--json")
    id = try #require(try start.member("network") as? String)
    try #require(try binary.qapi("merge", "--node", "d").status == 0)
  }

  func add(_ node: String, agency: String, options: [String] = []) throws {
    let made = try binary.run(
      Binary.program.path,
      [
        "init", "--node", node, "--agency", agency, "--network", id, "--exchange", "exchange.git", "--no-passphrase",
        "--person", "Person \(node) <\(node)>", "--json",
      ] + options)
    let fingerprint = try #require(try made.member("fingerprint") as? String)
    let request = try binary.qapi("enroll", "request", "--node", node).output
    let approved = try binary.run(
      Binary.program.path,
      ["enroll", "approve", "-", "--node", "d", "--fingerprint", fingerprint, "--name", "Invented \(agency)"] + options,
      input: request)
    try #require(approved.status == 0, "\(approved.messages)")
    try exchange(node)
  }

  /// Both ways between a node and the department.
  func exchange(_ node: String) throws {
    for (verb, node) in [("sync", node), ("merge", "d"), ("sync", node)] {
      let run = try binary.qapi(verb, "--node", node)
      try #require(run.status == 0 || run.status == 3, "\(verb) \(node): \(run.messages)")
    }
  }
}
