import Archive

/// Files and limits that most tests use.
enum Sample {
  static let limits = Archive.Limits(inflatedByteCount: 1 << 20, fileCount: 100, nameByteCount: 64)

  static let files = [
    ArchiveFile(name: "manifest.json", bytes: Array(#"{"format":1,"sequence":7}"#.utf8)),
    ArchiveFile(name: "1.changeset", bytes: (0..<200).map { UInt8($0 * 31 & 255) }),
    ArchiveFile(name: "2.changeset", bytes: []),
  ]

  /// Bytes that do not compress, the same in every run.
  static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state >> 24)
    }
  }
}

extension [UInt8] {
  /// Every copy that differs in one bit.
  var bitFlips: some Sequence<[UInt8]> {
    (0..<8 * count).lazy.map { bit in
      var copy = self
      copy[bit / 8] ^= 1 << UInt8(bit % 8)
      return copy
    }
  }
}
