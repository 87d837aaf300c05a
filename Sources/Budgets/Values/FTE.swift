/// A number of positions, full-time equivalents, in hundredths; below zero only as a difference.
public struct FTE: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let hundredths: Int

  public static let zero = FTE(hundredths: 0)

  public init(hundredths: Int) { self.hundredths = hundredths }

  /// `12.50`, `-0.25`, `0.00`.
  public var description: String {
    let part = hundredths.magnitude % 100
    return "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100).\(part < 10 ? "0" : "")\(part)"
  }

  public static func < (left: FTE, right: FTE) -> Bool { left.hundredths < right.hundredths }

  /// Each row holds at most 99,999.99 where it was entered; what a merge brings beyond the range stays at its end.
  public static func + (left: FTE, right: FTE) -> FTE {
    let (sum, overflow) = left.hundredths.addingReportingOverflow(right.hundredths)
    return FTE(hundredths: overflow ? (left.hundredths < 0 ? .min : .max) : sum)
  }

  public static func - (left: FTE, right: FTE) -> FTE {
    let (rest, overflow) = left.hundredths.subtractingReportingOverflow(right.hundredths)
    return FTE(hundredths: overflow ? (left.hundredths < 0 ? .min : .max) : rest)
  }

  public static func sum(_ parts: some Sequence<FTE>) -> FTE { parts.reduce(.zero, +) }
}
