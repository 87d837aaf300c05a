/// The header of a table in a changeset. Columns have positions and no names: the schema document gives those.
public struct ChangesetTable: Hashable, Sendable {
  public let name: String
  /// One byte a column: 0 for a column outside the primary key, else its position in the key, from 1.
  public let primaryKey: [UInt8]
  /// The columns of the primary key in key order, counted from 0.
  public let keyColumns: [Int]

  public var columnCount: Int { primaryKey.count }

  /// Whether the key is the first columns in their order, so that its bytes are one run in every record.
  let keyLeads: Bool

  /// - Returns: nil if the name or the key positions break the rules of the format.
  public init?(name: String, primaryKey: [UInt8]) {
    guard Self.isName([UInt8](name.utf8)), !primaryKey.isEmpty, let columns = Self.keyColumns(of: primaryKey) else {
      return nil
    }
    self.init(checkedName: name, primaryKey: primaryKey, keyColumns: columns)
  }

  init(checkedName name: String, primaryKey: [UInt8], keyColumns: [Int]) {
    self.name = name
    self.primaryKey = primaryKey
    self.keyColumns = keyColumns
    keyLeads = keyColumns.indices.allSatisfy { keyColumns[$0] == $0 }
  }

  /// `[a-z][a-z0-9_]{0,62}`
  static func isName(_ bytes: some Collection<UInt8>) -> Bool {
    guard (1...63).contains(bytes.count), let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte)
  }

  /// - Returns: nil unless the positions that are not 0 are 1 to n, each once, with n at least 1.
  static func keyColumns(of primaryKey: [UInt8]) -> [Int]? {
    let keyCount = primaryKey.count { $0 != 0 }
    var columns = [Int](repeating: -1, count: keyCount)
    for (column, position) in primaryKey.enumerated() where position != 0 {
      guard Int(position) <= keyCount, columns[Int(position) - 1] == -1 else { return nil }
      columns[Int(position) - 1] = column
    }
    return columns.isEmpty ? nil : columns
  }

  /// The header as SQLite writes it: `T`, the column count, the key positions, the name, NUL.
  func encode(into bytes: inout [UInt8]) {
    bytes.append(Mark.table)
    Varint.append(columnCount, to: &bytes)
    bytes.append(contentsOf: primaryKey)
    bytes.append(contentsOf: name.utf8)
    bytes.append(0)
  }
}

enum Mark {
  static let table: UInt8 = 0x54
  static let patchsetTable: UInt8 = 0x50
}
