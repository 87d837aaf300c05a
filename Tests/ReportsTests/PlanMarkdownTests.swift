import Plans
import Reports
import Testing

@Suite("Plans as Markdown")
struct PlanMarkdownTests {
  static let plan = Plan(
    id: "p", template: .init(id: "pmp-ffy-2024", version: 1), title: "Working version",
    blocks: [
      Block(
        id: "b", goal: 3, objective: 2, position: 1,
        measurements: [
          Measurement(
            id: "m", title: "Current | collections", baseline: "61.8", target: "63.8", unit: "percent", position: 1)
        ],
        tactics: [
          Tactic(
            id: "t", initiative: 2, title: "Early calls", leads: "Team 1\nTeam 2", strategy: "Call <first>.",
            status: .completed, position: 1),
          Tactic(id: "u", topic: "outreach", title: "Open house", position: 2),
        ],
        quarters: [QuarterlyText(quarter: 1, text: "1. begun\n- going on\n\n# done")])
    ])

  @Test("One plan, in the order and words of the form")
  func onePlan() {
    let text = PlanMarkdown.report(of: Self.plan, agency: "Invented County A", template: .pmpFFY2024)
    #expect(
      text == """
        # DEPARTMENT OF CHILD SUPPORT SERVICES · PERFORMANCE MANAGEMENT PLAN · FFY 2023-24 (10/01/23-09/30/24)

        **LCSA:** Invented County A

        Working version

        ## Goal: 3 · Enhance Program Performance

        **Objective:** 2 · Implement organization and program efficiencies

        | MEASUREMENT | BASELINE | FFY 23/24 TARGET |
        | --- | --- | --- |
        | Current \\| collections | 61.8 percent | 63.8 percent |

        **Oct-Dec Quarterly Update:** (due 01/31/24)

        1\\. begun\u{20}\u{20}
        \\- going on

        \\# done

        **Jan-Mar Quarterly Update:** (due 05/01/24)

        **Apr-Jun Quarterly Update:** (due 07/31/24)

        **Jul-Sep Quarterly Update:** (due 10/31/24)

        | Initiative/Tactic(s) | Lead(s) | Strategy |
        | --- | --- | --- |
        | Initiative 2: Early calls (completed) | Team 1<br>Team 2 | Call &lt;first&gt;. |
        | outreach: Open house |  |  |

        """)
  }

  @Test("Several plans: a list, then each")
  func statewide() {
    let text = PlanMarkdown.statewide(
      [("Invented County A", Self.plan, .pmpFFY2024), ("Invented County B", Self.plan, .pmpFFY2024)], title: "All plans"
    )
    #expect(
      text.hasPrefix(
        """
        # All plans

        | Agency | Plan | Year | Goals | Tactics | Quarterly updates |
        | --- | --- | --- | --: | --: | --: |
        | Invented County A | Working version | FFY 2023-24 | 1 | 2 | 1 of 4 |
        | Invented County B | Working version | FFY 2023-24 | 1 | 2 | 1 of 4 |

        ## DEPARTMENT
        """))
    #expect(text.ranges(of: "\n### Goal: 3").count == 2)
    #expect(PlanMarkdown.statewide([], title: "All plans") == "# All plans\n\nThere is no plan.\n")
  }

  @Test(
    "What people write is shown as they wrote it",
    arguments: [
      ("# heading", "\\# heading"), ("[link](x)", "\\[link\\](x)"), ("<script>", "&lt;script&gt;"),
      ("a*b_c`d", "a\\*b\\_c\\`d"),
      ("- list", "\\- list"), ("12) list", "12\\) list"), ("=====", "\\====="), ("&amp;", "&amp;amp;"),
      ("back\\slash", "back\\\\slash"), ("bell\u{7}", "bell\\\\u{7}"), ("over\u{202E}ride", "over\\\\u{202e}ride"),
      ("    indented", "indented"), ("| cell |", "\\| cell \\|"),
    ])
  func escaped(text: String, markdown: String) {
    var plan = Self.plan
    plan.title = text
    let report = PlanMarkdown.report(of: plan, agency: "A", template: .pmpFFY2024)
    #expect(report.contains("\n\n\(markdown)\n\n## Goal"))
  }

  @Test("Entries without a goal are not left out")
  func lost() {
    var plan = Self.plan
    plan.lostBlocks = plan.blocks
    plan.blocks = []
    let report = PlanMarkdown.report(of: plan, agency: "A", template: .pmpFFY2024)
    #expect(report.contains("## Entries whose goal was removed elsewhere\n\n| MEASUREMENT"))
    #expect(report.contains("Early calls"))
  }
}
