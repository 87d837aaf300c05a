internal import CLibgit2
internal import Glibc

/// A file for a commit's tree.
public struct GitFile: Sendable, Hashable {
  /// One path component; git's own rules apply (no `/`, not `.`, `..` or `.git`).
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension GitRepository {
  /// Writes a blob; if the repository has it already, nothing happens.
  public func writeBlob(_ bytes: [UInt8]) throws(GitError) -> GitObjectID {
    let database = try openDatabase()
    var oid = git_oid()
    let code = unsafe bytes.withUnsafeBytes {
      unsafe git_odb_write(&oid, database.raw, $0.baseAddress, $0.count, GIT_OBJECT_BLOB)
    }
    try check("write a blob", code)
    return unsafe GitObjectID(copying: oid)
  }

  /// Writes a signed commit whose tree holds exactly these files, flat, as regular files. No ref is moved.
  ///
  /// - Parameters:
  ///   - files: each name once, any order.
  ///   - parents: must be in the repository, in the order in which they shall stand.
  ///   - author: also the committer; without `<`, `>` or line ends.
  ///   - time: seconds since 1970, written as UTC.
  ///   - sign: gets the commit as it would be without a signature, and returns the armored signature for its
  ///     `gpgsig` header.
  /// - Throws: `GitError`, or what `sign` throws; then objects may remain that nothing refers to.
  public func writeCommit(
    files: [GitFile], parents: [GitObjectID], message: String, author: GitCommit.Author, time: Int64,
    sign: (_ commitContent: [UInt8]) throws -> [UInt8]
  ) throws -> GitObjectID {
    let tree = try writeTree(files)
    let content = try commitContent(tree: tree, parents: parents, message: message, author: author, time: time)
    return try writeCommit(content: content, signature: try sign(content))
  }

  /// Reads objects back from disk through a fresh object database, after flushing them once more.
  ///
  /// A loose object and its folder are flushed here; packs were flushed when libgit2 wrote them. Each object's
  /// SHA-1 is computed again from what was read.
  ///
  /// - Throws: `missingObject` or `corruptObject` for the first object that is not there in full.
  public func confirmStored(_ ids: [GitObjectID]) throws(GitError) {
    let folder = path + "/objects"
    for id in ids {
      let hex = id.hex
      let fan = folder + "/" + hex.prefix(2)
      for name in [fan + "/" + hex.dropFirst(2), fan] { try Self.flush(name) }
    }
    try Self.flush(folder)
    var database: OpaquePointer?
    try check("open \(folder)", unsafe git_odb_open(&database, folder))
    let owned = unsafe Owned(database, "git_odb_open") { unsafe git_odb_free($0) }
    for id in ids {
      try LooseObjects.check(id, in: folder)
      let (kind, byteCount) = try Self.header(of: id, in: owned)
      _ = try Self.contents(of: id, kind: kind, maximumByteCount: byteCount, in: owned)
    }
  }

  // MARK: - Steps

  private func writeTree(_ files: [GitFile]) throws(GitError) -> GitObjectID {
    guard Set(files.map(\.name)).count == files.count else {
      throw .invalidArgument("a commit cannot hold two files of one name")
    }
    var builder: OpaquePointer?
    try check("begin a tree", unsafe git_treebuilder_new(&builder, raw, nil))
    let owned = unsafe Owned(builder, "git_treebuilder_new") { unsafe git_treebuilder_free($0) }
    for file in files {
      try Self.checkText(file.name, "a file name")
      var blob = try writeBlob(file.bytes).oid
      let code = unsafe git_treebuilder_insert(nil, owned.raw, file.name, &blob, GIT_FILEMODE_BLOB)
      guard code == 0 else {
        throw .invalidArgument("\(LibraryFailure.printable(file.name)) cannot be a file name in a commit")
      }
    }
    var tree = git_oid()
    try check("write a tree", unsafe git_treebuilder_write(&tree, owned.raw))
    return unsafe GitObjectID(copying: tree)
  }

  private func commitContent(
    tree: GitObjectID, parents: [GitObjectID], message: String, author: GitCommit.Author, time: Int64
  ) throws(GitError) -> [UInt8] {
    // Written here and not by git_commit_create_buffer, which wants every parent loaded: a merge has hundreds.
    // The form is fixed by git: header lines, an empty line, the message.
    for (text, what) in [(message, "a commit message"), (author.name, "an author"), (author.email, "an address")] {
      try Self.checkText(text, what)
    }
    guard !(author.name + author.email).contains(where: { "<>\n".contains($0) }), !author.name.isEmpty else {
      throw .invalidArgument("an author has a name, without < and >, on one line")
    }
    for parent in parents { try requireKind(.commit, parent) }
    let person = "\(author.name) <\(author.email)> \(time) +0000"
    let lines =
      ["tree \(tree)"] + parents.map { "parent \($0)" } + ["author \(person)", "committer \(person)", "", message]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private func writeCommit(content: [UInt8], signature: [UInt8]) throws(GitError) -> GitObjectID {
    guard !signature.isEmpty, !signature.contains(0) else {
      throw .invalidArgument("a commit signature is armored text")
    }
    var oid = git_oid()
    let code = unsafe git_commit_create_with_signature(
      &oid, raw, String(decoding: content, as: UTF8.self), String(decoding: signature, as: UTF8.self), nil)
    try check("write a signed commit", code)
    return unsafe GitObjectID(copying: oid)
  }

  private static func checkText(_ text: String, _ what: String) throws(GitError) {
    guard !text.utf8.contains(0) else { throw .invalidArgument("\(what) has a NUL in it") }
  }

  /// Flushes one file or folder, if it is there.
  private static func flush(_ path: String) throws(GitError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return }
      throw .other(operation: "open \(path)", message: unsafe String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw .other(operation: "flush \(path)", message: unsafe String(cString: strerror(errno)))
    }
  }
}
