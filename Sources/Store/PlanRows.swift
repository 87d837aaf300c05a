internal import GRDB
internal import Plans
internal import Records

/// The rows of plans as they stand, parents present or not: from them come the plans, and the findings.
struct PlanRows {
  var plans: [(agency: String, plan: Plan)] = []
  var texts: [(parent: Parent, entry: NamedText)] = []
  var blocks: [(parent: Parent, block: Block)] = []
  var measurements: [(parent: Parent, entry: Measurement)] = []
  /// With the measurement's id.
  var progress: [(parent: Parent, measurement: String, entry: Progress)] = []
  var tactics: [(parent: Parent, entry: Tactic)] = []
  var outcomes: [(parent: Parent, entry: Outcome)] = []
  var quarters: [(parent: Parent, entry: QuarterlyText)] = []

  /// Where a row says that it belongs; `block` is the row's own id for a block, and empty for what is of the plan as a
  /// whole.
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
    func entries<Entry: PlanEntry>(_ table: SyncedTable, _: Entry.Type) throws -> [(parent: Parent, entry: Entry)] {
      try rows(table, order: "position, id").map { row in
        var entry = Entry(id: row["id"], position: row["position"])
        entry.fill(Entry.fields, from: row)
        return (Parent(row: row), entry)
      }
    }
    plans = try rows(Schema.plan, planColumn: "id", order: "id").map { ($0["agency"], Plan(row: $0)) }
    texts = try rows(Schema.planText, order: "block, name").map {
      (Parent(row: $0), NamedText(name: $0["name"], text: $0["text"]))
    }
    blocks = try rows(Schema.planBlock, order: "position, id").map { row in
      (Parent(agency: row["agency"], plan: row["plan"], block: row["id"]), Block(row: row))
    }
    measurements = try entries(Schema.planMeasurement, Measurement.self)
    progress = try rows(Schema.planProgress, order: "measurement, quarter").map { row in
      (
        Parent(agency: row["agency"], plan: row["plan"], block: ""), row["measurement"],
        Progress(quarter: row["quarter"], figure: row["figure"])
      )
    }
    tactics = try entries(Schema.planTactic, Tactic.self)
    outcomes = try entries(Schema.planOutcome, Outcome.self)
    quarters = try rows(Schema.planUpdate, order: "block, quarter").map { row in
      (Parent(row: row), QuarterlyText(quarter: row["quarter"], text: row["text"]))
    }
  }

  /// The plans with everything that says it is of them. What names a block that the plan does not have stands in the plan's
  /// `lostBlocks`, and figures whose measurement is gone in one of their own; an empty text or figure is none.
  func assembled() -> [AgencyPlan] {
    let blocks = Dictionary(grouping: blocks, by: { PlanName($0.parent) })
    let texts = Dictionary(grouping: texts.filter { !$0.entry.text.isEmpty }, by: \.parent)
    let measurements = Dictionary(grouping: measurementsWithFigures(), by: \.parent)
    let tactics = Dictionary(grouping: tactics, by: \.parent)
    let outcomes = Dictionary(grouping: outcomes, by: \.parent)
    let quarters = Dictionary(grouping: quarters.filter { !$0.entry.text.isEmpty }, by: \.parent)
    let named = Set(texts.keys).union(measurements.keys).union(tactics.keys).union(outcomes.keys).union(quarters.keys)
    let namedByPlan = Dictionary(grouping: named.filter { !$0.block.isEmpty }, by: PlanName.init)

    func fill(_ block: Block, at parent: Parent) -> Block {
      var block = block
      block.measurements = measurements[parent]?.map(\.entry) ?? []
      block.texts = texts[parent]?.map(\.entry) ?? []
      block.tactics = tactics[parent]?.map(\.entry) ?? []
      block.outcomes = outcomes[parent]?.map(\.entry) ?? []
      block.quarters = quarters[parent]?.map(\.entry) ?? []
      return block
    }
    return plans.map { agency, plan in
      var plan = plan
      let name = PlanName(agency: agency, plan: plan.id)
      let whole = Parent(agency: agency, plan: plan.id, block: "")
      plan.texts = texts[whole]?.map(\.entry) ?? []
      plan.targets = measurements[whole]?.map(\.entry).filter { !$0.isGone } ?? []
      let own = blocks[name] ?? []
      plan.blocks = own.map { fill($0.block, at: $0.parent) }
      let lost = Set(namedByPlan[name] ?? []).subtracting(own.map(\.parent))
      plan.lostBlocks = lost.sorted { Positions.isBefore($0.block, $1.block) }.map { parent in
        fill(Block(id: parent.block, goal: 0, objective: 0, position: 0), at: parent)
      }
      let gone = measurements[whole]?.map(\.entry).filter(\.isGone) ?? []
      if !gone.isEmpty {
        plan.lostBlocks.append(
          Block(id: Plan.lostFigures, goal: 0, objective: 0, position: 0, measurements: gone))
      }
      return AgencyPlan(agency: agency, plan: plan)
    }
  }

  /// Every measurement with its figures; figures without a measurement make one that is gone.
  private func measurementsWithFigures() -> [(parent: Parent, entry: Measurement)] {
    let figures = Dictionary(
      grouping: progress.filter { !$0.entry.figure.isEmpty }, by: { [$0.parent.agency, $0.measurement] })
    var known: Set<[String]> = []
    let whole = measurements.map { parent, entry in
      var entry = entry
      known.insert([parent.agency, entry.id])
      entry.progress = figures[[parent.agency, entry.id]]?.map(\.entry) ?? []
      return (parent: parent, entry: entry)
    }
    let gone = figures.filter { !known.contains($0.key) }.sorted { Positions.isBefore($0.key[1], $1.key[1]) }
    return whole
      + gone.map { key, rows in
        var entry = Measurement(id: key[1], position: 0)
        entry.isGone = true
        entry.progress = rows.map(\.entry)
        return (parent: rows[0].parent, entry: entry)
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

extension PlanEntry {
  /// Takes the values of the fields from a row.
  fileprivate mutating func fill(_ fields: [EntryField<Self>], from row: Row) {
    for field in fields { field.assign(&self, FieldValue(field.content, row, field.name)) }
  }
}

extension FieldValue {
  fileprivate init(_ content: FieldContent, _ row: Row, _ column: String) {
    self = content.isInteger ? .integer(row[column]) : .text(row[column])
  }
}

extension Plan {
  fileprivate init(row: Row) {
    self.init(id: row["id"], template: .init(id: row["template"], version: row["template_version"]), title: "")
    for field in Plan.fields { field.assign(&self, FieldValue(field.content, row, field.name)) }
  }
}

extension Block {
  fileprivate init(row: Row) {
    self.init(id: row["id"], goal: 0, objective: 0, position: row["position"])
    for field in Block.fields { field.assign(&self, FieldValue(field.content, row, field.name)) }
  }
}
