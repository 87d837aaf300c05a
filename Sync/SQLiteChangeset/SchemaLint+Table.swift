extension SchemaLint {
  /// The rules of one table, in the order in which they are reported.
  struct TableLint {
    private(set) var found: [Violation] = []
    private let name: String
    private let columns: [Column]

    private struct Column {
      let name: String
      let type: String
      let isNotNull: Bool
      let defaultSQL: String?
      let keyPosition: Int64
      let isHidden: Bool
    }

    init(_ connection: OpaquePointer, _ name: String) throws(SQLiteFailure) {
      self.name = name
      let sql = """
        SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?1, 'main') ORDER BY cid
        """
      columns = try unsafe Query.rows(connection, sql, [name]).map { row in
        Column(
          name: row[0].string ?? "", type: row[1].string ?? "", isNotNull: row[2] == .integer(1),
          defaultSQL: row[3].string, keyPosition: row[4].integer ?? 0, isHidden: row[5] != .integer(0))
      }
    }

    mutating func check(_ connection: OpaquePointer, _ guarded: TriggerGuard?) throws(SQLiteFailure) {
      report(.tableName, unless: ChangesetTable.isName([UInt8](name.utf8)))
      let kind = try unsafe Query.rows(
        connection, "SELECT strict, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name = ?1",
        [name])
      guard let kind = kind.first else { return report(.missing) }
      report(.notStrict, unless: kind[0] == .integer(1))
      report(.tooManyColumns, unless: columns.count <= 100)
      for column in columns { check(column) }
      try unsafe checkKeyAndIndexes(connection, hasRowid: kind[1] == .integer(0))
      try unsafe checkText(connection)
      try unsafe checkForeignKeys(connection)
      try unsafe checkTriggers(connection, guarded)
    }

    private mutating func check(_ column: Column) {
      let label = "column \(column.name)"
      report(.columnType, label, unless: ["INTEGER", "TEXT", "BLOB"].contains(column.type.uppercased()))
      report(.generatedColumn, label, unless: !column.isHidden)
      if let text = column.defaultSQL { report(.variableDefault, label, unless: SQL.isConstant(text)) }
      if column.keyPosition > 0 { report(.nullableKey, label, unless: column.isNotNull) }
    }

    private mutating func checkKeyAndIndexes(_ connection: OpaquePointer, hasRowid: Bool) throws(SQLiteFailure) {
      guard columns.contains(where: { $0.keyPosition > 0 }) else { return report(.noPrimaryKey) }
      let indexes = try unsafe Query.rows(
        connection, "SELECT name, \"unique\", origin FROM pragma_index_list(?1, 'main') ORDER BY name", [name])
      let keyIndex = indexes.first { $0[2] == .text("pk") }
      // The key of a rowid table has no index only where it is the rowid itself.
      report(.rowidKey, unless: keyIndex != nil || !hasRowid)
      if let keyName = keyIndex?[0].string {
        let collations = try unsafe Query.rows(
          connection, "SELECT name, coll FROM pragma_index_xinfo(?1, 'main') WHERE key = 1 ORDER BY seqno", [keyName])
        for row in collations {
          report(.keyCollation, "column \(row[0].string ?? "")", unless: row[1].string?.uppercased() == "BINARY")
        }
      }
      for index in indexes where index[1] == .integer(1) && index[2] != .text("pk") {
        report(.unique, "index \(index[0].string ?? "")")
      }
    }

    /// What no PRAGMA tells: the words of the CREATE TABLE statement.
    private mutating func checkText(_ connection: OpaquePointer) throws(SQLiteFailure) {
      let rows = try unsafe Query.rows(
        connection, "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?1", [name])
      let words = SQL.words(of: rows.first?[0].string ?? "")
      report(.check, unless: !words.contains("CHECK"))
      report(.conflictClause, unless: !zip(words, words.dropFirst()).contains { $0 == ("ON", "CONFLICT") })
    }

    private mutating func checkForeignKeys(_ connection: OpaquePointer) throws(SQLiteFailure) {
      let rows = try unsafe Query.rows(
        connection,
        """
        SELECT "from", on_update, on_delete FROM pragma_foreign_key_list(?1, 'main') ORDER BY id, seq
        """, [name])
      for row in rows {
        let isPlain = row[1] == .text("NO ACTION") && row[2] == .text("NO ACTION")
        report(.foreignKeyAction, "column \(row[0].string ?? "")", unless: isPlain)
      }
    }

    private mutating func checkTriggers(
      _ connection: OpaquePointer, _ guarded: TriggerGuard?
    ) throws(SQLiteFailure) {
      let rows = try unsafe Query.rows(
        connection,
        """
        SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1 COLLATE NOCASE ORDER BY name
        """, [name])
      var expected = Set(guarded?.statements(for: name) ?? [])
      for row in rows {
        // SQLite keeps the text of a trigger as it was written, so equal text is the guard's own.
        if expected.remove(row[1].string ?? "") == nil { report(.trigger, "trigger \(row[0].string ?? "")") }
      }
      report(.noGuard, unless: expected.isEmpty)
    }

    private mutating func report(_ rule: Rule, _ detail: String = "", unless isRight: Bool = false) {
      if !isRight { found.append(Violation(table: name, rule: rule, detail: detail)) }
    }
  }
}
