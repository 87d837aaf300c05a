import Plans
import Records
import Reports
import Testing

@Suite("All agencies on one page")
struct StatewidePageTests {
  private static func standing(
    _ agency: String, _ region: String, _ state: String, submitted: Day? = nil, due: Day? = Day(2023, 9, 15)
  ) -> AgencyStanding {
    var dates = DueDates(of: .pmpFFY2024)
    dates.plan = due
    return AgencyStanding(
      agency: agency, region: region, administrator: "R. A.", plan: state == "no plan" ? nil : PlanPageTests.plan,
      state: state, items: [DueItem(.plan, dates: dates, submitted: submitted, today: today)])
  }

  private static let standings = [
    standing("Invented County A", "North", "accepted", submitted: Day(2023, 9, 15)),
    standing("Invented County B", "North", "submitted", submitted: Day(2023, 9, 17)),
    standing("Invented County C", "", "no plan"),
    standing("Invented County D", "South", "draft", due: nil),
  ]

  private static var today: Day { Day(2023, 9, 18) ?? PlanTemplate.pmpFFY2024.begins }

  private static let page = StatewidePage.page(
    standings, template: .pmpFFY2024, states: ["draft", "approved", "submitted", "accepted"],
    today: today)

  private func table(_ title: String) -> Page.Table? {
    for case .section(title, let blocks) in Self.page.blocks {
      for case .table(let table) in blocks { return table }
    }
    return nil
  }

  @Test("What is late, the longest first: a day after is late, the day itself is not, and no day is never late")
  func late() throws {
    let rows = try #require(table("Late")).rows.map { row in row.cells.map(\.words) }
    #expect(
      rows == [
        ["Invented County C", "no region", "plan, due 2023-09-15", "", "3"],
        ["Invented County B", "North", "", "plan, due 2023-09-15, handed in 2023-09-17", "2"],
      ])
  }

  @Test("Every agency is on the page, also one without a plan")
  func everyAgency() throws {
    #expect(try #require(table("Every agency")).rows.count == 4)
    let text = Self.page.markdown()
    #expect(text.contains("no plan"))
    #expect(text.contains("61.8 percent"))
  }

  @Test("Agencies are counted by region and state, and the drawing has its table")
  func status() throws {
    for case .section("Status by region", let blocks) in Self.page.blocks {
      guard case .chart(let chart) = blocks.first else { continue }
      #expect(chart.categories == ["North", "South", "no region"])
      #expect(chart.series.map(\.name) == ["draft", "submitted", "accepted", "no plan"])
      #expect(chart.series.map { $0.values.map { $0?.numerator } } == [[0, 1, 0], [1, 0, 0], [1, 0, 0], [0, 0, 1]])
      return
    }
    Issue.record("there is no chart of states")
  }
}

extension Page.Cell {
  fileprivate var words: String {
    switch self {
    case .text(let text), .number(let text): text
    case .empty: ""
    }
  }
}
