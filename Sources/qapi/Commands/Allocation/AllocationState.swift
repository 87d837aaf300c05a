import Budgets
import GRDB
import Records
import Store

/// Whether a letter counts, and what took its place where it does not.
enum AllocationState: Hashable {
  case inForce
  /// By the letter that names it.
  case superseded(by: AllocationLetter)
  /// Another letter that corrects the same one is later.
  case contested
  /// A later standard letter, or one of a higher kind, took its place.
  case overtaken

  /// - Parameter allocation: of the letter's agency and year.
  init(of letter: String, in allocation: Allocation) {
    let all = [allocation.standard].compactMap(\.self) + allocation.additions + allocation.past
    self =
      if allocation.isInForce(letter) {
        .inForce
      } else if let next = all.last(where: { $0.supersedes == letter }) {
        .superseded(by: next)
      } else if allocation.contested.contains(where: { $0.id == letter }) {
        .contested
      } else {
        .overtaken
      }
  }

  /// "superseded by the final letter of 2024-09-02, 24-07".
  var words: String {
    switch self {
    case .inForce: "in force"
    case .superseded(let next): "superseded by the \(Shown.line(next.reference))"
    case .contested: "superseded: a later letter corrects the same one"
    case .overtaken: "overtaken by a later letter"
    }
  }

  static let jsonNames = "in_force, standing (in words), superseded_by (id or null)"

  var members: [JSON.Member] {
    let next: String? = if case .superseded(let next) = self { next.id } else { nil }
    return JSON.members([
      "in_force": JSON(self == .inForce), "standing": .text(words), "superseded_by": JSON(next),
    ])
  }
}

extension AllocationLetterNoun {
  static let standingNames = AllocationState.jsonNames

  static func standings(
    of entries: [(agency: String, record: AllocationLetter)], in db: Database
  ) throws -> [RecordDetails] {
    var allocations: [[String]: Allocation] = [:]
    return try entries.map { agency, letter in
      let key = [agency, letter.year]
      let allocation =
        try allocations[key] ?? BudgetStore.allocation(of: agency, year: letter.year, in: db).allocation
      allocations[key] = allocation
      let state = AllocationState(of: letter.id, in: allocation)
      return RecordDetails(lines: [state.words], members: state.members)
    }
  }
}
