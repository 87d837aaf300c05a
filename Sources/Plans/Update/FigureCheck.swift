internal import Records

/// Judges a typed figure against what its measurement says of itself.
enum FigureCheck {
  /// - Throws: ``FieldProblem`` for words where the kind of figure is said. Where it is not, words stand as they are.
  static func refuse(_ text: String, kind: String) throws(FieldProblem) {
    guard !text.isEmpty, !kind.isEmpty, ExactFigure(written: text) == nil else { return }
    throw FieldProblem(
      problem: "the measurement is of the kind \(kind), and this is no figure", next: "write it like \(example(kind))")
  }

  /// Why a figure may be a slip of the pen, in words; nil if nothing speaks against it.
  ///
  /// 1. A percentage is over 100.
  /// 2. A count has decimals.
  /// 3. A sign says another kind than the measurement.
  /// 4. The figure is ten times the one before it, or a tenth of it, or further away.
  /// 5. It moves against the direction that is better.
  /// 6. It is words, and the last figure or the target is none.
  ///
  /// - Parameter before: the last figure of an earlier quarter, or the baseline; may be words.
  static func doubt(_ text: String, after before: String, of entry: Measurement) -> String? {
    guard let figure = ExactFigure(written: text) else {
      let isMeasured = [before, entry.target].contains { ExactFigure(written: $0) != nil }
      return !text.isEmpty && isMeasured ? "that is no figure, like 62.1" : nil
    }
    let isPercent = entry.kind == "percent" || (entry.kind.isEmpty && (text.hasSuffix("%") || entry.unit == "percent"))
    if isPercent, let hundred = ExactFigure(100, over: 1), figure > hundred { return "that is over 100 percent" }
    if entry.kind == "count", figure.denominator != 1 { return "that is not a whole number" }
    if text.hasPrefix("$"), !["", "dollars", "ratio"].contains(entry.kind) { return "that is in dollars" }
    if text.hasSuffix("%"), !["", "percent"].contains(entry.kind) { return "that is a percentage" }
    guard let last = ExactFigure(written: before), last != figure else { return nil }
    if last.numerator > 0, isFar(figure, from: last) { return "that is far from the last figure, \(before)" }
    let isWorse = (entry.direction == "up" && figure < last) || (entry.direction == "down" && figure > last)
    return isWorse ? "that moves away from where it should go: the last figure is \(before)" : nil
  }

  private static func isFar(_ figure: ExactFigure, from last: ExactFigure) -> Bool {
    let (new, old) = (
      Int128(figure.numerator) * Int128(last.denominator), Int128(last.numerator) * Int128(figure.denominator)
    )
    return new / 10 >= old || old / 10 >= new
  }

  private static func example(_ kind: String) -> String {
    switch kind {
    case "percent": "62.1"
    case "ratio": "2.05"
    case "dollars": "34,100.00"
    default: "263"
    }
  }
}
