/// The value of a performance measure, kept as an exact fraction.
///
/// A threshold is a line, and rounding moves figures over it: 89.6 percent is below 90 and rounds to 90. So a figure is
/// compared as it is, and rounded only to be shown.
///
/// The fraction is in lowest terms, so 89.6 and 89.60 are the same two integers: two nodes that publish the same value
/// in two spellings do not disagree.
public struct ExactFigure: Hashable, Sendable {
  /// Zero or more, in the unit of the measure (percent, or dollars per dollar) times `denominator`.
  public let numerator: Int64
  /// One or more.
  public let denominator: Int64

  /// A fraction; nil if the denominator is not positive or the numerator is negative (a measure is a count over a count,
  /// and what was divided by nothing is not computable: never 0, never 100).
  public init?(_ numerator: Int64, over denominator: Int64) {
    guard numerator >= 0, denominator > 0 else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator, denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// Reads a decimal number as people write it: `89.6`, `2.00`, `95`.
  ///
  /// - Parameter text: ASCII digits, at most one point with digits on both sides, at most 15 digits in all. No sign, no
  ///   separator of thousands, no exponent, no percent sign.
  public init?(decimal text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    guard parts.reduce(0, { $0 + $1.count }) <= 15 else { return nil }
    var numerator: Int64 = 0
    for byte in parts.joined() {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      numerator = numerator * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    var denominator: Int64 = 1
    if parts.count == 2 { for _ in parts[1] { denominator *= 10 } }
    self.init(numerator, over: denominator)
  }

  /// Reads a figure as people write it in a plan: as ``init(decimal:)``, with a dollar sign in front, a percent sign behind,
  /// or commas at thousands. Words make it none.
  public init?(written text: String) {
    var text = text
    if text.hasPrefix("$") { text.removeFirst() }
    if text.hasSuffix("%") { text.removeLast() }
    if text.hasSuffix(" ") { text.removeLast() }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts.first?.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) ?? []
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
      text = ([String(parts[0]).replacing(",", with: "")] + parts.dropFirst().map(String.init)).joined(separator: ".")
    }
    self.init(decimal: text)
  }

  /// The sum; nil if it does not fit.
  public func adding(_ other: ExactFigure) -> ExactFigure? {
    let (left, leftOverflow) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, rightOverflow) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, sumOverflow) = left.addingReportingOverflow(right)
    let (below, belowOverflow) = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !leftOverflow, !rightOverflow, !sumOverflow, !belowOverflow else { return nil }
    return ExactFigure(sum, over: below)
  }

  private static func greatestCommonDivisor(_ a: Int64, _ b: Int64) -> Int64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension ExactFigure: Comparable {
  public static func < (left: ExactFigure, right: ExactFigure) -> Bool {
    Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
  }
}

extension ExactFigure: CustomStringConvertible {
  /// The value in full where it has an end ("89.6"), otherwise cut (never rounded) after six places, with an ellipsis
  /// ("1.666666…"). A figure below a threshold therefore never shows as the threshold.
  public var description: String { written(atLeast: 0) }

  /// As `description`, with zeros up to `places` decimals: 2 with two places is "2.00".
  public func written(atLeast places: Int) -> String {
    var rest = Int128(numerator % denominator)
    var decimals = ""
    while rest != 0 {
      if decimals.utf8.count == 18 || (decimals.utf8.count == 6 && !isTerminating) {
        return "\(numerator / denominator).\(decimals)…"
      }
      rest *= 10
      decimals += "\(rest / Int128(denominator))"
      rest %= Int128(denominator)
    }
    while decimals.utf8.count < places { decimals += "0" }
    return decimals.isEmpty ? "\(numerator / denominator)" : "\(numerator / denominator).\(decimals)"
  }

  /// Rounded half up to `places` decimals (0 to 6). For showing beside the exact value, never for deciding.
  public func rounded(to places: Int) -> String {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    let doubled = Int128(numerator) * scale * 2 + Int128(denominator)
    let units = doubled / (2 * Int128(denominator))
    guard places > 0 else { return "\(units)" }
    let decimals = String("\(units % scale + scale)".dropFirst())
    return "\(units / scale).\(decimals)"
  }

  /// Whether the decimal form has an end: the denominator has no prime factor but 2 and 5.
  private var isTerminating: Bool {
    var rest = denominator
    while rest % 2 == 0 { rest /= 2 }
    while rest % 5 == 0 { rest /= 5 }
    return rest == 1
  }
}
