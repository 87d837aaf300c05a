internal import Plans
internal import Records

/// How far all agencies have come toward their targets.
enum StatewideProgress {
  static func blocks(_ standings: [AgencyStanding]) -> [Page.Block] {
    let entries = standings.flatMap { standing in
      (standing.plan.map { $0.targets + $0.blocks.flatMap(\.measurements) } ?? []).map {
        (standing: standing, measurement: $0, progress: MeasurementProgress(of: $0))
      }
    }
    guard !entries.isEmpty else { return [.paragraph("No plan has a measurement yet.")] }
    let known = standings.filter { standing in entries.contains { $0.standing == standing } }
    let chart = Page.Chart(
      .stackedBars, title: "Measurements by agency and how far they have come", categoryHeader: "Agency",
      categories: known.map(\.agency),
      series: MeasurementProgress.Standing.allCases.map { standing in
        Page.Chart.Series(
          standing.rawValue,
          known.map { agency in
            let count = entries.count { $0.standing == agency && $0.progress.standing == standing }
            return Page.Chart.Figure(count, shown: "\(count)")
          })
      })
    let table = Page.Table(
      caption: "Progress against targets, measurement by measurement",
      columns: [
        "Agency", "Measurement", "Baseline", "Target", "Latest figure", "Standing",
        Page.Column("Part of the way", align: .end),
      ],
      rows: entries.map { standing, entry, progress in
        [
          .text(StatewidePage.name(standing)), .text(entry.title), .text(quantity(entry.baseline, entry)),
          .text(quantity(entry.target, entry)),
          .text(progress.latest.map { "\($0.figure) (quarter \($0.quarter))" } ?? ""),
          .text(progress.standing.rawValue), progress.share.map { .number(percent($0)) } ?? .empty,
        ]
      }, hasRowHeaders: true,
      footnote: "Part of the way: from the baseline to the target, cut to a tenth of a percent and never rounded up. "
        + "A measure that counts over the year so far, such as cases with a collection on arrears, is not complete before "
        + "the last quarter.")
    return [.chart(chart), .table(table)]
  }

  private static func quantity(_ text: String, _ entry: Measurement) -> String {
    text.isEmpty || entry.unit.isEmpty || ExactFigure(decimal: text) == nil ? text : "\(text) \(entry.unit)"
  }

  /// Hundredths of a percent as percent with one place, cut.
  private static func percent(_ share: Int64) -> String { "\(share / 100).\(share % 100 / 10) percent" }
}
