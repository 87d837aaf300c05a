internal import CLibgit2

/// A ref to move at a remote.
public struct GitPushRequest: Sendable, Hashable {
  /// A ref here.
  public var source: String
  /// The ref at the remote.
  public var destination: String
  /// Whether to overwrite what is there. Off, the remote's commits must be in the past of ours.
  public var isForced: Bool

  public init(source: String, destination: String, isForced: Bool = false) {
    self.source = source
    self.destination = destination
    self.isForced = isForced
  }
}

extension GitRepository {
  /// Moves refs at a remote, and sends the objects that it lacks.
  ///
  /// Refs that are there already cost nothing. A server moves a ref only from where it was when we looked, so two pushes
  /// at once cannot overwrite each other; with a plain folder as the remote, that is libgit2's promise alone.
  ///
  /// - Returns: the names at the remote that moved.
  /// - Throws: `pushRejected` with every ref that was refused; what is not named there has moved, unless one was
  ///   refused on our side (`isNonFastForward`), in which case nothing was sent.
  @discardableResult
  public func push(
    _ requests: [GitPushRequest], to remote: GitRemote, limits: GitTransferLimits = GitTransferLimits()
  ) throws(GitError) -> [String] {
    var local: [(request: GitPushRequest, id: GitObjectID)] = []
    for request in requests {
      try GitRefName.check(request.destination)
      guard let id = try head(of: request.source) else {
        throw .invalidArgument("there is no \(request.source) here to push")
      }
      local.append((request, id))
    }
    return try TransferWatch.run(limits: limits) { watch throws(GitError) in
      let session = try RemoteSession(remote, in: self, watch: watch)
      try session.connect(GIT_DIRECTION_PUSH)
      let listed = try session.heads()
      var moving: [GitPushRequest] = []
      var rejections: [GitError.Rejection] = []
      for (request, id) in local where listed[request.destination] != id {
        if !request.isForced, let there = listed[request.destination], try !isKnownPast(there, of: id) {
          rejections.append(
            .init(ref: request.destination, reason: "it has commits that ours lacks", isNonFastForward: true))
        }
        moving.append(request)
      }
      guard rejections.isEmpty else { throw .pushRejected(rejections) }
      guard !moving.isEmpty else { return [] }
      // A server looks after its own locks; in a plain folder we are the server.
      if let folder = remote.address.folder {
        for request in moving { StaleLock(ofRef: request.destination, in: folder).clear() }
      }
      try session.upload(moving.map { ($0.isForced ? "+" : "") + "\($0.source):\($0.destination)" })
      guard session.rejections.isEmpty else { throw .pushRejected(session.rejections) }
      return moving.map(\.destination)
    }
  }

  /// What is not here, or is no commit, is not in the past of anything of ours.
  private func isKnownPast(_ id: GitObjectID, of ours: GitObjectID) throws(GitError) -> Bool {
    do {
      return try isAncestor(id, of: ours)
    } catch .missingObject, .unexpectedKind {
      return false
    }
  }
}
