import SQLiteChangeset

/// Tables and writes drawn from a seed: keys of all types, sizes and orders; few distinct keys, so that rows are
/// written again and again; text of every script, and values at the edges of the varint's lengths.
struct RandomWorld {
  private var seed: Seed
  private var tables: [Table] = []

  private struct Table {
    let name: String
    let types: [String]
    let key: [Int]
    let hasRowid: Bool
  }

  struct Write {
    let sql: String
    let arguments: [SQLiteValue]
  }

  init(_ seed: Seed) {
    self.seed = seed
    for number in 0..<Int.random(in: 1...4, using: &self.seed) {
      let types = (0..<Int.random(in: 1...6, using: &self.seed)).map { _ in
        ["INTEGER", "TEXT", "BLOB"].randomElement(using: &self.seed)!
      }
      let key = Array(
        types.indices.shuffled(using: &self.seed).prefix(Int.random(in: 1...types.count, using: &self.seed)))
      // A single INTEGER key of a table with rowids would be the rowid, which the lint refuses.
      let hasRowid = key.count > 1 && Bool.random(using: &self.seed)
      tables.append(Table(name: "table_\(number)", types: types, key: key, hasRowid: hasRowid))
    }
  }

  var names: [String] { tables.map(\.name).reversed() }

  var schema: String {
    tables.map { table in
      let columns = table.types.enumerated().map { "c\($0) \($1)" + (table.key.contains($0) ? " NOT NULL" : "") }
      let key = table.key.map { "c\($0)" }.joined(separator: ", ")
      return "CREATE TABLE \(table.name)(\(columns.joined(separator: ", ")), PRIMARY KEY (\(key))) STRICT"
        + (table.hasRowid ? "" : ", WITHOUT ROWID")
    }.joined(separator: ";")
  }

  mutating func writes(_ count: Int) -> [Write] {
    (0..<count).map { _ in write() }
  }

  private mutating func write() -> Write {
    let table = tables.randomElement(using: &seed)!
    switch Int.random(in: 0..<10, using: &seed) {
    case 0..<5:
      let marks = table.types.map { _ in "?" }.joined(separator: ", ")
      let values = table.types.indices.map { value(table, $0) }
      return Write(sql: "INSERT OR REPLACE INTO \(table.name) VALUES (\(marks))", arguments: values)
    case 5..<8:
      let column = table.types.indices.randomElement(using: &seed)!
      let key = table.key[0]
      return Write(
        sql: "UPDATE OR IGNORE \(table.name) SET c\(column) = ? WHERE c\(key) = ?",
        arguments: [value(table, column), value(table, key)])
    case 8:
      return Write(sql: "DELETE FROM \(table.name) WHERE c\(table.key[0]) = ?", arguments: [value(table, table.key[0])])
    default:
      // Gone and back within one transaction: the session makes one update of it, or nothing.
      let values = table.types.indices.map { value(table, $0) }
      let marks = table.types.map { _ in "?" }.joined(separator: ", ")
      return Write(sql: "REPLACE INTO \(table.name) VALUES (\(marks))", arguments: values)
    }
  }

  private mutating func value(_ table: Table, _ column: Int) -> SQLiteValue {
    let isKey = table.key.contains(column)
    if !isKey, Int.random(in: 0..<5, using: &seed) == 0 { return .null }
    let number = Int.random(in: 0..<(isKey ? 5 : 9), using: &seed)
    switch table.types[column] {
    case "INTEGER":
      return .integer([0, 1, -1, .max, .min, 7, 255, 256, -256][number])
    case "TEXT":
      return .text(
        ["", "a", "b", "ab", "Zoë", "Zoe\u{308}", "日本語のとても長い名前", String(repeating: "x", count: 128), "💩"][number])
    default:
      return .blob(
        [
          [], [0], [0, 0], [255], [1], [2, 3], [84], [UInt8](repeating: 9, count: 127),
          [UInt8](repeating: 9, count: 16_384),
        ][
          number])
    }
  }
}
