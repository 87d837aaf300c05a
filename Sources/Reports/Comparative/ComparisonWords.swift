public import Measures
public import Records

/// How the figures of a measure are written, on pages and on the terminal.
public struct ComparisonWords {
  let measure: ComparedMeasure

  public init(measure: ComparedMeasure) { self.measure = measure }

  /// "3 Collections on current support".
  var title: String { "\(measure.number) \(measure.title)" }

  var scale: Page.Chart.Scale {
    measure.kind == .percent ? .init(suffix: "%") : .init(prefix: "$", decimals: measure.kind == .ratio ? 2 : 0)
  }

  /// Rounded to two decimals. Where that would show a line that the value is below, the digits go on: 1.999 is not 2.00.
  public func value(_ value: ExactFigure) -> String {
    let rounded = value.rounded(to: 2)
    let lines = measure.thresholds.map(\.value) + measure.rows.compactMap(\.target)
    let shown = ExactFigure(decimal: rounded)
    let isRoundedOver = lines.contains { line in value < line && !(shown.map { $0 < line } ?? true) }
    let digits = isRoundedOver ? value.description : rounded
    return measure.kind == .percent ? "\(digits)%" : "$\(Self.grouped(digits))"
  }

  func cell(_ value: ExactFigure?) -> Page.Cell { value.map { .number(self.value($0)) } ?? .text("none") }

  /// "+1.25 points", "−$0.40".
  public func difference(_ value: ExactFigure, less other: ExactFigure) -> String {
    let rounded = FigureDifference(value, less: other).rounded(to: 2)
    let sign = rounded.hasPrefix("-") ? "−" : rounded.hasPrefix("+") ? "+" : ""
    let digits = sign.isEmpty ? rounded : String(rounded.dropFirst())
    return measure.kind == .percent ? "\(sign)\(digits) points" : "\(sign)$\(Self.grouped(digits))"
  }

  func change(_ value: ExactFigure?, since before: ExactFigure?) -> Page.Cell {
    guard let value, let before else { return .text("none") }
    return .number(difference(value, less: before))
  }

  /// "better", "worse", "the same".
  func judged(_ value: ExactFigure, against other: ExactFigure) -> String {
    value == other ? "the same" : measure.isBetter(value, than: other) ? "better" : "worse"
  }

  func figure(_ value: ExactFigure) -> Page.Chart.Figure {
    Page.Chart.Figure(Int(value.numerator), over: Int(value.denominator), shown: self.value(value))
  }

  /// "1,234 of 5,678"; money in dollars.
  func fraction(numerator: Int64, denominator: Int64) -> String {
    let over = measure.kind == .percent && measure.isCounted ? Self.count(numerator) : Self.money(numerator)
    let under = measure.isCounted ? Self.count(denominator) : Self.money(denominator)
    return "\(over) \(measure.kind == .percent ? "of" : "for") \(under)"
  }

  /// What there is in the place of a value.
  static func absence(_ standing: MeasureComparison.Standing) -> String {
    switch standing.figure {
    case .missing: standing.agency.isMissing ? "no accepted submission" : "not in the submission"
    case .tooSmall: "too few to show"
    case .figure: "not computable"
    }
  }

  static func basis(_ basis: ToleranceBand.Basis) -> String {
    switch basis {
    case .peers: "the others of its group"
    case .statewide: "the statewide average"
    case .yearBefore: "its own figure a year before"
    case .threshold: "the threshold"
    }
  }

  /// What a figure is outside of: "−$1.33 against the others of its group ($2.74); the band is $0.50".
  public func trigger(_ trigger: MeasureComparison.Trigger, _ value: ExactFigure) -> String {
    let by = measure.kind == .percent ? "\(trigger.by) points" : "$\(trigger.by.written(atLeast: 2))"
    return "\(difference(value, less: trigger.basis)) against \(Self.basis(trigger.against)) "
      + "(\(self.value(trigger.basis)))" + (trigger.by.numerator == 0 ? "" : "; the band is \(by)")
  }

  static func count(_ number: Int64) -> String {
    number < 0 ? "−\(FieldContent.grouped(-number))" : FieldContent.grouped(number)
  }

  static func money(_ cents: Int64) -> String {
    let part = cents.magnitude % 100
    return
      "\(cents < 0 ? "−" : "")$\(FieldContent.grouped(Int64(cents.magnitude / 100))).\(part < 10 ? "0" : "")\(part)"
  }

  private static func grouped(_ decimal: String) -> String {
    let parts = decimal.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first.flatMap({ Int64($0) }) else { return decimal }
    return FieldContent.grouped(whole) + (parts.count > 1 ? ".\(parts[1])" : "")
  }
}

/// What every page of a report says of itself.
public struct ComparisonOrigin: Hashable, Sendable {
  public var report: String
  public var publishedBy: String
  public var publishedAt: String
  public var program: String
  public var digest: String
  public var note: String

  /// - Parameter report: id; empty for one that is not published.
  public init(
    report: String, publishedBy: String, publishedAt: String, program: String, digest: String, note: String = ""
  ) {
    self.report = report
    self.publishedBy = publishedBy
    self.publishedAt = publishedAt
    self.program = program
    self.digest = digest
    self.note = note
  }

  var lines: [String] {
    let published =
      report.isEmpty
      ? "A preview: not published." : "Published by \(publishedBy) at \(publishedAt) as report \(report)."
    return [published, "Made by \(program). SHA-256 of the parts: \(digest)"]
  }
}
