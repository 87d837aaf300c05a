internal import CLibgit2

/// What to fetch, and under which name to keep it.
public struct GitFetchRequest: Sendable, Hashable {
  /// A ref of the remote, such as `refs/heads/nodes/x`, or all below a folder: `refs/heads/nodes/*`.
  public var source: String
  /// A ref here, such as `refs/exchange/nodes/x`; ends in `/*` if the source does. It is overwritten.
  public var destination: String

  public init(source: String, destination: String) {
    self.source = source
    self.destination = destination
  }
}

/// What a fetch brought.
public struct GitFetchResult: Sendable, Equatable {
  /// Everything the remote listed, fetched or not.
  public var remoteHeads: GitHeads
  /// The refs here that were asked for and that the remote has, moved or not.
  public var taken: [GitHeads.Head]
  /// Sources that were asked for and are no commits. They are left out.
  public var strange: [String]
  /// Sources asked for by name that the remote does not have. That is no error: a new branch has yet to be pushed.
  public var missing: [String]
  /// Of the pack, not of the listing.
  public var receivedByteCount: Int
  public var receivedObjectCount: Int
}

extension GitRepository {
  /// Lists the refs of a remote and fetches nothing.
  public func remoteHeads(
    of remote: GitRemote, limits: GitTransferLimits = GitTransferLimits()
  ) throws(GitError) -> GitHeads {
    try TransferWatch.run(limits: limits) { watch throws(GitError) in
      let session = try RemoteSession(remote, in: self, watch: watch)
      try session.connect(GIT_DIRECTION_FETCH)
      return try session.heads()
    }
  }

  /// Fetches exactly the refs asked for: no tags, no pruning, nothing else that the remote has.
  ///
  /// Each ref is set here only once its commit is in the repository; a ref that went backwards at the remote goes
  /// backwards here too, so the caller compares with what it knew. If the fetch fails, no ref has moved, and objects that
  /// came remain without a name.
  public func fetch(
    _ requests: [GitFetchRequest], from remote: GitRemote, limits: GitTransferLimits = GitTransferLimits()
  ) throws(GitError) -> GitFetchResult {
    for request in requests { try request.check() }
    return try TransferWatch.run(limits: limits) { watch throws(GitError) in
      let session = try RemoteSession(remote, in: self, watch: watch)
      try session.connect(GIT_DIRECTION_FETCH)
      let listed = try session.heads()
      let wanted = requests.flatMap { $0.matches(in: listed) }
      let database = try openDatabase()
      let absent = wanted.filter { match in
        var oid = match.id.oid
        return unsafe git_odb_exists(database.raw, &oid) == 0
      }
      if !absent.isEmpty { try session.download(absent.map { "+\($0.source):\($0.destination)" }) }
      // One ref that points at something else must not keep everybody from the others.
      var commits: [GitFetchRequest.Match] = []
      var strange: [String] = []
      for match in wanted {
        if try objectSize(match.id).kind == .commit { commits.append(match) } else { strange.append(match.source) }
      }
      for match in commits { try overwrite(match.destination, with: match.id) }
      return GitFetchResult(
        remoteHeads: listed,
        taken: commits.map { .init(ref: $0.destination, id: $0.id) },
        strange: strange,
        missing: requests.filter { !$0.isFolder && listed[$0.source] == nil }.map(\.source),
        receivedByteCount: session.received.byteCount,
        receivedObjectCount: session.received.objectCount)
    }
  }

  private func overwrite(_ ref: String, with id: GitObjectID) throws(GitError) {
    guard try head(of: ref) != id else { return }
    var oid = id.oid
    var made: OpaquePointer?
    let code = unsafe git_reference_create(&made, raw, ref, &oid, 1, nil)
    unsafe git_reference_free(made)
    try check("set \(ref)", code)
  }
}

extension GitFetchRequest {
  fileprivate struct Match {
    let source: String
    let destination: String
    let id: GitObjectID
  }

  fileprivate var isFolder: Bool { source.hasSuffix("/*") }

  fileprivate func check() throws(GitError) {
    guard isFolder == destination.hasSuffix("/*") else {
      throw .invalidArgument("a fetch goes from a ref to a ref, or from a folder to a folder")
    }
    for name in [source, destination] { try GitRefName.check(isFolder ? String(name.dropLast()) + "x" : name) }
  }

  fileprivate func matches(in heads: GitHeads) -> [Match] {
    guard isFolder else {
      return heads[source].map { [Match(source: source, destination: destination, id: $0)] } ?? []
    }
    let folder = source.dropLast()
    return heads.heads.filter { $0.ref.hasPrefix(folder) }.map { head in
      Match(
        source: head.ref, destination: String(destination.dropLast()) + String(head.ref.dropFirst(folder.count)),
        id: head.id)
    }
    .filter { GitRefName.isLawful($0.destination) }
  }
}
