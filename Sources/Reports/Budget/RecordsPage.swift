public import Budgets
public import Records

/// Cases for each filled position, agency by agency (AS.2.3 tasks 1 and 2).
public enum CaseloadPage {
  public struct Entry: Hashable, Sendable {
    /// Of the agency, as it is shown.
    public let name: String
    /// Of the count; nil if there is none.
    public let month: String?
    /// Of the Budget Display; nil if there is none.
    public let year: String?
    public let isSubmitted: Bool
    public let ratio: CaseloadRatio?

    public init(name: String, month: String?, year: String?, isSubmitted: Bool, ratio: CaseloadRatio?) {
      (self.name, self.month, self.year) = (name, month, year)
      (self.isSubmitted, self.ratio) = (isSubmitted, ratio)
    }
  }

  public static func page(_ entries: [Entry], total: CaseloadRatio) -> Page {
    let known = entries.filter { $0.ratio?.perCore != nil }
    func cells(_ ratio: CaseloadRatio?) -> [Page.Cell] {
      guard let ratio else { return Array(repeating: .text("–"), count: 5) }
      return [
        .number(FieldContent.grouped(max(0, ratio.cases))), .number(positions(ratio.core)),
        .number(positions(ratio.all)), ratio.perCore.map { .number($0) } ?? .text("–"),
        ratio.perStaff.map { .number($0) } ?? .text("–"),
      ]
    }
    var blocks: [Page.Block] = [
      .table(
        Page.Table(
          caption: "Cases for each filled position",
          columns: [
            "Agency", "Count of", .figures("Cases"), .figures("Core staff"), .figures("All staff"),
            .figures("Cases per core"), .figures("Cases per staff"), "Staff as of",
          ],
          rows: entries.map { entry in
            Page.Row(
              [.text(entry.name), .text(entry.month ?? "no count")] + cells(entry.ratio) + [
                .text(entry.year.map { $0 + (entry.isSubmitted ? "" : ", not submitted") } ?? "no Budget Display")
              ])
          } + (entries.count > 1 ? [Page.Row([.text("Total"), .empty] + cells(total), isTotal: true)] : []),
          hasRowHeaders: true,
          footnote: "Core: casework, investigation, legal, SDU, clerical support. The total is all cases by all staff.")
      )
    ]
    if known.count > 1 {
      func series(_ name: String, _ value: (CaseloadRatio) -> Int) -> Page.Chart.Series {
        .init(
          name,
          known.map { entry in
            guard let ratio = entry.ratio, let tenths = CaseloadRatio.tenths(ratio.cases, value(ratio)) else {
              return nil
            }
            return .init(tenths, over: 10, shown: "\(tenths / 10).\(tenths % 10)")
          })
      }
      blocks.append(
        .chart(
          Page.Chart(
            .bars, title: "Cases for each filled position", categoryHeader: "Agency", categories: known.map(\.name),
            series: [series("Per core staff", \.core), series("Per staff", \.all)])))
    }
    return Page(
      title: "Caseload to staff", overline: ["Department of Child Support Services"], blocks: blocks,
      footer: ["Staff is filled positions (FTE) of the newest Budget Display."])
  }

  private static func positions(_ hundredths: Int) -> String {
    hundredths == 0 ? "0" : FieldContent.positions.written(.integer(Int64(hundredths)))
  }
}

/// Until when the records of each claim are kept (AS.2.6 task 9).
public enum RetentionPage {
  public struct Entry: Hashable, Sendable {
    public let quarter: StateQuarter
    /// Of the claim: original, revised, supplemental.
    public let form: String
    public let start: Retention.Start
    public let retention: Retention

    public init(quarter: StateQuarter, form: String, start: Retention.Start, retention: Retention) {
      (self.quarter, self.form, self.start, self.retention) = (quarter, form, start, retention)
    }
  }

  public static func page(_ entries: [Entry], agency: String, today: Day) -> Page {
    Page(
      title: "Retention of claim records", overline: ["Local child support agency"], subtitle: [agency],
      blocks: [
        .table(
          Page.Table(
            caption: "Claims", columns: ["Quarter", "Form", "Time runs from", "Day", "Kept until", "State", "Held by"],
            rows: entries.map { entry in
              [
                .text("\(entry.quarter)"), .text(entry.form), .text(entry.start.rawValue),
                entry.retention.start.map { .text("\($0)") } ?? .text("not yet"),
                entry.retention.until.map { .text("\($0)") } ?? .empty,
                .text(entry.retention.state(on: today).rawValue),
                Page.Cell(stringLiteral: entry.retention.holds.joined(separator: "\n")),
              ]
            }, hasRowHeaders: true, whenEmpty: "No claims"))
      ],
      footer: [
        "As of \(today). Four years and four months, longer while something holds them. From which day the time runs is the "
          + "department's setting: the manual does not say."
      ])
  }
}
