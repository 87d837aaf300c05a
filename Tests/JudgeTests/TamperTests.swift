import Foundation
import Testing

/// Whoever hosts the exchange alters what lies on a node's branch. Nothing of it counts, all of it is listed, and nobody
/// else is kept waiting.
@Suite("What was altered in the exchange is refused, kept with its reason and listed; the others go on")
struct TamperTests {
  /// Where bits are flipped: a dozen places from the first bit of a file to its last.
  private static let places = (0..<12).map { Double($0) / 11 }

  @Test(arguments: ["header", "sig", "age"])
  func aFlippedBit(ending: String) throws {
    try expectRefused(each: Self.places.count) { files, exchange in
      try Self.places.enumerated().flatMap { index, place in
        try delivery(index + 1, of: files, in: exchange) { name, bytes in
          name == ending ? bytes.flippingBit(Int(Double(8 * bytes.count - 1) * place)) : bytes
        }
      }
    }
  }

  @Test func aBodyCutShort() throws {
    try expectRefused(each: 4) { files, exchange in
      try [0, 1, 2, 3].flatMap { index in
        try delivery(index + 1, of: files, in: exchange) { name, bytes in
          name == "age" ? Array(bytes.prefix([0, 100, bytes.count / 2, bytes.count - 1][index])) : bytes
        }
      }
    }
  }

  @Test func aFileTakenAway() throws {
    try expectRefused(each: 2) { files, exchange in
      try delivery(1, of: files, in: exchange).filter { $0.name != "1.sig" }
        + delivery(2, of: files, in: exchange).filter { $0.name != "2.age" }
    }
  }

  @Test func anotherNumberInTheHeader() throws {
    try expectRefused(each: 2) { files, exchange in
      try [1, 3].enumerated().flatMap { index, sequence in
        try delivery(index + 1, of: files, in: exchange) { name, bytes in
          guard name == "header" else { return bytes }
          return Array(
            String(decoding: bytes, as: UTF8.self).replacing("\"sequence\":2", with: "\"sequence\":\(sequence)").utf8)
        }
      }
    }
  }

  @Test func linksProgramsAndStrangeNames() throws {
    try expectRefused(each: 8) { files, exchange in
      let blob = try exchange.blob(Array("/etc/passwd".utf8))
      let commit = try exchange.head("dcss/statewide")
      return [
        .init(mode: "120000", blob: blob, name: "1.header"), .init(mode: "100755", blob: blob, name: "2.header"),
        .init(mode: "160000", kind: "commit", blob: commit, name: "3"), .init(blob: blob, name: "README"),
        .init(blob: blob, name: "4.header.exe"), .init(blob: blob, name: "\u{1b}[2Jgone"),
        .init(blob: blob, name: "two\nlines"), .init(blob: blob, name: "-rf"),
      ]
    }
  }

  /// A changeset that is known already, on the branch of another node and of the hub.
  @Test func aReplayOnAnotherBranch() throws {
    let stage = try Stage()
    let (site, exchange) = (stage.site, stage.exchange)
    let files = try delivery(1, of: stage.last, in: exchange)
    let before = try site.digests("dcss")
    for (node, command, branch) in [
      ("dcss", "merge", "nodes/\(try site.id(of: "b"))"), ("b", "sync", "dcss/inv-b"),
    ] {
      try exchange.append(files, to: branch)
      try site.must(node, [command], exit: 4)
      let listed = try site.qapi(node, "status", "--json").json.list("refused_files")
      #expect(listed.contains { $0.text("branch") == branch && $0.text("code") == "other-branch" }, "\(listed)")
    }
    #expect(try site.digests("b")["agency/inv-b"] == before["agency/inv-b"])
    #expect(try site.digests("dcss")["agency/inv-b"] == before["agency/inv-b"])
  }

