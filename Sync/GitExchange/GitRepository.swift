internal import CLibgit2

/// A bare git repository on this machine: the only thing in the product that touches git.
///
/// It owns its `git_repository` and frees it when the object ends; everything it returns is copied out. It is not
/// `Sendable`: one owner at a time. What it reads is hostile until the caller has verified it.
@safe public final class GitRepository {
  /// The folder of the repository.
  public let path: String
  let raw: OpaquePointer

  /// Makes a new bare repository, with a configuration of ours and no hooks, templates or remotes.
  ///
  /// - Throws: `invalidArgument` if a repository is there already, or if the path holds a NUL.
  public static func create(bareAt path: String) throws(GitError) -> GitRepository {
    GitLibrary.start()
    try checkPath(path)
    var existing: OpaquePointer?
    if unsafe git_repository_open_bare(&existing, path) == 0 {
      unsafe git_repository_free(existing)
      throw .invalidArgument("there is a git repository at \(path) already")
    }
    var options = unsafe git_repository_init_options()
    _ = unsafe git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
    unsafe options.flags =
      GIT_REPOSITORY_INIT_BARE.rawValue | GIT_REPOSITORY_INIT_MKPATH.rawValue
      | GIT_REPOSITORY_INIT_NO_REINIT.rawValue
    unsafe options.mode = 0o700
    var made: OpaquePointer?
    let code = unsafe "main".withCString { name in
      unsafe options.initial_head = name
      return unsafe git_repository_init_ext(&made, path, &options)
    }
    try check("create a repository at \(path)", code)
    let repository = unsafe GitRepository(path: path, owning: made)
    try repository.writeSettings()
    return repository
  }

  /// Opens exactly the bare repository at `path`: no search in parent folders, no `GIT_DIR`, no link file.
  public convenience init(opening path: String) throws(GitError) {
    GitLibrary.start()
    try Self.checkPath(path)
    var opened: OpaquePointer?
    let code = unsafe git_repository_open_bare(&opened, path)
    guard code == 0 else {
      throw .notARepository(path: path, reason: LibraryFailure(code: code).message)
    }
    unsafe self.init(path: path, owning: opened)
  }

  @unsafe private init(path: String, owning raw: OpaquePointer?) {
    guard let raw = unsafe raw else { fatalError("git_repository_open_bare: success, no repository") }
    self.path = path
    unsafe self.raw = raw
  }

  deinit { unsafe git_repository_free(raw) }

  /// What stock git must know when it looks in: it shall not clean up, and not log refs.
  private func writeSettings() throws(GitError) {
    var config: OpaquePointer?
    try check("open the settings of \(path)", unsafe git_repository_config(&config, raw))
    let owned = unsafe Owned(config, "git_repository_config") { unsafe git_config_free($0) }
    for (name, value) in [("core.logallrefupdates", "false"), ("gc.auto", "0"), ("transfer.fsckobjects", "true")] {
      try check("write the settings of \(path)", unsafe git_config_set_string(owned.raw, name, value))
    }
  }

  private static func checkPath(_ path: String) throws(GitError) {
    guard !path.isEmpty, path.utf8.count <= 4_000, !path.utf8.contains(0) else {
      throw .invalidArgument("a repository path has 1 to 4000 bytes and no NUL")
    }
  }
}
