import Reports
import Testing

@Suite("A page as HTML and as Markdown")
struct PageRenderingTests {
  static func main(_ block: Page.Block) -> String {
    let html = Page(title: "T", blocks: [block]).html()
    guard let start = html.firstRange(of: "tabindex=\"-1\">\n"), let end = html.firstRange(of: "</main>") else {
      return ""
    }
    return String(html[start.upperBound..<end.lowerBound])
  }

  static func markdown(_ block: Page.Block) -> String {
    String(Page(title: "T", blocks: [block]).markdown().dropFirst("# T\n\n".count))
  }

  @Test(
    "What people write is shown as they wrote it",
    arguments: [
      // written, in HTML, in Markdown
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("\"><b>", "&quot;&gt;&lt;b&gt;", "\"&gt;&lt;b&gt;"),
      ("it's & that", "it&#39;s &amp; that", "it's &amp; that"),
      ("&amp;", "&amp;amp;", "&amp;amp;"),
      ("# heading", "# heading", "\\# heading"),
      ("a | b", "a | b", "a \\| b"),
      ("[x](javascript:1)", "[x](javascript:1)", "\\[x\\](javascript:1)"),
      ("bell\u{7}", "bell\\u{7}", "bell\\\\u{7}"),
      ("over\u{202E}ride", "over\\u{202e}ride", "over\\\\u{202e}ride"),
      ("<\u{301}b>", "&lt;\u{301}b&gt;", "&lt;\u{301}b&gt;"),
    ])
  func escaped(written: String, html: String, markdown: String) {
    #expect(Self.main(.paragraph(written)) == "<p>\(html)</p>\n")
    #expect(Self.markdown(.paragraph(written)) == "\(markdown)\n")
    let table = Page.Block.table(.init(caption: written, columns: [.init(written)], rows: [[.text(written)]]))
    #expect(
      Self.main(table) == """
        <table class="short">
        <caption id="t1">\(html)</caption>
        <thead>
        <tr>
        <th scope="col">\(html)</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>\(html)</td>
        </tr>
        </tbody>
        </table>

        """)
    #expect(Self.markdown(table) == "**\(markdown)**\n\n| \(markdown) |\n| --- |\n| \(markdown) |\n")
    #expect(Page(title: written, blocks: []).html().contains("<title>\(html)</title>"))
    #expect(Page(title: "T", language: written, blocks: []).html().contains("<html lang=\"\(html)\">"))
  }

  @Test("A page may be called otherwise than its title, and has lines over it; a blank form has lines to write on")
  func forms() {
    let page = Page(
      title: "PLAN", name: "Plan: blank form", overline: ["DEPARTMENT"], subtitle: ["FFY 2024"],
      blocks: [
        .room(lines: 2),
        .table(.init(caption: "Tactics", columns: ["Tactic", "Day"], rows: [[], ["", "2024-01-31"]])),
      ])
    let html = page.html()
    #expect(html.contains("<title>Plan: blank form</title>"))
    #expect(html.contains("<header>\n<p>DEPARTMENT</p>\n<h1>PLAN</h1>\n<p>FFY 2024</p>\n</header>"))
    #expect(html.contains("<div class=\"room\">\n<div class=\"line\"></div>\n<div class=\"line\"></div>\n</div>"))
    #expect(
      html.contains(
        "<tr class=\"open\">\n<td></td>\n<td></td>\n</tr>\n<tr>\n<td></td>\n<td class=\"day\">2024-01-31</td>"))
    #expect(page.markdown().hasPrefix("DEPARTMENT\n\n# PLAN\n\nFFY 2024\n\n**Tactics**"))
  }

  @Test(
    "Blocks",
    arguments: [
      (
        .paragraph("one\ntwo\n \nthree"), "<p>one<br>\ntwo</p>\n<p>three</p>\n", "one  \ntwo\n\nthree\n"
      ),
      (.paragraph(""), "", ""),
      (
        .fields([.init("LCSA:", "A"), .init("Approved:", "")]),
        """
        <dl>
        <div><dt>LCSA:</dt><dd>A</dd></div>
        <div><dt>Approved:</dt><dd></dd></div>
        </dl>

        """, "**LCSA:** A\n\n**Approved:**\n"
      ),
      (
        .note(.init(.warning, word: "Late", "Two days.\n\nCall.")),
        """
        <div class="note warning">
        <p><strong>Late:</strong> Two days.</p>
        <p>Call.</p>
        </div>

        """, "> **Late:** Two days.\n>\n> Call.\n"
      ),
      (.list(["a", "b\nc"]), "<ul>\n<li>a</li>\n<li>b<br>\nc</li>\n</ul>\n", "- a\n- b<br>c\n"),
      (.list(["a"], ordered: true), "<ol>\n<li>a</li>\n</ol>\n", "1. a\n"),
      (.list([]), "", ""),
      (
        .section("S", [.section("I", [.paragraph("p")])]),
        """
        <section>
        <h2 id="s1">S</h2>
        <section>
        <h3 id="s2">I</h3>
        <p>p</p>
        </section>
        </section>

        """, "## S\n\n### I\n\np\n"
      ),
    ] as [(Page.Block, String, String)])
  func blocks(block: Page.Block, html: String, markdown: String) {
    #expect(Self.main(block) == html)
    #expect(Self.markdown(block) == markdown)
  }

  @Test("A header over several columns has the scope of a column group; in Markdown it stands before each of them")
  func groups() {
    let table = Page.Block.table(
      .init(
        caption: "Tactics", columns: ["Tactic(s)", .group("Completion Dates", ["Projected", "Actual"])],
        rows: [["Call", "03/31/17"], Page.Row(["All", .empty, .number("2")], isTotal: true)], hasRowHeaders: true,
        footnote: "As written."))
    #expect(
      Self.main(table) == """
        <table class="short">
        <caption id="t1">Tactics</caption>
        <colgroup span="1"></colgroup>
        <colgroup span="2"></colgroup>
        <thead>
        <tr>
        <th scope="col" rowspan="2">Tactic(s)</th>
        <th scope="colgroup" colspan="2" class="group">Completion Dates</th>
        </tr>
        <tr>
        <th scope="col">Projected</th>
        <th scope="col">Actual</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">Call</th>
        <td>03/31/17</td>
        <td></td>
        </tr>
        <tr class="total">
        <th scope="row">All</th>
        <td></td>
        <td class="number">2</td>
        </tr>
        </tbody>
        </table>
        <p class="footnote">As written.</p>

        """)
    #expect(
      Self.markdown(table) == """
        **Tactics**

        | Tactic(s) | Completion Dates: Projected | Completion Dates: Actual |
        | --- | --- | --- |
        | Call | 03/31/17 |  |
        | All |  | 2 |

        As written.

        """)
  }

  @Test("A table without rows says so")
  func emptyTable() {
    let table = Page.Block.table(.init(caption: "C", columns: ["A", "B"], rows: [], whenEmpty: "No tactic"))
    #expect(Self.main(table).contains("<td colspan=\"2\" class=\"none\">No tactic</td>"))
    #expect(Self.markdown(table).hasSuffix("| No tactic |  |\n"))
  }

  @Test("The contents name the sections of the whole page, as deep as said")
  func contents() {
    let page = Page(
      title: "T",
      blocks: [
        .contents(levels: 2), .section("One", [.section("Inner", [.section("Innermost", [])])]), .section("Two", []),
      ])
    #expect(
      page.html().contains(
        """
        <nav aria-label="Contents">
        <p class="contents">Contents</p>
        <ul>
        <li><a href="#s1">One</a><ul>
        <li><a href="#s2">Inner</a></li>
        </ul></li>
        <li><a href="#s4">Two</a></li></ul>
        </nav>
        """))
    #expect(PageMarkup(page.html()).faults == [])
    #expect(page.markdown().contains("**Contents**\n\n- One\n  - Inner\n- Two\n\n## One"))
  }

  @Test("Below the fifth level headings go no deeper")
  func deepSections() {
    let deep = (1...7).reversed().reduce([Page.Block.paragraph("end")]) { [.section("Level \($1)", $0)] }
    let page = Page(title: "T", blocks: deep)
    #expect(PageMarkup(page.html()).all("h6").count == 3)
    #expect(page.markdown().contains("\n###### Level 7\n"))
  }
}
