internal import Records

/// How far a measurement has come from its baseline to its target. Exact: nothing is rounded before it is shown.
public struct MeasurementProgress: Hashable, Sendable {
  public enum Standing: String, CaseIterable, Hashable, Sendable {
    case reached
    case onTheWay = "on the way"
    /// The latest figure is the baseline.
    case unchanged
    /// The latest figure is on the other side of the baseline.
    case movedAway = "moved away"
    case noFigure = "no figure yet"
    /// Baseline, target or figure are words, or the target is the baseline.
    case notMeasurable = "cannot be measured"
  }

  public let standing: Standing
  /// The last quarter that has a figure, and the figure as it was written.
  public let latest: Progress?
  /// Hundredths of a percent of the way from baseline to target, cut and not rounded: 9,999 is never shown as all of it.
  /// More than 10,000 if the target is passed. nil unless the measurement is on the way, reached or unchanged.
  public let share: Int64?

  /// - Parameter measurement: its direction decides which way is better; without one, the way from baseline to target.
  public init(of measurement: Measurement) {
    latest = measurement.progress.last { !$0.figure.isEmpty }
    let baseline = ExactFigure(written: measurement.baseline)
    let target = ExactFigure(written: measurement.target)
    guard let baseline, let target, baseline != target else {
      (standing, share) = (.notMeasurable, nil)
      return
    }
    guard let latest else {
      (standing, share) = (.noFigure, nil)
      return
    }
    guard let figure = ExactFigure(written: latest.figure) else {
      (standing, share) = (.notMeasurable, nil)
      return
    }
    let isUp =
      switch measurement.direction {
      case "up": true
      case "down": false
      default: baseline < target
      }
    let hasReached = isUp ? figure >= target : figure <= target
    let hasMovedAway = isUp ? figure < baseline : figure > baseline
    standing = hasReached ? .reached : figure == baseline ? .unchanged : hasMovedAway ? .movedAway : .onTheWay
    share = standing == .movedAway ? nil : Self.share(from: baseline, to: target, at: figure)
  }

  private static func share(from baseline: ExactFigure, to target: ExactFigure, at figure: ExactFigure) -> Int64? {
    // (figure - baseline) / (target - baseline), over one denominator.
    func over(_ value: ExactFigure, _ other: ExactFigure, _ third: ExactFigure) -> Int128 {
      Int128(value.numerator) * Int128(other.denominator) * Int128(third.denominator)
    }
    let limit = Int64(1) << 40
    guard [baseline, target, figure].allSatisfy({ $0.numerator < limit && $0.denominator < limit }) else { return nil }
    let start = over(baseline, target, figure)
    let way = over(target, baseline, figure) - start
    let done = over(figure, baseline, target) - start
    guard way != 0 else { return nil }
    let (product, overflow) = done.multipliedReportingOverflow(by: 10_000)
    return overflow ? nil : Int64(clamping: product / way)
  }
}
