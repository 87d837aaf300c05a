import Foundation
import Testing

@Suite("Sessions of training at an agency with two nodes")
struct TrainingSessionTests {
  private let binary: Binary
  private let network: Network

  init() throws {
    binary = try Binary()
    network = try Network(binary)
    try run("d", "training course import - --yes", input: Self.courses)
    try network.add("a1", agency: "inv-a")
    try run("a1", "training staff import - --yes", input: Self.staff)
    try run("a1", "training assignment import - --yes", input: Self.assignments)
    try run("a1", "training trainer code=T", "name=Tess Invented")
    try run("a1", "training certification trainer=T course=core first=2024-01-01 last=2024-06-30")
  }

  private static let courses = """
    code,version,title,hours,first
    core,1,Core,6,2020-01-01
    core,2,Core,6.5,2024-01-01
    law,1,Law,2,2020-01-01

    """

  private static let staff = """
    code,name,hired,coordinator
    S1,Ada Invented,2020-01-06,yes
    S2,Ben Invented,2020-01-06,
    S3,Cyd Invented,2020-01-06,
    S4,Cyd Invented,2020-01-06,
    S6,Eve Invented,2024-04-01,

    """

  private static let assignments = """
    staff,first
    S1,2020-01-06
    S2,2020-01-06
    S3,2020-01-06
    S4,2020-01-06
    S6,2024-04-01

    """

  @discardableResult
  private func run(
    _ node: String, _ command: String, _ rest: String..., input: String = "", status: Int32 = 0, says: String...
  ) throws -> Binary.Run {
    let words = command.split(separator: " ").map(String.init) + rest + ["--node", node]
    let run = try binary.run(Binary.program.path, words, input: input)
    try #require(run.status == status, "\(words): \(run.status) \(run.output)\(run.messages)")
    // A message is broken into lines; what it says is looked for in one.
    let text = (run.output + run.messages).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in says { #expect(text.contains(words), "\(command): \(run.output)\(run.messages)") }
    return run
  }

  private func list(_ run: Binary.Run, _ name: String) throws -> [String] {
    try #require(try run.member(name) as? [String])
  }

  private func completions(_ node: String, _ filter: String) throws -> [String] {
    let records = try run(node, "training completion list --json \(filter)").member("records") as? [[String: Any]] ?? []
    return records.map { record in
      ["staff", "course", "day", "number", "version", "hours", "void"].map { "\(record[$0] ?? "")" }
        .joined(separator: " ")
    }
  }

  @Test(
    "A session from the first seat to what was completed, the sheet that comes back, and what was wrong issued anew")
  func session() throws {
    defer { binary.remove() }
    let node = "a1"
    let id = try #require(
      try run(
        node, "training session course=core day=2024-03-04 trainer=T seats=2 --json", "place=Room 1"
      ).member("id") as? String)
    let enrolled = try run(node, "training enrol latest S1 S2 S3 --json")
    #expect(try list(enrolled, "seated") == ["S1", "S2"] && list(enrolled, "waiting") == ["S3"])
    try run(node, "training enrol latest S1", says: "as before", "nothing was changed")
    try run(node, "training enrol latest S6", status: 2, says: "rule before-hire")
    try run(
      node, "training enrol latest", "Cyd Invented", status: 2, says: "more than one", "the name 'Cyd Invented'",
      "by its code")
    try run(node, "training session list", says: "2 in, 1 wait")
    try run(node, "training session remove latest", status: 2, says: "enrolment (3)")
    try run(node, "training staff remove code=S2", status: 2, says: "assignment (1), enrolment (1)", "rule in-use")
    try run(node, "training withdraw latest", "Ben Invented", says: "has a seat: S3 Cyd Invented")
    try run(node, "training session move latest --day 2024-03-05 --reason flood", says: "S1 Ada Invented", "S3")

    try run(node, "training attend latest S1 S2 S3", status: 2, says: "rule over-full", "nothing was changed")
    let attended = try run(node, "training attend latest --all --absent S3 --json")
    #expect(try list(attended, "completed") == ["S1"] && list(attended, "absent") == ["S3"])
    try run(node, "training attend latest S1", says: "nothing was changed")
    try run(node, "training attend latest S2 --hours 3", says: "1 completed core on 2024-03-05")
    #expect(try completions(node, "course=core") == ["S1 core 2024-03-05 1 2 650 ", "S2 core 2024-03-05 1 2 300 "])
    try run(node, "training attend latest --absent S1", status: 2, says: "rule has-attended")

    // The sheet comes back: what stands in it stands, whoever was added is in it.
    let sheet = try run(node, "training sheet", id, "--csv").output
    #expect(sheet.contains("\(id),S1,Ada Invented,attended,"))
    try run(node, "training sheet import - --yes", input: sheet, says: "nothing was changed")
    let longer = sheet + "\(id),S4,,attended,2\r\n"
    try run(node, "training sheet import - --yes", input: longer, status: 1, says: "rule over-full")
    try run(node, "training session edit latest seats=3")
    try run(node, "training sheet import -", input: longer, status: 2, says: "nobody can be asked")
    try run(node, "training sheet import - --yes", input: longer, says: "1 completed")
    #expect(try run(node, "training sheet latest --html").output.contains("Ada Invented"))

    try run(node, "training session course=law day=2099-01-04")
    try run(node, "training enrol latest S1")
    try run(node, "training attend latest S1", status: 2, says: "rule session-in-future")
    try run(
      node, "training session cancel latest --reason snow", says: "were enrolled: S1 Ada Invented",
      "if it is held after all: qapi training session course=law day=2099-01-04; and qapi training enrol latest S1")

    try run(node, "training completion list", status: 2, says: "say staff=CODE or course=CODE")
    try run(node, "training completion reissue S2 core 2024-03-05 --reason x", status: 2, says: "rule nothing-differs")
    try run(
      node, "training completion reissue S2 core 2024-03-05 hours=6 --reason", "left late", says: "is void", "stands")
    try run(node, "training completion void S2 core 2024-03-05 --reason", "was not there")
    try run(node, "training completion void S2 core 2024-03-05 --reason x", status: 2, says: "rule void-already")
    try run(
      node, "training enter core 2024-03-05", input: "S1\n\nBen Invented\n", says: "stays so", "nothing was changed")
    try run(node, "training enter core 2024-03-05", input: "S1\nS9\n", status: 2, says: "no member of staff 'S9'")
    try run(node, "training completion reissue S2 core 2024-03-05 --reason", "was there after all")
    try run(node, "training completion add staff=S6 course=core day=2024-03-31", "kind=equivalent prior training")
    let rows = try completions(node, "staff=S2").map { $0.split(separator: " ") }
    #expect(rows.map { "\($0[3]) \($0[5])\($0.count > 6 ? " void" : "")" } == ["1 300 void", "2 600 void", "3 600"])
    try run(
      node, "training completion export staff=S6", says: "inv-a,S6,core,2024-03-31,1,2,6.50,equivalent prior training")
    let exported = try run(node, "training completion export --all").output
    try run(node, "training completion import - --yes", input: exported, says: "6 as they stand", "nothing was changed")
    // A paper of an older day is one of what stands, though no day is said.
    let paper = try #require(try run(node, "training certificate S1 core --json").member("digest") as? String)
    try run(node, "training completion add staff=S1 course=core day=2025-03-05")
    try run(node, "training certificate S1 core --check \(paper)", says: "2024-03-05", "what stands here")
    try run(node, "training certificate S1 core 2025-03-05 --check \(paper)", status: 4)
    #expect(try run(node, "findings --json").member("findings") as? [String] == [])
  }

