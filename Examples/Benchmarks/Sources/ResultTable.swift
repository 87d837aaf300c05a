import Foundation

/// The lines of the report: what was measured, on what both sides came, and the ratio beside its goal.
struct ResultTable {
  private var lines: [(work: String, ours: String, other: String, ratio: String, goal: String)] = [
    ("work", "ours", "beside it", "ratio", "goal")
  ]

  mutating func add(_ work: String, ours: String, other: String, ratio: Double?, goal: String) {
    lines.append((work, ours, other, ratio.map { Self.number($0) } ?? "-", goal))
  }

  func print() {
    let rows = lines.map { [$0.work, $0.ours, $0.other, $0.ratio, $0.goal] }
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let cells = zip(row, widths).map { cell, width in
        cell.padding(toLength: width, withPad: " ", startingAt: 0)
      }
      Swift.print(cells.joined(separator: "  "))
    }
  }

  static func number(_ value: Double) -> String { String(format: "%.2f", value) }
  static func seconds(_ value: Double) -> String { String(format: "%.3f s", value) }
  static func rate(_ count: Int, _ seconds: Double) -> String {
    String(format: "%.0f rows/s", Double(count) / seconds)
  }
}

/// Runs and times.
enum Stopwatch {
  /// How long `body` takes, in seconds.
  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  /// The middle of some times: what a run usually takes, whatever a busy disk does now and then.
  static func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
}
