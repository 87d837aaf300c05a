import SQLiteChangeset

/// The merge of section 7, slow and obvious: a list of writes, and questions asked of all of them each time.
struct SectionSevenModel {
  struct RowName: Hashable {
    var table: String
    var key: [SQLiteValue]
  }

  /// A register of a row: a column, or nil for its presence.
  struct Register: Hashable {
    var row: RowName
    var column: String?
  }

  /// What one transaction wrote to one register.
  struct Write: Hashable {
    /// Where this write stands in the list of all writes.
    var number: Int
    var part: Part
    /// The number of the transaction at its node: later ones stand above earlier ones in one changeset.
    var ordinal: Int
    var register: Register
    var value: SQLiteValue
    var isInsert: Bool
    var supersedes: Set<Int>
  }

  /// The part of a transaction that one audience reads.
  struct Part: Hashable {
    var transaction: String
    var audience: String
  }

  /// Where a part was sealed; nil before that.
  struct Seal: Hashable {
    var depth: Int64
    var hash: [UInt8]
  }

  /// Every write that anybody ever made.
  var writes: [Write] = []

  /// What one node knows: the parts that count there, and where they were sealed.
  struct View {
    var seals: [Part: Seal?]
    var writes: [Write]

    init(_ model: SectionSevenModel, _ seals: [Part: Seal?]) {
      self.seals = seals
      writes = model.writes.filter { seals[$0.part] != nil }
    }

    var registers: Set<Register> { Set(writes.map(\.register)) }
    var rows: Set<RowName> { Set(writes.map(\.register.row)) }

    /// The writes of a register that no counting write supersedes.
    func current(_ register: Register) -> [Write] {
      let all = writes.filter { $0.register == register }
      let superseded = all.reduce(into: Set<Int>()) { $0.formUnion($1.supersedes) }
      return all.filter { !superseded.contains($0.number) }
    }

    func isShown(_ row: RowName) -> Bool {
      writes.contains { $0.register.row == row && $0.isInsert }
        && current(Register(row: row)).contains { $0.value == .integer(1) }
    }

    /// The value that every node shows: by depth, hash, index; among presences, `present`.
    func provisional(_ register: Register) -> SQLiteValue? {
      let current = current(register)
      if register.column == nil, current.contains(where: { $0.value == .integer(1) }) { return .integer(1) }
      return current.max { isBelow($0, $1) }?.value
    }

    /// What a person sees of a register, and therefore supersedes by a plain edit.
    func shownSide(_ register: Register) -> Set<Int> {
      // Of a row without a counting insert nobody was shown anything.
      guard writes.contains(where: { $0.register.row == register.row && $0.isInsert }) else { return [] }
      let value = provisional(register)
      return Set(current(register).filter { $0.value == value }.map(\.number))
    }

    /// Registers of rows that show with two or more different current values, and these values.
    func conflicts() -> [Register: Set<SQLiteValue>] {
      var found: [Register: Set<SQLiteValue>] = [:]
      for register in registers where isShown(register.row) {
        let values = Set(current(register).map(\.value))
        if values.count > 1 { found[register] = values }
      }
      return found
    }

    private func isBelow(_ left: Write, _ right: Write) -> Bool {
      switch (seals[left.part] ?? nil, seals[right.part] ?? nil) {
      case (let a?, let b?) where a.depth != b.depth: a.depth < b.depth
      case (let a?, let b?) where a.hash != b.hash: a.hash.lexicographicallyPrecedes(b.hash)
      case (_?, nil): true
      case (nil, _?): false
      default: left.ordinal < right.ordinal
      }
    }
  }
}

extension SectionSevenModel.Register {
  init(row: SectionSevenModel.RowName) { self.init(row: row, column: nil) }
}
