internal import CLibgit2
internal import Glibc

/// One connection to a remote: owns the `git_remote`, answers its callbacks, and turns failures into `GitError`.
@safe final class RemoteSession {
  let remote: GitRemote
  let watch: TransferWatch
  let raw: OpaquePointer

  /// What a callback of ours decided: it says more than the error that libgit2 makes of it.
  var verdict: GitError?
  var rejections: [GitError.Rejection] = []
  private(set) var received: (byteCount: Int, objectCount: Int) = (0, 0)
  private var credentialRequestCount = 0

  init(_ remote: GitRemote, in repository: GitRepository, watch: TransferWatch) throws(GitError) {
    self.remote = remote
    self.watch = watch
    var options = unsafe git_remote_create_options()
    _ = unsafe git_remote_create_options_init(&options, UInt32(GIT_REMOTE_CREATE_OPTIONS_VERSION))
    unsafe options.repository = repository.raw
    unsafe options.flags =
      GIT_REMOTE_CREATE_SKIP_INSTEADOF.rawValue | GIT_REMOTE_CREATE_SKIP_DEFAULT_FETCHSPEC.rawValue
    var made: OpaquePointer?
    let code = unsafe git_remote_create_with_opts(&made, remote.address.url, &options)
    guard code == 0 else {
      throw .other(operation: "name the exchange", message: LibraryFailure(code: code).message)
    }
    guard let made = unsafe made else { fatalError("git_remote_create_with_opts: success, no remote") }
    unsafe raw = made
    // Process-wide in libgit2; TransferWatch lets one operation run at a time.
    if remote.address.transport == .https {
      let file = remote.trust.certificateAuthorities ?? Self.authoritiesOfTheSystem
      let code = unsafe qapi_git_set_ssl_cert_locations(file, nil)
      if code < 0 {
        let reason = "the authority file \(file) cannot be read: \(LibraryFailure(code: code).message)"
        throw .certificateRefused(host: remote.address.host, reason: reason)
      }
    }
  }

  deinit {
    unsafe git_remote_disconnect(raw)
    unsafe git_remote_free(raw)
  }

  private static let authoritiesOfTheSystem: String = {
    let usual = [
      "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem",
    ]
    return usual.first { unsafe access($0, R_OK) == 0 } ?? usual[0]
  }()

  // MARK: - Steps

  func connect(_ direction: git_direction) throws(GitError) {
    if let folder = remote.address.folder { try LooseObjects.checkAll(inRepository: folder) }
    var options = unsafe git_remote_connect_options()
    _ = unsafe git_remote_connect_options_init(&options, UInt32(GIT_REMOTE_CONNECT_OPTIONS_VERSION))
    unsafe fill(&options.callbacks)
    // To libgit2 "none" means: not to another host. On the same host they are followed.
    unsafe options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
    try check(unsafe git_remote_connect_ext(raw, direction, &options), isConnecting: true)
  }

  /// What the connected remote has; nothing of it is downloaded yet.
  func heads() throws(GitError) -> GitHeads {
    var list: UnsafeMutablePointer<UnsafePointer<git_remote_head>?>?
    var count = 0
    try check(unsafe git_remote_ls(&list, &count, raw))
    guard count <= watch.limits.headCount else {
      throw .limitExceeded(what: "the number of refs of \(remote.url)", limit: watch.limits.headCount)
    }
    var heads = GitHeads(heads: [], strangeNameCount: 0)
    for index in 0..<count {
      guard let head = unsafe list?[index] else { continue }
      let name = unsafe String(decoding: bytes(ofText: head.pointee.name), as: UTF8.self)
      if GitRefName.isLawful(name) {
        heads.heads.append(.init(ref: name, id: unsafe GitObjectID(copying: head.pointee.oid)))
      } else if name != "HEAD" {
        heads.strangeNameCount += 1
      }
    }
    heads.heads.sort { $0.ref < $1.ref }
    return heads
  }

  func download(_ refspecs: [String]) throws(GitError) {
    var options = unsafe git_fetch_options()
    _ = unsafe git_fetch_options_init(&options, UInt32(GIT_FETCH_OPTIONS_VERSION))
    unsafe fill(&options.callbacks)
    unsafe options.prune = GIT_FETCH_NO_PRUNE
    unsafe options.update_fetchhead = 0
    unsafe options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
    unsafe options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
    try check(unsafe withStringArray(refspecs) { unsafe git_remote_download(raw, $0, &options) })
  }

