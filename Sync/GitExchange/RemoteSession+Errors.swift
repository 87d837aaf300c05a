internal import CLibgit2

extension RemoteSession {
  /// Throws what a failed call to the remote means to the caller.
  ///
  /// In this order: what a callback of ours decided, why the watch cut the connection, and only then what libgit2
  /// says, whose words for the consequence of the first two vary.
  func check(_ code: Int32, isConnecting: Bool = false) throws(GitError) {
    guard code < 0 else { return }
    let failure = LibraryFailure(code: code)
    if let verdict { throw verdict }
    if let stop = watch.stop { throw error(for: stop) }
    switch code {
    case GIT_EAUTH.rawValue: throw .authenticationRefused(remote: remote.url, reason: failure.message)
    case GIT_ECERTIFICATE.rawValue: throw .certificateRefused(host: remote.address.host, reason: failure.message)
    case GIT_ENONFASTFORWARD.rawValue:
      throw .pushRejected([.init(ref: "a ref", reason: failure.message, isNonFastForward: true)])
    default: break
    }
    if failure.isOf(GIT_ERROR_SSL), remote.address.transport == .https, failure.message.contains("certificate") {
      throw .certificateRefused(host: remote.address.host, reason: failure.message)
    }
    if Self.wordsOfRefusal.contains(where: failure.message.contains) {
      throw .authenticationRefused(remote: remote.url, reason: failure.message)
    }
    // A folder that cannot be opened is a disk that is not plugged in, for all we know.
    if remote.address.transport == .folder, isConnecting {
      throw .unreachable(remote: remote.url, reason: failure.message)
    }
    if failure.isOf(GIT_ERROR_NET, GIT_ERROR_SSH, GIT_ERROR_SSL, GIT_ERROR_HTTP) || code == GIT_EEOF.rawValue {
      throw .unreachable(remote: remote.url, reason: failure.message)
    }
    throw .other(operation: "exchange with \(remote.url)", message: failure.message)
  }

  /// libgit2 has a code of its own for only some refusals.
  private static let wordsOfRefusal = [
    "status code: 401", "status code: 403", "authentication required", "Failed to authenticate", "public key",
    "Username/PublicKey",
    "authentication replays", "ermission denied",
  ]

  private func error(for stop: TransferWatch.Stop) -> GitError {
    switch stop {
    case .tooManyBytes:
      .limitExceeded(what: "the bytes from \(remote.url)", limit: watch.limits.receivedByteCount)
    case .silent:
      .unreachable(remote: remote.url, reason: "it was silent for \(watch.limits.silence)")
    case .tooLong:
      .unreachable(remote: remote.url, reason: "it took longer than \(watch.limits.total)")
    }
  }
}
