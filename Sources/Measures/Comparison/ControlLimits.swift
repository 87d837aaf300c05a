/// The limits of a p-chart: how far a share of `size` cases may be from a centre by chance alone.
///
/// Whether a share is outside is decided by whole numbers: with x of n against the centre X of N, it is outside by k standard
/// deviations when (x/n − X/N)² · n > k² · X/N · (1 − X/N), which is (xN − Xn)² > k² · n · X · (N − X). The limits that are
/// shown are rounded; nothing is decided by them.
public struct ControlLimits: Hashable, Sendable {
  /// X and N.
  public let centre: (numerator: Int64, denominator: Int64)
  public let deviations: Int

  public enum Verdict: String, Hashable, Sendable { case inside, above, below }

  /// - Parameters:
  ///   - centre: a share; nil is returned where it is none: over one, or out of nothing.
  ///   - deviations: 1 to 9.
  public init?(numerator: Int64, denominator: Int64, deviations: Int) {
    guard denominator > 0, (0...denominator).contains(numerator), (1...9).contains(deviations) else { return nil }
    centre = (numerator, denominator)
    self.deviations = deviations
  }

  /// nil for what is no share.
  public func verdict(numerator: Int64, size: Int64) -> Verdict? {
    guard size > 0, (0...size).contains(numerator) else { return nil }
    let distance = Int128(numerator) * Int128(centre.denominator) - Int128(centre.numerator) * Int128(size)
    let square = distance.magnitude.multipliedFullWidth(by: distance.magnitude)
    let first = UInt128(deviations * deviations) * UInt128(size.magnitude) * UInt128(centre.numerator.magnitude)
    let allowed = first.multipliedFullWidth(by: UInt128((centre.denominator - centre.numerator).magnitude))
    guard (square.high, square.low) > (allowed.high, allowed.low) else { return .inside }
    return distance > 0 ? .above : .below
  }

  /// The limits for so many cases, in hundredths of a percentage point, for showing: the centre rounded half up; the distance
  /// k · √(p(1 − p)/n) rounded down; not below 0 and not above 100 percent. nil if the numbers are too large for it.
  public func shown(size: Int64) -> (lower: Int, centre: Int, upper: Int)? {
    guard size > 0 else { return nil }
    let (over, under) = (Int128(centre.numerator), Int128(centre.denominator))
    let middle = (over * 20_000 + under) / (under * 2)
    let (square, overflow) = (over * (under - over)).multipliedReportingOverflow(
      by: Int128(deviations * deviations) * 100_000_000)
    let (below, belowOverflow) = (under * under).multipliedReportingOverflow(by: Int128(size))
    guard !overflow, !belowOverflow else { return nil }
    let half = Self.root(of: square / below)
    return (Int(max(0, middle - half)), Int(middle), Int(min(10_000, middle + half)))
  }

  /// The whole part of a square root.
  static func root(of number: Int128) -> Int128 {
    guard number > 1 else { return max(0, number) }
    var (low, high): (Int128, Int128) = (1, 1 << 62)
    while low < high {
      let middle = (low + high + 1) / 2
      if middle <= number / middle { low = middle } else { high = middle - 1 }
    }
    return low
  }

  public static func == (left: ControlLimits, right: ControlLimits) -> Bool {
    left.centre == right.centre && left.deviations == right.deviations
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(centre.numerator)
    hasher.combine(centre.denominator)
    hasher.combine(deviations)
  }
}
