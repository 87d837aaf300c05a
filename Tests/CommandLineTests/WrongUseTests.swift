import Foundation
import Testing

@Suite("Wrong use says what to do, and changes nothing", .serialized)
struct WrongUseTests {
  static let network = String(repeating: "ab", count: 32)

  @Test(
    arguments: [
      (["bogus"], 2, "error: Unexpected argument"),
      (["init"], 2, "Say one of --start-network"),
      (["init", "--agency", "Alameda", "--network", network, "--no-passphrase"], 2, "write it in lowercase: alameda"),
      (["init", "--agency", "alameda", "--network", "12", "--no-passphrase"], 2, "not the id of a network"),
      (["init", "--agency", "dcss", "--network", network, "--no-passphrase"], 2, "is the state department"),
      (["init", "--agency", "alameda", "--network", network], 2, "there is no terminal"),
      (["init", "--agency", "alameda", "--network", network, "--passphrase-fd", "9"], 2, "is not open"),
      (
        ["init", "--agency", "alameda", "--network", network, "--no-passphrase", "--exchange", "git://x/y"], 2,
        "ssh, https and file, and not git"
      ),
      (
        ["init", "--agency", "alameda", "--network", network, "--no-passphrase", "--exchange", "https://u:p@x/y"], 2,
        "never a password"
      ),
      (["status"], 2, "there is no node here"),
      (["audit", "verify"], 2, "name the network with --network ID"),
      (["conflicts", "resolve", "x", "--mine", "--theirs"], 2, "Say only one of"),
      (["plan", "edit"], 2, "next:  see `qapi plan edit --help`"),
      (["audit", "verify", "--network", network, "--exchange", "./nowhere.git"], 6, "is not reachable"),
    ] as [([String], Int32, String)])
  func withoutANode(arguments: [String], status: Int32, words: String) throws {
    let binary = try Binary()
    defer { binary.remove() }
    let run = try binary.run(Binary.program.path, arguments, environment: ["QAPI_NODE": "node"])
    #expect(run.status == status)
    #expect(run.messages.contains(words), "\(run.messages)")
    #expect(run.messages.contains("next:  ") && run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: binary.folder.appending(path: "node").path))
  }

  @Test func onANodeOfAnAgency() throws {
    let binary = try Binary()
    defer { binary.remove() }
    try Data("geheim\n".utf8).write(to: binary.folder.appending(path: "right"))
    try Data("falsch\n".utf8).write(to: binary.folder.appending(path: "wrong"))
    let made = try binary.run(
      "sh",
      [
        "-c", "exec \"$0\" \"$@\" 3<right", Binary.program.path, "init", "--agency", "inv-a", "--network", Self.network,
        "--exchange", "./nowhere.git", "--person", "Ana Ruiz <aruiz>", "--passphrase-fd", "3", "--node", "n",
      ])
    #expect(made.status == 0, "\(made.messages)")
    let plan = try binary.qapi("--node", "n", "plan", "new").output.trimmingCharacters(in: .newlines)
    let before = try binary.qapi("--node", "n", "--json", "status").member("digests") as? [[String: Any]]

    func refused(_ arguments: [String], _ status: Int32, _ words: String, _ input: String = "") throws {
      let run = try binary.run(Binary.program.path, ["--node", "n"] + arguments, input: input)
      #expect(run.status == status && run.messages.contains(words), "\(arguments): \(run.status) \(run.messages)")
      let kinds = run.messages.split(separator: "\n").map { $0.prefix(7) }
      #expect(kinds == ["error: ", "next:  "] || kinds == ["error: ", "where: ", "next:  "], "\(run.messages)")
    }
    try refused(["plan", "show", "0000"], 2, "there is no plan 0000")
    try refused(["plan", "show", "0000"], 2, "see `qapi --node n plan list`")
    try refused(["plan", "edit", "latest", "--file", "-"], 1, "has no \"blocks:\"")
    try refused(["plan", "edit", "latest", "--file", "-"], 1, "not YAML", "blocks: [a")
    try refused(["plan", "edit", "latest", "--file", "nowhere.yaml"], 2, "cannot be read")
    try refused(["plan", "edit", "latest"], 2, "no editor is set")
    try refused(["plan", "new", "--template", "nothing"], 2, "pmp-ffy-2024")
    try refused(["plan", "check", "latest", "--on", "yesterday"], 2, "write it like 2024-01-31")
    try refused(["conflicts", "resolve", "0000", "--mine", "--passphrase-fd", "0"], 2, "no open conflict", "geheim")
    try refused(["sync", "--passphrase-fd", "0"], 6, "is not reachable", "geheim")
    try refused(["sync", "--passphrase-fd", "0"], 1, "passphrase", "falsch")
    try refused(["merge", "--passphrase-fd", "0"], 2, "only the hub merges", "geheim")
    try refused(
      ["measure", "publish", "--agency", "inv-a", "--measure", "m", "--period", "p", "--value", "1", "--source", "s"],
      2,
      "only the department")
    try refused(["log", "row", "--table", "nothing", "--key", "x"], 2, "there is no table nothing")
    try refused(["init", "--agency", "inv-a", "--network", Self.network, "--no-passphrase"], 2, "a node here already")

    let after = try binary.qapi("--node", "n", "--json", "status").member("digests") as? [[String: Any]]
    #expect(before?.first?["digest"] as? String == after?.first?["digest"] as? String)
    #expect(try binary.qapi("--node", "n", "plan", "list").output.hasPrefix(plan.prefix(13) + "  inv-a  draft  "))
  }

  @Test func anInvalidDocumentIsKeptForItsAuthor() throws {
    let binary = try Binary()
    defer { binary.remove() }
    _ = try binary.qapi(
      "init", "--node", "n", "--agency", "inv-a", "--network", Self.network, "--no-passphrase", "--person", "Ana")
    try binary.qapi("plan", "new", "--node", "n")
    let run = try binary.qapi(
      "plan", "edit", "latest", "--node", "n", environment: ["EDITOR": "sed -i 's/^blocks:/blocks: what I wrote/'"])
    #expect(run.status == 1 && run.messages.contains("your text is kept"))
    let edits = binary.folder.appending(path: "n/edits").path
    let kept = try #require(try FileManager.default.contentsOfDirectory(atPath: edits).first)
    #expect(try String(contentsOfFile: "\(edits)/\(kept)", encoding: .utf8).contains("what I wrote"))
    let rights = try FileManager.default.attributesOfItem(atPath: "\(edits)/\(kept)")[.posixPermissions] as? Int
    #expect(rights == 0o600)
    let untouched = try binary.qapi("plan", "edit", "latest", "--node", "n", environment: ["EDITOR": "true"])
    #expect(untouched.status == 0 && untouched.messages.contains("nothing was changed"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: edits) == [kept])
  }
}
