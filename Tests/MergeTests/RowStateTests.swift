import Merge
import SQLiteChangeset
import Testing

@Suite("The registers of one row")
struct RowStateTests {
  private static func reference(_ transaction: Int64, _ index: Int = 0) -> WriteReference {
    WriteReference(transaction: transaction, index: index)
  }

  /// Later transactions stand above earlier ones.
  private static func order(_ reference: WriteReference) -> WriteOrder {
    WriteOrder(depth: reference.transaction, hash: [], index: reference.index)
  }

  private func write(
    _ value: SQLiteValue, as transaction: Int64, to register: Int, over superseded: [Int64] = [],
    in state: inout RowState,
    table: SQLiteValue = .text("in the table")
  ) {
    state.write(
      Write(Self.reference(transaction), value), to: register, superseding: superseded.map { Self.reference($0) }
    ) { table }
  }

  /// States that a row may come to.
  private func states() -> [RowState] {
    var states = [RowState(), RowState(inserted: Self.reference(1), columnCount: 3)]
    var edited = states[1]
    write(.text("b"), as: 2, to: 1, over: [1], in: &edited)
    states.append(edited)
    write(.null, as: 3, to: 1, over: [1], in: &edited)
    write(.blob([0, 255]), as: 4, to: 2, in: &edited)
    write(RowState.deleted, as: 5, to: RowState.presence, over: [1], in: &edited)
    states.append(edited)
    edited.listAll { _ in .integer(-1) }
    states.append(edited)
    var orphan = RowState()
    write(.integer(.min), as: .max, to: 2, in: &orphan)
    states.append(orphan)
    return states
  }

  @Test("What is stored is what is read")
  func encodingLaw() {
    for state in states() { #expect(RowState(encoded: state.encoded) == state) }
    var fresh: [UInt8] = []
    RowState.appendEncoding(ofInserted: Self.reference(300, 7), columnCount: 5, to: &fresh)
    #expect(RowState(encoded: fresh) == RowState(inserted: Self.reference(300, 7), columnCount: 5))
  }

  @Test("Bytes cut short are no state, or another state that says so in the same bytes")
  func truncation() {
    for state in states() {
      for count in 0..<state.encoded.count {
        guard let read = RowState(encoded: Array(state.encoded.prefix(count))) else { continue }
        #expect(read.encoded == Array(state.encoded.prefix(count)))
      }
    }
    #expect(RowState(encoded: []) == nil)
    #expect(RowState(encoded: [4]) == nil)
  }

  @Test("A fresh row: every register has the insert, and nothing is in conflict")
  func freshRow() {
    let state = RowState(inserted: Self.reference(1), columnCount: 2)
    #expect(state.isShown)
    #expect(state.conflicts == [])
    #expect(state.shownSide(RowState.presence, order: Self.order) == [Self.reference(1)])
    #expect(state.shownSide(1, order: Self.order) == [Self.reference(1)])
    #expect(state.shownSide(2, order: Self.order) == [], "a column that was added later has its default, and no write")
    #expect(state.current(1) { .text("t") } == [Write(Self.reference(1), .text("t"))])
  }

  @Test("A write supersedes what it names and nothing else; what is not current is ignored")
  func supersession() {
    var state = RowState(inserted: Self.reference(1), columnCount: 2)
    write(.text("a"), as: 2, to: 1, over: [1], in: &state)
    #expect(state.conflicts == [])
    write(.text("b"), as: 3, to: 1, over: [1], in: &state)
    #expect(state.conflicts == [1])
    #expect(state.provisional(1, order: Self.order) == .text("b"))
    #expect(state.shownSide(1, order: Self.order) == [Self.reference(3)])
    write(.text("c"), as: 4, to: 1, over: [3, 99], in: &state)
    #expect(Set(state.listed(1)?.map(\.value) ?? []) == [.text("a"), .text("c")])
    write(.text("d"), as: 5, to: 1, over: [2, 4], in: &state)
    #expect(state.conflicts == [])
  }

  @Test("The base stays beside a write that does not name it, with the value from the table")
  func baseStays() {
    var state = RowState(inserted: Self.reference(1), columnCount: 2)
    write(.text("a"), as: 2, to: 1, in: &state)
    #expect(state.listed(1)?.map(\.value) == [.text("in the table"), .text("a")])
  }

  @Test("Equal values are one side with all their dots")
  func equalValues() {
    var state = RowState(inserted: Self.reference(1), columnCount: 2)
    write(.text("same"), as: 2, to: 1, over: [1], in: &state)
    write(.text("same"), as: 3, to: 1, over: [1], in: &state)
    #expect(state.conflicts == [])
    #expect(state.shownSide(1, order: Self.order) == [Self.reference(2), Self.reference(3)])
  }

  @Test("Of a row without a counting insert nobody was shown anything, so an insert of its key supersedes nothing")
  func orphansAreNotShown() {
    var state = RowState()
    write(.text("kept"), as: 2, to: 1, in: &state)
    write(RowState.present, as: 2, to: RowState.presence, in: &state)
    #expect(!state.isShown)
    #expect(state.shownSide(1, order: Self.order) == [])
    state.hasInsert = true
    write(.text("new"), as: 3, to: 1, in: &state)
    #expect(state.conflicts == [1])
  }

  @Test("Editing beats deleting, and both are listed; without a counting insert nothing shows")
  func presence() {
    var state = RowState(inserted: Self.reference(1), columnCount: 2)
    write(RowState.deleted, as: 9, to: RowState.presence, over: [1], in: &state)
    #expect(!state.isShown)
    write(RowState.present, as: 2, to: RowState.presence, over: [1], in: &state)
    #expect(state.isShown)
    #expect(state.conflicts == [RowState.presence])
    #expect(state.provisional(RowState.presence, order: Self.order) == RowState.present, "though the deletion is above")
    #expect(state.shownSide(RowState.presence, order: Self.order) == [Self.reference(2)])
    var orphan = RowState()
    write(RowState.present, as: 2, to: RowState.presence, in: &orphan)
    #expect(!orphan.isShown)
    #expect(orphan.conflicts == [])
  }

  @Test(
    "Depth, then hash, then index; never the clock",
    arguments: [
      ((1, [9], 9), (2, [0], 0)), ((1, [1], 9), (1, [2], 0)), ((1, [1, 0], 0), (1, [1, 1], 0)),
      ((1, [1], 0), (1, [1], 1)),
    ] as [((Int64, [UInt8], Int), (Int64, [UInt8], Int))])
  func provisionalOrder(below: (Int64, [UInt8], Int), above: (Int64, [UInt8], Int)) {
    let (left, right) = (
      WriteOrder(depth: below.0, hash: below.1, index: below.2),
      WriteOrder(depth: above.0, hash: above.1, index: above.2)
    )
    #expect(left < right)
    #expect(!(right < left))
  }
}
