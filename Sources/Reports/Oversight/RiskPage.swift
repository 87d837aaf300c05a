public import Improvement
public import Records

/// The risk register of an agency: the open risks by rank, and in a table of likelihood by impact (IOP.3.2).
public enum RiskPage {
  /// - Parameters:
  ///   - risks: of one agency; closed ones stand at the end.
  ///   - agency: shown name.
  public static func page(_ risks: [Risk], agency: String, today: Day) -> Page {
    let ranked = RiskRegister.ranked(risks.filter(\.isOpen))
    let closed = risks.filter { !$0.isOpen }
    let late = ranked.filter { $0.isReviewLate(on: today) }
    var blocks: [Page.Block] = []
    if !late.isEmpty {
      blocks.append(
        .note(
          Page.Note(
            .warning, word: "Late",
            "\(late.count == 1 ? "1 risk was" : "\(late.count) risks were") to be looked at again before \(today)")))
    }
    blocks += [
      .section("Open risks by rank", [.table(register(ranked, today))]),
      .section("Likelihood and impact", [.table(grid(ranked))]),
    ]
    if !closed.isEmpty { blocks.append(.section("Closed risks", [.table(closings(closed))])) }
    return Page(
      title: "Risk register", overline: ["Quality assurance and performance improvement"], subtitle: [agency],
      blocks: blocks,
      footer: ["As of \(today). The scale of 1 to 5 is ours: the manual ranks by likelihood and impact."])
  }

  private static func register(_ ranked: [Risk], _ today: Day) -> Page.Table {
    Page.Table(
      caption: "Open risks, the highest likelihood times impact first",
      columns: [
        Page.Column("#", align: .end), "Risk", Page.Column("Likelihood", align: .end),
        Page.Column("Impact", align: .end), Page.Column("Score", align: .end), "Mitigation", "Person", "Review by",
      ],
      rows: ranked.enumerated().map { place, risk in
        [
          .number("\(place + 1)"), .text(risk.title), rating(risk.likelihood), rating(risk.impact),
          risk.score.map { .number("\($0)") } ?? .text("not said"), Page.Cell(stringLiteral: risk.mitigation),
          Page.Cell(stringLiteral: risk.person),
          Page.Cell(stringLiteral: risk.reviewBy + (risk.isReviewLate(on: today) ? " (late)" : "")),
        ]
      }, whenEmpty: "No open risks")
  }

  /// The numbers are the places in the table of risks. A cell says its score, so that nothing is said by a colour alone.
  private static func grid(_ ranked: [Risk]) -> Page.Table {
    let grid = RiskRegister.grid(ranked)
    return Page.Table(
      caption: "Numbers of the risks by likelihood and impact",
      columns: ["Likelihood"] + (1...5).map { Page.Column("Impact \($0)") },
      rows: (1...5).reversed().map { likelihood in
        Page.Row(
          [.text("\(likelihood)")]
            + (1...5).map { impact in
              let places = grid[likelihood - 1][impact - 1]
              return places.isEmpty
                ? .empty : .text(places.map { "#\($0)" }.joined(separator: ", ") + " (score \(likelihood * impact))")
            })
      },
      hasRowHeaders: true)
  }

  private static func closings(_ closed: [Risk]) -> Page.Table {
    Page.Table(
      caption: "Closed risks", columns: ["Risk", "Closed on", "Why"],
      rows: closed.map { [.text($0.title), .text($0.closed), Page.Cell(stringLiteral: $0.closing)] },
      hasRowHeaders: true)
  }

  private static func rating(_ number: Int) -> Page.Cell { number == 0 ? .empty : .number("\(number)") }
}
