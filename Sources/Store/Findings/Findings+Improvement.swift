internal import GRDB
internal import Improvement
internal import Records

/// Case reviews and corrective actions.
extension Findings {
  static func improvement(in db: Database) throws -> [Finding] {
    let rules = try ImprovementStore.rules(in: db)
    let reviews = try ImprovementStore.reviews(in: db)
    let actions = try ImprovementStore.actions(in: db)
    return try recordsWithoutTarget(in: db) + reviews.flatMap { counts($0.agency, $0.review, rules) }
      + failedWithoutAction(reviews, actions, rules) + reviews.flatMap { openFindings($0.agency, $0.review) }
      + actions.flatMap { closing($0.agency, $0.action) } + openedTwice(actions)
  }

  /// `record-without-target`: what hangs on a record that is not there: a step without its corrective action.
  static func recordsWithoutTarget(in db: Database) throws -> [Finding] {
    try Schema.references.flatMap { reference -> [Finding] in
      let table = reference.table
      let key = table.primaryKey.map { "r.\($0)" }.joined(separator: ", ")
      // A column of the key is read from its index alone; by another one the rows are read as they lie.
      let order = table.primaryKey.contains(reference.column) ? "" : "NOT INDEXED "
      let rows = try Row.fetchAll(
        db,
        sql: """
          WITH gone (agency, target) AS (\
          SELECT DISTINCT agency, \(reference.column) FROM \(table.name) \(order)WHERE \(reference.column) <> '' \
          EXCEPT SELECT agency, \(reference.target.nameColumn) FROM \(reference.target.name)) \
          SELECT \(key), r.\(reference.column) AS target FROM gone CROSS JOIN \(table.name) AS r \
          ON r.agency = gone.agency AND r.\(reference.column) = gone.target ORDER BY \(key)
          """)
      return rows.map { row in
        let values = table.primaryKey.map { name -> FieldValue in
          table.column(named: name)?.type == .integer ? .integer(row[name]) : .text(row[name])
        }
        return Finding(
          rule: "record-without-target", weight: .attention, agency: row["agency"],
          row: RowName(table: table.name, key: values),
          message: "the \(reference.target.title) that this names is not there",
          next: "if it was removed while this was written, bring it back with `qapi undo TRANSACTION`, which "
            + "`qapi log record \(row["target"] as String)` names; or remove this")
      }
    }
  }

  private static func finding(
    _ rule: String, weight: Finding.Weight = .attention, _ agency: String, _ table: SyncedTable, _ key: [FieldValue],
    _ message: String, next: String
  ) -> Finding {
    Finding(
      rule: rule, weight: weight, agency: agency, row: RowName(table: table.name, key: [.text(agency)] + key),
      message: message, next: next)
  }

  /// `unknown-review-rule`, `review-counts`, `review-items`.
  private static func counts(_ agency: String, _ whole: WholeReview, _ rules: [String: ReviewRule]) -> [Finding] {
    let listed = Set(whole.items.map(\.rule))
    let isOver = whole.counts.contains { $0.isOver(sample: whole.review.sampleSize) }
    let over =
      isOver
      ? [
        finding(
          "count-over-sample", agency, Schema.caseReview, [.text(whole.review.id)],
          "more cases were counted than the sample has",
          next: "correct the count with `qapi review count`, or the sample with `qapi review edit \(whole.review.id)`")
      ] : []
    return over
      + whole.results.flatMap { result -> [Finding] in
        let key: [FieldValue] = [.text(result.review), .text(result.rule)]
        var found: [Finding] = []
        if rules[result.rule] == nil {
          found.append(
            finding(
              "unknown-review-rule", agency, Schema.reviewResult, key, "the rule of this count is not known here",
              next: "run `qapi sync`; else count it under a rule of `qapi review rule list`"))
        }
        if !ReviewCount(result).addsUp, !listed.contains(result.rule) {
          found.append(
            finding(
              "review-counts", agency, Schema.reviewResult, key,
              "met and not met are not the cases reviewed, so no percentage can be computed",
              next: "count it again with `qapi review count`"))
        }
        if whole.contradicted.contains(result) {
          found.append(
            finding(
              "review-items", agency, Schema.reviewResult, key,
              "this count says something else than the cases of the sample, which are what counts",
              next: "take the count from them with `qapi review count REVIEW RULE --from-items`"))
        }
        return found
      }
      + listed.subtracting(rules.keys).sorted().map { rule in
        finding(
          "unknown-review-rule", agency, Schema.caseReview, [.text(whole.review.id)],
          "the rule of some cases of the sample is not known here",
          next: "run `qapi sync`; else enter them under a rule of `qapi review rule list`")
      }
  }

