import ArgumentParser
import Changesets
import GRDB
import Improvement
import Plans
import Records
import Store

/// Problems that a review found.
enum ReviewFindingNoun: RecordNoun {
  typealias Entry = ReviewFinding
  static let command = "review finding"
  static let title = "finding"
  static let columns = ["disposition", "rule", "text"]
  static let required = ["text"]

  static func isOpen(_ entry: ReviewFinding) -> Bool { entry.disposition == "open" }

  static func check(_ entry: ReviewFinding, was old: ReviewFinding?, of agency: String?, in db: Database) throws {
    let rules = try ImprovementStore.rules(in: db)
    guard entry.rule.isEmpty || rules[entry.rule] != nil || entry.rule == old?.rule else {
      throw Failure.rule(
        "unknown-review-rule", "there is no rule '\(Shown.line(entry.rule, limit: 40))'",
        next: "see `qapi review rule list`, or leave it out")
    }
    switch entry.disposition {
    case "corrective action" where entry.action.isEmpty:
      throw Failure.rule(
        "disposition-without-action", "the disposition names no corrective action", next: "say it with action=ID")
    case "corrected", "explained":
      guard !entry.reason.isEmpty else {
        throw Failure.rule(
          "disposition-without-reason", "the disposition says not how, or why", next: "say it with reason=\"...\"")
      }
    default: break
    }
  }
}

struct ReviewFindingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finding", abstract: "The problems that a review found, and what became of them.",
    subcommands: [
      RecordAdd<ReviewFindingNoun>.self, RecordList<ReviewFindingNoun>.self, RecordShow<ReviewFindingNoun>.self,
      RecordEdit<ReviewFindingNoun>.self, ReviewFindingDispose.self, RecordRemove<ReviewFindingNoun>.self,
    ], defaultSubcommand: RecordList<ReviewFindingNoun>.self)
}

struct ReviewFindingDispose: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispose", abstract: "Say what became of a problem that a review found (the agency).",
    discussion: "JSON: \(ReviewFindingNoun.jsonNames).")
  @Argument(help: "Id of the finding, or the beginning of it, or `latest`.")
  var id: String
  @Option(name: .customLong("result"), help: "One of: \(ReviewFinding.dispositions.joined(separator: ", ")).")
  var result: String
  @Option(help: "How, or why.")
  var reason: String?
  @Option(help: "Id of the corrective action, or the beginning of it, or `latest`.")
  var action: String?
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<ReviewFindingNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let entry = try writing.write(on: node, as: person, otherwise: "disposition of a finding") { db in
      let (agency, old) = try RecordWork<ReviewFindingNoun>.findToWrite(id, agency: nil, on: node, in: db)
      var entry = old
      let values = ["disposition": result, "reason": reason, "action": action, "day": "\(day)"]
      try RecordWork<ReviewFindingNoun>.take(
        values.compactMap { name, value in value.map { "\(name)=\($0)" } }, into: &entry)
      entry.person = person.name
      entry = try RecordWork<ReviewFindingNoun>.checked(entry, was: old, of: agency, in: db)
      try RecordStore.update(entry, from: old, agency: agency, in: db)
      return entry
    }
    return Report(
      lines: ["finding \(entry.id): \(entry.disposition)"], notes: [node.nextExchange],
      members: ReviewFindingNoun.members(of: entry, agency: node.member))
  }
}

struct ReviewFinish: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "finish", abstract: "Finish a review: its verdict by the rules (the agency).",
    discussion: """
      A review that failed leads to a corrective action (IOP.1.4 task 6): --open-action opens it at once.

      JSON: \(ReviewNoun.jsonNames), verdict, failed (rules), corrective_action (its id, or null).
      """)
  @Argument(help: "Id of the review, or the beginning of it, or `latest`.")
  var id: String
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @Flag(help: "Open the corrective action, if the review failed.")
  var openAction = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<ReviewNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let (standing, action) = try writing.write(on: node, as: person, otherwise: "review finished") { db in
      let (_, old) = try RecordWork<ReviewNoun>.findToWrite(id, agency: nil, on: node, in: db)
      let before = try ReviewStanding(of: old, agency: node.member, in: db)
      guard !before.whole.counts.isEmpty else {
        throw Failure.rule(
          "review-without-counts", "nothing was counted in this review", next: "count it with `qapi review count`")
      }
      guard Day(old.begun).map({ $0 <= day }) ?? true else {
        throw Failure.rule("finished-before-begun", "the review began on \(old.begun)", next: "correct the day")
      }
      var review = old
      review.finished = "\(day)"
      try RecordStore.update(review, from: old, agency: node.member, in: db)
      let standing = try ReviewStanding(of: review, agency: node.member, in: db)
      var action: CorrectiveAction?
      if openAction, standing.verdict == .failed {
        if let other = try ActionNoun.open(from: review.id, of: node.member, in: db).first {
          throw Failure.rule(
            "action-is-open", "the corrective action \(other.id) is open from this review",
            next: "leave out --open-action; for another problem, use `qapi action open --review \(review.id)`")
        }
        var opened = standing.correctiveAction(id: node.newID(), on: day, person: person.name)
        opened = try RecordWork<ActionNoun>.checked(opened, was: nil, of: node.member, in: db)
        try RecordStore.insert(opened, agency: node.member, in: db)
        action = opened
      }
      return (standing, action)
    }
    let failed = standing.failed.map(\.rule)
    var notes = standing.sampleRemark.map { ["warning: \($0)"] } ?? []
    if standing.verdict == .failed, action == nil {
      notes.append("next:  qapi action open --review \(standing.whole.review.id)")
    }
    return Report(
      lines: ["review \(standing.whole.review.id): \(standing.verdict.rawValue)"]
        + failed.map { "  failed: \(Shown.line($0))" } + (action.map { ["corrective action \($0.id)"] } ?? []),
      notes: notes + [node.nextExchange],
      members: ReviewNoun.members(of: standing.whole.review, agency: node.member) + [
        .init(key: "verdict", value: .text(standing.verdict.rawValue)), .init(key: "failed", value: JSON(failed)),
        .init(key: "corrective_action", value: JSON(action?.id)),
      ])
  }
}

extension ReviewStanding {
  /// The corrective action that follows on the review.
  func correctiveAction(id: String, on day: Day, person: String) -> CorrectiveAction {
    var action = CorrectiveAction(id: id)
    action.title = "\(whole.review.quarter): \(whole.review.title)"
    action.problem = failed.map { count in
      "\(rules[count.rule]?.title ?? count.rule): \(count.met) met of \(count.reviewed), \(Self.share(count)), below "
        + "\(rules[count.rule]?.percent ?? 0) percent."
    }.joined(separator: "\n")
    action.origin = "review"
    action.originId = whole.review.id
    action.element = "IOP.1.4"
    action.required = whole.isRequired ? 1 : 0
    action.opened = "\(day)"
    action.person = person
    return action
  }
}
