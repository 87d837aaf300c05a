import ArgumentParser
import Changesets
import GRDB
import Improvement
import Plans
import Records
import Store
import SyncEngine

struct ReviewCountCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Enter what a review counted for one rule (the agency).",
    discussion: """
      Met and not met together are the cases reviewed; cases to which the rule does not apply stand beside them. --remove \
      takes away a count that was entered by mistake; `qapi log` keeps what it said.

      JSON: agency, review, rule, reviewed, met, not_met, not_applicable, percent_met, verdict, removed.
      """)
  @Argument(help: "Id of the review, or the beginning of it, or `latest`.")
  var review: String
  @Argument(help: "Id of the rule, as `review rule list` has it.")
  var rule: String
  @Option(help: "Cases to which the rule applies; else met and not met together.")
  var reviewed: Int?
  @Option(help: "Cases that met it.")
  var met: Int?
  @Option(help: "Cases that did not.")
  var notMet: Int?
  @Option(help: "Cases to which it does not apply.")
  var notApplicable = 0
  @Flag(help: "Take the count from the cases of the sample.")
  var fromItems = false
  @Flag(help: "Take the count of this rule away.")
  var remove = false
  @Option(help: "A remark.")
  var note: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if remove {
      guard !fromItems, reviewed == nil, met == nil, notMet == nil, note == nil else {
        throw ValidationError("Say --remove alone.")
      }
      return
    }
    guard fromItems ? met == nil && notMet == nil && reviewed == nil : met != nil && notMet != nil else {
      throw ValidationError("Say --met and --not-met; or --from-items or --remove alone.")
    }
    let numbers = [reviewed ?? 0, met ?? 0, notMet ?? 0, notApplicable]
    guard numbers.allSatisfy({ (0...999_999).contains($0) }) else {
      throw ValidationError("A count is a whole number from 0 to 999999.")
    }
  }

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<ReviewNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    if remove { return try removed(on: node, by: person) }
    let note = try note.map { try Entered.text($0, "--note", oneLine: true) }
    let (count, verdict, id) = try writing.write(on: node, as: person, otherwise: "count of a case review") { db in
      let (agency, review) = try RecordWork<ReviewNoun>.findToWrite(self.review, agency: nil, on: node, in: db)
      let rules = try ImprovementStore.rules(in: db)
      guard let known = rules[rule] else {
        throw Failure.rule(
          "unknown-review-rule", "there is no rule '\(Shown.line(rule, limit: 40))'",
          next: "see `qapi review rule list`")
      }
      let items = try RecordStore.records(
        ReviewItem.self, of: node.member, where: "review", is: review.id, in: db
      ).filter { $0.rule == rule }
      let count = try self.counted(items)
      try ReviewNoun.checkSample(review, holds: [count])
      var result = ReviewResult()
      result.review = review.id
      result.rule = rule
      result = try RecordStore.find(result, agency: agency, in: db) ?? result
      result.reviewed = count.reviewed
      result.met = count.met
      result.notMet = count.notMet
      result.notApplicable = count.notApplicable
      if let note { result.note = note }
      try RecordStore.put(result, agency: agency, in: db)
      return (count, count.verdict(by: known), review.id)
    }
    return report(
      count, verdict, of: id, at: node,
      "\(Shown.line(rule)): \(count.met) met of \(count.reviewed), \(ReviewStanding.share(count)): \(verdict.rawValue)")
  }

  private func removed(on node: OpenNode, by person: Person) throws -> Report {
    let result = try writing.write(on: node, as: person, otherwise: "count of a case review removed") { db in
      let (agency, review) = try RecordWork<ReviewNoun>.findToWrite(self.review, agency: nil, on: node, in: db)
      var wanted = ReviewResult()
      (wanted.review, wanted.rule) = (review.id, rule)
      guard let result = try RecordStore.find(wanted, agency: agency, in: db) else {
        throw Failure.usage(
          "the review has no count for '\(Shown.line(rule, limit: 40))'; nothing was changed",
          next: "`qapi review show \(review.id)` has its counts; cases go with `qapi review items --whole`")
      }
      try RecordStore.delete(result, agency: agency, in: db)
      return result
    }
    return report(
      ReviewCount(result), ReviewCount(result).verdict(by: nil), of: result.review, at: node,
      "\(Shown.line(rule)): removed")
  }

  private func report(
    _ count: ReviewCount, _ verdict: ReviewVerdict, of review: String, at node: OpenNode, _ line: String
  ) -> Report {
    Report(
      lines: [line],
      json: [
        "agency": .text(node.member), "review": .text(review), "rule": .text(rule), "reviewed": JSON(count.reviewed),
        "met": JSON(count.met), "not_met": JSON(count.notMet), "not_applicable": JSON(count.notApplicable),
        "percent_met": JSON(count.percentMet.map { "\($0)" }), "verdict": .text(verdict.rawValue),
        "removed": .boolean(remove),
      ], notes: [node.nextExchange])
  }

  private func counted(_ items: [ReviewItem]) throws -> ReviewCount {
    let counted = ReviewCount(rule: rule, items: items)
    if fromItems {
      guard !items.isEmpty else {
        throw Failure.usage(
          "the review has no cases for this rule; nothing was changed", next: "enter them with `qapi review items`")
      }
      return counted
    }
    let (met, notMet) = (met ?? 0, notMet ?? 0)
    let count = ReviewCount(
      rule: rule, reviewed: reviewed ?? met + notMet, met: met, notMet: notMet, notApplicable: notApplicable)
    guard count.addsUp else {
      throw Failure.rule(
        "review-counts", "met (\(met)) and not met (\(notMet)) are not the cases reviewed (\(count.reviewed))",
        next: "correct them; cases to which the rule does not apply are not reviewed")
    }
    guard items.isEmpty || count == counted else {
      throw Failure.rule(
        "review-items", "the cases of the sample say \(counted.met) met and \(counted.notMet) not met",
        next: "correct the cases with `qapi review items`, or take the count from them with --from-items")
    }
    return count
  }
}
