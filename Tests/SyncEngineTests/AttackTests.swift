import AgeFormat
import Canonical
import Changesets
import Foundation
import GitExchange
import SQLiteChangeset
import SSHSignature
import SyncEngine
import Testing
import Trust

@Suite("What is forged or damaged is refused, kept with its reason, and stops nobody else")
struct AttackTests {
  /// A hub, two nodes of one member, and one of another.
  private final class Parties {
    let world: World
    let a: Engine
    let b: Engine
    let m: Engine
    private let before: [Digest?]

    init() throws {
      world = try World()
      (a, b, m) = (try world.enrol("kelp"), try world.enrol("kelp"), try world.enrol("moss"))
      try a.insertNote("n", title: "start")
      try world.settle()
      before = [try b.digest("member/kelp"), try world.hub.digest("member/kelp")]
    }

    /// Syncs the readers, and expects that nothing of `a` got in while the other member's new note did.
    func expectNothingGotIn(_ place: Comment) throws {
      let id = "honest-\(try m.rows("note").count)"
      try m.insertNote(id)
      try world.sync(m, b, world.hub)
      #expect([try b.digest("member/kelp"), try world.hub.digest("member/kelp")] == before, place)
      #expect(try world.hub.note(id, "title", of: "moss") == .text(""), place)
    }
  }

  @Test("A bit flipped anywhere in a changeset's three files, and files cut short")
  func flippedBits() throws {
    let parties = try Parties()
    try parties.a.setNote("n", "title", .text("a secret"))
    try parties.world.sync(parties.a)
    let honest = try #require(try parties.world.changesets(of: parties.a).last)
    var commits: [[GitFile]] = []
    for file in 0..<3 {
      let bytes = [honest.header, honest.signature, honest.body][file]
      for place in 0..<20 {
        var damaged = bytes
        let bit = place * (bytes.count * 8 - 1) / 19
        damaged[bit / 8] ^= 1 << UInt8(bit % 8)
        commits.append(honest.with(file, damaged).files())
      }
      commits.append(honest.with(file, Array(bytes.prefix(bytes.count / 2))).files())
      commits.append(honest.with(file, []).files())
      var missing = honest.files()
      missing.remove(at: file)
      commits.append(missing)
    }
    // The host serves the damaged ones, and never the honest one.
    try parties.world.drop(branchOf: parties.a)
    try parties.world.plant(commits, on: parties.a)
    try parties.expectNothingGotIn("flipped bits")
    for reader in [parties.b, parties.world.hub] {
      let files = try reader.status().refusedFiles.filter { $0.branch == "nodes/\(parties.a.identity.node)" }
      #expect(Set(files.map(\.commit)).count >= commits.count, "each damaged commit is listed")
      #expect(files.allSatisfy { !$0.detail.isEmpty })
    }
    // The author puts its branch right, and everybody goes on.
    try parties.world.settle()
    for reader in [parties.b, parties.world.hub] {
      #expect(try reader.note("n", "title", of: "kelp") == .text("a secret"))
    }
  }

  @Test("The honest changeset first, damaged copies of it after: listed, and nothing changes")
  func damagedCopies() throws {
    let parties = try Parties()
    let honest = try #require(try parties.world.changesets(of: parties.a).last)
    var signature = honest.signature
    signature[100] ^= 1
    var body = honest.body
    body[200] ^= 1
    try parties.world.plant([honest.with(1, signature).files(), honest.with(2, body).files()], on: parties.a)
    try parties.expectNothingGotIn("damaged copies")
    #expect(try parties.b.status().refusedFiles.map(\.code) == ["altered-copy", "altered-copy"])
  }

  @Test("A changeset replayed on another node's branch is refused, whether it was known before or not")
  func replayedOnAnotherBranch() throws {
    let parties = try Parties()
    let known = try #require(try parties.world.changesets(of: parties.a).last)
    try parties.a.setNote("n", "title", .text("new"))
    try parties.world.sync(parties.a)
    let fresh = try #require(try parties.world.changesets(of: parties.a).last)
    try parties.world.drop(branchOf: parties.a)
    try parties.world.plant([known.files(), fresh.files()], on: parties.m)
    _ = try parties.world.hub.merge(with: parties.world.remote)
    let refused = try parties.world.hub.status().refusedFiles
    #expect(refused.map(\.code) == ["other-branch", "other-branch"])
    #expect(refused.allSatisfy { $0.branch == "nodes/\(parties.m.identity.node)" })
    #expect(try parties.world.hub.note("n", "title", of: "kelp") == .text("start"))
  }

