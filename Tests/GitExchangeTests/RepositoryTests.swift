import Foundation
import GitExchange
import Testing

@Suite("The repository of a node")
struct RepositoryTests {
  let scratch = Scratch()

  @Test func nothingOfTheUsersSettingsIsTaken() throws {
    let repository = try GitRepository.create(bareAt: scratch("x.git"))
    let settings = try String(contentsOfFile: repository.path + "/config", encoding: .utf8)
    #expect(!settings.contains("evil"))
    #expect(try String(contentsOfFile: repository.path + "/HEAD", encoding: .utf8) == "ref: refs/heads/main\n")
    let hooks = (try? FileManager.default.contentsOfDirectory(atPath: repository.path + "/hooks")) ?? []
    #expect(hooks.filter { !$0.hasSuffix(".sample") } == [])
    #expect(try repository.git("config", "core.bare") == "true")
    #expect(try repository.git("config", "gc.auto") == "0")
    // HostileHome sets GIT_DIR and GIT_OBJECT_DIRECTORY for this process.
    let blob = try GitRepository(opening: repository.path).writeBlob(Array("x".utf8))
    #expect(FileManager.default.fileExists(atPath: repository.path + "/objects/" + blob.hex.prefix(2)))
  }

  @Test func itsOwnSettingsCannotSendItElsewhere() throws {
    let hub = try GitRepository.create(bareAt: scratch("hub.git"))
    let node = try GitRepository.create(bareAt: scratch("node.git"))
    try node.git("config", "url.https://evil.invalid/.insteadOf", "file://")
    try node.git("config", "http.proxy", "http://127.0.0.1:1")
    #expect(try GitRepository(opening: node.path).remoteHeads(of: try GitRemote(hub.path)).heads == [])
  }

  @Test func onlyTheVeryFolderIsOpened() throws {
    let repository = try GitRepository.create(bareAt: scratch("x.git"))
    let file = try scratch.write("gitdir: \(repository.path)\n", to: "link")
    for path in [repository.path + "/refs", scratch.path, scratch("absent"), file, "/dev/null"] {
      guard case .notARepository(path, _)? = failure(of: { _ = try GitRepository(opening: path) }) else {
        Issue.record("\(path) is no repository")
        continue
      }
    }
    for path in ["", "/x\u{0}y", "/" + String(repeating: "x", count: 4_001)] {
      guard case .invalidArgument? = failure(of: { _ = try GitRepository(opening: path) }) else {
        Issue.record("\(path.prefix(9)) is no path")
        continue
      }
    }
    guard case .invalidArgument? = failure(of: { _ = try GitRepository.create(bareAt: repository.path) }) else {
      Issue.record("a repository is not made twice")
      return
    }
  }

  @Test(arguments: ["two words", "quote'\"s", "\u{e9}\u{301}", "-dash", "colon:at@", "percent%41", "new\nline"])
  func oddPathsWork(name: String) throws {
    let hub = try GitRepository.create(bareAt: scratch(name))
    let node = try GitRepository.create(bareAt: scratch("node.git"))
    try node.setHead("refs/heads/nodes/a", to: try node.commitSample("x"), expecting: nil)
    let push = [GitPushRequest(source: "refs/heads/nodes/a", destination: "refs/heads/nodes/a")]
    if name.contains("\n") {
      guard case .invalidArgument? = failure(of: { _ = try GitRemote(hub.path) }) else {
        Issue.record("a remote is one line")
        return
      }
    } else {
      #expect(try node.push(push, to: try GitRemote(hub.path)) == ["refs/heads/nodes/a"])
    }
  }

  /// A shared folder belongs to whoever made it. Only root can make such a folder for the test.
  @Test(.enabled(if: NSUserName() == "root")) func aFolderOfAnotherUserIsALawfulExchange() throws {
    let hub = try GitRepository.create(bareAt: scratch("hub.git"))
    try FileManager.default.setAttributes([.ownerAccountID: 12_345], ofItemAtPath: hub.path)
    let node = try GitRepository.create(bareAt: scratch("node.git"))
    #expect(try node.remoteHeads(of: try GitRemote(hub.path)).heads == [])
  }

  @Test func headsMoveByCompareAndSwap() throws {
    let repository = try GitRepository.create(bareAt: scratch("x.git"))
    let (a, b) = (try repository.commitSample("a"), try repository.commitSample("b"))
    let ref = "refs/heads/nodes/a"
    #expect(try repository.head(of: ref) == nil)
    #expect(throws: GitError.refMoved(ref: ref)) { try repository.setHead(ref, to: a, expecting: b) }
    try repository.setHead(ref, to: a, expecting: nil)
    #expect(throws: GitError.refMoved(ref: ref)) { try repository.setHead(ref, to: b, expecting: nil) }
    #expect(throws: GitError.refMoved(ref: ref)) { try repository.setHead(ref, to: b, expecting: b) }
    #expect(try repository.head(of: ref) == a)
    try repository.setHead(ref, to: b, expecting: a)
    #expect(try repository.head(of: ref) == b)
    let absent = try #require(GitObjectID(hex: String(repeating: "ab", count: 20)))
    #expect(throws: GitError.missingObject(absent)) { try repository.setHead(ref, to: absent, expecting: b) }
    #expect(try repository.git("rev-parse", ref) == b.hex)
    #expect(throws: GitError.self) { try repository.heads(under: "refs/heads/nodes") }
  }

