/// A gzip'd ustar in one fixed form: the stock `tar` reads it, and only what ``pack(_:)`` could have written is read.
///
/// The law: for the tar layer, what unpacks, packs to the same bytes. The gzip layer has a fixed header, one member and
/// no slack bits; the choice among the many ways to compress the same bytes is left to the writer.
public enum Archive {
  /// What a reader is ready to take, checked before memory is taken.
  public struct Limits: Hashable, Sendable {
    /// The tar layer: 512 bytes a file, its content rounded up to 512, and 1,024 at the end.
    public var inflatedByteCount: Int
    public var fileCount: Int
    /// The longest name; names of more than 64 bytes are never read.
    public var nameByteCount: Int

    public init(inflatedByteCount: Int, fileCount: Int, nameByteCount: Int) {
      self.inflatedByteCount = inflatedByteCount
      self.fileCount = fileCount
      self.nameByteCount = nameByteCount
    }
  }

  /// Packs files in the order given. The same files give the same bytes with the same release of zlib.
  ///
  /// - Parameter files: names are unique and as ``ArchiveFile/name`` says; each file is smaller than 8 GiB.
  /// - Throws: `ArchiveError.name`, `.duplicateName` or `.fileSize`, with the offset in the tar layer.
  public static func pack(_ files: [ArchiveFile]) throws(ArchiveError) -> [UInt8] {
    try Tar.check(files)
    return Gzip.deflate(byteCount: Tar.byteCount(of: files)) { deflater in
      for file in files {
        deflater.write(TarHeader(name: file.name, byteCount: file.bytes.count).bytes)
        deflater.write(file.bytes)
        deflater.write(Tar.padding(after: file.bytes.count))
      }
      deflater.write(Tar.end)
    }
  }

  /// Unpacks what ``pack(_:)`` could have written, all of it or none.
  ///
  /// Memory: no buffer is larger than the inflated limit. An honest archive takes its tar layer once, without growing,
  /// and its files once.
  ///
  /// - Throws: `ArchiveError`, at the first byte that is not as it must be.
  public static func unpack(_ bytes: [UInt8], limits: Limits) throws(ArchiveError) -> [ArchiveFile] {
    let tar = try Gzip.inflate(bytes, maximumByteCount: limits.inflatedByteCount)
    return try Tar.files(in: tar, limits: limits)
  }
}
