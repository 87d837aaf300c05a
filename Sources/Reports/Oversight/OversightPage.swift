public import Improvement
public import Records

/// A review of an agency by the department: its days, its scope, its findings and the answers to them (IOP.4.5).
public enum OversightPage {
  /// - Parameter agency: shown name.
  public static func page(_ standing: OversightStanding, agency: String, today: Day) -> Page {
    let review = standing.review
    var blocks: [Page.Block] = [
      .fields(
        [
          ("State", standing.words(on: today)), ("Asked for by", review.requestedBy), ("Planned for", review.planned),
          ("Papers due before the visit", review.papersDue), ("Papers received on", review.papersIn),
          ("Visit", [review.visitBegin, review.visitEnd].filter { !$0.isEmpty }.joined(separator: " to ")),
          ("Team lead", review.lead), ("Team", review.team), ("Findings reported on", review.reported),
        ].filter { !$0.1.isEmpty }.map { Page.Field($0.0, $0.1) })
    ]
    let late = standing.lateFindings(on: today)
    if !late.isEmpty {
      blocks.append(
        .note(
          Page.Note(
            .warning, word: "Late",
            late.count == 1
              ? "1 finding has no answer, and its day has passed"
              : "\(late.count) findings have no answer, and their days have passed")))
    }
    for (title, text) in [("Scope", review.scope), ("Papers asked for", review.papers), ("Summary", review.summary)]
    where !text.isEmpty {
      blocks.append(.section(title, [.paragraph(text)]))
    }
    blocks.append(.section("Findings", [.table(table(standing.findings, today))]))
    return Page(
      title: review.title.isEmpty ? review.kind.prefix(1).uppercased() + review.kind.dropFirst() : review.title,
      overline: ["Department of Child Support Services", "QAPI oversight and technical assistance"],
      subtitle: [agency] + (review.title.isEmpty ? [] : [review.kind]), blocks: blocks, footer: ["As of \(today)."])
  }

  private static func table(_ findings: [OversightStanding.AnsweredFinding], _ today: Day) -> Page.Table {
    Page.Table(
      caption: "Findings and answers",
      columns: [Page.Column("#", align: .end), "Element", "Finding", "Answer due", "Answer"],
      rows: findings.enumerated().map { place, entry in
        let answers = entry.answers.map { "\($0.day)\($0.person.isEmpty ? "" : ", \($0.person)"): \($0.text)" }
        return [
          .number("\(place + 1)"), Page.Cell(stringLiteral: entry.finding.element), .text(entry.finding.text),
          Page.Cell(
            stringLiteral: entry.finding.answerDue
              + (entry.lateness(on: today).map { " (\($0) \($0 == 1 ? "day" : "days") late)" } ?? "")),
          Page.Cell(stringLiteral: answers.joined(separator: "\n")),
        ]
      }, whenEmpty: "No findings")
  }
}
