import Canonical
import Changesets
import Foundation
import GRDB
import SQLiteChangeset
import SyncEngine
import Testing
import Trust

@Suite("The counter-examples that shaped the merge")
struct CounterExampleTests {
  /// A world with two nodes of one member that both have the note `n`.
  private func pair() throws -> (World, Engine, Engine) {
    let world = try World()
    let (a, b) = (try world.enrol("kelp"), try world.enrol("kelp"))
    try a.insertNote("n", title: "start", body: "text", rank: 1)
    try world.sync(a, b)
    return (world, a, b)
  }

  private func expectAgreement(_ engines: [Engine], _ audience: String = "member/kelp") throws {
    let digests = try engines.map { try $0.digest(audience) }
    #expect(Set(digests).count == 1, "the nodes differ")
    for engine in engines { #expect(try engine.status().waiting == []) }
  }

  @Test("Two nodes edit different fields of one row: no conflict")
  func differentFields() throws {
    let (world, a, b) = try pair()
    try a.setNote("n", "title", .text("from a"))
    try b.setNote("n", "rank", .integer(7))
    try world.settle()
    for engine in [a, b, world.hub] {
      #expect(try engine.note("n", "title", of: "kelp") == .text("from a"))
      #expect(try engine.note("n", "rank", of: "kelp") == .integer(7))
      #expect(try engine.conflicts() == [])
    }
    try expectAgreement([a, b, world.hub])
  }

  @Test("Two nodes edit one field: one conflict, the same provisional value everywhere; resolved once, gone everywhere")
  func sameField() throws {
    let (world, a, b) = try pair()
    try a.setNote("n", "title", .text("from a"))
    try b.setNote("n", "title", .text("from b"))
    try world.settle()
    let shown = try a.note("n", "title")
    for engine in [a, b, world.hub] {
      let conflicts = try engine.conflicts()
      #expect(conflicts.count == 1)
      #expect(conflicts.first?.subject == .column("title"))
      #expect(Set(conflicts.first?.sides.map(\.value) ?? []) == [.text("from a"), .text("from b")])
      #expect(conflicts.first?.sides.first?.value == shown)
      #expect(conflicts.first?.sides.map(\.base) == [.text("start"), .text("start")])
      #expect(try engine.note("n", "title", of: "kelp") == shown)
    }
    try expectAgreement([a, b, world.hub])
    let conflict = try #require(try b.conflicts().first)
    let judge = Person(id: "jo", name: "Jo Judge")
    try b.resolve(conflict, with: .text("agreed"), as: judge, message: "we talked")
    try world.settle()
    for engine in [a, b, world.hub] {
      #expect(try engine.conflicts() == [])
      #expect(try engine.note("n", "title", of: "kelp") == .text("agreed"))
      let log = try engine.log(table: "note", key: [.text("kelp"), .text("n")], column: "title")
      #expect(log.first?.kind == .resolution)
      #expect(log.first?.after == .text("agreed"))
      #expect(log.first?.origin.person == judge)
      #expect(log.first?.origin.message == "we talked")
      #expect(Set(log.compactMap(\.after)) == [.text("agreed"), .text("from a"), .text("from b"), .text("start")])
    }
    try expectAgreement([a, b, world.hub])
  }

  @Test(
    "A plain edit of a field in conflict closes only the side shown; who never saw the other side closes none of it")
  func plainEditInConflict() throws {
    let (world, a, b) = try pair()
    let c = try world.enrol("kelp")
    try world.settle()
    try a.setNote("n", "title", .text("from a"))
    try b.setNote("n", "title", .text("from b"))
    try world.sync(a, c)
    // c has seen a's side alone, and edits on.
    #expect(try c.note("n", "title") == .text("from a"))
    try c.setNote("n", "title", .text("c after a"))
    try world.settle()
    for engine in [a, b, c] {
      #expect(Set(try engine.sides()["title"] ?? []) == [.text("c after a"), .text("from b")])
    }
    // Now a edits plainly: it is shown one side, and the other stays.
    let shown = try #require(try a.note("n", "title"))
    let hidden: SQLiteValue = shown == .text("c after a") ? .text("from b") : .text("c after a")
    try a.setNote("n", "title", .text("plain"))
    try world.settle()
    for engine in [a, b, c, world.hub] {
      #expect(try engine.sides()["title"] == [.text("plain"), hidden])
    }
    try expectAgreement([a, b, c, world.hub])
  }

  @Test("Resolving to the value that is shown already closes the conflict everywhere")
  func resolveToShownValue() throws {
    let (world, a, b) = try pair()
    try a.setNote("n", "title", .text("from a"))
    try b.setNote("n", "title", .text("from b"))
    try world.settle()
    let conflict = try #require(try a.conflicts().first)
    let shown = conflict.sides[0].value
    try a.resolve(conflict, with: shown, as: World.person, message: "keep it")
    #expect(try a.conflicts() == [])
    try world.settle()
    for engine in [a, b, world.hub] {
      #expect(try engine.conflicts() == [])
      #expect(try engine.note("n", "title", of: "kelp") == shown)
    }
    try expectAgreement([a, b, world.hub])
  }

  @Test("Two different resolutions are a new conflict")
  func twoResolutions() throws {
    let (world, a, b) = try pair()
    try a.setNote("n", "title", .text("from a"))
    try b.setNote("n", "title", .text("from b"))
    try world.settle()
    for (engine, value) in [(a, "one"), (b, "two")] {
      let conflict = try #require(try engine.conflicts().first)
      try engine.resolve(conflict, with: .text(value), as: World.person, message: value)
    }
    try world.settle()
    for engine in [a, b] { #expect(Set(try engine.sides()["title"] ?? []) == [.text("one"), .text("two")]) }
    try expectAgreement([a, b, world.hub])
  }

  @Test("The editor is open while a sync runs: what came in between stays as a side")
  func editorOpenDuringSync() throws {
    let (world, a, b) = try pair()
    let shown = try a.openNotes("n")
    try b.setNote("n", "title", .text("from b"))
    try world.sync(b, a)
    #expect(try a.note("n", "title") == .text("from b"))
    try a.setNote("n", "title", .text("typed before"), shown: shown)
    #expect(try a.sides()["title"] == [.text("typed before"), .text("from b")])
    try world.settle()
    for engine in [a, b, world.hub] {
      #expect(try engine.sides()["title"] == [.text("typed before"), .text("from b")])
    }
    try expectAgreement([a, b, world.hub])
  }

  @Test("The editor deletes a row that a sync edits meanwhile: the row stays, and the deletion is a side")
  func editorDeletesDuringSync() throws {
    let (world, a, b) = try pair()
    let shown = try a.openNotes("n")
    try b.setNote("n", "title", .text("from b"))
    try world.sync(b, a)
    try a.deleteNote("n", shown: shown)
    #expect(try a.sides()["presence"] == [.integer(1), .integer(0)])
    #expect(try a.note("n", "title") == .text("from b"), "editing beats deleting, on the author's node too")
    try world.settle()
    for engine in [a, b, world.hub] {
      #expect(try engine.sides()["presence"] == [.integer(1), .integer(0)])
      #expect(try engine.note("n", "title", of: "kelp") == .text("from b"))
    }
    try expectAgreement([a, b, world.hub])
  }

  @Test("Delete here, edit of another column there: the row stays until a person decides", arguments: [0, 1])
  func deleteAgainstEdit(decision: Int64) throws {
    let (world, a, b) = try pair()
    try a.deleteNote("n")
    try b.setNote("n", "rank", .integer(9))
    try world.settle()
    for engine in [a, b, world.hub] {
      #expect(try engine.sides() == ["presence": [.integer(1), .integer(0)]])
      #expect(try engine.note("n", "rank", of: "kelp") == .integer(9))
      #expect(try engine.note("n", "title", of: "kelp") == .text("start"))
    }
    let conflict = try #require(try a.conflicts().first)
    try a.resolve(conflict, with: .integer(decision), as: World.person, message: "decided")
    try world.settle()
    for engine in [a, b, world.hub] {
      #expect(try engine.conflicts() == [])
      #expect(try engine.note("n", "rank", of: "kelp") == (decision == 1 ? .integer(9) : nil))
    }
    try expectAgreement([a, b, world.hub])
  }

  @Test("Equal values from two nodes are one side with two dots; a third value after one of them leaves the other")
  func equalValuesAndAThird() throws {
    let (world, a, b) = try pair()
    let c = try world.enrol("kelp")
    try world.settle()
    try a.setNote("n", "title", .text("same"))
    try b.setNote("n", "title", .text("same"))
    try world.sync(a, c)
    try c.setNote("n", "title", .text("third"))
    try world.settle()
    // c was shown a's dot alone, so b's stays.
    for engine in [a, b, c, world.hub] { #expect(try engine.sides()["title"] == [.text("third"), .text("same")]) }
    let conflict = try #require(try a.conflicts().first)
    #expect(conflict.sides.map(\.origins.count) == [1, 1])
    try expectAgreement([a, b, c, world.hub])
  }

  @Test("Who was shown both dots of an equal value supersedes both")
  func equalValuesThenAnEdit() throws {
    let (world, a, b) = try pair()
    try a.setNote("n", "title", .text("same"))
    try b.setNote("n", "title", .text("same"))
    try world.settle()
    #expect(try a.conflicts() == [])
    try a.setNote("n", "title", .text("after"))
    try world.settle()
    for engine in [a, b, world.hub] {
      #expect(try engine.conflicts() == [])
      #expect(try engine.note("n", "title", of: "kelp") == .text("after"))
    }
    try expectAgreement([a, b, world.hub])
  }

  @Test("Two inserts of one natural key are concurrent writes, column by column")
  func twoInserts() throws {
    let (world, a, b) = try pair()
    try a.insertNote("twice", title: "equal", body: "from a", rank: 3)
    try b.insertNote("twice", title: "equal", body: nil, rank: 3)
    try world.settle()
    for engine in [a, b, world.hub] {
      let sides = try engine.sides()
      #expect(Array(sides.keys) == ["body"])
      #expect(Set(sides["body"] ?? []) == [.text("from a"), .null])
    }
    try expectAgreement([a, b, world.hub])
  }

  @Test("Two spellings of é in a key are two rows, and in a field two values")
  func twoSpellings() throws {
    let (world, a, b) = try pair()
    let (composed, decomposed) = ("caf\u{e9}", "cafe\u{301}")
    #expect(composed == decomposed, "Swift takes them for one; SQLite and we do not")
    try a.insertNote(composed, title: "composed")
    try b.insertNote(decomposed, title: "decomposed")
    try a.setNote("n", "title", .text(composed))
    try b.setNote("n", "title", .text(decomposed))
    try world.settle()
    for engine in [a, b, world.hub] {
      #expect(try engine.rows("note").count == 3)
      #expect(try engine.note(composed, "title", of: "kelp") == .text("composed"))
      #expect(try engine.note(decomposed, "title", of: "kelp") == .text("decomposed"))
      #expect(try engine.conflicts().count == 1)
      #expect(Set(try engine.sides()["title"] ?? []) == [.text(composed), .text(decomposed)])
    }
    try expectAgreement([a, b, world.hub])
  }
}
