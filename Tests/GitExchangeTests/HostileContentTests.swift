import Foundation
import GitExchange
import Testing

/// Trees and objects that stock git writes only when told to close its eyes (RELIABILITY E17 to E22).
@Suite("Hostile repository content")
struct HostileContentTests {
  let scratch = Scratch()
  let repository: GitRepository

  init() throws { repository = try GitRepository.create(bareAt: scratch("x.git")) }

  private func object(_ kind: String, _ bytes: [UInt8]) throws -> GitObjectID {
    let hex = try repository.git("hash-object", "--literally", "-w", "--stdin", "-t", kind, input: bytes)
    return try #require(GitObjectID(hex: hex))
  }

  private func commit(tree: GitObjectID) throws -> GitObjectID {
    try object("commit", Array("tree \(tree)\nauthor a <a@b> 0 +0000\ncommitter a <a@b> 0 +0000\n\nx\n".utf8))
  }

  @Test(arguments: [
    // mode, name
    ("100644", ".."), ("100644", "."), ("100644", ".git"), ("100644", ".GIT"), ("100644", "git~1"), ("100644", "a/b"),
    ("100644", "../x"), ("100644", "a\\b"), ("100644", ".g\u{200c}it"), ("100644", "line\nend"),
    ("100644", "\u{1b}[2J"),
    ("120000", "link"), ("160000", "module"), ("100755", "program"), ("40000", "folder"), ("100644", ".gitmodules"),
    ("100664", "group"), ("644", "short"), ("100644", "-rf"), ("100644", "con"),
  ])
  func aTreeEntryIsShownAsItStands(mode: String, name: String) throws {
    let blob = try repository.writeBlob([1])
    let tree = try object("tree", Array("\(mode) \(name)".utf8) + [0] + blob.bytes)
    let entries = try repository.entries(ofTreeOf: try commit(tree: tree), maximumCount: 5)
    #expect(entries.map(\.name) == [Array(name.utf8)])
    #expect(entries.map(\.mode) == [UInt32(mode, radix: 8)])
    #expect(entries.map(\.isRegularBlob) == [mode == "100644"])
  }

  @Test func duplicatesUnsortedAndBytesThatAreNoText() throws {
    let blob = try repository.writeBlob([1])
    let names: [[UInt8]] = [[0xff, 0xfe], Array("b".utf8), Array("a".utf8), Array("a".utf8)]
    let tree = try object("tree", names.flatMap { Array("100644 ".utf8) + $0 + [0] + blob.bytes })
    let entries = try repository.entries(ofTreeOf: try commit(tree: tree), maximumCount: 5)
    #expect(entries.map(\.name) == names)
  }

  @Test func whatIsNoTreeIsCorrupt() throws {
    let blob = try repository.writeBlob([1])
    let line = Array("100644 a".utf8) + [0] + blob.bytes
    let broken: [[UInt8]] = [
      Array(line.dropLast()), line + [0x31], Array("999999 a".utf8) + [0] + blob.bytes, Array("100644 a".utf8),
      Array("100644".utf8) + [0] + blob.bytes, Array("100644 ".utf8) + [0] + blob.bytes, [0], Array("\n".utf8),
      Array("77777777777777777777 a".utf8) + [0] + blob.bytes,
    ]
    for bytes in broken {
      let tree = try object("tree", bytes)
      let commit = try commit(tree: tree)
      guard
        case .corruptObject(tree, _)? = failure(of: { _ = try repository.entries(ofTreeOf: commit, maximumCount: 5) })
      else {
        Issue.record("\(bytes) must be refused")
        continue
      }
    }
    #expect(try repository.entries(ofTreeOf: try commit(tree: try object("tree", [])), maximumCount: 5) == [])
  }

  @Test func limitsHoldBeforeAnythingIsRead() throws {
    let blob = try repository.writeBlob([UInt8](repeating: 7, count: 2_000_000))
    #expect(try repository.objectSize(blob).byteCount == 2_000_000)
    #expect(throws: GitError.limitExceeded(what: "the size of object \(blob)", limit: 1_999_999)) {
      try repository.blob(blob, maximumByteCount: 1_999_999)
    }
    #expect(try repository.blob(blob, maximumByteCount: 2_000_000).count == 2_000_000)

