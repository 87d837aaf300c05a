import Foundation
import GRDB
import SyncEngine

/// What capture costs: rows written through the engine beside the same rows written with GRDB alone.
struct CapturedWrites {
  private let scratch: Scratch
  private let rowCount = 100_000
  private let commitCount = 1_000

  init(_ scratch: Scratch) { self.scratch = scratch }

  /// One transaction of many rows.
  func measureBulk(into table: inout ResultTable) throws {
    var captured: [Double] = []
    var plain: [Double] = []
    for _ in 0..<3 {
      let world = try World(in: try scratch.fresh("bulk"))
      let other = try Note.plainDatabase(at: try scratch.fresh("bulk.sqlite"))
      plain.append(try Stopwatch.seconds { try other.write { db in try Note.insert(0..<rowCount, in: db) } })
      captured.append(
        try Stopwatch.seconds {
          try world.first.write(as: World.person, message: "Rows") { db in try Note.insert(0..<rowCount, in: db) }
        })
      try other.close()
    }
    let (ours, theirs) = (Stopwatch.median(captured), Stopwatch.median(plain))
    table.add(
      "captured bulk insert of \(rowCount) rows : plain GRDB", ours: ResultTable.rate(rowCount, ours),
      other: ResultTable.rate(rowCount, theirs), ratio: ours / theirs, goal: "<= 2.0 x the time")
  }

  /// Many transactions of one row, in turn, so that both meet the same moods of the disk.
  func measureCommits(into table: inout ResultTable) throws {
    let world = try World(in: try scratch.fresh("commits"))
    let other = try Note.plainDatabase(at: try scratch.fresh("commits.sqlite"))
    var captured: [Double] = []
    var plain: [Double] = []
    for number in 0..<commitCount {
      plain.append(try Stopwatch.seconds { try other.write { db in try Note.insert(number..<number + 1, in: db) } })
      captured.append(
        try Stopwatch.seconds {
          try world.first.write(as: World.person, message: "A row") { db in
            try Note.insert(number..<number + 1, in: db)
          }
        })
    }
    let (ours, theirs) = (Stopwatch.median(captured), Stopwatch.median(plain))
    table.add(
      "captured single-row commit : plain GRDB", ours: String(format: "%.0f us", ours * 1e6),
      other: String(format: "%.0f us", theirs * 1e6), ratio: ours / theirs, goal: "<= 1.15 x the time")
  }
}
