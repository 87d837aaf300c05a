import Archive
import Testing

@Suite("Archive: files go in and the same files come out")
struct ArchiveTests {
  @Test(arguments: [0, 1, 511, 512, 513, 1023, 1024, 65_535, 65_536, 300_000])
  func filesOfEverySizeComeBack(byteCount: Int) throws {
    let files = [
      ArchiveFile(name: "zeros", bytes: [UInt8](repeating: 0, count: byteCount)),
      ArchiveFile(name: "noise", bytes: Sample.noise(byteCount)),
    ]
    let packed = try Archive.pack(files)
    #expect(try Archive.unpack(packed, limits: Sample.limits) == files)
    #expect(try Archive.pack(files) == packed)
  }

  @Test func theOrderOfTheFilesIsKept() throws {
    let files = Array(Sample.files.reversed())
    #expect(try Archive.unpack(Archive.pack(files), limits: Sample.limits) == files)
  }

  @Test func noFilesAreAnArchiveToo() throws {
    #expect(try Archive.unpack(Archive.pack([]), limits: Sample.limits) == [])
  }

  @Test func aSmallPayloadIsSmallOnTheWire() throws {
    let files = [
      ArchiveFile(name: "manifest.json", bytes: Sample.noise(300)),
      ArchiveFile(name: "1.changeset", bytes: Sample.noise(100)),
    ]
    #expect(try Archive.pack(files).count <= 400 + 150)
  }

  @Test(arguments: [
    "", ".", "..", ".hidden", "-option", "a/b", "/a", "A", "a b", "a_b", "é", "a\0", "a\n",
    String(repeating: "a", count: 65),
  ])
  func aNameThatIsNoPlainNameIsNotPacked(name: String) {
    #expect(throws: ArchiveError.name(offset: 1024)) {
      try Archive.pack([ArchiveFile(name: "a", bytes: [1]), ArchiveFile(name: name, bytes: [])])
    }
  }

  @Test(arguments: ["a", "0", "a.b-c.9-", String(repeating: "a", count: 64)])
  func aPlainNameIsPacked(name: String) throws {
    let files = [ArchiveFile(name: name, bytes: [1])]
    #expect(try Archive.unpack(Archive.pack(files), limits: Sample.limits) == files)
  }

  @Test func oneNameIsPackedOnce() {
    #expect(throws: ArchiveError.duplicateName(offset: 512)) {
      try Archive.pack([ArchiveFile(name: "a", bytes: []), ArchiveFile(name: "a", bytes: [1])])
    }
  }

  @Test func theLimitsAreTheLastValuesTaken() throws {
    let packed = try Archive.pack(Sample.files)
    // Three headers, two blocks of content, two zero blocks; the longest name is manifest.json.
    let exact = Archive.Limits(inflatedByteCount: 7 * 512, fileCount: 3, nameByteCount: 13)
    #expect(try Archive.unpack(packed, limits: exact) == Sample.files)
    func unpack(_ change: (inout Archive.Limits) -> Void) throws -> [ArchiveFile] {
      var limits = exact
      change(&limits)
      return try Archive.unpack(packed, limits: limits)
    }
    #expect(throws: ArchiveError.inflatedLimit(7 * 512 - 1)) { try unpack { $0.inflatedByteCount -= 1 } }
    #expect(throws: ArchiveError.inflatedLimit(0)) { try unpack { $0.inflatedByteCount = 0 } }
    #expect(throws: ArchiveError.fileLimit(2)) { try unpack { $0.fileCount -= 1 } }
    #expect(throws: ArchiveError.nameLimit(12, offset: 0)) { try unpack { $0.nameByteCount -= 1 } }
  }
}
