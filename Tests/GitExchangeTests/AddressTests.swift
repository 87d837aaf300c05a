import Foundation
import Testing

@testable import GitExchange

@Suite("Which URLs are an exchange")
struct AddressTests {
  @Test(arguments: [
    // given, what libgit2 gets
    ("/srv/exchange.git", "file:///srv/exchange.git"),
    ("/srv/two words/x'y\"z.git", "file:///srv/two%20words/x%27y%22z.git"),
    ("/srv/a:b@c.git", "file:///srv/a%3Ab%40c.git"),
    ("/srv/\u{e9}", "file:///srv/%C3%A9"),
    ("file:///srv/x.git", "file:///srv/x.git"),
    ("file:///srv/two%20words", "file:///srv/two%20words"),
    ("FILE:///srv/x.git", "file:///srv/x.git"),
    ("ssh://git@Example.org/x.git", "ssh://git@example.org/x.git"),
    ("ssh://git@example.org:2222/~/x.git", "ssh://git@example.org:2222/~/x.git"),
    ("ssh://example.org/x", "ssh://example.org/x"),
    ("git@example.org:agencies/x.git", "git@example.org:agencies/x.git"),
    ("https://example.org/x.git", "https://example.org/x.git"),
    ("https://node@example.org:8443/x.git", "https://node@example.org:8443/x.git"),
    ("http://localhost:8080/x", "http://localhost:8080/x"),
    ("http://127.0.0.1/x", "http://127.0.0.1/x"),
    ("http://[::1]:80/x", "http://[::1]:80/x"),
  ])
  func allowed(url: String, handedOn: String) throws {
    #expect(try GitAddress(url).url == handedOn)
  }

  @Test(arguments: [
    "", "--upload-pack=touch /tmp/x", "-x", "ext::sh -c id", "ext::sh://x/y", "fd::17", "git://example.org/x",
    "http://example.org/x", "http://localhost.example.org/x", "http://127.0.0.1.example.org/x", "ftp://example.org/x",
    "git+ssh://example.org/x", "ssh://-oProxyCommand=id/x", "ssh://git@-oProxyCommand=id/x", "-oProxyCommand=id@h:x",
    "ssh://git@host/it's", "git@host:it's", "git@host:-x", "ssh://git@host/a\\b", "https://user:secret@example.org/x",
    "ssh://git@host", "ssh://git@host:0/x", "ssh://git@host:99999/x", "ssh://git@host:-1/x", "ssh://git@ho st/x",
    "https:///x", "file://host/x", "exchange.git", "folder/exchange.git", "host:x", "a@b@c:x", "/srv/new\nline",
    "/srv/\u{0}", "https://example.org/\u{7f}", "/" + String(repeating: "x", count: 4_096),
  ])
  func refused(url: String) {
    guard case .invalidArgument(let reason)? = failure(of: { _ = try GitAddress(url) }) else {
      Issue.record("\(url) must be refused")
      return
    }
    #expect(!reason.contains("secret"))
    #expect(reason.utf8.allSatisfy { $0 >= 32 && $0 != 127 })
  }

  @Test(arguments: [
    // known_hosts line, host, port, verdict for key AAAAC3NzaC1lZDI1NTE5AAAAAQE=
    ("host.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAQE=", "host.example", 22, SSHKnownHosts.Verdict.trusted),
    ("a,HOST.example,b ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAQE= comment", "host.example", 22, .trusted),
    ("host.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAQE=", "host.example", 2222, .unknown),
    ("[host.example]:2222 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAQE=", "host.example", 2222, .trusted),
    ("*.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAQE=", "host.example", 22, .trusted),
    ("h?st.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAQE=", "host.example", 22, .trusted),
    ("*,!host.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAQE=", "host.example", 22, .unknown),
    ("host.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAQI=", "host.example", 22, .changed),
    ("host.example ssh-rsa AAAAB3NzaC1yc2EAAAABAQ==", "host.example", 22, .unknown),
    ("@revoked host.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAQE=", "host.example", 22, .changed),
    ("@cert-authority host.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAQE=", "host.example", 22, .unknown),
    ("# host.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAQE=", "host.example", 22, .unknown),
    ("host.example ssh-ed25519 not*base64", "host.example", 22, .unknown),
    ("host.example", "host.example", 22, .unknown),
  ])
  func knownHosts(line: String, host: String, port: Int, verdict: SSHKnownHosts.Verdict) throws {
    let key = try #require(Base64.decode("AAAAC3NzaC1lZDI1NTE5AAAAAQE="))
    #expect(SSHKnownHosts(text: line + "\n").verdict(host: host, port: port, key: key) == verdict)
  }

  @Test(arguments: [
    ("refs/heads/main", true), ("refs/heads/nodes/alameda-3f9c21ab", true), ("refs/exchange/nodes/a.b_c", true),
    ("refs/heads", false), ("HEAD", false), ("refs/heads/", false), ("refs/heads/../x", false),
    ("refs/heads/a..b", false),
    ("refs/heads/.x", false), ("refs/heads/x.lock", false), ("refs/heads/x.", false), ("refs/heads/-x", false),
    ("refs/heads/Main", false), ("refs/heads/a b", false), ("refs/heads/a\nb", false), ("refs/heads/a\u{0}", false),
    ("refs/heads/\u{e9}", false), ("refs//main", false), ("refs/heads/a^{}", false), ("refs/heads/@{x", false),
    ("refs/heads/" + String(repeating: "x", count: 190), false),
  ])
  func refNames(name: String, isLawful: Bool) {
    #expect(GitRefName.isLawful(name) == isLawful)
  }
}
