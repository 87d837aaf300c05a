import Foundation
import Records
import Reports
import SyncEngine

/// Where a node remembers what it exported to calendars: `calendar.json` beside its database. It holds nothing that the exported
/// files do not hold, and may be lost: numbers go on above the old ones (``CalendarLedger``).
struct LedgerFile {
  let path: String

  init(of node: OpenNode) { path = node.engine.folder.path + "/calendar.json" }

  private struct Content: Codable {
    var format = 1
    var calendars: [String: [String: Line]] = [:]
  }

  private struct Line: Codable {
    var sequence: Int
    var stamp: String
    var day: String
    var title: String
    var description: String
    var category: String
    var cancelled: String?
  }

  /// By the name of the calendar.
  func read() throws -> [String: CalendarLedger] {
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    guard let data = FileManager.default.contents(atPath: path),
      let content = try? JSONDecoder().decode(Content.self, from: data), content.format == 1
    else {
      throw Failure(
        .error, "what was exported before cannot be read", at: path,
        next: "delete the file: the events keep their names, and their numbers go on above the old ones")
    }
    return content.calendars.mapValues { lines in
      CalendarLedger(
        lines: lines.compactMapValues { line in
          Day(line.day).map { day in
            .init(
              sequence: line.sequence, stamp: line.stamp, day: day, title: line.title, description: line.description,
              category: line.category, cancelled: line.cancelled.flatMap { Day($0) })
          }
        })
    }
  }

  /// A crash leaves the old file or the new one.
  func write(_ ledgers: [String: CalendarLedger]) throws {
    let content = Content(
      calendars: ledgers.mapValues { ledger in
        ledger.lines.mapValues { line in
          Line(
            sequence: line.sequence, stamp: line.stamp, day: "\(line.day)", title: line.title,
            description: line.description, category: line.category, cancelled: line.cancelled.map { "\($0)" })
        }
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try (encoder.encode(content) + Data("\n".utf8)).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(
        .error, "what was exported cannot be remembered", at: path,
        next: "check the space and the rights of the folder, and export again")
    }
  }
}
