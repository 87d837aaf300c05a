internal import CLibgit2
internal import Glibc

/// libgit2 as this process uses it: started once, with settings of ours and nobody else's.
public enum GitLibrary {
  /// Whether objects, packs and refs are flushed to disk as they are written. On unless switched off.
  ///
  /// The setting is libgit2's, so it is the whole process's. Off is for tests and for repositories that can be made
  /// again from another.
  public static func setFlushing(_ isOn: Bool) {
    start()
    _ = qapi_git_enable_fsync(isOn ? 1 : 0)
  }

  /// Must come before every other call into libgit2.
  static func start() { _ = isReady }

  /// A single object in a pack from a remote: no attachment or batch of ours comes near.
  static let maximumPackedObjectByteCount = 256 << 20
  /// A pack from a remote: more than ten years of every agency.
  static let maximumPackedObjectCount = 20_000_000

  private static let isReady: Bool = {
    guard git_libgit2_init() > 0 else { fatalError("git_libgit2_init failed") }
    // No system, user, XDG or program configuration: it can rewrite URLs, name proxies and change what is trusted.
    for level in [GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL]
    {
      _ = unsafe qapi_git_set_search_path(level.rawValue, "")
    }
    _ = qapi_git_enable_fsync(1)
    // Git refuses folders of another user because their configuration and hooks could run commands. libgit2 runs
    // neither, we never check files out, and a shared folder is a lawful exchange: so its owner may be anybody.
    _ = qapi_git_set_owner_validation(0)
    _ = qapi_git_set_pack_max_objects(maximumPackedObjectCount)
    _ = qapi_git_set_pack_max_object_size(maximumPackedObjectByteCount)
    LimitedStream.register()
    return true
  }()
}

/// What libgit2 said of the last failed call of this thread.
struct LibraryFailure {
  let code: Int32
  let kind: UInt32
  let message: String

  /// libgit2 keeps one message per thread: this must run before any other call.
  init(code: Int32) {
    self.code = code
    if let last = unsafe git_error_last() {
      kind = unsafe UInt32(bitPattern: last.pointee.klass)
      message = unsafe Self.printable(String(cString: last.pointee.message))
    } else {
      kind = GIT_ERROR_NONE.rawValue
      message = "libgit2 failed with code \(code)"
    }
  }

  func isOf(_ kinds: git_error_t...) -> Bool { kinds.contains { $0.rawValue == kind } }

  /// Text from elsewhere, fit for a message: one line, no control characters, at most 400 characters.
  static func printable(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format ? " " : scalar
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars.prefix(400))
    while result.last == " " { result.removeLast() }
    return result
  }
}

/// Throws unless the call succeeded.
func check(_ operation: String, _ code: Int32) throws(GitError) {
  guard code < 0 else { return }
  throw .other(operation: operation, message: LibraryFailure(code: code).message)
}

/// The bytes of a C string, as they are: they need not be UTF-8.
@unsafe func bytes(ofText text: UnsafePointer<CChar>?) -> [UInt8] {
  guard let text = unsafe text else { return [] }
  return unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
}

/// Owns one C object of libgit2 and frees it when the value ends.
@safe struct Owned: ~Copyable {
  let raw: OpaquePointer
  private let free: (OpaquePointer) -> Void

  /// Takes over what a successful call handed out.
  init(_ raw: OpaquePointer?, _ operation: String, free: @escaping (OpaquePointer) -> Void) {
    guard let raw = unsafe raw else { fatalError("\(operation): success, but nothing was handed out") }
    unsafe self.raw = raw
    unsafe self.free = free
  }

  deinit { unsafe free(raw) }
}

/// Owns the memory of a `git_buf` and copies it out.
@safe struct OwnedBuffer: ~Copyable {
  private let raw: UnsafeMutablePointer<git_buf>

  init() {
    unsafe raw = .allocate(capacity: 1)
    unsafe raw.initialize(to: git_buf())
  }

  deinit {
    unsafe git_buf_dispose(raw)
    unsafe raw.deallocate()
  }

  borrowing func fill(_ body: (UnsafeMutablePointer<git_buf>) -> Int32) -> Int32 { unsafe body(raw) }

  var bytes: [UInt8] {
    unsafe raw.pointee.ptr.map { start in
      unsafe Array(UnsafeRawBufferPointer(start: start, count: raw.pointee.size))
    } ?? []
  }
}

extension GitObjectID {
  @unsafe init(copying oid: git_oid) {
    let bytes = unsafe withUnsafeBytes(of: oid) { unsafe Array($0) }
    guard let id = GitObjectID(bytes: bytes) else { fatalError("git_oid is \(bytes.count) bytes") }
    self = id
  }

  /// A copy in C form.
  var oid: git_oid {
    var oid = git_oid()
    unsafe withUnsafeMutableBytes(of: &oid) { unsafe $0.copyBytes(from: bytes) }
    return oid
  }
}
