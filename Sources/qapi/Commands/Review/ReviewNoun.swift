import ArgumentParser
import GRDB
import Improvement
import Plans
import Records
import Store

/// Case reviews.
enum ReviewNoun: RecordNoun {
  typealias Entry = CaseReview
  static let command = "review"
  static let beginning = "new"
  static let columns = ["quarter", "kind", "title"]
  static let standingNames = "verdict"
  static let required = ["quarter", "title"]
  static let writtenBy = ["finished": "qapi review finish"]
  static let detailNames = """
    verdict, smallest_sample, counts (rule, reviewed, met, not_met, not_applicable, percent_met, percent_numerator, \
    percent_denominator, percent_required, verdict), trends (rule, quarters: quarter, reviewed, met, percent_met), findings
    """

  static func begin(_ review: inout CaseReview, _ occasion: RecordOccasion) {
    review.quarter = FederalQuarter(of: occasion.today).description
    review.begun = "\(occasion.today)"
    review.reviewer = occasion.person
  }

  static func check(_ review: CaseReview, was old: CaseReview?, of agency: String?, in db: Database) throws {
    guard FederalQuarter(review.quarter) != nil else {
      throw Failure.rule(
        "review-quarter", "the quarter of a review is one of a federal fiscal year",
        next: "write it like \"FFY 2024 Q2\"")
    }
    guard review.population == 0 || review.sampleSize <= review.population else {
      throw Failure.rule(
        "sample-over-population", "the sample is larger than the cases that it is drawn from",
        next: "correct sample_size or population")
    }
    if let old, old.sampleSize != review.sampleSize,
      let whole = try ImprovementStore.reviews(of: agency, in: db).first(
        where: { $0.review.review.id == review.id })?.review
    {
      try checkSample(review, holds: whole.counts)
    }
    guard review.kind != CaseReview.special && review.kind != "local area" || !review.area.isEmpty else {
      throw Failure.rule(
        "review-without-area", "a review of a special or local area says which", next: "say it with area=\"...\"")
    }
  }

  /// - Throws: when more cases were counted by a rule than the sample has.
  static func checkSample(_ review: CaseReview, holds counts: [ReviewCount]) throws {
    guard let count = counts.first(where: { $0.isOver(sample: review.sampleSize) }) else { return }
    throw Failure.rule(
      "count-over-sample",
      "\(Shown.line(count.rule)) counts \(count.reviewed + count.notApplicable) cases, and the sample has "
        + "\(review.sampleSize)", next: "correct the count or sample_size")
  }

  static func standings(
    of entries: [(agency: String, record: CaseReview)], in db: Database
  ) throws -> [RecordDetails] {
    let rules = try ImprovementStore.rules(in: db)
    let verdicts = Dictionary(
      try ImprovementStore.reviews(in: db).map {
        (["\($0.agency)", $0.review.review.id], $0.review.verdict(by: rules))
      },
      uniquingKeysWith: { first, _ in first })
    return entries.map { agency, review in
      let verdict = verdicts[[agency, review.id]] ?? .notComputable
      return RecordDetails(
        lines: [review.finished.isEmpty ? "in progress" : verdict.rawValue],
        members: [.init(key: "verdict", value: .text(verdict.rawValue))])
    }
  }

  static func details(
    of review: CaseReview, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    let standing = try ReviewStanding(of: review, agency: agency ?? "", in: db)
    return RecordDetails(lines: standing.lines, members: standing.members)
  }
}

/// A review by its rules: what each count comes to.
struct ReviewStanding {
  let agency: String
  let whole: WholeReview
  let rules: [String: ReviewRule]
  let smallest: SampleRule?
  let trends: [(rule: String, trend: RuleTrend)]

  init(of review: CaseReview, agency: String, in db: Database) throws {
    self.agency = agency
    let all = try ImprovementStore.reviews(of: agency, in: db).map(\.review)
    whole = all.first { $0.review.id == review.id } ?? WholeReview(review: review)
    rules = try ImprovementStore.rules(in: db)
    smallest = review.smallestSample(try RecordStore.published(SampleRule.self, in: db))
    trends = whole.counts.map { count in
      (
        count.rule,
        RuleTrend(of: count.rule, kind: review.kind, in: all, until: FederalQuarter(review.quarter))
      )
    }
  }

  var verdict: ReviewVerdict { whole.verdict(by: rules) }
  var failed: [ReviewCount] { whole.failed(by: rules) }

  /// A remark on a sample that is too small; nil if it is not, or no smallest one was published.
  var sampleRemark: String? {
    guard let smallest, whole.review.sampleSize < smallest.minimum else { return nil }
    return "the sample of \(whole.review.sampleSize) is below the smallest that the department asks for: "
      + "\(smallest.minimum) (\(Shown.line(smallest.source)))"
  }

  static func share(_ count: ReviewCount) -> String { count.percentMet.map { "\($0) percent" } ?? "not computable" }

  var lines: [String] {
    var lines = ["", "verdict: \(verdict.rawValue)"]
    if let sampleRemark { lines += Layout.wrapped("warning: \(sampleRemark)") }
    for count in whole.counts {
      let rule = rules[count.rule]
      let standard = (rule?.percent ?? 0) > 0 ? " of \(rule?.percent ?? 0)" : ""
      lines += [
        "", Shown.line(count.rule),
        "  \(count.met) met, \(count.notMet) not met of \(count.reviewed): \(Self.share(count))\(standard): "
          + count.verdict(by: rule).rawValue,
      ]
      if let trend = trends.first(where: { $0.rule == count.rule })?.trend, trend.quarters.count > 1 {
        let past = trend.quarters.map { "\($0.quarter) \(Self.share($0.count))" }.joined(separator: "; ")
        lines += Layout.wrapped("quarters: \(past)", margin: "  ", hanging: "    ")
      }
    }
    let ids = PlanName.unique(whole.findings.map(\.id))
    if !whole.findings.isEmpty { lines += ["", "findings:"] }
    lines += Layout.table(
      zip(ids, whole.findings).map { id, found in
        ["  " + Shown.line(id), Shown.line(found.disposition), Shown.line(found.text)]
      }, cuttingLast: true)
    return lines
  }

  var members: [JSON.Member] {
    [
      .init(key: "verdict", value: .text(verdict.rawValue)),
      .init(key: "smallest_sample", value: JSON(smallest.map { Int64($0.minimum) })),
      .init(
        key: "counts",
        value: .list(
          whole.counts.map { count in
            .object([
              "rule": .text(count.rule), "reviewed": JSON(count.reviewed), "met": JSON(count.met),
              "not_met": JSON(count.notMet), "not_applicable": JSON(count.notApplicable),
              "percent_met": JSON(count.percentMet.map { "\($0)" }),
              "percent_numerator": JSON(count.percentMet?.numerator),
              "percent_denominator": JSON(count.percentMet?.denominator),
              "percent_required": JSON(Int64(rules[count.rule]?.percent ?? 0)),
              "verdict": .text(count.verdict(by: rules[count.rule]).rawValue),
            ])
          })),
      .init(
        key: "trends",
        value: .list(
          trends.map { rule, trend in
            .object([
              "rule": .text(rule),
              "quarters": .list(
                trend.quarters.map { quarter, count in
                  .object([
                    "quarter": .text("\(quarter)"), "reviewed": JSON(count.reviewed), "met": JSON(count.met),
                    "percent_met": JSON(count.percentMet.map { "\($0)" }),
                  ])
                }),
            ])
          })),
      .init(
        key: "findings", value: .list(whole.findings.map { .object(JSON.members(of: $0)) })),
    ]
  }
}
