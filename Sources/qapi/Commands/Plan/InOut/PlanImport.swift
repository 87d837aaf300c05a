import ArgumentParser
import Canonical
import Changesets
import Foundation
import GRDB
import Plans
import Store
import SyncEngine

struct PlanImport: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take back what `plan export` wrote as CSV or YAML, with what was changed in it.",
    discussion: """
      Says in words what would change, asks, and then writes all of it or nothing. What is wrong is said all at once, \
      with file, row and column. What stands as it was exported is not touched; what has no row any more stays, unless \
      --remove-missing says otherwise. A new row has no id, or one that begins with "new".

      A plan that was changed since the export is not taken back: export it again.

      JSON: plans (plan, agency, differences as `plan compare` has them), written (rows), brought_back (rows that were \
      deleted meanwhile), left_out (records), dry_run. An error has problems (where, what, next).
      """)
  @Argument(help: "The folder with the tables, or a YAML document (- for standard input).")
  var source: String
  @Option(name: .customLong("plan"), help: "Only this plan: its id, or the beginning of it, or `latest`.")
  var planID: String?
  @Flag(help: "Say what would change, and change nothing.")
  var dryRun = false
  @Flag(help: "Do not ask.")
  var yes = false
  @Flag(help: "Remove from the plan what has no row or entry any more.")
  var removeMissing = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWritesPlans()
    let person = dryRun ? nil : try writing.person(of: node)
    let source = try ImportSource(reading: self.source)
    let (opened, shown) = try node.engine.open { db in
      let plans = try self.plans(in: source, db, node)
      return (plans, plans.flatMap { $0.found.rows(in: node.engine, template: $0.template) })
    }
    let newID = node.engine.configuration.surroundings.newID
    var problems = source.problems
    var edits: [Edit] = []
    for plan in opened {
      let read = source.edited(plan.found.plan, removing: removeMissing, newID: newID)
      if let state = source.state(of: plan.found.plan), state != PlanFile.state(of: plan.found.plan) {
        // The same file once more: it is what stands.
        guard read.problems.isEmpty, PlanChange.changes(from: plan.found.plan, to: read.plan).isEmpty else {
          throw Failure(
            .usage,
            "plan \(PlanName.short(plan.found.plan.id)) was changed since this was exported, so it would undo those "
              + "changes; nothing was changed", at: self.source,
            next: "export the plan again with `qapi plan export`, and carry your changes over")
        }
      }
      problems += read.problems
      let left = removeMissing ? 0 : Self.leftOut(of: plan.found.plan, read.plan, in: source)
      edits.append(Edit(opened: plan, plan: read.plan, leftOut: left))
    }
    guard problems.isEmpty else { return .problems(problems, at: self.source) }
    return try written(edits, as: person, shown: shown, node)
  }

  private struct Opened {
    let found: AgencyPlan
    let template: PlanTemplate
  }

  private struct Edit {
    let agencyPlan: AgencyPlan
    let changes: [PlanChange]
    let differences: [PlanDifference]
    /// How many records are left out, and stay.
    let leftOut: Int

    init(opened: Opened, plan: Plan, leftOut: Int) {
      self.leftOut = leftOut
      agencyPlan = opened.found
      changes = PlanChange.changes(from: opened.found.plan, to: plan)
      differences = PlanComparison.differences(from: opened.found.plan, to: plan, template: opened.template)
    }

    /// In words; entries whose section is gone are counted.
    var lines: [String] {
      if changes.isEmpty { return [] }
      let heading = "plan \(PlanName.short(agencyPlan.plan.id)): \(Layout.count(changes.count, "record")) to write"
      return [heading] + differences.flatMap { PlanCompare.lines($0, nil) }
        + (differences.isEmpty ? ["  entries whose goal was removed elsewhere"] : [])
    }

    var json: JSON {
      .object([
        "plan": .text(agencyPlan.plan.id), "agency": .text(agencyPlan.agency),
        "differences": .list(differences.map { PlanCompare.json($0, nil) }),
      ])
    }
  }

  /// How many records would be removed if what is left out were to be.
  private static func leftOut(of shown: Plan, _ edited: Plan, in source: ImportSource) -> Int {
    func removals(_ plan: Plan) -> Int {
      PlanChange.changes(from: shown, to: plan).count { change in if case .delete = change { true } else { false } }
    }
    return removals(source.edited(shown, removing: true, newID: { "" }).plan) - removals(edited)
  }

  // MARK: Which plans

  private func plans(in source: ImportSource, _ db: Database, _ node: OpenNode) throws -> [Opened] {
    var ids = source.plans
    if let planID {
      var selection = PlanSelection()
      selection.id = planID
      selection.agency = node.member
      let id = try selection.find(in: db, of: node).plan.id
      guard ids.isEmpty || ids.contains(id) else {
        throw Failure(
          .usage, "there is nothing of plan \(PlanName.short(id)) here; nothing was changed", at: self.source,
          next: "name another plan, or leave --plan out")
      }
      ids = [id]
    }
    guard !ids.isEmpty else {
      throw Failure(
        .usage, "no plan is named here; nothing was changed", at: self.source, next: "name the plan with --plan")
    }
    let own = try PlanStore.plans(of: node.member, in: db)
    return try ids.map { id in
      guard let found = own.first(where: { $0.plan.id == id }) else {
        throw Failure(
          .usage, "a plan is named that this agency does not have; nothing was changed",
          at: source.place(naming: id) ?? self.source,
          next: "name one plan with --plan; a new plan is begun with `qapi plan new --file`")
      }
      return Opened(found: found, template: try node.template(of: found.plan, in: db))
    }
  }

  // MARK: Writing

  private func written(_ edits: [Edit], as person: Person?, shown: ShownRows, _ node: OpenNode) throws -> Report {
    let lines = edits.flatMap(\.lines)
    let count = edits.reduce(0) { $0 + $1.changes.count }
    let left = edits.reduce(0) { $0 + $1.leftOut }
    let staying = left > 0 ? ["\(Layout.count(left, "record")) left out, and kept: --remove-missing removes"] : []
    func report(_ lines: [String], written: Int, back: [String] = [], notes: [String]) -> Report {
      Report(
        lines: lines,
        json: [
          "plans": .list(edits.map(\.json)), "written": JSON(written), "brought_back": JSON(back),
          "left_out": JSON(left), "dry_run": JSON(dryRun),
        ], notes: staying + notes)
    }
    if count == 0 { return report([], written: 0, notes: ["nothing differs from what stands; nothing was changed"]) }
    guard let person else { return report(lines, written: 0, notes: ["nothing was changed: --dry-run"]) }
    for line in lines { Terminal.note(line) }
    guard try yes || Terminal.confirmWriting(count, "record", from: source) else {
      return report([], written: 0, notes: ["nothing was changed"])
    }
    let applied = try writing.write(on: node, as: person, otherwise: "import", shown: shown) { db in
      try edits.map { try PlanStore.apply($0.changes, agency: node.member, in: db) }
    }
    let rows = applied.reduce(0) { $0 + $1.writtenCount }
    let back = try node.engine.queue.read { db in
      try applied.flatMap(\.broughtBack).map { try RowLabel.describe(table: $0.table, key: $0.key, in: db) }
    }
    return report(
      ["\(Layout.count(rows, "record")) written"], written: rows, back: back,
      notes: back.map { "brought back, because somebody deleted it meanwhile: \($0)" }
        + ["next:  qapi sync, when there is a network"])
  }
}
