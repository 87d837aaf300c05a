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
      AllocationShow.self, AllocationIssue.self, AllocationMove.self, RecordList<AllocationLetterNoun>.self,
      RecordGroup<AllocationNoticeNoun>.self, NaturalGroup<AppropriationNoun>.self, NaturalGroup<FundSourceNoun>.self,
    ], defaultSubcommand: AllocationShow.self)
}

/// Letters; `allocation issue` and `allocation move` write them.
enum AllocationLetterNoun: RecordNoun {
  typealias Entry = AllocationLetter
  static let command = "allocation"
  static let columns = ["year", "kind", "day", "number", "supersedes"]
}

/// Notices that an allocation is insufficient (AS.2.3 task 4).
enum AllocationNoticeNoun: RecordNoun {
  typealias Entry = AllocationNotice
  static let command = "allocation notice"
  static let title = "notice"
  static let hasTables = true
  static let columns = ["year", "amount", "day", "text"]
  static let required = ["year", "amount", "text"]

  static func begin(_ entry: inout AllocationNotice, _ occasion: RecordOccasion) {
    (entry.day, entry.person) = ("\(occasion.today)", occasion.person)
  }

  static func check(_ entry: AllocationNotice, was old: AllocationNotice?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkYear(entry.year)
  }
}

enum AppropriationNoun: NaturalNoun {
  typealias Entry = Appropriation
  static let command = "allocation appropriation"
  static let columns = ["year", "category", "amount", "source"]
  static let required = ["year", "category", "source"]

  static func check(_ entry: Appropriation, was old: Appropriation?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkYear(entry.year)
  }
}

enum FundSourceNoun: NaturalNoun {
  typealias Entry = FundSource
  static let command = "allocation fund"
  static let columns = ["code", "federal_rate", "title"]
  static let required = ["code"]

  static func checkRemoval(of entry: FundSource, agency: String?, in db: Database) throws {
    guard try !RecordStore.all(AllocationLine.self, where: "fund", is: entry.code, in: db).isEmpty else { return }
    throw Failure.rule("fund-in-use", "lines of letters name this fund source", next: "keep it; letters stand for good")
  }
}
