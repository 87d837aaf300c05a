import Foundation
import GitExchange
import Testing

@Suite("Who is let in, and who is believed")
struct TrustTests {
  @Test func sshHostKeysAndLogins() throws {
    let scratch = Scratch()
    let hub = try GitRepository.create(bareAt: scratch("hub.git"))
    let node = try GitRepository.create(bareAt: scratch("a.git"))
    let server = try SSHServer(in: scratch)
    func attempt(_ credentials: GitCredentials, _ trust: GitHostTrust, path: String? = nil) throws -> GitError? {
      let remote = try GitRemote(server.url(path ?? hub.path), credentials: credentials, trust: trust)
      return failure(of: { _ = try node.remoteHeads(of: remote) })
    }
    let key = server.credentials()
    let (right, wrong) = (try server.fingerprint(), try server.fingerprint("other-key.pub"))
    let known = GitHostTrust(knownHosts: try server.knownHosts())

    #expect(try attempt(key, known) == nil)
    #expect(try attempt(key, GitHostTrust(hostKeyFingerprints: [wrong, right])) == nil)
    // The fingerprints alone decide, whatever the file says.
    let pinnedToAnother = GitHostTrust(hostKeyFingerprints: [wrong], knownHosts: known.knownHosts)
    #expect(try attempt(key, pinnedToAnother) == .hostKeyChanged(host: "127.0.0.1", fingerprint: right))
    let changed = GitHostTrust(knownHosts: try server.knownHosts("other-key.pub"))
    #expect(try attempt(key, changed) == .hostKeyChanged(host: "127.0.0.1", fingerprint: right))
    let empty = GitHostTrust(knownHosts: try scratch.write("# nobody\n", to: "empty"))
    #expect(try attempt(key, empty) == .hostKeyUnknown(host: "127.0.0.1", fingerprint: right))
    #expect(
      try attempt(key, GitHostTrust(knownHosts: scratch("absent")))
        == .hostKeyUnknown(host: "127.0.0.1", fingerprint: right))
    let revoked = try scratch.write("@revoked " + scratch.read("known_hosts-host-key.pub"), to: "revoked")
    #expect(
      try attempt(key, GitHostTrust(knownHosts: revoked)) == .hostKeyChanged(host: "127.0.0.1", fingerprint: right))

    // Nobody is told to the server before the server is believed; then the key decides.
    let remote = server.url(hub.path)
    #expect(
      try attempt(server.credentials("other-key"), known)
        == .authenticationRefused(remote: remote, reason: "it refused the SSH key"))
    #expect(
      try attempt(.none, known)
        == .authenticationRefused(remote: remote, reason: "it asks for a key or token, and none is set"))
    let token = GitCredentials.token(user: "a", secret: { "secret" })
    #expect(try attempt(token, known) == .authenticationRefused(remote: remote, reason: "it takes no token"))
    let open = try scratch.write(scratch.read("user-key"), to: "open-key", mode: 0o644)
    let refused = try #require(try attempt(server.credentials("open-key"), known))
    #expect("\(refused)".contains("others may read the key file \(open): chmod 600 it"))
    #expect("\(try #require(try attempt(server.credentials("absent"), known)))".contains("cannot be read"))

    guard case .unreachable(_, let reason)? = try attempt(key, known, path: "/no/such/repository") else {
      Issue.record("a missing repository at the server is unreachable")
      return
    }
    #expect(reason.contains("/no/such/repository"))
  }

  /// libgit2 reads the file at home itself, and it knows hashed names.
  @Test func hashedNamesInTheKnownHostsAtHome() throws {
    let scratch = Scratch()
    let hub = try GitRepository.create(bareAt: scratch("hub.git"))
    let server = try SSHServer(in: scratch)
    let remote = try GitRemote(server.url(hub.path), credentials: server.credentials())
    let fingerprint = try server.fingerprint()
    #expect(
      failure(of: { _ = try hub.remoteHeads(of: remote) })
        == .hostKeyUnknown(host: "127.0.0.1", fingerprint: fingerprint))
    let file = HostileHome.path + "/.ssh/known_hosts"
    try scratch.read(URL(fileURLWithPath: try server.knownHosts()).lastPathComponent).write(
      toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Tool.run("ssh-keygen", "-H", "-f", file)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("|1|"))
    #expect(failure(of: { _ = try hub.remoteHeads(of: remote) }) == nil)
  }

  @Test func anSSHKeyUnderAPassphrase() throws {
    let scratch = Scratch()
    let hub = try GitRepository.create(bareAt: scratch("hub.git"))
    let server = try SSHServer(in: scratch)
    try Tool.run("ssh-keygen", "-q", "-p", "-P", "", "-N", "correct horse", "-f", server.userKey)
    for (passphrase, works) in [("correct horse", true), ("battery staple", false)] {
      let remote = try GitRemote(
        server.url(hub.path),
        credentials: .sshKey(user: "git", privateKey: server.userKey, publicKey: nil, passphrase: { passphrase }),
        trust: .init(knownHosts: try server.knownHosts()))
      let outcome = failure(of: { _ = try hub.remoteHeads(of: remote) })
      if works {
        #expect(outcome == nil)
      } else {
        guard case .authenticationRefused? = outcome else {
          Issue.record("a wrong passphrase is an authentication error, not \(String(describing: outcome))")
          continue
        }
      }
    }
  }

  @Test func httpsCertificatesAndTokens() throws {
    let scratch = Scratch()
    let hub = try GitRepository.create(bareAt: scratch("hub.git"))
    let server = try HTTPSServer(in: scratch, serving: scratch.path)
    try HTTPSServer.makeCertificate("other", in: scratch)
    func attempt(
      _ credentials: GitCredentials, authorities: String?, at repository: String = "hub.git", host: String = "localhost"
    ) throws -> GitError? {
      let remote = try GitRemote(
        server.url(repository, host: host), credentials: credentials, trust: .init(certificateAuthorities: authorities))
      return failure(of: { _ = try hub.remoteHeads(of: remote) })
    }
    let (right, remote) = (server.credentials(), server.url("hub.git"))
    #expect(try attempt(right, authorities: server.authorities) == nil)

    let refusedCertificate = GitError.certificateRefused(
      host: "localhost", reason: "no trusted authority vouches for it, or it is another host's")
    #expect(try attempt(right, authorities: scratch("other.crt")) == refusedCertificate)
    #expect(try attempt(right, authorities: nil) == refusedCertificate)
    #expect(
      try attempt(right, authorities: server.authorities, host: "127.0.0.1")
        == .certificateRefused(
          host: "127.0.0.1", reason: "no trusted authority vouches for it, or it is another host's"))
    guard case .certificateRefused? = try attempt(right, authorities: scratch("absent.crt")) else {
      Issue.record("without the authority file nothing is trusted")
      return
    }
    #expect(
      try attempt(server.credentials(password: "wrong"), authorities: server.authorities)
        == .authenticationRefused(remote: remote, reason: "it refused the user or token"))
    #expect(
      try attempt(.none, authorities: server.authorities)
        == .authenticationRefused(remote: remote, reason: "it asks for a key or token, and none is set"))
    // A redirect would carry the token elsewhere.
    let moved = try attempt(right, authorities: server.authorities, at: "moved/hub.git")
    guard case .unreachable? = moved else {
      Issue.record("a redirect to another host is not followed: \(String(describing: moved))")
      return
    }
    guard case .unreachable? = try attempt(right, authorities: server.authorities, at: "absent.git") else {
      Issue.record("a repository that is not there is unreachable")
      return
    }
    // http.receivepack is off: the server does not let us push.
    let first = try hub.commitSample("first")
    try hub.setHead("refs/heads/nodes/a", to: first, expecting: nil)
    try Tool.run("git", "--git-dir=\(hub.path)", "config", "http.receivepack", "false")
    let push = [GitPushRequest(source: "refs/heads/nodes/a", destination: "refs/heads/nodes/b")]
    let trusted = try GitRemote(remote, credentials: right, trust: .init(certificateAuthorities: server.authorities))
    guard case .authenticationRefused? = failure(of: { try hub.push(push, to: trusted) }) else {
      Issue.record("a forbidden push is an authentication error")
      return
    }
  }
}

