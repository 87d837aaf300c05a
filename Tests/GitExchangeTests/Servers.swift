import Foundation
import GitExchange

/// A stock OpenSSH server on the loopback, for one test.
final class SSHServer {
  let port: Int
  private let daemon: Daemon
  private let scratch: Scratch
  var userKey: String { scratch("user-key") }
  var hostKey: String { scratch("host-key.pub") }

  init(in scratch: Scratch) throws {
    self.scratch = scratch
    port = try freePort()
    for name in ["host-key", "user-key", "other-key"] {
      try Tool.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", scratch(name))
    }
    let authorized = try scratch.write(scratch.read("user-key.pub"), to: "authorized_keys")
    let settings = try scratch.write(
      """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(scratch("host-key"))
      AuthorizedKeysFile \(authorized)
      PermitRootLogin yes
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      StrictModes no
      UsePAM no
      PidFile none
      """, to: "sshd_config")
    try? FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
    daemon = try Daemon(["/usr/sbin/sshd", "-D", "-e", "-f", settings], errors: scratch("sshd.log"))
    try waitForPort(port)
  }

  func url(_ path: String) -> String { "ssh://\(NSUserName())@127.0.0.1:\(port)\(path)" }

  func credentials(_ key: String = "user-key") -> GitCredentials {
    .sshKey(user: "git", privateKey: scratch(key), publicKey: nil, passphrase: nil)
  }

  /// A known_hosts file that lists this server with the key in the file `key`.
  func knownHosts(_ key: String = "host-key.pub") throws -> String {
    let fields = try scratch.read(key).split(separator: " ")
    return try scratch.write("[127.0.0.1]:\(port) \(fields[0]) \(fields[1])\n", to: "known_hosts-\(key)")
  }

  func fingerprint(_ key: String = "host-key.pub") throws -> String {
    String(try Tool.run("ssh-keygen", "-l", "-f", scratch(key)).split(separator: " ")[1])
  }
}

/// `git http-backend` behind TLS and basic authentication on the loopback, for one test.
final class HTTPSServer {
  static let (user, password) = ("node-a", "let me in")
  let port: Int
  private let daemon: Daemon
  private let scratch: Scratch
  var authorities: String { scratch("tls.crt") }

  /// - Parameter folder: below it lie the repositories.
  init(in scratch: Scratch, serving folder: String) throws {
    self.scratch = scratch
    port = try freePort()
    try Self.makeCertificate("tls", in: scratch)
    let script = try scratch.write(Self.script, to: "server.py")
    daemon = try Daemon(
      [
        "/usr/bin/env", "python3", script, "\(port)", folder, scratch("tls.crt"), scratch("tls.key"),
        "\(Self.user):\(Self.password)", try Tool.run("git", "--exec-path") + "/git-http-backend",
      ], errors: scratch("https.log"))
    try waitForPort(port)
  }

  /// A certificate for `localhost` that is its own authority.
  static func makeCertificate(_ name: String, in scratch: Scratch) throws {
    try Tool.run(
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
      "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", scratch("\(name).key"), "-out",
      scratch("\(name).crt"))
  }

  func url(_ repository: String, host: String = "localhost") -> String { "https://\(host):\(port)/\(repository)" }

  func credentials(password: String = HTTPSServer.password) -> GitCredentials {
    .token(user: Self.user, secret: { password })
  }

  private static let script = #"""
    import base64, http.server, os, ssl, subprocess, sys, urllib.parse
    port, folder, certificate, key, secret, backend = sys.argv[1:]
    expected = "Basic " + base64.b64encode(secret.encode()).decode()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def log_message(self, *arguments): pass
        def body(self):
            if self.headers.get("Transfer-Encoding") != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length", 0)))
            parts = []
            while (size := int(self.rfile.readline(), 16)) > 0:
                parts.append(self.rfile.read(size)); self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)
        def answer(self, status, headers, body):
            self.send_response(status)
            for name, value in headers: self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        def handle_git(self):
            body = self.body()
            if self.headers.get("Authorization") != expected:
                return self.answer(401, [("WWW-Authenticate", 'Basic realm="git"')], b"")
            url = urllib.parse.urlsplit(self.path)
            if url.path.startswith("/moved/"):
                return self.answer(302, [("Location", "https://127.0.0.1:" + port + self.path.replace("/moved/", "/", 1))], b"")
            environment = dict(os.environ, GIT_PROJECT_ROOT=folder, GIT_HTTP_EXPORT_ALL="1", PATH_INFO=url.path,
                QUERY_STRING=url.query, REQUEST_METHOD=self.command, REMOTE_USER="node", REMOTE_ADDR="127.0.0.1",
                CONTENT_TYPE=self.headers.get("Content-Type", ""), CONTENT_LENGTH=str(len(body)))
            output = subprocess.run([backend], input=body, env=environment, capture_output=True).stdout
            head, _, rest = output.partition(b"\r\n\r\n")
            headers = [tuple(line.split(": ", 1)) for line in head.decode().split("\r\n") if line]
            status = int(dict(headers).get("Status", "200").split()[0])
            self.answer(status, [pair for pair in headers if pair[0] != "Status"], rest)
        do_GET = do_POST = handle_git

    server = http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.serve_forever()
    """#
}

/// A server that accepts connections and then does what it is told, without knowing any protocol.
final class StrangeServer {
  enum Manner {
    case silent
    case endless(prefix: [UInt8])
  }

  let port: Int
  private let listener: Int32

  init(_ manner: Manner) throws {
    (listener, port) = try listeningSocket()
    let listener = listener
    Thread.detachNewThread {
      while case let client = accept(listener, nil, nil), client >= 0 {
        if case .endless(let prefix) = manner {
          Thread.detachNewThread {
            var request = [UInt8](repeating: 0, count: 4_096)
            _ = unsafe recv(client, &request, request.count, 0)
            _ = unsafe send(client, prefix, prefix.count, Int32(MSG_NOSIGNAL))
            let line = Array("003d0000000000000000000000000000000000000001 refs/heads/aaaa\n".utf8.prefix(61))
            let lines = Array(repeatElement(line, count: 1_000).joined())
            while unsafe send(client, lines, lines.count, Int32(MSG_NOSIGNAL)) > 0 {}
            close(client)
          }
        }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }
}

/// A port that nothing listens on.
func freePort() throws -> Int {
  let (listener, port) = try listeningSocket()
  close(listener)
  return port
}

private func listeningSocket() throws -> (Int32, Int) {
  let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
    unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
      unsafe bind(listener, address, length) | listen(listener, 8) | getsockname(listener, address, &length)
    }
  }
  guard status == 0 else { throw CocoaError(.fileReadUnknown) }
  return (listener, Int(UInt16(bigEndian: address.sin_port)))
}

private func waitForPort(_ port: Int) throws {
  for _ in 0..<500 {
    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(client) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let status = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if status == 0 { return }
    usleep(10_000)
  }
  throw CocoaError(.fileReadUnknown)
}
