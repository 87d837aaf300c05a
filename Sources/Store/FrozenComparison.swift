public import Records

/// What differs between two exact copies, or between a copy and the rows as they stand: record by record, field by field.
public struct FrozenComparison: Hashable, Sendable {
  public struct Difference: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case new, gone, changed }

    public let kind: Kind
    /// Of the record, in SQL.
    public let table: String
    /// The record in people's words: `line item of a budget "Postage"`.
    public let record: String
    /// In people's words; empty of a record that is new or gone.
    public let field: String
    /// As people write it; of a record that is new or gone empty.
    public let before: String
    public let after: String
  }

  /// In the order of the records; those that are gone last.
  public let differences: [Difference]

  public init(from old: FrozenRecords, to new: FrozenRecords) {
    let (before, after) = (Self.named(old), Self.named(new))
    let titles = Self.titles(before + after)
    let known = Dictionary(before.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var differences: [Difference] = []
    for row in after {
      guard let old = known[row.name] else {
        differences.append(row.difference(.new, titles))
        continue
      }
      for column in row.table.columns where old.values[column.name] != row.values[column.name] {
        differences.append(
          row.difference(
            .changed, titles, field: column.label(in: row.table), before: column.written(old.values),
            after: column.written(row.values)))
      }
    }
    let names = Set(after.map(\.name))
    differences += before.filter { !names.contains($0.name) }.map { $0.difference(.gone, titles) }
    self.differences = differences
  }

  /// A record of a table that is known here, with what names it.
  private struct NamedRow {
    let table: SyncedTable
    let values: [String: String]

    var name: [String] {
      [table.name] + table.primaryKey.filter { $0 != table.agencyColumn }.map { values[$0] ?? "" }
    }

    /// What it says of itself: its title, or the parts of its key that name no other record.
    var title: String {
      let references = Set(Schema.references(of: table).map(\.column))
      let key = table.primaryKey.filter { $0 != "id" && $0 != table.agencyColumn && !references.contains($0) }
      let words =
        key.isEmpty
        ? [["title", "classification", "step", "kind", "year"].compactMap { values[$0] }.first] : key.map { values[$0] }
      return words.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func difference(
      _ kind: Difference.Kind, _ titles: [String: String], field: String = "", before: String = "", after: String = ""
    ) -> Difference {
      // A change of a line item is known by its line item.
      let place = Schema.references(of: table).compactMap { titles[values[$0.column] ?? ""] }.filter { !$0.isEmpty }
      let record = ([title] + place.prefix(1)).filter { !$0.isEmpty }.map { "\"\(RecordText.shown($0, limit: 40))\"" }
      return Difference(
        kind: kind, table: table.name,
        record: ([table.title] + [record.joined(separator: " of ")]).joined(separator: " "),
        field: field, before: before, after: after)
    }
  }

  private static func named(_ frozen: FrozenRecords) -> [NamedRow] {
    frozen.rows.compactMap { row in
      Schema.tables.first { $0.name == row.kind }.map { NamedRow(table: $0, values: row.values) }
    }
  }

  /// The titles of line items, by id.
  private static func titles(_ rows: [NamedRow]) -> [String: String] {
    Dictionary(
      rows.filter { $0.table == Schema.budgetLine }.map { ($0.values["id"] ?? "", $0.title) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension SyncedTable.Column {
  /// The label of the field without its table.
  fileprivate func label(in table: SyncedTable) -> String {
    let parts = label.split(separator: "·").map { $0.trimmingPrefix(while: { $0 == " " }) }
    return parts.last.map { String($0) } ?? name
  }

  /// As people write it: an amount with its cents.
  fileprivate func written(_ values: [String: String]) -> String {
    let text = values[name] ?? ""
    guard let content, content.isInteger else { return text }
    return content.written(.integer(Int64(text) ?? 0))
  }
}
