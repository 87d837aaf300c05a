import Foundation
import Testing

/// A node of an invented agency with one plan.
private struct Desk {
  let binary: Binary
  let plan: String

  static let document = """
    title: Plan of Invented County A
    blocks:
    - goal: 1
      objective: 1
      measurements:
      - title: Collections
        baseline: 61.8
        target: 63.8
        kind: percent
        direction: up
      tactics:
      - title: Early calls
        strategy: Call within ten days.
        initiative: 2
      - title: Letters
        status: in progress

    """

  init(template: String = "pmp-ffy-2024", document: String = Self.document) throws {
    binary = try Binary()
    _ = try binary.qapi(
      "init", "--node", "n", "--agency", "inv-a", "--network", String(repeating: "ab", count: 32), "--no-passphrase",
      "--person", "Ana")
    let made = try binary.qapi(
      "plan", "new", "--node", "n", "--template", template, "--file", "-", input: document)
    plan = made.output.trimmingCharacters(in: .newlines)
  }

  /// Runs a command on a terminal of its own, where somebody types these lines.
  func typing(_ lines: [String], _ arguments: String..., editor: String = "true") throws -> Binary.Run {
    let words = [Binary.program.path] + arguments + ["--node", "n"]
    let command = words.map { "'\($0)'" }.joined(separator: " ")
    return try binary.run(
      "script", ["-qec", command, "/dev/null"], input: lines.map { $0 + "\n" }.joined(),
      environment: ["NO_COLOR": "1", "EDITOR": editor, "SHELL": "/bin/sh"])
  }

  func shown() throws -> String { try binary.qapi("plan", "show", plan, "--yaml", "--node", "n").output }

  func edit(_ file: String, _ change: (String) -> String) throws {
    let url = binary.folder.appending(path: file)
    try Data(change(try String(contentsOf: url, encoding: .utf8)).utf8).write(to: url)
  }
}

@Suite("The quarterly update on the command line", .serialized)
struct PlanUpdateTests {
  @Test("On a terminal each answer is saved as it comes, and the update is taken up again where it was left")
  func walk() throws {
    let desk = try Desk()
    defer { desk.binary.remove() }
    // A figure over 100 is asked back; then back to it from the tactic; then leaving at the second tactic.
    let first = try desk.typing(
      ["612", "n", "61.2", "y", "b", "62.1", "2", "q"], "plan", "update", "latest", "--quarter", "2")
    #expect(first.status == 0, "\(first.output)")
    for words in [
      "0 of 4 answered", "that is over 100 percent", "moves away from where it should go", "target: 63.8",
      "Tactic: Early calls", "2 of 4 answered", "--quarter 2, to go on",
    ] {
      #expect(first.output.contains(words), "\(words): \(first.output)")
    }
    #expect(try desk.shown().contains("q2: 62.1") && desk.shown().contains("q2: 612") == false)

    let second = try desk.typing(
      ["", "e", "", "-"], "plan", "update", "latest", "--quarter", "2", editor: "printf 'Two\\nlines\\n' >")
    #expect(second.status == 0, "\(second.output)")
    #expect(second.output.contains("2 of 4 answered") && second.output.contains("Tactic: Letters"))
    #expect(!second.output.contains("Tactic: Early calls") && second.output.contains("4 of 4 answered"))
    #expect(second.output.contains("plan submit \(desk.plan) --item q2"))
    #expect(try desk.shown().contains("    q2: |\n      Two\n      lines\n"))

    let log = try desk.binary.qapi("log", "plan", desk.plan, "--node", "n").output
    #expect(log.components(separatedBy: "why: quarterly update Q2").count == 5, "\(log)")
    let next = try desk.typing(["q"], "plan", "update", "latest", "--quarter", "3")
    #expect(next.output.contains("last quarter (Jan-Mar Quarterly Update): 62.1"), "\(next.output)")
  }

