internal import CLibgit2
internal import Glibc

/// Looks at loose object files before libgit2 does.
///
/// libgit2 1.5.1 never returns from reading a loose object whose zlib stream is cut short. Our own repository can have one
/// after a disk fault, a remote folder can have one by malice; both must end in an error.
enum LooseObjects {
  /// Larger than any object that the exchange holds.
  static let maximumByteCount: UInt64 = UInt64(GitLibrary.maximumPackedObjectByteCount)

  /// - Parameter objects: the `objects` folder of a repository.
  /// - Throws: `corruptObject` if this object is loose and its file is not whole.
  static func check(_ id: GitObjectID, in objects: String) throws(GitError) {
    let hex = id.hex
    try check(file: objects + "/" + hex.prefix(2) + "/" + hex.dropFirst(2), id)
  }

  /// All loose objects of a folder that is a remote: libgit2's folder transport reads them inside this process.
  ///
  /// There are few, if any: what we push arrives in packs.
  static func checkAll(inRepository path: String) throws(GitError) {
    for objects in [path + "/objects", path + "/.git/objects"] {
      for fan in names(in: objects) where fan.utf8.count == 2 {
        for name in names(in: objects + "/" + fan) {
          guard let id = GitObjectID(hex: fan + name) else { continue }
          try check(file: objects + "/" + fan + "/" + name, id)
        }
      }
    }
  }

  private static func check(file: String, _ id: GitObjectID) throws(GitError) {
    if unsafe qapi_is_whole_zlib_file(file, maximumByteCount) == 0 {
      throw .corruptObject(id, reason: "its file \(LibraryFailure.printable(file)) is cut short or damaged")
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names
  }
}
