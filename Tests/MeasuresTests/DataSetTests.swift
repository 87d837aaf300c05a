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
