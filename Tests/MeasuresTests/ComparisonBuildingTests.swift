import Measures
import Records
import Testing

@Suite("The comparative report: from the submissions of the standard data set")
struct ComparisonBuildingTests {
  /// Figures of the last month of a quarter, and of everything else that is asked for.
  private static func figures(_ values: [String: Int64], in quarter: FederalQuarter) -> [FigureName: Int64] {
    let set = DataSet.standard
    var result: [FigureName: Int64] = [:]
    for measure in set.measures {
      for name in set.needed(for: measure, through: quarter) { result[name] = values[name.element] ?? 1000 }
    }
    return result
  }

  private static func comparison(
    _ quarter: String, _ values: [String: [String: Int64]], target: ExactFigure? = nil, national: [NationalFigure] = []
  ) throws -> Comparison {
    let quarter = try #require(FederalQuarter(quarter))
    return Comparison(
      of: quarter, dataSet: .standard, agencies: values.keys.map { ($0, "Invented \($0)\t") }.reversed(),
      sources: .init(
        figures: { agency, wanted in
          wanted == quarter ? values[agency].flatMap { $0.isEmpty ? nil : figures($0, in: wanted) } : nil
        }, digest: { agency, _ in values[agency]?.isEmpty == true ? nil : "digest" },
        target: { _, measure in measure == "support-order" ? target : nil }, national: national))
  }

  @Test("Agencies are in the order of their codes, with their cases and group; who handed in nothing is missing")
  func agencies() throws {
    let comparison = try Self.comparison(
      "FFY 2024 Q2", ["inv-b": ["157-1": 999], "inv-a": ["157-1": 60_000], "inv-c": [:]])
    #expect(comparison.agencies.map(\.code) == ["inv-a", "inv-b", "inv-c"])
    #expect(comparison.agencies.map(\.group) == ["largest", "smallest", ""])
    #expect(comparison.agencies.map(\.cases) == [60_000, 999, nil])
    #expect(comparison.agencies.map(\.isMissing) == [false, false, true])
    #expect(comparison.agencies[0].name == "Invented inv-a ", "a tab would part the fields of a part")
    #expect(try Comparison(parts: comparison.parts) == comparison)
    #expect(comparison.parts.allSatisfy { $0.text.utf8.count < RecordText.byteLimit })
  }

  @Test(
    "Too few to show: by the denominator where it counts, by the cases where it is money",
    arguments: [
      ("support-order", ["157-1": 29, "157-2": 12], "*"), ("support-order", ["157-1": 30, "157-2": 12], "12/30"),
      ("support-order", ["157-1": 0, "157-2": 0], "0/0"), ("current-support", ["157-1": 29], "*"),
      ("medical-order-cases", ["157-2": 29, "state-medical-order": 3], "*"),
    ] as [(String, [String: Int64], String)])
  func small(measure: String, values: [String: Int64], written: String) throws {
    let comparison = try Self.comparison("FFY 2024 Q1", ["inv-a": values])
    #expect(comparison.measure(measure)?.rows[0].figures.last?.written == written)
  }

  @Test("Shares of cases have limits; money, and what can be over the whole, have none")
  func shares() throws {
    let comparison = try Self.comparison("FFY 2024 Q2", ["inv-a": ["157-1": 100]])
    let shares = comparison.measures.filter(\.isShare).map(\.code)
    #expect(shares.contains("support-order") && shares.contains("arrears-cases"))
    #expect(!shares.contains("current-support") && !shares.contains("paternity"))
    #expect(!shares.contains("cost-effectiveness") && !shares.contains("collected-per-paying-case"))
    #expect(comparison.measure("arrears-cases")?.isToDate == true)
    #expect(comparison.measure("support-order")?.isToDate == false)
  }

  @Test("Targets, and of another state the newest year that is not after the report's")
  func lines() throws {
    func national(_ year: Int, _ value: String) -> NationalFigure {
      var figure = NationalFigure()
      (figure.measure, figure.place, figure.year, figure.value) = ("support-order", "nation", year, value)
      return figure
    }
    let comparison = try Self.comparison(
      "FFY 2024 Q2", ["inv-a": ["157-1": 100]], target: ExactFigure(decimal: "91.5"),
      national: [national(2022, "85"), national(2023, "86"), national(2025, "87")])
    let measure = try #require(comparison.measure("support-order"))
    #expect(measure.rows[0].target == ExactFigure(decimal: "91.5"))
    #expect(measure.national.map(\.year) == [2023])
    #expect(measure.quarters.count == DataSet.standard.comparison.pastQuarters)
  }
}