  @Test("What came while a question was open was not seen: it stands beside the answer, as a conflict")
  func meanwhile() throws {
    let desk = try Desk(document: "title: T\nblocks:\n- goal: 1\n  objective: 1\n  quarters:\n    q1: begun\n")
    defer { desk.binary.remove() }
    let editor = desk.binary.folder.appending(path: "editor")
    let script = """
      #!/bin/sh
      EDITOR="sed -i s/begun/theirs/" '\(Binary.program.path)' plan edit latest --node n >/dev/null 2>&1
      echo mine > "$1"
      """
    try Data(script.utf8).write(to: editor)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: editor.path)
    let run = try desk.typing(
      ["e"], "plan", "update", "latest", "--quarter", "1", "--again", editor: editor.path)
    #expect(run.output.contains("now: begun") && run.output.contains("1 of 1 answered"), "\(run.output)")
    let conflicts = try desk.binary.qapi("conflicts", "--node", "n", "--json")
    #expect(try (conflicts.member("conflicts") as? [Any])?.count == 1, "\(conflicts.messages)")
  }

  @Test("A text that was emptied is written anew without a conflict")
  func emptied() throws {
    let desk = try Desk(
      template: "qapi-ffy-2004", document: "title: T\nblocks:\n- goal: 1\n  texts:\n    problem: Slow.\n")
    defer { desk.binary.remove() }
    for (old, new) in [("Slow.", ""), ("    problem:\n", "    problem: Late.\n")] {
      let text = try desk.shown()
      #expect(text.contains(old), "\(text)")
      let run = try desk.binary.qapi(
        "plan", "edit", "latest", "--file", "-", "--node", "n", input: text.replacing(old, with: new))
      #expect(run.status == 0 && run.output.contains("1 record written"), "\(run.messages)")
      // The history has the text also while it is not there.
      let log = try desk.binary.qapi("log", "plan", "latest", "--node", "n").output
      #expect(log.contains("Slow."), "\(log)")
    }
    let conflicts = try desk.binary.qapi("conflicts", "--node", "n", "--json")
    #expect(try (conflicts.member("conflicts") as? [Any])?.count == 0, "\(conflicts.output)")
  }

  @Test(
    "One plan whose template is not known here hides no other plan",
    arguments: ["template = 'other'", "template_version = 99"])
  func unknownTemplate(strange: String) throws {
    let desk = try Desk()
    defer { desk.binary.remove() }
    let second = try desk.binary.qapi("plan", "new", "--node", "n", "--template", "pmp-ffy-2024").output
    // As a newer program, or a county that goes its own way, would bring it.
    try desk.binary.run(
      "sqlite3", ["-bail", "n/node.sqlite"],
      input: ".dbconfig enable_trigger off\nUPDATE plan SET \(strange) WHERE id <> '\(desk.plan)';\n")
    for command in ["show", "export"] {
      let run = try desk.binary.qapi("plan", command, "--all", "--json", "--node", "n")
      #expect(try run.status == 3 && (run.member("plans") as? [Any])?.count == 1, "\(run.messages)")
      #expect(
        run.output.components(separatedBy: "{\"format\":").count == 2 && !run.output.contains(",\"format\":\"html"))
      #expect(run.messages.contains(second.trimmingCharacters(in: .newlines)), "\(run.messages)")
    }
    let overview = try desk.binary.qapi("plan", "overview", "--json", "--node", "n")
    #expect(
      try overview.status == 0 && overview.member("template") as? String == "pmp-ffy-2024", "\(overview.messages)")
    let agencies = try #require(try overview.member("agencies") as? [[String: Any]])
    #expect(agencies.count == 1 && (agencies[0]["not_known"] as? Int ?? 0) > 0)
  }

  @Test("The number of a person is refused, and the question asked again")
  func privateNumber() throws {
    let desk = try Desk(document: "title: T\nblocks:\n- goal: 1\n  objective: 1\n")
    defer { desk.binary.remove() }
    let run = try desk.typing(
      ["called 123-45-6789", "Called."], "plan", "update", "latest", "--quarter", "1")
    #expect(run.output.contains("error: ") && run.output.contains("1 of 1 answered"), "\(run.output)")
    #expect(try desk.shown().contains("Called.") && !desk.shown().contains("6789"))
  }

  @Test("A text from the editor that is refused is not lost: the editor begins with it")
  func refusedText() throws {
    let desk = try Desk(document: "title: T\nblocks:\n- goal: 1\n  objective: 1\n")
    defer { desk.binary.remove() }
    let editor = desk.binary.folder.appending(path: "editor")
    let script =
      "#!/bin/sh\ngrep -q 6789 \"$1\" && sed -i s/123-45-6789/Kim/ \"$1\" || echo 'Met 123-45-6789.' > \"$1\"\n"
    try Data(script.utf8).write(to: editor)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: editor.path)
    let run = try desk.typing(["e", "e"], "plan", "update", "latest", "--quarter", "1", editor: editor.path)
    #expect(run.output.contains("error: ") && run.output.contains("1 of 1 answered"), "\(run.output)")
    #expect(try desk.shown().contains("Met Kim."))
  }

  @Test("Without a terminal: a form is printed, filled, and taken back, all of it or nothing")
  func form() throws {
    let desk = try Desk()
    defer { desk.binary.remove() }
    let refused = try desk.binary.qapi("plan", "update", "latest", "--node", "n")
    #expect(refused.status == 2 && refused.messages.contains("--answers FILE"))
    let form = try desk.binary.qapi("plan", "update", "latest", "--quarter", "1", "--print-form", "--node", "n").output
    func hand(_ form: String) throws -> Binary.Run {
      try desk.binary.qapi(
        "plan", "update", "latest", "--quarter", "1", "--answers", "-", "--json", "--node", "n", input: form)
    }
    let wrong = try hand(
      form.replacing("  figure:\n", with: "  figure: much\n").replacing("  text:\n", with: "  text: \"\\a\"\n"))
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("\"problems\":[{\"where\":\"line ") && wrong.messages.contains("2 errors"))
    let done = try hand(
      form.replacing("  figure:\n", with: "  figure: 612\n").replacing("  text:\n", with: "  text: T\n"))
    #expect(try done.status == 0 && (done.member("written") as? Int) == 2, "\(done.messages)")
    #expect(try (done.member("doubts") as? [String])?.count == 1)
    #expect(try (done.member("answered") as? Int) == 2 && (done.member("questions") as? Int) == 4)
    #expect(try (hand(form).member("written") as? Int) == 0)
  }

  @Test("A letter that asks for no written updates gets none")
  func none() throws {
    let desk = try Desk(template: "qapi-ffy-2004", document: "title: T\nblocks:\n- goal: 2\n")
    defer { desk.binary.remove() }
    let run = try desk.binary.qapi("plan", "update", "latest", "--node", "n")
    #expect(run.status == 2 && run.messages.contains("asks for no written updates"))
    let quarter = try Desk()
    defer { quarter.binary.remove() }
    #expect(try quarter.binary.qapi("plan", "update", "latest", "--quarter", "5", "--node", "n").status == 2)
  }
}

