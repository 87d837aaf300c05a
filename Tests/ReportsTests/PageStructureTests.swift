import Canonical
import Foundation
import Testing

@testable import Reports

@Suite("A page as HTML can be read by everybody")
struct PageStructureTests {
  static let html = PageEverything.page.html()
  static let markup = PageMarkup(html)

  @Test("It is well formed, and the same value gives the same bytes")
  func wellFormed() {
    #expect(Self.markup.faults == [])
    #expect(Self.html == PageEverything.page.html())
    #expect(Self.html.hasPrefix("<!doctype html>\n<html lang=\"en\">\n"))
    #expect(Self.markup.all("title").first { $0.path == ["html", "head"] }?.text.isEmpty == false)
    #expect(Self.markup.all("meta").contains { $0.attributes["charset"] == "utf-8" })
  }

  @Test("There is one h1, and no heading skips a level")
  func headings() {
    let levels = Self.markup.opening.compactMap { tag in
      tag.name.wholeMatch(of: /h([1-6])/).flatMap { Int($0.1) }
    }
    #expect(levels.filter { $0 == 1 }.count == 1)
    #expect(levels.first == 1)
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
    #expect(levels.contains(3))
  }

  @Test("Landmarks: header, main and footer, and a link to skip to main")
  func landmarks() {
    for name in ["header", "main", "footer"] { #expect(Self.markup.all(name).count == 1) }
    #expect(Self.markup.all("a").first?.attributes["href"] == "#content")
    #expect(Self.markup.all("main").first?.attributes["id"] == "content")
  }

  @Test("Every table has a caption, scopes, and rows as wide as its columns")
  func tables() {
    let tables = Self.markup.elements("table")
    #expect(tables.count == 9)
    for table in tables {
      let captions = table.filter { $0.name == "caption" && !$0.isClosing }
      #expect(captions.count == 1 && table[1].name == "caption" && !captions[0].text.isEmpty)
      for header in table where header.name == "th" && !header.isClosing {
        #expect(["col", "colgroup", "row"].contains(header.attributes["scope"]))
        #expect(!header.text.isEmpty)
      }
      #expect(Set(Self.widths(of: table)).count == 1)
    }
  }

  /// How many columns each row takes, cells that reach down from the row above counted.
  static func widths(of table: [PageMarkup.Tag]) -> [Int] {
    var widths: [Int] = []
    var reachingDown = 0
    for tag in table where !tag.isClosing {
      if tag.name == "tr" {
        widths.append(reachingDown)
        reachingDown = 0
      }
      if tag.name == "th" || tag.name == "td" {
        widths[widths.count - 1] += Int(tag.attributes["colspan"] ?? "1") ?? 0
        if tag.attributes["rowspan"] == "2" { reachingDown += 1 }
      }
    }
    let groups = table.filter { $0.name == "colgroup" && !$0.isClosing }
    if !groups.isEmpty { widths.append(groups.reduce(0) { $0 + (Int($1.attributes["span"] ?? "") ?? 0) }) }
    return widths
  }

  @Test("Every drawing has a title and a description, and its figures follow in a table")
  func drawings() {
    let markup = Self.markup
    #expect(markup.all("svg").count == 5)
    for drawing in markup.elements("svg") {
      #expect(drawing[0].attributes["role"] == "img")
      let named = drawing.filter { ["title", "desc"].contains($0.name) && !$0.isClosing }
      #expect(named.map(\.name) == ["title", "desc"])
      #expect(named.allSatisfy { !$0.text.isEmpty })
      #expect(
        drawing[0].attributes["aria-labelledby"] == named.compactMap { $0.attributes["id"] }.joined(separator: " "))
    }
    let order = markup.opening.map(\.name).filter { ["svg", "table"].contains($0) }
    for (one, next) in zip(order, order.dropFirst()) where one == "svg" { #expect(next == "table") }
    #expect(order.last == "table")
  }

  @Test("No id stands twice, and every reference finds its id")
  func ids() {
    let ids = Self.markup.opening.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for tag in Self.markup.opening {
      for name in tag.attributes["aria-labelledby"]?.split(separator: " ") ?? [] { #expect(ids.contains(String(name))) }
      if let address = tag.attributes["href"] {
        #expect(address.first == "#" && ids.contains(String(address.dropFirst())))
      }
      if let fill = tag.attributes["fill"], fill.hasPrefix("url(#") {
        #expect(ids.contains(String(fill.dropFirst(5).dropLast())))
      }
    }
  }

  @Test("Nothing is fetched or run, and only the page's own style counts")
  func policy() throws {
    for tag in Self.markup.opening {
      #expect(!["script", "img", "link", "iframe", "object", "form", "image", "use"].contains(tag.name))
      for name in tag.attributes.keys { #expect(!name.hasPrefix("on") && name != "src" && name != "style") }
    }
    let sheet = try #require(Self.html.firstMatch(of: /<style>([^<]*)<\/style>/)?.1)
    let hash = Data(Digest(of: Array(sheet.utf8)).bytes).base64EncodedString()
    #expect(PageStyle.sheetHash == "sha256-\(hash)")
    #expect(Self.html.contains("content=\"default-src 'none'; style-src 'sha256-\(hash)'; "))
    #expect(!sheet.contains("url(") && !sheet.contains("@import"))
  }

  @Test("A wide table scrolls in a frame that the keyboard reaches, named after its section and itself")
  func wideTables() {
    let frames = Self.markup.all("div").filter { $0.attributes["class"] == "wide" }
    #expect(frames.count == 3)
    for frame in frames {
      #expect(frame.attributes["role"] == "group" && frame.attributes["tabindex"] == "0")
      #expect(frame.attributes["aria-labelledby"]?.wholeMatch(of: /s\d+ t\d+/) != nil)
    }
  }

  @Test("Figures are broken nowhere: a narrow table of them scrolls in such a frame too, one of words does not")
  func tablesOfFigures() {
    func page(_ cell: Page.Cell) -> Page {
      Page(title: "T", blocks: [.table(.init(caption: "C", columns: ["a", "b"], rows: [["x", cell]]))])
    }
    let frames = PageMarkup(page(.number("9,670,679.47")).html()).all("div").filter {
      $0.attributes["class"] == "figures"
    }
    #expect(frames.map { $0.attributes["tabindex"] } == ["0"] && frames[0].attributes["role"] == "group")
    #expect(!page("words").html().contains("class=\"figures\""))
    #expect(PageStyle.sheet.contains("td.number, .day { white-space: nowrap; }"))
    #expect(!PageStyle.sheet.contains("\n  td.number { white-space: normal; }"))
  }

  @Test("A notice says in a word what it is")
  func notices() {
    for kind in Page.Note.Kind.allCases {
      let page = Page(title: "T", blocks: [.note(.init(kind, word: "Word", ""))])
      #expect(page.html().contains("<div class=\"note \(kind.rawValue)\">\n<p><strong>Word:</strong></p>\n</div>"))
      #expect(page.markdown().hasSuffix("> **Word:**\n"))
    }
  }
}
