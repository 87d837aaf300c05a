import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct BudgetReconcile: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Hold a budget against the allocation of its year, control by control (AS.2.3, AS.2.4).",
    discussion: """
      Exits 3 while something is over, or money would have to move where it may not. What was allocated for a targeted program is \
      a floor of effort: less is shown, and stops nothing.

      JSON: agency, budget, year, letter (kind of the standard letter in force, or null), binds, rows (scope, planned, allocated, \
      difference), breaches (rule, scope, amount), shortfalls (program, planned, allocated), programs (program, planned, allocated, \
      shown, evidence (entries), words); of a page or table (rows) also file_format, file, text.
      """)
  @Argument(help: "Id of the budget, or the beginning of it, or `latest`.")
  var id = "latest"
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @Flag(help: "As a CSV table: rows.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check(besides: csv) }

  func report() throws -> Report {
    let node = try node.open()
    let (owner, budget, found, programs) = try node.engine.queue.read { db in
      let found = try RecordWork<BudgetNoun>.find(id, agency: agency, in: db)
      return (
        found.agency, found.entry, try BudgetStore.reconciliation(of: found.entry, agency: found.agency, in: db),
        try BudgetStore.programs(of: found.entry, agency: found.agency, in: db)
      )
    }
    let (reconciliation, allocation) = found
    let view = ReconciliationView(reconciliation, programs)
    let members = JSON.members([
      "agency": .text(owner), "budget": .text(budget.id), "year": .text(budget.year),
      "letter": JSON(allocation.standard?.kind), "binds": JSON(allocation.binds), "rows": view.rows,
      "breaches": view.breaches, "shortfalls": view.shortfalls, "programs": view.programsJSON,
    ])
    if csv {
      var report = try page.report(CSVTable(of: "rows", in: members).csv(), fileFormat: "csv", members: members)
      report.status = reconciliation.isWithin ? .done : .open
      return report
    }
    if page.isAsked {
      let made = ReconciliationPage.page(
        ReconciliationPage.Content(
          agency: node.name(of: owner), budget: budget, reconciliation: reconciliation, allocation: allocation,
          programs: programs), today: try Day.argument(nil))
      return try page.report(made, members: members)
    }
    let letter = ReconciliationPage.letters(allocation)
    let heading = [
      Terminal.strong("\(owner), \(Shown.line(budget.year))"),
      Shown.line(letter),
    ]
    return Report(
      lines: heading + [""] + view.lines,
      status: reconciliation.isWithin ? .done : .open, members: members)
  }
}

/// A reconciliation on the terminal and as JSON.
struct ReconciliationView {
  let reconciliation: Reconciliation
  let programs: [ProgramEffort]

  init(_ reconciliation: Reconciliation, _ programs: [ProgramEffort]) {
    self.reconciliation = reconciliation
    self.programs = programs
  }

  var lines: [String] {
    let rows = reconciliation.rows.map { row in
      [
        (row.scope == .initiative ? "of it " : "") + Shown.line(row.scope.title), "\(row.planned)", "\(row.allocated)",
        "\(row.difference)",
        row.isOver ? "over" : "",
      ]
    }
    return Layout.table([["", "planned", "allocated", "left", ""]] + rows, figures: [1, 2, 3])
      + (reconciliation.breaches.isEmpty ? [] : ["", "What must change:"])
      + reconciliation.breaches.flatMap { breach in
        Layout.wrapped(
          "\(Shown.line(ReconciliationPage.words(breach))) (rule \(breach.rule.rawValue))", margin: "  ", hanging: "  ")
      }
      + (programs.isEmpty ? [] : ["", "Targeted programs (what is allocated is a floor of effort):"])
      + (programs.isEmpty
        ? []
        : Layout.table(
          [["", "planned", "allocated", "evidence", ""]]
            + programs.map { program in
              [
                Shown.line(program.program.rawValue, limit: 30), "\(program.planned)", "\(program.allocated)",
                "\(program.shown)", program.words,
              ]
            }, figures: [1, 2, 3]))
  }

  var programsJSON: JSON {
    .list(
      programs.map { program in
        .object([
          "program": .text(program.program.rawValue), "planned": .text("\(program.planned)"),
          "allocated": .text("\(program.allocated)"), "shown": .text("\(program.shown)"),
          "evidence": JSON(program.evidence.count), "words": .text(program.words),
        ])
      })
  }

  var rows: JSON {
    .list(
      reconciliation.rows.map { row in
        .object([
          "scope": .text(row.scope.title), "planned": .text("\(row.planned)"),
          "allocated": .text("\(row.allocated)"), "difference": .text("\(row.difference)"),
        ])
      })
  }

  var breaches: JSON {
    .list(
      reconciliation.breaches.map { breach in
        .object([
          "rule": .text(breach.rule.rawValue), "scope": .text(breach.scope.title),
          "amount": .text("\(breach.amount)"),
        ])
      })
  }

  var shortfalls: JSON {
    .list(
      reconciliation.shortfalls.map { shortfall in
        .object([
          "program": .text(shortfall.program.rawValue), "planned": .text("\(shortfall.planned)"),
          "allocated": .text("\(shortfall.allocated)"),
        ])
      })
  }
}
