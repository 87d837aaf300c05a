import Archive
import Testing

@Suite("ustar: a header is accepted only as it is written")
struct TarTests {
  private func tar(_ workshop: Workshop, _ files: [ArchiveFile] = Sample.files) throws -> [UInt8] {
    try workshop.write(Archive.pack(files), to: "a.tar.gz")
    return try workshop.run("gzip", "-dc", "a.tar.gz").output
  }

  /// Wraps a tar layer in the gzip header that is expected, by stored blocks: the tests compress nothing themselves.
  private func unpack(_ tar: [UInt8]) throws -> [ArchiveFile] {
    try Archive.unpack(Stored.gzip(tar), limits: Sample.limits)
  }

  /// Sets bytes of the header at `offset` and makes its checksum right again.
  private func edit(_ tar: inout [UInt8], header: Int = 0, at offset: Int, _ bytes: [UInt8]) {
    tar.replaceSubrange(header + offset..<header + offset + bytes.count, with: bytes)
    tar.replaceSubrange(header + 148..<header + 156, with: [UInt8](repeating: 0x20, count: 8))
    let sum = tar[header..<header + 512].reduce(0) { $0 + Int($1) }
    let digits = String(sum, radix: 8)
    let field = String(repeating: "0", count: 6 - digits.count) + digits + "\0 "
    tar.replaceSubrange(header + 148..<header + 156, with: field.utf8)
  }

  @Test func everyByteOfTheTarLayerMatters() throws {
    let tar = try tar(Workshop())
    #expect(try unpack(tar) == Sample.files)
    for index in tar.indices {
      var other = tar
      other[index] ^= 1
      // Content may be anything, as far as the tar layer goes: it then comes out changed.
      guard let unpacked = try? unpack(other) else { continue }
      #expect(unpacked != Sample.files)
      #expect(try self.tar(Workshop(), unpacked) == other)
    }
  }

  @Test(
    arguments: [
      // offset in the header, bytes, error
      (0, "Manifest.json", .name(offset: 0)),
      (0, "/anifest.json", .name(offset: 0)),
      (0, "..\0ifest.json", .name(offset: 0)),
      (0, "\0anifest.json", .name(offset: 0)),
      (13, "\0x", .header(offset: 0)),
      (100, "0000755", .header(offset: 0)),
      (107, " ", .header(offset: 0)),
      (108, "0001750", .header(offset: 0)),
      (116, "0001750", .header(offset: 0)),
      (124, "20000000000", .fileSize(offset: 0)),
      (124, "00000010000", .fileSize(offset: 0)),
      (124, "         31", .fileSize(offset: 0)),
      (124, "-0000000031", .fileSize(offset: 0)),
      (135, " ", .header(offset: 0)),
      (136, "00000000001", .header(offset: 0)),
      (156, "\0", .entryType(offset: 0)),
      (156, "1", .link(offset: 0)),
      (156, "2", .link(offset: 0)),
      (156, "3", .entryType(offset: 0)),
      (156, "5", .entryType(offset: 0)),
      (156, "7", .entryType(offset: 0)),
      (156, "x", .extendedHeader(offset: 0)),
      (156, "g", .extendedHeader(offset: 0)),
      (156, "L", .extendedHeader(offset: 0)),
      (156, "K", .extendedHeader(offset: 0)),
      (157, "a", .header(offset: 0)),
      (257, "ustar  ", .header(offset: 0)),
      (263, "01", .header(offset: 0)),
      (265, "root", .header(offset: 0)),
      (297, "root", .header(offset: 0)),
      (329, "0000001", .header(offset: 0)),
      (345, "prefix", .header(offset: 0)),
      (511, "a", .header(offset: 0)),
    ] as [(Int, String, ArchiveError)])
  func aHeaderThatWeWouldNotWriteIsRefused(offset: Int, text: String, error: ArchiveError) throws {
    var tar = try tar(Workshop())
    edit(&tar, at: offset, Array(text.utf8))
    #expect(throws: error) { try unpack(tar) }
  }

  @Test func anotherSpellingOfTheChecksumIsRefused() throws {
    let tar = try tar(Workshop())
    var other = tar
    other[155] = 0
    #expect(throws: ArchiveError.header(offset: 0)) { try unpack(other) }
    other = tar
    other[153] ^= 1
    #expect(throws: ArchiveError.headerChecksum(offset: 0)) { try unpack(other) }
  }

  @Test func aSecondFileOfOneNameIsRefused() throws {
    var tar = try tar(Workshop())
    edit(&tar, header: 2048, at: 0, Array("1".utf8))
    #expect(throws: ArchiveError.duplicateName(offset: 2048)) { try unpack(tar) }
  }

  @Test func paddingIsZero() throws {
    var tar = try tar(Workshop())
    tar[1023] = 1
    #expect(throws: ArchiveError.padding(offset: 1023)) { try unpack(tar) }
  }

  @Test func theEndIsExactlyTwoZeroBlocks() throws {
    let tar = try tar(Workshop())
    let end = tar.count - 1024
    let zeros = [UInt8](repeating: 0, count: 512)
    #expect(throws: ArchiveError.endOfArchive(offset: end)) { try unpack(tar + zeros) }
    #expect(throws: ArchiveError.endOfArchive(offset: end)) { try unpack(tar + [0]) }
    #expect(throws: ArchiveError.endOfArchive(offset: end)) { try unpack(tar.dropLast(512)) }
    #expect(throws: ArchiveError.tarTruncated(offset: end)) { try unpack(tar.dropLast(1024)) }
    #expect(throws: ArchiveError.endOfArchive(offset: 0)) { try unpack(zeros + tar) }
    var other = tar
    other[tar.count - 1] = 1
    #expect(throws: ArchiveError.endOfArchive(offset: end)) { try unpack(other) }
  }
}
