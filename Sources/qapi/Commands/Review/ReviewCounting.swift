import ArgumentParser
import Foundation
import GRDB
import Improvement
import Plans
import Records
import Reports
import Store
import SyncEngine

struct ReviewCountCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Enter what a review counted for one rule (the agency).",
    discussion: """
      Met and not met together are the cases reviewed; cases to which the rule does not apply stand beside them.

      JSON: agency, review, rule, reviewed, met, not_met, not_applicable, percent_met, verdict.
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
  @Option(help: "A remark.")
  var note: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard fromItems ? met == nil && notMet == nil && reviewed == nil : met != nil && notMet != nil else {
      throw ValidationError("Say --met and --not-met, or --from-items alone.")
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
      guard review.sampleSize == 0 || count.reviewed + count.notApplicable <= review.sampleSize else {
        throw Failure.rule(
          "count-over-sample",
          "\(count.reviewed + count.notApplicable) cases are counted, more than the sample of \(review.sampleSize)",
          next: "correct the count, or sample_size with `qapi review edit`")
      }
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
    return Report(
      lines: [
        "\(Shown.line(rule)): \(count.met) met of \(count.reviewed), \(ReviewStanding.share(count)): \(verdict.rawValue)"
      ],
      json: [
        "agency": .text(node.member), "review": .text(id), "rule": .text(rule), "reviewed": JSON(count.reviewed),
        "met": JSON(count.met), "not_met": JSON(count.notMet), "not_applicable": JSON(count.notApplicable),
        "percent_met": JSON(count.percentMet.map { "\($0)" }), "verdict": .text(verdict.rawValue),
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

struct ReviewItems: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "items", abstract: "Take the cases of a sample from a CSV file, or list them.",
    discussion: """
      Columns: number (the local number of the case, from 1), rule, result (\(ReviewItem.results.joined(separator: ", "))), \
      note. What is wrong is said all at once, and nothing is written then. A case and rule that stand in the file once \
      more are changed; others stay.

      JSON: agency, review, items (number, rule, result, note), written (rows).
      """)
  @Argument(help: "Id of the review, or the beginning of it, or `latest`.")
  var review: String
  @Option(help: "The file (- for standard input); else the cases are listed.")
  var csv: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    guard let csv else {
      let (agency, review, items) = try node.engine.queue.read { db in
        let found = try RecordWork<ReviewNoun>.find(self.review, agency: nil, in: db)
        return (
          found.agency, found.entry,
          try RecordStore.records(ReviewItem.self, of: found.agency, where: "review", is: found.entry.id, in: db)
        )
      }
      return report(items, of: review.id, agency, written: 0, notes: [])
    }
    try RecordWork<ReviewNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let rules = try node.engine.queue.read { db in try ImprovementStore.rules(in: db) }
    let name = csv == "-" ? "standard input" : csv
    let (items, problems) = try read(csv, name, rules)
    guard problems.isEmpty else { return .problems(problems, at: name) }
    let (written, review) = try writing.write(on: node, as: person, otherwise: "cases of a sample") { db in
      let (agency, review) = try RecordWork<ReviewNoun>.findToWrite(self.review, agency: nil, on: node, in: db)
      guard review.sampleSize == 0 || items.allSatisfy({ $0.number <= review.sampleSize }) else {
        throw Failure.rule(
          "case-outside-sample", "a number is above the sample size of \(review.sampleSize)",
          next: "number the cases of the sample from 1; no case numbers")
      }
      var written = 0
      for var item in items {
        item.review = review.id
        if try RecordStore.put(item, agency: agency, in: db) { written += 1 }
      }
      return (written, review)
    }
    return report(items, of: review.id, node.member, written: written, notes: [node.nextExchange])
  }

  private func report(
    _ items: [ReviewItem], of review: String, _ agency: String, written: Int, notes: [String]
  ) -> Report {
    let lines =
      csv == nil
      ? items.isEmpty
        ? ["no cases"]
        : Layout.table(
          items.map { ["\($0.number)", Shown.line($0.rule), Shown.line($0.result), Shown.line($0.note)] },
          cuttingLast: true)
      : ["\(Layout.count(written, "case")) of the sample written"]
    return Report(
      lines: lines,
      json: [
        "agency": .text(agency), "review": .text(review), "written": JSON(written),
        "items": .list(
          items.map { item in
            .object([
              "number": JSON(item.number), "rule": .text(item.rule), "result": .text(item.result),
              "note": .text(item.note),
            ])
          }),
      ], notes: notes)
  }

  private func read(
    _ path: String, _ name: String, _ rules: [String: ReviewRule]
  ) throws -> (items: [ReviewItem], problems: [InputProblem]) {
    let table: CSVTable
    do {
      table = try CSVTable(csv: Array(try Terminal.readText(path).utf8))
    } catch let error as CSVError {
      throw Failure(.error, "\(error); nothing was changed", at: name, next: "save it as CSV with the columns named")
    }
    let fields = (ReviewItem.keys + ReviewItem.fields).filter { $0.name != "review" }
    let unknown = table.columns.filter { column in !fields.contains { $0.name == column } }
    let missing = ["number", "rule", "result"].filter { !table.columns.contains($0) }
    guard unknown.isEmpty, missing.isEmpty else {
      throw Failure(
        .error, "the columns are not those of the cases of a sample; nothing was changed", at: name,
        next: "name them \(fields.map(\.name).joined(separator: ", "))")
    }
    var problems: [InputProblem] = []
    var items: [ReviewItem] = []
    var seen: Set<[String]> = []
    for (index, row) in table.rows.enumerated() {
      var item = ReviewItem()
      func add(_ column: String, _ problem: String, _ next: String) {
        problems.append(InputProblem(place: "row \(index + 2), \(column)", problem: problem, next: next))
      }
      for (column, text) in zip(table.columns, row) {
        guard let field = fields.first(where: { $0.name == column }) else { continue }
        do throws(FieldProblem) {
          try field.take(RecordText.normalised(text), into: &item, shown: nil)
        } catch {
          add(column, error.problem, error.next)
        }
      }
      if item.number == 0, !problems.contains(where: { $0.place == "row \(index + 2), number" }) {
        add("number", "the local number is missing", "number the cases of the sample from 1")
      }
      if rules[item.rule] == nil { add("rule", "there is no such rule", "see `qapi review rule list`") }
      if !seen.insert(["\(item.number)", item.rule]).inserted {
        add("number", "this case and rule stand in the file twice", "take one of them out")
      }
      items.append(item)
    }
    return (items, problems)
  }
}
