import Foundation

/// A port of the loopback that nothing listens on.
func freePort() throws -> Int {
  let script = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"
  guard let port = Int(try Tool.run("python3", "-c", script)) else { throw CocoaError(.fileReadUnknown) }
  return port
}

/// Waits until a server answers.
private func waitForPort(_ port: Int) throws {
  for _ in 0..<200 {
    if try Tool.outcome(["bash", "-c", "exec 4<>/dev/tcp/127.0.0.1/\(port)"]).status == 0 { return }
    usleep(25_000)
  }
  throw CocoaError(.fileReadUnknown)
}

/// Where the keys of a server lie.
private func makeFolder() throws -> String {
  let folder = Scratch.root + "/server-" + UUID().uuidString
  try FileManager.default.createDirectory(
    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  return folder
}

/// A stock OpenSSH server on the loopback, which lets one key in.
final class SSHServer {
  let port: Int
  let folder: String
  private let daemon: Running

  init() throws {
    folder = try makeFolder()
    port = try freePort()
    for name in ["host-key", "user-key", "other-key"] {
      try Tool.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", folder + "/" + name)
    }
    try """
    Port \(port)
    ListenAddress 127.0.0.1
    HostKey \(folder)/host-key
    AuthorizedKeysFile \(folder)/user-key.pub
    PermitRootLogin yes
    PasswordAuthentication no
    KbdInteractiveAuthentication no
    StrictModes no
    UsePAM no
    PidFile none
    """.write(toFile: folder + "/sshd_config", atomically: true, encoding: .utf8)
    try? FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
    // sshd starts itself again for each connection, so it wants its whole path.
    let program = try Tool.run("sh", "-c", "command -v sshd")
    daemon = try Running([program, "-D", "-e", "-f", folder + "/sshd_config"], in: folder)
    try waitForPort(port)
  }

  func url(_ path: String) -> String { "ssh://\(NSUserName())@127.0.0.1:\(port)\(path)" }

  func fingerprint(_ key: String = "host-key") throws -> String {
    String(try Tool.run("ssh-keygen", "-l", "-f", "\(folder)/\(key).pub").split(separator: " ")[1])
  }

  /// A file of known hosts that lists this server with a key.
  func knownHosts(_ key: String = "host-key") throws -> String {
    let fields = try String(contentsOfFile: "\(folder)/\(key).pub", encoding: .utf8).split(separator: " ")
    let path = "\(folder)/known-\(key)"
    try "[127.0.0.1]:\(port) \(fields[0]) \(fields[1])\n".write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}

/// `git http-backend` behind TLS and basic authentication on the loopback.
final class HTTPSServer {
  static let (user, password) = ("node", "let me in")
  let port: Int
  let folder: String
  private let daemon: Running

  /// - Parameter repositories: the folder below which they lie.
  init(serving repositories: String) throws {
    folder = try makeFolder()
    port = try freePort()
    for name in ["tls", "other"] {
      try Tool.run(
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", "\(folder)/\(name).key", "-out",
        "\(folder)/\(name).crt")
    }
    try Self.script.write(toFile: folder + "/server.py", atomically: true, encoding: .utf8)
    daemon = try Running(
      [
        "python3", folder + "/server.py", "\(port)", repositories, folder + "/tls.crt", folder + "/tls.key",
        "\(Self.user):\(Self.password)", try Tool.run("git", "--exec-path") + "/git-http-backend",
      ], in: folder)
    try waitForPort(port)
  }

  func url(_ repository: String) -> String { "https://localhost:\(port)/\(repository)" }

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
            environment = dict(os.environ, GIT_PROJECT_ROOT=folder, GIT_HTTP_EXPORT_ALL="1", PATH_INFO=url.path,
                QUERY_STRING=url.query, REQUEST_METHOD=self.command, REMOTE_USER="node", REMOTE_ADDR="127.0.0.1",
                CONTENT_TYPE=self.headers.get("Content-Type", ""), CONTENT_LENGTH=str(len(body)))
            output = subprocess.run([backend], input=body, env=environment, capture_output=True).stdout
            head, _, rest = output.partition(b"\r\n\r\n")
            headers = [tuple(line.split(": ", 1)) for line in head.decode().split("\r\n") if line]
            status = int(dict(headers).get("Status", "200").split()[0])
            self.answer(status, [pair for pair in headers if pair[0] != "Status"], rest)
        do_GET = do_POST = handle_git

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, request, address): pass

    server = Server(("127.0.0.1", int(port)), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.serve_forever()
    """#
}