  /// The same bytes once more on the node's own branch: they are taken once.
  @Test func aReplayOnTheSameBranch() throws {
    let stage = try Stage()
    let site = stage.site
    try site.must("dcss", "merge")
    let before = try site.digests("dcss")
    let log = try site.messages("dcss")
    try stage.exchange.append(try delivery(7, of: stage.last, in: stage.exchange), to: stage.branch)
    try site.must("dcss", "merge")
    #expect(try site.digests("dcss") == before)
    #expect(try site.messages("dcss") == log)
    #expect(try site.qapi("dcss", "audit", "verify").status == 4, "the commit is nobody's")
  }

  /// Damage to a delivery is no verdict on the changeset: when its writer syncs, the branch is put right, and it arrives.
  @Test func theWriterPutsItsBranchRight() throws {
    let stage = try Stage()
    let site = stage.site
    let damaged = try delivery(1, of: stage.last, in: stage.exchange) { $0 == "age" ? $1.flippingBit(99) : $1 }
    try stage.replaceLast(with: damaged)
    try site.must("dcss", ["merge"], exit: 4)
    try site.must("a2", ["sync"], exit: 4)
    #expect(try site.digests("a1") != site.digests("a2"))
    try site.edit("a1", ["target: one-1": "target: one-2"], message: "afterwards")
    try site.must("a1", ["sync"], exit: 4)
    for node in ["dcss", "a2"] { _ = try site.qapi(node, node == "dcss" ? "merge" : "sync") }
    #expect(try site.digests("a2") == site.digests("a1"))
    #expect(try site.digests("dcss")["agency/inv-a"] == site.digests("a1")["agency/inv-a"])
    #expect(try site.messages("dcss")["afterwards"] == 1)
  }

  /// What only the hub may write: documents, what it says to one agency, the central merge.
  @Test(arguments: ["dcss/statewide", "dcss/inv-b", "main"])
  func aCommitOnABranchOfTheHub(branch: String) throws {
    let stage = try Stage()
    let (site, exchange) = (stage.site, stage.exchange)
    try site.must("dcss", "merge")
    let roster = try site.must("b", "roster", "--json").json.number("roster_version")
    let (document, signature) = try newestRoster(in: exchange)
    let forged = String(decoding: document, as: UTF8.self).replacing(
      "\"version\":\(roster)", with: "\"version\":\(roster + 1)")
    let name = "roster-\(roster + 1).json"
    try exchange.append(
      [
        .init(blob: try exchange.blob(Array(forged.utf8)), name: name),
        .init(blob: try exchange.blob(signature), name: name + ".sig"),
      ], to: branch)
    // Whoever reads the branch refuses what it brings, and has the roster that it had.
    let reads = branch == "dcss/statewide"
    try site.must("b", ["sync"], exit: reads ? 4 : 0)
    let listed = try site.qapi("b", "status", "--json").json.list("refused_files")
    #expect(listed.contains { $0.text("code") == "bad-roster" } == reads, "\(listed)")
    #expect(try site.must("b", "roster", "--json").json.number("roster_version") == roster)
    // The hub sees it, puts its branch right, and goes on.
    try site.must(
      "dcss", "measure", "publish", "--agency", "inv-b", "--measure", "statewide-paternity", "--period", "FFY 2023",
      "--value", "89.6", "--source", "invented", "-m", "afterwards")
    try site.must("dcss", ["merge"], exit: 4)
    try site.must("dcss", "merge")
    #expect(try site.must("dcss", ["status"], exit: 4).output.contains("foreign-commit"))
    _ = try site.qapi("b", "sync")
    #expect(try site.messages("b")["afterwards"] == 1)
    #expect(try site.digests("b")["agency/inv-b"] == site.digests("dcss")["agency/inv-b"])
  }

