import Foundation
import Testing

/// What a person gets wrong: the message says what happened and what to do, the exit code is the documented one, and
/// nothing has changed.
@Suite("Wrong use is said clearly, and changes nothing", .serialized)
struct WrongUseTests {
  private static let site = Result {
    let site = try Site()
    for node in ["a1", "b"] {
      try site.newPlan(node)
      try site.must(node, "sync")
    }
    try site.must("dcss", "merge")
    return site
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    var command: [String]
    var status: Int32
    /// What the message must say.
    var words: [String]
    var testDescription: String { command.joined(separator: " ") }

    init(_ command: [String], _ status: Int32, _ words: String...) {
      self.command = command
      self.status = status
      self.words = words
    }
  }

  @Test(arguments: [
    Mistake(["plan", "show", "01999999"], 2, "there is no plan 01999999", "plan list"),
    Mistake(["plan", "edit", "nonsense", "--file", "-"], 2, "there is no plan nonsense", "plan list"),
    Mistake(["plan", "show", "latest", "--agency", "inv-z"], 2, "the roster lists no agency inv-z"),
    Mistake(["plan", "show", "latest", "--agency", "Not a code"], 2, "is not an agency code", "alameda"),
    Mistake(["plan", "edit", "latest", "--file", "/nonexistent.yaml"], 2, "cannot be read", "/nonexistent.yaml"),
    Mistake(["plan", "edit", "latest"], 2, "no editor is set", "--file"),
    Mistake(["plan", "new", "--template", "pmp-1999"], 2, "there is no template pmp-1999", "pmp-ffy-2024"),
    Mistake(["plan", "check", "latest", "--on", "31.1.2024"], 2, "is not a day", "2024-01-31"),
    Mistake(["merge"], 2, "only the hub merges", "sync"),
    Mistake(["sync", "--exchange", "ftp://host/x"], 2, "not ftp"),
    Mistake(["sync", "--exchange", "/nonexistent/exchange.git"], 6, "not reachable", "again"),
    Mistake(["sync", "--exchange", "https://127.0.0.1:1/x.git"], 6, "not reachable"),
    Mistake(["audit", "identity", "--audience", "agency/inv-b"], 2, "does not read agency/inv-b"),
    Mistake(["roster", "revoke", "inv-b-00000000", "--yes"], 2, "may not change the roster", "started the network"),
    Mistake(["enroll", "approve", "-", "--fingerprint", "SHA256:x"], 2, "next:"),
    Mistake(["conflicts", "show", "99"], 2, "99"),
    Mistake(
      [
        "measure", "publish", "--agency", "inv-a", "--measure", "x", "--period", "FFY 2023", "--value", "1", "--source",
        "y",
      ],
      2, "only the department publishes"),
    Mistake(["log", "row", "--table", "nothing", "--key", "x"], 2, "there is no table nothing"),
    Mistake(["sync", "--frobnicate"], 2, "--frobnicate"),
  ])
  func leavesTheNodeAsItWas(_ mistake: Mistake) throws {
    let site = try Self.site.get()
    let before = try (site.dump("a1"), ExchangeReader(site.exchange).git("for-each-ref"))
    let outcome = try site.qapi("a1", mistake.command)
    #expect(outcome.status == mistake.status, "\(outcome.errors)")
    for words in mistake.words { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
    #expect(outcome.errors.hasPrefix("error: ") && outcome.errors.contains("\nnext:  "), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try (site.dump("a1"), ExchangeReader(site.exchange).git("for-each-ref")) == before)
  }

  @Test(arguments: [
    (["plam", "show"], "plam"), (["plan", "shwo"], "shwo"), (["plan", "shwo", "--json"], "plan"), ([], "USAGE"),
  ])
  func anUnknownCommandNamesTheHelp(command: [String], words: String) throws {
    let site = try Self.site.get()
    let outcome = try Running([Place.qapi] + command, in: site.path, environment: ["QAPI_NODE": site.folder("a1")])
      .wait()
    #expect(outcome.status == (command.isEmpty ? 0 : 2))
    #expect((outcome.output + outcome.errors).contains(words), "\(outcome.errors)")
    #expect(command.isEmpty || outcome.errors.contains("--help`"), "\(outcome.errors)")
  }

  @Test(arguments: [
    // what stands there, what a person makes of it, the line named, the words
    ("    target: one-0", "\ttarget: one-0", ""),
    ("target: one-0", "target: \"one-0", ""),
    ("target: one-0", "targte: one-0", "targte"),
    ("goal: 1\n", "goal: one\n", "goal"),
    ("status: not started", "status: someday", "status"),
    ("blocks:\n", "blocks: none\n", ""),
    ("    id: ", "    id: 01999999-", "id"),
    ("title: A plan for trials", "title: A plan\u{7} for trials", ""),
  ])
  func malformedYAMLNamesTheLine(text: String, mistake: String, words: String) throws {
    let site = try Self.site.get()
    let document = try site.document("a1")
    // Below the words of help that every document begins with.
    let body = try #require(document.firstRange(of: "\nplan: "))
    let place = try #require(document[body.upperBound...].firstRange(of: text))
    let line = document[..<place.lowerBound].count { $0 == "\n" } + 1
    let path = site.file("wrong-\(UUID().uuidString).yaml")
    try document.replacingCharacters(in: place, with: mistake).write(toFile: path, atomically: true, encoding: .utf8)
    let before = try site.dump("a1")
    let outcome = try site.qapi("a1", "plan", "edit", "latest", "--file", path)
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("nothing was changed") && outcome.errors.contains("\nnext:  "), "\(outcome.errors)")
    #expect(words.isEmpty || outcome.errors.contains(words), "\(outcome.errors)")
    let named = try #require(outcome.errors.firstMatch(of: /line ([0-9]+)/).flatMap { Int($0.1) }, "\(outcome.errors)")
    // What is no YAML is seen where the text after it no longer fits; an open quote at the end.
    #expect(named >= line && (named <= line + 3 || mistake.contains("\"")), "line \(line): \(outcome.errors)")
    #expect(try site.dump("a1") == before)
  }

