public import Canonical
public import SQLiteChangeset
import Trust

/// The type of a column: SQLite's STRICT types without REAL and ANY.
public enum ColumnType: String, Hashable, Sendable {
  case integer
  case text
  case blob

  /// Whether a value may stand in a column of this type; NULL is judged by `SchemaColumn`.
  public func admits(_ value: SQLiteValue) -> Bool {
    switch (self, value) {
    case (.integer, .integer), (.text, .text), (.blob, .blob): true
    default: false
    }
  }
}

/// A column as the schema document describes it.
public struct SchemaColumn: Hashable, Sendable {
  public var name: String
  public var type: ColumnType
  public var isNotNull: Bool
  /// The constant that stands where no write covers the column.
  public var defaultValue: SQLiteValue

  public init(name: String, type: ColumnType, isNotNull: Bool, defaultValue: SQLiteValue) {
    self.name = name
    self.type = type
    self.isNotNull = isNotNull
    self.defaultValue = defaultValue
  }

  public func admits(_ value: SQLiteValue) -> Bool {
    value == .null ? !isNotNull : type.admits(value)
  }
}

/// From what the audience of a row is known.
public enum AudienceRule: Hashable, Sendable {
  /// Every row of the table has this audience.
  case fixed(String)
  /// The audience is the prefix followed by the text of the first key column.
  case keyed(prefix: String)
}

/// Who may write the rows of a table.
public enum TableOwner: String, Hashable, Sendable {
  /// Nodes of the hub's member.
  case hub
  /// Nodes of the member that the first key column names.
  case member
}

/// A table as the schema document describes it.
public struct SchemaTable: Hashable, Sendable {
  public var name: String
  /// In the order of the table; later versions only add at the end.
  public var columns: [SchemaColumn]
  /// Indexes into `columns`, in the order of the primary key.
  public var key: [Int]
  public var audience: AudienceRule
  public var owner: TableOwner
  /// A node writes the table if its tenure has one of these roles.
  public var roles: [String]

  public init(
    name: String, columns: [SchemaColumn], key: [Int], audience: AudienceRule, owner: TableOwner, roles: [String]
  ) {
    self.name = name
    self.columns = columns
    self.key = key
    self.audience = audience
    self.owner = owner
    self.roles = roles
  }

  /// The audience of the row with this key; nil when the key names none.
  public func audience(ofKey key: [SQLiteValue]) -> String? {
    switch audience {
    case .fixed(let audience): return audience
    case .keyed(let prefix):
      guard let name = key.first?.string, Names.isName(name) else { return nil }
      return prefix + name
    }
  }
}

/// Tables, columns, types, keys, audiences and owners: what the hub publishes, signed under the roster.
public struct SchemaDocument: Hashable, Sendable {
  public static let format: Int64 = 1

  public var version: Int64
  public var previous: Digest?
  public var tables: [SchemaTable]

  public init(version: Int64, previous: Digest?, tables: [SchemaTable]) {
    self.version = version
    self.previous = previous
    self.tables = tables
  }

  public func tableIndex(_ name: String) -> Int? { tables.firstIndex { $0.name == name } }

  public func table(_ name: String) -> SchemaTable? { tables.first { $0.name == name } }

  /// Whether this document adds to an earlier one and changes nothing of it: tables behind its tables, and columns with a
  /// default behind their columns.
  public func onlyAdds(to before: SchemaDocument) -> Bool {
    guard tables.count >= before.tables.count else { return false }
    return zip(before.tables, tables).allSatisfy { old, new in
      new.name == old.name && new.key == old.key && new.audience == old.audience && new.owner == old.owner
        && Array(new.columns.prefix(old.columns.count)) == old.columns
        && new.columns.dropFirst(old.columns.count).allSatisfy { $0.admits($0.defaultValue) }
    }
  }

  /// The canonical bytes, which are hashed and signed.
  public var bytes: [UInt8] {
    CanonicalWriter.document { writer in
      writer.key("format")
      writer.integer(Self.format)
      writer.key("kind")
      writer.string("schema")
      writer.key("version")
      writer.integer(version)
      writer.key("previous")
      writer.digest(previous)
      writer.key("tables")
      writer.array(tables) { writer, table in writer.object { $0.write(table) } }
    }
  }

