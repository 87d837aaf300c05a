import Foundation
import Testing

@Suite("No command writes the number of a person", .serialized)
struct PrivateNumberTests {
  typealias Attempt = PrivateNumberAttempt

  static let number = Attempt.number
  static let text = Attempt.text

  /// Every way for words into rows, and into what is said of a change.
  static func attempts(
    plan: String, form: String, document: String, comment: String, conflict: String, contact: String
  ) -> [Attempt] {
    let editor = "sed -i -e 's/two employers/\(text)/'"
    let filled = document.replacing("two employers", with: text)
    return [
      Attempt("a1", "plan new --title", text), Attempt("a1", "plan new", "-m", text),
      Attempt("a1", "plan new --file -", input: "title: \(text)\nblocks:\n- goal: 1\n  objective: 1\n"),
      Attempt("a1", "plan edit latest", editor: editor), Attempt("a1", "plan edit latest --file -", input: filled),
      Attempt("a1", "plan edit latest", "-m", text, editor: "sed -i -e 's/two employers/six employers/'"),
      Attempt("a1", "plan edit latest", "--as", "Kim \(number)", editor: "sed -i -e 's/two employers/six employers/'"),
      Attempt("a1", "plan import - --yes", input: filled),
      Attempt(
        "a1", "plan import - --yes", "-m", text, input: document.replacing("two employers", with: "six employers")),
      Attempt(
        "a1", "plan update latest --quarter 1 --answers -", input: form.replacing("  text:", with: "  text: \(text)")),
      Attempt(
        "a1", "plan update latest --quarter 1 --answers -", "-m", text,
        input: form.replacing("  figure:", with: "  figure: 62.1")),
      Attempt("a1", "plan approve latest --person Ana --note", text),
      Attempt("a1", "plan approve latest --person Ana --prepared-by", text),
      Attempt("a1", "plan approve latest --person", text), Attempt("a1", "plan submit latest --item q1 --note", text),
      Attempt("a1", "plan submit latest --item q1", "-m", text), Attempt("a1", "plan answer \(comment)", text),
      Attempt("a1", "plan answer \(comment) yes", "-m", text), Attempt("a1", "plan adopt latest", "-m", text),
      Attempt("a1", "plan copy latest --template pmp-ffy-2019 --period", "FFY 2019", "--title", text),
      Attempt("a1", "plan copy latest --template pmp-ffy-2019 --period", "FFY 2019", "-m", text),
      Attempt("a1", "conflicts resolve \(conflict) --value", text),
      Attempt("a1", "conflicts resolve \(conflict) --mine", "-m", text),
      Attempt("a1", "conflicts walk", "-m", text, input: "m\n"),
      Attempt("a1", "undo", "-m", text), Attempt("a1", "undo", "--as", "Person a1 <a1>", "-m", text),
      Attempt("d", "plan comment latest --agency inv-a", text),
      Attempt("d", "plan comment latest --agency inv-a x", "-m", text),
      Attempt("d", "plan accept latest --agency inv-a --comments", text),
      Attempt("d", "plan accept latest --agency inv-a --jointly-with", text),
      Attempt("d", "plan return latest --agency inv-a --comments", text),
      Attempt("d", "plan close latest --agency inv-a --reason", text),
      Attempt("d", "contact add --agency inv-a --notes", text),
      Attempt("d", "contact add --agency inv-a --topic", text),
      Attempt("d", "contact add --agency inv-a --dependency", text),
      Attempt("d", "contact add --agency inv-a --follow-up", "\(text) | Kim | 2024-01-31"),
      Attempt("d", "contact add --agency inv-a --analyst", text),
      Attempt("d", "contact add --agency inv-a --staff", text),
      Attempt("d", "contact add --agency inv-a --kind site-visit --reason", text),
      Attempt("d", "contact done \(contact) 1", "-m", text),
      Attempt("d", "due set --template pmp-ffy-2024 --item q1 --day 2024-02-01 --source", text),
      Attempt("d", "due extend --agency inv-a --template pmp-ffy-2024 --item q1 --day 2024-02-29 --reason", text),
      Attempt("d", "agency region inv-a --region", text), Attempt("d", "agency region inv-a --administrator", text),
      Attempt(
        "d", "measure publish --agency inv-a --measure cost-effectiveness --period", "FFY 2022", "--value", "2",
        "--source", text),
      Attempt("d", "case-number publish ##-##-## --note", text),
      Attempt("d", "case-number withdraw ##@@##", "-m", text), Attempt("d", "template publish TEMPLATE"),
    ]
  }

