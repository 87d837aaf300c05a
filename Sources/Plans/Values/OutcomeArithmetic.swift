public import Records

/// The arithmetic behind an expected outcome, done again from its inputs: the letter's sample multiplies cases by a monthly
/// amount, adds the products, and takes percentage points of a number of cases. What is stated is never corrected; ours
/// stands beside it.
///
/// - Source: CSS Letter 03-24, the two sample action plans.
public struct OutcomeArithmetic: Hashable, Sendable {
  /// Cents a month: cases x monthly amount, or the sum of these for a sum. nil without inputs, and for inputs that no
  /// document can hold (another program can write them).
  public let monthlyCents: Int64?
  /// Cents of twelve months.
  public var yearlyCents: Int64? { monthlyCents.map { $0 * 12 } }
  /// The stated amount, in cents; nil if none is stated.
  public let statedCents: Int64?
  /// Cases that the percentage points of the cases in all are; nil without inputs.
  public let cases: ExactFigure?
  /// The stated number of cases; nil if none is stated.
  public let statedCases: Int64?

  /// - Parameter outcomes: the whole list in which the outcome stands; a sum adds those that are no sums.
  public init(of outcome: Outcome, among outcomes: [Outcome]) {
    if outcome.isSum == 1 {
      let products = outcomes.filter { $0.isSum != 1 }.compactMap(Self.product)
      monthlyCents = products.isEmpty ? nil : Self.sum(products)
    } else {
      monthlyCents = Self.product(outcome)
    }
    statedCents = outcome.statedCents == 0 ? nil : Int64(outcome.statedCents)
    let (points, overflow) = Int64(outcome.baseCases).multipliedReportingOverflow(by: Int64(outcome.pointsHundredths))
    cases = points == 0 || overflow ? nil : ExactFigure(points, over: 10_000)
    statedCases = (1..<Int.max).contains(outcome.cases) ? Int64(outcome.cases) : nil
  }

  /// Ours and what is stated, where they differ: amounts by the month, then cases.
  public var differs: Bool { amountDiffers || casesDiffer }

  public var amountDiffers: Bool {
    guard let monthlyCents, let statedCents else { return false }
    return monthlyCents != statedCents
  }

  /// Points of a number of cases may fall between two numbers: a stated number within one case of them is theirs.
  public var casesDiffer: Bool {
    guard let cases, let statedCases, let low = ExactFigure(max(statedCases - 1, 0), over: 1),
      let high = ExactFigure(statedCases + 1, over: 1)
    else { return false }
    return cases <= low || cases >= high
  }

  private static func product(_ outcome: Outcome) -> Int64? {
    let (product, overflow) = Int64(outcome.cases).multipliedReportingOverflow(by: Int64(outcome.monthlyCents))
    return overflow || !(1...Int64.max / 1000).contains(product) ? nil : product
  }

  private static func sum(_ products: [Int64]) -> Int64? {
    products.reduce(Int64?(0)) { sum, product in
      guard let sum else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(product)
      return overflow || next > Int64.max / 100 ? nil : next
    }
  }
}
