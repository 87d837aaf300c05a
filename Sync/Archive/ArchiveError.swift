/// Why an archive was refused.
///
/// Offsets count bytes: of the gzip file in the first group, of the tar layer in the second.
public enum ArchiveError: Error, Hashable, Sendable {
  /// The gzip header is not the ten bytes that are always written.
  case gzipHeader(offset: Int)
  /// The file ends before the compressed stream does.
  case truncated
  /// The compressed stream is not valid, or has bits set that carry nothing.
  case damaged(offset: Int)
  /// Something follows the one gzip member.
  case trailingBytes(offset: Int)
  /// The CRC-32 in the gzip trailer does not fit the content.
  case checksum
  /// The length in the gzip trailer does not fit the content.
  case length
  /// The content inflates to more than the limit, in bytes.
  case inflatedLimit(Int)

  /// The tar layer ends before its two zero blocks.
  case tarTruncated(offset: Int)
  /// The checksum of a tar header is wrong.
  case headerChecksum(offset: Int)
  /// A tar header has a field that differs from what is always written: format, mode, owner, time, or unused bytes.
  case header(offset: Int)
  /// An entry is a hard or symbolic link.
  case link(offset: Int)
  /// An entry is a pax header, or a long name of GNU tar.
  case extendedHeader(offset: Int)
  /// An entry is neither a file nor one of the above: a directory, a device, or unknown.
  case entryType(offset: Int)
  /// A name is not 1 to 64 of `a-z 0-9 . -` with a letter or digit first: a path, for example.
  case name(offset: Int)
  /// A name is longer than the limit, in bytes.
  case nameLimit(Int, offset: Int)
  /// Two files have one name.
  case duplicateName(offset: Int)
  /// The size of a file is not written in eleven octal digits, or is larger than what the archive has left.
  case fileSize(offset: Int)
  /// The bytes that fill the last block of a file are not zero.
  case padding(offset: Int)
  /// There are more files than the limit.
  case fileLimit(Int)
  /// The archive does not end with exactly two zero blocks.
  case endOfArchive(offset: Int)
}

extension ArchiveError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .gzipHeader(let offset): "not our gzip header at byte \(offset); \(Self.again)"
    case .truncated: "the compressed stream is cut short; \(Self.again)"
    case .damaged(let offset): "the compressed stream is damaged at byte \(offset); \(Self.again)"
    case .trailingBytes(let offset): "something follows the archive at byte \(offset); \(Self.again)"
    case .checksum: "the checksum of the content is wrong; \(Self.again)"
    case .length: "the length of the content is wrong; \(Self.again)"
    case .inflatedLimit(let limit):
      "the content inflates to more than \(limit) bytes; ask its author for less at a time"
    case .tarTruncated(let offset): "the tar layer is cut short at byte \(offset); \(Self.again)"
    case .headerChecksum(let offset): "wrong checksum of the tar header at byte \(offset); \(Self.again)"
    case .header(let offset): "a field of the tar header differs at byte \(offset); \(Self.repack)"
    case .link(let offset): "a link in the tar header at byte \(offset); \(Self.repack)"
    case .extendedHeader(let offset): "an extended tar header at byte \(offset); \(Self.repack)"
    case .entryType(let offset): "an entry that is not a file in the tar header at byte \(offset); \(Self.repack)"
    case .name(let offset):
      "a name outside [a-z0-9][a-z0-9.-]{0,63} in the tar header at byte \(offset); \(Self.repack)"
    case .nameLimit(let limit, let offset):
      "a name of more than \(limit) bytes in the tar header at byte \(offset); use shorter names"
    case .duplicateName(let offset): "a name stands a second time in the tar header at byte \(offset); \(Self.repack)"
    case .fileSize(let offset): "an impossible file size in the tar header at byte \(offset); \(Self.repack)"
    case .padding(let offset): "padding that is not zero at byte \(offset) of the tar layer; \(Self.repack)"
    case .fileLimit(let limit): "more than \(limit) files; ask the author for fewer at a time"
    case .endOfArchive(let offset): "not exactly two zero blocks at the end, byte \(offset); \(Self.repack)"
    }
  }

  private static let again = "fetch the archive again"
  private static let repack = "pack the files again with this program"
}
