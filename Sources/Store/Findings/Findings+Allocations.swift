internal import Budgets
internal import GRDB
internal import Records

/// Letters of the department after a merge: two of its nodes may issue without each other.
extension Findings {
  /// - `letter-superseded-twice`: two letters take the place of one and the same; the later counts, and this one does not.
  /// - `supersedes-another-kind`: a letter takes the place of one of another year or kind.
  /// - `allocation-below-zero`: letters take more from an agency, or from a control of it, than it has.
  /// - `line-below-grant`: needs are granted from a line of a letter that gives less.
  /// - `amounts-too-large`: the amounts of the letters of a year do not fit into a sum.
  static func allocations(in db: Database) throws -> [Finding] {
    let letters = Dictionary(grouping: try RecordStore.all(AllocationLetter.self, in: db), by: \.agency)
    return try letters.sorted { $0.key < $1.key }.flatMap { agency, own -> [Finding] in
      let own = own.map(\.record)
      return kinds(of: own, agency) + (try grants(to: agency, in: db))
        + (try Set(own.map(\.year)).sorted().flatMap { year in
          let whole = try BudgetStore.allocation(of: agency, year: year, in: db)
          return whole.allocation.contested.map { letter in
            found(
              "letter-superseded-twice", agency, letter.id,
              "another letter takes the place of the same one and is later: that counts, and this one does not",
              next:
                "look at both with `qapi allocation list --agency \(agency)`; what this one gave besides is given by "
                + "another letter")
          } + shortages(of: whole, agency)
        })
    }
  }

  private static func found(
    _ rule: String, _ agency: String, _ letter: String, _ message: String, next: String
  ) -> Finding {
    Finding(
      rule: rule, weight: .attention, agency: agency,
      row: RowName(table: Schema.allocationLetter.name, key: [.text(agency), .text(letter)]), message: message,
      next: next, doer: .department)
  }

  private static func kinds(of letters: [AllocationLetter], _ agency: String) -> [Finding] {
    letters.filter { letter in
      letters.contains { $0.id == letter.supersedes && ($0.year, $0.kind) != (letter.year, letter.kind) }
    }.map { letter in
      found(
        "supersedes-another-kind", agency, letter.id, "this letter takes the place of one of another year or kind",
        next: "issue one of the same year and kind in its place: `qapi allocation issue --supersedes`")
    }
  }

  private static func grants(to agency: String, in db: Database) throws -> [Finding] {
    try DisplayStore.granted(to: agency, in: db).sorted { $0.key < $1.key }.compactMap { id, granted in
      guard let line = try RecordStore.find(AllocationLine(id: id), agency: agency, in: db), granted > line.money else {
        return nil
      }
      return found(
        "line-below-grant", agency, line.letter,
        "needs are granted \(granted) from a line of this letter, which gives \(line.money)",
        next: "decide again on one of them: `qapi display need list --agency \(agency)`")
    }
  }

  private static func shortages(of whole: BudgetStore.WholeAllocation, _ agency: String) -> [Finding] {
    guard let last = (whole.allocation.additions.last ?? whole.allocation.standard)?.id else { return [] }
    do {
      guard let first = try AllocationPart.shortages(from: [], to: whole.lines).first else { return [] }
      return [
        found(
          "allocation-below-zero", agency, last,
          "the letters in force come to \(first.after) for \(RecordText.shown(first.part.title))",
          next: "correct one of them: `qapi allocation show --agency \(agency)`")
      ]
    } catch {
      return [
        found(
          "amounts-too-large", agency, last, "the amounts of these letters are too large to be added",
          next: "look for an amount with too many digits: `qapi allocation show --agency \(agency)`")
      ]
    }
  }
}
