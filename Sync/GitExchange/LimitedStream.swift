internal import CLibgit2
internal import Dispatch
internal import Glibc
internal import Synchronization

/// Watches the connections of the one network operation that is under way, and cuts them when a limit is passed.
///
/// libgit2 1.5 can wait for ever for a server, and holds a whole listing of refs in memory before anyone may look. So
/// its sockets are ours: a timer asks the kernel how many bytes came, and shuts the socket down from outside,
/// which ends any read, SSH's and TLS's too.
final class TransferWatch: Sendable {
  enum Stop { case tooManyBytes, silent, tooLong }

  private struct State {
    var sockets: [Int32: (received: UInt64, sent: UInt64)] = [:]
    var receivedByClosedSockets: UInt64 = 0
    var lastMove: ContinuousClock.Instant
    var stop: Stop?
  }

  let limits: GitTransferLimits
  private let began = ContinuousClock.now
  private let state: Mutex<State>
  // Dispatch does not declare its sources Sendable; they may be cancelled from any thread.
  nonisolated(unsafe) private let timer: any DispatchSourceTimer

  /// One network operation at a time in a process: libgit2's certificate authorities are the whole process's, and its
  /// streams are made without a word about whom they are for.
  private static let gate = DispatchSemaphore(value: 1)
  private static let current = Mutex<TransferWatch?>(nil)

  static func run<Value>(limits: GitTransferLimits, _ body: (TransferWatch) throws(GitError) -> Value) throws(GitError)
    -> Value
  {
    gate.wait()
    let watch = TransferWatch(limits: limits)
    current.withLock { $0 = watch }
    defer {
      current.withLock { $0 = nil }
      unsafe watch.timer.cancel()
      gate.signal()
    }
    return try body(watch)
  }

  static var ofThisOperation: TransferWatch? { current.withLock { $0 } }

  private init(limits: GitTransferLimits) {
    self.limits = limits
    state = Mutex(State(lastMove: .now))
    unsafe timer = DispatchSource.makeTimerSource()
    unsafe timer.setEventHandler { [weak self] in self?.look() }
    unsafe timer.schedule(deadline: .now() + .milliseconds(20), repeating: .milliseconds(20))
    unsafe timer.activate()
  }

  /// Why the connections were cut, if they were.
  var stop: Stop? { state.withLock { $0.stop } }

  /// Also asked between objects, for remotes without a socket.
  var isOverTime: Bool {
    guard ContinuousClock.now - began > limits.total else { return false }
    state.withLock { $0.stop = $0.stop ?? .tooLong }
    return true
  }

  func opened(_ socket: Int32) {
    state.withLock {
      $0.sockets[socket] = (0, 0)
      $0.lastMove = .now
    }
  }

  /// Closes under the lock, so that the timer never shuts down somebody else's socket of the same number.
  func close(_ socket: Int32) -> Int32 {
    state.withLock { state in
      var (received, sent): (UInt64, UInt64) = (0, 0)
      if unsafe qapi_tcp_byte_counts(socket, &received, &sent) == 0 { state.receivedByClosedSockets += received }
      state.sockets[socket] = nil
      return Glibc.close(socket)
    }
  }

  private func look() {
    let now = ContinuousClock.now
    state.withLock { state in
      var total = state.receivedByClosedSockets
      for (socket, before) in state.sockets {
        var (received, sent): (UInt64, UInt64) = (0, 0)
        guard unsafe qapi_tcp_byte_counts(socket, &received, &sent) == 0 else { continue }
        if (received, sent) != before { state.lastMove = now }
        state.sockets[socket] = (received, sent)
        total += received
      }
      let stop: Stop? =
        if total > UInt64(limits.receivedByteCount) { .tooManyBytes } else if now - began > limits.total {
          .tooLong
        } else if !state.sockets.isEmpty, now - state.lastMove > limits.silence { .silent } else { nil }
      guard let stop else { return }
      state.stop = state.stop ?? stop
      for socket in state.sockets.keys { shutdown(socket, Int32(SHUT_RDWR)) }
    }
  }
}

