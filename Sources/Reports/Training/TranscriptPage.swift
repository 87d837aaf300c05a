public import Records
public import Training

/// A transcript on paper: what somebody completed, and where each line stands in the signed history (AS.5.2).
public enum TranscriptPage {
  /// - Parameters:
  ///   - agency: shown name.
  ///   - imported: the transcripts that came from other agencies.
  ///   - recorded: for each line the changeset that holds it, short.
  public static func page(
    _ transcript: StaffTranscript, agency: String, imported: [Transcript], recorded: [String], today: Day
  ) -> Page {
    let member = transcript.member
    var facts = [Page.Field("Staff code:", member.code)]
    if !member.name.isEmpty { facts.append(Page.Field("Name:", member.name)) }
    facts.append(Page.Field("Hired:", member.hired))
    if !member.separated.isEmpty { facts.append(Page.Field("Last day:", member.separated)) }
    var blocks: [Page.Block] = [
      .fields(facts),
      .section("Completed", [.table(lines(transcript, recorded))]),
      .section("Hours by year", [.table(hours(transcript))]),
    ]
    if !imported.isEmpty { blocks.append(.section("From other agencies", [.table(sources(imported))])) }
    return Page(
      title: "Transcript", name: "Transcript, \(member.shown)", overline: ["Training (AS.5.2)"], subtitle: [agency],
      blocks: blocks,
      footer: [
        "As of \(today). What is void never counted. Recorded in: the changeset of the signed history that holds the line; "
          + "`qapi log row` shows who signed it, `qapi audit verify` checks all of them.",
        "Personnel record: for the agency and DCSS.",
      ])
  }

  private static func lines(_ transcript: StaffTranscript, _ recorded: [String]) -> Page.Table {
    Page.Table(
      caption: "Courses completed",
      columns: [
        "Day", "Course", "Title", .figures("Version"), .figures("Hours"), "Kind", "From", "Void", "Recorded in",
      ],
      rows: zip(transcript.lines, recorded).map { line, changeset in
        let completion = line.completion
        let void = completion.isVoid ? "void since \(completion.void): \(completion.reason)" : ""
        return [
          .text(completion.day), .text(completion.course), Page.Cell(stringLiteral: line.title),
          .number("\(completion.version)"), .hours(completion.hours), .text(completion.kind),
          Page.Cell(stringLiteral: line.from), Page.Cell(stringLiteral: void), Page.Cell(stringLiteral: changeset),
        ]
      }, whenEmpty: "Nothing was completed")
  }

  private static func hours(_ transcript: StaffTranscript) -> Page.Table {
    let years = transcript.hoursByYear
    return Page.Table(
      caption: "Hours of what stands", columns: ["Year", .figures("Hours")],
      rows: years.map { [.text("\($0.year)"), .hours($0.hours)] }
        + [Page.Row([.text("Total"), .hours(years.reduce(0) { $0 + $1.hours })], isTotal: true)],
      hasRowHeaders: true)
  }

  private static func sources(_ imported: [Transcript]) -> Page.Table {
    Page.Table(
      caption: "Signed transcripts that were imported", columns: ["Agency", "Signed on", "Node", "Key"],
      rows: imported.map { [.text($0.from), .text($0.day), .text($0.node), .text($0.fingerprint)] },
      hasRowHeaders: true)
  }
}

extension Page.Cell {
  /// Hundredths of an hour; nothing for none.
  static func hours(_ hundredths: Int) -> Page.Cell {
    hundredths == 0 ? .empty : .number(FieldContent.hundredths.written(.integer(Int64(hundredths))))
  }
}