@Suite("Plans out and back in", .serialized)
struct PlanInAndOutTests {
  @Test("Tables go out and come back: nothing changes, then what was changed, said in words before it is written")
  func tables() throws {
    let desk = try Desk()
    defer { desk.binary.remove() }
    func take(_ options: String...) throws -> Binary.Run {
      try desk.binary.run(Binary.program.path, ["plan", "import", "t", "--node", "n"] + options)
    }
    let out = try desk.binary.qapi("plan", "export", "latest", "--format", "csv", "--output", "t", "--node", "n")
    #expect(out.status == 0 && out.output.contains("t/tactics.csv"), "\(out.messages)")
    #expect(
      try desk.binary.qapi("plan", "export", "latest", "--format", "csv", "--output", "t", "--node", "n").status == 2)
    #expect(try take("--yes").messages.contains("nothing differs"))
    let before = try desk.shown()

    try desk.edit("t/tactics.csv") { $0.replacing("in progress", with: "nearly").replacing("Early", with: "E\u{7}") }
    let wrong = try take("--yes")
    #expect(wrong.status == 1 && wrong.messages.contains("tactics.csv, row 2, column title"), "\(wrong.messages)")
    #expect(wrong.messages.contains("tactics.csv, row 3, column status") && wrong.messages.contains("2 errors"))

    try desk.edit("t/tactics.csv") { $0.replacing("nearly", with: "on hold").replacing("E\u{7}", with: "Early") }
    let words = "tactic \"Letters\": status: \"in progress\" -> \"on hold\""
    let dry = try take("--dry-run", "--json")
    #expect(try dry.status == 0 && (dry.member("written") as? Int) == 0 && dry.output.contains("\"after\":\"on hold\""))
    let unasked = try take()
    #expect(unasked.status == 2 && unasked.messages.contains(words) && unasked.messages.contains("say --yes"))
    #expect(try desk.shown() == before)
    let declined = try desk.typing(["n"], "plan", "import", "t")
    #expect(declined.output.contains("[y/N]") && declined.output.contains("nothing was changed"))
    let asked = try desk.typing(["y"], "plan", "import", "t")
    #expect(asked.output.contains("1 record written"), "\(asked.output)")
    #expect(try take("--yes").messages.contains("nothing differs"))

