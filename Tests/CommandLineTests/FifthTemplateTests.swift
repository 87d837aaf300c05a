import Foundation
import Testing

@Suite("A fifth template: written as a file, published, used in a county, corrected, adopted", .serialized)
struct FifthTemplateTests {
  private static let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Examples/Plans")

  private static func example(_ name: String) throws -> String {
    try String(contentsOf: examples.appending(path: name), encoding: .utf8)
  }

  private func done(_ run: Binary.Run, _ status: Int32 = 0) throws -> Binary.Run {
    try #require(run.status == status, "\(run.status): \(run.output)\(run.messages)")
    return run
  }

  @Test("Three nodes, and no new program")
  func threeNodes() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try start(binary, counties: ["inv-a", "inv-b"])
    let template = try Self.example("template-ffy-2030.yaml")

    // Whoever writes one hears of every mistake, without a node.
    let broken = template.replacing("needs: section, goal: 2", with: "needs: section, goal: 7")
      .replacing("places: 1", with: "places: many").replacing("field: leads", with: "field: leeds")
    let problems = try done(try binary.qapi("template", "check", "-", input: broken), 3)
    #expect(problems.output.contains("line 29: form · block 1 · columns"))
    #expect(problems.output.contains("measure 1 · places"))
    let checked = try done(try binary.qapi("template", "check", "-", input: template))
    #expect(checked.output.contains("required: the text \"In three sentences\""))
    let asked = checked.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    #expect(asked.contains("of an agency whose Letters answered on the day is below 95.0 percent"))

    // Only the department publishes, and never a version twice with two texts.
    let county = try binary.qapi("template", "publish", "-", "--node", "inv-a", input: template)
    #expect(county.status == 2 && county.messages.contains("only the department publishes templates"))
    let refused = try binary.qapi("template", "publish", "-", "--node", "d", input: broken)
    #expect(refused.status == 1 && refused.messages.contains("nothing was changed"))
    _ = try done(try binary.qapi("template", "publish", "-", "--node", "d", input: template))
    let again = try done(try binary.qapi("template", "publish", "-", "--node", "d", input: template))
    #expect(again.output.contains("already published") && again.messages.contains("nothing was changed"))
    let other = try binary.qapi("template", "publish", "-", "--node", "d", input: template + "# other\n")
    #expect(other.status == 2 && other.messages.contains("publish the correction as a new version"))
    let shipped = try done(try binary.qapi("template", "show", "pmp-ffy-2017", "--node", "d")).output
    let forged = try binary.qapi(
      "template", "publish", "-", "--node", "d", input: shipped.replacing("PERFORMANCE", with: "OTHER"))
    #expect(forged.status == 2 && forged.messages.contains("published with another text"))
    #expect(try binary.qapi("plan", "new", "--template", "invented-ffy-2030", "--node", "inv-a").status == 2)

    // It reaches a county with the next sync, and is what a new plan begins with.
    try meet(binary, "inv-a")
    let list = try done(try binary.qapi("template", "list", "--node", "inv-a")).output
    #expect(list.hasPrefix("invented-ffy-2030  version 1  published"))
    #expect(list.contains("pmp-ffy-2024       version 1  shipped, published  FFY 2023-24, CSSP Letter 23-01"))
    #expect(try done(try binary.qapi("template", "show", "invented-ffy-2030", "--node", "inv-a")).output == template)
    let form = try done(
      try binary.qapi("template", "show", "invented-ffy-2030", "--markdown", "--node", "inv-a")
    ).output
    #expect(form.contains("AIM 2: EVERYBODY UNDERSTANDS") && form.contains("Days: From"))
    let made = try done(
      try binary.qapi("plan", "new", "--node", "inv-a", "--file", "-", input: try Self.example("plan-ffy-2030.yaml")))
    let plan = made.output.trimmingCharacters(in: .newlines)
    // Whether the initiative is required cannot be known without a figure, and the plan has its tactic anyway.
    let check = try done(try binary.qapi("plan", "check", plan, "--node", "inv-a", "--on", "2029-09-01"))
    #expect(check.output == "nothing is missing\n")
    _ = try done(
      try binary.qapi(
        "measure", "publish", "--agency", "inv-a", "--measure", "first-answer", "--period", "FFY 2029", "--value",
        "94.9",
        "--source", "invented", "--node", "d"))
    try meet(binary, "inv-a")
    let atDepartment = try done(try binary.qapi("plan", "show", plan, "--markdown", "--node", "d")).output
    #expect(atDepartment.contains("### AIM 1: NOBODY WAITS") && atDepartment.contains("Rewrite the twelve letters"))

