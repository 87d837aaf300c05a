public import Improvement
internal import Records

/// A case review as a page: the sample, each rule with its count, the quarters behind it, the findings.
public enum ReviewPage {
  /// - Parameters:
  ///   - agency: its name.
  ///   - rules: by id (`ReviewRule.known`).
  ///   - trends: by rule, this quarter last.
  ///   - sampleRemark: what there is to say of a sample that is too small.
  public static func page(
    _ whole: WholeReview, agency: String, rules: [String: ReviewRule], trends: [String: RuleTrend],
    sampleRemark: String? = nil
  ) -> Page {
    let review = whole.review
    let verdict = whole.verdict(by: rules)
    var blocks: [Page.Block] = [
      .note(note(verdict)),
      .fields(
        [
          ("Kind", review.kind), ("Quarter", review.quarter), ("Area", review.area),
          ("Cases to draw from", review.population == 0 ? "" : "\(review.population)"),
          ("Sample", review.sampleSize == 0 ? "" : "\(review.sampleSize)"), ("Sampling method", review.method),
          ("Protocol", review.protocol), ("Reviewer", review.reviewer), ("Begun", review.begun),
          ("Finished", review.finished), ("Notes", review.notes),
        ].filter { !$0.1.isEmpty }.map { Page.Field($0.0, $0.1) }),
    ]
    if let sampleRemark { blocks.append(.note(Page.Note(.warning, word: "Sample", sampleRemark))) }
    blocks.append(.section("Rules", [.table(table(whole, rules))]))
    if let chart = chart(whole, rules, trends) { blocks.append(.section("Quarters", [.chart(chart)])) }
    blocks.append(.section("Findings", [.table(findings(whole, rules))]))
    return Page(
      title: review.title.isEmpty ? "Case review" : review.title, overline: ["Case review"],
      subtitle: [agency, review.quarter], blocks: blocks,
      footer: ["Percent met is met of reviewed, exact; it is compared unrounded."])
  }

  private static func note(_ verdict: ReviewVerdict) -> Page.Note {
    switch verdict {
    case .passed: Page.Note(.done, word: "Passed", "Every rule with a standard is met.")
    case .failed: Page.Note(.problem, word: "Failed", "A rule is below its standard: a corrective action follows.")
    case .notComputable: Page.Note(.warning, word: "Not computable", "Something was not counted, or does not add up.")
    case .noStandard: Page.Note(.information, word: "No standard", "No rule of this review names a share to be met.")
    }
  }

  private static func table(_ whole: WholeReview, _ rules: [String: ReviewRule]) -> Page.Table {
    Page.Table(
      caption: "Cases by rule",
      columns: [
        "Rule", Page.Column("Reviewed", align: .end), Page.Column("Met", align: .end),
        Page.Column("Not met", align: .end), Page.Column("Percent met", align: .end),
        Page.Column("Standard", align: .end), "Verdict",
      ],
      rows: whole.counts.map { count in
        let rule = rules[count.rule]
        return Page.Row([
          .text(rule?.title ?? count.rule), .number("\(count.reviewed)"), .number("\(count.met)"),
          .number("\(count.notMet)"), .number(count.percentMet.map { "\($0)" } ?? "not computable"),
          (rule?.percent ?? 0) > 0 ? .number("\(rule?.percent ?? 0)") : .text("none"),
          .text(count.verdict(by: rule).rawValue),
        ])
      }, hasRowHeaders: true, whenEmpty: "Nothing was counted")
  }

  /// One line for each rule, where there is more than one quarter to look at.
  private static func chart(
    _ whole: WholeReview, _ rules: [String: ReviewRule], _ trends: [String: RuleTrend]
  ) -> Page.Chart? {
    let reviewed = Set(trends.values.flatMap { $0.quarters.map(\.quarter) }).sorted()
    guard let first = reviewed.first, let last = reviewed.last, reviewed.count > 1 else { return nil }
    // A quarter without a review has its place, so that time is shown as it passed; not where it would be many.
    let all = Array(sequence(first: first) { $0 < last ? $0.next : nil }.prefix(21))
    let quarters: [FederalQuarter] = all.last == last ? all : reviewed
    return Page.Chart(
      .lines, title: "Percent met by quarter", categoryHeader: "Quarter", categories: quarters.map(\.description),
      series: whole.counts.map { count in
        Page.Chart.Series(
          rules[count.rule]?.title ?? count.rule,
          quarters.map { quarter in
            trends[count.rule]?.quarters.first { $0.quarter == quarter }?.count.percentMet.map { share in
              Page.Chart.Figure(
                Int(share.numerator), over: Int(share.denominator), shown: "\(share) percent")
            }
          })
      }, scale: Page.Chart.Scale(suffix: " %"))
  }

  private static func findings(_ whole: WholeReview, _ rules: [String: ReviewRule]) -> Page.Table {
    Page.Table(
      caption: "What was found, and what became of it",
      columns: ["Finding", "Rule", "Disposition", "Reason", "Who", "Day"],
      rows: whole.findings.map { found in
        Page.Row([
          .text(found.text), .text(rules[found.rule]?.title ?? found.rule), .text(found.disposition),
          .text(found.reason), .text(found.person), .text(found.day),
        ])
      }, whenEmpty: "No findings")
  }
}
