import Foundation

/// A server in the background, stopped when the object ends.
///
/// Not `Foundation.Process`, which takes a child for dead when it closes the files it inherited, as sshd does, and then
/// waits for it on the thread that all other children need.
final class Daemon {
  private let id: pid_t

  init(_ arguments: [String], errors: String) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    var argv = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var environment = unsafe Tool.environment().map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for index in unsafe argv.indices { unsafe free(argv[index]) }
      for index in unsafe environment.indices { unsafe free(environment[index]) }
    }
    var id: pid_t = 0
    guard unsafe posix_spawn(&id, arguments[0], &actions, nil, &argv, &environment) == 0 else {
      throw ToolFailed(command: arguments.joined(separator: " "), status: -1, message: "it does not start")
    }
    self.id = id
  }

  deinit {
    // Not SIGTERM, which the child inherits as blocked from the threads that tests run on.
    kill(id, SIGKILL)
    var status: Int32 = 0
    unsafe waitpid(id, &status, 0)
  }
}
