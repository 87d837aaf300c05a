import ArgumentParser
import Changesets
import GRDB
import Records
import Store
import Training

struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "What was completed: added, corrected, and never deleted (AS.5.2).",
    discussion: """
      What is completed in a session is written by `qapi training attend`, `enter` and `sheet import`. Here is the rest: self-directed \
      training, equivalent prior training, professional development. A wrong one is void, and what is right is issued anew.
      """,
    subcommands: [
      CompletionAdd.self, CompletionList.self, CompletionVoid.self, CompletionReissue.self, CompletionImport.self,
      CompletionExport.self,
    ], defaultSubcommand: CompletionList.self)
}

/// What somebody completed. Its verbs are its own: a completion is never changed, and never removed.
enum CompletionNoun: NaturalNoun {
  typealias Entry = Completion
  static let command = "training completion"
  static let columns = ["day", "staff", "course", "number", "version", "hours", "kind", "void"]
  static let required = ["course", "day"]
  static let writtenBy = [
    "number": "qapi training completion reissue", "void": "qapi training completion void",
    "reason": "qapi training completion void", "transcript": "qapi training transcript import",
  ]

  /// The version of the course that was taught on the day, and its hours, if nothing else is said.
  static func begin(_ entry: inout Completion, _ occasion: RecordOccasion) { (entry.version, entry.hours) = (0, -1) }

  static func filled(
    _ entry: Completion, was old: Completion?, of agency: String?, in db: Database
  ) throws -> Completion {
    try TrainingRules.checkCourse(entry.course, of: agency, in: db)
    let courses = try TrainingRules.courses(of: agency, in: db)
    var entry = entry
    if entry.version == 0, let day = Day(entry.day) {
      entry.version = courses.meant(entry.course, on: day)?.version ?? 1
    }
    if entry.hours < 0 { entry.hours = courses.course(entry.course, version: entry.version)?.hours ?? 0 }
    return entry
  }

  static func check(_ entry: Completion, was old: Completion?, of agency: String?, in db: Database) throws {
    let agency = agency ?? ""
    guard let member = try SessionStore.member(entry.staff, of: agency, in: db) else { return }
    try SessionRules.check(entry, of: member, today: Day.argument(nil))
    let courses = try TrainingRules.courses(of: agency, in: db)
    if let rule = entry.broken(by: courses) {
      throw TrainingRules.failure(rule, entry.course, version: entry.version, on: entry.day, courses)
    }
    let standing = try SessionStore.completions(
      of: entry.staff, course: entry.course, day: entry.day, agency, in: db)
    guard !standing.contains(where: { !$0.isVoid && $0.number != entry.number }) else {
      throw Failure.rule(
        "twice", "\(Shown.line(entry.staff, limit: 40)) completed that course on that day already",
        next: "correct it with `qapi training completion reissue`, if it is wrong")
    }
  }

  /// The number of the next one of a person, a course and a day.
  static func nextNumber(_ entry: Completion, of agency: String, in db: Database) throws -> Int {
    let standing = try SessionStore.completions(
      of: entry.staff, course: entry.course, day: entry.day, agency, in: db)
    let number = Positions.next(after: standing.map(\.number))
    guard number <= 99 else {
      throw Failure.rule(
        "too-many", "it was issued \(standing.count) times already",
        next: "look at them: `qapi training completion list`")
    }
    return number
  }
}

struct CompletionAdd: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add what somebody completed in no session (the agency).",
    discussion: """
      \(CompletionNoun.fieldHelp)

      Version and hours are those of the version that was taught on the day, if nothing else is said. \
      kind="equivalent prior training" may lie before the day of hire. JSON: \(CompletionNoun.jsonNames).
      """)
  @Argument(help: "What is known of it, as FIELD=VALUE.")
  var values: [String] = []
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<CompletionNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let occasion = RecordOccasion(today: try Day.argument(nil), person: person.name)
    let entry = try writing.write(on: node, as: person, otherwise: "completion added") { db in
      var entry = Completion()
      CompletionNoun.begin(&entry, occasion)
      try RecordWork<CompletionNoun>.take(values, into: &entry)
      // A void one keeps its number.
      let named = try RecordWork<CompletionNoun>.completed(entry, was: nil, of: node.member, in: db)
      entry.number = try CompletionNoun.nextNumber(named, of: node.member, in: db)
      entry = try RecordWork<CompletionNoun>.checked(entry, was: nil, of: node.member, in: db)
      try RecordStore.insert(entry, agency: node.member, in: db)
      return entry
    }
    return Report(
      lines: ["completion of \(CompletionNoun.name(of: entry))"], notes: [node.nextExchange],
      members: CompletionNoun.members(of: entry, agency: node.member))
  }
}
