import Catalogue
import Foundation
import Plans
import Testing

@Suite("Kinds of plans against the catalogue")
struct PlanKindsCatalogueTests {
  private static let article = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Plans/Plans.docc/PlanKinds.md").standardized

  /// The cells behind the id, by the ids of the article's table.
  private static func table() throws -> [String: [String]] {
    let lines = try String(contentsOf: article, encoding: .utf8).split(separator: "\n")
    let rows = lines.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    return Dictionary(
      rows.compactMap { cells in
        guard let id = cells.first, id.contains("."), id.contains("-"), cells.count == 3 else { return nil }
        return (id, Array(cells.dropFirst()))
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test("The article says of each of the 54 duties of kind plan which kind it is, or why it is none")
  func everyDuty() throws {
    let table = try Self.table()
    let duties = Obligation.all.filter { $0.kind == .plan }
    #expect(duties.count == 54)
    #expect(Set(table.keys) == Set(duties.map(\.id)))
    for duty in duties {
      let kind = PlanTemplate.shippedKinds.first { $0.kind?.obligations.contains(duty.id) ?? false }
      let cell = try #require(table[duty.id])[1]
      #expect(cell.contains("`") == (kind != nil), "\(duty.id): \(cell)")
      if let kind { #expect(cell == "`\(kind.name.id)`", "\(duty.id)") }
    }
  }

  @Test(
    "A kind names duties that the catalogue has and that are in force, and is asked for as often",
    arguments: PlanTemplate.shippedKinds)
  func duties(template: PlanTemplate) throws {
    let kind = try #require(template.kind)
    let duties = kind.obligations.compactMap(Obligation.named)
    #expect(duties.map(\.id) == kind.obligations)
    #expect(duties.allSatisfy { !$0.startsOff && kind.elements.contains($0.element) })
    #expect(Set(duties.map(\.element)).isSubset(of: kind.elements))
    #expect(duties.contains { $0.frequency.rawValue == kind.often.rawValue })
    // A plan that goes to the department is one of which the catalogue says so.
    let goes = duties.filter { $0.kind == .plan }.contains { $0.to == "DCSS" }
    #expect(goes == (kind.goesTo == .department))
  }
}
