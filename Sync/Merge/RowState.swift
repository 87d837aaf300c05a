public import SQLiteChangeset

/// A write as a node names it for itself: a local transaction and the write's index in it.
///
/// The whole network names the same write by its *dot*, the changeset's hash and an index. Versions hold the local name,
/// so that sealing a changeset again rewrites one table and no version.
public struct WriteReference: Hashable, Sendable {
  public var transaction: Int64
  public var index: Int

  public init(transaction: Int64, index: Int) {
    self.transaction = transaction
    self.index = index
  }
}

/// A current write of a register: which one, and what it says.
public struct Write: Hashable, Sendable {
  public var reference: WriteReference
  public var value: SQLiteValue

  public init(_ reference: WriteReference, _ value: SQLiteValue) {
    self.reference = reference
    self.value = value
  }
}

/// The place of a write in the order that chooses which side of a conflict is shown: depth, then the changeset's hash,
/// then the index; never the clock.
public struct WriteOrder: Comparable, Sendable {
  public var depth: Int64
  /// The changeset's hash; empty for a write that is not sealed yet, whose depth is above all others here.
  public var hash: [UInt8]
  public var index: Int

  public init(depth: Int64, hash: [UInt8], index: Int) {
    self.depth = depth
    self.hash = hash
    self.index = index
  }

  public static func < (left: WriteOrder, right: WriteOrder) -> Bool {
    if left.depth != right.depth { return left.depth < right.depth }
    if left.hash != right.hash { return left.hash.lexicographicallyPrecedes(right.hash) }
    return left.index < right.index
  }
}

/// The registers of one row: for each column and for its presence, the writes that no counting write supersedes.
///
/// A freshly inserted row is one `Base`: its one insert is the current write of every register, and the values stand in
/// the table. Only registers that were written again are listed one by one.
public struct RowState: Hashable, Sendable {
  /// The presence register stands beside the columns, which are counted from 0.
  public static let presence = -1
  public static let present = SQLiteValue.integer(1)
  public static let deleted = SQLiteValue.integer(0)

  /// The insert whose writes are current in every register that is not listed.
  public struct Base: Hashable, Sendable {
    public var reference: WriteReference
    /// How many columns the insert wrote; columns that were added later have their default.
    public var columnCount: Int

    public init(reference: WriteReference, columnCount: Int) {
      self.reference = reference
      self.columnCount = columnCount
    }
  }

  struct Register: Hashable, Sendable {
    var id: Int
    var writes: [Write]
  }

  /// Whether an insert of the row counts. Without one the row is not shown, whatever else was written to it.
  public var hasInsert: Bool
  /// A state with a base is always shown, and the base's values are those in the table.
  public internal(set) var base: Base?
  /// Sorted by id.
  var registers: [Register] = []

  /// A row that nothing was written to yet.
  public init() {
    hasInsert = false
    base = nil
  }

  /// A freshly inserted row.
  public init(inserted reference: WriteReference, columnCount: Int) {
    hasInsert = true
    base = Base(reference: reference, columnCount: columnCount)
  }

  /// The writes of a register, as far as they are listed one by one; nil where the base speaks for it.
  public func listed(_ register: Int) -> [Write]? {
    registers.first { $0.id == register }?.writes
  }

  /// The current writes of a register.
  ///
  /// - Parameter tableValue: reads the column's value from the table; asked only when the base speaks for the column.
  public func current<Failure: Error>(
    _ register: Int, tableValue: () throws(Failure) -> SQLiteValue
  ) throws(Failure) -> [Write] {
    if let writes = listed(register) { return writes }
    guard let base, register < base.columnCount else { return [] }
    return [Write(base.reference, register == Self.presence ? Self.present : try tableValue())]
  }

  /// Whether the row shows: an insert counts, and some current presence is `present`. Editing beats deleting.
  public var isShown: Bool {
    guard hasInsert else { return false }
    guard let writes = listed(Self.presence) else { return base != nil }
    return writes.contains { $0.value == Self.present }
  }

  /// The side of a register that people see, and that a plain edit therefore supersedes: every current write with the
  /// value shown. The others stay. Of a row that no counting insert covers nobody was shown anything.
  public func shownSide(_ register: Int, order: (WriteReference) -> WriteOrder) -> [WriteReference] {
    guard hasInsert else { return [] }
    guard let writes = listed(register) else {
      guard let base, register < base.columnCount else { return [] }
      return [base.reference]
    }
    guard let value = provisional(register, order: order) else { return [] }
    return writes.filter { $0.value == value }.map(\.reference)
  }

  /// The value that every node shows; nil when no listed write covers the register.
  public func provisional(_ register: Int, order: (WriteReference) -> WriteOrder) -> SQLiteValue? {
    guard let writes = listed(register), let first = writes.first else { return nil }
    if writes.allSatisfy({ $0.value == first.value }) { return first.value }
    if register == Self.presence { return Self.present }
    return writes.max { order($0.reference) < order($1.reference) }?.value
  }

  /// Registers with two or more different current values. None while the row is not shown.
  public var conflicts: [Int] {
    guard isShown else { return [] }
    return registers.filter { register in
      register.writes.contains { $0.value != register.writes[0].value }
    }.map(\.id)
  }

  /// Registers that are listed one by one.
  public var listedRegisters: [Int] { registers.map(\.id) }

  /// Takes a write: it becomes current, and what it supersedes stops being so. What it names that is not current is
  /// ignored.
  ///
  /// - Parameter tableValue: as in `current`; asked only when the base's write of the column stays beside this one.
  public mutating func write<Failure: Error>(
    _ write: Write, to register: Int, superseding: [WriteReference], tableValue: () throws(Failure) -> SQLiteValue
  ) throws(Failure) {
    if let place = registers.firstIndex(where: { $0.id == register }) {
      if !superseding.isEmpty { registers[place].writes.removeAll { superseding.contains($0.reference) } }
      registers[place].writes.append(write)
      return
    }
    var writes: [Write] = []
    if let base, register < base.columnCount, !superseding.contains(base.reference) {
      writes.append(Write(base.reference, register == Self.presence ? Self.present : try tableValue()))
    }
    writes.append(write)
    let place = registers.firstIndex { $0.id > register } ?? registers.count
    registers.insert(Register(id: register, writes: writes), at: place)
  }

  /// Lists every register one by one, so that the state no longer leans on the table.
  ///
  /// - Parameter tableValue: the value in the table of a column that the base speaks for.
  public mutating func listAll<Failure: Error>(
    tableValue: (_ column: Int) throws(Failure) -> SQLiteValue
  ) throws(Failure) {
    guard let base else { return }
    var all: [Register] = []
    for id in Self.presence..<base.columnCount {
      if let writes = listed(id) {
        all.append(Register(id: id, writes: writes))
      } else {
        let value = id == Self.presence ? Self.present : try tableValue(id)
        all.append(Register(id: id, writes: [Write(base.reference, value)]))
      }
    }
    all += registers.filter { $0.id >= base.columnCount }
    registers = all
    self.base = nil
  }
}
