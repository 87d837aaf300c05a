internal import Records

extension Measure {
  /// Why a value cannot be this measure's target.
  public enum TargetProblem: Error, Hashable, Sendable {
    /// It is no figure of zero or more, or bears the sign of another unit.
    case notAFigure
    /// It is more than 100 percent, where the measure cannot be.
    case overWhole
    /// The measure is in another unit.
    case unit
  }

  /// Whether a value can be this measure's target.
  public func checkTarget(_ value: String, unit: String) throws(TargetProblem) {
    guard let figure = ExactFigure(written: value), !value.contains("%") || kind == .percent,
      !value.contains("$") || kind != .percent
    else { throw .notAFigure }
    guard TargetUnit.isSame(unit, self.unit) else { throw .unit }
    if kind == .percent, !mayExceedWhole, let whole = ExactFigure(100, over: 1), figure > whole { throw .overWhole }
  }
}
