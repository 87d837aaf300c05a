/// What can go wrong with the exchange: one case for each thing that a caller could do about it.
///
/// Texts that came from a server or from libgit2 are cut to 400 characters and carry no control characters.
public enum GitError: Error, Sendable, Equatable {
  /// The remote did not answer, answered nonsense, or has no repository there. Local work is safe; try again later.
  case unreachable(remote: String, reason: String)
  /// The remote answered and does not let this key, user or token in.
  case authenticationRefused(remote: String, reason: String)
  /// No trusted key is known for this SSH host. `fingerprint` is `SHA256:` and base64, as `ssh-keygen -l` prints it.
  case hostKeyUnknown(host: String, fingerprint: String)
  /// The SSH host shows another key than the trusted one.
  case hostKeyChanged(host: String, fingerprint: String)
  /// The HTTPS certificate does not lead to a trusted authority, or is not for this host.
  case certificateRefused(host: String, reason: String)
  /// The remote was reached and refused these refs; the other refs of the same push were taken.
  case pushRejected([Rejection])
  /// Compare and swap: the ref was not where the caller expected it to be.
  case refMoved(ref: String)
  /// There is no repository at this local path, or it cannot be opened.
  case notARepository(path: String, reason: String)
  /// The repository does not have this object.
  case missingObject(GitObjectID)
  /// The bytes of this object are not what its name says, or cannot be parsed. The cure is to fetch again.
  case corruptObject(GitObjectID, reason: String)
  /// The object is of another kind than the one asked for.
  case unexpectedKind(GitObjectID, expected: GitObjectKind, found: GitObjectKind)
  /// A size, count or time is over the limit the caller gave.
  case limitExceeded(what: String, limit: Int)
  /// The caller's own argument (a URL, a ref name, a file name) is not allowed.
  case invalidArgument(String)
  /// Everything else: a full disk, a permission. There is nothing for a program to do but to say so.
  case other(operation: String, message: String)

  /// A ref that the remote refused to move.
  public struct Rejection: Sendable, Equatable {
    /// The name at the remote.
    public let ref: String
    public let reason: String
    /// Whether the remote has commits that ours does not descend from.
    public let isNonFastForward: Bool
  }
}

extension GitError: CustomStringConvertible {
  /// One sentence of what happened, and what to do next where there is something to do.
  public var description: String {
    switch self {
    case .unreachable(let remote, let reason):
      "the exchange \(remote) is not reachable: \(reason). Local work is saved; sync again later"
    case .authenticationRefused(let remote, let reason):
      "the exchange \(remote) does not let us in: \(reason). Check the key or token and its rights there"
    case .hostKeyUnknown(let host, let fingerprint):
      "the SSH host \(host) shows \(fingerprint), and no trusted key of that type is known for it."
        + " Compare it with the one its owner publishes, then add it to the known hosts"
    case .hostKeyChanged(let host, let fingerprint):
      "the SSH host \(host) shows \(fingerprint), which is not the key trusted for it."
        + " Somebody may be in between: ask its owner before changing the known hosts"
    case .certificateRefused(let host, let reason):
      "the certificate of \(host) is refused: \(reason). Check the host name and the authority file"
    case .pushRejected(let rejections):
      "the exchange refused " + rejections.map { "\($0.ref) (\($0.reason))" }.joined(separator: ", ")
    case .refMoved(let ref): "\(ref) was moved by somebody else meanwhile: read it again"
    case .notARepository(let path, let reason): "no git repository can be opened at \(path): \(reason)"
    case .missingObject(let id): "object \(id) is missing: fetch again"
    case .corruptObject(let id, let reason): "object \(id) is damaged: \(reason). Fetch it again"
    case .unexpectedKind(let id, let expected, let found): "object \(id) is a \(found), not a \(expected)"
    case .limitExceeded(let what, let limit): "\(what) is over the limit of \(limit)"
    case .invalidArgument(let reason): reason
    case .other(let operation, let message): "\(operation): \(message)"
    }
  }
}

/// The four kinds of git object.
public enum GitObjectKind: String, Sendable {
  case commit, tree, blob, tag
}
