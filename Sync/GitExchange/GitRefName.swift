/// The ref names that this target reads and writes: a small part of what git allows.
///
/// `refs/`, then parts of `a-z 0-9 . _ -` joined by `/`, each beginning with a letter or digit; at least two parts after
/// `refs`, no `..`, no part ending in `.` or `.lock`, at most 200 bytes. No case, Unicode or escape can make two
/// names look alike or leave the folder.
enum GitRefName {
  static let maximumByteCount = 200

  static func isLawful(_ name: String) -> Bool {
    guard name.utf8.count <= maximumByteCount else { return false }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].elementsEqual("refs".utf8) else { return false }
    return parts.dropFirst().allSatisfy(isLawful(part:))
  }

  private static func isLawful(part: Substring.UTF8View) -> Bool {
    let text = String(Substring(part))
    guard let first = part.first, isLetterOrDigit(first) else { return false }
    guard !text.hasSuffix("."), !text.hasSuffix(".lock"), !text.contains("..") else { return false }
    return part.allSatisfy {
      isLetterOrDigit($0) || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func check(_ name: String) throws(GitError) {
    guard isLawful(name) else {
      throw .invalidArgument("\(LibraryFailure.printable(name)) is not a ref name that the exchange uses")
    }
  }
}

/// A list of refs, from this repository or from a remote.
public struct GitHeads: Sendable, Equatable {
  public struct Head: Sendable, Hashable {
    public let ref: String
    public let id: GitObjectID
  }

  /// Refs whose names fit the grammar, sorted by name.
  public var heads: [Head]
  /// How many other refs were there. They are never read; a caller may report them.
  public var strangeNameCount: Int

  /// - Returns: where the ref points, or `nil` if it is not in the list.
  public subscript(ref: String) -> GitObjectID? {
    heads.first { $0.ref == ref }?.id
  }
}
