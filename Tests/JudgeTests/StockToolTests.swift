import Foundation
import Testing

/// The page `CheckWithStockTools` of the engine's documents is the test: its blocks are run as they stand there.
@Suite("Anyone checks the exchange with stock tools, as the page says")
struct StockToolTests {
  @Test func everySignatureHashAndChainHolds() throws {
    let site = try busySite()
    let outcome = try check(site.exchange, of: site)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("DOUBT"), "\(outcome.output)")
    let exchange = ExchangeReader(site.exchange)
    var commits = 0
    var deliveries = 0
    var documents = 0
    for branch in try exchange.branches() {
      for commit in try exchange.commits(of: branch) {
        commits += 1
        guard branch != "main" else { continue }
        let files = try exchange.files(of: commit)
        deliveries += files.count { $0.hasSuffix(".header") }
        documents += files.count { $0.hasSuffix(".json.sig") }
      }
    }
    #expect(deliveries >= 6 && documents >= 8 && commits > 10)
    func good(_ namespace: String) -> Int {
      (outcome.output + outcome.errors).ranges(of: "Good \"\(namespace)\" signature").count
    }
    #expect(good("git") == commits)
    #expect(good("qapi-changeset") == deliveries)
    #expect(["root", "roster", "schema", "receipts"].map { good("qapi-\($0)") }.reduce(0, +) == documents)
  }

  @Test func whatWasTouchedIsDoubted() throws {
    let site = try busySite()
    let exchange = ExchangeReader(site.exchange)
    let branch = "nodes/\(try site.id(of: "b"))"
    let other = String(repeating: "0", count: 64)
    #expect(try check(site.exchange, of: site, network: other).output.contains("DOUBT network"))
    try exchange.append(to: branch, replacing: "1.age") { $0.flippingBit(8 * $0.count / 2) }
    let touched = try check(site.exchange, of: site).output
    #expect(touched.contains("DOUBT commit") && touched.contains("DOUBT body"))
    // The changeset stands there twice now.
    #expect(touched.contains("DOUBT chain"))
    #expect(!touched.contains("DOUBT signature"))
    try exchange.append(to: branch, replacing: "1.header") { $0.flippingBit(8 * $0.count / 2) }
    #expect(try check(site.exchange, of: site).output.contains("DOUBT signature"))
  }

  static let judge = Place.package + "/.build/judges/bin/python3"

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: judge),
      "Tests/run installs apsw, another reader of SQLite changesets, in .build/judges"))
  func contentOpensAndAnotherToolReadsIt() throws {
    let site = try busySite()
    let page = try Page()
    // The first changeset of the agency: its plan.
    let exchange = ExchangeReader(site.exchange)
    let commit = try #require(try exchange.commits(of: "nodes/\(try site.id(of: "a1"))").last)
    let script = ([page.shell[0]] + page.shell.suffix(1)).joined(separator: "\n")
      .replacing("EXCHANGE", with: site.exchange).replacing("AUDIENCE", with: "agency/inv-a")
      .replacing("COMMIT", with: commit).replacing("N.age", with: "1.age")
    let folder = site.file("content")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let opened = try Page.run(script, in: folder, node: site.folder("a2"))
    #expect(opened.status == 0, "\(opened.errors)")
    let manifest = try String(contentsOfFile: folder + "/clone.git/manifest.json", encoding: .utf8)
    #expect(manifest.contains("\"message\":\"new plan\""))
    let reading = try Tool.outcome([Self.judge, "-c", try #require(page.python.first)], in: folder + "/clone.git")
    #expect(reading.status == 0, "\(reading.errors)")
    for table in ["plan", "plan_block", "plan_measurement", "plan_tactic"] {
      #expect(reading.output.contains("INSERT \(table) "))
    }
    #expect(reading.output.contains("Strategy of block two."))
  }

  @Test func theIdentityOfAnotherAudienceDoesNotOpen() throws {
    let site = try busySite()
    let identity = try site.must("b", "audit", "identity", "--audience", "agency/inv-b").output
    try identity.write(toFile: site.file("identity"), atomically: true, encoding: .utf8)
    let exchange = ExchangeReader(site.exchange)
    for (node, opens) in [("b", true), ("a1", false)] {
      let commit = try exchange.head("nodes/\(try site.id(of: node))")
      let outcome = try Tool.outcome(
        ["sh", "-c", "git --git-dir '\(site.exchange)' cat-file blob \(commit):1.age | age -d -i identity | tar -tz"],
        in: site.path)
      #expect((outcome.status == 0) == opens)
    }
    #expect(try site.qapi("b", "audit", "identity", "--audience", "agency/inv-a").status == 2)
  }

  /// A site in which everybody has written something, one node has left, and all of it is merged.
  private func busySite() throws -> Site {
    let site = try Site()
    for node in ["a1", "b"] {
      try site.newPlan(node)
      try site.must(node, "sync")
    }
    try site.must("a2", "sync")
    try site.edit("a2", ["target: two-0": "target: two-1"], message: "edit on the second node")
    try site.must("a2", "sync")
    try site.must(
      "dcss", "measure", "publish", "--agency", "inv-b", "--measure", "statewide-paternity", "--period", "FFY 2023",
      "--value", "89.6", "--source", "invented")
    try site.must("dcss", "merge")
    try site.must("dcss", "roster", "revoke", try site.id(of: "a2"), "--yes")
    try site.must("dcss", "merge")
    try site.must("a1", "sync")
    try site.edit("a1", ["target: one-0": "target: one-1"], message: "edit after the rotation")
    try site.must("a1", "sync")
    try site.must("dcss", "merge")
    return site
  }

  /// Runs the page's blocks up to content.
  private func check(_ exchange: String, of site: Site, network: String? = nil) throws -> Outcome {
    let script = try Page().shell.dropLast().joined(separator: "\n")
      .replacing("EXCHANGE", with: exchange).replacing("NETWORK", with: network ?? site.network)
    let folder = site.file("auditor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    return try Page.run(script, in: folder, node: site.folder("dcss"))
  }
}

/// The code blocks of the page.
private struct Page {
  let shell: [String]
  let python: [String]

  init() throws {
    let text = try String(
      contentsOfFile: Place.package + "/Sync/SyncEngine/SyncEngine.docc/CheckWithStockTools.md", encoding: .utf8)
    func blocks(_ language: String) -> [String] {
      text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
        $0.components(separatedBy: "```\n").first
      }
    }
    shell = blocks("sh")
    python = blocks("python")
  }

  static func run(_ script: String, in folder: String, node: String) throws -> Outcome {
    let products = URL(fileURLWithPath: Place.qapi).deletingLastPathComponent().path
    return try Tool.outcome(
      ["bash", "-euo", "pipefail", "-c", script], in: folder,
      environment: ["PATH": products + ":" + Running.environment["PATH", default: ""], "QAPI_NODE": node])
  }
}