  @Test("A changeset signed anew under another number does not follow its stream")
  func replayedUnderAnotherNumber() throws {
    let parties = try Parties()
    let honest = try #require(try parties.world.changesets(of: parties.a).last)
    var header = try Header(honest.header)
    header.previous = Digest(of: honest.header)
    header.sequence += 1
    header.depth += 1
    let key = try #require(parties.a.keys).signing
    let replayed = SealedFiles(
      header: header.bytes, signature: try Sealing.sign(header, with: key), body: honest.body)
    try parties.world.plant([replayed.files()], on: parties.a)
    try parties.expectNothingGotIn("replayed under another number")
    #expect(try parties.b.status().refused.map(\.code) == ["malformed-payload"])
    #expect(try parties.world.hub.status().refused.map(\.code) == ["malformed-payload"])
  }

  @Test("What a node may not say is refused for ever, each crime by its name")
  func crimes() throws {
    let parties = try Parties()
    let hub = parties.world.hub
    var crimes: [Digest: Crime] = [:]
    for crime in Crime.allCases {
      let forged = try crime.commit(parties.world, by: parties.a)
      try parties.world.plant([forged.files()], on: parties.a)
      crimes[Digest(of: forged.header)] = crime
    }
    try parties.expectNothingGotIn("crimes")
    let status = try hub.status()
    #expect(Set(status.refused.map(\.hash)) == Set(crimes.keys))
    for note in status.refused {
      let crime = try #require(crimes[note.hash])
      #expect(note.code == crime.code, "\(crime): \(note.detail)")
    }
    #expect(status.refused.allSatisfy { !$0.detail.isEmpty })
    #expect(status.waiting == [])
    // Receipts say the same to the member.
    _ = try parties.b.sync(with: parties.world.remote)
    #expect(try parties.b.status().disagreements == [])
  }

  @Test("A link in a changeset's place, a folder, an executable: listed; what is beside them is not touched")
  func strangeModes() throws {
    let parties = try Parties()
    let git = { (arguments: [String], input: String) throws -> String in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["git", "--git-dir", parties.world.folder + "/exchange.git"] + arguments
      // A clean environment: other tests of this process set variables of git's that lead nowhere.
      process.environment = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "GIT_AUTHOR_NAME": "x",
        "GIT_AUTHOR_EMAIL": "x@example.org", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org",
      ]
      let (standardInput, output) = (Pipe(), Pipe())
      (process.standardInput, process.standardOutput) = (standardInput, output)
      try process.run()
      standardInput.fileHandleForWriting.write(Data(input.utf8))
      try standardInput.fileHandleForWriting.close()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "git \(arguments[0])")
      return text.trimmingCharacters(in: .newlines)
    }
    let blob = try git(["hash-object", "-w", "--stdin"], "../../../etc/passwd")
    let missing = String(repeating: "12", count: 20)
    let tree = try git(["mktree"], "120000 blob \(blob)\tlink\n")
    let strange = try git(
      ["mktree", "--missing"],
      "120000 blob \(blob)\t1.header\n100755 blob \(blob)\t2.header\n040000 tree \(tree)\tfolder\n"
        + "160000 commit \(missing)\tmodule\n100644 blob \(blob)\twith space\n")
    let branch = parties.world.branch(of: parties.a)
    let commit = try git(["commit-tree", strange, "-p", branch, "-m", "strange"], "")
    _ = try git(["update-ref", branch, commit], "")
    try parties.expectNothingGotIn("strange modes")
    for reader in [parties.b, parties.world.hub] {
      let refused = try reader.status().refusedFiles
      #expect(Set(refused.map(\.name)) == ["1.header", "2.header", "folder", "module", "with\\x20space"])
      #expect(Set(refused.map(\.code)) == ["strange-file"])
    }
  }

  @Test("A branch that is no commit stalls nobody else")
  func branchOfABlob() throws {
    let parties = try Parties()
    let blob = try parties.world.exchange().writeBlob([1, 2, 3])
    let path = parties.world.folder + "/exchange.git/refs/heads/nodes/evil-1"
    try (blob.hex + "\n").write(toFile: path, atomically: false, encoding: .utf8)
    try parties.expectNothingGotIn("a branch that is a blob")
  }

  @Test("Strange files on a branch are listed and not carried on")
  func strangeFiles() throws {
    let parties = try Parties()
    let names = ["notes.txt", "01.header", "0.header", "1.header.bak", "UPPER", "epoch-0.age", "main"]
    try parties.world.plant([names.map { GitFile(name: $0, bytes: [1, 2, 3]) }], on: parties.a)
    try parties.expectNothingGotIn("strange files")
    for reader in [parties.b, parties.world.hub] {
      let refused = try reader.status().refusedFiles
      #expect(Set(refused.map(\.name)) == Set(names))
      #expect(Set(refused.map(\.code)) == ["strange-file"])
    }
  }
}

extension SealedFiles {
  /// The same with one of its three files exchanged.
  func with(_ file: Int, _ bytes: [UInt8]) -> SealedFiles {
    var copy = self
    switch file {
    case 0: copy.header = bytes
    case 1: copy.signature = bytes
    default: copy.body = bytes
    }
    return copy
  }
}
