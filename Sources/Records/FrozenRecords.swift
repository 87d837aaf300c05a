/// Records as they stood at one moment, in a text that is the same for the same records: what was handed in, exactly.
///
/// One line for each record: the name of its kind, then `name=value` for each field that holds something, set apart by tabs. In
/// values a backslash, a tab and a line end are written `\\`, `\t` and `\n`; a whole number stands as its digits. A field that is
/// empty is left out, so a field that a later version adds changes no text and no digest.
public struct FrozenRecords: Hashable, Sendable {
  private var lines: [Line] = []

  private struct Line: Hashable, Sendable {
    var kind: String
    /// In the order in which they were written; each name once.
    var names: [String] = []
    var values: [String] = []

    func value(of name: String) -> String? { names.firstIndex(of: name).map { values[$0] } }

    var written: String {
      ([kind] + zip(names, values).map { "\($0)=\(FrozenRecords.escaped($1))" }).joined(separator: "\t")
    }
  }

  public init() {}

  public mutating func add<Record: TypedRecord>(_ record: Record, as kind: String) {
    add(record, Record.fields, Line(kind: kind, names: ["id"], values: [record.id]))
  }

  public mutating func add<Record: NaturalRecord>(_ record: Record, as kind: String) {
    add(record, Record.keys + Record.fields, Line(kind: kind))
  }

  private mutating func add<Record>(_ record: Record, _ fields: [EntryField<Record>], _ begun: Line) {
    var line = begun
    for field in fields {
      let value: String
      switch field.value(record) {
      case .text(let text): value = text
      case .integer(let number): value = number == 0 ? "" : "\(number)"
      }
      guard !value.isEmpty else { continue }
      line.names.append(field.name)
      line.values.append(value)
    }
    lines.append(line)
  }

  public var text: String { lines.map { $0.written + "\n" }.joined() }

  /// Every record with its kind and what its fields hold as text, in their order; fields that are empty are left out.
  public var rows: [(kind: String, values: [String: String])] {
    lines.map { line in
      (line.kind, Dictionary(zip(line.names, line.values), uniquingKeysWith: { first, _ in first }))
    }
  }

  /// Reads ``text``; nil for every other text.
  public init?(text: String) {
    // By scalars: a value may begin with a mark that would join the sign before it into one character.
    for written in text.unicodeScalars.split(separator: "\n") {
      let parts = written.split(separator: "\t", omittingEmptySubsequences: false)
      var line = Line(kind: String(parts[0]))
      for part in parts.dropFirst() {
        guard let sign = part.firstIndex(of: "="), let value = Self.unescaped(part[part.index(after: sign)...]),
          !line.names.contains(String(part[..<sign]))
        else { return nil }
        line.names.append(String(part[..<sign]))
        line.values.append(value)
      }
      lines.append(line)
    }
    guard self.text.unicodeScalars.elementsEqual(text.unicodeScalars) else { return nil }
  }

  /// The records of one kind, in their order; fields that are not known here are left out.
  public func records<Record: TypedRecord>(_: Record.Type, _ kind: String) -> [Record] {
    lines.filter { $0.kind == kind }.map { line in
      Self.record(line, Record.fields, Record(id: line.value(of: "id") ?? ""))
    }
  }

  public func records<Record: NaturalRecord>(_: Record.Type, _ kind: String) -> [Record] {
    lines.filter { $0.kind == kind }.map { Self.record($0, Record.keys + Record.fields, Record()) }
  }

  private static func record<Record>(_ line: Line, _ fields: [EntryField<Record>], _ begun: Record) -> Record {
    var record = begun
    for field in fields {
      let text = line.value(of: field.name) ?? ""
      field.assign(&record, field.content.isInteger ? .integer(Int64(text) ?? 0) : .text(text))
    }
    return record
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\".unicodeScalars
      case "\t": escaped += "\\t".unicodeScalars
      case "\n": escaped += "\\n".unicodeScalars
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  private static func unescaped(_ text: Substring.UnicodeScalarView) -> String? {
    var plain = String.UnicodeScalarView()
    var scalars = text.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        plain.append(scalar)
        continue
      }
      switch scalars.next() {
      case "\\": plain.append("\\")
      case "t": plain.append("\t")
      case "n": plain.append("\n")
      default: return nil
      }
    }
    return String(plain)
  }
}
