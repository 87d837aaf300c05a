import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct AllocationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocation",
    abstract: "Allocation letters of the department, and what they come to (AS.2.3, AS.2.5).",
    discussion: """
      The department issues letters; every version is kept. In force is the standard letter of the highest kind (initial planning, \
      final planning, final), and what non-standard letters of its day or later add.
      """,
    subcommands: [
      AllocationShow.self, AllocationIssue.self, RecordList<AllocationLetterNoun>.self,
    ], defaultSubcommand: AllocationShow.self)
}

/// Letters; `allocation issue` writes them.
enum AllocationLetterNoun: RecordNoun {
  typealias Entry = AllocationLetter
  static let command = "allocation"
  static let columns = ["year", "kind", "day", "number", "supersedes"]
}
