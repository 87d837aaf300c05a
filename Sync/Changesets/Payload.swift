import Archive
public import SQLiteChangeset

/// What a changeset holds once it is decrypted: the manifest, and one SQLite changeset for each transaction.
public struct Payload: Sendable {
  public var manifest: Manifest
  /// In the order of the manifest's transactions; empty where a transaction holds only merge records.
  public var changesets: [SQLiteChangeset]

  public init(manifest: Manifest, changesets: [SQLiteChangeset]) {
    self.manifest = manifest
    self.changesets = changesets
  }

  static let manifestName = "manifest.json"

  static func changesetName(_ index: Int) -> String { "\(index + 1).changeset" }

  /// A gzip'd ustar of `manifest.json`, `1.changeset`, `2.changeset` and so on.
  public func packed() throws(SealedError) -> [UInt8] {
    try Self.pack(manifest: manifest, changesets: changesets.map(\.bytes))
  }

  /// Packs SQLite changesets that are at hand as bytes.
  public static func pack(manifest: Manifest, changesets: [[UInt8]]) throws(SealedError) -> [UInt8] {
    var files = [ArchiveFile(name: manifestName, bytes: manifest.bytes)]
    for (index, bytes) in changesets.enumerated() {
      files.append(ArchiveFile(name: changesetName(index), bytes: bytes))
    }
    do throws(ArchiveError) {
      return try Archive.pack(files)
    } catch {
      throw .payload("\(error)")
    }
  }

  /// Reads what `packed` wrote, strictly: exactly these files in this order, each within the limits of the format.
  public init(unpacking bytes: [UInt8]) throws(SealedError) {
    let limits = Archive.Limits(
      inflatedByteCount: FormatLimits.payloadByteCount, fileCount: FormatLimits.transactionCount + 1, nameByteCount: 32)
    let files: [ArchiveFile]
    do throws(ArchiveError) {
      files = try Archive.unpack(bytes, limits: limits)
    } catch {
      throw .payload("\(error)")
    }
    guard let first = files.first, first.name == Self.manifestName else {
      throw .payload("\(Self.manifestName) is not its first file")
    }
    manifest = try Manifest(first.bytes)
    guard files.count == manifest.transactions.count + 1 else {
      throw .payload("\(files.count - 1) changesets for \(manifest.transactions.count) transactions")
    }
    changesets = []
    var remaining = FormatLimits.recordCount
    for (index, file) in files.dropFirst().enumerated() {
      guard file.name == Self.changesetName(index) else { throw .payload("a file has not its name") }
      let limits = SQLiteChangeset.Limits(
        byteCount: FormatLimits.payloadByteCount, recordCount: remaining, valueByteCount: FormatLimits.valueByteCount)
      do throws(ChangesetError) {
        changesets.append(try SQLiteChangeset(decoding: file.bytes, limits: limits))
      } catch {
        throw .payload("\(file.name): \(error)")
      }
      remaining -= changesets[index].recordCount + manifest.transactions[index].merges.count
      guard remaining >= 0 else { throw .limit("more than \(FormatLimits.recordCount) writes") }
      if changesets[index].isEmpty && manifest.transactions[index].merges.isEmpty {
        throw .payload("transaction \(index + 1) writes nothing")
      }
    }
  }
}
