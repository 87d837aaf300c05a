import Foundation
import GRDB
import SyncEngine

/// Two nodes edited different fields of the same rows, apart from each other: the time of the merge on one of them.
struct FieldMerge {
  private let scratch: Scratch
  static let rowCount = 40_000

  init(_ scratch: Scratch) { self.scratch = scratch }

  /// - Parameter python: an interpreter that has the `doltlite` package; nil leaves that side out.
  func measure(against python: String?, into table: inout ResultTable) throws {
    var merged: [Double] = []
    var doltLite: [Double] = []
    for _ in 0..<3 {
      merged.append(try merge())
      if let python { doltLite.append(try mergeWithDoltLite(python)) }
    }
    let ours = Stopwatch.median(merged)
    let theirs = doltLite.isEmpty ? nil : Stopwatch.median(doltLite)
    table.add(
      "merge of \(Self.rowCount) x \(Self.rowCount) edits : DoltLite", ours: ResultTable.seconds(ours),
      other: theirs.map(ResultTable.seconds) ?? "not run", ratio: theirs.map { ours / $0 }, goal: "<= 1.0 x the time")
  }

  /// The same shape in DoltLite; of its work, only the merge statement is timed.
  private func mergeWithDoltLite(_ python: String) throws -> Double {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("doltlite_merge.py").path
    let output = try Scratch.run([python, script, try scratch.fresh("doltlite.db"), String(Self.rowCount)])
    guard let seconds = Double(String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    else { throw BenchmarkFailure("\(script) printed no time") }
    return seconds
  }

  /// A whole sync of a node that has sealed its own edits, and whose git copy holds the other's sealed files.
  private func merge() throws -> Double {
    let rowCount = Self.rowCount
    let world = try World(in: try scratch.fresh("merge"))
    try world.first.write(as: World.person, message: "Rows") { db in try Note.insert(0..<rowCount, in: db) }
    try world.sync(world.first)
    try world.sync(world.second)
    try world.second.write(as: World.person, message: "Here") { db in
      try db.execute(sql: "UPDATE note SET title = title || ', here'")
    }
    try world.sync(world.second)
    // The first node seals before it applies what came, so its edits know nothing of the second's.
    try world.first.write(as: World.person, message: "There") { db in
      try db.execute(sql: "UPDATE note SET status = 'done'")
    }
    try world.sync(world.first)
    try world.prefetch(from: world.first, to: world.second)
    var counted = 0
    let seconds = try Stopwatch.seconds { counted = try world.sync(world.second).counted }
    let merged = try world.second.queue.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM note WHERE title LIKE '%, here' AND status = 'done'")
    }
    guard counted == 1, merged == rowCount else { throw BenchmarkFailure("\(merged ?? 0) rows have both edits") }
    return seconds
  }
}
