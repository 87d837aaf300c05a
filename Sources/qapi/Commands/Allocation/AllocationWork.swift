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
