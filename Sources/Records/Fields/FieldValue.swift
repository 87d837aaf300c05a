/// One field of a row, with its value.
public struct RecordField: Hashable, Sendable {
  public let name: String
  public let value: FieldValue

  public init(name: String, value: FieldValue) {
    self.name = name
    self.value = value
  }
}

/// A stored value. Texts are compared byte by byte: two spellings of é are two values, as they are in the database, though
/// Swift's `String` takes them for one.
public enum FieldValue: Hashable, Sendable {
  case integer(Int64)
  case text(String)

  public static func == (left: FieldValue, right: FieldValue) -> Bool {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): a == b
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .integer(let number): hasher.combine(number)
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    }
  }
}
