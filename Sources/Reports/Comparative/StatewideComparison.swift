public import Measures
internal import Records

/// The comparative report for the department: every agency of the state on every measure (IOP.2.3).
public enum StatewideComparison {
  public static func page(_ comparison: Comparison, origin: ComparisonOrigin) -> Page {
    let measures = comparison.measures.map { MeasureComparison($0, in: comparison) }
    let missing = comparison.agencies.filter(\.isMissing)
    let received = comparison.agencies.count - missing.count
    return Page(
      title: "Comparative report, \(comparison.quarter)",
      subtitle: ["All agencies", "Data set: \(comparison.dataSet)"],
      blocks: (origin.note.isEmpty ? [] : [.paragraph(origin.note)]) + [
        .fields([
          .init("Quarter", "\(comparison.quarter), federal fiscal year to date"),
          .init("Agencies with figures", "\(received) of \(comparison.agencies.count)"),
        ]),
        .section("All measures", [.table(overview(measures)), .contents(title: "Contents", levels: 1)]),
        .section("What asks for a look", triggers(measures)),
        .section("Missing figures", self.missing(missing)),
        .section("Agencies of similar caseload", [.table(groups(comparison))]),
      ] + measures.map(section) + national(measures)
        + [.section("How this is computed", ComparisonRulesText.blocks(comparison.rules))],
      footer: origin.lines)
  }

  private static func overview(_ measures: [MeasureComparison]) -> Page.Table {
    Page.Table(
      caption: "The state on every measure",
      columns: [
        "Measure", Page.Column("Statewide", align: .end), Page.Column("A year before", align: .end),
        Page.Column("Change", align: .end), Page.Column("Lowest", align: .end), Page.Column("Highest", align: .end),
        Page.Column("At the threshold", align: .end), Page.Column("Agencies counted", align: .end),
        Page.Column("Ask for a look", align: .end),
      ],
      rows: measures.map { one in
        let words = ComparisonWords(measure: one.measure)
        let values = one.standings.compactMap(\.value)
        let lines = one.measure.isToDate ? [] : one.measure.thresholds
        let reached = lines.first.map { line in values.count { !one.measure.isBetter(line.value, than: $0) } }
        return [
          .text(words.title + (one.measure.isToDate ? " (counts to date)" : "")), words.cell(one.statewide.value),
          words.cell(one.statewideYearBefore.value),
          words.change(one.statewide.value, since: one.statewideYearBefore.value), words.cell(values.min()),
          words.cell(values.max()), reached.map { .number("\($0) of \(values.count)") } ?? .text("none"),
          .number("\(one.statewide.count)"), .number("\(one.standings.count { !$0.triggers.isEmpty })"),
        ]
      }, hasRowHeaders: true,
      footnote: "Statewide: the sum of the numerators over the sum of the denominators of the agencies counted.")
  }

  private static func triggers(_ measures: [MeasureComparison]) -> [Page.Block] {
    let agencies = measures.first?.standings.map(\.agency) ?? []
    let rows = agencies.enumerated().compactMap { index, agency -> Page.Row? in
      let lines = measures.flatMap { one -> [String] in
        let standing = one.standings[index]
        guard let value = standing.value else { return [] }
        let words = ComparisonWords(measure: one.measure)
        return standing.triggers.map { "\(words.title): \(words.trigger($0, value))" }
      }
      return lines.isEmpty
        ? nil : [.text(agency.name), .number("\(lines.count)"), .text(lines.joined(separator: "\n"))]
    }
    guard !rows.isEmpty else {
      return [.note(.init(.done, word: "Nothing", "No figure is outside its tolerance band."))]
    }
    return [
      .paragraph(
        "\(rows.count) of \(agencies.count) agencies have a figure outside a tolerance band. Each is a to-do of the agency "
          + "until it answers."),
      .table(
        Page.Table(
          caption: "Figures outside their tolerance band, by agency",
          columns: ["Agency", Page.Column("Count", align: .end), "What is outside"], rows: rows, hasRowHeaders: true)),
    ]
  }

