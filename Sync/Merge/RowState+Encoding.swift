import SQLiteChangeset

// How a state lies in the node's own database. It never leaves the node, so its form is free to change with the
// database's version.
extension RowState {
  /// The state as bytes: a flag byte, the base, then the listed registers.
  public var encoded: [UInt8] {
    var bytes: [UInt8] = [(hasInsert ? 1 : 0) | (base == nil ? 0 : 2)]
    if let base {
      bytes.append(number: base.reference.transaction)
      bytes.append(number: Int64(base.reference.index))
      bytes.append(number: Int64(base.columnCount))
    }
    for register in registers {
      bytes.append(number: Int64(register.id + 1))
      bytes.append(number: Int64(register.writes.count))
      for write in register.writes {
        bytes.append(number: write.reference.transaction)
        bytes.append(number: Int64(write.reference.index))
        write.value.encode(into: &bytes)
      }
    }
    return bytes
  }

  /// The state of a freshly inserted row as bytes, appended without making the state first: the busiest path of all.
  public static func appendEncoding(
    ofInserted reference: WriteReference, columnCount: Int, to bytes: inout [UInt8]
  ) {
    bytes.append(3)
    bytes.append(number: reference.transaction)
    bytes.append(number: Int64(reference.index))
    bytes.append(number: Int64(columnCount))
  }

  /// Reads a state; nil when the bytes are not one, which means that the database is damaged.
  public init?(encoded bytes: [UInt8]) {
    guard let flags = bytes.first, flags < 4 else { return nil }
    self.init()
    hasInsert = flags & 1 == 1
    var position = 1
    if flags & 2 == 2 {
      guard let transaction = bytes.number(at: &position), let index = bytes.number(at: &position),
        let count = bytes.number(at: &position)
      else { return nil }
      base = Base(reference: WriteReference(transaction: transaction, index: Int(index)), columnCount: Int(count))
    }
    while position < bytes.count {
      guard let id = bytes.number(at: &position), let count = bytes.number(at: &position), count <= bytes.count else {
        return nil
      }
      var writes: [Write] = []
      writes.reserveCapacity(Int(count))
      for _ in 0..<count {
        guard let transaction = bytes.number(at: &position), let index = bytes.number(at: &position),
          let value = try? SQLiteValue.decode(bytes, at: &position)
        else { return nil }
        writes.append(Write(WriteReference(transaction: transaction, index: Int(index)), value))
      }
      registers.append(Register(id: Int(id) - 1, writes: writes))
    }
  }
}

extension [UInt8] {
  /// Appends a number that is not negative in base 128, the lowest seven bits first.
  public mutating func append(number: Int64) {
    var rest = UInt64(number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Reads a number that `append(number:)` wrote, and moves `position` behind it.
  public func number(at position: inout Int) -> Int64? { span.number(at: &position) }
}

extension Span<UInt8> {
  /// Reads a number that `append(number:)` wrote, and moves `position` behind it.
  func number(at position: inout Int) -> Int64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < count, shift < 63 {
      let byte = self[position]
      position += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return Int64(value) }
      shift += 7
    }
    return nil
  }
}
