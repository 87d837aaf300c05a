internal import Plans

/// What all agencies do for each key initiative.
enum StatewideTactics {
  static func blocks(_ standings: [AgencyStanding], _ template: PlanTemplate) -> [Page.Block] {
    let tactics = standings.flatMap { standing in
      (standing.plan?.blocks.flatMap(\.tactics) ?? []).map { (standing: standing, tactic: $0) }
    }
    guard !template.initiatives.isEmpty else { return [byStatus(tactics)] }
    let names = template.initiatives.map { "\($0.number). \($0.title)" }
    func count(_ numbers: Int, _ status: TacticStatus) -> Int {
      tactics.count { $0.tactic.initiative == numbers && $0.tactic.status == status }
    }
    let overview = Page.Chart(
      .stackedBars, title: "Tactics by key initiative and status", categoryHeader: "Key initiative",
      categories: names + ["Elective"],
      series: TacticStatus.known.map { status in
        Page.Chart.Series(
          status.rawValue,
          (template.initiatives.map(\.number) + [0]).map { number in
            let count = count(number, status)
            return Page.Chart.Figure(count, shown: "\(count)")
          })
      })
    return [.chart(overview)]
      + template.initiatives.map { initiative in
        let own = tactics.filter { $0.tactic.initiative == initiative.number }
        let agencies = Set(own.filter { $0.tactic.status != .dropped }.map(\.standing.agency)).count
        return .section(
          "Initiative \(initiative.number): \(initiative.title)",
          [
            .paragraph("\(agencies) of \(standings.count) agencies have a tactic that is not dropped."),
            .table(list(own, caption: "Tactics for initiative \(initiative.number)")),
          ])
      }
  }

  private static func byStatus(_ tactics: [(standing: AgencyStanding, tactic: Tactic)]) -> Page.Block {
    .table(list(tactics, caption: "Tactics"))
  }

  private static func list(_ tactics: [(standing: AgencyStanding, tactic: Tactic)], caption: String) -> Page.Table {
    Page.Table(
      caption: caption, columns: ["Agency", "Tactic", "Leads", "Status", "Projected", "Actual"],
      rows: tactics.map { standing, tactic in
        [
          .text(StatewidePage.name(standing)), .text(tactic.title), .text(tactic.leads), .text(tactic.status.rawValue),
          .text(tactic.projected), .text(tactic.completed),
        ]
      }, hasRowHeaders: true, whenEmpty: "No tactic")
  }
}
