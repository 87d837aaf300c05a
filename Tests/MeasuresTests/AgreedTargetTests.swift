import Measures
import Records
import Testing

@Suite("IOP.1.1 Establish Local Agency Performance Targets")
struct AgreedTargetTests {
  typealias Said = (word: String, value: String, unit: String, agreedTo: String)

  static func word<Word: TargetWord>(_ said: Said?) -> Word? {
    said.map {
      var word = Word()
      word.year = 2024
      word.measure = "current-support"
      word.word = $0.word
      word.value = $0.value
      word.unit = $0.unit
      word.agreedTo = $0.agreedTo
      return word
    }
  }

  static func target(_ agency: Said?, _ department: Said?) -> AgreedTarget {
    AgreedTarget(
      year: 2024, measure: "current-support", ofAgency: word(agency), ofDepartment: word(department))
  }

  private static let cases: [(Said?, Said?, AgreedTarget.State)] = [
    (nil, nil, .none),
    (("proposed", "63.8", "percent", ""), nil, .proposed(by: .agency)),
    // An agreement with nobody is a proposal.
    (("agreed", "63.8", "percent", "63.8"), nil, .proposed(by: .agency)),
    (nil, ("proposed", "63.8", "percent", ""), .proposed(by: .department)),
    (("proposed", "63.8", "percent", ""), ("proposed", "64", "percent", ""), .discussed),
    // The same value, and nobody has agreed to it.
    (("proposed", "63.8", "percent", ""), ("proposed", "63.8", "percent", ""), .discussed),
    (("proposed", "63.8", "percent", ""), ("agreed", "63.8", "percent", "63.8"), .agreed),
    (("agreed", "63.8", "percent", "63.8"), ("proposed", "63.8", "percent", ""), .agreed),
    (("agreed", "63.8", "percent", "63.8"), ("agreed", "63.8", "percent", "63.8"), .agreed),
    // Exact figures, not texts.
    (("proposed", "63.80", "percent", ""), ("agreed", "63.8", "percent", "63.800"), .agreed),
    (("proposed", "63.8%", "%", ""), ("agreed", "63.8", "Percent", "63.8"), .agreed),
    (("proposed", "63.80000001", "percent", ""), ("agreed", "63.8", "percent", "63.8"), .discussed),
    // Units.
    (("proposed", "2", "percent", ""), ("agreed", "2", "dollars per dollar", "2"), .discussed),
    (("proposed", "2", "", ""), ("agreed", "2", "dollars per dollar", "2"), .agreed),
    // Whoever changes the value opens the discussion again.
    (("proposed", "64", "percent", ""), ("agreed", "63.8", "percent", "63.8"), .discussed),
    // One node agreed to 63.8 while another of the same agency changed the value to 64: nobody agreed to 64.
    (("agreed", "64", "percent", "63.8"), ("proposed", "64", "percent", ""), .discussed),
    (("agreed", "64", "percent", "63.8"), ("agreed", "64", "percent", "64"), .agreed),
    // Withdrawn.
    (("withdrawn", "63.8", "percent", ""), ("agreed", "63.8", "percent", "63.8"), .withdrawn(by: .agency)),
    (("agreed", "63.8", "percent", "63.8"), ("withdrawn", "63.8", "percent", ""), .withdrawn(by: .department)),
    (("withdrawn", "", "", ""), nil, .withdrawn(by: .agency)),
    (nil, ("withdrawn", "", "", ""), .withdrawn(by: .department)),
    // What is no figure is not agreed upon.
    (("agreed", "more", "percent", "more"), ("agreed", "more", "percent", "more"), .discussed),
    (("agreed", "", "percent", ""), ("agreed", "", "percent", ""), .discussed),
    // A word that this program does not know.
    (("maybe", "63.8", "percent", "63.8"), ("proposed", "63.8", "percent", ""), .discussed),
  ]

  @Test("Both say the same value and one agrees to it", arguments: cases)
  func state(agency: Said?, department: Said?, state: AgreedTarget.State) {
    let target = Self.target(agency, department)
    #expect(target.state == state)
    #expect((target.figure != nil) == (state == .agreed))
    #expect(target.value.isEmpty == (state != .agreed))
    #expect(target.openPoint.isEmpty == (state != .discussed))
  }

  @Test("Agreeing takes over the value and its unit; the own spelling of the same value stays")
  func agreeing() {
    var department: TargetAnswer = Self.word(("proposed", "64", "percent", ""))!
    var agency: Target = Self.word(("proposed", "63.8", "percent", ""))!
    department.agree(to: agency)
    #expect(department.value == "63.8" && department.agreedTo == "63.8" && department.agrees)
    department.value = "63.80"
    department.agree(to: agency)
    #expect(department.value == "63.80" && department.agrees)
    agency.propose("65", unit: "percent")
    #expect(
      AgreedTarget(year: 2024, measure: "current-support", ofAgency: agency, ofDepartment: department).state
        == .discussed)
    agency.agree(to: department)
    #expect(agency.value == "63.80")
    agency.withdraw()
    #expect(agency.isWithdrawn && agency.agreedTo.isEmpty && !agency.agrees)
  }

  private static let valueCases: [(measure: String, value: String, unit: String, Measure.TargetProblem?)] = [
    ("3", "63.8", "percent", nil), ("current-support", "100", "percent", nil),
    ("current-support", "100.01", "percent", .overWhole), ("support-order", "101", "%", .overWhole),
    // Its denominator is of the year before.
    ("statewide-paternity", "104.2", "percent", nil), ("1a", "100.5", "percent", nil),
    ("cost-effectiveness", "2.40", "dollars per dollar", nil), ("cost-effectiveness", "$2.40", "", nil),
    ("cost-effectiveness", "2.4%", "", .notAFigure), ("current-support", "$63.80", "", .notAFigure),
    ("current-support", "-1", "percent", .notAFigure), ("current-support", "", "percent", .notAFigure),
    ("current-support", "about 63", "percent", .notAFigure), ("current-support", "63.8", "dollars", .unit),
  ]

  @Test(
    "A target is a figure in the measure's unit, and 100 percent at most where more cannot be", arguments: valueCases)
  func values(measure: String, value: String, unit: String, problem: Measure.TargetProblem?) throws {
    let measure = try #require(DataSet.standard.measure(measure))
    var found: Measure.TargetProblem?
    do throws(Measure.TargetProblem) { try measure.checkTarget(value, unit: unit) } catch { found = error }
    #expect(found == problem)
  }
}
