import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct AdvanceCompare: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Hold a quarter's claims against its advances, and propose the adjustment (AS.2.6).",
    discussion: """
      Claimed is what the claims in force come to. Advanced is what the months of the quarter were paid, less what in them settled \
      earlier quarters (adjustments, and what was carried). Adjusted is what adjustments of this quarter were written before, so \
      that a supplemental claim brings only its own difference.

      --write writes the adjustment that is proposed, from a month of the year on: of the quarter's year, or of the next one after the \
      fourth quarter (the department). Refused while an advance of the quarter is not recorded as paid.

      JSON: quarter, agencies (agency, claimed or null, paid, settled, advanced, adjusted, proposed or null, unpaid (months), \
      adjustment (id or null)), left_out (codes of agencies whose amounts are too large to be added), total (claimed, paid, settled, advanced, adjusted, proposed).
      """)
  @Argument(help: "The quarter, like \"SFY 2024-25 Q1\".")
  var quarter: String
  @Option(help: "Only this agency.")
  var agency: String?
  @Flag(help: "Write the adjustments that are proposed (the department).")
  var write = false
  @Option(help: "With --write: from which month on, 1 is July.")
  var fromMonth: Int?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard write == (fromMonth != nil) else { throw ValidationError("--write and --from-month go together.") }
    guard fromMonth.map({ (1...12).contains($0) }) ?? true else {
      throw ValidationError("--from-month is 1 (July) to 12 (June).")
    }
  }

  private static let amounts: [(name: String, of: @Sendable (AdvanceComparison) -> Money?)] = [
    ("claimed", { $0.claimed }), ("paid", { $0.paid }), ("settled", { $0.settled }), ("advanced", { $0.advanced }),
    ("adjusted", { $0.adjusted }), ("proposed", { $0.proposed }),
  ]

  private typealias Compared = (agency: String, comparison: AdvanceComparison)

  func report() throws -> Report {
    let node = try node.open()
    let agencies = try node.agenciesToRead(agency)
    let quarter = try StateQuarter.argument(quarter)
    var leftOut: [String] = []
    func compare(_ db: Database) throws -> [Compared] {
      leftOut = []
      return try agencies.compactMap { agency in
        let comparison = try Money.besideOthers {
          let claimed = try ClaimStore.claims(of: quarter, agency: agency, in: db).total()
          return try AdvanceStore.year(quarter.year, of: agency, in: db).comparison(of: quarter, claimed: claimed)
        } adding: { made in
          Self.amounts.map { $0.of(made) }
        }
        if comparison == nil { leftOut.append(agency) }
        return comparison.map { (agency, $0) }
      }
    }
    var written: [String: String] = [:]
    let compared: [Compared]
    if write, let month = fromMonth {
      try node.checkIsDepartment("adjusts advances", see: "qapi advance compare")
      let person = try writing.person(of: node)
      let year = quarter.number == 4 ? StateFiscalYear(first: quarter.year.first + 1) ?? quarter.year : quarter.year
      let today = try Day.argument(nil)
      compared = try writing.write(on: node, as: person, otherwise: "advances adjusted after \(quarter)") { db in
        let compared = try compare(db)
        try check(compared, quarter)
        for (agency, comparison) in compared {
          guard let amount = comparison.proposed, amount != .zero else { continue }
          var adjustment = AdvanceAdjustment(id: node.newID())
          (adjustment.year, adjustment.quarter, adjustment.month) = ("\(year)", "\(quarter)", month)
          (adjustment.amount, adjustment.day, adjustment.person) = (Int(amount.cents), "\(today)", person.name)
          adjustment.text = "claimed \(comparison.claimed ?? .zero), advanced \(comparison.advanced)"
          try AdvanceAdjustmentNoun.check(adjustment, was: nil, of: agency, in: db)
          try RecordStore.insert(adjustment, agency: agency, in: db)
          written[agency] = adjustment.id
        }
        return compared
      }
    } else {
      compared = try node.engine.queue.read(compare)
    }
    let amounts = Self.amounts
    let totals = try amounts.map { amount in try Money.sum(compared.compactMap { amount.of($0.comparison) }) }
    let rows = compared.map { agency, comparison in
      [agency] + amounts.map { $0.of(comparison).map { "\($0)" } ?? "no claim" }
    }
    return Report(
      lines: Layout.table(
        [["\(quarter)"] + amounts.map(\.name)] + rows + leftOut.map { [$0, Money.cannotBeAdded] }
          + (rows.count > 1 ? [["total"] + totals.map { "\($0)" }] : []), figures: [1, 2, 3, 4, 5, 6]),
      json: [
        "quarter": .text("\(quarter)"),
        "agencies": .list(
          compared.map { agency, comparison in
            .object(
              [.init(key: "agency", value: .text(agency))]
                + amounts.map { .init(key: $0.name, value: JSON($0.of(comparison))) } + [
                  .init(key: "unpaid", value: .list(comparison.unpaid.map { JSON($0) })),
                  .init(key: "adjustment", value: JSON(written[agency])),
                ])
          }),
        "left_out": JSON(leftOut),
        "total": .object(zip(amounts, totals).map { .init(key: $0.name, value: JSON($1)) }),
      ],
      notes: compared.filter { !$0.comparison.unpaid.isEmpty }.map { agency, comparison in
        "\(agency): not recorded as paid: \(months(comparison.unpaid, quarter))"
      } + leftOut.map { "\($0): amounts too large to be added, and left out of the total" }
        + (written.isEmpty ? [] : ["\(Layout.count(written.count, "adjustment")) written", "next:  qapi merge"]))
  }

  private func months(_ numbers: [Int], _ quarter: StateQuarter) -> String {
    numbers.map { String("\(quarter.year.months[$0 - 1])".prefix(7)) }.joined(separator: ", ")
  }

  private func check(_ compared: [Compared], _ quarter: StateQuarter) throws {
    let claimed = compared.filter { $0.comparison.claimed != nil }
    guard !claimed.isEmpty else {
      throw Failure.rule("nothing-claimed", "no claim of \(quarter) is in force", next: "see `qapi claim submissions`")
    }
    if let open = claimed.first(where: { !$0.comparison.unpaid.isEmpty }) {
      throw Failure.rule(
        "advance-not-recorded",
        "\(open.agency): not recorded as paid: \(months(open.comparison.unpaid, quarter))",
        next: "record them with `qapi advance paid`")
    }
  }
}
