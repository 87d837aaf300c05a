/// An exact value, for drawing: compared, added and scaled without floating point.
struct Ratio: Comparable {
  let numerator: Int128
  let denominator: Int128

  static let zero = Ratio(0, 1)

  /// Denominators stay below 2^40, so that no product leaves 128 bits; beyond that, the last digits that a drawing cannot
  /// show are dropped.
  init(_ numerator: Int128, _ denominator: Int128) {
    var (n, d) = (numerator, denominator)
    while d >= 1 << 40 {
      n /= 2
      d /= 2
    }
    self.numerator = n
    self.denominator = d
  }

  init(_ figure: Page.Chart.Figure) { self.init(Int128(figure.numerator), Int128(figure.denominator)) }

  static func == (left: Ratio, right: Ratio) -> Bool {
    left.numerator * right.denominator == right.numerator * left.denominator
  }

  static func < (left: Ratio, right: Ratio) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  static func + (left: Ratio, right: Ratio) -> Ratio {
    if left.denominator == right.denominator { return Ratio(left.numerator + right.numerator, left.denominator) }
    return Ratio(
      left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)
  }
}

/// The quotient, rounded down; the divisor is above 0.
func floored(_ dividend: Int128, by divisor: Int128) -> Int128 {
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? quotient - 1 : quotient
}
