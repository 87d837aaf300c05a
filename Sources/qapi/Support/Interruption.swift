import Dispatch
import Foundation
import Synchronization

/// What to put right when a person or the system ends the program while it works. Everything that matters survives a kill;
/// this is for litter and for the terminal.
enum Interruption {
  typealias Cleanup = @Sendable () -> Void

  private static let state = Mutex(State())

  private struct State {
    var cleanups: [Int: Cleanup] = [:]
    var next = 0
    /// Ctrl-C belongs to the editor while it runs.
    var isForEditor = false
  }

  /// Runs `body`, and `cleanup` after it, however it ends.
  static func cleaningUp<Value>(_ cleanup: @escaping Cleanup, after body: () throws -> Value) rethrows -> Value {
    let number = add(cleanup)
    defer { state.withLock { $0.cleanups.removeValue(forKey: number) }?() }
    return try body()
  }

  /// Runs `body`; `words` are said on standard error, on a line of their own, if the program is stopped meanwhile.
  static func saying<Value>(_ words: @escaping @Sendable () -> String, whenStopped body: () throws -> Value) rethrows
    -> Value
  {
    let number = add { Terminal.note("\n" + words()) }
    defer { state.withLock { _ = $0.cleanups.removeValue(forKey: number) } }
    return try body()
  }

  private static func add(_ cleanup: @escaping Cleanup) -> Int {
    state.withLock { state in
      defer { state.next += 1 }
      state.cleanups[state.next] = cleanup
      return state.next
    }
  }

  /// Leaves Ctrl-C to another program while `body` runs.
  static func leavingToEditor<Value>(_ body: () throws -> Value) rethrows -> Value {
    state.withLock { $0.isForEditor = true }
    defer { state.withLock { $0.isForEditor = false } }
    return try body()
  }

  /// Begins to listen. A signal handler proper may call next to nothing; this one runs on a thread of its own.
  static func listen() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP].map { number in
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        let cleanups = state.withLock { state in
          if number == SIGINT, state.isForEditor { return nil as [Cleanup]? }
          defer { state.cleanups = [:] }
          return Array(state.cleanups.values)
        }
        guard let cleanups else { return }
        for cleanup in cleanups { cleanup() }
        _exit(128 + number)
      }
      source.resume()
      return source
    }
  }
}
