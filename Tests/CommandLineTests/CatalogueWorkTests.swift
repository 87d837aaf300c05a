import Foundation
import Testing

@Suite("Catalogue, self-assessments and practices, as people use them", .serialized)
struct CatalogueWorkTests {
  /// The department, and a node of each of two invented agencies.
  private func withNetwork(_ body: (Binary, Network) throws -> Void) throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try Network(binary)
    try network.add("a", agency: "inv-a")
    try network.add("b", agency: "inv-b")
    try body(binary, network)
  }

  private func list(_ binary: Binary, _ arguments: String..., member: String) throws -> [[String: Any]] {
    let run = try binary.run(Binary.program.path, arguments + ["--json"])
    #expect(run.status == 0, "\(run.messages)")
    return try #require(try run.member(member) as? [[String: Any]])
  }

  @Test("The catalogue needs no node")
  func withoutNode() throws {
    let binary = try Binary()
    defer { binary.remove() }
    #expect(try list(binary, "catalogue", "areas", member: "areas").count == 6)
    #expect(try list(binary, "catalogue", "list", member: "entries").count == 170)
    #expect(try list(binary, "catalogue", "list", "as.2", member: "entries").count == 7)
    #expect(try list(binary, "catalogue", "search", "303.101", member: "hits").count == 2)
    #expect(try binary.qapi("catalogue", "show", "as 2.6").output.contains("Submit Administrative Expense Claims"))
    let wrong = try binary.qapi("catalogue", "show", "AS.2.9")
    #expect(wrong.status == 2 && wrong.messages.contains("AS.2.6 Meet IV-D Fund Management Requirements"))
    #expect(try binary.qapi("catalogue", "show", "AS.2.6", "--node", "nowhere").status == 2)
    for line in try binary.qapi("catalogue", "show", "CM.1.2").output.split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
    }
    #expect(try binary.qapi("catalogue", "export", "--html", "--output", "c.html").status == 0)
    #expect(try binary.qapi("catalogue", "export").status == 2)
    #expect(FileManager.default.fileExists(atPath: binary.folder.appending(path: "c.html").path))
  }

  @Test("An agency assesses itself; the department reads it, and no other agency does")
  func assessing() throws {
    try withNetwork { binary, network in
      for (day, rating) in [("2024-01-31", "2"), ("2024-06-30", "3")] {
        let run = try binary.qapi(
          "assess", "add", "AS.2.6", "--rating", rating, "--findings", "As found", "--on", day, "--node", "a")
        #expect(run.status == 0, "\(run.messages)")
      }
      let refused: [([String], String)] = [
        (["AS.2", "--rating", "3", "--findings", "x", "--node", "a"], "is a function, and no element"),
        (["AS.2.6", "--rating", "5", "--findings", "x", "--node", "a"], "is no level of the scale"),
        (["AS.2.6", "--rating", "3", "--findings", " ", "--node", "a"], "--findings is empty"),
        (["AS.2.6", "--rating", "3", "--findings", "x", "--on", "9999-01-01", "--node", "a"], "is still to come"),
        (["AS.2.6", "--rating", "3", "--findings", "SSN 123-45-6789", "--node", "a"], "Social Security number"),
        (["AS.2.6", "--rating", "3", "--findings", "x", "--scale", "s-9", "--node", "a"], "no rating scale"),
        (["AS.2.6", "--rating", "3", "--findings", "x", "--node", "d"], "belong to the agencies"),
      ]
      for (arguments, message) in refused {
        let run = try binary.run(Binary.program.path, ["assess", "add"] + arguments)
        #expect(run.status == 2 && run.messages.contains(message), "\(arguments): \(run.messages)")
      }
      try network.exchange("a")
      try network.exchange("b")
      for node in ["a", "d"] {
        let shown = try list(binary, "assess", "list", "--agency", "inv-a", "--node", node, member: "assessments")
        #expect(shown.map { $0["level"] as? String } == ["3 in place"])
        #expect(shown.map { $0["change"] as? String } == ["+1"])
      }
      #expect(try list(binary, "assess", "show", "AS.2.6", "--node", "d", member: "assessments").count == 2)
      #expect(try list(binary, "assess", "show", "AS.2.6", "--node", "b", member: "assessments").isEmpty)
      let agencies = try list(binary, "assess", "list", "--node", "d", member: "agencies")
      #expect(agencies.map { $0["assessed"] as? Int } == [1, 0])
    }
  }

  @Test("A scale of the department takes the place of ours; what was rated before stays")
  func scales() throws {
    try withNetwork { binary, network in
      func scale(_ node: String, _ levels: String...) throws -> Binary.Run {
        try binary.run(
          Binary.program.path,
          ["assess", "scale", "publish", "--title", "Three", "--source", "invented", "--node", node]
            + levels.flatMap { ["--level", $0] })
      }
      _ = try binary.qapi("assess", "add", "AS.2.6", "--rating", "4", "--findings", "x", "--node", "a")
      #expect(try scale("a", "1 | no", "2 | yes").status == 2)
      #expect(try scale("d", "2 | no", "1 | yes").status == 2)
      #expect(try scale("d", "1 | no", "2 | partly", "3 | yes").status == 0)
      let guide = ["assess", "guide", "publish", "AS.2", "--question", "In time?", "--source", "invented", "--node"]
      #expect(try binary.run(Binary.program.path, guide + ["a"]).status == 2)
      #expect(try binary.run(Binary.program.path, guide + ["d"]).status == 0)
      try network.exchange("a")
      #expect(
        try binary.qapi("assess", "add", "AS.2.6", "--rating", "4", "--findings", "x", "--node", "a").status == 2)
      #expect(
        try binary.qapi("assess", "add", "AS.2.6", "--rating", "3", "--findings", "x", "--node", "a").status == 0)
      let shown = try list(binary, "assess", "show", "AS.2.6", "--node", "a", member: "assessments")
      #expect(shown.map { $0["level"] as? String } == ["3 yes", "4 in place, measured and improved"])
      #expect(shown.map { $0["change"] as? String } == ["other scale", "first"])
      #expect(try binary.qapi("assess", "guide", "show", "AS.2.6", "--node", "a").output.contains("In time?"))
      #expect(try binary.qapi("assess", "guide", "show", "CM.1.1", "--node", "a").output.contains("ours, not DCSS's"))
      #expect(try binary.qapi("findings", "--node", "a").status == 0)
      let page = try binary.qapi("assess", "page", "--html", "--node", "a", "--on", "2024-07-01")
      #expect(page.status == 0 && page.output.contains("1 of 136 elements assessed"))
    }
  }

  @Test("Another county reads what is published, and never the offer")
  func practices() throws {
    try withNetwork { binary, network in
      func practices(_ node: String) throws -> [[String: Any]] {
        try list(binary, "practice", "list", "--node", node, member: "practices")
      }
      func states(_ node: String) throws -> [String] { try practices(node).compactMap { $0["state"] as? String } }
      func exchange() throws { for node in ["a", "b"] { try network.exchange(node) } }

      let words = Data("All claims on one wall.".utf8)
      func files(_ node: String) throws -> [Data] {
        let folder = binary.folder.appending(path: node)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("node.sqlite") }
          .map { try Data(contentsOf: folder.appending(path: $0)) }
      }

      let offered = try binary.qapi(
        "practice", "offer", "AS.2.6", "--title", "Claims calendar", "--text", "All claims on one wall.", "--node", "a",
        "--json")
      let offer = try #require(try offered.member("id") as? String)
      try exchange()
      #expect(try states("d") == ["offered"])
      #expect(try practices("b").isEmpty)
      // Nor do its words lie in any file of the other county's node.
      #expect(try files("a").contains { $0.range(of: words) != nil })
      #expect(try files("d").contains { $0.range(of: words) != nil })
      #expect(try files("b").allSatisfy { $0.range(of: words) == nil })
      #expect(try binary.qapi("practice", "publish", offer, "--node", "a").status == 2)
      #expect(try binary.qapi("practice", "publish", offer, "--node", "d").status == 0)
      #expect(try binary.qapi("practice", "publish", offer, "--node", "d").status == 2)
      try exchange()
      let read = try practices("b")
      #expect(read.map { $0["agency"] as? String } == ["inv-a"])
      #expect(read.map { $0["text"] as? String } == ["All claims on one wall."])
      #expect(try binary.qapi("practice", "show", offer, "--node", "b").status == 2)
      #expect(try binary.qapi("catalogue", "show", "AS.2.6", "--node", "b").output.contains("Claims calendar"))

      let published = try #require(read.first?["id"] as? String)
      #expect(try binary.qapi("practice", "withdraw", published, "--node", "a").status == 2)
      #expect(try binary.qapi("practice", "withdraw", offer, "--node", "d").status == 2)
      #expect(try binary.qapi("practice", "withdraw", offer, "--node", "a").status == 0)
      try exchange()
      let findings = try binary.qapi("findings", "--node", "d")
      #expect(findings.status == 3 && findings.output.contains("withdrawn-practice"))
      #expect(try binary.qapi("practice", "withdraw", published, "--node", "d").status == 0)
      try exchange()
      #expect(try practices("b").isEmpty)
      #expect(try binary.qapi("findings", "--node", "d").status == 0)
    }
  }
}
