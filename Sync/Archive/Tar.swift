/// The tar layer: header and content of each file in turn, filled up to whole blocks, then two zero blocks.
enum Tar {
  private static let blockByteCount = 512
  private static let zeros = [UInt8](repeating: 0, count: 2 * blockByteCount)

  /// The two zero blocks after the last file.
  static var end: [UInt8] { zeros }

  /// The zero bytes that fill the last block of a file.
  static func padding(after byteCount: Int) -> [UInt8] {
    [UInt8](zeros[..<paddingByteCount(after: byteCount)])
  }

  private static func paddingByteCount(after byteCount: Int) -> Int {
    -byteCount & (blockByteCount - 1)
  }

  static func byteCount(of files: [ArchiveFile]) -> Int {
    files.reduce(end.count) { sum, file in
      sum + TarHeader.byteCount + file.bytes.count + paddingByteCount(after: file.bytes.count)
    }
  }

  /// Checks that files can be written so that they will be read.
  static func check(_ files: [ArchiveFile]) throws(ArchiveError) {
    var names: Set<String> = []
    var offset = 0
    for file in files {
      guard ArchiveFile.isValid(name: file.name.utf8) else { throw .name(offset: offset) }
      guard names.insert(file.name).inserted else { throw .duplicateName(offset: offset) }
      guard file.bytes.count <= TarHeader.maximumFileByteCount else { throw .fileSize(offset: offset) }
      offset += TarHeader.byteCount + file.bytes.count + paddingByteCount(after: file.bytes.count)
    }
  }

  /// Reads the whole layer; each file costs one copy of its content.
  static func files(in tar: borrowing ByteBuffer, limits: Archive.Limits) throws(ArchiveError) -> [ArchiveFile] {
    var files: [ArchiveFile] = []
    var names: Set<String> = []
    var offset = 0
    while true {
      guard tar.count - offset >= blockByteCount else { throw .tarTruncated(offset: offset) }
      let block = tar.copy(offset..<offset + blockByteCount)
      if block.allSatisfy({ $0 == 0 }) { break }
      guard files.count < limits.fileCount else { throw .fileLimit(limits.fileCount) }

      let header = try TarHeader(block, at: offset)
      guard header.name.utf8.count <= limits.nameByteCount else {
        throw .nameLimit(limits.nameByteCount, offset: offset)
      }
      guard names.insert(header.name).inserted else { throw .duplicateName(offset: offset) }
      let start = offset + blockByteCount
      let padding = paddingByteCount(after: header.byteCount)
      guard header.byteCount + padding <= tar.count - start else { throw .fileSize(offset: offset) }
      let end = start + header.byteCount
      if let position = tar.firstNonZero(in: end..<end + padding) { throw .padding(offset: position) }
      files.append(ArchiveFile(name: header.name, bytes: tar.copy(start..<end)))
      offset = end + padding
    }
    guard tar.count - offset == Self.end.count, tar.firstNonZero(in: offset..<tar.count) == nil else {
      throw .endOfArchive(offset: offset)
    }
    return files
  }
}
