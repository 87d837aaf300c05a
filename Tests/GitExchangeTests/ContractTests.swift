import Foundation
import GitExchange
import Testing

/// The four ways to another repository, each with a real server behind it.
enum RemoteKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case path, fileURL, ssh, https

  var testDescription: String { rawValue }
}

/// A bare repository at the far end, and how to get there.
struct World {
  let scratch = Scratch()
  let hub: GitRepository
  let remote: GitRemote
  private let server: AnyObject?

  init(_ kind: RemoteKind) throws {
    hub = try GitRepository.create(bareAt: scratch("hub.git"))
    switch kind {
    case .path:
      server = nil
      remote = try GitRemote(hub.path)
    case .fileURL:
      server = nil
      remote = try GitRemote("file://" + hub.path)
    case .ssh:
      let ssh = try SSHServer(in: scratch)
      server = ssh
      remote = try GitRemote(
        ssh.url(hub.path), credentials: ssh.credentials(), trust: .init(knownHosts: try ssh.knownHosts()))
    case .https:
      try hub.git("config", "http.receivepack", "true")
      let https = try HTTPSServer(in: scratch, serving: scratch.path)
      server = https
      remote = try GitRemote(
        https.url("hub.git"), credentials: https.credentials(),
        trust: .init(certificateAuthorities: https.authorities))
    }
  }

  func node(_ name: String) throws -> GitRepository { try GitRepository.create(bareAt: scratch(name + ".git")) }
}

@Suite("Exchange through every kind of remote")
struct ContractTests {
  @Test(arguments: RemoteKind.allCases)
  func whatOneNodePushesAnotherFetches(kind: RemoteKind) throws {
    let world = try World(kind)
    let (a, b) = (try world.node("a"), try world.node("b"))
    #expect(try a.remoteHeads(of: world.remote).heads == [])

    let first = try a.commitSample("one")
    let second = try a.commitSample("two", parents: [first])
    try a.setHead("refs/heads/nodes/a", to: second, expecting: nil)
    try a.setHead("refs/heads/main", to: first, expecting: nil)
    let requests = ["nodes/a", "main"].map {
      GitPushRequest(source: "refs/heads/\($0)", destination: "refs/heads/\($0)")
    }
    #expect(try a.push(requests, to: world.remote) == ["refs/heads/nodes/a", "refs/heads/main"])
    #expect(try a.push(requests, to: world.remote) == [])
    #expect(try world.hub.git("fsck", "--strict", "--full") == "")

    // Only what was asked for comes, and a branch that is not there yet is no error.
    let wanted = [
      GitFetchRequest(source: "refs/heads/nodes/*", destination: "refs/exchange/nodes/*"),
      GitFetchRequest(source: "refs/heads/nodes/z", destination: "refs/exchange/nodes/z"),
    ]
    let result = try b.fetch(wanted, from: world.remote)
    #expect(result.taken.map(\.ref) == ["refs/exchange/nodes/a"])
    #expect(result.missing == ["refs/heads/nodes/z"])
    #expect(result.remoteHeads["refs/heads/main"] == first)
    #expect(result.receivedObjectCount == 6)
    #expect(try b.heads(under: "refs/").heads.map(\.ref) == ["refs/exchange/nodes/a"])
    #expect(try b.head(of: "refs/exchange/nodes/a") == second)
    let entries = try b.entries(ofTreeOf: second, maximumCount: 10)
    #expect(entries.map(\.name) == [Array("two".utf8)])
    #expect(entries.map(\.isRegularBlob) == [true])
    #expect(try b.blob(entries[0].id, maximumByteCount: 3) == Array("two".utf8))
    #expect(try b.git("fsck", "--strict", "--full") == "")
    try b.confirmStored([first, second, entries[0].id])

    // Nothing new: nothing comes.
    #expect(try b.fetch(wanted, from: world.remote).receivedObjectCount == 0)
    // One more commit: only its own objects come.
    let third = try a.commitSample("three", parents: [second])
    try a.setHead("refs/heads/nodes/a", to: third, expecting: second)
    #expect(try a.push([requests[0]], to: world.remote) == ["refs/heads/nodes/a"])
    #expect(try b.fetch(wanted, from: world.remote).receivedObjectCount == 3)
    #expect(try b.head(of: "refs/exchange/nodes/a") == third)
  }

