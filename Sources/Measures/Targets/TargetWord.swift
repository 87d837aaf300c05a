public import Records

/// What one side says on a target: a ``Target`` is the agency's word, a ``TargetAnswer`` the department's.
public protocol TargetWord: NaturalRecord {
  var year: Int { get set }
  var measure: String { get set }
  var value: String { get set }
  var unit: String { get set }
  var baseline: String { get set }
  var word: String { get set }
  var agreedTo: String { get set }
  var note: String { get set }
  var saidBy: String { get set }
  var saidAt: String { get set }
}

extension Target: TargetWord {}
extension TargetAnswer: TargetWord {}

extension TargetWord {
  /// The value as an exact figure; nil if it is none.
  public var figure: ExactFigure? { ExactFigure(written: value) }

  public var isWithdrawn: Bool { word == Target.withdrawn }

  /// Whether this side agrees to the value that stands in its own row. It does not where the word was said to another value:
  /// one node agreed while another changed the value.
  public var agrees: Bool {
    guard word == Target.agreed, let figure else { return false }
    return ExactFigure(written: agreedTo) == figure
  }

  /// Proposes a value, or another one; a word that was said before is taken back.
  public mutating func propose(_ value: String, unit: String) {
    self.value = value
    self.unit = unit
    word = Target.proposed
    agreedTo = ""
  }

  /// Agrees to what the other side says.
  public mutating func agree(to other: some TargetWord) {
    year = other.year
    measure = other.measure
    // 63.8 and 63.80 are one value: whoever agrees does not respell it.
    if figure != other.figure || value.isEmpty { value = other.value }
    if !TargetUnit.isSame(unit, other.unit) || unit.isEmpty { unit = other.unit }
    word = Target.agreed
    agreedTo = value
  }

  public mutating func withdraw() {
    word = Target.withdrawn
    agreedTo = ""
  }
}

/// The units of targets, as people write them.
public enum TargetUnit {
  /// Whether two units are the same: `%` is percent, and case does not matter. One that is not said is that of the measure.
  public static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (plain(left), plain(right))
    return left == right || left.isEmpty || right.isEmpty
  }

  private static func plain(_ unit: String) -> String {
    let unit = unit.lowercased()
    return unit == "%" ? "percent" : unit
  }
}
