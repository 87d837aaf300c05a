import Archive
import Testing

@Suite("RFC 1952: one gzip member, with nothing to choose but the compression")
struct GzipTests {
  /// Refused, or the same files: no flipped bit gives other files. The header is fixed, CRC-32 and length guard the
  /// content, and unused bits must be zero. What is left is that deflate can say one thing in several ways: in a run of
  /// zeros any distance copies a zero, and the code of a symbol that never comes may be of any length.
  @Test(arguments: [
    Sample.files, [], [ArchiveFile(name: "noise", bytes: Sample.noise(2000))],
    [ArchiveFile(name: "text", bytes: Array(String(repeating: "one plain sentence, ", count: 30).utf8))],
  ])
  func noBitFlipGivesOtherFiles(files: [ArchiveFile]) throws {
    let packed = try Archive.pack(files)
    var accepted: [Int] = []
    for (bit, flipped) in packed.bitFlips.enumerated() {
      guard let unpacked = try? Archive.unpack(flipped, limits: Sample.limits) else { continue }
      #expect(unpacked == files)
      accepted.append(bit)
    }
    // Not one bit of the header, of the trailer, or after the last block.
    #expect(accepted.allSatisfy { $0 >= 8 * 10 && $0 < 8 * (packed.count - 9) })
    #expect(accepted.count < packed.count)
  }

  @Test func noTruncationIsUnpacked() throws {
    let packed = try Archive.pack(Sample.files)
    for count in 0..<packed.count {
      #expect(throws: ArchiveError.self) { try Archive.unpack(Array(packed[..<count]), limits: Sample.limits) }
    }
    #expect(throws: ArchiveError.truncated) { try Archive.unpack([], limits: Sample.limits) }
    #expect(throws: ArchiveError.truncated) { try Archive.unpack(Array(packed[..<100]), limits: Sample.limits) }
  }

  @Test(arguments: [[0], [1], [0, 0, 0, 0, 0, 0, 0, 0, 0], Array("trailing".utf8)] as [[UInt8]])
  func nothingMayFollow(bytes: [UInt8]) throws {
    let packed = try Archive.pack(Sample.files)
    #expect(throws: ArchiveError.trailingBytes(offset: packed.count)) {
      try Archive.unpack(packed + bytes, limits: Sample.limits)
    }
  }

  @Test func aSecondMemberIsRefused() throws {
    for second in [try Archive.pack(Sample.files), try Archive.pack([])] {
      let packed = try Archive.pack(Sample.files)
      #expect(throws: ArchiveError.trailingBytes(offset: packed.count)) {
        try Archive.unpack(packed + second, limits: Sample.limits)
      }
    }
  }

  @Test(arguments: 0..<10)
  func theHeaderIsFixed(offset: Int) throws {
    let packed = try Archive.pack(Sample.files)
    #expect(Array(packed[..<10]) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
    var other = packed
    other[offset] ^= 1
    #expect(throws: ArchiveError.gzipHeader(offset: offset)) { try Archive.unpack(other, limits: Sample.limits) }
  }

  @Test func checksumAndLengthAreChecked() throws {
    let packed = try Archive.pack(Sample.files)
    var other = packed
    other[packed.count - 8] ^= 1
    #expect(throws: ArchiveError.checksum) { try Archive.unpack(other, limits: Sample.limits) }
    for length in [0, 1, 3583, 3585, 1 << 20, 1 << 31] {
      other = packed
      for index in 0..<4 { other[packed.count - 4 + index] = UInt8(length >> (8 * index) & 255) }
      #expect(throws: ArchiveError.length) { try Archive.unpack(other, limits: Sample.limits) }
    }
  }

  @Test func aBombStopsAtTheLimit() throws {
    let bomb = try Archive.pack([ArchiveFile(name: "zeros", bytes: [UInt8](repeating: 0, count: 20_000_000))])
    #expect(bomb.count < 20_000_000 / 900)
    #expect(throws: ArchiveError.inflatedLimit(1 << 20)) { try Archive.unpack(bomb, limits: Sample.limits) }
    // One that says it is small.
    var liar = bomb
    liar.replaceSubrange(bomb.count - 4..<bomb.count, with: [0, 4, 0, 0])
    #expect(throws: ArchiveError.inflatedLimit(1 << 20)) { try Archive.unpack(liar, limits: Sample.limits) }
  }

  @Test(
    arguments: [
      // deflate data, the offset at which it is refused
      ([0b0000_0111], 11),  // a block of type 3
      ([0b0000_1001, 0, 0, 0xff, 0xff], 10),  // a stored block with a bit set before its length
      ([0b0000_0001, 0, 0, 0xff, 0xfe], 15),  // a stored block whose two lengths disagree
      ([0b0000_0011, 0b0000_0100], 11),  // an empty last block with a bit set after it
      ([0b0000_0000, 0, 0, 0xff, 0xff, 0b0001_0001, 0, 0, 0xff, 0xff], 15),  // as the second, in a second block
    ] as [([UInt8], Int)])
  func bitsThatAreInvalidOrCarryNothingAreRefused(deflated: [UInt8], offset: Int) {
    let bytes = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255] + deflated + [UInt8](repeating: 0, count: 8)
    #expect(throws: ArchiveError.damaged(offset: offset)) { try Archive.unpack(bytes, limits: Sample.limits) }
  }

  @Test(arguments: [[0b0000_0001, 0, 0, 0xff, 0xff], [0b0000_0011, 0]] as [[UInt8]])
  func noContentIsNoArchive(deflated: [UInt8]) {
    let bytes = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255] + deflated + [UInt8](repeating: 0, count: 8)
    #expect(throws: ArchiveError.tarTruncated(offset: 0)) { try Archive.unpack(bytes, limits: Sample.limits) }
  }
}
