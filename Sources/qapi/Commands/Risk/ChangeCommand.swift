import ArgumentParser
import GRDB
import Improvement
import Plans
import Records
import Store

struct ChangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "Changes of business processes, policies and procedures (IOP.3.1).",
    discussion: """
      Five parts: analysis of present practice, design, implementation plan, training and tools, monitoring. What is not \
      written yet is named, and stands in the way of nothing.
      """,
    subcommands: [
      RecordAdd<ChangeNoun>.self, RecordList<ChangeNoun>.self, RecordShow<ChangeNoun>.self,
      RecordEdit<ChangeNoun>.self, RecordRemove<ChangeNoun>.self,
    ], defaultSubcommand: RecordList<ChangeNoun>.self)
}

/// Process changes, written by the agency.
enum ChangeNoun: RecordNoun {
  typealias Entry = ProcessChange
  static let command = "change"
  static let columns = ["kind", "begin", "due", "done", "title"]
  static let required = ["title"]

  static func begin(_ entry: inout ProcessChange, _ occasion: RecordOccasion) { entry.person = occasion.person }

  static func check(_ entry: ProcessChange, was old: ProcessChange?, of agency: String?, in db: Database) throws {
    for (name, end) in [("due", entry.due), ("done", entry.done)] {
      guard let begin = Day(entry.begin), let end = Day(end), end < begin else { continue }
      throw Failure.rule(
        "change-ends-before", "the change would begin on \(begin) and be \(name) on \(end)",
        next: "correct begin= or \(name)=")
    }
  }

  static func isOpen(_ entry: ProcessChange) -> Bool { !entry.isOver }

  static func remarks(on entry: ProcessChange) -> [String] {
    let missing = entry.missingParts
    return missing.isEmpty ? [] : ["not written yet: " + missing.joined(separator: ", ")]
  }

  static func details(
    of entry: ProcessChange, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    let missing = entry.missingParts
    return RecordDetails(
      lines: missing.isEmpty ? [] : [""] + Layout.facts([["not written yet:", missing.joined(separator: ", ")]]),
      members: JSON.members(["missing": JSON(missing)]))
  }
}