@Suite("Remotes that do not answer, or do not stop")
struct UnreachableTests {
  @Test(arguments: ["ssh://git@127.0.0.1:PORT/x", "https://localhost:PORT/x", "http://127.0.0.1:PORT/x"])
  func aClosedPort(url: String) throws {
    let scratch = Scratch()
    let node = try GitRepository.create(bareAt: scratch("a.git"))
    let remote = try GitRemote(url.replacingOccurrences(of: "PORT", with: "\(try freePort())"))
    guard case .unreachable(_, let reason)? = failure(of: { _ = try node.remoteHeads(of: remote) }) else {
      Issue.record("a closed port is unreachable")
      return
    }
    #expect(reason.contains("Connection refused"))
  }

  @Test(arguments: ["/no/such/folder", "file:///no/such/folder", "FILE", "ssh://git@host.invalid/x"])
  func nothingThere(url: String) throws {
    let scratch = Scratch()
    let node = try GitRepository.create(bareAt: scratch("a.git"))
    let file = try scratch.write("no repository", to: "file")
    let remote = try GitRemote(url == "FILE" ? file : url)
    guard case .unreachable? = failure(of: { _ = try node.remoteHeads(of: remote) }) else {
      Issue.record("\(url) is unreachable")
      return
    }
  }

  @Test(arguments: ["ssh://git@127.0.0.1:PORT/x", "https://localhost:PORT/x", "http://127.0.0.1:PORT/x"])
  func aServerThatAcceptsAndIsSilent(url: String) throws {
    let scratch = Scratch()
    let node = try GitRepository.create(bareAt: scratch("a.git"))
    let server = try StrangeServer(.silent)
    let remote = try GitRemote(url.replacingOccurrences(of: "PORT", with: "\(server.port)"))
    var limits = GitTransferLimits()
    limits.silence = .milliseconds(200)
    let silent = GitError.unreachable(remote: remote.url, reason: "it was silent for 0.2 seconds")
    #expect(failure(of: { _ = try node.remoteHeads(of: remote, limits: limits) }) == silent)
    limits = GitTransferLimits()
    limits.total = .milliseconds(200)
    let slow = GitError.unreachable(remote: remote.url, reason: "it took longer than 0.2 seconds")
    #expect(failure(of: { _ = try node.remoteHeads(of: remote, limits: limits) }) == slow)
  }

  /// libgit2 keeps the whole listing in memory before it shows any of it.
  @Test func aListingWithoutEnd() throws {
    let scratch = Scratch()
    let node = try GitRepository.create(bareAt: scratch("a.git"))
    let head =
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-git-upload-pack-advertisement\r\n\r\n"
      + "001e# service=git-upload-pack\n0000"
    let server = try StrangeServer(.endless(prefix: Array(head.utf8)))
    let remote = try GitRemote("http://127.0.0.1:\(server.port)/x")
    var limits = GitTransferLimits()
    limits.receivedByteCount = 3_000_000
    #expect(
      failure(of: { _ = try node.remoteHeads(of: remote, limits: limits) })
        == .limitExceeded(what: "the bytes from \(remote.url)", limit: 3_000_000))
  }
}
