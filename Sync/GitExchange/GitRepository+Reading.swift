internal import CLibgit2

/// One line of a tree, as it stands there: the caller decides whether the name and mode are lawful.
public struct GitTreeEntry: Sendable, Hashable {
  /// Bytes, never empty, without NUL; possibly `..`, `.git`, not UTF-8, or a duplicate of another entry's.
  public let name: [UInt8]
  /// The mode as written, such as 0o100644 for a regular file, 0o120000 for a symbolic link.
  public let mode: UInt32
  public let id: GitObjectID

  /// Whether this is a regular file that is not executable, the only kind that the exchange uses.
  public var isRegularBlob: Bool { mode == 0o100644 }
}

extension GitRepository {
  /// Kind and size in bytes, from the object's header: its contents are not read.
  public func objectSize(_ id: GitObjectID) throws(GitError) -> (kind: GitObjectKind, byteCount: Int) {
    // Every read begins here or in `blob`.
    try LooseObjects.check(id, in: path + "/objects")
    let database = try openDatabase()
    return try Self.header(of: id, in: database)
  }

  /// - Returns: the contents, once their SHA-1 was found to be `id`.
  /// - Throws: `unexpectedKind`, `limitExceeded` before anything is read; `missingObject`, `corruptObject`.
  public func blob(_ id: GitObjectID, maximumByteCount: Int) throws(GitError) -> [UInt8] {
    try LooseObjects.check(id, in: path + "/objects")
    let database = try openDatabase()
    return try Self.contents(of: id, kind: .blob, maximumByteCount: maximumByteCount, in: database)
  }

  /// The lines of a commit's top tree, in the order in which they stand; folders are not entered.
  ///
  /// - Throws: `limitExceeded` if there are more than `maximumCount`, or if the tree is larger than that many lines
  ///   with 255-byte names, which is found before the tree is read; `corruptObject` for what is no tree.
  public func entries(ofTreeOf commit: GitObjectID, maximumCount: Int) throws(GitError) -> [GitTreeEntry] {
    let tree = try self.commit(commit).tree
    let (_, byteCount) = try requireKind(.tree, tree)
    let longestLine = 300
    guard byteCount / longestLine <= maximumCount else {
      throw .limitExceeded(what: "the number of \(longestLine)-byte lines that tree \(tree) holds", limit: maximumCount)
    }
    var oid = tree.oid
    var found: OpaquePointer?
    let code = unsafe git_tree_lookup(&found, raw, &oid)
    try Self.checkObject(tree, code)
    let owned = unsafe Owned(found, "git_tree_lookup") { unsafe git_tree_free($0) }
    let count = unsafe git_tree_entrycount(owned.raw)
    guard count <= maximumCount else {
      throw .limitExceeded(what: "the number of entries in tree \(tree)", limit: maximumCount)
    }
    return (0..<count).map { index in
      let entry = unsafe git_tree_entry_byindex(owned.raw, index)
      return unsafe GitTreeEntry(
        name: bytes(ofText: git_tree_entry_name(entry)),
        mode: UInt32(git_tree_entry_filemode_raw(entry).rawValue),
        id: GitObjectID(copying: git_tree_entry_id(entry).pointee))
    }
  }

  // MARK: - For this target

  /// The repository's object database.
  func openDatabase() throws(GitError) -> Owned {
    var database: OpaquePointer?
    try check("open the objects of \(path)", unsafe git_repository_odb(&database, raw))
    return unsafe Owned(database, "git_repository_odb") { unsafe git_odb_free($0) }
  }

  @discardableResult
  func requireKind(
    _ kind: GitObjectKind, _ id: GitObjectID
  ) throws(GitError) -> (kind: GitObjectKind, byteCount: Int) {
    let header = try objectSize(id)
    guard header.kind == kind else { throw .unexpectedKind(id, expected: kind, found: header.kind) }
    return header
  }

  static func header(
    of id: GitObjectID, in database: borrowing Owned
  ) throws(GitError) -> (kind: GitObjectKind, byteCount: Int) {
    var oid = id.oid
    var byteCount = 0
    var type = GIT_OBJECT_INVALID
    try checkObject(id, unsafe git_odb_read_header(&byteCount, &type, database.raw, &oid))
    guard byteCount >= 0 else { throw .corruptObject(id, reason: "its size is not a number") }
    return (try kind(type, of: id), byteCount)
  }

  static func contents(
    of id: GitObjectID, kind expected: GitObjectKind, maximumByteCount: Int, in database: borrowing Owned
  ) throws(GitError) -> [UInt8] {
    let (kind, byteCount) = try header(of: id, in: database)
    guard kind == expected else { throw .unexpectedKind(id, expected: expected, found: kind) }
    guard byteCount <= maximumByteCount else {
      throw .limitExceeded(what: "the size of object \(id)", limit: maximumByteCount)
    }
    var oid = id.oid
    var object: OpaquePointer?
    try checkObject(id, unsafe git_odb_read(&object, database.raw, &oid))
    let owned = unsafe Owned(object, "git_odb_read") { unsafe git_odb_object_free($0) }
    return unsafe Array(
      UnsafeRawBufferPointer(start: git_odb_object_data(owned.raw), count: git_odb_object_size(owned.raw)))
  }

  static func checkObject(_ id: GitObjectID, _ code: Int32) throws(GitError) {
    guard code < 0 else { return }
    let failure = LibraryFailure(code: code)
    if code == GIT_ENOTFOUND.rawValue { throw .missingObject(id) }
    if failure.isOf(GIT_ERROR_OS, GIT_ERROR_NOMEMORY) {
      throw .other(operation: "read object \(id)", message: failure.message)
    }
    throw .corruptObject(id, reason: failure.message)
  }

  private static func kind(_ type: git_object_t, of id: GitObjectID) throws(GitError) -> GitObjectKind {
    switch type {
    case GIT_OBJECT_COMMIT: .commit
    case GIT_OBJECT_TREE: .tree
    case GIT_OBJECT_BLOB: .blob
    case GIT_OBJECT_TAG: .tag
    default: throw .corruptObject(id, reason: "it is of no known kind")
    }
  }
}
