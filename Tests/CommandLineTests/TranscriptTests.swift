import Changesets
import Foundation
import Records
import Store
import SyncEngine
import Testing
import Training

@testable import qapi

@Suite("Transcripts and certificates: signed by one agency, taken by another, checked with stock tools")
struct TranscriptTests {
  private let binary: Binary
  private let network: Network

  init() throws {
    binary = try Binary()
    network = try Network(binary)
    for (node, agency) in [("a", "inv-a"), ("b", "inv-b")] { try network.add(node, agency: agency) }
  }

  @discardableResult
  private func run(
    _ node: String, _ command: String, _ rest: String..., status: Int32 = 0, says: String = ""
  ) throws -> Binary.Run {
    let words = command.split(separator: " ").map(String.init) + rest + ["--node", node]
    let run = try binary.run(Binary.program.path, words)
    try #require(run.status == status, "\(words): \(run.status) \(run.output)\(run.messages)")
    #expect(says.isEmpty || (run.output + run.messages).contains(says), "\(words): \(run.output)\(run.messages)")
    return run
  }

  /// Rows as other commands of the agency write them.
  private func write(_ node: String, staff: [(String, String)], _ completions: [(String, String, String, void: String)])
    throws
  {
    let engine = try Engine(
      opening: NodeFolder(path: binary.folder.appending(path: node).path), configuration: Deployment.configuration)
    let agency = "inv-\(node)"
    try engine.write(as: Person(id: node, name: "Person \(node)"), message: "training") { db in
      for (code, name) in staff {
        var member = StaffMember()
        (member.code, member.name, member.hired) = (code, name, "2020-01-01")
        try RecordStore.put(member, agency: agency, in: db)
      }
      for (staff, course, day, void) in completions {
        var completion = Completion()
        (completion.staff, completion.course, completion.day, completion.void) = (staff, course, day, void)
        (completion.hours, completion.reason) = (6_50, void.isEmpty ? "" : "wrong person")
        try RecordStore.put(completion, agency: agency, in: db)
      }
    }
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOf: binary.folder.appending(path: file), encoding: .utf8)
  }

  private func put(_ text: String, in file: String) throws {
    try Data(text.utf8).write(to: binary.folder.appending(path: file))
  }

  @Test("Signed, verified with ssh-keygen, imported once; corrected by a later one; what was changed is refused")
  func transfer() throws {
    defer { binary.remove() }
    try write(
      "a", staff: [("S1", "Ana Ivy"), ("S2", "")],
      [
        ("S1", "core", "2021-03-01", ""), ("S1", "privacy", "2023-03-01", ""),
        ("S1", "core", "2020-02-02", "2020-03-01"),
      ])
    try write("b", staff: [("B7", "Ana Ivy"), ("B8", "")], [("B7", "privacy", "2023-03-01", "")])
    let before = try run("a", "training transcript S1 --json").member("completions") as? [[String: Any]] ?? []
    #expect(before.map { $0["day"] as? String } == ["2020-02-02", "2021-03-01", "2023-03-01"])
    #expect((before[0]["recorded"] as? [String: Any])?["changeset"] is NSNull)
    try network.exchange("a")
    try network.exchange("b")
    let lines = try run("a", "training transcript S1 --json").member("completions") as? [[String: Any]] ?? []
    let changeset = try #require((lines[0]["recorded"] as? [String: Any])?["changeset"] as? String)
    try run("a", "log row --table completion --json --key inv-a,S1,core,2020-02-02,1", says: changeset)
    try run("a", "training transcript S1", says: "VOID")
    try run("a", "training transcript S1 --html --output t.html")
    #expect(try text("t.html").contains(String(changeset.prefix(12))))

    try certificates()
    let signed = try run("a", "training transcript sign S1 --output t.json --json")
    let signer = try #require(try signed.member("node") as? String)
    try put(try run("b", "training transcript signers").output, in: "signers")
    let stock = try binary.run(
      "ssh-keygen",
      ["-Y", "verify", "-f", "signers", "-I", signer, "-n", "qapi-transcript", "-s", "t.json.sig"],
      input: try text("t.json"))
    #expect(stock.status == 0, "\(stock.messages)")
    try run("b", "training transcript check t.json", says: "the signature holds")
    try put(try text("t.json").replacing("2021-03-01", with: "2022-03-01"), in: "changed.json")
    try run("b", "training transcript check changed.json --signature t.json.sig", status: 4, says: "it was changed")
    try run("b", "training transcript import changed.json --signature t.json.sig --staff B7 --yes", status: 4)
    try run("a", "training transcript import t.json --staff S1 --yes", status: 2, says: "rule own-transcript")
    try run("d", "training transcript import t.json --staff S1 --yes", status: 2)
    try run("b", "training transcript import t.json --staff B9 --yes", status: 2, says: "there is no member of staff")

    let dry = try run("b", "training transcript import t.json --staff B7 --dry-run --json")
    #expect(try dry.member("new") as? Int == 2 && dry.member("written") as? Bool == false)
    try run("b", "training transcript import t.json --staff B7", status: 2, says: "look at the changes with --dry-run")
    let taken = try run("b", "training transcript import t.json --staff B7 --yes --json")
    #expect(try taken.member("written") as? Bool == true)
    try run("b", "training transcript import t.json --staff B7 --yes", says: "nothing was changed")
    try run(
      "b", "training transcript import t.json --staff B8 --yes", status: 2, says: "rule transcript-of-somebody-else")
    let own = try run("b", "training transcript B7 --json").member("completions") as? [[String: Any]] ?? []
    #expect(
      own.map { "\($0["day"] ?? "") \($0["from_agency"] ?? "") \($0["void"] ?? "")" } == [
        "2020-02-02 inv-a 2020-03-01", "2021-03-01 inv-a ", "2023-03-01  ",
      ])

    // The old agency finds that one was wrong: its next transcript corrects what came with the first.
    try write(
      "a", staff: [], [("S1", "core", "2021-03-01", "2024-01-01"), ("S1", "privacy", "2023-03-01", "2024-01-01")])
    try run("a", "training transcript sign S1 --output u.json")
    let corrected = try run("b", "training transcript import u.json --staff B7 --yes --json")
    #expect(try corrected.member("new") as? Int == 0 && corrected.member("corrected") as? Int == 1)
    #expect((try corrected.member("kept") as? [[String: Any]])?.compactMap { $0["course"] as? String } == ["privacy"])
    try run("b", "training certificate B7 core", status: 2, says: "rule void")
    try run("b", "training certificate B7 privacy", says: "SHA-256:")

    // Whoever comes back has a new code, and brings what the agency itself signed under the first one.
    try run("a", "training staff code=S1-2 hired=2025-07-01")
    try run("a", "training transcript import t.json --staff S1-2 --yes")
    let back = try run("a", "training transcript S1-2 --json").member("completions") as? [[String: Any]] ?? []
    #expect(back.count == 3 && back.allSatisfy { $0["from_agency"] as? String == "inv-a" })
    try run("a", "training transcript import t.json --staff S1-2 --yes", says: "nothing was changed")
    let found = try run("a", "findings --json", status: 3).output
    #expect(!found.contains("completion-before-hire"), "\(found)")
  }

  /// A certificate names the number of what it certifies, and is held against the records.
  private func certificates() throws {
    let digest = try #require(try run("a", "training certificate S1 core --json").member("digest") as? String)
    try run("a", "training certificate S1 core --html --output c.html")
    #expect(try text("c.html").contains(digest) && text("c.html").contains("Ana Ivy"))
    try run(
      "a", "training certificate S1 core 2021-03-01 --check \(digest)", says: "the certificate says what stands here")
    try run("a", "training certificate S1 core --check \(String(digest.reversed()))", status: 4)
    try run("a", "training certificate S1 core 2020-02-02", status: 2, says: "rule void")
    try run("a", "training certificate S1 core 2020-03-02", status: 2, says: "has not completed core on 2020-03-02")
  }

  @Test("The department signs for an agency; a node whose right was ended signs nothing that anybody takes")
  func rights() throws {
    defer { binary.remove() }
    try write("a", staff: [("S1", "Ana Ivy")], [("S1", "core", "2021-03-01", "")])
    try network.exchange("a")
    try run("b", "training transcript S1", status: 2)
    let signer = try #require(
      try run("a", "training transcript sign S1 --output t.json --json").member("node") as? String)
    try run("d", "training transcript sign S1 --agency inv-a --output d.json")
    try run("b", "training transcript check d.json", says: "staff of:")
    // What another agency's node signs of this agency is none.
    let forged = try text("d.json").replacing("inv-a", with: "inv-b")
    try put(forged, in: "forged.json")
    try run("b", "training transcript check forged.json --signature d.json.sig", status: 4)
    try run("d", "roster revoke --yes", signer)
    try network.exchange("b")
    try run("b", "training transcript check t.json", status: 4, says: "the right of the node")
    try run("b", "training transcript check d.json")
    #expect(try !run("b", "training transcript signers").output.contains(signer))
  }
}
