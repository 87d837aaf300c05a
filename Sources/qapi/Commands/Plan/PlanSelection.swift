import ArgumentParser
import GRDB
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine
import Trust

/// Which plan a command is about.
struct PlanSelection: ParsableArguments {
  @Argument(help: "Id of the plan, or the beginning of it, or `latest` for the newest.")
  var id: String

  @Option(help: "Code of the agency whose plan it is; needed for `latest` where several are read.")
  var agency: String?

  func find(in db: Database, of node: OpenNode) throws -> AgencyPlan {
    if let agency {
      try node.checkAgency(agency)
      guard agency == node.member || node.isDepartment || node.engine.identity.isReader else {
        throw Failure.usage(
          "this node belongs to \(node.member) and does not read the plans of \(agency)", next: "leave --agency out")
      }
    }
    let plans = try PlanStore.plans(of: agency, in: db)
    let own = agency ?? (plans.contains { $0.agency == node.member } ? node.member : nil)
    if id == "latest" {
      let candidates = plans.filter { own == nil || $0.agency == own }
      guard Set(candidates.map(\.agency)).count < 2 else {
        throw Failure.usage("several agencies have plans", next: "name the agency with --agency, or the plan by its id")
      }
      guard let newest = candidates.max(by: { Positions.isBefore($0.plan.id, $1.plan.id) }) else {
        throw Failure.usage("there is no plan yet", next: "make one with `qapi plan new`")
      }
      return newest
    }
    let found = plans.filter { $0.plan.id.hasPrefix(id.lowercased()) && !id.isEmpty }
    if let exact = found.first(where: { $0.plan.id == id.lowercased() }), found.count == 1 { return exact }
    guard let only = found.first else {
      throw Failure.usage("there is no plan \(Shown.line(id))", next: "see `qapi plan list`")
    }
    guard found.count == 1 else {
      throw Failure.usage(
        "\(Layout.count(found.count, "plan")) begin with \(Shown.line(id))",
        next: "write more of the id; see `qapi plan list`")
    }
    return only
  }
}

extension OpenNode {
  /// - Throws: `Failure` when a plan is not this node's to change.
  func checkOwns(_ found: AgencyPlan) throws {
    guard found.agency == member else {
      throw Failure.usage(
        "the plan belongs to \(found.agency), and this node to \(member); nothing was changed",
        next: engine.identity.isReader
          ? "use `qapi plan show \(found.plan.id)`"
          : "let the agency change it; `qapi plan show \(found.plan.id)` shows it")
    }
  }

  /// Says so on standard error when what this node writes goes nowhere.
  ///
  /// - Throws: `Failure` when this node may not write at all.
  func checkWrites() throws {
    guard !engine.identity.isReader else {
      throw Failure.usage(
        "this node only reads; nothing was changed", next: "change it on a node of its owner")
    }
    if try isListed, try engine.roster()?.tenure(of: engine.identity.node) == nil {
      Terminal.note("this node's right was ended: what is written here stays here")
    }
  }

  /// - Parameters:
  ///   - deed: what only the department does: "publishes figures".
  ///   - command: where others read it; nil where they have to ask.
  /// - Throws: `Failure` on a node of an agency, or one that may not write.
  func checkIsDepartment(_ deed: String, see command: String? = nil) throws {
    try checkWrites()
    guard isDepartment else {
      throw Failure.usage(
        "only the department \(deed); nothing was changed", next: command.map { "see `\($0)`" } ?? "ask the department")
    }
  }

  /// - Throws: `Failure` on a node whose member has no plans.
  func checkWritesPlans() throws {
    try checkWrites()
    guard !isDepartment else {
      throw Failure.usage(
        "plans belong to the agencies, and this node to the department; nothing was changed",
        next: "the department reads them with `qapi plan list`, and publishes figures with `qapi measure publish`")
    }
  }

  func template(of plan: Plan, in db: Database) throws -> PlanTemplate {
    guard let template = try DepartmentStore.template(of: plan, in: db) else {
      throw Failure(
        .error, "the plan's template \(Shown.line("\(plan.template)")) is not known here",
        next: "run `qapi sync`, or upgrade qapi")
    }
    return template
  }
}

extension AgencyPlan {
  /// The rows of the plan, and those that its texts and figures would have: what an editor of the plan shows.
  ///
  /// - Parameter template: says which texts the document has a place for.
  func rows(in engine: Engine, template: PlanTemplate?) -> [RowKey] {
    let agency = SQLiteValue.text(agency)
    let records = plan.records.map { engine.rowKey($0.kind.table.name, [agency] + $0.key.map(\.value)) }
    let blocks = plan.blocks + plan.lostBlocks
    func text(_ block: String, _ part: PlanTemplate.Part) -> RowKey {
      engine.rowKey(Schema.planText.name, [agency, .text(plan.id), .text(block), .text(part.text)])
    }
    let texts =
      (template?.planTexts ?? []).map { text("", $0) }
      + blocks.flatMap { block in (template?.blockTexts ?? []).map { text(block.id, $0) } }
    let quarters = blocks.flatMap { block in
      PlanItem.quarterNumbers.map {
        engine.rowKey(Schema.planUpdate.name, [agency, .text(block.id), .integer(Int64($0))])
      }
    }
    let figures = (plan.targets + blocks.flatMap(\.measurements)).flatMap { entry in
      PlanItem.quarterNumbers.map {
        engine.rowKey(Schema.planProgress.name, [agency, .text(entry.id), .integer(Int64($0))])
      }
    }
    let known = Set(records)
    return records + (texts + quarters + figures).filter { !known.contains($0) }
  }
}
