internal import GRDB
internal import Plans

/// The rows of plans as they stand, parents present or not: from them come the plans, and the findings.
struct PlanRows {
  var plans: [(agency: String, plan: Plan)] = []
  var blocks: [(parent: Parent, block: Block)] = []
  var measurements: [(parent: Parent, entry: Measurement)] = []
  var tactics: [(parent: Parent, entry: Tactic)] = []
  var quarters: [(parent: Parent, entry: QuarterlyText)] = []

  /// Where a row says that it belongs; `block` is the row's own id for a block.
  struct Parent: Hashable {
    let agency: String
    let plan: String
    let block: String
  }

  /// - Parameters:
  ///   - agency: nil for all.
  ///   - plan: nil for all plans of the agency.
  init(in db: Database, agency: String? = nil, plan: String? = nil) throws {
    func rows(_ table: SyncedTable, planColumn: String = "plan", order: String) throws -> [Row] {
      var conditions: [String] = []
      var arguments: [any DatabaseValueConvertible] = []
      if let agency {
        conditions.append("agency = ?")
        arguments.append(agency)
      }
      if let plan {
        conditions.append("\(planColumn) = ?")
        arguments.append(plan)
      }
      let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
      return try Row.fetchAll(
        db, sql: "SELECT * FROM \(table.name)\(filter) ORDER BY agency, \(order)",
        arguments: StatementArguments(arguments))
    }
    plans = try rows(Schema.plan, planColumn: "id", order: "id").map { ($0["agency"], Plan(row: $0)) }
    blocks = try rows(Schema.planBlock, order: "position, id").map { row in
      (Parent(agency: row["agency"], plan: row["plan"], block: row["id"]), Block(row: row))
    }
    measurements = try rows(Schema.planMeasurement, order: "position, id").map {
      (Parent(row: $0), Measurement(row: $0))
    }
    tactics = try rows(Schema.planTactic, order: "position, id").map { (Parent(row: $0), Tactic(row: $0)) }
    quarters = try rows(Schema.planUpdate, order: "block, quarter").map { (Parent(row: $0), QuarterlyText(row: $0)) }
  }

  /// The plans with everything that says it is of them. What names a block that the plan does not have stands in the plan's
  /// `lostBlocks`; an empty quarterly text is none.
  func assembled() -> [AgencyPlan] {
    let blocks = Dictionary(grouping: blocks, by: { PlanName($0.parent) })
    let measurements = Dictionary(grouping: measurements, by: \.parent)
    let tactics = Dictionary(grouping: tactics, by: \.parent)
    let quarters = Dictionary(grouping: quarters.filter { !$0.entry.text.isEmpty }, by: \.parent)
    let named = Set(measurements.keys).union(tactics.keys).union(quarters.keys)
    let namedByPlan = Dictionary(grouping: named, by: PlanName.init)

    func fill(_ block: Block, at parent: Parent) -> Block {
      var block = block
      block.measurements = measurements[parent]?.map(\.entry) ?? []
      block.tactics = tactics[parent]?.map(\.entry) ?? []
      block.quarters = quarters[parent]?.map(\.entry) ?? []
      return block
    }
    return plans.map { agency, plan in
      var plan = plan
      let name = PlanName(agency: agency, plan: plan.id)
      let own = blocks[name] ?? []
      plan.blocks = own.map { fill($0.block, at: $0.parent) }
      let lost = Set(namedByPlan[name] ?? []).subtracting(own.map(\.parent))
      plan.lostBlocks = lost.sorted { Positions.isBefore($0.block, $1.block) }.map { parent in
        fill(Block(id: parent.block, goal: 0, objective: 0, position: 0), at: parent)
      }
      return AgencyPlan(agency: agency, plan: plan)
    }
  }

  struct PlanName: Hashable {
    let agency: String
    let plan: String

    init(agency: String, plan: String) {
      self.agency = agency
      self.plan = plan
    }

    init(_ parent: Parent) { self.init(agency: parent.agency, plan: parent.plan) }
  }
}

extension PlanRows.Parent {
  fileprivate init(row: Row) { self.init(agency: row["agency"], plan: row["plan"], block: row["block"]) }
}

extension Plan {
  fileprivate init(row: Row) {
    self.init(
      id: row["id"], template: .init(id: row["template"], version: row["template_version"]), title: row["title"])
  }
}

extension Block {
  fileprivate init(row: Row) {
    self.init(id: row["id"], goal: row["goal"], objective: row["objective"], position: row["position"])
  }
}

extension Measurement {
  fileprivate init(row: Row) {
    self.init(
      id: row["id"], title: row["title"], baseline: row["baseline"], target: row["target"], unit: row["unit"],
      position: row["position"])
  }
}

extension Tactic {
  fileprivate init(row: Row) {
    let initiative: Int = row["initiative"]
    self.init(
      id: row["id"], initiative: initiative == 0 ? nil : initiative, topic: row["topic"], title: row["title"],
      leads: row["leads"], strategy: row["strategy"], status: TacticStatus(rawValue: row["status"]),
      position: row["position"])
  }
}

extension QuarterlyText {
  fileprivate init(row: Row) { self.init(quarter: row["quarter"], text: row["text"]) }
}