  /// Reads the canonical bytes.
  ///
  /// - Throws: `SealedError.payload`.
  public init(_ bytes: [UInt8]) throws(SealedError) {
    do throws(CanonicalError) {
      self = try CanonicalReader.document(bytes) { (reader) throws(CanonicalError) in
        try reader.key("format")
        guard try reader.integer() == Self.format else { throw reader.error("format \(Self.format)") }
        try reader.key("kind")
        guard try reader.string() == "schema" else { throw reader.error("a document of kind schema") }
        try reader.key("version")
        let version = try reader.count()
        try reader.key("previous")
        let previous = try reader.optional { (reader) throws(CanonicalError) in try reader.digest() }
        try reader.key("tables")
        let tables = try reader.array(maximumCount: 1_000) { (reader) throws(CanonicalError) in
          try reader.object { (reader) throws(CanonicalError) in try reader.schemaTable() }
        }
        return SchemaDocument(version: version, previous: previous, tables: tables)
      }
    } catch {
      throw .payload("schema document \(error)")
    }
  }
}

extension CanonicalWriter {
  fileprivate mutating func write(_ table: SchemaTable) {
    key("name")
    string(table.name)
    key("columns")
    array(table.columns) { writer, column in
      writer.object { writer in
        writer.key("name")
        writer.string(column.name)
        writer.key("type")
        writer.string(column.type.rawValue)
        writer.key("not_null")
        writer.boolean(column.isNotNull)
        writer.key("default")
        switch column.defaultValue {
        case .integer(let value): writer.tuple { $0.integer(value) }
        case .text(let value): writer.tuple { $0.string(utf8: value) }
        case .null, .blob: writer.null()
        }
      }
    }
    key("key")
    array(table.key) { $0.integer(Int64($1)) }
    key("audience")
    switch table.audience {
    case .fixed(let audience):
      tuple { writer in
        writer.string("fixed")
        writer.string(audience)
      }
    case .keyed(let prefix):
      tuple { writer in
        writer.string("keyed")
        writer.string(prefix)
      }
    }
    key("owner")
    string(table.owner.rawValue)
    key("roles")
    array(table.roles) { $0.string($1) }
  }
}

extension CanonicalReader {
  fileprivate mutating func schemaTable() throws(CanonicalError) -> SchemaTable {
    try key("name")
    let name = try identifier()
    try key("columns")
    let columns = try array(maximumCount: 100) { (reader) throws(CanonicalError) in
      try reader.object { (reader) throws(CanonicalError) in try reader.schemaColumn() }
    }
    try key("key")
    let key = try array(maximumCount: 100) { (reader) throws(CanonicalError) in Int(try reader.count()) }
    guard !key.isEmpty, Set(key).count == key.count, key.allSatisfy({ $0 < columns.count && columns[$0].isNotNull })
    else { throw error("a key of different columns that are not null") }
    try self.key("audience")
    let audience = try audienceRule()
    try self.key("owner")
    guard let owner = TableOwner(rawValue: try string()) else { throw error("hub or member") }
    if owner == .member, case .fixed = audience { throw error("a keyed audience where the member owns the table") }
    try self.key("roles")
    let roles = try array(maximumCount: 32) { (reader) throws(CanonicalError) in try reader.string() }
    return SchemaTable(name: name, columns: columns, key: key, audience: audience, owner: owner, roles: roles)
  }

  private mutating func schemaColumn() throws(CanonicalError) -> SchemaColumn {
    try key("name")
    let name = try identifier()
    try key("type")
    guard let type = ColumnType(rawValue: try string()) else { throw error("integer, text or blob") }
    try key("not_null")
    let isNotNull = try boolean()
    try key("default")
    let value = try optional { (reader) throws(CanonicalError) -> SQLiteValue in
      try reader.beginArray()
      let value: SQLiteValue = type == .integer ? .integer(try reader.integer()) : .text(try reader.string())
      try reader.endArray()
      return value
    }
    return SchemaColumn(name: name, type: type, isNotNull: isNotNull, defaultValue: value ?? .null)
  }

  private mutating func audienceRule() throws(CanonicalError) -> AudienceRule {
    try beginArray()
    let kind = try string()
    let text = try string()
    try endArray()
    switch kind {
    case "fixed" where Names.isAudience(text): return .fixed(text)
    case "keyed" where text.hasSuffix("/") && Names.isName(String(text.dropLast())): return .keyed(prefix: text)
    default: throw error("[\"fixed\",AUDIENCE] or [\"keyed\",\"PREFIX/\"]")
    }
  }

  private mutating func identifier() throws(CanonicalError) -> String {
    let text = try string()
    let bytes = Array(text.utf8)
    let isFine = bytes.allSatisfy { byte in
      byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard isFine, let first = bytes.first, first >= UInt8(ascii: "a"), bytes.count <= 63, !text.hasPrefix("sqlite_"),
      !text.hasPrefix("sync_")
    else { throw error("the name of a table or column: [a-z][a-z0-9_]*, not sqlite_ or sync_") }
    return text
  }
}
