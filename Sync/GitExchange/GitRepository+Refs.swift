internal import CLibgit2

extension GitRepository {
  /// - Returns: where the ref points, or `nil` if there is no such ref.
  /// - Throws: `invalidArgument` for a name outside the grammar, `other` for a ref that cannot be read.
  public func head(of ref: String) throws(GitError) -> GitObjectID? {
    try GitRefName.check(ref)
    var oid = git_oid()
    let code = unsafe git_reference_name_to_id(&oid, raw, ref)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    try check("read \(ref)", code)
    return unsafe GitObjectID(copying: oid)
  }

  /// - Parameter prefix: `refs/` or a folder below it, such as `refs/heads/nodes/`; ends in `/`.
  /// - Returns: the refs below the prefix whose names fit the grammar; symbolic refs count as strange.
  public func heads(under prefix: String) throws(GitError) -> GitHeads {
    guard prefix.hasSuffix("/"), GitRefName.isLawful(prefix + "x/x") else {
      throw .invalidArgument("\(LibraryFailure.printable(prefix)) is not a folder of refs, such as refs/heads/nodes/")
    }
    var iterator: OpaquePointer?
    try check("list \(prefix)", unsafe git_reference_iterator_glob_new(&iterator, raw, prefix + "*"))
    let owned = unsafe Owned(iterator, "git_reference_iterator") { unsafe git_reference_iterator_free($0) }
    var found = GitHeads(heads: [], strangeNameCount: 0)
    while true {
      var next: OpaquePointer?
      let code = unsafe git_reference_next(&next, owned.raw)
      if code == GIT_ITEROVER.rawValue { break }
      try check("list \(prefix)", code)
      let ref = unsafe Owned(next, "git_reference_next") { unsafe git_reference_free($0) }
      let name = unsafe String(cString: git_reference_name(ref.raw))
      if GitRefName.isLawful(name), let target = unsafe git_reference_target(ref.raw) {
        found.heads.append(.init(ref: name, id: unsafe GitObjectID(copying: target.pointee)))
      } else {
        found.strangeNameCount += 1
      }
    }
    found.heads.sort { $0.ref < $1.ref }
    return found
  }

  /// Moves a ref if, and only if, it is where the caller last saw it.
  ///
  /// - Parameter expected: `nil` if there must be no such ref yet.
  /// - Throws: `refMoved` if the ref is elsewhere; `missingObject` if `id` is not in the repository.
  public func setHead(_ ref: String, to id: GitObjectID, expecting expected: GitObjectID?) throws(GitError) {
    try GitRefName.check(ref)
    _ = try objectSize(id)
    var oid = id.oid
    var made: OpaquePointer?
    let code =
      if let expected {
        unsafe withUnsafePointer(to: expected.oid) { old in
          unsafe git_reference_create_matching(&made, raw, ref, &oid, 1, old, nil)
        }
      } else {
        unsafe git_reference_create(&made, raw, ref, &oid, 0, nil)
      }
    unsafe git_reference_free(made)
    switch code {
    case GIT_EEXISTS.rawValue, GIT_EMODIFIED.rawValue, GIT_ENOTFOUND.rawValue: throw .refMoved(ref: ref)
    default: try check("set \(ref)", code)
    }
  }
}
