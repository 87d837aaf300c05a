public import Records

/// The difference of two exact figures, with its sign: points, or dollars.
public struct FigureDifference: Hashable, Sendable, Comparable {
  public let numerator: Int128
  /// Above 0.
  public let denominator: Int128

  /// - Returns: `value` less `other`, in lowest terms.
  public init(_ value: ExactFigure, less other: ExactFigure) {
    let over =
      Int128(value.numerator) * Int128(other.denominator) - Int128(other.numerator) * Int128(value.denominator)
    self.init(over, Int128(value.denominator) * Int128(other.denominator))
  }

  private init(_ numerator: Int128, _ denominator: Int128) {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(max(a, 1))
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  public init(_ figure: ExactFigure) {
    self.init(Int128(figure.numerator), Int128(figure.denominator))
  }

  public var isZero: Bool { numerator == 0 }
  public var negated: FigureDifference { FigureDifference(-numerator, denominator) }

  /// Whether this is more than one and a half times another.
  func isMoreThanHalfAgain(_ other: FigureDifference) -> Bool {
    Self.isLess((other.numerator * 3, other.denominator * 2), (numerator, denominator))
  }

  public static func < (left: FigureDifference, right: FigureDifference) -> Bool {
    isLess((left.numerator, left.denominator), (right.numerator, right.denominator))
  }

  /// By products of twice the width: no difference is too fine.
  private static func isLess(_ left: (Int128, Int128), _ right: (Int128, Int128)) -> Bool {
    let first = left.0.multipliedFullWidth(by: right.1)
    let second = right.0.multipliedFullWidth(by: left.1)
    return (first.high, first.low) < (second.high, second.low)
  }

  /// Rounded, halves away from zero, with its sign: `+1.25`, `-0.40`, `0.00`. For showing, never for deciding.
  public func rounded(to places: Int) -> String {
    var scale: UInt128 = 1
    for _ in 0..<places { scale *= 10 }
    let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    // The remainder's digits one after the other: no product grows beyond ten times the denominator.
    var (units, remainder) = (whole, rest)
    for _ in 0..<places {
      var digit: UInt128 = 0
      var next: UInt128 = 0
      for _ in 0..<10 {
        next += remainder
        if next >= denominator.magnitude {
          next -= denominator.magnitude
          digit += 1
        }
      }
      (units, remainder) = (units * 10 + digit, next)
    }
    if remainder >= denominator.magnitude - remainder { units += 1 }
    let sign = units == 0 ? "" : numerator < 0 ? "-" : "+"
    guard places > 0 else { return "\(sign)\(units)" }
    return "\(sign)\(units / scale).\("\(units % scale + scale)".dropFirst())"
  }
}