    let longName = [UInt8](repeating: UInt8(ascii: "n"), count: 5_000_000)
    let long = try commit(tree: try object("tree", Array("100644 ".utf8) + longName + [0] + blob.bytes))
    let many: [UInt8] = (0..<11).flatMap { (index: Int) -> [UInt8] in
      Array("100644 \(1_000 + index)".utf8) + [0] + blob.bytes
    }
    let crowded = try commit(tree: try object("tree", many))
    for commit in [long, crowded] {
      guard case .limitExceeded? = failure(of: { _ = try repository.entries(ofTreeOf: commit, maximumCount: 10) })
      else {
        Issue.record("the tree must be over the limit")
        continue
      }
    }
    #expect(try repository.entries(ofTreeOf: crowded, maximumCount: 11).count == 11)

    let tree = try object("tree", [])
    let parents = (0..<25_000).map { _ in "parent \(tree)\n" }.joined()
    let wide = try object(
      "commit", Array("tree \(tree)\n\(parents)author a <a@b> 0 +0000\ncommitter a <a@b> 0 +0000\n\n".utf8))
    #expect(throws: GitError.limitExceeded(what: "the size of commit \(wide)", limit: 1 << 20)) {
      try repository.commit(wide)
    }
  }

  @Test func kindsAreChecked() throws {
    let blob = try repository.writeBlob([1])
    let tree = try object("tree", [])
    let fake = try commit(tree: blob)
    #expect(throws: GitError.unexpectedKind(tree, expected: .blob, found: .tree)) {
      try repository.blob(tree, maximumByteCount: 9)
    }
    #expect(throws: GitError.unexpectedKind(blob, expected: .commit, found: .blob)) { try repository.commit(blob) }
    #expect(throws: GitError.unexpectedKind(blob, expected: .tree, found: .blob)) {
      try repository.entries(ofTreeOf: fake, maximumCount: 9)
    }
    for text in [
      "", "tree x\n", "tree \(tree)\n", "tree \(tree)\nauthor a\n\n", "tree \(tree)\nparent 12\nauthor a <a> 0 +0\n\n",
    ] {
      let broken = try object("commit", Array(text.utf8))
      guard case .corruptObject(broken, _)? = failure(of: { _ = try repository.commit(broken) }) else {
        Issue.record("\(text) is no commit")
        continue
      }
    }
  }

  @Test func damagedLooseObjects() throws {
    let kept = try repository.writeBlob(Array("kept".utf8))
    let noise = (0..<5_000).map { UInt8(truncatingIfNeeded: ($0 &* $0 &* 40_503) >> 5) }
    let damages: [(String, (Data) -> Data)] = [
      ("emptied", { _ in Data() }),
      ("truncated", { $0.prefix(1_000) }),
      (
        "a bit flipped",
        { data in
          var data = data
          data[data.count / 2] ^= 4
          return data
        }
      ),
      (
        "replaced by another object",
        { _ in
          (try? Data(contentsOf: URL(fileURLWithPath: self.file(of: kept)))) ?? Data()
        }
      ),
      ("no zlib", { _ in Data("plain text".utf8) }),
    ]
    for (index, (name, damage)) in damages.enumerated() {
      let id = try repository.writeBlob(noise + [UInt8(index)])
      let url = URL(fileURLWithPath: file(of: id))
      let damaged = damage(try Data(contentsOf: url))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
      try damaged.write(to: url)
      let fresh = try GitRepository(opening: repository.path)
      guard case .corruptObject(id, _)? = failure(of: { _ = try fresh.blob(id, maximumByteCount: 10_000) }) else {
        Issue.record("\(name) must be found")
        continue
      }
      guard case .corruptObject(id, _)? = failure(of: { try repository.confirmStored([kept, id]) }) else {
        Issue.record("\(name) must be found when reading back")
        continue
      }
    }
    try repository.confirmStored([kept])
    let absent = try #require(GitObjectID(hex: String(repeating: "ab", count: 20)))
    #expect(throws: GitError.missingObject(absent)) { try repository.blob(absent, maximumByteCount: 9) }
    #expect(throws: GitError.missingObject(absent)) { try repository.confirmStored([kept, absent]) }
  }

  @Test func damagedPacks() throws {
    let noise = (0..<50_000).map { UInt8(truncatingIfNeeded: ($0 &* $0 &* 40_503) >> 5) }
    let blob = try repository.writeBlob(noise)
    let commit = try commit(tree: try object("tree", Array("100644 a".utf8) + [0] + blob.bytes))
    try repository.setHead("refs/heads/main", to: commit, expecting: nil)
    try repository.git("repack", "-a", "-d", "-q")
    let folder = repository.path + "/objects/pack/"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".pack") })
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder + name))
    for damaged in [
      Data(whole.prefix(whole.count / 2)), Data(whole.prefix(3)), Data(),
      Data(whole.enumerated().map { $0 == whole.count / 2 ? $1 ^ 1 : $1 }),
    ] {
      try FileManager.default.removeItem(atPath: folder + name)
      try damaged.write(to: URL(fileURLWithPath: folder + name))
      let fresh = try GitRepository(opening: repository.path)
      switch failure(of: { _ = try fresh.blob(blob, maximumByteCount: 50_000) }) {
      case .corruptObject?, .missingObject?, .other?: break
      case let other: Issue.record("a damaged pack gave \(String(describing: other))")
      }
    }
    // Fetching again is the cure.
    let other = try GitRepository.create(bareAt: scratch("other.git"))
    try FileManager.default.removeItem(atPath: folder + name)
    try whole.write(to: URL(fileURLWithPath: folder + name))
    let fetch = GitFetchRequest(source: "refs/heads/main", destination: "refs/exchange/main")
    _ = try other.fetch([fetch], from: try GitRemote(repository.path))
    #expect(try other.blob(blob, maximumByteCount: 50_000) == noise)
  }

  @Test func aRemoteThatLacksObjectsOrIsDamaged() throws {
    let blob = try repository.writeBlob(Array("gone".utf8))
    let tree = try object("tree", Array("100644 a".utf8) + [0] + blob.bytes)
    try repository.setHead("refs/heads/main", to: try commit(tree: tree), expecting: nil)
    try FileManager.default.removeItem(atPath: file(of: blob))
    let node = try GitRepository.create(bareAt: scratch("node.git"))
    let fetch = GitFetchRequest(source: "refs/heads/main", destination: "refs/exchange/main")
    #expect(failure(of: { _ = try node.fetch([fetch], from: try GitRemote(repository.path)) }) != nil)
    #expect(try node.head(of: "refs/exchange/main") == nil)
  }

  /// libgit2 1.5.1 alone would never return from this fetch.
  @Test func aRemoteFolderWithALooseObjectCutShort() throws {
    let blob = try repository.writeBlob((0..<5_000).map { UInt8(truncatingIfNeeded: ($0 &* $0 &* 40_503) >> 5) })
    let tree = try object("tree", Array("100644 a".utf8) + [0] + blob.bytes)
    try repository.setHead("refs/heads/main", to: try commit(tree: tree), expecting: nil)
    let url = URL(fileURLWithPath: file(of: blob))
    let whole = try Data(contentsOf: url)
    try FileManager.default.removeItem(at: url)
    try whole.prefix(whole.count / 2).write(to: url)
    let node = try GitRepository.create(bareAt: scratch("node.git"))
    let fetch = GitFetchRequest(source: "refs/heads/main", destination: "refs/exchange/main")
    for remote in [repository.path, "file://" + repository.path] {
      guard case .corruptObject(blob, _)? = failure(of: { _ = try node.fetch([fetch], from: try GitRemote(remote)) })
      else {
        Issue.record("the damage must be found")
        continue
      }
    }
  }

  @Test func refsWithOddNamesAreCountedAndNotRead() throws {
    let commit = try repository.commitSample("x")
    try repository.setHead("refs/heads/nodes/a", to: commit, expecting: nil)
    for name in ["refs/heads/nodes/UPPER", "refs/heads/nodes/sp\u{e9}cial", "refs/heads/nodes/%2e", "refs/tags/nodes"] {
      try repository.git("update-ref", name, commit.hex)
    }
    try repository.git("symbolic-ref", "refs/heads/nodes/link", "refs/heads/nodes/a")
    #expect(try repository.heads(under: "refs/heads/nodes/").heads.map(\.ref) == ["refs/heads/nodes/a"])
    #expect(try repository.heads(under: "refs/heads/nodes/").strangeNameCount == 4)
    let node = try GitRepository.create(bareAt: scratch("node.git"))
    let result = try node.fetch(
      [GitFetchRequest(source: "refs/heads/nodes/*", destination: "refs/exchange/nodes/*")],
      from: try GitRemote(repository.path))
    #expect(result.taken.map(\.ref) == ["refs/exchange/nodes/a", "refs/exchange/nodes/link"])
    #expect(result.remoteHeads.strangeNameCount == 3)
    try "garbage".write(toFile: repository.path + "/refs/heads/nodes/a", atomically: true, encoding: .utf8)
    #expect(failure(of: { _ = try repository.head(of: "refs/heads/nodes/a") }) != nil)
    #expect(failure(of: { _ = try repository.head(of: "refs/heads/nodes/../../config") }) != nil)
  }

  private func file(of id: GitObjectID) -> String {
    repository.path + "/objects/" + id.hex.prefix(2) + "/" + id.hex.dropFirst(2)
  }
}
