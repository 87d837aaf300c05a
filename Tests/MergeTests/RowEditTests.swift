import SQLiteChangeset
import Testing

@testable import Merge

@Suite("An edit in place gives the bytes that the row state would encode")
struct RowEditTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) ^ (state << 11)
    }
  }

  @Test func agreesWithRowState() throws {
    var random = Random(state: 7)
    var edits = 0
    for _ in 0..<300 {
      let columnCount = 4
      var state = RowState(inserted: WriteReference(transaction: 1, index: 300), columnCount: 3)
      if Bool.random(using: &random) && Bool.random(using: &random) {
        state.listAll { _ throws(Never) in .integer(5) }
      }
      for step in 2..<12 {
        let reference = WriteReference(transaction: Int64(step) * 70, index: step * 60)
        var edit = RowEdit()
        edit.reference = reference
        var values: [UInt8] = [9]
        var written: [(Int, SQLiteValue)] = []
        for column in 0..<columnCount where Int.random(in: 0..<2, using: &random) == 0 {
          let value = SQLiteValue.text("v\(Int.random(in: 0..<2, using: &random))")
          let start = values.count
          value.encode(into: &values)
          edit.columns.append((column, start..<values.count))
          written.append((column, value))
        }
        if written.isEmpty { continue }
        var superseding: [Int: [WriteReference]] = [:]
        for register in [-1] + written.map(\.0) {
          for write in state.current(register, tableValue: { () throws(Never) in .null })
          where Int.random(in: 0..<4, using: &random) != 0 {
            superseding[register, default: []].append(write.reference)
            edit.superseded.append((register, write.reference))
          }
        }
        let encoded = state.encoded
        var output: [UInt8] = []
        let isDone = edit.append(appliedTo: encoded.span, values: values.span, to: &output)
        let wasShown = state.isShown
        let before = state.conflicts
        var asked = false
        func write(_ register: Int, _ value: SQLiteValue) {
          state.write(Write(reference, value), to: register, superseding: superseding[register] ?? []) {
            () throws(Never) in
            if register != -1 { asked = true }
            return register == -1 ? RowState.present : .text("table")
          }
        }
        if Int.random(in: 0..<9, using: &random) == 0 {
          state.write(Write(reference, RowState.deleted), to: -1, superseding: superseding[-1] ?? []) {
            () throws(Never) in RowState.present
          }
          continue
        }
        write(-1, RowState.present)
        for (column, value) in written { write(column, value) }
        let isPlain = wasShown && before.isEmpty && state.isShown && state.conflicts.isEmpty && !asked
        if isDone { #expect(output == state.encoded) }
        #expect(isDone == isPlain)
        edits += isDone ? 1 : 0
      }
    }
    #expect(edits > 300)
  }
}
