import Catalogue
import Improvement
import Records
import Reports
import Testing

@Suite("The catalogue, and an agency's self-assessment, as pages")
struct CataloguePageTests {
  @Test("The page of the catalogue has every area, function and element once, as headings of their level")
  func page() {
    let page = CataloguePage.page(of: .shipped)
    let text = page.markdown()
    let lines = text.split(separator: "\n").map(String.init)
    for entry in Catalogue.shipped.entries {
      let level = entry.code.split(separator: ".").count + 1
      let heading = String(repeating: "#", count: level) + " " + entry.code + " "
      #expect(lines.count { $0.hasPrefix(heading) } == 1, "\(entry.code)")
    }
    #expect(text.contains("6 performance areas, 28 functions, 136 elements, 440 tasks"))
    #expect(text.contains("Tasks, Welfare Cases"))
    #expect(page.html().utf8.count > text.utf8.count)
    #expect(page.html() == CataloguePage.page(of: .shipped).html())
  }

  @Test("The table has a row for each thing that the catalogue says")
  func table() throws {
    let table = CataloguePage.table(of: .shipped)
    func count(_ kind: String) -> Int { table.rows.count { $0[1] == kind } }
    #expect(table.columns == ["code", "kind", "part", "number", "text"])
    #expect(["performance area", "function", "element", "task"].map(count) == [6, 28, 136, 440])
    #expect(table.rows.count { $0[0] == "CM.1.2" && $0[2] == "Non-Welfare Cases" } == 7)
    #expect(try CSVTable(csv: table.csv()) == table)
  }

  private static func assessment(_ element: String, _ rating: Int, scale: String = RatingScale.shipped.id) -> Assessment
  {
    var record = Assessment(id: element)
    record.element = element
    record.day = "2024-01-31"
    record.rating = rating
    record.scale = scale
    record.text = "What was *found*"
    return record
  }

  private static func page(_ records: [Assessment]) throws -> Page {
    AssessmentPage(
      agency: "Invented County A", standings: AssessmentStanding.standings(of: records), catalogue: .shipped,
      scales: [.shipped], scale: .shipped, day: try #require(Day(2024, 2, 1))
    ).page
  }

  private static func chart(_ page: Page) throws -> Page.Chart {
    guard case .section(_, let blocks) = page.blocks[1], case .chart(let chart) = blocks[0] else {
      throw Missing()
    }
    return chart
  }

  private struct Missing: Error {}

  @Test("Every element of an area is counted once: at its level, in another scale, or as not assessed")
  func counted() throws {
    let page = try Self.page([
      Self.assessment("AS.2.6", 3), Self.assessment("AS.2.1", 1), Self.assessment("LO.1.1", 2, scale: "s"),
      Self.assessment("LO.1.2", 9), Self.assessment("ZZ.1.1", 1),
    ])
    let chart = try Self.chart(page)
    #expect(chart.series.map(\.name).suffix(2) == ["other scale", "not assessed"])
    for (index, area) in Catalogue.shipped.areas.enumerated() {
      let sum = chart.series.reduce(0) { $0 + ($1.values[index]?.numerator ?? 0) }
      #expect(sum == area.elements.count, "\(area.code)")
    }
    #expect(chart.series.map { $0.values[0]?.numerator } == [0, 0, 0, 0, 2, 7])
    #expect(chart.series.map { $0.values[4]?.numerator } == [1, 0, 1, 0, 0, 26])
    #expect(page.subtitle.last == "4 of 136 elements assessed")
  }

  @Test("A page says what each rating means, what is missing, and whose scale it is")
  func words() throws {
    let text = try Self.page([Self.assessment("AS.2.6", 3), Self.assessment("AS.2.1", 7)]).markdown()
    for words in [
      "3 in place", "7, of no known level", "2 of 28 elements assessed",
      "AS.2.2 Participate in State Budget Development",
      "None of 9 elements assessed", "ours, not DCSS's", #"What was \*found\*"#,
    ] { #expect(text.contains(words), "\(words)") }
    #expect(try Self.chart(Self.page([Self.assessment("AS.2.6", 3)])).series.map(\.name).last == "not assessed")
    #expect(try Self.chart(Self.page([Self.assessment("AS.2.6", 3)])).series.count == 5)
  }
}
