import ArgumentParser
import Canonical
import GRDB
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine

struct FindingsCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "List what the rules find in the merged rows, and what to do about it.",
    discussion: "JSON: findings (rule, weight, agency, table, key, label, message, next).")
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let open = try OpenFindings(of: node)
    let labels = try node.engine.queue.read { db in
      try open.all.map { try RowLabel.describe(table: $0.row.table, key: $0.row.key, in: db) }
    }
    let places = try node.engine.queue.read { db in
      try zip(open.all, labels).map { finding, label in
        try PlanName.label(label, table: finding.row.table, key: finding.row.key, in: db)
      }
    }
    let lines = zip(open.all, places).flatMap { words($0, $1, of: node) }
    return Report(
      lines: open.all.isEmpty ? ["no findings"] : Array(lines.dropLast()),
      json: [
        "findings": .list(
          zip(open.all, labels).map { finding, label in
            .object([
              "rule": .text(finding.rule), "weight": .text(finding.isUrgent ? "attention" : "information"),
              "agency": .text(finding.agency),
              "table": .text(finding.row.table), "key": JSON(finding.row.key.map(\.text)), "label": .text(label),
              "message": .text(finding.message), "next": .text(finding.next),
            ])
          })
      ], status: open.attentionCount > 0 ? .open : .done)
  }

  private func words(_ finding: OpenFinding, _ label: String, of node: OpenNode) -> [String] {
    let place = [finding.agency, label].filter { !$0.isEmpty }.joined(separator: ": ")
    // Who owns the row can do what is said; others can tell them.
    let next =
      finding.owner == node.member
      ? "next: \(Advice.naming(self.node.path, in: finding.next))"
      : "next, for \(finding.owner): \(finding.next)"
    var lines = [finding.rule + (finding.isUrgent ? "" : "  (for information)")]
    for text in [place, finding.message, next] {
      lines += Layout.wrapped(Shown.line(text), margin: "  ")
    }
    return lines + [""]
  }
}

/// The findings of the domain's rules, and of the engine's one: a row that nothing inserted.
struct OpenFindings {
  let all: [OpenFinding]

  var attentionCount: Int { all.count { $0.isUrgent } }

  init(of node: OpenNode) throws {
    let found = try node.engine.queue.read { db in
      try Findings.all(in: db, today: Day(inCaliforniaAt: Deployment.configuration.surroundings.now())) {
        Digest(of: Array($0.utf8)).hex
      }
    }
    let orphans = try node.engine.rowsWithoutInsert().map { table, key in
      OpenFinding(
        rule: "row-without-beginning", isUrgent: true, agency: key.first?.string ?? "",
        row: RowName(table: table, key: key.map(\.field)),
        message:
          "the row was changed, but the changeset that made it does not count or has not come; it is kept, and not "
          + "shown",
        next: "run `qapi sync`; if it stays, see `qapi roster` for a cut, and enter the row again if it is needed")
    }
    all = found.map(OpenFinding.init) + orphans
  }
}

/// Something to look at.
struct OpenFinding {
  let rule: String
  /// Whether somebody must look at it; otherwise it is for information.
  let isUrgent: Bool
  let agency: String
  let row: RowName
  let message: String
  let next: String
  /// Who can do it, where it is not whoever owns the row.
  var doer: SyncedTable.Owner?
}

extension OpenFinding {
  /// Code of whoever can do what is said.
  var owner: String {
    (doer ?? Schema.table(named: row.table)?.owner) == .department ? Deployment.department : agency
  }

  init(_ finding: Finding) {
    self.init(
      rule: finding.rule, isUrgent: finding.weight == .attention, agency: finding.agency, row: finding.row,
      message: finding.message, next: finding.next, doer: finding.doer)
  }
}

extension FieldValue {
  var text: String {
    switch self {
    case .integer(let number): "\(number)"
    case .text(let text): text
    }
  }
}

extension SQLiteValue {
  /// The same value as the store has it; synced columns hold integers and texts only.
  var field: FieldValue {
    switch self {
    case .integer(let number): .integer(number)
    case .text, .blob, .null: .text(string ?? "")
    }
  }
}
