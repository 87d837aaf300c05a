public import Records

/// A performance measure: a numerator over a denominator, each a signed sum of data elements.
public struct Measure: Hashable, Sendable {
  /// a-z, 0-9 and hyphens: `current-support`. The code under which plan templates name the measure, where one does.
  public let code: String
  /// How people number it: `3` and `1b` are federal, `s4` is a state measure.
  public let number: String
  public let origin: Origin
  public let title: String
  public let kind: Kind
  public let direction: Direction
  public let numerator: [Term]
  public let denominator: [Term]
  /// Whether it can be over 100 percent: where the denominator is of the year before, or what is counted above was not all
  /// among what is counted below.
  public let mayExceedWhole: Bool
  /// 1 direct, 2 secondary, 3 indirect (IOP.2.6); 0 for a measure that others are linked to.
  public let link: Int
  /// Code of the measure that it is linked to; empty if none.
  public let linkedTo: String
  public let source: String
  /// What of it no source states; empty if nothing.
  public let ours: String

  public enum Origin: String, CaseIterable, Hashable, Sendable { case federal, state, local }

  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// 100 times the numerator over the denominator.
    case percent
    /// Dollars per dollar; both are in cents.
    case ratio
    /// Dollars for one that is counted: the numerator is in cents.
    case dollars
  }

  public enum Direction: String, CaseIterable, Hashable, Sendable { case higher, lower }

  /// One element of a sum.
  public struct Term: Hashable, Sendable {
    public let element: String
    /// Whether it is taken off.
    public let isTakenOff: Bool
    /// Whether the figure is that of the whole federal fiscal year before.
    public let isOfPriorYear: Bool

    public init(element: String, isTakenOff: Bool = false, isOfPriorYear: Bool = false) {
      self.element = element
      self.isTakenOff = isTakenOff
      self.isOfPriorYear = isOfPriorYear
    }
  }

  public init(
    code: String, number: String, origin: Origin, title: String, kind: Kind, direction: Direction, numerator: [Term],
    denominator: [Term], mayExceedWhole: Bool, link: Int, linkedTo: String, source: String, ours: String
  ) {
    self.code = code
    self.number = number
    self.origin = origin
    self.title = title
    self.kind = kind
    self.direction = direction
    self.numerator = numerator
    self.denominator = denominator
    self.mayExceedWhole = mayExceedWhole
    self.link = link
    self.linkedTo = linkedTo
    self.source = source
    self.ours = ours
  }

  public var terms: [Term] { numerator + denominator }

  /// "percent", "dollars per dollar", "dollars".
  public var unit: String {
    switch kind {
    case .percent: "percent"
    case .ratio: "dollars per dollar"
    case .dollars: "dollars"
    }
  }

  /// Decimals with which a rounded value is shown.
  public var places: Int { kind == .percent ? 1 : 2 }

  /// Whether one value is better than another.
  public func isBetter(_ value: ExactFigure, than other: ExactFigure) -> Bool {
    direction == .higher ? value > other : value < other
  }
}
