public import Records

/// A case review with everything that was counted and found in it.
public struct WholeReview: Hashable, Sendable {
  public var review: CaseReview
  public var results: [ReviewResult]
  public var items: [ReviewItem]
  public var findings: [ReviewFinding]

  public init(
    review: CaseReview, results: [ReviewResult] = [], items: [ReviewItem] = [], findings: [ReviewFinding] = []
  ) {
    self.review = review
    self.results = results
    self.items = items
    self.findings = findings
  }

  /// One count for each rule, by id. Where there are items for a rule, they are what counts.
  public var counts: [ReviewCount] {
    let listed = Set(items.map(\.rule))
    let counted = results.filter { !listed.contains($0.rule) }.map(ReviewCount.init)
    return (counted + listed.map { ReviewCount(rule: $0, items: items) }).sorted {
      Positions.isBefore($0.rule, $1.rule)
    }
  }

  /// The results that say something else than the items of their rule.
  public var contradicted: [ReviewResult] {
    let listed = Set(items.map(\.rule))
    return results.filter { result in
      listed.contains(result.rule) && ReviewCount(result) != ReviewCount(rule: result.rule, items: items)
    }
  }

  /// - Parameter rules: by id (``ReviewRule/known(published:)``).
  public func verdict(by rules: [String: ReviewRule]) -> ReviewVerdict {
    .ofAll(counts.map { $0.verdict(by: rules[$0.rule]) })
  }

  public func failed(by rules: [String: ReviewRule]) -> [ReviewCount] {
    counts.filter { $0.verdict(by: rules[$0.rule]) == .failed }
  }

  /// Of which kinds the department requires reviews, and monitors what comes of them (IOP.1.4 task 6).
  public var isRequired: Bool { CaseReview.required.contains(review.kind) }
}

extension CaseReview {
  /// The kinds that the department requires.
  public static let required = [compliance, reliability, special]

  /// The smallest sample that the department asks for; nil where it asks for none.
  public func smallestSample(_ rules: [SampleRule]) -> SampleRule? {
    rules.filter { $0.kind == kind && $0.casesFrom <= population }
      .max { ($0.casesFrom, $0.minimum) < ($1.casesFrom, $1.minimum) }
  }

  /// Whether the sample is below what the department asks for. Late and small are shown, and block nothing.
  public func isBelow(_ rules: [SampleRule]) -> Bool {
    smallestSample(rules).map { sampleSize < $0.minimum } ?? false
  }
}

/// How a rule went over the quarters, in the reviews of one kind.
public struct RuleTrend: Sendable {
  /// The quarters in their order, each with the counts of its reviews added up.
  public let quarters: [(quarter: FederalQuarter, count: ReviewCount)]

  /// - Parameters:
  ///   - reviews: of one agency; those of another kind, or without a quarter, are left out.
  ///   - last: later quarters are left out.
  public init(of rule: String, kind: String, in reviews: [WholeReview], until last: FederalQuarter? = nil) {
    var sums: [FederalQuarter: ReviewCount] = [:]
    for review in reviews where review.review.kind == kind {
      guard let quarter = FederalQuarter(review.review.quarter), last.map({ !Self.isBefore($0, quarter) }) ?? true,
        let count = review.counts.first(where: { $0.rule == rule })
      else { continue }
      let sum = sums[quarter] ?? ReviewCount(rule: rule, reviewed: 0, met: 0, notMet: 0)
      sums[quarter] = ReviewCount(
        rule: rule, reviewed: sum.reviewed + count.reviewed, met: sum.met + count.met,
        notMet: sum.notMet + count.notMet,
        notApplicable: sum.notApplicable + count.notApplicable)
    }
    quarters = sums.sorted { Self.isBefore($0.key, $1.key) }.map { ($0.key, $0.value) }
  }

  private static func isBefore(_ left: FederalQuarter, _ right: FederalQuarter) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}
