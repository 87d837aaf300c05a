import Canonical
import Foundation
import GitExchange
import SSHSignature
import Trust

/// The node's own copy of the exchange: a bare repository in which nothing is ever checked out.
///
/// What was fetched lies under `refs/exchange/`, what this node writes under `refs/heads/`. The database says where both
/// stand; the refs only follow it.
final class LocalRepository {
  private let git: GitRepository

  init(opening path: String) throws {
    git = try GitRepository(opening: path)
  }

  private init(_ git: GitRepository) { self.git = git }

  static func create(at path: String) throws -> LocalRepository {
    LocalRepository(try GitRepository.create(bareAt: path))
  }

  /// Takes away the lock files on refs that a killed run left behind; git itself never does, and could move them no more.
  /// The caller holds the node's lock, so that no other run is at work here.
  static func clearLocks(at path: String) {
    let files = FileManager.default
    guard let refs = files.enumerator(atPath: path + "/refs") else { return }
    for case let file as String in refs where file.hasSuffix(".lock") {
      try? files.removeItem(atPath: "\(path)/refs/\(file)")
    }
  }

  static func fetched(_ branch: String) -> String { "refs/exchange/\(branch)" }
  static func own(_ branch: String) -> String { "refs/heads/\(branch)" }

  /// Fetches branches that are named, or all below a folder (`nodes/*`).
  ///
  /// - Returns: for each branch that the exchange has, the commit that it stands at.
  func fetch(_ branches: [String], from remote: GitRemote) throws -> [String: GitObjectID] {
    let requests = branches.map { GitFetchRequest(source: Self.own($0), destination: Self.fetched($0)) }
    let result = try git.fetch(requests, from: remote)
    var heads: [String: GitObjectID] = [:]
    for head in result.taken { heads[String(head.ref.dropFirst(Self.fetched("").count))] = head.id }
    return heads
  }

  /// Pushes own branches as they stand here.
  func push(_ branches: [(name: String, isForced: Bool)], to remote: GitRemote) throws {
    try git.push(
      branches.map { branch in
        GitPushRequest(
          source: Self.own(branch.name), destination: Self.own(branch.name), isForced: branch.isForced)
      }, to: remote)
  }

  /// The commits of a branch that are new, oldest first; nil when the branch no longer holds what was known of it.
  func newCommits(from head: GitObjectID, known: GitObjectID?) throws -> [GitObjectID]? {
    let commits = try git.newCommits(
      from: head, notReachableFrom: known.map { [$0] } ?? [], firstParentOnly: true, limit: Self.commitLimit)
    guard let known, head != known else { return commits }
    guard let oldest = commits.first, try git.commit(oldest).parents.first == known else { return nil }
    return commits
  }

  private static let commitLimit = 1_000_000

  func isAncestor(_ ancestor: GitObjectID, of commit: GitObjectID) throws -> Bool {
    try git.isAncestor(ancestor, of: commit)
  }

  func commit(_ id: GitObjectID) throws -> GitCommit { try git.commit(id) }

  /// The files of a commit's tree. One commit's tree holds only what that commit adds.
  func files(of commit: GitObjectID) throws -> [GitTreeEntry] {
    try git.entries(ofTreeOf: commit, maximumCount: 200_000)
  }

  /// Reads a blob whose size is within a limit; the size is looked at first.
  func blob(_ id: GitObjectID, maximumByteCount: Int) throws -> [UInt8] {
    try git.blob(id, maximumByteCount: maximumByteCount)
  }

  func blob(_ object: [UInt8], maximumByteCount: Int) throws -> [UInt8] {
    guard let id = GitObjectID(bytes: object) else { throw EngineError.failed("the database is damaged: no git id") }
    return try git.blob(id, maximumByteCount: maximumByteCount)
  }

  func writeBlob(_ bytes: [UInt8]) throws -> GitObjectID { try git.writeBlob(bytes) }

  /// Whether blobs are on disk, whole, read back after a flush.
  func areStored(_ objects: [[UInt8]]) -> Bool {
    let ids = objects.compactMap { GitObjectID(bytes: $0) }
    return ids.count == objects.count && (try? git.confirmStored(ids)) != nil
  }

  /// Writes a signed commit, without moving a branch.
  func writeCommit(
    _ files: [GitFile], parents: [GitObjectID], message: String, node: String, time: Int64, key: SSHSigningKey
  ) throws -> GitObjectID {
    try git.writeCommit(
      files: files, parents: parents, message: message, author: .init(name: node, email: "\(node)@qapi"), time: time
    ) { content in
      try SSHSignature.sign(content, namespace: SignatureNamespace.commit.rawValue, with: key).armored
    }
  }

  /// Lets a branch stand where the database says.
  func follow(_ branch: String, _ head: GitObjectID) throws {
    let ref = Self.own(branch)
    let now = try git.head(of: ref)
    if now != head { try git.setHead(ref, to: head, expecting: now) }
  }
}
