import ArgumentParser
import Foundation
import GRDB
import Improvement
import Plans
import Records
import Reports
import Store
import SyncEngine

struct ReviewItems: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "items", abstract: "Take the cases of a sample from a CSV file, or list them.",
    discussion: """
      Columns: number (the local number of the case, from 1), rule, result (\(ReviewItem.results.joined(separator: ", "))), \
      note. What is wrong is said all at once, and nothing is written then. A case and rule that stand in the file once \
      more are changed; others stay, or go with --whole.

      JSON: agency, review, items (number, rule, result, note), written (rows), removed (rows).
      """)
  @Argument(help: "Id of the review, or the beginning of it, or `latest`.")
  var review: String
  @Option(help: "The file (- for standard input); else the cases are listed.")
  var csv: String?
  @Flag(help: "The file is the whole sample: cases and rules that it lacks are removed.")
  var whole = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard csv != nil || !whole else { throw ValidationError("Say --whole with --csv.") }
  }

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
      return report(items, of: review.id, agency, written: 0, removed: 0, notes: [])
    }
    try RecordWork<ReviewNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let (rules, sample) = try node.engine.queue.read { db in
      (
        try ImprovementStore.rules(in: db),
        try RecordWork<ReviewNoun>.find(self.review, agency: node.member, in: db).entry.sampleSize
      )
    }
    let name = csv == "-" ? "standard input" : csv
    let (items, problems) = try read(csv, name, rules, sample)
    guard problems.isEmpty else { return .problems(problems, at: name) }
    let (written, removed, review) = try writing.write(on: node, as: person, otherwise: "cases of a sample") { db in
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
      var removed = 0
      if whole {
        let kept = Set(items.map { [$0.rule, "\($0.number)"] })
        let stands = try RecordStore.records(ReviewItem.self, of: node.member, where: "review", is: review.id, in: db)
        for item in stands where !kept.contains([item.rule, "\(item.number)"]) {
          if try RecordStore.delete(item, agency: agency, in: db) { removed += 1 }
        }
      }
      return (written, removed, review)
    }
    return report(items, of: review.id, node.member, written: written, removed: removed, notes: [node.nextExchange])
  }

  private func report(
    _ items: [ReviewItem], of review: String, _ agency: String, written: Int, removed: Int, notes: [String]
  ) -> Report {
    let lines =
      csv == nil
      ? items.isEmpty
        ? ["no cases"]
        : Layout.table(
          items.map { ["\($0.number)", Shown.line($0.rule), Shown.line($0.result), Shown.line($0.note)] },
          cuttingLast: true)
      : ["\(Layout.count(written, "case")) of the sample written" + (removed == 0 ? "" : ", \(removed) removed")]
    return Report(
      lines: lines,
      json: [
        "agency": .text(agency), "review": .text(review), "written": JSON(written), "removed": JSON(removed),
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
    _ path: String, _ name: String, _ rules: [String: ReviewRule], _ sample: Int
  ) throws -> (items: [ReviewItem], problems: [InputProblem]) {
    let table = try RecordTable.load(path)
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
      if sample > 0, item.number > sample {
        add("number", "it is above the sample size of \(sample)", "number the cases from 1; no case numbers")
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
