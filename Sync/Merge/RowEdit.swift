import SQLiteChangeset

/// One update of a row that shows and has no conflict, entered into the encoded state without making a `RowState` of it:
/// what nearly every merged edit is. Whatever is more than that is left to `RowState`.
public struct RowEdit: Sendable {
  /// The update.
  public var reference = WriteReference(transaction: 0, index: 0)
  /// The columns that it writes in ascending order, and where their encoded values lie in the changeset's bytes.
  public var columns: [(register: Int, value: Range<Int>)] = []
  /// The writes that it supersedes, with their registers.
  public var superseded: [(register: Int, write: WriteReference)] = []

  public init() {}

  /// Appends the state as it is after the update: the same bytes that `RowState` would encode.
  ///
  /// - Parameters:
  ///   - state: what `RowState.encoded` wrote.
  ///   - values: the changeset's bytes.
  /// - Returns: false where the row does not show, where a conflict stood or would arise, where a value of the table is
  ///   needed, or where the bytes are not a state. What was appended then means nothing.
  public func append(appliedTo state: Span<UInt8>, values: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    var reader = EncodedStateReader()
    guard reader.readBase(state), reader.hasInsert else { return false }
    output.append(copying: state, 0..<reader.position)
    var listed = reader.readRegister(state)
    // An update writes presence besides its columns, and presence comes before all columns.
    for place in -1..<columns.count {
      let register = place < 0 ? RowState.presence : columns[place].register
      while let other = listed, other.id < register {
        guard other.isOneSided else { return false }
        output.append(copying: state, other.place)
        listed = reader.readRegister(state)
      }
      let present = Self.encodedPresent
      let isAlone =
        place < 0
        ? append(present.span, 0..<present.count, to: register, listed, reader.base, state, &output)
        : append(values, columns[place].value, to: register, listed, reader.base, state, &output)
      guard isAlone else { return false }
      if listed?.id == register { listed = reader.readRegister(state) }
    }
    while let other = listed {
      guard other.isOneSided else { return false }
      output.append(copying: state, other.place)
      listed = reader.readRegister(state)
    }
    return !reader.isDamaged
  }

  /// Appends one register with this write in it.
  ///
  /// - Parameter listed: the next register that the state lists, this one or a later one.
  /// - Returns: whether all that stays current beside the write says the same.
  private func append(
    _ values: Span<UInt8>, _ value: Range<Int>, to register: Int, _ listed: EncodedStateReader.Register?,
    _ base: RowState.Base?, _ state: Span<UInt8>, _ output: inout [UInt8]
  ) -> Bool {
    output.append(number: Int64(register + 1))
    if let listed, listed.id == register {
      // A row whose presence says `deleted` does not show, and would have to be inserted.
      guard listed.isOneSided, register != RowState.presence || state.isSame(listed.value, as: values, value) else {
        return false
      }
      var kept = 0
      var position = listed.writes.lowerBound
      while position < listed.writes.upperBound {
        guard let write = EncodedStateReader.readWrite(state, at: &position) else { return false }
        if !supersedes(write.reference, in: register) { kept += 1 }
      }
      guard kept == 0 || state.isSame(listed.value, as: values, value) else { return false }
      output.append(number: Int64(kept + 1))
      position = listed.writes.lowerBound
      while position < listed.writes.upperBound {
        let start = position
        guard let write = EncodedStateReader.readWrite(state, at: &position) else { return false }
        if !supersedes(write.reference, in: register) { output.append(copying: state, start..<position) }
      }
    } else if let base, register < base.columnCount, !supersedes(base.reference, in: register) {
      // The base's value of a column stands in the table alone.
      guard register == RowState.presence else { return false }
      output.append(number: 2)
      append(base.reference, values, value, to: &output)
    } else {
      guard base != nil || register != RowState.presence else { return false }
      output.append(number: 1)
    }
    append(reference, values, value, to: &output)
    return true
  }

  private func append(
    _ reference: WriteReference, _ values: Span<UInt8>, _ value: Range<Int>, to output: inout [UInt8]
  ) {
    output.append(number: reference.transaction)
    output.append(number: Int64(reference.index))
    output.append(copying: values, value)
  }

  private func supersedes(_ write: WriteReference, in register: Int) -> Bool {
    for entry in superseded where entry.register == register && entry.write == write { return true }
    return false
  }

  private static let encodedPresent = SQLiteValue.encoding(of: [RowState.present])
}

/// Reads an encoded state from its start, register after register, and copies nothing.
struct EncodedStateReader {
  private(set) var position = 0
  private(set) var hasInsert = false
  private(set) var base: RowState.Base?
  private(set) var isDamaged = false

  /// One register that is listed.
  struct Register {
    var id: Int
    /// From its id to the end of its last write.
    var place: Range<Int>
    var writes: Range<Int>
    /// The first write's value.
    var value: Range<Int>
    /// Whether all its writes say the same.
    var isOneSided: Bool
  }

  /// Reads what stands before the registers.
  mutating func readBase(_ state: Span<UInt8>) -> Bool {
    guard state.count > 0, state[0] < 4 else { return false }
    hasInsert = state[0] & 1 == 1
    position = 1
    guard state[0] & 2 == 2 else { return true }
    guard let reference = Self.readReference(state, at: &position), let count = state.number(at: &position) else {
      return false
    }
    base = RowState.Base(reference: reference, columnCount: Int(count))
    return true
  }

  /// Reads the next register; nil at the end, and where the state is damaged.
  mutating func readRegister(_ state: Span<UInt8>) -> Register? {
    guard position < state.count else { return nil }
    let start = position
    isDamaged = true
    guard let id = state.number(at: &position), let count = state.number(at: &position), count > 0 else { return nil }
    let firstWrite = position
    guard let first = Self.readWrite(state, at: &position) else { return nil }
    var isOneSided = true
    for _ in 1..<count {
      guard let write = Self.readWrite(state, at: &position) else { return nil }
      if !state.isSame(first.value, as: state, write.value) { isOneSided = false }
    }
    isDamaged = false
    return Register(
      id: Int(id) - 1, place: start..<position, writes: firstWrite..<position, value: first.value,
      isOneSided: isOneSided)
  }

  static func readWrite(
    _ state: Span<UInt8>, at position: inout Int
  ) -> (reference: WriteReference, value: Range<Int>)? {
    guard let reference = readReference(state, at: &position), let end = SQLiteValue.end(of: state, at: position) else {
      return nil
    }
    defer { position = end }
    return (reference, position..<end)
  }

  private static func readReference(_ state: Span<UInt8>, at position: inout Int) -> WriteReference? {
    guard let transaction = state.number(at: &position), let index = state.number(at: &position) else { return nil }
    return WriteReference(transaction: transaction, index: Int(index))
  }
}

extension Span<UInt8> {
  /// Whether two runs of bytes are equal.
  fileprivate func isSame(_ range: Range<Int>, as other: Span<UInt8>, _ otherRange: Range<Int>) -> Bool {
    guard range.count == otherRange.count else { return false }
    for offset in 0..<range.count where self[range.lowerBound + offset] != other[otherRange.lowerBound + offset] {
      return false
    }
    return true
  }
}

extension [UInt8] {
  fileprivate mutating func append(copying bytes: Span<UInt8>, _ range: Range<Int>) {
    unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
