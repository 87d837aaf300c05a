import ArgumentParser
import Foundation
import Measures
import Records
import Reports

/// In which form a comparison is shown, and where it goes.
struct ComparisonForm: ParsableArguments {
  @Flag(help: "As a page in HTML, with charts and their figures.")
  var html = false
  @Flag(help: "As a page in Markdown.")
  var markdown = false
  @Flag(help: "As a table in CSV, numerators and denominators beside every value.")
  var csv = false
  @Option(help: "Which table: standings (measure by agency), past (quarter by quarter), measures.")
  var table = Table.standings
  @Option(name: .customLong("output"), help: "Write it to this file.")
  var path: String?

  enum Table: String, CaseIterable, ExpressibleByArgument { case standings, past, measures }

  func validate() throws {
    guard [html, markdown, csv].count(where: \.self) <= 1 else {
      throw ValidationError("Say only one of --html, --markdown, --csv.")
    }
    guard path == nil || html || markdown || csv else {
      throw ValidationError("--output goes with --html, --markdown or --csv.")
    }
    guard table == .standings || csv else { throw ValidationError("--table goes with --csv.") }
  }

  /// nil for the terminal.
  ///
  /// - Parameter agency: code of the agency that reads it; nil for all agencies.
  func text(of comparison: Comparison, agency: String?, origin: ComparisonOrigin) -> [UInt8]? {
    if csv {
      let table =
        switch table {
        case .standings: ComparisonTable.standings(comparison)
        case .past: ComparisonTable.past(comparison)
        case .measures: ComparisonTable.measures(comparison)
        }
      return table.csv()
    }
    guard html || markdown else { return nil }
    let own = agency.flatMap { AgencyComparison.page(comparison, agency: $0, origin: origin) }
    let page = own ?? StatewideComparison.page(comparison, origin: origin)
    return Array((html ? page.html() : page.markdown()).utf8)
  }

  /// Writes it to the file, or gives it as the lines of a report.
  func report(_ bytes: [UInt8], json: KeyValuePairs<String, JSON>) throws -> Report {
    guard let path else {
      // The last line end is written with the report.
      return Report(lines: [String(decoding: bytes.dropLast(), as: UTF8.self)], json: json)
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.error, "the file cannot be written", at: path, next: "check the path, its rights and the space")
    }
    return Report(lines: [Shown.line(path)], json: json)
  }
}

/// A comparison on the terminal and as JSON.
enum ComparisonLines {
  static func value(_ value: ExactFigure?, _ measure: ComparedMeasure) -> String {
    guard let value else { return "-" }
    return ComparisonWords(measure: measure).value(value)
  }

  /// The state on every measure.
  static func statewide(_ comparison: Comparison) -> [String] {
    let missing = comparison.agencies.filter(\.isMissing)
    let rows = comparison.measures.map { measure -> [String] in
      let one = MeasureComparison(measure, in: comparison)
      let asking = one.standings.count { !$0.triggers.isEmpty }
      return [
        measure.number, value(one.statewide.value, measure),
        change(one.statewide.value, one.statewideYearBefore.value, measure),
        asking == 0 ? "" : "\(asking) ask", Shown.line(measure.title),
      ]
    }
    return [
      Terminal.strong(
        "\(comparison.quarter), \(Layout.count(comparison.agencies.count, "agency", "agencies")), year to date")
    ] + (missing.isEmpty ? [] : Layout.wrapped("missing: " + missing.map(\.code).joined(separator: ", "))) + [""]
      + Layout.table([["", "state", "year", "", ""]] + rows, cuttingLast: true)
  }

  /// One agency on every measure.
  static func own(_ comparison: Comparison, _ agency: ComparedAgency) -> [String] {
    let rows = comparison.measures.compactMap { measure -> [String]? in
      let one = MeasureComparison(measure, in: comparison)
      return one.standing(of: agency.code).map { standing in
        [
          measure.number, value(standing.value, measure), value(standing.peers.value, measure),
          value(one.statewide.value, measure), change(standing.value, standing.yearBefore, measure),
          standing.groupRank.map { "\($0.place)/\($0.of)" } ?? "", standing.triggers.isEmpty ? "" : "look",
          Shown.line(measure.title),
        ]
      }
    }
    let group = comparison.group(agency.group).map { Shown.line($0.title) } ?? "no group"
    return [Terminal.strong("\(Shown.line(agency.name)), \(comparison.quarter), year to date"), group]
      + (agency.isMissing ? ["no accepted submission of this quarter"] : []) + [""]
      + Layout.table([["", "own", "group", "state", "year", "place", "", ""]] + rows, cuttingLast: true)
  }

  private static func change(_ value: ExactFigure?, _ before: ExactFigure?, _ measure: ComparedMeasure) -> String {
    guard let value, let before else { return "" }
    let words = ComparisonWords(measure: measure).difference(value, less: before)
    return words.hasSuffix(" points") ? String(words.dropLast(7)) : words
  }

  static func json(_ comparison: Comparison, agency: String?) -> JSON {
    .list(
      comparison.measures.map { measure in
        let one = MeasureComparison(measure, in: comparison)
        return .object([
          "measure": .text(measure.code), "number": .text(measure.number), "title": .text(measure.title),
          "kind": .text(measure.kind.rawValue), "to_date": .boolean(measure.isToDate),
          "statewide": average(one.statewide), "year_before": average(one.statewideYearBefore),
          "agencies": .list(
            one.standings.filter { agency == nil || $0.agency.code == agency }.map { standing(one, $0) }),
        ])
      })
  }

  private static func average(_ average: ComparedAverage) -> JSON {
    .object([
      "numerator": .number(average.numerator), "denominator": .number(average.denominator),
      "agencies": JSON(average.count), "value": JSON(average.value.map { "\($0)" }),
    ])
  }

  private static func standing(_ one: MeasureComparison, _ standing: MeasureComparison.Standing) -> JSON {
    var numbers: (Int64?, Int64?) = (nil, nil)
    var state = "missing"
    switch standing.figure {
    case .missing: break
    case .tooSmall: state = "too few"
    case .figure(let numerator, let denominator):
      numbers = (numerator, denominator)
      state = standing.value == nil ? "not computable" : "value"
    }
    return .object([
      "agency": .text(standing.agency.code), "group": .text(standing.agency.group), "state": .text(state),
      "numerator": JSON(numbers.0), "denominator": JSON(numbers.1), "value": JSON(standing.value.map { "\($0)" }),
      "peers": average(standing.peers), "year_before": JSON(standing.yearBefore.map { "\($0)" }),
      "place_in_group": JSON(standing.groupRank.map { Int64($0.place) }),
      "place_in_state": JSON(standing.statewideRank.map { Int64($0.place) }),
      "target": JSON(standing.target.map { "\($0)" }), "trend": .text(standing.trend.rawValue),
      "own_limits": JSON(standing.ownVerdict?.rawValue), "statewide_limits": JSON(standing.statewideVerdict?.rawValue),
      "outlier": JSON(standing.outlier?.rawValue), "outside": JSON(standing.triggers.map(\.against.rawValue)),
    ])
  }
}