    // Another state of the plan than the one that was exported.
    _ = try desk.binary.qapi(
      "plan", "edit", desk.plan, "--node", "n", environment: ["EDITOR": "sed -i s/Letters/Mail/"])
    let stale = try take("--yes")
    #expect(stale.status == 2 && stale.messages.contains("was changed since this was exported"))
    try FileManager.default.removeItem(at: desk.binary.folder.appending(path: "t/state.csv"))
    #expect(try take("--yes").messages.contains("no state.csv"))
  }

  @Test("A document goes out and comes back; what is left out stays, unless it is to be removed")
  func document() throws {
    let desk = try Desk()
    defer { desk.binary.remove() }
    _ = try desk.binary.qapi("plan", "export", desk.plan, "--output", "p.yaml", "--node", "n")
    #expect(
      try desk.binary.qapi("plan", "import", "p.yaml", "--yes", "--node", "n").messages.contains("nothing differs"))
    try desk.edit("p.yaml") { text in
      guard let title = text.range(of: "title: Letters"),
        let start = text.range(of: "  - ", options: .backwards, range: text.startIndex..<title.lowerBound),
        let end = text.range(of: "  quarters:", range: title.upperBound..<text.endIndex)
      else { return "" }
      return String(text[..<start.lowerBound] + text[end.lowerBound...])
    }
    let kept = try desk.binary.qapi("plan", "import", "p.yaml", "--yes", "--node", "n").messages
    #expect(kept.contains("nothing differs") && kept.contains("1 record left out, and kept"), "\(kept)")
    let removed = try desk.binary.qapi("plan", "import", "p.yaml", "--yes", "--remove-missing", "--node", "n")
    #expect(removed.messages.contains("tactic \"Letters\": removed"), "\(removed.messages)")
    #expect(try !desk.shown().contains("Letters"))
  }

  @Test(
    "Pages and data, by format or by the name of the file",
    arguments: [
      ("html", "x.html", "<!doctype html>"), ("markdown", "x.md", "# DEPARTMENT"), ("json", "x.json", "{\"format\":1"),
      ("yaml", "x.yaml", "# Shown: "),
    ])
  func pages(format: String, file: String, beginning: String) throws {
    let desk = try Desk()
    defer { desk.binary.remove() }
    let shown = try desk.binary.qapi("plan", "export", "latest", "--format", format, "--node", "n")
    #expect(shown.status == 0 && shown.output.hasPrefix(beginning), "\(shown.output.prefix(80))")
    _ = try desk.binary.qapi("plan", "export", "latest", "--output", file, "--node", "n")
    let written = try String(contentsOf: desk.binary.folder.appending(path: file), encoding: .utf8)
    #expect(written == shown.output)
  }

  @Test("What is not finished is carried into the next cycle, once")
  func copy() throws {
    let desk = try Desk()
    defer { desk.binary.remove() }
    func copy(_ options: String...) throws -> Binary.Run {
      try desk.binary.run(
        Binary.program.path, ["plan", "copy", desk.plan, "--template", "pmp-ffy-2019", "--node", "n"] + options)
    }
    let made = try copy("--period", "FFY 2018-2019", "--json")
    #expect(try made.status == 0 && (made.member("follows") as? String) == desk.plan, "\(made.messages)")
    #expect(try (made.member("carried") as? [String: Int])?["tactics"] == 2)
    let id = try #require(try made.member("plan") as? String)
    #expect(made.messages.contains("is elective now") && made.messages.contains("qapi --node n plan edit \(id)"))
    let again = try copy()
    #expect(again.status == 2 && again.messages.contains("there is a copy of this plan for FFY 2019 already"))
    #expect(try copy("--again").status == 0)
    #expect(try copy("--period", "FFY 1999").status == 2)
    #expect(
      try desk.binary.qapi("plan", "copy", id, "--template", "pmp-ffy-2019", "--period", "FFY 2018-2019", "--node", "n")
        .status == 2)
    #expect(try desk.binary.qapi("plan", "copy", id, "--template", "nothing", "--node", "n").status == 2)
  }
}
