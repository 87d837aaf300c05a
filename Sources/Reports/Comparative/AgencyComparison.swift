public import Measures
internal import Records

/// The comparative report as one agency reads it: itself against its group, the state, its past and the lines.
public enum AgencyComparison {
  /// - Parameter code: of an agency that the report holds; nil is returned for another.
  public static func page(_ comparison: Comparison, agency code: String, origin: ComparisonOrigin) -> Page? {
    guard let agency = comparison.agency(code) else { return nil }
    let measures = comparison.measures.map { MeasureComparison($0, in: comparison) }
    let own = measures.compactMap { one in one.standing(of: code).map { (one, $0) } }
    let group = comparison.group(agency.group)
    let fellows = comparison.agencies.filter { $0.group == agency.group && !agency.group.isEmpty }
    return Page(
      title: "\(agency.name): comparative report, \(comparison.quarter)",
      subtitle: ["Federal fiscal year to date", "Data set: \(comparison.dataSet)"],
      blocks: (origin.note.isEmpty ? [] : [.paragraph(origin.note)])
        + (agency.isMissing
          ? [
            .note(
              .init(
                .warning, word: "Missing",
                "No submission of this quarter was accepted when the report was published. The agency is in no average."
              ))
          ] : []) + [
          .fields([
            .init("Cases", agency.cases.map { ComparisonWords.count($0) } ?? "not known"),
            .init("Group", group.map { "\($0.title), \(fellows.count) agencies" } ?? "none"),
          ]),
          .section("All measures", [.table(overview(own)), .contents(title: "Contents", levels: 1)]),
          .section("What asks for a look", triggers(own)),
        ] + own.map { section($0, $1, fellows: fellows) }
        + [.section("How this is computed", ComparisonRulesText.blocks(comparison.rules))],
      footer: origin.lines)
  }

  private typealias Own = (one: MeasureComparison, standing: MeasureComparison.Standing)

  private static func overview(_ own: [Own]) -> Page.Table {
    Page.Table(
      caption: "This agency on every measure",
      columns: [
        "Measure", Page.Column("This agency", align: .end), Page.Column("Others of its group", align: .end),
        Page.Column("Statewide", align: .end), Page.Column("Change from a year before", align: .end),
        Page.Column("Threshold", align: .end), Page.Column("Agreed target", align: .end),
        Page.Column("Place in its group", align: .end), "Trend", "Asks for a look",
      ],
      rows: own.map { one, standing in
        let words = ComparisonWords(measure: one.measure)
        return [
          .text(words.title + (one.measure.isToDate ? " (counts to date)" : "")),
          standing.value.map { .number(words.value($0)) } ?? .text(ComparisonWords.absence(standing)),
          words.cell(standing.peers.value), words.cell(one.statewide.value),
          words.change(standing.value, since: standing.yearBefore), words.cell(one.measure.thresholds.first?.value),
          words.cell(standing.target), standing.groupRank.map { .number("\($0.place) of \($0.of)") } ?? .text("none"),
          .text(standing.trend.rawValue), .text(standing.triggers.isEmpty ? "no" : "yes"),
        ]
      }, hasRowHeaders: true)
  }

  private static func triggers(_ own: [Own]) -> [Page.Block] {
    let lines = own.flatMap { one, standing -> [String] in
      guard let value = standing.value else { return [] }
      let words = ComparisonWords(measure: one.measure)
      return standing.triggers.map { "\(words.title), \(words.value(value)): \(words.trigger($0, value))" }
    }
    guard !lines.isEmpty else {
      return [.note(.init(.done, word: "Nothing", "No figure of this agency is outside its tolerance band."))]
    }
    return [
      .note(
        .init(
          .warning, word: "Outside its band",
          "\(lines.count == 1 ? "One figure asks" : "\(lines.count) figures ask") for a look and an answer.")),
      .list(lines),
    ]
  }

  private static func section(
    _ one: MeasureComparison, _ standing: MeasureComparison.Standing, fellows: [ComparedAgency]
  ) -> Page.Block {
    let charts = ComparisonCharts(one)
    let words = charts.words
    let codes = Set(fellows.map(\.code))
    var blocks: [Page.Block] = []
    if one.measure.isToDate { blocks.append(ComparisonRulesText.toDate(one.quarter)) }
    blocks.append(.paragraph(sentence(one, standing, words)))
    blocks += notes(one, standing, words)
    let target = standing.target.map { [Page.Chart.Target("Agreed target", words.figure($0))] } ?? []
    let inGroup = one.standings.filter { codes.contains($0.agency.code) && $0.value != nil }
    if !inGroup.isEmpty {
      blocks.append(
        .chart(
          charts.dots(
            inGroup, title: "\(one.measure.title): agencies of similar caseload, best first",
            own: standing.agency.code,
            references: charts.statewideLine + charts.thresholdLines + (one.measure.isToDate ? [] : target))))
    }
    let values = standing.figures.map { $0.value(one.measure.kind) }
    if values.contains(where: { $0 != nil }) {
      let sizes = standing.figures.map { figure -> Int64? in
        if case .figure(_, let denominator) = figure { denominator } else { nil }
      }
      blocks.append(
        .chart(
          charts.past(
            values, name: "This agency", title: "\(one.measure.title): this agency by quarter",
            limits: standing.ownLimits, sizes: sizes)))
    }
    return .section(words.title, blocks)
  }

  private static func sentence(
    _ one: MeasureComparison, _ standing: MeasureComparison.Standing, _ words: ComparisonWords
  ) -> String {
    guard let value = standing.value, case .figure(let numerator, let denominator) = standing.figure else {
      return "No value: \(ComparisonWords.absence(standing))."
    }
    var sentences = [
      "\(words.value(value)): \(words.fraction(numerator: numerator, denominator: denominator))."
    ]
    func against(_ other: ExactFigure?, _ name: String) {
      guard let other else { return }
      sentences.append(
        "\(words.difference(value, less: other)) against \(name) (\(words.value(other))): "
          + "\(words.judged(value, against: other)).")
    }
    against(standing.peers.value, "the others of its group")
    against(one.statewide.value, "the statewide average")
    against(standing.yearBefore, "the same quarter of the year before")
    if let rank = standing.groupRank { sentences.append("Place \(rank.place) of \(rank.of) in its group.") }
    if let rank = standing.statewideRank { sentences.append("Place \(rank.place) of \(rank.of) in the state.") }
    return sentences.joined(separator: " ")
  }

  private static func notes(
    _ one: MeasureComparison, _ standing: MeasureComparison.Standing, _ words: ComparisonWords
  ) -> [Page.Block] {
    guard let value = standing.value else { return [] }
    var notes: [Page.Block] = standing.triggers.map {
      .note(.init(.warning, word: "Outside its band", words.trigger($0, value)))
    }
    if !one.measure.isToDate {
      let lines =
        one.measure.thresholds.map { ($0.title, $0.value) }
        + (standing.target.map { [("agreed target", $0)] } ?? [])
      for (title, line) in lines where one.measure.isBetter(line, than: value) {
        notes.append(.note(.init(.warning, word: "Not reached", "\(title): \(words.value(line))")))
      }
    }
    if let verdict = standing.ownVerdict, verdict != .inside {
      notes.append(
        .note(
          .init(
            .information, word: "Control limits",
            "\(verdict == .above ? "Above" : "Below") the limits about the mean of its own earlier quarters: more than "
              + "chance has changed.")))
    }
    if let outlier = standing.outlier {
      notes.append(.note(.init(.information, word: "Outlier", "Among all agencies, a \(outlier.rawValue) one.")))
    }
    return notes
  }
}
