import ArgumentParser
import GRDB
import Records
import Store
import Training

/// Which completion is corrected.
struct NamedCompletion: ParsableArguments {
  @Argument(help: "Code of whoever completed it, or a name that nobody else bears.")
  var staff: String
  @Argument(help: "Code of the course.")
  var course: String
  @Argument(help: "The day on which it was completed, like 2024-01-31.")
  var day: String
  @Option(help: "Its number, where several are of that day; else the one that stands.")
  var number: Int?

  /// - Throws: `Failure` where there is none.
  func find(of agency: String, in db: Database) throws -> Completion {
    let member = try SessionRules.member(staff, of: agency, in: db)
    let day = try Entered.day(day, "the day")
    let all = try SessionStore.completions(
      of: member.code, course: RecordText.normalised(course), day: "\(day)", agency, in: db)
    let named = number.map { number in all.filter { $0.number == number } }
    // Two that stand are there after a merge: it is said which.
    let standing = all.filter { !$0.isVoid }
    guard named != nil || standing.count < 2 else {
      throw Failure.usage(
        "\(standing.count) of them stand; nothing was changed",
        next: "say --number: \(standing.map { "\($0.number)" }.joined(separator: ", "))")
    }
    guard let found = (named ?? (standing.isEmpty ? all.suffix(1) : standing)).first else {
      throw Failure.usage(
        "\(Shown.line(member.code, limit: 40)) has no such completion of \(day); nothing was changed",
        next: "see `qapi training completion list staff=\(Shown.line(member.code, limit: 40))`")
    }
    return found
  }
}

struct CompletionVoid: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Say that a completion is wrong: it never counted (the agency).",
    discussion: "It stays on record with the reason. JSON: \(CompletionNoun.jsonNames).")
  @OptionGroup var named: NamedCompletion
  @Option(help: "Why it is void.")
  var reason: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<CompletionNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let reason = try Entered.text(reason, "--reason", oneLine: true, mayBeEmpty: false)
    let void = try writing.write(on: node, as: person, otherwise: "completion void") { db in
      let old = try named.find(of: node.member, in: db)
      guard !old.isVoid else {
        throw Failure.rule(
          "void-already", "it is void since \(Shown.line(old.void))",
          next: "issue what is right with `qapi training completion reissue`")
      }
      return try Self.void(old, reason, today, of: node.member, in: db)
    }
    return Report(
      lines: ["completion of \(CompletionNoun.name(of: void)) is void"], notes: [node.nextExchange],
      members: CompletionNoun.members(of: void, agency: node.member))
  }

  static func void(
    _ old: Completion, _ reason: String, _ today: Day, of agency: String, in db: Database
  ) throws -> Completion {
    var void = old
    (void.void, void.reason) = ("\(today)", reason)
    try RecordStore.update(void, from: old, agency: agency, in: db)
    return void
  }
}

struct CompletionReissue: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reissue", abstract: "Correct a completion: void, and another one with what is right (the agency).",
    discussion: """
      FIELD=VALUE is what differs; the rest comes from the one that is corrected. One that is void already is issued anew with the \
      next number.

      Fields: \(CompletionNoun.entered.filter { $0.name != "staff" }.map(\.name).joined(separator: ", ")).

      JSON: \(CompletionNoun.jsonNames), was (day, number).
      """)
  @OptionGroup var named: NamedCompletion
  @Argument(help: "What differs, as FIELD=VALUE.")
  var values: [String] = []
  @Option(help: "Why it was wrong.")
  var reason: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<CompletionNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let reason = try Entered.text(reason, "--reason", oneLine: true, mayBeEmpty: false)
    let agency = node.member
    let (old, new) = try writing.write(on: node, as: person, otherwise: "completion issued anew") { db in
      let old = try named.find(of: agency, in: db)
      var new = old
      (new.void, new.reason) = ("", "")
      let before = new
      try RecordWork<CompletionNoun>.take(values, into: &new)
      guard new.staff == old.staff else {
        throw Failure.rule(
          "another-person", "what one person completed is not another's",
          next: "void this one, and add the other: `qapi training completion add`")
      }
      guard new != before || old.isVoid else {
        throw Failure.rule("nothing-differs", "it says all of that already", next: "say what differs, as FIELD=VALUE")
      }
      if !old.isVoid { _ = try CompletionVoid.void(old, reason, today, of: agency, in: db) }
      new.number = try CompletionNoun.nextNumber(new, of: agency, in: db)
      new = try RecordWork<CompletionNoun>.checked(new, was: old, of: agency, in: db)
      try RecordStore.insert(new, agency: agency, in: db)
      return (old, new)
    }
    return Report(
      lines: [
        "completion of \(CompletionNoun.name(of: old)) is void", "completion of \(CompletionNoun.name(of: new)) stands",
      ],
      notes: [node.nextExchange],
      members: CompletionNoun.members(of: new, agency: agency) + [
        .init(key: "was", value: .object(["day": .text(old.day), "number": JSON(old.number)]))
      ])
  }
}
