import Foundation

/// The person's own editor on a file.
enum Editor {
  /// Whether there is an editor to run.
  static var isAvailable: Bool { command != nil }

  private static var command: String? {
    let environment = ProcessInfo.processInfo.environment
    let named = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first { !$0.isEmpty }
    return named ?? (Terminal.isInteractive ? "vi" : nil)
  }

  /// Runs $VISUAL or $EDITOR on a file and waits until it ends.
  ///
  /// - Throws: `Failure` when there is no editor, or it says that it failed.
  static func edit(_ path: String) throws {
    guard let editor = command else {
      throw Failure.usage(
        "no editor is set", next: "set EDITOR, or give the document with --file FILE (- for standard input)")
    }
    let status = try Interruption.leavingToEditor {
      try run(["/bin/sh", "-c", "\(editor) \"$1\"", editor, path])
    }
    guard status == 0 else {
      throw Failure(
        status == 128 + SIGINT ? .interrupted : .error, "the editor ended with \(status), so nothing was changed",
        at: Shown.line(editor),
        next: "set EDITOR to an editor that waits until you close the document")
    }
  }

  /// Runs a program on this terminal. Foundation's `Process` would put it into a group of its own, where it may not read
  /// from the terminal.
  private static func run(_ arguments: [String]) throws -> Int32 {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var ordinary = sigset_t()
    unsafe sigemptyset(&ordinary)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { unsafe sigaddset(&ordinary, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &ordinary)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
    var child = pid_t()
    let spawned = unsafe posix_spawn(&child, arguments[0], nil, &attributes, &pointers, environ)
    guard spawned == 0 else {
      throw Failure(
        .error, "the editor cannot be started: \(unsafe String(cString: strerror(spawned)))", next: "check EDITOR")
    }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 && errno == EINTR {}
    // As a shell tells it: the exit code, or 128 and the signal.
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f
  }
}
