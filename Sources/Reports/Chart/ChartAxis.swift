/// An axis with two to seven marks at round values, and the place of every value on it in whole units.
struct ChartAxis {
  /// The marks are `first * step` to `last * step`, where the step is 1, 2 or 5 times a power of ten.
  private let first: Int128
  private let last: Int128
  private let stepNumerator: Int128
  /// A power of ten; `decimals` is its exponent.
  private let stepDenominator: Int128
  private let decimals: Int
  let length: Int

  /// - Parameters:
  ///   - values: all that shall be on the axis.
  ///   - fromZero: whether zero shall be on it in any case. If not, it is left out where it would flatten the values.
  ///   - length: of the axis, in the units of the drawing.
  init(values: [Ratio], fromZero: Bool, length: Int) {
    self.length = length
    var (low, high) = (values.min() ?? .zero, values.max() ?? .zero)
    let spread = high + Ratio(-low.numerator, low.denominator)
    let isFlat = low > .zero && spread > .zero && spread + spread < high
    if fromZero || !isFlat { (low, high) = (min(low, .zero), max(high, .zero)) }
    let steps = Self.steps
    let fitting =
      steps.first { step in
        let marks = Self.marks(low, high, step)
        return marks.last - marks.first <= 6
      } ?? steps[steps.count - 1]
    let step = low == high ? (numerator: 1, denominator: 1, decimals: 0) : fitting
    let marks = Self.marks(low, high, step)
    first = marks.first
    last = max(marks.last, marks.first + 1)
    (stepNumerator, stepDenominator, decimals) = step
  }

  private typealias Step = (numerator: Int128, denominator: Int128, decimals: Int)

  private static var steps: [Step] {
    var powers: [Step] = []
    for decimals in stride(from: 9, to: 0, by: -1) { powers.append((1, tenTo(decimals), decimals)) }
    for exponent in 0...19 { powers.append((tenTo(exponent), 1, 0)) }
    return powers.flatMap { power in [1, 2, 5].map { (power.numerator * $0, power.denominator, power.decimals) } }
  }

  private static func tenTo(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { result, _ in result * 10 } }

  private static func marks(_ low: Ratio, _ high: Ratio, _ step: Step) -> (first: Int128, last: Int128) {
    let first = floored(low.numerator * step.denominator, by: low.denominator * step.numerator)
    let last = -floored(-high.numerator * step.denominator, by: high.denominator * step.numerator)
    return (first, last)
  }

  var startsAtZero: Bool { first <= 0 }

  /// The distance of a value from the axis's beginning, rounded to whole units.
  func place(of value: Ratio) -> Int {
    let above = value.numerator * stepDenominator - first * stepNumerator * value.denominator
    let whole = (last - first) * stepNumerator * value.denominator
    return Int(floored(2 * above * Int128(length) + whole, by: 2 * whole))
  }

  /// Places of the marks, and their values in decimal: "1,500", "0.25".
  ///
  /// - Parameter decimals: at least so many.
  func marks(decimals least: Int) -> [(place: Int, text: String)] {
    (first...last).map { index in
      let value = index * stepNumerator
      let extra = max(0, min(least, 9) - decimals)
      let text = Self.decimal(value * Self.tenTo(extra), decimals: decimals + extra)
      return (place(of: Ratio(value, stepDenominator)), text)
    }
  }

  private static func decimal(_ value: Int128, decimals: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var whole = Array(padded.dropLast(decimals))
    for place in stride(from: whole.count - 3, to: 0, by: -3) { whole.insert(",", at: place) }
    let fraction = padded.suffix(decimals)
    return (value < 0 ? "−" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
