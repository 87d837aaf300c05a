import Foundation
import Improvement
import Records
import Testing

@Suite("Case reviews (IOP.1.4)")
struct ReviewTests {
  private static func rule(_ percent: Int, _ kind: String = ReviewRule.eachCase) -> ReviewRule {
    var rule = ReviewRule(id: "r")
    rule.kind = kind
    rule.percent = percent
    return rule
  }

  @Test(
    "A count passes or fails by its exact share, never by a rounded one",
    arguments: [
      // reviewed, met, not met, percent of the rule, percent met, verdict
      (10_000, 9_499, 501, 95, "94.99", .failed), (100, 95, 5, 95, "95", .passed), (20, 19, 1, 95, "95", .passed),
      (19, 18, 1, 95, "94.736842…", .failed), (1_000_000, 949_999, 50_001, 95, "94.9999", .failed),
      (40, 40, 0, 95, "100", .passed), (40, 0, 40, 95, "0", .failed),
      (0, 0, 0, 95, nil, .notComputable), (41, 37, 3, 95, nil, .notComputable),
      (4, 3, 1, 75, "75", .passed), (10_000, 7_499, 2_501, 75, "74.99", .failed), (10, 9, 1, 90, "90", .passed),
      (40, 1, 39, 0, "2.5", .noStandard), (0, 0, 0, 0, nil, .noStandard),
    ] as [(Int, Int, Int, Int, String?, ReviewVerdict)])
  func verdict(reviewed: Int, met: Int, notMet: Int, percent: Int, share: String?, verdict: ReviewVerdict) {
    let count = ReviewCount(rule: "r", reviewed: reviewed, met: met, notMet: notMet)
    #expect(count.percentMet.map { "\($0)" } == share)
    #expect(count.verdict(by: Self.rule(percent)) == verdict)
  }

  @Test("A rule that nobody knows has no standard")
  func unknownRule() {
    #expect(ReviewCount(rule: "x", reviewed: 1, met: 0, notMet: 1).verdict(by: nil) == .noStandard)
  }

  @Test(
    "A review fails if one rule failed; it is not computable if nothing failed and something is missing",
    arguments: [
      ([], .notComputable), ([.passed], .passed), ([.passed, .failed], .failed), ([.failed, .notComputable], .failed),
      ([.passed, .notComputable], .notComputable), ([.noStandard], .noStandard), ([.noStandard, .passed], .passed),
    ] as [([ReviewVerdict], ReviewVerdict)])
  func together(verdicts: [ReviewVerdict], whole: ReviewVerdict) {
    #expect(ReviewVerdict.ofAll(verdicts) == whole)
  }

  private static func item(_ number: Int, _ rule: String, _ result: String) -> ReviewItem {
    var item = ReviewItem()
    item.number = number
    item.rule = rule
    item.result = result
    return item
  }

  private static func result(_ rule: String, _ met: Int, _ notMet: Int, applicable: Int = 0) -> ReviewResult {
    var result = ReviewResult()
    result.rule = rule
    (result.reviewed, result.met, result.notMet, result.notApplicable) = (met + notMet, met, notMet, applicable)
    return result
  }