  @Test func idsAreTwentyBytes() throws {
    let hex = "0123456789abcdef0123456789abcdef01234567"
    let id = try #require(GitObjectID(hex: hex))
    #expect(id.hex == hex)
    #expect(GitObjectID(bytes: id.bytes) == id)
    #expect(GitObjectID(hex: hex.uppercased()) == nil)
    #expect(GitObjectID(hex: String(hex.dropLast())) == nil)
    #expect(GitObjectID(bytes: [UInt8](repeating: 0, count: 21)) == nil)
    let sorted = ["00", "01", "7f", "80", "ff"].compactMap { GitObjectID(hex: String(repeating: $0, count: 20)) }
    #expect(sorted.reversed().sorted() == sorted)
  }
}

@Suite("Commits that stock git agrees with")
struct CommitTests {
  let scratch = Scratch()

  @Test func aSignatureVerifiesWithStockGit() throws {
    let repository = try GitRepository.create(bareAt: scratch("x.git"))
    try Tool.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", scratch("key"))
    _ = try scratch.write("node-a@example.org namespaces=\"git\" " + scratch.read("key.pub"), to: "allowed")
    let content = scratch("content")
    let commit = try repository.writeCommit(
      files: [GitFile(name: "b", bytes: [1, 0, 2]), GitFile(name: "a", bytes: [])], parents: [],
      message: "Two changesets\n", author: .init(name: "N\u{f6}de A", email: "node-a@example.org"), time: 1_700_000_000
    ) { bytes in
      try Data(bytes).write(to: URL(fileURLWithPath: content))
      try Tool.run("ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", scratch("key"), content)
      return Array(try Data(contentsOf: URL(fileURLWithPath: content + ".sig")))
    }
    try repository.git("config", "gpg.format", "ssh")
    try repository.git("config", "gpg.ssh.allowedSignersFile", scratch("allowed"))
    try repository.git("verify-commit", commit.hex)
    try repository.setHead("refs/heads/main", to: commit, expecting: nil)
    #expect(try repository.git("fsck", "--strict", "--full") == "")
    #expect(
      try repository.git("log", "--format=%G? %GS %an %ae %cI %s", "main")
        == "G node-a@example.org N\u{f6}de A node-a@example.org 2023-11-14T22:13:20+00:00 Two changesets")
    #expect(try repository.git("ls-tree", "--format=%(objectmode) %(path)", "main") == "100644 a\n100644 b")

    let read = try repository.commit(commit)
    #expect(read.parents == [])
    #expect(read.message == Array("Two changesets\n".utf8))
    #expect(read.author == .init(name: "N\u{f6}de A", email: "node-a@example.org"))
    #expect(read.committerTime == 1_700_000_000)
    #expect(read.signedContent == Array(try Data(contentsOf: URL(fileURLWithPath: content))))
    let signature = String(decoding: try #require(read.signature), as: UTF8.self)
    #expect(signature.hasPrefix("-----BEGIN SSH SIGNATURE-----\n"))
    #expect(try scratch.read("content.sig").hasPrefix(signature))
  }

  @Test func aCommitWithoutSignatureSaysSo() throws {
    let repository = try GitRepository.create(bareAt: scratch("x.git"))
    let tree = try repository.git("mktree", input: [])
    let id = try #require(GitObjectID(hex: try repository.git("commit-tree", "-m", "x", tree)))
    #expect(try repository.commit(id).signature == nil)
    #expect(try repository.commit(id).signedContent == [])
  }

  @Test func whatCannotStandInACommitIsRefused() throws {
    let repository = try GitRepository.create(bareAt: scratch("x.git"))
    let blob = try repository.writeBlob([])
    struct Refusal: Error {}
    func attempt(
      files: [String] = ["a"], parents: [GitObjectID] = [], message: String = "m", name: String = "n",
      email: String = "e", signature: [UInt8] = sampleSignature
    ) -> GitError? {
      failure(of: {
        _ = try repository.writeCommit(
          files: files.map { GitFile(name: $0, bytes: []) }, parents: parents, message: message,
          author: .init(name: name, email: email), time: 0, sign: { _ in signature })
      })
    }
    #expect(attempt() == nil)
    for outcome in [
      attempt(files: ["a", "a"]), attempt(files: ["a/b"]), attempt(files: [".."]), attempt(files: [".git"]),
      attempt(files: [""]), attempt(files: ["a\u{0}"]), attempt(message: "a\u{0}"), attempt(name: "a\nparent x"),
      attempt(name: "a <b"), attempt(email: "a>"), attempt(name: ""), attempt(signature: []), attempt(signature: [0]),
    ] {
      guard case .invalidArgument? = outcome else {
        Issue.record("expected a refusal, not \(String(describing: outcome))")
        continue
      }
    }
    #expect(attempt(parents: [blob]) == .unexpectedKind(blob, expected: .commit, found: .blob))
    #expect(throws: Refusal.self) {
      try repository.writeCommit(
        files: [], parents: [], message: "", author: .init(name: "n", email: "e"), time: 0,
        sign: { _ in throw Refusal() })
    }
  }
}
