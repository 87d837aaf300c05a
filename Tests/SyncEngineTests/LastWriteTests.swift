import SQLiteChangeset
import SyncEngine
import Testing

@Suite("The last write of rows")
struct LastWriteTests {
  @Test("It names the transaction, and once that is sealed the changeset, here and wherever it arrived")
  func lastWrites() throws {
    let world = try World()
    let (near, far) = (try world.enrol("kelp"), try world.enrol("kelp"))
    func key(_ id: String) -> RowKey { near.rowKey("note", [.text("kelp"), .text(id)]) }
    let keys = ["m", "n", "nobody"].map(key)
    try near.insertNote("m", title: "one")
    try near.insertNote("n", title: "other")
    try near.run("UPDATE note SET rank = 2 WHERE id = 'm'", because: "the last")
    let fresh = try near.lastWrites(of: keys)
    #expect(Set(fresh.keys) == Set(keys.prefix(2)))
    #expect(fresh[key("m")]?.message == "the last" && fresh[key("n")]?.message == "a test")
    #expect(fresh.values.allSatisfy { $0.changeset == nil })

    try world.settle()
    let sealed = try near.lastWrites(of: keys)
    #expect(sealed.mapValues(\.transaction) == fresh.mapValues(\.transaction))
    #expect(sealed.values.allSatisfy { $0.changeset != nil && $0.node == near.identity.node })
    #expect(try far.lastWrites(of: keys) == sealed)
    let logged = try near.log(table: "note", key: [.text("kelp"), .text("m")], column: "rank")
    #expect(logged.first?.origin == sealed[key("m")])
  }
}