  @Test("Where a rule has cases, they are what counts, and a count that says something else is named")
  func items() {
    let items = [
      Self.item(1, "a", "met"), Self.item(2, "a", "not met"), Self.item(3, "a", "not applicable"),
      Self.item(4, "a", "what a newer program says"),
    ]
    let agreeing = Self.result("a", 1, 1, applicable: 1)
    let other = Self.result("a", 3, 0)
    let without = Self.result("b", 5, 0)
    let whole = WholeReview(review: CaseReview(id: "1"), results: [other, without], items: items)
    #expect(
      whole.counts == [
        ReviewCount(rule: "a", reviewed: 2, met: 1, notMet: 1, notApplicable: 1),
        ReviewCount(rule: "b", reviewed: 5, met: 5, notMet: 0),
      ])
    #expect(whole.contradicted == [other])
    #expect(WholeReview(review: CaseReview(id: "1"), results: [agreeing, without], items: items).contradicted == [])
  }

  @Test(
    "The smallest sample is that of the largest caseload which an agency reaches",
    arguments: [
      // cases, sample, smallest, below
      (100, 10, nil, false), (199, 1, nil, false), (200, 39, 40, true), (200, 40, 40, false), (50_000, 99, 100, true),
      (300_000, 100, 100, false),
    ] as [(Int, Int, Int?, Bool)])
  func sample(cases: Int, sample: Int, smallest: Int?, isBelow: Bool) {
    let rules = [(200, 40), (10_000, 100)].map { from, minimum in
      var rule = SampleRule(id: "\(from)")
      (rule.kind, rule.casesFrom, rule.minimum) = (CaseReview.reliability, from, minimum)
      return rule
    }
    var review = CaseReview(id: "1")
    (review.kind, review.population, review.sampleSize) = (CaseReview.reliability, cases, sample)
    #expect(review.smallestSample(rules)?.minimum == smallest)
    #expect(review.isBelow(rules) == isBelow)
    review.kind = CaseReview.compliance
    #expect(review.smallestSample(rules) == nil)
  }

  @Test("The quarters of a rule stand in their order, and two reviews of a quarter are added up")
  func trend() {
    func review(_ quarter: String, _ met: Int, _ notMet: Int, kind: String = CaseReview.reliability) -> WholeReview {
      var review = CaseReview(id: quarter + kind)
      (review.kind, review.quarter) = (kind, quarter)
      return WholeReview(review: review, results: [Self.result("a", met, notMet)])
    }
    let reviews = [
      review("FFY 2024 Q2", 38, 2), review("FFY 2023 Q4", 30, 10), review("FFY 2024 Q2", 19, 1),
      review("FFY 2024 Q1", 0, 0), review("FFY 2024 Q3", 1, 1), review("FFY 2024 Q2", 0, 40, kind: "local area"),
      review("no quarter", 1, 0),
    ]
    let trend = RuleTrend(
      of: "a", kind: CaseReview.reliability, in: reviews, until: FederalQuarter("FFY 2024 Q2"))
    #expect(
      trend.quarters.map { "\($0.quarter): \($0.count.percentMet.map { "\($0)" } ?? "-")" } == [
        "FFY 2023 Q4: 75", "FFY 2024 Q1: -", "FFY 2024 Q2: 95",
      ])
  }
}

@Suite("The rules of case reviews that ship")
struct ShippedRuleTests {
  @Test("Each has an id of its own, a title and a source, and every field is one that its form takes")
  func fields() throws {
    let rules = ReviewRule.shipped
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules {
      #expect(RecordText.isName(rule.id) && !rule.title.isEmpty && !rule.source.isEmpty, "\(rule.id)")
      var read = ReviewRule(id: rule.id)
      for field in ReviewRule.fields {
        try field.take(field.written(rule), into: &read, shown: nil)
      }
      #expect(read == rule)
    }
  }

  @Test("The manual names a share for the two percentage rules, and 95 percent for the data of each federal measure")
  func shares() {
    let shares = ReviewRule.shipped.filter { $0.percent > 0 }.map { "\($0.percent) \($0.kind)" }
    #expect(shares == ["75 percentage", "90 percentage"] + Array(repeating: "95 each case", count: 5))
  }

  @Test(
    "A rule that recurs in several elements is one rule",
    arguments: [
      ("order-75-percent-6-months", "CM.2.2, CM.2.6, CM.2.9"), ("served-90-days", "CM.2.1, CM.2.2, CM.2.8"),
      ("application-5-days", "CM.1.1, CM.1.2"), ("new-information-75-days", "CM.1.3, CM.4.1, CM.4.2"),
      ("payment-2-days", "FM.4.1"), ("closure-not-before-60-days", "CM.3.12"),
    ])
  func recurring(id: String, elements: String) {
    #expect(ReviewRule.shipped.first { $0.id == id }?.elements == elements)
  }

  @Test("What the department publishes stands over what ships")
  func published() {
    var changed = ReviewRule.shipped[0]
    changed.percent = 90
    var added = ReviewRule(id: "own")
    added.title = "Own"
    let known = ReviewRule.known(published: [changed, added])
    #expect(known[changed.id]?.percent == 90 && known["own"] == added)
    #expect(known.count == ReviewRule.shipped.count + 1)
  }

  private static let catalogue = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/domain/catalogue").standardizedFileURL

  @Test(
    "Each of the catalogue's 92 rows of kind `timeframe` is one rule's, or left out with a reason",
    .enabled(
      if: FileManager.default.fileExists(atPath: catalogue.path),
      "the reference catalogue is not beside this repository"))
  func coverage() throws {
    let names = ["AS-IOP", "FM-CSS", "LO-CM"].map { "obligations-\($0).json" }
    let rows = try names.flatMap { name in
      let data = try Data(contentsOf: Self.catalogue.appending(path: name))
      let read = try JSONSerialization.jsonObject(with: data)
      let list =
        read as? [[String: Any]] ?? (read as? [String: Any])?.values.compactMap { $0 as? [[String: Any]] }.first
      return try #require(list).filter { $0["kind"] as? String == "timeframe" }.map { row in
        "\(row["element"] as? String ?? ""): \(row["what"] as? String ?? "")"
      }
    }
    #expect(rows.count == 92)
    #expect(rows.sorted() == ReviewRule.origins.map(\.row).sorted())
  }
}
