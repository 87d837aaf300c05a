import SQLiteChangeset
import Testing

// SQLite 3.40.1 crashes or hangs on some of these; ours must answer each within the time of one pass over the bytes.
@Suite("Hostile bytes", .timeLimit(.minutes(1)))
struct HostileTests {
  /// Inserts, an update and deletes in two tables, with every type and a long value: 400 bytes that decode.
  private static func valid() throws -> SQLiteChangeset {
    let first = ChangesetTable(name: "first", primaryKey: [1, 2, 0, 0])!
    let second = ChangesetTable(name: "second", primaryKey: [0, 1])!
    var writer = ChangesetWriter(tables: ["first", "second"])
    try writer.insert(into: first, [.text("kern"), .integer(1), .text("Zoë's line"), .blob([1, 2, 3])])
    try writer.update(first, old: [.text("kern"), .integer(2), .null, nil], new: [nil, nil, .text("new"), nil])
    try writer.delete(from: first, [.text("inyo"), .integer(-1), .null, .null])
    try writer.insert(into: second, [.text(String(repeating: "é", count: 80)), .blob([0])])
    try writer.update(second, old: [.integer(7), .blob([1])], new: [.integer(8), nil])
    return try writer.finish()
  }

  @Test(
    "The bytes that crash or hang SQLite 3.40.1",
    arguments: [
      ("540401000000743100177e0072286565286565", .indirect, 10),
      ("5404010000007431001700" + "0072286565286565", .fieldType, 12),
      ("54", .truncated, 1),
    ] as [(String, ChangesetError.Rule, Int)])
  func known(hex: String, rule: ChangesetError.Rule, offset: Int) {
    let digits = Array(hex)
    let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0..<$0 + 2]), radix: 16)! }
    #expect {
      _ = try SQLiteChangeset(decoding: bytes)
    } throws: { ($0 as? ChangesetError)?.rule == rule && ($0 as? ChangesetError)?.offset == offset }
  }

  /// Decodes, or is refused within its bounds; what decodes keeps the law.
  private func judge(_ bytes: [UInt8]) throws -> Bool {
    let changeset: SQLiteChangeset
    do {
      changeset = try SQLiteChangeset(decoding: bytes)
    } catch {
      #expect((0...bytes.count).contains(error.offset))
      return false
    }
    #expect(changeset.bytes == bytes)
    #expect(try changeset.rewritten() == bytes)
    return true
  }

  @Test func everyFlippedBitIsRefusedOrKeepsTheLaw() throws {
    let bytes = try Self.valid().bytes
    var accepted = 0
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        accepted += try judge(flipped) ? 1 : 0
      }
    }
    // Most flips within values are other values; the signature is what tells them apart.
    #expect(accepted > 500 && accepted < bytes.count * 8)
  }

  @Test func everyTruncationIsRefusedUnlessARecordEndsThere() throws {
    let bytes = try Self.valid().bytes
    let accepted = try bytes.indices.filter { try judge(Array(bytes[..<$0])) }
    // The empty one, after each record of the first table, and after the first record of the second.
    #expect(accepted.count == 5)
  }

  @Test func everyReplacedByteIsRefusedOrKeepsTheLaw() throws {
    let bytes = try Self.valid().bytes
    for index in bytes.indices {
      for replacement in [0x00, 0x01, 0x05, 0x12, 0x17, 0x54, 0x7F, 0x80, 0xFF] as [UInt8] {
        var replaced = bytes
        replaced[index] = replacement
        _ = try judge(replaced)
      }
    }
  }

  @Test func randomBytesAreRefused() throws {
    var seed = Seed(5)
    for _ in 0..<20_000 {
      // Bytes that the format knows, so that some get far.
      let known: [UInt8] = [0, 1, 2, 3, 4, 5, 9, 18, 23, 0x54, 0x61, 0x80]
      let head: [UInt8] = Bool.random(using: &seed) ? [0x54, 2, 1, 0, 0x61, 0] : []
      let tail = (0..<Int.random(in: 1...40, using: &seed)).map { _ in known.randomElement(using: &seed)! }
      _ = try judge(head + tail)
    }
  }

  @Test func aLongClaimTakesNoMemory() throws {
    // A text that says it has 256 MB, in a changeset of 13 bytes.
    let bytes: [UInt8] = [0x54, 1, 1, 0x74, 0, 18, 0, 3, 0xFF, 0xFF, 0xFF, 0x7F, 0x61]
    #expect(rule { _ = try SQLiteChangeset(decoding: bytes) } == .valueTooLong)
    let generous = SQLiteChangeset.Limits(valueByteCount: .max)
    #expect(rule { _ = try SQLiteChangeset(decoding: bytes, limits: generous) } == .truncated)
  }
}
