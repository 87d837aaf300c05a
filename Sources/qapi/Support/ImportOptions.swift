import ArgumentParser
import Changesets
import GRDB
import SyncEngine

/// What a file would do to the records as they stand.
protocol ImportPreview {
  /// What is wrong, all at once; nothing is written while there is any.
  var problems: [InputProblem] { get }
  /// How many records it writes.
  var changeCount: Int { get }
  /// What the person is shown before anything is written, and told afterwards.
  var lines: [String] { get }
  /// What is to be said besides.
  var remarks: [String] { get }
  /// What is said where nothing is to be written.
  var nothing: String { get }
  func members(written: Bool) -> [JSON.Member]
  /// Whether another look at the file and the records would write the same.
  func agrees(with other: Self) -> Bool
}

extension ImportPreview {
  var remarks: [String] { [] }
  var nothing: String { "nothing was changed" }
  func agrees(with other: Self) -> Bool { lines == other.lines }
}

/// On every command that takes records from a file: it is looked at first, and written whole or not at all.
struct ImportOptions: ParsableArguments {
  @Flag(help: "Say what would be written, and change nothing.")
  var dryRun = false
  @Flag(help: "Do not ask.")
  var yes = false
  @OptionGroup var writing: WritingOptions

  /// Whether it was said why what looks like the number of a person is none.
  var areNumbersConfirmed: Bool { writing.confirmNumber != nil }

  /// Who writes; nil for a dry run.
  func person(of node: OpenNode) throws -> Person? {
    guard !dryRun else { return nil }
    let person = try writing.person(of: node)
    try writing.checkMessage(on: node)
    return person
  }

  /// Looks, shows what was found, asks, looks again, and writes.
  ///
  /// - Parameters:
  ///   - noun: what is counted, singular: "payment".
  ///   - otherwise: the reason that stands in the log when the person gives none.
  ///   - look: reads the file against the records, in a transaction.
  ///   - write: writes what the second look found, in the same transaction.
  /// - Throws: `Failure` where the records changed between the looks, or nobody can be asked.
  func take<Preview: ImportPreview>(
    from file: String, counted noun: String, on node: OpenNode, as person: Person?, otherwise: String,
    look: (Database) throws -> Preview, write: (Preview, Database) throws -> Void
  ) throws -> Report {
    let preview = try node.engine.queue.read(look)
    guard preview.problems.isEmpty else { return .problems(preview.problems, at: file) }
    func report(written: Bool, _ note: String) -> Report {
      Report(lines: preview.lines, notes: preview.remarks + [note], members: preview.members(written: written))
    }
    guard preview.changeCount > 0 else { return report(written: false, preview.nothing) }
    guard let person else { return report(written: false, "nothing was changed: --dry-run") }
    if !yes {
      for line in preview.lines { Terminal.note(line) }
      guard try Terminal.confirmWriting(preview.changeCount, noun, from: file) else {
        return Report(notes: ["nothing was changed"])
      }
    }
    try writing.write(on: node, as: person, otherwise: otherwise) { db in
      let now = try look(db)
      guard now.problems.isEmpty, now.agrees(with: preview) else {
        throw Failure(
          .busy, "records changed while you looked; nothing was changed", next: "look again, and try again")
      }
      try write(now, db)
    }
    return report(written: true, node.nextExchange)
  }
}