  /// `failed-review`: a finished review that failed, without a corrective action (IOP.1.4 task 6).
  private static func failedWithoutAction(
    _ reviews: [(agency: String, review: WholeReview)], _ actions: [(agency: String, action: WholeAction)],
    _ rules: [String: ReviewRule]
  ) -> [Finding] {
    reviews.compactMap { agency, whole in
      guard !whole.review.finished.isEmpty, whole.verdict(by: rules) == .failed else { return nil }
      let ids = Set(whole.findings.map(\.id) + [whole.review.id])
      let isAnswered =
        whole.findings.contains { !$0.action.isEmpty }
        || actions.contains { $0.agency == agency && ids.contains($0.action.action.originId) }
      guard !isAnswered else { return nil }
      return finding(
        "failed-review", agency, Schema.caseReview, [.text(whole.review.id)],
        "the review failed, and no corrective action was opened from it",
        next: "open one with `qapi action open --review \(whole.review.id)`")
    }
  }

  /// `finding-without-disposition`: a problem of a finished review of which nobody has said what became of it (IOP.1.3 task 6).
  private static func openFindings(_ agency: String, _ whole: WholeReview) -> [Finding] {
    guard !whole.review.finished.isEmpty else { return [] }
    return whole.findings.filter { $0.disposition == "open" }.map { found in
      finding(
        "finding-without-disposition", weight: .information, agency, Schema.reviewFinding, [.text(found.id)],
        "nobody has said what became of this problem",
        next: "say it with `qapi review finding dispose \(found.id)`")
    }
  }

  /// `action-opened-twice`: two nodes opened a corrective action for one problem from one origin.
  private static func openedTwice(_ actions: [(agency: String, action: WholeAction)]) -> [Finding] {
    var seen: Set<[String]> = []
    return actions.compactMap { agency, whole in
      let action = whole.action
      guard whole.state != .closed, !action.originId.isEmpty,
        !seen.insert([agency, action.originId, action.title, action.problem]).inserted
      else { return nil }
      return finding(
        "action-opened-twice", agency, Schema.correctiveAction, [.text(action.id)],
        "another corrective action is open for the same problem, from the same \(action.origin)",
        next: "go on with one of them, and remove the other with `qapi action remove`, or close it with a reason")
    }
  }

  /// `closed-unremedied` and `problem-is-back`.
  private static func closing(_ agency: String, _ whole: WholeAction) -> [Finding] {
    let key: [FieldValue] = [.text(whole.action.id)]
    if whole.needsReopening {
      return [
        finding(
          "problem-is-back", agency, Schema.correctiveAction, key,
          "it is closed, and a later reassessment does not say that the problem is remedied",
          next: "open it again with `qapi action reopen \(whole.action.id)`")
      ]
    }
    guard whole.state == .closed, whole.action.closing.isEmpty, !whole.missingForClosing.isEmpty else { return [] }
    return [
      finding(
        "closed-unremedied", agency, Schema.correctiveAction, key,
        "it is closed without a reason, though \(whole.missingForClosing.joined(separator: ", and "))",
        next: "reassess it with `qapi action reassess`, or open it again with `qapi action reopen \(whole.action.id)`")
    ]
  }
}
