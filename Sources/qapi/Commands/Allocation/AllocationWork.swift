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

  /// - Throws: `Failure.rule` where letters would take more from a part of an allocation than is there.
  static func checkIsThere(_ letters: [AllocationStore.Letter], in db: Database) throws {
    for (agency, year) in Set(letters.map { [$0.agency, $0.letter.year] }).map({ ($0[0], $0[1]) }).sorted(by: <) {
      let shortages = try AllocationPart.shortages(
        from: BudgetStore.allocation(of: agency, year: year, in: db).lines,
        to: BudgetStore.allocation(of: agency, year: year, with: letters, in: db).lines)
      guard let first = shortages.first else { continue }
      let taken = try first.before.subtracting(first.after)
      throw Failure.rule(
        "more-than-allocated",
        "\(agency) has \(first.before) there (\(Shown.line(first.part.title))), and \(taken) would be taken away",
        next: "take less, or from another control: `qapi allocation show --agency \(agency)`")
    }
  }

  /// - Throws: `Failure.rule` where a letter takes the place of one that does not stand, or is of another year or kind.
  static func checkSupersedes(_ new: AllocationStore.Letter, in db: Database) throws {
    guard !new.letter.supersedes.isEmpty,
      let old = try RecordStore.find(AllocationLetter(id: new.letter.supersedes), agency: new.agency, in: db)
    else { return }
    guard (old.year, old.kind) == (new.letter.year, new.letter.kind) else {
      throw Failure.rule(
        "supersedes-another-kind",
        "that is the \(Shown.line(old.kind)) letter of \(Shown.line(old.year)), and this a \(new.letter.kind) one of "
          + new.letter.year,
        next: "correct a letter by one of its year and kind: `qapi allocation list --agency \(new.agency)`")
    }
    let allocation = try BudgetStore.allocation(of: new.agency, year: old.year, in: db).allocation
    guard !allocation.isInForce(old.id) else { return }
    throw Failure.rule(
      "supersedes-no-letter-in-force",
      "the letter of \(Shown.line(old.day)) is not in force: it is \(AllocationState(of: old.id, in: allocation).words)",
      next: "correct the one that is: `qapi allocation list --agency \(new.agency)`")
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
