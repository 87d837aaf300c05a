import Catalogue
import Testing

@Suite("The QAPI work breakdown structure")
struct CatalogueTests {
  let shipped = Catalogue.shipped

  @Test("6 areas, 28 functions, 136 elements, 440 tasks")
  func counts() {
    #expect(shipped.areas.map(\.code) == ["LO", "CM", "FM", "CSS", "AS", "IOP"])
    #expect(shipped.areas.map(\.chapter) == [3, 4, 5, 6, 7, 8])
    #expect(shipped.areas.map(\.functions.count) == [4, 4, 4, 6, 6, 4])
    #expect(shipped.areas.map(\.elements.count) == [9, 32, 20, 26, 28, 21])
    #expect(shipped.areas.map { $0.elements.reduce(0) { $0 + $1.tasks.count } } == [26, 111, 44, 67, 116, 76])
    #expect(shipped.functions.count == 28)
    #expect(shipped.elements.count == 136)
    #expect(shipped.elements.reduce(0) { $0 + $1.tasks.count } == 440)
    #expect(Set(shipped.entries.map(\.code)).count == 6 + 28 + 136)
  }

  @Test("Each element has its standards and tasks; CM.1.2 alone has them in two parts")
  func whole() {
    for element in shipped.elements {
      #expect(element.standards.count == (element.code == "IOP.1.4" ? 2 : 1), "\(element.code)")
      let parts = element.code == "CM.1.2" ? ["Welfare Cases", "Non-Welfare Cases"] : [""]
      #expect(Set(element.tasks.map(\.part)) == Set(parts), "\(element.code)")
      let texts =
        [element.title] + element.standards + element.tasks.map(\.title) + element.performanceMeasures
        + element.complianceMeasures + element.authorities
      #expect(texts.allSatisfy { !$0.isEmpty && !$0.contains("  ") && $0.first != " " && $0.last != " " })
    }
  }

  @Test(
    "A code is found as people type it",
    arguments: [
      ("AS.2.6", "AS.2.6"), ("as.2.6", "AS.2.6"), ("as 2.6", "AS.2.6"), ("AS-2-6", "AS.2.6"), ("iop", "IOP"),
      ("CM.2.10", "CM.2.10"), ("CM.2.1", "CM.2.1"), ("CM.2.14", nil), ("", nil), ("AS.2.6.1", nil), ("AS.02.6", nil),
    ])
  func codes(typed: String, code: String?) { #expect(shipped.entry(typed)?.code == code) }

  @Test(
    "A wrong code leads to the nearest ones",
    arguments: [
      ("AS.2.9", ["AS.2.6", "AS.2.5", "AS.2.4"]), ("IOP.14", ["IOP.1.4", "IOP.1", "IOP.4"]),
      ("AS.33.1", ["AS.3.1", "AS.3.2", "AS.1.1"]), ("CM.5", ["CM.4", "CM.3", "CM.2"]),
      ("", ["LO", "CM", "FM"]),
    ])
  func nearest(typed: String, codes: [String]) { #expect(shipped.nearest(to: typed).map(\.code) == codes) }

  @Test("A wrong code of any length has nearest ones")
  func longCode() { #expect(shipped.nearest(to: String(repeating: "9", count: 100_000)).count == 3) }

  @Test("An element stands below its function and its area")
  func above() {
    #expect(shipped.above("CM.2.10").map(\.code) == ["CM", "CM.2"])
    #expect(shipped.above("CM").isEmpty)
    #expect(shipped.entry("CM.2")?.elements.count == 13)
  }
}

@Suite("Reading a catalogue")
struct CatalogueReadingTests {
  static let area = """
    area ZZ Invented Area
    chapter 9

    function ZZ.1 First Function

    element ZZ.1.1 First Element
    standard It is
      done.
    part On weekdays
    task 1 Do It
    part On Sundays
    task 1 Rest
    performance Count of rests.
    authority 45 CFR 1; 45 CFR 2
    practices 3
    """

  @Test("A line that goes on, parts, citations and counts")
  func read() throws {
    let element = try #require(try Catalogue(reading: [Self.area]).element("ZZ.1.1"))
    #expect(element.standards == ["It is done."])
    #expect(element.tasks.map(\.part) == ["On weekdays", "On Sundays"])
    #expect(element.tasks.map(\.number) == [1, 1])
    #expect(element.authorities == ["45 CFR 1", "45 CFR 2"])
    #expect(element.practiceCount == 3 && element.complianceMeasures.isEmpty)
  }

  @Test(
    "What is refused, and where",
    arguments: [
      ("task 1 Do It", "task 2 Do It", 10, "task 2 is not the next one, 1"),
      ("task 1 Rest", "task 2 Rest", 12, "task 2 is not the next one, 1"),
      ("ZZ.1.1", "ZZ.1.2", 6, "ZZ.1.2 is not the next element"),
      ("function ZZ.1", "function ZZ.3", 4, "ZZ.3 is not the next function"),
      ("performance", "perfomance", 13, "\"perfomance\" is no kind of line"),
      ("performance Count of rests.", "standard Again.", 13, "\"standard\" stands too late in its element"),
      ("authority 45 CFR 1; 45 CFR 2", "authority 45 CFR 1; ;45 CFR 2", 14, "an empty citation"),
      ("practices 3", "practices many", 15, "this is no count"),
      ("standard It is\n  done.\n", "", 13, "ZZ.1.1 has no standard, or no task"),
      ("chapter 9", "chapter 9\nchapter 9", 3, "a chapter, where none may stand"),
      ("chapter 9\n", "", 3, "ZZ.1 is not the next function"),
      ("area ZZ", "area z9", 1, "this is no code of an area"),
      ("  done.", "   done.", 8, "a line that continues none"),
      ("chapter 9", "chapter 9 ", 2, "a blank that means nothing"),
      ("practices 3", "practices", 15, "nothing stands behind \"practices\""),
    ])
  func refused(text: String, instead: String, line: Int, problem: String) {
    #expect(Self.area.contains(text))
    #expect(throws: CatalogueError(part: 1, line: line, problem: problem)) {
      try Catalogue(reading: [Self.area.replacing(text, with: instead, maxReplacements: 1)])
    }
  }

  @Test("An area stands once")
  func twice() {
    #expect(throws: CatalogueError(part: 2, line: 1, problem: "the area ZZ stands twice")) {
      try Catalogue(reading: [Self.area, Self.area])
    }
  }
}

@Suite("Searching the catalogue")
struct CatalogueSearchTests {
  private func codes(_ text: String) -> [String] { CatalogueSearch(text).hits(in: .shipped).map(\.entry.code) }

