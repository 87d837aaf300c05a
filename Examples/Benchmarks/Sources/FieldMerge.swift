import GRDB
import SyncEngine

/// Two nodes edited different fields of the same rows, apart from each other: the time of the merge on one of them.
struct FieldMerge {
  private let scratch: Scratch
  static let rowCount = 40_000

  init(_ scratch: Scratch) { self.scratch = scratch }

  func measure(against doltLite: Double?, into table: inout ResultTable) throws {
    let ours = Stopwatch.median(try (0..<3).map { _ in try merge() })
    table.add(
      "merge of \(Self.rowCount) x \(Self.rowCount) edits : DoltLite", ours: ResultTable.seconds(ours),
      other: doltLite.map(ResultTable.seconds) ?? "not run", ratio: doltLite.map { ours / $0 },
      goal: "<= 1.0 x the time")
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
