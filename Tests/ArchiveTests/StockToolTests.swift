import Archive
import Testing

@Suite("Archive: gzip, tar and Python as judges")
struct StockToolTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(Archive.pack(Sample.files), to: "ours.tar.gz")
  }

  @Test func gzipAndTarReadOurs() throws {
    #expect(try workshop.run("gzip", "-t", "ours.tar.gz").code == 0)
    let list = try workshop.run("tar", "--numeric-owner", "--utc", "-tvzf", "ours.tar.gz")
    #expect(list.code == 0)
    let lines = String(decoding: list.output, as: UTF8.self).split(separator: "\n")
    #expect(
      lines.map { $0.split(separator: " ").joined(separator: " ") } == [
        "-rw-r--r-- 0/0 25 1970-01-01 00:00 manifest.json",
        "-rw-r--r-- 0/0 200 1970-01-01 00:00 1.changeset",
        "-rw-r--r-- 0/0 0 1970-01-01 00:00 2.changeset",
      ])
    #expect(try workshop.run("tar", "-xzf", "ours.tar.gz").code == 0)
    for file in Sample.files {
      #expect(try workshop.read(file.name) == file.bytes)
    }
  }

  @Test func stockTarWritesTheSameTarLayer() throws {
    for file in Sample.files { try workshop.write(file.bytes, to: file.name) }
    let packed = try workshop.run(
      "tar", "--format=ustar", "--blocking-factor=1", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@0",
      "--mode=0644", "-cf", "theirs.tar", "manifest.json", "1.changeset", "2.changeset")
    #expect(packed.code == 0)
    let ours = try workshop.run("gzip", "-dc", "ours.tar.gz").output
    #expect(try workshop.read("theirs.tar") == ours)
    #expect(try Archive.unpack(Stored.gzip(ours), limits: Sample.limits) == Sample.files)
  }

  @Test func pythonReadsOurs() throws {
    let script = """
      import gzip, tarfile
      data = open("ours.tar.gz", "rb").read()
      assert gzip.decompress(data)[-1024:] == bytes(1024)
      with tarfile.open("ours.tar.gz", "r:gz") as tar:
        for member in tar:
          assert member.isreg() and member.mode == 0o644 and member.mtime == member.uid == member.gid == 0
          print(member.name, tar.extractfile(member).read().hex())
      """
    let result = try workshop.run("python3", "-c", script)
    #expect(result.code == 0)
    let expected = Sample.files.map { file in
      "\(file.name) " + file.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + "\n"
    }
    #expect(String(decoding: result.output, as: UTF8.self) == expected.joined())
  }

  /// Each program makes one archive with Python's `tarfile`; only the hostile part differs from ours.
  @Test(
    arguments: [
      ("add('a')", nil),
      ("add('a', type=tarfile.SYMTYPE, linkname='/etc/passwd')", .link(offset: 0)),
      ("add('a', type=tarfile.LNKTYPE, linkname='b')", .link(offset: 0)),
      ("add('/etc/passwd')", .name(offset: 0)),
      ("add('../a')", .name(offset: 0)),
      ("add('d', type=tarfile.DIRTYPE)", .entryType(offset: 0)),
      ("add('d', type=tarfile.FIFOTYPE)", .entryType(offset: 0)),
      ("add('a', pax_headers={'comment': 'x'})", .extendedHeader(offset: 0)),
      ("add('a' * 120, format=tarfile.GNU_FORMAT)", .extendedHeader(offset: 0)),
      ("add('a', size=2 << 30)", .fileSize(offset: 0)),
      ("add('a', size=16 << 30, format=tarfile.GNU_FORMAT)", .fileSize(offset: 0)),
      ("add('a', uname='root')", .header(offset: 0)),
      ("add('a', mtime=1)", .header(offset: 0)),
      ("add('d/' * 50 + 'a', format=tarfile.USTAR_FORMAT)", .name(offset: 0)),
    ] as [(String, ArchiveError?)])
  func pythonMakesHostileArchives(program: String, error: ArchiveError?) throws {
    let script = """
      import tarfile
      out = open("theirs.tar", "wb")
      def add(name, format=tarfile.PAX_FORMAT, **fields):
        info = tarfile.TarInfo(name)
        for key, value in fields.items(): setattr(info, key, value)
        header = bytearray(info.tobuf(format))
        if header[156:157] == b"0": header[329:345] = b"0000000\\0" * 2
        header[148:156] = b" " * 8
        header[148:156] = b"%06o\\0 " % sum(header[:512])
        out.write(header)
      \(program)
      out.write(bytes(1024))
      """
    #expect(try workshop.run("python3", "-c", script).code == 0)
    let bytes = Stored.gzip(try workshop.read("theirs.tar"))
    if let error {
      #expect(throws: error) { try Archive.unpack(bytes, limits: Sample.limits) }
    } else {
      #expect(try Archive.unpack(bytes, limits: Sample.limits) == [ArchiveFile(name: "a", bytes: [])])
    }
  }

  @Test func gzipFilesOfOthersAreRefusedAtTheirHeader() throws {
    try workshop.write(try workshop.run("gzip", "-dc", "ours.tar.gz").output, to: "plain.tar")
    #expect(try workshop.run("gzip", "plain.tar").code == 0)
    let theirs = try workshop.read("plain.tar.gz")
    #expect(throws: ArchiveError.gzipHeader(offset: 3)) { try Archive.unpack(theirs, limits: Sample.limits) }
  }
}
