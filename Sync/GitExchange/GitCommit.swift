internal import CLibgit2

/// A commit, copied out. Its texts are whatever the writer put there: hostile until verified, to be escaped when shown.
public struct GitCommit: Sendable, Hashable {
  public let id: GitObjectID
  public let tree: GitObjectID
  /// In the order of the commit; the first is the branch's own past.
  public let parents: [GitObjectID]
  public let message: [UInt8]
  public let author: Author
  /// Seconds since 1970 UTC, as the committer's clock had it. Nothing may rest on it.
  public let committerTime: Int64
  /// The armored text of the `gpgsig` header, or `nil` if the commit is not signed.
  public let signature: [UInt8]?
  /// What `signature` signs: the commit without its `gpgsig` header. Empty if the commit is not signed.
  public let signedContent: [UInt8]

  /// Who wrote a commit; also used for its committer.
  public struct Author: Sendable, Hashable {
    public var name: String
    public var email: String

    public init(name: String, email: String) {
      self.name = name
      self.email = email
    }
  }
}

extension GitRepository {
  /// The largest commit that is read, in bytes: some 20,000 parents.
  public static let maximumCommitByteCount = 1 << 20

  /// Reads one commit, with its signature if it has one.
  ///
  /// - Throws: `unexpectedKind`, `limitExceeded` (over `maximumCommitByteCount`), `missingObject`, `corruptObject`.
  public func commit(_ id: GitObjectID) throws(GitError) -> GitCommit {
    let found = try lookUpCommit(id)
    let author = unsafe git_commit_author(found.raw)
    let (signature, signedContent) = try signature(ofCommit: id)
    return unsafe GitCommit(
      id: id,
      tree: GitObjectID(copying: git_commit_tree_id(found.raw).pointee),
      parents: Self.parents(of: found),
      message: bytes(ofText: git_commit_message_raw(found.raw)),
      author: .init(
        name: String(decoding: bytes(ofText: author?.pointee.name), as: UTF8.self),
        email: String(decoding: bytes(ofText: author?.pointee.email), as: UTF8.self)),
      committerTime: git_commit_time(found.raw),
      signature: signature,
      signedContent: signedContent)
  }

  /// Only what a walk through history needs.
  func links(ofCommit id: GitObjectID) throws(GitError) -> (parents: [GitObjectID], time: Int64) {
    let found = try lookUpCommit(id)
    return unsafe (Self.parents(of: found), git_commit_time(found.raw))
  }

  func lookUpCommit(_ id: GitObjectID) throws(GitError) -> Owned {
    let (_, byteCount) = try requireKind(.commit, id)
    guard byteCount <= Self.maximumCommitByteCount else {
      throw .limitExceeded(what: "the size of commit \(id)", limit: Self.maximumCommitByteCount)
    }
    var oid = id.oid
    var found: OpaquePointer?
    try Self.checkObject(id, unsafe git_commit_lookup(&found, raw, &oid))
    return unsafe Owned(found, "git_commit_lookup") { unsafe git_commit_free($0) }
  }

  private static func parents(of commit: borrowing Owned) -> [GitObjectID] {
    let count = unsafe git_commit_parentcount(commit.raw)
    var parents: [GitObjectID] = []
    for index in 0..<count {
      if let parent = unsafe git_commit_parent_id(commit.raw, index) {
        parents.append(unsafe GitObjectID(copying: parent.pointee))
      }
    }
    return parents
  }

  private func signature(ofCommit id: GitObjectID) throws(GitError) -> (signature: [UInt8]?, content: [UInt8]) {
    let signature = OwnedBuffer()
    let content = OwnedBuffer()
    var oid = id.oid
    let code = unsafe signature.fill { signature in
      unsafe content.fill { content in
        unsafe git_commit_extract_signature(signature, content, raw, &oid, nil)
      }
    }
    if code == GIT_ENOTFOUND.rawValue { return (nil, []) }
    try Self.checkObject(id, code)
    return (signature.bytes, content.bytes)
  }
}
