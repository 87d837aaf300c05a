/// One file of an archive: a name and bytes, nothing else.
public struct ArchiveFile: Hashable, Sendable {
  /// 1 to 64 of `a-z 0-9 . -`, the first a letter or a digit.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Whether a name may stand in an archive. It can be no path, no hidden file and no option of a command.
  static func isValid(name: some Collection<UInt8>) -> Bool {
    guard let first = name.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-"), name.count <= 64 else {
      return false
    }
    return name.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}