  @Test(arguments: RemoteKind.allCases)
  func aBranchIsOverwrittenOnlyByForce(kind: RemoteKind) throws {
    let world = try World(kind)
    let (a, b) = (try world.node("a"), try world.node("b"))
    let theirs = try a.commitSample("theirs")
    try a.setHead("refs/heads/nodes/a", to: theirs, expecting: nil)
    var request = GitPushRequest(source: "refs/heads/nodes/a", destination: "refs/heads/nodes/a")
    try a.push([request], to: world.remote)

    let ours = try b.commitSample("ours")
    try b.setHead("refs/heads/nodes/a", to: ours, expecting: nil)
    let refused = try #require(failure(of: { try b.push([request], to: world.remote) }))
    #expect(refused.rejections.map(\.ref) == ["refs/heads/nodes/a"])
    #expect(refused.rejections.map(\.isNonFastForward) == [true])
    #expect(try a.remoteHeads(of: world.remote)["refs/heads/nodes/a"] == theirs)
    request.isForced = true
    try b.push([request], to: world.remote)
    #expect(try a.remoteHeads(of: world.remote)["refs/heads/nodes/a"] == ours)

    // The fetch follows, and leaves it to the caller to notice.
    let fetch = [GitFetchRequest(source: "refs/heads/nodes/a", destination: "refs/exchange/nodes/a")]
    _ = try a.fetch(fetch, from: world.remote)
    #expect(try a.head(of: "refs/exchange/nodes/a") == ours)
    #expect(try a.isAncestor(theirs, of: ours) == false)
  }

  /// A folder as the remote has no server that could refuse anything.
  @Test(arguments: [RemoteKind.ssh, .https])
  func theServerRefusesOneRefAndTakesTheOther(kind: RemoteKind) throws {
    let world = try World(kind)
    let a = try world.node("a")
    let old = try a.commitSample("old")
    for ref in ["refs/heads/nodes/a", "refs/heads/nodes/b"] { try a.setHead(ref, to: old, expecting: nil) }
    let refs = ["refs/heads/nodes/a", "refs/heads/nodes/b"]
    try a.push(refs.map { GitPushRequest(source: $0, destination: $0) }, to: world.remote)
    try world.hub.git("config", "receive.denyNonFastForwards", "true")

    try a.setHead("refs/heads/nodes/a", to: try a.commitSample("rewritten"), expecting: old)
    let next = try a.commitSample("next", parents: [old])
    try a.setHead("refs/heads/nodes/b", to: next, expecting: old)
    let forced = refs.map { GitPushRequest(source: $0, destination: $0, isForced: true) }
    let refused = try #require(failure(of: { try a.push(forced, to: world.remote) }))
    #expect(refused.rejections.map(\.ref) == ["refs/heads/nodes/a"])
    #expect(refused.rejections.first?.reason.contains("non-fast-forward") == true)
    #expect(try world.hub.head(of: "refs/heads/nodes/a") == old)
    #expect(try world.hub.head(of: "refs/heads/nodes/b") == next)
  }

  @Test(arguments: RemoteKind.allCases)
  func aFetchStopsAtItsLimits(kind: RemoteKind) throws {
    let world = try World(kind)
    let noise = (0..<400_000).map { UInt8(truncatingIfNeeded: ($0 &* $0 &* 2_654_435_761) >> 13) }
    let commit = try world.hub.writeCommit(
      files: [GitFile(name: "noise", bytes: noise)], parents: [], message: "noise\n",
      author: .init(name: "a", email: "a@b"), time: 0, sign: { _ in sampleSignature })
    try world.hub.setHead("refs/heads/nodes/a", to: commit, expecting: nil)
    let node = try world.node("a")
    let fetch = [GitFetchRequest(source: "refs/heads/nodes/a", destination: "refs/exchange/nodes/a")]

    var limits = GitTransferLimits()
    limits.objectCount = 2
    #expect(throws: GitError.limitExceeded(what: "the number of objects from \(world.remote.url)", limit: 2)) {
      try node.fetch(fetch, from: world.remote, limits: limits)
    }
    limits = GitTransferLimits()
    limits.receivedByteCount = 50_000
    #expect(throws: GitError.limitExceeded(what: "the bytes from \(world.remote.url)", limit: 50_000)) {
      try node.fetch(fetch, from: world.remote, limits: limits)
    }
    #expect(try node.heads(under: "refs/").heads == [])
    #expect(try node.fetch(fetch, from: world.remote).taken.map(\.id) == [commit])
  }
}
