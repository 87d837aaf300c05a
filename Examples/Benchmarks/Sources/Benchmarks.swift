import Foundation

/// Prints the ratios of the design's section 12 that the first releases must meet. Every ratio comes from one run on one
/// machine; nothing is asserted by time.
///
/// Arguments: a scratch folder on the disk that is to be measured, the seconds that DoltLite's merge took there (`-` if it
/// did not run), and names of measurements if not all are wanted.
@main
struct Benchmarks {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else {
      print("usage: benchmarks <scratch folder> [seconds of DoltLite's merge | -] [bulk | commits | fresh | merge | wire]...")
      exit(2)
    }
    do {
      try measure(
        Set(arguments.dropFirst(3)), in: Scratch(arguments[1]), doltLite: arguments.dropFirst(2).first.flatMap(Double.init))
    } catch {
      print("the benchmark stopped: \(error)")
      exit(1)
    }
  }

  private static func measure(_ names: Set<String>, in scratch: Scratch, doltLite: Double?) throws {
    func isWanted(_ name: String) -> Bool { names.isEmpty || names.contains(name) }
    var table = ResultTable()
    if isWanted("bulk") { try CapturedWrites(scratch).measureBulk(into: &table) }
    if isWanted("commits") { try CapturedWrites(scratch).measureCommits(into: &table) }
    if isWanted("fresh") { try FreshRows(scratch).measure(into: &table) }
    if isWanted("merge") { try FieldMerge(scratch).measure(against: doltLite, into: &table) }
    if isWanted("wire") { try WireBytes(scratch).measure(into: &table) }
    table.print()
  }
}