  private func newestRoster(in exchange: ExchangeReader) throws -> (document: [UInt8], signature: [UInt8]) {
    for commit in try exchange.commits(of: "dcss/statewide") {
      let files = try exchange.files(of: commit).filter { $0.hasPrefix("roster-") && $0.hasSuffix(".json") }
      if let newest = files.max(by: { $0.localizedStandardCompare($1) == .orderedAscending }) {
        return (try exchange.bytes(commit, newest), try exchange.bytes(commit, newest + ".sig"))
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  // MARK: - The stage

  /// A site where the first node of the agency has sent a changeset that nobody has fetched yet.
  private struct Stage {
    let site: Site
    let exchange: ExchangeReader
    /// The first node's branch, and its last commit.
    let branch: String
    let last: String

    init() throws {
      site = try Site()
      exchange = ExchangeReader(site.exchange)
      for node in ["a1", "b"] {
        try site.newPlan(node)
        try site.must(node, "sync")
      }
      try site.must("a2", "sync")
      try site.must("dcss", "merge")
      try site.edit("a1", ["target: one-0": "target: one-1"], message: "the edit that is altered")
      try site.must("a1", "sync")
      branch = "nodes/\(try site.id(of: "a1"))"
      last = try exchange.head(branch)
    }

    /// Takes the last commit off the branch, and puts another there.
    func replaceLast(with entries: [ExchangeReader.Entry]) throws {
      try exchange.append(entries, to: branch, parent: try exchange.git("rev-parse", "\(last)^"))
    }
  }

  /// The three files of the changeset in a commit under a number, altered.
  private func delivery(
    _ number: Int, of commit: String, in exchange: ExchangeReader,
    _ change: (_ ending: String, _ bytes: [UInt8]) -> [UInt8] = { $1 }
  ) throws -> [ExchangeReader.Entry] {
    try ["header", "sig", "age"].map { ending in
      let bytes = change(ending, try exchange.bytes(commit, "1.\(ending)"))
      return .init(blob: try exchange.blob(bytes), name: "\(number).\(ending)")
    }
  }

  /// Replaces the changeset that was sent by what `alter` makes, and lets everybody else go on.
  ///
  /// - Parameter count: how many refusals that must lead to.
  private func expectRefused(
    each count: Int, _ alter: (_ last: String, _ exchange: ExchangeReader) throws -> [ExchangeReader.Entry]
  ) throws {
    let stage = try Stage()
    let site = stage.site
    let before = try site.digests("dcss")
    try stage.replaceLast(with: try alter(stage.last, stage.exchange))
    try site.edit("b", ["target: one-0": "target: one-b"], message: "of another agency")
    try site.must("b", "sync")
    try site.edit("a2", ["target: two-0": "target: two-2"], message: "of the second node")
    for (node, command) in [("dcss", "merge"), ("a2", "sync")] {
      let outcome = try site.must(node, [command, "--json"], exit: 4)
      #expect(try outcome.json.number("refused_files") == count)
      let status = try site.must(node, ["status", "--json"], exit: 4)
      let listed = try status.json.list("refused_files")
      #expect(Set(listed.map { $0.text("name") }).count == count, "\(status.output)")
      #expect(
        listed.allSatisfy {
          $0.text("branch") == stage.branch && !$0.text("code").isEmpty && !$0.text("detail").isEmpty
        })
      let words = try site.must(node, ["status"], exit: 4).output
      #expect(words.contains("refused files:") && words.contains(listed[0].text("code")))
      #expect((status.output + words).utf8.allSatisfy { $0 >= 32 || $0 == 10 })
    }
    // What others sent is there, and of the altered changeset nothing.
    let after = try site.digests("dcss")
    #expect(after["agency/inv-a"] == before["agency/inv-a"])
    #expect(
      try after["agency/inv-b"] != before["agency/inv-b"] && after["agency/inv-b"] == site.digests("b")["agency/inv-b"])
    #expect(try site.messages("dcss")["the edit that is altered"] == nil)
    // The next run answers for itself: nothing new is refused in it.
    try site.must("dcss", "merge")
    #expect(try site.messages("dcss")["of the second node"] == 1)
    #expect(try site.digests("dcss")["agency/inv-a"] == site.digests("a2")["agency/inv-a"])
  }
}
