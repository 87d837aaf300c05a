import Measures
import Records
import Testing

@Suite("The standard data set")
struct DataSetTests {
  @Test("It reads, with five federal measures (the first in two forms) and eleven state measures")
  func standard() {
    let (set, problems) = DataSet.read(DataSet.standardDocument)
    #expect(problems.map(\.description) == [])
    #expect(set?.name.description == "standard version 1")
    #expect(set?.measures.filter { $0.origin == .federal }.map(\.number) == ["1a", "1b", "2", "3", "4", "5"])
    #expect(set?.measures.filter { $0.origin == .state }.map(\.number) == (1...11).map { "s\($0)" })
    #expect(set?.elements.count == 26)
  }
}

@Suite("A data set document")
struct DataSetDocumentTests {
  @Test(
    "What it says against itself, or not at all, is refused with its place",
    arguments: [
      ("caseload: 157-1", "caseload: 157-3", "there is no element 157-3"),
      ("- element: 157-2\n", "- element: 157-1\n", "the element 157-1 stands twice"),
      (
        "numerator: [157-2]", "numerator: [157-3]", "the measure support-order names an element 157-3 that is not there"
      ),
      ("number: 2\n", "number: 3\n", "the code or number 3 names two measures"),
      ("kind: ratio", "kind: fraction", "this word is not known here"),
      ("largest_change: 3", "largest_change: 1", "this is not a number from 2 to 1000"),
      ("value: 2.00", "value: two", "this is not a decimal number"),
      ("from: 1000, below: 5000", "from: 1001, below: 5000", "the groups leave a gap, or overlap"),
      ("{at_least: 0, gain: 6}", "{at_least: 1, gain: 6}", "the rows of a table do not fall to 0"),
      ("until: 2022-09-30", "until: 2018-09-30", "this is before \"from\""),
      ("days: 15", "days: 15\n  hours: 2", "the key \"hours\" is not known here"),
      ("minus 396-1c", "less 396-1c", "this is not an element of a sum"),
    ])
  func refused(part: String, other: String, problem: String) {
    let document = DataSet.standardDocument.replacing(part, with: other)
    #expect(document != DataSet.standardDocument)
    let (set, problems) = DataSet.read(document)
    #expect(set == nil)
    #expect(problems.map(\.problem).contains(problem), "\(problems)")
  }

  @Test(
    "Caseload groups hold their edges",
    arguments: [
      (0, "smallest"), (999, "smallest"), (1000, "small"), (59_999, "large"), (60_000, "largest"), (300_000, "largest"),
    ] as [(Int64, String)])
  func groups(cases: Int64, group: String) {
    #expect(DataSet.standard.group(ofCases: cases)?.code == group)
  }
}