  @Test(
    "Two coordinators enter one session offline: no conflict, a likely duplicate, joined by one command, nothing lost")
  func twice() throws {
    defer { binary.remove() }
    try network.exchange("a1")
    try network.add("a2", agency: "inv-a")
    try run("a1", "training enter core 2024-05-06 S1 S2", "--place", "Room 1")
    try run("a1", "training attend latest --absent S3")
    try run("a2", "training enter core 2024-05-06 S2 S3 --trainer T", "--place", "Room 2")
    try run("a2", "training evaluation session=latest answers=2 score=4.5", "follow_up=none", "text=good")
    for node in ["a1", "a2", "a1"] { try network.exchange(node) }
    func names() throws -> Set<String> {
      Set(
        try completions("d", "--all --agency inv-a").map { "completed \($0)" }
          + sessions("d").flatMap { session in
            (session["roster"] as? [[String: Any]] ?? []).compactMap { person in
              (person["standing"] as? String) == "attended" ? "attended \(person["staff"] ?? "")" : nil
            }
          })
    }
    let before = try names()
    #expect(before.count == 6)
    #expect(try run("a1", "conflicts --json").member("conflicts") as? [String] == [])
    let findings = try run("a2", "findings --json", status: 3).member("findings") as? [[String: Any]] ?? []
    #expect(findings.map { $0["rule"] as? String } == ["likely-duplicate-sessions"])
    let ids = try sessions("a1").compactMap { $0["id"] as? String }
    #expect(ids.count == 2)
    try run("a1", "training enter core 2024-05-06 S4", status: 2, says: "rule several-sessions")

    let preview = try run("a1", "training session join --dry-run --json", ids[0], ids[1])
    #expect(try list(preview, "enrolments") == ["S3"] && list(preview, "changed") == ["trainer"])
    try run(
      "a1", "training session join --dry-run", ids[0], ids[1],
      says: "they differ, and what the kept one says stays: place: Room 1 stays, and not Room 2")
    #expect(try run("a1", "training session show --json", ids[1]).member("joined") as? String == "")
    try run("a1", "training session join", ids[0], ids[1], says: "come to it", "S3 Cyd Invented")
    try run("a1", "training session join", ids[0], ids[1], says: "nothing was changed")
    try run("a1", "training session join", ids[1], ids[1], status: 2, says: "rule joined-to-itself")
    try run("a1", "training enrol", ids[1], "S4", status: 2, says: "rule session-joined")
    for node in ["a1", "a2"] { try network.exchange(node) }
    #expect(try run("a2", "findings --json").member("findings") as? [String] == [])
    #expect(try names() == before)
    let kept = try run("a2", "training session show --json", ids[0])
    let roster = try kept.member("roster") as? [[String: Any]] ?? []
    #expect(
      roster.map { "\($0["staff"] ?? "") \($0["standing"] ?? "")" } == ["S1 attended", "S2 attended", "S3 attended"])
    #expect(try list(kept, "evaluations").count == 1)
    let other = try run("a2", "training session show --json", ids[1]).member("roster") as? [[String: Any]] ?? []
    #expect(other.count == 2)
  }

  /// Every session of the agency, with its roster.
  private func sessions(_ node: String) throws -> [[String: Any]] {
    let records =
      try run(node, "training session list --all --agency inv-a --json").member("records") as? [[String: Any]] ?? []
    return try records.map { record in
      let id = try #require(record["id"] as? String)
      let shown = try run(node, "training session show --json --agency inv-a", id)
      return try #require(JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any])
    }
  }
}
