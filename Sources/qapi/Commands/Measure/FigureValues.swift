import Canonical
import GRDB
import Measures
import Records
import Store

/// How people write figures: a count as it is, money in dollars and cents.
enum FigureValues {
  static func content(of unit: DataElement.Unit?) -> FieldContent { unit == .cents ? .cents : .count }

  static func written(_ value: Int64, _ unit: DataElement.Unit?) -> String {
    guard unit == .cents else { return FieldContent.grouped(value) }
    return "$" + FieldContent.amount.written(.integer(value))
  }

  /// Without separators and signs, for tables of spreadsheet programs.
  static func plain(_ value: Int64, _ unit: DataElement.Unit?) -> String {
    guard unit == .cents else { return "\(value)" }
    return "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
  }

  static func sha256(_ text: String) -> String { Digest(of: Array(text.utf8)).hex }

  static func quarter(_ text: String) throws -> FederalQuarter {
    guard let quarter = FederalQuarter(text) else {
      let rule = Period(text) == nil ? "no-period" : "other-calendar"
      throw Failure.rule(
        rule, "'\(Shown.line(text))' is no quarter of a federal fiscal year", next: "write it like \"FFY 2024 Q2\"")
    }
    return quarter
  }

  /// - Throws: `Failure` for a quarter that is not over: its figures cannot be there.
  static func checkIsOver(_ quarter: FederalQuarter, today: Day) throws {
    guard let last = quarter.lastDay, last >= today else { return }
    throw Failure.rule(
      "period-not-over", "\(quarter) is not over before \(last)", next: "name a quarter that is over")
  }

  static func json(_ problem: FigureProblem) -> JSON {
    .object([
      "rule": .text(problem.rule), "severity": .text(problem.weight.rawValue), "element": .text(problem.element),
      "period": .text(problem.period), "row": JSON(problem.row.map(Int64.init)), "column": .text(problem.column),
      "what": .text(problem.problem), "next": .text(problem.next),
    ])
  }

  /// A sentence, with rule and place.
  static func lines(_ problem: FigureProblem) -> [String] {
    let place = [
      problem.row.map { "row \($0), column \(problem.column)" } ?? "", problem.element, problem.period,
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return Layout.wrapped(
      Shown.line("\(problem.weight.rawValue) \(problem.rule) (\(place)): \(problem.problem); \(problem.next)"),
      hanging: "  ")
  }

  static let problemNames = "rule, severity, element, period, row, column, what, next"
}

extension OpenNode {
  /// Whose figures are meant: the agency that is named, or the one of this node.
  func agencyOfFigures(_ named: String?) throws -> String {
    if let named {
      try checkAgency(named)
      return named
    }
    guard !isDepartment else {
      throw Failure.usage("it is not said which agency is meant", next: "name it with --agency")
    }
    return member
  }
}

extension FigureProblem {
  /// The same with its row of a file.
  func inRow(_ row: Int) -> FigureProblem {
    var problem = self
    problem.row = row
    return problem
  }
}
