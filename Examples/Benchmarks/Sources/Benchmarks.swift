import Foundation

/// Prints the ratios of the design's section 12 that the first releases must meet. Every ratio comes from one run on one
/// machine; nothing is asserted by time.
///
/// Arguments: a scratch folder on the disk that is to be measured, a Python interpreter that has the `doltlite` package
/// (`-` to leave DoltLite out), and names of measurements if not all are wanted.
@main
struct Benchmarks {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else {
      print("usage: benchmarks <scratch folder> [python | -] [bulk | commits | fresh | merge | wire]...")
      exit(2)
    }
    do {
      let python = arguments.dropFirst(2).first.flatMap { $0 == "-" ? nil : $0 }
      try measure(Set(arguments.dropFirst(3)), in: Scratch(arguments[1]), python: python)
    } catch {
      print("the benchmark stopped: \(error)")
      exit(1)
    }
  }

  private static func measure(_ names: Set<String>, in scratch: Scratch, python: String?) throws {
    func isWanted(_ name: String) -> Bool { names.isEmpty || names.contains(name) }
    var table = ResultTable()
    if isWanted("bulk") { try CapturedWrites(scratch).measureBulk(into: &table) }
    if isWanted("commits") { try CapturedWrites(scratch).measureCommits(into: &table) }
    if isWanted("fresh") { try FreshRows(scratch).measure(into: &table) }
    if isWanted("merge") { try FieldMerge(scratch).measure(against: python, into: &table) }
    if isWanted("wire") { try WireBytes(scratch).measure(into: &table) }
    table.print()
  }
}
