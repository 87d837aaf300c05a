import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Store
import SyncEngine

/// What differs between what was handed in and another copy, or the rows as they stand.
struct FiscalCompare<Form: FiscalForm>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare", abstract: "What was changed since a submission, or between two of them.",
      discussion: """
        Holds the copy of a submission (the newest, if none is named) against what stands now, or with --with against the copy \
        of another one.

        JSON: agency, from, to (ids of submissions; to is null for what stands now), differences (kind (new, gone, changed), \
        table, record, field, before, after).
        """)
  }
  @Argument(help: "Id of the submission, or the beginning of it, or `latest`.")
  var id = "latest"
  @Option(help: "Id of the later submission to compare with; else what stands now.")
  var with: String?
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let (owner, from, to, comparison) = try node.engine.queue.read { db in
      func find(_ id: String) throws -> (agency: String, submission: FiscalSubmission, frozen: FrozenRecords) {
        let found = try FiscalWork.find(id, Form.forms, agency: agency, command: Form.command, in: db)
        guard let frozen = FrozenRecords(text: found.submission.snapshot) else {
          throw Failure(
            .error, "the copy of this submission cannot be read (rule altered-copy)",
            next: "let the agency hand in again")
        }
        return (found.agency, found.submission, frozen)
      }
      let from = try find(id)
      let to = try with.map(find)
      guard
        let now = try to?.frozen ?? Form.frozen(from.submission.subject, of: from.agency, in: db)
      else {
        throw Failure.usage(
          "what was handed in does not stand any more", next: "name another submission with --with")
      }
      return (from.agency, from.submission, to?.submission, FrozenComparison(from: from.frozen, to: now))
    }
    let differences = comparison.differences
    return Report(
      lines: [
        "no. \(from.number) of \(Shown.line(from.day)), and "
          + (to.map { "no. \($0.number) of \(Shown.line($0.day))" } ?? "what stands now")
          + (differences.isEmpty ? ": the same" : ":")
      ] + differences.flatMap { Layout.wrapped(Self.words($0), margin: "  ", hanging: "    ") },
      json: [
        "agency": .text(owner), "from": .text(from.id), "to": JSON(to?.id),
        "differences": .list(
          differences.map { difference in
            .object([
              "kind": .text(difference.kind.rawValue), "table": .text(difference.table),
              "record": .text(difference.record), "field": .text(difference.field),
              "before": .text(difference.before), "after": .text(difference.after),
            ])
          }),
      ])
  }

  private static func words(_ difference: FrozenComparison.Difference) -> String {
    let record = Shown.line(difference.record)
    guard difference.kind == .changed else { return "\(record): \(difference.kind.rawValue)" }
    func shown(_ text: String) -> String { text.isEmpty ? "nothing" : Shown.line(text, limit: 60) }
    return "\(record), \(difference.field): \(shown(difference.before)) to \(shown(difference.after))"
  }
}
