import Foundation
import Testing

/// The same small work over each kind of remote, against real servers on the loopback.
@Suite("The exchange over a path, file://, ssh:// and https://")
struct RemoteTests {
  @Test func aPath() throws { try work(Site()) }

  @Test func aFileURL() throws { try work(Site { Access(url: "file://" + $0) }) }

  @Test func sshWithAFingerprint() throws {
    let server = try SSHServer()
    defer { withExtendedLifetime(server) {} }
    try work(
      Site {
        Access(
          url: server.url($0),
          flags: ["--ssh-key", server.folder + "/user-key", "--host-key-fingerprint", try server.fingerprint()])
      })
  }

  @Test func sshWithKnownHosts() throws {
    let server = try SSHServer()
    defer { withExtendedLifetime(server) {} }
    let site = try Site {
      Access(
        url: server.url($0),
        flags: ["--ssh-key", server.folder + "/user-key", "--known-hosts", try server.knownHosts()])
    }
    try work(site)
    // 4: a check of ours refused the host. 6: the host does not let us in, or is not there; local work is saved.
    try expectRefusal(
      site, exit: 4, "which is not the key trusted for it",
      ["--host-key-fingerprint", try server.fingerprint("other-key")])
    try expectRefusal(
      site, exit: 4, "which is not the key trusted for it", ["--known-hosts", try server.knownHosts("other-key")])
    let nobody = server.folder + "/known-nobody"
    try "".write(toFile: nobody, atomically: true, encoding: .utf8)
    try expectRefusal(site, exit: 4, "no trusted key", ["--known-hosts", nobody])
    try expectRefusal(site, exit: 6, "does not let us in", ["--ssh-key", server.folder + "/other-key"])
    try expectRefusal(site, exit: 6, "not reachable", ["--exchange", "ssh://nobody@127.0.0.1:\(try freePort())/x.git"])
    try expectRefusal(site, exit: 6, "not reachable", ["--exchange", server.url("/nonexistent.git")])
    try site.must("a1", "sync")
  }

  @Test func https() throws {
    var served: HTTPSServer?
    let site = try Site { exchange in
      let path = URL(fileURLWithPath: exchange)
      let server = try HTTPSServer(serving: path.deletingLastPathComponent().path)
      served = server
      return Access(
        url: server.url(path.lastPathComponent),
        flags: ["--ca-file", server.folder + "/tls.crt", "--https-user", HTTPSServer.user],
        token: HTTPSServer.password + "\n")
    }
    let server = try #require(served)
    defer { withExtendedLifetime(server) {} }
    try work(site)
    try expectRefusal(site, exit: 4, "is refused", ["--ca-file", server.folder + "/other.crt"])
    // The system's authorities do not know this server.
    try expectRefusal(
      site, exit: 4, "is refused", ["--ca-file", "/etc/ssl/certs/ca-certificates.crt"],
      isPossible: FileManager.default.fileExists(atPath: "/etc/ssl/certs/ca-certificates.crt"))
    try expectRefusal(site, exit: 4, "is refused", ["--exchange", "https://127.0.0.1:\(server.port)/exchange.git"])
    try expectRefusal(site, exit: 6, "does not let us in", ["--https-user", "somebody"])
    try expectRefusal(site, exit: 6, "does not let us in", [], token: "guessed\n")
    try expectRefusal(site, exit: 6, "not reachable", ["--exchange", "https://localhost:\(try freePort())/x.git"])
    try site.must("a1", "sync")
  }

  @Test func aFolderThatIsNotThere() throws {
    let site = try Site()
    try work(site)
    try FileManager.default.moveItem(atPath: site.exchange, toPath: site.exchange + ".away")
    try expectRefusal(site, exit: 6, "not reachable", [])
    try FileManager.default.moveItem(atPath: site.exchange + ".away", toPath: site.exchange)
    try site.must("a1", "sync")
    #expect(try site.must("a1", "status", "--json").json.number("unsealed") == 0)
  }

  /// Edit, sync, merge, sync; then all have the same rows.
  private func work(_ site: Site) throws {
    try site.newPlan("a1")
    try site.must("a1", "sync")
    try site.must("a2", "sync")
    try site.edit("a2", ["target: two-0": "target: two-1"], message: "from the second node")
    try site.must("a2", "sync")
    try site.must("dcss", "merge")
    try site.must("a1", "sync")
    let status = try site.must("a1", "status", "--json").json
    #expect(status.number("without_receipt") == 0)
    let digests = try site.digests("dcss")
    for node in ["a1", "a2"] {
      #expect(try site.digests(node)["agency/inv-a"] == digests["agency/inv-a"])
      #expect(try site.digests(node)["statewide"] == digests["statewide"])
    }
    #expect(try site.messages("dcss")["from the second node"] == 1)
    #expect(try site.document("a1").contains("target: two-1"))
  }

  /// A sync that does not come about: local work is there as it was, and nothing was sent.
  private func expectRefusal(
    _ site: Site, exit: Int32, _ words: String, _ flags: [String], token: String? = nil, isPossible: Bool = true
  ) throws {
    guard isPossible else { return }
    if try site.must("a1", "status", "--json").json.number("unsealed") == 0 {
      try site.edit("a1", ["target: one-.*": "target: one-offline"], message: "offline")
    }
    func state() throws -> [String] {
      let exchange = FileManager.default.fileExists(atPath: site.exchange)
      return [try site.dump("a1"), exchange ? try ExchangeReader(site.exchange).git("for-each-ref") : ""]
    }
    let before = try state()
    let outcome = try site.qapi("a1", ["sync"] + flags, secret: token)
    #expect(outcome.status == exit, "\(outcome.errors)")
    #expect(outcome.errors.contains(words) && outcome.errors.contains("\nnext:  "), "\(outcome.errors)")
    #expect(try state() == before)
  }
}