  @Test(
    "By code, title, task, and the rest, in this order",
    arguments: [
      ("cm.2.1", ["CM.2.1"], CatalogueSearch.Place.code),
      ("iop.1", ["IOP.1", "IOP.1.1", "IOP.1.2", "IOP.1.3", "IOP.1.4", "IOP.1.5"], .code),
      ("quarterly case", ["IOP.1.4", "IOP.4.7", "CM.4.1", "CM.4.2", "IOP.1.3", "IOP.4.6"], .title),
      ("ADMINISTRATIVE expense", ["AS.2.6"], .task),
      ("303.101", ["CM.2.1", "CM.2.6"], .authority),
      ("cm.1.2 interview", ["CM.1.2"], .task),
      ("interview cm.1.2 interview", ["CM.1.2"], .task),
    ])
  func ranked(text: String, codes: [String], place: CatalogueSearch.Place) {
    let hits = CatalogueSearch(text).hits(in: .shipped)
    #expect(hits.map(\.entry.code) == codes)
    #expect(hits.first?.place == place)
  }

  @Test("Whatever is ranked higher stands first")
  func order() {
    for text in ["case", "budget", "review", "training", "plan"] {
      let ranks = CatalogueSearch(text).hits(in: .shipped).map { min($0.place.rawValue, 3) }
      #expect(ranks == ranks.sorted(), "\(text)")
      #expect(Set(ranks).count > 1, "\(text)")
    }
  }

  @Test("Every word must occur, at the beginning of a word")
  func allWords() {
    #expect(codes("quarterly case zebra").isEmpty)
    #expect(codes("").isEmpty && codes("  \n ").isEmpty)
    #expect(codes("uarterly").isEmpty)
    #expect(codes("welfare").contains("CM.1.1") == codes("WELFARE").contains("CM.1.1"))
    #expect(!codes("budget").isEmpty && Set(codes("budgeting")).isSubset(of: codes("budget")))
  }

  @Test("It says where each word was found")
  func matches() throws {
    let hit = try #require(CatalogueSearch("cm.1 paternity interview").hits(in: .shipped).first)
    #expect(hit.entry.code == "CM.1.2")
    #expect(
      hit.matches.map { "\($0.place.name): \($0.text)" } == [
        "code: CM.1.2", "task: Interface with Paternity Opportunity Program", "task: Interview Applicant",
      ])
  }
}