  private static func missing(_ agencies: [ComparedAgency]) -> [Page.Block] {
    guard !agencies.isEmpty else {
      return [.note(.init(.done, word: "Complete", "The figures of every agency were accepted."))]
    }
    return [
      .paragraph(
        "No submission of the quarter is accepted of these agencies. They are in no average, and are no zero."),
      .list(agencies.map(\.name)),
    ]
  }

  private static func groups(_ comparison: Comparison) -> Page.Table {
    Page.Table(
      caption: "Groups, by cases at the end of the quarter",
      columns: ["Group", "Cases", Page.Column("Agencies", align: .end), "Which"],
      rows: comparison.groups.map { group in
        let own = comparison.agencies.filter { $0.group == group.code }
        let below = group.below.map { " to \(ComparisonWords.count($0 - 1))" } ?? " and more"
        return [
          .text(group.title), .text(ComparisonWords.count(group.from) + below), .number("\(own.count)"),
          .text(own.map(\.name).joined(separator: ", ")),
        ]
      }, hasRowHeaders: true, footnote: "The bounds of the groups are ours: data of the data set.")
  }

  private static func section(_ one: MeasureComparison) -> Page.Block {
    let charts = ComparisonCharts(one)
    let words = charts.words
    let absent = one.standings.filter { $0.value == nil && !$0.agency.isMissing }
    let outliers = one.standings.filter { $0.outlier != nil }
    var blocks: [Page.Block] = []
    if one.measure.isToDate { blocks.append(ComparisonRulesText.toDate(one.quarter)) }
    blocks.append(
      .chart(
        charts.dots(
          one.standings, title: "\(one.measure.title), by agency, best first",
          references: charts.statewideLine + charts.thresholdLines)))
    if !absent.isEmpty {
      blocks.append(
        .paragraph(
          "Without a value: "
            + absent.map { "\($0.agency.name) (\(ComparisonWords.absence($0)))" }.joined(separator: ", ") + "."))
    }
    if !outliers.isEmpty {
      blocks.append(
        .paragraph(
          "Outliers among all agencies: "
            + outliers.map { "\($0.agency.name) (\($0.outlier?.rawValue ?? ""))" }.joined(separator: ", ") + "."))
    }
    blocks.append(.table(groupTable(one, words)))
    blocks.append(
      .chart(
        charts.past(
          one.statewidePast.map(\.value), name: "Statewide", title: "\(one.measure.title), statewide by quarter")))
    return .section(words.title, blocks)
  }

  private static func groupTable(_ one: MeasureComparison, _ words: ComparisonWords) -> Page.Table {
    let codes = one.groupAverages.keys.sorted { Positions.isBefore($0, $1) }
    return Page.Table(
      caption: "\(one.measure.title), by group",
      columns: ["Group", Page.Column("Average", align: .end), Page.Column("Agencies counted", align: .end)],
      rows: codes.compactMap { code in
        one.groupAverages[code].map { average in
          [.text(code), words.cell(average.value), .number("\(average.count)")]
        }
      }, hasRowHeaders: true)
  }

  private static func national(_ measures: [MeasureComparison]) -> [Page.Block] {
    let tables = measures.filter { !$0.measure.national.isEmpty }.map { one -> Page.Block in
      let words = ComparisonWords(measure: one.measure)
      return .table(
        Page.Table(
          caption: one.measure.title,
          columns: ["State", Page.Column("FFY", align: .end), Page.Column("Value", align: .end), "Source"],
          rows: [[.text("California, this report"), .text("\(one.quarter)"), words.cell(one.statewide.value), .empty]]
            + one.measure.national.map { line in
              [.text(line.place), .number("\(line.year)"), words.cell(line.value), .text(line.source)]
            }, hasRowHeaders: true))
    }
    guard !tables.isEmpty else { return [] }
    return [
      .section(
        "Other states",
        [.paragraph("Figures of other states are of whole federal fiscal years; this report is of the year to date.")]
          + tables)
    ]
  }
}
