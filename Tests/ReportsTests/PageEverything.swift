import Reports

/// A page with every kind of block, and texts that try to be something else. All of it is invented.
enum PageEverything {
  static let hostile = "<script>alert(1)</script> \"quoted\" & 'single' | pipe\n# not a heading\u{7}\u{202E}"

  static let measurements = Page.Table(
    caption: "Performance Measurement (e.g., Practice Indicator)",
    columns: [
      "PI #", "Title", Page.Column("Baseline", align: .end), Page.Column("FFY 2017 Target", align: .end),
      .group("Progress Reports", ["1st Quarter", "2nd Quarter", "3rd Quarter", "4th Quarter"]),
    ],
    rows: [
      [
        "3", "Percent of orders with an earnings assignment (invented)", .number("61.8 percent"),
        .number("63.8 percent"),
        "62.1", "62.7, after the July letters", .empty, .empty,
      ],
      ["", "Calls answered within two minutes (invented)", .number("4,600"), .number("5,000")],
    ])

  static let tactics = Page.Table(
    caption: "Tactics",
    columns: [
      "Tactic(s)", "Implementation Strategy / Comments / Status", .group("Completion Dates", ["Projected", "Actual"]),
    ],
    rows: [
      [
        "Early telephone calls (invented)", "Call within five days of the order.\nA second call after ten days.",
        "03/31/17", "",
      ],
      ["Workgroup with the court (invented)", .text(hostile), "12/31/16", "01/15/17"],
    ], hasRowHeaders: true, footnote: "Dates as the agency wrote them.")

  static func figures(_ tenths: [Int?]) -> [Page.Chart.Figure?] {
    tenths.map { tenths in
      tenths.map { Page.Chart.Figure($0, over: 10, shown: "\($0 / 10).\($0 % 10) percent") }
    }
  }

  static let agencies = ["Invented County A", "Invented County B", "Invented County C", "Invented Regional Agency D"]

  static func dollars(_ thousandths: Int) -> Page.Chart.Figure {
    .init(thousandths, over: 1000, shown: "$\(thousandths / 1000).\(String(thousandths % 1000 + 1000).dropFirst())")
  }

  static let bars = Page.Chart(
    .bars, title: "Current support collected, by agency", categoryHeader: "Agency", categories: agencies,
    series: [.init("Baseline", figures([618, 702, nil, 655])), .init("Now", figures([627, 698, 641, 671]))],
    target: .init("Statewide", .init(663, over: 10, shown: "66.3 percent")), scale: .init(suffix: " %"))

  static let stack = Page.Chart(
    .stackedBars, title: "Tactics by status", categoryHeader: "Agency", categories: agencies,
    series: [
      .init("Completed", [3, 5, 0, 1].map { .init($0, shown: "\($0)") }),
      .init("In progress", [4, 2, 6, 1].map { .init($0, shown: "\($0)") }),
      .init("Planned", [1, 0, 2, 7].map { .init($0, shown: "\($0)") }),
      .init("Dropped", [0, 1, 0, 2].map { .init($0, shown: "\($0)") }),
    ])

  static let lines = Page.Chart(
    .lines, title: "Cost effectiveness over four years", categoryHeader: "Year",
    categories: ["FFY 2020", "FFY 2021", "FFY 2022", "FFY 2023"],
    series: [
      .init(
        "County A",
        [dollars(2_350), dollars(2_310), nil, dollars(2_280)]),
      .init(
        "County C", [1_994, 1_999, 2_004, 2_120].map(dollars)),
    ], target: .init("Threshold", .init(2, shown: "$2.00")), scale: .init(prefix: "$", decimals: 2))

  static let oneLine = Page.Chart(
    .lines, title: "Cases with an order", categoryHeader: "Quarter",
    categories: ["Oct-Dec", "Jan-Mar", "Apr-Jun", "Jul-Sep"],
    series: [
      .init(
        "Cases",
        [12_400, 13_150, 13_900, 15_020].map {
          .init($0, shown: "\($0 / 1000),\(String($0 % 1000 + 1000).dropFirst())")
        })
    ])

  static let manyAgencies = Page.Chart(
    .bars, title: "Figures of 58 invented agencies", categoryHeader: "Agency",
    categories: (1...58).map { "Invented agency \($0)" },
    series: [
      .init("Change in cents", (1...58).map { .init(($0 * 7919) % 900 - 200, shown: "\(($0 * 7919) % 900 - 200)") })
    ])

  static let page = Page(
    title: "Performance Management Plan <FFY 2017>",
    subtitle: ["LCSA: Invented County A", "October 2016 to September 2017"],
    blocks: [
      .note(.init(.information, word: "Invented", "Everything on this page is invented.")),
      .contents(),
      .section(
        "The plan",
        [
          .fields([
            .init("LCSA:", "Invented County A"), .init("Director:", "Kim Lee"), .init("Approved:", ""),
            .init("Contact:", "1 Invented Street\nTown"),
          ]),
          .paragraph("People's words, with lines\nthat stay lines.\n\nAnd a second paragraph. \(hostile)"),
          .section("Goal 3: Enhance program performance", [.table(measurements), .table(tactics)]),
          .section("Goal 4", [.table(.init(caption: "Nothing yet", columns: ["Tactic(s)", "Lead(s)"], rows: []))]),
        ]),
      .section(
        "Statewide",
        [
          .note(.init(.done, word: "Accepted", "Reviewed on 2016-11-02.")),
          .note(.init(.warning, word: "Late", "Two updates are late.\n\nThe next one is due on 2017-01-31.")),
          .note(.init(.problem, word: "Missing", "Initiative 4 has no tactic.")),
          .list(["One", "Two\non two lines", hostile]), .list(["First", "Second"], ordered: true),
          .chart(bars), .chart(stack), .chart(lines), .chart(oneLine),
          .table(
            .init(
              caption: "Plans by region", columns: ["Region", Page.Column("Plans", align: .end)],
              rows: [
                ["North", .number("12")], ["South", .number("7")], Page.Row(["All", .number("19")], isTotal: true),
              ],
              hasRowHeaders: true)),
          .section("All agencies", [.chart(manyAgencies)]),
        ]),
    ], footer: ["Made for a test. Every name and figure is invented."])
}
