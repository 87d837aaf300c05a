import Budgets
import GRDB
import Records
import Store

/// What issuing letters and moving money ask alike.
enum AllocationWork {
  /// The appropriation on the terminal: a line for each category.
  static func lines(_ use: AppropriationUse) -> [String] {
    guard !use.rows.isEmpty else { return [] }
    return Layout.table(
      [["", "appropriated", "letters in force", "left"]]
        + use.rows.map { row in
          [row.category, row.appropriated.map { "\($0)" } ?? "not set", "\(row.allocated)"]
            + [row.left.map { "\($0)" } ?? "", row.isExceeded ? "exceeded" : ""]
        }, figures: [1, 2, 3])
  }

  static func json(_ use: AppropriationUse) -> JSON {
    .list(
      use.rows.map { row in
        .object([
          "category": .text(row.category), "appropriated": JSON(row.appropriated),
          "allocated": .text("\(row.allocated)"),
          "left": JSON(row.left),
        ])
      })
  }

  /// Letters that stand, of the same agency, year, kind and day with the same lines: the same table was issued before. In words.
  static func standing(_ letters: [AllocationStore.Letter], in db: Database) throws -> [String] {
    try letters.compactMap { new in
      func face(_ lines: [AllocationLine]) -> [[FieldValue]] {
        lines.map { line in columns.map { $0.value(line) } }
      }
      let alike = try RecordStore.records(
        AllocationLetter.self, of: new.agency, where: "year", is: new.letter.year, in: db
      ).filter { ($0.kind, $0.day) == (new.letter.kind, new.letter.day) && $0.id != new.letter.supersedes }
      let same = try alike.first { letter in
        let lines = try RecordStore.records(AllocationLine.self, of: new.agency, where: "letter", is: letter.id, in: db)
        return face(lines.sorted { $0.position < $1.position }) == face(new.lines)
      }
      return same.map { "\(new.agency), \($0.kind) letter of \($0.day), \($0.id)" }
    }
  }

  /// - Parameter standing: what ``standing(_:in:)`` found.
  static func check(_ standing: [String]) throws {
    guard let first = standing.first else { return }
    throw Failure.rule(
      "issued-already",
      "the same letter stands already: \(first)" + (standing.count > 1 ? ", and \(standing.count - 1) more" : ""),
      next: "nothing is to be done; where the same is given once more, say --again")
  }

  /// What a table says of a line, besides its agency.
  static let columns = AllocationLine.fields.filter { !["letter", "position"].contains($0.name) }

  static let jsonNames = "appropriation (category, appropriated or null, allocated, left or null)"

  /// - Parameter reason: why it may be exceeded; nil where nobody said.
  /// - Throws: `Failure.rule` where letters come to more than was appropriated, and it is not said why.
  static func check(_ use: AppropriationUse, exceedingBecause reason: String?) throws {
    let exceeded = use.rows.filter(\.isExceeded)
    guard !exceeded.isEmpty, reason == nil else { return }
    let words = try exceeded.map { "\($0.category) by \(try $0.excess())" }
    throw Failure.rule(
      "over-appropriation",
      "the letters of all agencies would exceed the appropriation: \(words.joined(separator: ", "))",
      next: "lower them, or say why with --exceed; the reason stands in the letters")
  }
}