  func upload(_ refspecs: [String]) throws(GitError) {
    var options = unsafe git_push_options()
    _ = unsafe git_push_options_init(&options, UInt32(GIT_PUSH_OPTIONS_VERSION))
    unsafe fill(&options.callbacks)
    unsafe options.pb_parallelism = 1
    unsafe options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
    try check(unsafe withStringArray(refspecs) { unsafe git_remote_upload(raw, $0, &options) })
  }

  // MARK: - Callbacks

  @unsafe private func fill(_ callbacks: inout git_remote_callbacks) {
    unsafe callbacks.payload = Unmanaged.passUnretained(self).toOpaque()
    unsafe callbacks.credentials = { out, _, user, allowed, payload in
      unsafe RemoteSession.from(payload).giveCredential(&out!.pointee, userOfURL: user, allowed: allowed)
    }
    unsafe callbacks.certificate_check = { certificate, isValid, host, payload in
      unsafe RemoteSession.from(payload).checkCertificate(certificate, isValid: isValid != 0)
    }
    unsafe callbacks.transfer_progress = { progress, payload in
      guard let progress = unsafe progress else { return 0 }
      return unsafe RemoteSession.from(payload).checkProgress(progress.pointee)
    }
    unsafe callbacks.push_update_reference = { ref, status, payload in
      if unsafe status != nil {
        unsafe RemoteSession.from(payload).rejections.append(
          .init(
            ref: String(decoding: bytes(ofText: ref), as: UTF8.self),
            reason: LibraryFailure.printable(String(decoding: bytes(ofText: status), as: UTF8.self)),
            isNonFastForward: String(decoding: bytes(ofText: status), as: UTF8.self).contains("non-fast-forward")))
      }
      return 0
    }
  }

  @unsafe private static func from(_ payload: UnsafeMutableRawPointer?) -> RemoteSession {
    guard let payload = unsafe payload else { fatalError("libgit2 handed a remote callback no payload") }
    return unsafe Unmanaged<RemoteSession>.fromOpaque(payload).takeUnretainedValue()
  }

  /// Ends the operation with an error of ours.
  private func refuse(_ error: GitError) -> Int32 {
    verdict = verdict ?? error
    return GIT_EUSER.rawValue
  }

  private func checkProgress(_ progress: git_indexer_progress) -> Int32 {
    received = (progress.received_bytes, Int(progress.received_objects))
    if watch.isOverTime { return GIT_EUSER.rawValue }
    if progress.total_objects > watch.limits.objectCount {
      return refuse(.limitExceeded(what: "the number of objects from \(remote.url)", limit: watch.limits.objectCount))
    }
    if progress.received_bytes > watch.limits.receivedByteCount {
      return refuse(.limitExceeded(what: "the bytes from \(remote.url)", limit: watch.limits.receivedByteCount))
    }
    return 0
  }

  @unsafe private func checkCertificate(_ certificate: UnsafeMutablePointer<git_cert>?, isValid: Bool) -> Int32 {
    guard let certificate = unsafe certificate else { return GIT_ECERTIFICATE.rawValue }
    if unsafe certificate.pointee.cert_type == GIT_CERT_X509 {
      if isValid { return 0 }
      return refuse(
        .certificateRefused(
          host: remote.address.host, reason: "no trusted authority vouches for it, or it is another host's"))
    }
    guard unsafe certificate.pointee.cert_type == GIT_CERT_HOSTKEY_LIBSSH2 else { return GIT_ECERTIFICATE.rawValue }
    let shown = unsafe UnsafeMutableRawPointer(certificate).assumingMemoryBound(to: git_cert_hostkey.self).pointee
    let needed = GIT_CERT_SSH_RAW.rawValue | GIT_CERT_SSH_SHA256.rawValue
    guard unsafe shown.type.rawValue & needed == needed else { return GIT_ECERTIFICATE.rawValue }
    let hash = unsafe withUnsafeBytes(of: shown.hash_sha256) { unsafe Array($0) }
    let key = unsafe Array(UnsafeRawBufferPointer(start: shown.hostkey, count: shown.hostkey_len))
    return judgeHostKey(key, fingerprint: "SHA256:" + Base64.encodeUnpadded(hash), isKnownAtHome: isValid)
  }

