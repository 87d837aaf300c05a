internal import Records

/// A measure for which targets are agreed: what a target's value is held against.
public struct TargetMeasure: Hashable, Sendable {
  /// `current-support`. Plan templates name measures by the same codes.
  public let code: String
  /// How people number it: `3`.
  public let number: String
  public let title: String
  /// Said behind a value: "percent".
  public let unit: String
  /// Whether a percentage can be over 100: where the denominator is of the year before.
  public let mayExceedWhole: Bool

  public init(code: String, number: String, title: String, unit: String, mayExceedWhole: Bool) {
    self.code = code
    self.number = number
    self.title = title
    self.unit = unit
    self.mayExceedWhole = mayExceedWhole
  }

  public enum Problem: Error, Hashable, Sendable {
    case notAFigure
    case overWhole
    /// The measure is in another unit.
    case unit
  }

  /// Whether a value can be this measure's target.
  public func check(_ value: String, unit: String) throws(Problem) {
    guard let figure = ExactFigure(written: value), !value.contains("%") || self.unit == "percent",
      !value.contains("$") || self.unit != "percent"
    else { throw .notAFigure }
    guard TargetUnit.isSame(unit, self.unit) else { throw .unit }
    if self.unit == "percent", !mayExceedWhole, let whole = ExactFigure(100, over: 1), figure > whole {
      throw .overWhole
    }
  }

  /// Whether a measurement of a plan is of this measure: it names its code or its title.
  public func isNamed(by indicator: String, title: String) -> Bool {
    [indicator, title].contains { name in
      let name = name.lowercased()
      return !name.isEmpty && (name == code || name == self.title.lowercased())
    }
  }
}

extension TargetMeasure {
  /// The five federal measures (45 CFR 305.2), the first of them in its two forms. Of the measures whose denominator is of the
  /// year before, the percentage can be over 100.
  public static let known: [TargetMeasure] = [
    TargetMeasure(
      code: "paternity", number: "1a", title: "IV-D paternity establishment percentage", unit: "percent",
      mayExceedWhole: true),
    TargetMeasure(
      code: "statewide-paternity", number: "1b", title: "Statewide paternity establishment percentage",
      unit: "percent", mayExceedWhole: true),
    TargetMeasure(
      code: "support-order", number: "2", title: "Cases with a support order established", unit: "percent",
      mayExceedWhole: false),
    TargetMeasure(
      code: "current-support", number: "3", title: "Collections on current support", unit: "percent",
      mayExceedWhole: false),
    TargetMeasure(
      code: "arrears-cases", number: "4", title: "Cases with arrears collections", unit: "percent",
      mayExceedWhole: false),
    TargetMeasure(
      code: "cost-effectiveness", number: "5", title: "Cost-effectiveness", unit: "dollars per dollar",
      mayExceedWhole: true),
  ]

  /// By its code, or by the number that people give it.
  public static func named(_ name: String, among measures: [TargetMeasure]) -> TargetMeasure? {
    let name = name.lowercased()
    return measures.first { $0.code == name } ?? measures.first { $0.number == name }
  }
}