    // A correction is a new version; the plan keeps its own until its agency chooses.
    let second = template.replacing("version: 1", with: "version: 2")
      .replacing("Pay out on the day", with: "Pay out within the day").replacing("2030-04-30", with: "2030-05-15")
    _ = try done(try binary.qapi("template", "publish", "-", "--node", "d", input: second))
    try meet(binary, "inv-a")
    try meet(binary, "inv-b")
    let compared = try done(try binary.qapi("template", "compare", "invented-ffy-2030", "--node", "inv-b")).output
    #expect(compared.contains("2 differences"))
    #expect(compared.contains("goal 1 · objective 2 · title: Pay out [-on-] {+within+} the day"))
    #expect(compared.contains("quarter 2 · due") && compared.contains("now: 2030-05-15"))
    let before = try done(try binary.qapi("plan", "show", plan, "--json", "--node", "inv-a")).output
    #expect(before.contains("invented-ffy-2030 version 1"))
    let missing = try binary.qapi("plan", "adopt", plan, "--version", "3", "--node", "inv-a")
    #expect(missing.status == 2 && missing.messages.contains("use one of: 1, 2"))
    let adopted = try done(try binary.qapi("plan", "adopt", plan, "--version", "2", "--node", "inv-a"))
    #expect(adopted.output.contains("2 differences") && adopted.output.contains("within"))
    let after = try done(try binary.qapi("plan", "show", plan, "--json", "--node", "inv-a")).output
    // What it was made of, and the day that the new version sets; every text and figure is as it was.
    #expect(
      after
        == before.replacing("invented-ffy-2030 version 1", with: "invented-ffy-2030 version 2")
        .replacing("2030-04-30", with: "2030-05-15"))
    let log = try done(try binary.qapi("log", "plan", plan, "--node", "inv-a", "--json")).output
    #expect(log.contains("template_version"))
    let back = try binary.qapi("plan", "adopt", plan, "--version", "1", "--node", "inv-a")
    #expect(back.status == 2 && back.messages.contains("not older"))
    try meet(binary, "inv-a")
    #expect(try binary.qapi("plan", "show", plan, "--json", "--node", "d").output.contains("version 2"))
    _ = try done(try binary.qapi("audit", "verify", "--network", network, "--exchange", "exchange.git"))
  }

  @Test("A new plan takes the newest cycle, a year, or a template by name; and says what there is")
  func newPlans() throws {
    let binary = try Binary()
    defer { binary.remove() }
    _ = try start(binary, counties: ["inv-a"])
    func made(_ arguments: String...) throws -> String {
      let run = try binary.run(Binary.program.path, ["plan", "new", "--node", "inv-a", "--json"] + arguments)
      guard run.status == 0 else { return "\(run.status) \(run.messages)" }
      return "\(try run.member("template")) · \(try run.member("title"))"
    }
    #expect(try made() == "pmp-ffy-2024 version 1 · Performance Management Plan, FFY 2023-24")
    #expect(try made("--ffy", "2017") == "pmp-ffy-2017 version 1 · Performance Management Plan, FFY 2017")
    #expect(try made("--ffy", "2004") == "qapi-ffy-2004 version 1 · QAPI Plan Update, FFY 2004")
    #expect(try made("--template", "pmp-ffy-2019", "--narrative").hasPrefix("pmp-ffy-2019 version 1"))
    #expect(try made("--narrative").contains("handed in on its form"))
    for wrong in [["--ffy", "1999"], ["--template", "pmp"], ["--template", "pmp-ffy-2017", "--ffy", "2019"]] {
      let run = try binary.run(Binary.program.path, ["plan", "new", "--node", "inv-a"] + wrong)
      #expect(run.status == 2 && run.messages.contains("pmp-ffy-2024 (FFY 2023-24), pmp-ffy-2019 (FFY 2019)"))
    }
    let document = "template: pmp-ffy-2017 version 1\nblocks: []\n"
    let named = try binary.qapi("plan", "new", "--node", "inv-a", "--json", "--file", "-", input: document)
    #expect(try named.member("title") as? String == "Performance Management Plan, FFY 2017")
    let two = try binary.qapi("plan", "new", "--ffy", "2024", "--node", "inv-a", "--file", "-", input: document)
    #expect(two.status == 2 && two.messages.contains("leave one of the two out"))
  }

  /// A department and its counties, all of which know one another.
  private func start(_ binary: Binary, counties: [String]) throws -> String {
    let start = try done(
      try binary.qapi(
        "init", "--node", "d", "--start-network", "State", "--exchange", "exchange.git", "--no-passphrase", "--person",
        "Dee <dee>", "--json"))
    let network = try #require(try start.member("network") as? String)
    _ = try done(try binary.qapi("merge", "--node", "d"))
    for county in counties {
      let made = try done(
        try binary.qapi(
          "init", "--node", county, "--agency", county, "--network", network, "--exchange", "exchange.git",
          "--no-passphrase", "--person", "Person \(county) <\(county)>", "--json"))
      let request = try done(try binary.qapi("enroll", "request", "--node", county)).output
      _ = try done(
        try binary.qapi(
          "enroll", "approve", "-", "--node", "d", "--fingerprint",
          try #require(try made.member("fingerprint") as? String),
          "--name", "Invented \(county)", input: request))
    }
    _ = try done(try binary.qapi("merge", "--node", "d"))
    for county in counties { _ = try done(try binary.qapi("sync", "--node", county)) }
    return network
  }

  private func meet(_ binary: Binary, _ county: String) throws {
    for (command, node) in [("sync", county), ("merge", "d"), ("sync", county)] {
      _ = try done(try binary.qapi(command, "--node", node))
    }
  }
}