  private func judgeHostKey(_ key: [UInt8], fingerprint: String, isKnownAtHome: Bool) -> Int32 {
    let host = remote.address.host
    if !remote.trust.hostKeyFingerprints.isEmpty {
      if remote.trust.hostKeyFingerprints.contains(fingerprint) { return 0 }
      return refuse(.hostKeyChanged(host: host, fingerprint: fingerprint))
    }
    let path = remote.trust.knownHosts ?? Self.knownHostsAtHome
    let verdict = path.flatMap(SSHKnownHosts.init(path:))?
      .verdict(host: host, port: remote.address.port ?? 22, key: key)
    if verdict == .changed { return refuse(.hostKeyChanged(host: host, fingerprint: fingerprint)) }
    // libgit2 reads the file at home itself, with hashed names, and tells the outcome.
    if verdict == .trusted || (remote.trust.knownHosts == nil && isKnownAtHome) { return 0 }
    return refuse(.hostKeyUnknown(host: host, fingerprint: fingerprint))
  }

  private static var knownHostsAtHome: String? {
    unsafe getenv("HOME").map { unsafe String(cString: $0) + "/.ssh/known_hosts" }
  }

  @unsafe private func giveCredential(
    _ out: inout UnsafeMutablePointer<git_credential>?, userOfURL: UnsafePointer<CChar>?, allowed: UInt32
  ) -> Int32 {
    let user = unsafe userOfURL.map { unsafe String(cString: $0) } ?? remote.credentials.user
    if allowed & GIT_CREDENTIAL_USERNAME.rawValue != 0 { return unsafe git_credential_username_new(&out, user) }
    credentialRequestCount += 1
    // libgit2 asks again for as long as it gets an answer.
    guard credentialRequestCount == 1 else { return refuseCredential("it refused the \(remote.credentials.noun)") }
    do {
      switch remote.credentials {
      case .none:
        return refuseCredential("it asks for a key or token, and none is set")
      case .sshKey(_, let privateKey, let publicKey, let passphrase):
        guard allowed & GIT_CREDENTIAL_SSH_KEY.rawValue != 0 else { return refuseCredential("it takes no SSH keys") }
        let file = SSHKeyFile(path: privateKey)
        if let problem = file.problem { return refuseCredential(problem) }
        let secret = file.asksForPassphrase ? try passphrase?() : nil
        return unsafe git_credential_ssh_key_new(&out, user, publicKey, privateKey, secret)
      case .sshAgent:
        guard allowed & GIT_CREDENTIAL_SSH_KEY.rawValue != 0 else { return refuseCredential("it takes no SSH keys") }
        return unsafe git_credential_ssh_key_from_agent(&out, user)
      case .token(let user, let secret):
        // A password is never given to an SSH server: it could be another than the one the token is for.
        guard allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT.rawValue != 0, remote.address.transport == .https else {
          return refuseCredential("it takes no token")
        }
        return unsafe git_credential_userpass_plaintext_new(&out, user, try secret())
      }
    } catch {
      return refuseCredential("the secret could not be had: \(LibraryFailure.printable("\(error)"))")
    }
  }

  private func refuseCredential(_ reason: String) -> Int32 {
    refuse(.authenticationRefused(remote: remote.url, reason: reason))
  }
}

extension GitCredentials {
  fileprivate var user: String {
    switch self {
    case .none: "git"
    case .sshKey(let user, _, _, _), .sshAgent(let user), .token(let user, _): user
    }
  }

  fileprivate var noun: String {
    switch self {
    case .none: "login"
    case .sshKey: "SSH key"
    case .sshAgent: "keys of the SSH agent"
    case .token: "user or token"
    }
  }
}

/// Hands strings to C for the length of one call.
@unsafe func withStringArray(_ strings: [String], _ body: (UnsafePointer<git_strarray>) -> Int32) -> Int32 {
  var copies = unsafe strings.map { unsafe strdup($0) }
  defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
  return unsafe copies.withUnsafeMutableBufferPointer { buffer in
    var array = unsafe git_strarray(strings: buffer.baseAddress, count: buffer.count)
    return unsafe body(&array)
  }
}
