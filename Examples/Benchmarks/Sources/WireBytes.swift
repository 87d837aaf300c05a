import Foundation
import GRDB
import SyncEngine

/// What one edit of one field costs on the wire: the pack of exactly the objects that the exchange did not have.
struct WireBytes {
  private let scratch: Scratch

  init(_ scratch: Scratch) { self.scratch = scratch }

  func measure(into table: inout ResultTable) throws {
    let world = try World(in: try scratch.fresh("wire"))
    try world.first.write(as: World.person, message: "Rows") { db in try Note.insert(0..<100, in: db) }
    try world.sync(world.first)
    try world.mergeCentrally()
    try world.sync(world.second)
    try world.second.write(as: World.person, message: "Agreed on Monday") { db in
      try db.execute(sql: "UPDATE note SET status = 'done' WHERE position = 7")
    }
    try world.sync(world.second)
    try world.mergeCentrally()
    // The first node has receipts now, and one entry of its version vector has moved.
    try world.sync(world.first)
    let branch = "refs/heads/nodes/\(world.first.identity.node)"
    let before = try git(world, "rev-parse", branch)
    try world.first.write(as: World.person, message: "Corrected the title") { db in
      try db.execute(sql: "UPDATE note SET title = 'Note 7, corrected' WHERE position = 7")
    }
    try world.sync(world.first)
    let after = try git(world, "rev-parse", branch)
    let objects = try git(world, "rev-list", "--objects", after, "--not", before)
    let ids = objects.split(separator: "\n").map { $0.split(separator: " ")[0] + "\n" }.joined()
    let pack = try Scratch.run(
      ["git", "--git-dir", world.exchange, "pack-objects", "--stdout", "-q"], input: Data(ids.utf8))
    table.add(
      "bytes on the wire of a one-field edit", ours: "\(pack.count) bytes", other: "2048 bytes",
      ratio: Double(pack.count) / 2048, goal: "<= 1.0 x the bytes")
  }

  private func git(_ world: World, _ arguments: String...) throws -> String {
    let output = try Scratch.run(["git", "--git-dir", world.exchange] + arguments)
    return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