  @Test func aPassphraseThatIsWrong() throws {
    let site = try Self.site.get()
    let folder = site.folder("locked")
    let made = try site.qapi(
      "locked",
      [
        "init", "--agency", "inv-a", "--network", site.network, "--exchange", site.exchange, "--person", "Kim",
        "--passphrase-fd", "3",
      ],
      secret: "the right one\n")
    #expect(made.status == 0, "\(made.errors)")
    let before = try (site.dump("locked"), Data(contentsOf: URL(fileURLWithPath: folder + "/node.key")))
    for (secret, command) in [
      ("a wrong one\n", ["enroll", "request"]), ("", ["sync"]), ("the right one \n", ["whoami"]),
    ] {
      let outcome = try site.qapi("locked", command + ["--passphrase-fd", "3"], secret: secret)
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("passphrase") && outcome.errors.contains("next:  "), "\(outcome.errors)")
      #expect(!outcome.errors.contains("right one") && !outcome.errors.contains("wrong one"))
    }
    let closed = try site.qapi("locked", "sync", "--passphrase-fd", "987")
    #expect(closed.status == 2 && closed.errors.contains("file descriptor 987 is not open"), "\(closed.errors)")
    #expect(try (site.dump("locked"), Data(contentsOf: URL(fileURLWithPath: folder + "/node.key"))) == before)
    #expect(try site.qapi("locked", ["whoami", "--passphrase-fd", "3"], secret: "the right one").status == 0)
  }

  @Test(arguments: [
    (["--agency", "Los Angeles"], "is not an agency code"),
    (["--agency", "ALAMEDA"], "write it in lowercase: alameda"),
    (["--agency", "dcss"], "dcss is the state department"),
    (["--agency", "x"], "is not an agency code"),
    (["--agency", "inv-a", "--network", "1234"], "not the id of a network"),
    (["--agency", "inv-a", "--exchange", "ftp://host/x.git"], "not ftp"),
    (["--agency", "inv-a", "--exchange", "https://user:secret@host/x.git"], "never a password"),
    (["--agency", "inv-a", "--start-network", "Other"], "Say one of"),
    ([], "Say one of"),
  ])
  func initMakesNothing(arguments: [String], words: String) throws {
    let site = try Self.site.get()
    let name = "never-\(UUID().uuidString)"
    let network = arguments.contains("--network") ? [] : ["--network", site.network]
    let outcome = try site.qapi(name, ["init", "--no-passphrase"] + network + arguments)
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains(words) && outcome.errors.contains("next:  "), "\(outcome.errors)")
    let left = try FileManager.default.contentsOfDirectory(atPath: site.path)
    #expect(!left.contains { $0.hasPrefix(name) })
  }

  @Test func aFolderWithoutANodeAndOneThatHasOne() throws {
    let site = try Self.site.get()
    let nowhere = try site.qapi("nowhere", "plan", "list")
    #expect(
      nowhere.status == 2 && nowhere.errors.contains("there is no node here") && nowhere.errors.contains("qapi init"))
    let again = try site.qapi("a1", "init", "--agency", "inv-a", "--network", site.network, "--no-passphrase")
    #expect(again.status == 2 && again.errors.contains("there is a node here already"), "\(again.errors)")
  }

  @Test func errorsAreJSONToo() throws {
    let site = try Self.site.get()
    let outcome = try site.qapi("a1", "plan", "show", "01999999", "--json")
    let error = try outcome.json.object("error")
    #expect(outcome.status == 2 && error.number("exit") == 2)
    #expect(error.text("what").contains("there is no plan") && error.text("next").contains("plan list"))
  }

  /// Somebody else's fingerprint, a request cut short, a request of another network.
  @Test func anEnrolmentThatDoesNotFit() throws {
    let site = try Site()
    try site.must(
      "new", ["init", "--agency", "inv-c", "--network", site.network, "--exchange", site.exchange, "--no-passphrase"])
    let request = try site.must("new", "enroll", "request", "--json").json
    let path = site.file("request")
    let before = try site.dump("dcss")
    func refused(_ text: String, _ fingerprint: String, _ status: Int32, _ words: String) throws {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let outcome = try site.qapi("dcss", "enroll", "approve", path, "--fingerprint", fingerprint, "--name", "C")
      #expect(
        outcome.status == status && outcome.errors.contains(words) && outcome.errors.contains("next:  "),
        "\(outcome.errors)")
      #expect(try site.dump("dcss") == before)
    }
    let (text, fingerprint) = (request.text("request"), request.text("fingerprint"))
    let other = try site.must("a1", "whoami", "--json").json.text("fingerprint")
    try refused(text, other, 4, "the fingerprint does not match")
    try refused(String(text.prefix(text.count / 2)), fingerprint, 2, "request")
    try refused("", fingerprint, 2, "request")
    let stranger = try Site()
    try stranger.must("new", ["init", "--agency", "inv-c", "--network", stranger.network, "--no-passphrase"])
    let foreign = try stranger.must("new", "enroll", "request", "--json").json
    try refused(foreign.text("request"), foreign.text("fingerprint"), 2, "another network")
  }
}
