import Measures
import Records
import Testing

@Suite("The rules on figures")
struct FigureRulesTests {
  private let rules = FigureRules(set: .standard, local: [Self.calls])

  private static var calls: LocalElement {
    var element = LocalElement(id: "e-1")
    element.code = "calls"
    element.unit = "share"
    element.frequency = "quarterly"
    return element
  }

  @Test(
    "One figure by itself",
    arguments: [
      // element, period, value, out of, rules that find something
      ("157-1", "2024-01", 0, 0, []), ("157-1", "2024-01", 9_999_999_999_999, 0, []),
      ("157-1", "2024-01", 10_000_000_000_000, 0, ["out-of-range"]), ("157-1", "2024-01", -1, 0, ["out-of-range"]),
      ("nothing", "2024-01", 1, 0, ["unknown-element"]), ("157-1", "2024-13", 1, 0, ["no-period"]),
      ("157-1", "FFY 2024 Q1", 1, 0, ["other-calendar"]), ("157-1", "FFY 2024", 1, 0, ["other-calendar"]),
      ("157-8", "FFY 2023", 1, 0, []), ("157-8", "SFY 2022-23", 1, 0, ["other-calendar"]),
      ("396-7", "FFY 2024 Q1", 1, 0, []), ("396-7", "SFY 2023-24 Q1", 1, 0, ["other-calendar"]),
      ("157-1", "2024-05", 1, 0, ["period-not-over"]), ("157-1", "2024-04", 1, 0, []),
      ("157-1", "2024-01", 1, 2, ["no-share"]), ("calls", "FFY 2024 Q1", 3, 4, []),
      ("calls", "FFY 2024 Q1", 5, 4, ["part-above-whole"]),
    ] as [(String, String, Int64, Int64, [String])])
  func alone(element: String, period: String, value: Int64, base: Int64, found: [String]) {
    let problems = rules.problems(
      of: FigureName(element: element, period: period), .init(value: value, base: base), today: Day("2024-05-31"))
    #expect(problems.map(\.rule) == found)
  }

  @Test(
    "Figures beside one another",
    arguments: [
      // figures, the one that is looked at, rules that find something
      (["157-1 2024-01": 10, "157-2 2024-01": 10], "157-2 2024-01", []),
      (["157-1 2024-01": 10, "157-2 2024-01": 11], "157-2 2024-01", ["part-above-whole"]),
      (["157-1 2024-01": 10, "157-2 2024-01": 11], "157-1 2024-01", ["part-above-whole"]),
      (["157-1 2024-02": 10, "157-2 2024-01": 11], "157-2 2024-01", []),
      (["157-24 2024-01": 10, "157-25 2024-01": 11], "157-25 2024-01", ["part-above-whole"]),
      (["157-28 2024-01": 10, "157-29 2024-01": 11], "157-29 2024-01", ["part-above-whole"]),
      (["157-5 2023-09": 10, "157-6 2024-01": 11], "157-6 2024-01", []),
      (
        ["157-25 2024-01": 5, "34-4b 2024-01": 1, "34-4c 2024-01": 1, "34-8 2024-01": 1, "34-11 2024-01": 1],
        "157-25 2024-01", ["forms-disagree"]
      ),
      // What counts from the year's first day never falls, but begins anew in October.
      (["157-28 2024-01": 10, "157-28 2024-02": 9], "157-28 2024-02", ["falls-within-year"]),
      (["157-28 2024-01": 10, "157-28 2024-02": 10], "157-28 2024-02", []),
      (["157-28 2023-09": 1000, "157-28 2023-10": 9], "157-28 2023-10", []),
      // More than a factor of three, unless both are small.
      (["157-1 2024-01": 100, "157-1 2024-02": 300], "157-1 2024-02", []),
      (["157-1 2024-01": 100, "157-1 2024-02": 301], "157-1 2024-02", ["large-change"]),
      (["157-1 2023-12": 301, "157-1 2024-01": 100], "157-1 2024-01", ["large-change"]),
      (["157-1 2024-01": 1, "157-1 2024-02": 49], "157-1 2024-02", []),
      (["396-7 FFY 2023 Q4": 100, "396-7 FFY 2024 Q1": 500], "396-7 FFY 2024 Q1", ["large-change"]),
    ] as [([String: Int64], String, [String])])
  func beside(figures: [String: Int64], name: String, found: [String]) {
    #expect(rules.problems(of: [Self.name(name)], in: Self.book(figures)).map(\.rule) == found)
  }

  @Test("A whole quarter: what is missing stops it, what the year before lacks does not")
  func quarterly() {
    let whole = Self.wholeBook()
    let found = rules.problems(inQuarter: quarter("FFY 2024 Q1"), in: whole, today: Day("2024-02-01"))
    #expect(Set(found.map(\.rule)) == ["missing-year-before"])
    #expect(found.allSatisfy { $0.weight == .note })
    var lacking = whole
    lacking[FigureName(element: "157-2", period: "2023-11")] = nil
    let missing = rules.problems(inQuarter: quarter("FFY 2024 Q1"), in: lacking, today: nil)
      .filter { $0.weight == .error }
    #expect(missing.map(\.rule) == ["missing-figure"])
    #expect(missing.map(\.element) == ["157-2"])
    #expect(missing.map(\.period) == ["2023-11"])
  }

  @Test("A percentage over 100, where it cannot be, is found though no month is over it")
  func overWhole() {
    var book = Self.wholeBook()
    for element in ["157-1", "157-2"] {
      book[FigureName(element: element, period: "2023-12")] = .init(value: element == "157-1" ? 100 : 101)
    }
    let found = rules.problems(inQuarter: quarter("FFY 2024 Q1"), in: book, today: nil).filter { $0.weight == .error }
    #expect(Set(found.map(\.rule)) == ["part-above-whole", "percent-above-100"])
  }

  // MARK: Figures

  static func name(_ text: String) -> FigureName {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    return FigureName(element: parts[0], period: parts[1])
  }

  static func book(_ figures: [String: Int64]) -> FigureBook {
    FigureBook(Dictionary(uniqueKeysWithValues: figures.map { (name($0.key), .init(value: $0.value)) }))
  }

  /// Every standard figure of FFY 2024 Q1: 100 each, and 400 for a whole.
  static func wholeBook() -> FigureBook {
    let wholes = ["157-1": 900, "157-2": 800, "157-24": 400, "157-28": 400, "157-9": 400, "396-7": 400]
    let names = FigureRules(set: .standard).names(in: quarter("FFY 2024 Q1"))
    return FigureBook(
      Dictionary(
        uniqueKeysWithValues: names.map { name in (name, .init(value: Int64(wholes[name.element] ?? 100))) }))
  }
}
