public import Plans
public import Records

/// Where one agency stands in a planning cycle, as the department sees it.
public struct AgencyStanding: Hashable, Sendable {
  /// Shown name.
  public var agency: String
  /// Empty if the department has named none.
  public var region: String
  public var administrator: String
  /// nil if the agency has no plan of this cycle.
  public var plan: Plan?
  /// "accepted", "in force"; "no plan".
  public var state: String
  /// What is due, when, and when it was handed in: the plan, then the quarterly updates.
  public var items: [DueItem]
  /// What the check found, of each severity.
  public var errorCount: Int
  public var notKnownCount: Int
  public var warningCount: Int
  /// Whether the department's staff writes for the agency.
  public var isRunByDepartment: Bool

  public init(
    agency: String, region: String, administrator: String, plan: Plan?, state: String, items: [DueItem],
    errorCount: Int = 0, notKnownCount: Int = 0, warningCount: Int = 0, isRunByDepartment: Bool = false
  ) {
    self.agency = agency
    self.region = region
    self.administrator = administrator
    self.plan = plan
    self.state = state
    self.items = items
    self.errorCount = errorCount
    self.notKnownCount = notKnownCount
    self.warningCount = warningCount
    self.isRunByDepartment = isRunByDepartment
  }
}

extension DueItem {
  /// Days between the due day and the day it was handed in, or today; nil if it is not late.
  func lateness(on today: Day) -> Int? {
    guard isLate, let due else { return nil }
    return min(submitted ?? today, today).ordinal - due.ordinal
  }
}

/// All agencies of a planning cycle on one page: status by region, what is late, what the letter asks for and is missing,
/// tactics by key initiative, progress against targets.
public enum StatewidePage {
  /// - Parameters:
  ///   - template: of the cycle; plans of its other versions are counted with it.
  ///   - standings: in the order in which they shall stand.
  ///   - states: the states that a plan can be in, in the order of its life.
  public static func page(
    _ standings: [AgencyStanding], template: PlanTemplate, states: [String], today: Day
  ) -> Page {
    let without = standings.filter { $0.plan == nil }.count
    return Page(
      title: "Plans of all agencies, \(template.year)", subtitle: [template.source, "As of \(today)"],
      blocks: [
        .fields([
          .init("Agencies", "\(standings.count)"), .init("With a plan", "\(standings.count - without)"),
          .init("Without a plan", "\(without)"),
        ]),
        .contents(title: "Contents", levels: 1),
        .section("Status by region", status(standings, states: states + (without > 0 ? ["no plan"] : []))),
        .section("Late", late(standings, template, today: today)),
        .section("What the letter asks for", check(standings)),
        .section("Tactics by key initiative", StatewideTactics.blocks(standings, template)),
        .section("Progress against targets", StatewideProgress.blocks(standings)),
        .section("Every agency", [.table(agencies(standings))]),
      ])
  }

  private static func region(_ standing: AgencyStanding) -> String {
    standing.region.isEmpty ? "no region" : standing.region
  }

  /// "plan"; for a quarter its label, without the colon.
  private static func name(_ item: PlanItem, _ template: PlanTemplate) -> String {
    guard case .quarter(let number) = item, let label = template.quarter(number)?.label else { return item.rawValue }
    return label.hasSuffix(":") ? String(label.dropLast()) : label
  }

  static func name(_ standing: AgencyStanding) -> String {
    standing.agency + (standing.isRunByDepartment ? " (written by DCSS)" : "")
  }

  private static func status(_ standings: [AgencyStanding], states: [String]) -> [Page.Block] {
    let regions = Dictionary(grouping: standings, by: region)
    let names = regions.keys.sorted { Positions.isBefore($0, $1) }
    let used = states.filter { state in standings.contains { $0.state == state } }
    let others = Set(standings.map(\.state)).subtracting(states).sorted { Positions.isBefore($0, $1) }
    return [
      .chart(
        Page.Chart(
          .stackedBars, title: "Agencies by region and state of their plan", categoryHeader: "Region",
          categories: names,
          series: (used + others).map { state in
            Page.Chart.Series(
              state,
              names.map { name in
                let count = regions[name]?.count { $0.state == state } ?? 0
                return Page.Chart.Figure(count, shown: "\(count)")
              })
          }))
    ]
  }

  /// One row for each agency, so that an agency that owes everything is one line and not five.
  private static func late(_ standings: [AgencyStanding], _ template: PlanTemplate, today: Day) -> [Page.Block] {
    let late = standings.compactMap { standing -> (standing: AgencyStanding, items: [DueItem], days: Int)? in
      let items = standing.items.filter(\.isLate)
      return items.compactMap { $0.lateness(on: today) }.max().map { (standing, items, $0) }
    }.enumerated().sorted { ($1.element.days, $0.offset) < ($0.element.days, $1.offset) }.map(\.element)
    guard !late.isEmpty else {
      return [.note(.init(.done, word: "Nothing late", "Everything due was handed in by its day."))]
    }
    let open = late.count { entry in entry.items.contains { $0.submitted == nil } }
    func words(_ items: [DueItem]) -> Page.Cell {
      let lines = items.map { item in
        "\(name(item.item, template)), due \(item.due.map { "\($0)" } ?? "")" + (item.isExtended ? " (extended)" : "")
          + (item.submitted.map { ", handed in \($0)" } ?? "")
      }
      return lines.isEmpty ? .empty : .text(lines.joined(separator: "\n"))
    }
    return [
      .paragraph(
        "\(late.count) of \(standings.count) agencies were late with something; \(open) have not handed it in yet. "
          + "Late is shown, and blocks nothing."),
      .table(
        Page.Table(
          caption: "What was late, the longest first",
          columns: [
            "Agency", "Region", "Not handed in", "Handed in late", Page.Column("Longest, in days", align: .end),
          ],
          rows: late.map { standing, items, days in
            [
              .text(name(standing)), .text(region(standing)), words(items.filter { $0.submitted == nil }),
              words(items.filter { $0.submitted != nil }), .number("\(days)"),
            ]
          }, hasRowHeaders: true)),
    ]
  }

  private static func check(_ standings: [AgencyStanding]) -> [Page.Block] {
    let found = standings.filter { $0.errorCount + $0.notKnownCount + $0.warningCount > 0 }
    guard !found.isEmpty else { return [.note(.init(.done, word: "Complete", "The check finds nothing missing."))] }
    return [
      .table(
        Page.Table(
          caption: "What the check finds, by agency",
          columns: [
            "Agency", Page.Column("Errors", align: .end), Page.Column("Not known", align: .end),
            Page.Column("Warnings", align: .end),
          ],
          rows: found.map { standing in
            [
              .text(name(standing)), .number("\(standing.errorCount)"), .number("\(standing.notKnownCount)"),
              .number("\(standing.warningCount)"),
            ]
          }, hasRowHeaders: true,
          footnote: "Errors: what the letter requires. Not known: no figure is published that would decide."))
    ]
  }

  private static func agencies(_ standings: [AgencyStanding]) -> Page.Table {
    Page.Table(
      caption: "Plans, agency by agency",
      columns: ["Agency", "Region", "Regional Administrator", "State", "Plan handed in", "Updates handed in"],
      rows: standings.map { standing in
        let updates = standing.items.dropFirst()
        return [
          .text(name(standing)), .text(region(standing)), .text(standing.administrator), .text(standing.state),
          .text(standing.items.first?.submitted.map { "\($0)" } ?? ""),
          .text("\(updates.count { $0.submitted != nil }) of \(updates.count)"),
        ]
      }, hasRowHeaders: true)
  }
}
