import Foundation
import SQLiteChangeset
import SyncEngine
import Testing

@Suite("Writers other than ours are refused")
struct ForeignWriterTests {
  @Test(
    "The sqlite3 shell is told what to do instead, and changes nothing",
    arguments: [
      "INSERT INTO note (member, id) VALUES ('kelp', 'x')",
      "UPDATE note SET title = 'y' WHERE id = 'n'",
      "DELETE FROM note",
      "INSERT OR REPLACE INTO note (member, id) VALUES ('kelp', 'n')",
      "UPDATE OR IGNORE note SET title = 'y'",
    ])
  func shell(statement: String) throws {
    let world = try World()
    let a = try world.enrol("kelp")
    try a.insertNote("n", title: "start")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    shell.arguments = ["sqlite3", a.folder.database, statement]
    let output = Pipe()
    shell.standardError = output
    shell.standardOutput = output
    try shell.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus != 0)
    #expect(text.contains(Schema.guardMessage))
    #expect(try a.rows("note") == [[.text("kelp"), .text("n"), .text("start"), .null, .integer(0)]])
    // Our own writer is not in its own way.
    try a.setNote("n", "title", .text("ours"))
    #expect(try a.note("n", "title") == .text("ours"))
  }
}
