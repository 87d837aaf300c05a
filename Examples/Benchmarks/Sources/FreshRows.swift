import CSQLite
import GRDB
import SQLiteChangeset
import SyncEngine

/// From sealed files to rows: a sibling node takes another node's fresh rows, beside SQLite's own apply of the same
/// changes without signature, encryption, checks and versions.
struct FreshRows {
  private let scratch: Scratch
  private let rowCount = 100_000

  init(_ scratch: Scratch) { self.scratch = scratch }

  func measure(into table: inout ResultTable) throws {
    var merged: [Double] = []
    var applied: [Double] = []
    for _ in 0..<3 {
      merged.append(try merge())
      applied.append(try apply())
    }
    let (ours, theirs) = (Stopwatch.median(merged), Stopwatch.median(applied))
    table.add(
      "verify to merge of \(rowCount) fresh rows : sqlite3changeset_apply", ours: ResultTable.rate(rowCount, ours),
      other: ResultTable.rate(rowCount, theirs), ratio: theirs / ours, goal: ">= 0.5 x the rows/s")
  }

  /// A whole sync of a node whose git copy holds the sealed files already: signature, digest, decryption, inflation,
  /// decoding, authorisation, row states, rows, commit.
  private func merge() throws -> Double {
    let world = try World(in: try scratch.fresh("fresh"))
    try world.first.write(as: World.person, message: "Rows") { db in try Note.insert(0..<rowCount, in: db) }
    try world.sync(world.first)
    try world.prefetch(from: world.first, to: world.second)
    var counted = 0
    let seconds = try Stopwatch.seconds { counted = try world.sync(world.second).counted }
    let count = try world.second.queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM note") }
    guard counted == 1, count == rowCount else { throw BenchmarkFailure("the sibling has \(count ?? 0) rows") }
    return seconds
  }

  /// `sqlite3changeset_apply` on what this process itself captured: trusted bytes, never those of another node.
  private func apply() throws -> Double {
    let source = try Note.plainDatabase(at: try scratch.fresh("source.sqlite"))
    var changes = try source.write { db in
      let session = try unsafe CaptureSession(connection: Self.connection(of: db), tables: ["note"])
      try Note.insert(0..<rowCount, in: db)
      return try session.changeset()
    }
    let target = try Note.plainDatabase(at: try scratch.fresh("target.sqlite"))
    let seconds = try Stopwatch.seconds {
      try target.write { db in
        let code = try unsafe sqlite3changeset_apply(
          Self.connection(of: db), Int32(changes.count), &changes, nil, { _, _, _ in SQLITE_CHANGESET_ABORT }, nil)
        guard code == SQLITE_OK else { throw BenchmarkFailure("sqlite3changeset_apply gave \(code)") }
      }
    }
    let count = try target.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM note") }
    guard count == rowCount else { throw BenchmarkFailure("apply left \(count ?? 0) rows") }
    return seconds
  }

  private static func connection(of db: Database) throws -> OpaquePointer {
    guard let connection = unsafe db.sqliteConnection else { throw BenchmarkFailure("the database is closed") }
    return unsafe connection
  }
}