  @Test("Each command that writes refuses, says why and what to do, and writes nothing")
  func everyCommand() throws {
    let agency = try TwoNodes(try Binary())
    defer { agency.binary.remove() }
    // Something for each of them to work on.
    try agency.edit("a2", "s/go out weekly/go out daily/", "daily")
    try agency.handIn("a2")
    try agency.edit("a1", "s/go out weekly/go out hourly/", "hourly")
    try agency.meet()
    let comment = try agency.plan("d", "comment", "Who calls?", "--json").member("id") as? String
    try agency.meet()
    let conflict = try #require(try agency.conflicts("a1").first?["name"] as? String)
    try agency.edit("a1", "s/target: 63.8/target: 64/", "more")
    let form = try agency.plan("a1", "update", "--quarter", "1", "--print-form").output
    let document = try agency.done(["plan", "export", "latest", "--format", "yaml", "--node", "a1"]).output
    let plan = try #require(
      (try agency.plan("a1", "show", "--json").member("plan") as? [String: Any])?["id"] as? String)
    let contact =
      try agency.done(
        ["contact", "add", "--agency", "inv-a", "--follow-up", "figures | Kim | 2024-01-31", "--node", "d", "--json"]
      ).member("id") as? String
    try agency.done(["case-number", "publish", "##@@##", "--node", "d"])
    let template = try agency.done(["template", "show", "pmp-ffy-2024", "--node", "d"]).output
    try Data((template + "\n# \(Self.text)\n").replacing("version: 1\n", with: "version: 2\n").utf8)
      .write(to: agency.binary.folder.appending(path: "TEMPLATE"))
    try agency.meet()

    func content() throws -> String {
      try ["a1", "d"].map { node in
        try agency.done(["plan", "show", "latest", "--agency", "inv-a", "--node", node, "--json"]).output
          + agency.binary.qapi("status", "--node", node, "--json").output
      }.joined()
    }
    let before = try content()
    let attempts = Self.attempts(
      plan: plan, form: form, document: document, comment: try #require(comment), conflict: conflict,
      contact: try #require(contact))
    for attempt in attempts { try attempt.expectRefused(by: agency.binary) }
    #expect(try content() == before)
    try Attempt.expectNotWritten(in: ["a1", "d"], of: agency.binary)

    // Who is asked for a reason is asked again.
    let walk = try agency.done(["conflicts", "walk", "--node", "a1"], input: "m\n\(Self.text)\nagreed\n")
    #expect(walk.messages.contains("seems to stand in the reason") && walk.output.contains("1 resolved, 0 left"))
    #expect(try agency.done(["log", "--node", "a1"]).output.contains("why: agreed"))
  }

  @Test("No command that writes is left out")
  func complete() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let commands = try Attempt.writingCommands(binary)
    let attempts =
      Self.attempts(plan: "", form: "", document: "", comment: "ID", conflict: "ID", contact: "ID")
      + Self.attemptsAtQAPIWork(submission: "ID", dataSet: "")
    let tried = attempts.compactMap { attempt in
      commands.filter { attempt.words.starts(with: $0) }.max { $0.count < $1.count }
    }
    #expect(Set(commands).subtracting(tried).map { $0.joined(separator: " ") }.sorted() == [])
    #expect(tried.count == attempts.count && commands.count > 100)
  }

  @Test("Names in signed documents are looked at too")
  func names() throws {
    let binary = try Binary()
    defer { binary.remove() }
    for arguments in [
      ["init", "--start-network", Self.text, "--no-passphrase", "--node", "n"],
      ["init", "--start-network", "State", "--person", Self.number, "--no-passphrase", "--node", "n"],
    ] {
      let run = try binary.run(Binary.program.path, arguments)
      #expect(run.status == 2 && run.messages.contains("the number of a person"), "\(run.messages)")
      #expect(!FileManager.default.fileExists(atPath: binary.folder.appending(path: "n").path))
    }
    let network = try Network(binary)
    _ = try binary.qapi("init", "--node", "a", "--agency", "inv-a", "--network", network.id, "--no-passphrase")
    let request = try binary.qapi("enroll", "request", "--node", "a").output
    let run = try binary.qapi(
      "enroll", "approve", "-", "--node", "d", "--fingerprint", "x", "--name", Self.text, input: request)
    #expect(run.status == 2 && run.messages.contains("the agency's name"))
  }

  @Test("What is no such number is confirmed with a reason, in a resolution and an undo as well")
  func confirmed() throws {
    let agency = try TwoNodes(try Binary())
    defer { agency.binary.remove() }
    try agency.edit("a1", "s/go out weekly/go out daily/", "daily")
    try agency.edit("a2", "s/go out weekly/go out hourly/", "hourly")
    try agency.meet()
    let conflict = try #require(try agency.conflicts("a1").first?["name"] as? String)
    try agency.done([
      "conflicts", "resolve", conflict, "--value", "See form \(Self.number)", "--confirm-number", "a form", "--node",
      "a1",
    ])
    #expect(try agency.findings("a1").isEmpty && agency.conflicts("a1").isEmpty)
    #expect(try agency.plan("a1", "show").output.contains("See form \(Self.number)"))

    // A form of case numbers makes a finding of a text that was written before; taken out, it does not come back unasked.
    try agency.edit("a1", "s/two employers/employer AB-1234/", "a case")
    try agency.meet()
    try agency.done(["case-number", "publish", "@@-####", "--node", "d"])
    try agency.meet()
    #expect(try agency.rules() == ["private-number"])
    try agency.edit("a1", "s/employer AB-1234/two employers/", "without it")
    let refused = try agency.done(["undo", "--node", "a1"], 2)
    #expect(refused.messages.contains("seems to stand in tactic · strategy"))
    #expect(try agency.plan("a1", "show").output.contains("two employers"))
    try agency.done(["undo", "--node", "a1", "--confirm-number", "a street"])
    #expect(try agency.plan("a1", "show").output.contains("employer AB-1234"))
    try agency.meet()
    #expect(try agency.rules().isEmpty)
    try agency.expectSameRows()
  }
}