/// The TCP stream that libgit2 gets from us, for SSH and under TLS.
enum LimitedStream {
  /// Registers with libgit2 1.5 only: its SSH transport reads the socket out of the struct, whose layout is that
  /// version's. With another version limits hold between objects, and not on the socket.
  static func register() {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    _ = unsafe git_libgit2_version(&major, &minor, &patch)
    guard (major, minor) == (1, 5) else { return }
    var registration = git_stream_registration()
    registration.version = GIT_STREAM_VERSION
    unsafe registration.`init` = { unsafe LimitedStream.make(&$0!.pointee, host: $1, port: $2) }
    _ = unsafe git_stream_register(GIT_STREAM_STANDARD, &registration)
  }

  private typealias Stream = qapi_socket_stream

  @unsafe private static func make(
    _ out: inout UnsafeMutablePointer<git_stream>?, host: UnsafePointer<CChar>?, port: UnsafePointer<CChar>?
  ) -> Int32 {
    guard let memory = unsafe calloc(1, MemoryLayout<Stream>.size), let host = unsafe host, let port = unsafe port
    else {
      return -1
    }
    let stream = unsafe memory.bindMemory(to: Stream.self, capacity: 1)
    unsafe stream.pointee.parent.version = GIT_STREAM_VERSION
    unsafe stream.pointee.host = strdup(host)
    unsafe stream.pointee.port = strdup(port)
    unsafe stream.pointee.socket = -1
    unsafe stream.pointee.parent.connect = { unsafe LimitedStream.connect($0) }
    unsafe stream.pointee.parent.read = { unsafe LimitedStream.read($0, $1, $2) }
    unsafe stream.pointee.parent.write = { stream, data, count, _ in unsafe LimitedStream.write(stream, data, count) }
    unsafe stream.pointee.parent.close = { unsafe LimitedStream.close($0) }
    unsafe stream.pointee.parent.free = { unsafe LimitedStream.free($0) }
    unsafe out = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: git_stream.self)
    return 0
  }

  @unsafe private static func stream(_ raw: UnsafeMutablePointer<git_stream>?) -> UnsafeMutablePointer<Stream> {
    guard let raw = unsafe raw else { fatalError("libgit2 handed a stream callback no stream") }
    return unsafe UnsafeMutableRawPointer(raw).assumingMemoryBound(to: Stream.self)
  }

  @unsafe private static func connect(_ raw: UnsafeMutablePointer<git_stream>?) -> Int32 {
    let stream = unsafe stream(raw)
    let watch = TransferWatch.ofThisOperation
    let patience = (watch?.limits.connecting ?? .seconds(15)).components
    let milliseconds = Int32(clamping: patience.seconds * 1_000 + patience.attoseconds / 1_000_000_000_000_000)
    var reason = [CChar](repeating: 0, count: 300)
    let socket = unsafe qapi_tcp_connect(
      stream.pointee.host, stream.pointee.port, milliseconds, &reason, reason.count)
    guard socket >= 0 else {
      unsafe qapi_git_set_network_error(reason)
      return -1
    }
    unsafe stream.pointee.socket = socket
    watch?.opened(socket)
    return 0
  }

  @unsafe private static func read(
    _ raw: UnsafeMutablePointer<git_stream>?, _ data: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    let received = unsafe recv(stream(raw).pointee.socket, data, count, 0)
    if received < 0 { unsafe qapi_git_set_network_error("cannot receive: \(String(cString: strerror(errno)))") }
    return received
  }

  @unsafe private static func write(
    _ raw: UnsafeMutablePointer<git_stream>?, _ data: UnsafePointer<CChar>?, _ count: Int
  ) -> Int {
    let sent = unsafe send(stream(raw).pointee.socket, data, count, Int32(MSG_NOSIGNAL))
    if sent < 0 { unsafe qapi_git_set_network_error("cannot send: \(String(cString: strerror(errno)))") }
    return sent
  }

  @unsafe private static func close(_ raw: UnsafeMutablePointer<git_stream>?) -> Int32 {
    let stream = unsafe stream(raw)
    let socket = unsafe stream.pointee.socket
    unsafe stream.pointee.socket = -1
    guard socket >= 0 else { return 0 }
    return TransferWatch.ofThisOperation?.close(socket) ?? Glibc.close(socket)
  }

  @unsafe private static func free(_ raw: UnsafeMutablePointer<git_stream>?) {
    let stream = unsafe stream(raw)
    unsafe Glibc.free(stream.pointee.host)
    unsafe Glibc.free(stream.pointee.port)
    unsafe Glibc.free(stream)
  }
}
