public import Measures
internal import Records

/// The list of targets of a Plan of Cooperation: what is agreed, and what is not yet (IOP.1.1).
public enum TargetsPage {
  /// - Parameters:
  ///   - targets: of one agency and year, in the order in which they shall stand.
  ///   - agency: shown name.
  ///   - dataSet: for titles and units; a measure that it does not have stands by its code.
  public static func page(
    _ targets: [AgreedTarget], agency: String, year: Int, dataSet: DataSet
  ) -> Page {
    let agreed = targets.filter { $0.state == .agreed }
    let open = targets.filter { $0.state != .agreed }
    func title(_ target: AgreedTarget) -> Page.Cell {
      .text(dataSet.measure(target.measure)?.title ?? target.measure)
    }
    func unit(_ target: AgreedTarget) -> String {
      target.unit.isEmpty ? dataSet.measure(target.measure)?.unit ?? "" : target.unit
    }
    func value(_ word: (some TargetWord)?) -> Page.Cell {
      guard let word else { return .empty }
      return word.isWithdrawn ? .text("withdrawn") : .number(word.value)
    }
    return Page(
      title: "Performance targets, FFY \(year)", overline: ["Plan of Cooperation"], subtitle: [agency],
      blocks: [
        .section(
          "Agreed targets",
          [
            .table(
              Page.Table(
                caption: "Targets on which the agency and the department agree",
                columns: [
                  "Measure", "Baseline", Page.Column("Target", align: .end), "Unit", "Agency", "Department",
                ],
                rows: agreed.map { target in
                  [
                    title(target), .text(target.baseline), .number(target.value), .text(unit(target)),
                    said(target.ofAgency), said(target.ofDepartment),
                  ]
                },
                hasRowHeaders: true, whenEmpty: "No target is agreed yet"))
          ])
      ]
        + (open.isEmpty
          ? []
          : [
            .section(
              "Not agreed",
              [
                .table(
                  Page.Table(
                    caption: "Targets that are proposed, under discussion or withdrawn",
                    columns: [
                      "Measure", Page.Column("Agency says", align: .end), Page.Column("Department says", align: .end),
                      "State", "Open point",
                    ],
                    rows: open.map { target in
                      [
                        title(target), value(target.ofAgency), value(target.ofDepartment), .text(target.words),
                        .text(target.openPoint),
                      ]
                    },
                    hasRowHeaders: true))
              ])
          ]))
  }

  private static func said(_ word: (some TargetWord)?) -> Page.Cell {
    guard let word else { return .empty }
    return .text("\(word.saidBy), \(word.saidAt.prefix(10))")
  }
}
