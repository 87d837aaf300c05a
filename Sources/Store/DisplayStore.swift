public import Budgets
public import GRDB
public import Records

/// Budget Displays as rules take them, and as they were handed in.
public enum DisplayStore {
  public static func whole(_ display: BudgetDisplay, of agency: String, in db: Database) throws -> WholeDisplay {
    WholeDisplay(
      display: display,
      staffing: try RecordStore.records(DisplayStaffing.self, of: agency, where: "display", is: display.id, in: db),
      costs: try RecordStore.records(DisplayCost.self, of: agency, where: "display", is: display.id, in: db),
      needs: try RecordStore.records(FundingNeed.self, of: agency, where: "display", is: display.id, in: db),
      editions: try FiscalStore.editions(in: db))
  }

  /// The decision in force on each need of an agency: the newest.
  public static func decisions(of agency: String, in db: Database) throws -> [String: NeedDecision] {
    let decisions = try RecordStore.all(NeedDecision.self, of: agency, in: db).map(\.record)
      .sorted { Positions.isBefore($0.id, $1.id) }
    return Dictionary(decisions.map { ($0.need, $0) }, uniquingKeysWith: { _, newer in newer })
  }

  /// The letters in which needs are granted, by the id of the line that a decision names.
  public static func letters(
    of agency: String, granting decisions: some Sequence<NeedDecision>, in db: Database
  ) throws -> [String: AllocationLetter] {
    try Set(decisions.map(\.line)).subtracting([""]).reduce(into: [:]) { letters, id in
      guard let line = try RecordStore.find(AllocationLine(id: id), agency: agency, in: db) else { return }
      letters[id] = try RecordStore.find(AllocationLetter(id: line.letter), agency: agency, in: db)
    }
  }

  /// What decisions in force grant from each line of a letter, by its id.
  ///
  /// - Parameter need: whose decision is left out; nil for none.
  public static func granted(
    to agency: String, without need: String? = nil, in db: Database
  ) throws -> [String: Money] {
    try decisions(of: agency, in: db).values.filter { $0.need != need && !$0.line.isEmpty }.reduce(into: [:]) {
      $0[$1.line] = try ($0[$1.line] ?? .zero).adding(Money(cents: Int64($1.amount)))
    }
  }

  /// The newest copy that each agency handed in for a year, whatever became of it.
  public static func newest(
    of year: StateFiscalYear, in db: Database
  ) throws -> [String: (submission: FiscalSubmission, state: FiscalStanding.State)] {
    Dictionary(grouping: try FiscalStore.standings(of: [.display], in: db), by: \.agency).compactMapValues { all in
      let newest = FiscalStanding.newest(of: all.map(\.standing), in: "\(year)")
      return newest.flatMap { standing in standing.submissions.last.map { ($0, standing.state()) } }
    }
  }

  /// Whether the department was told of a need: at once, or with a display that was handed in.
  public static func isSent(_ need: FundingNeed, of agency: String, in db: Database) throws -> Bool {
    try need.display.isEmpty || !FiscalStore.standing(of: need.display, agency: agency, in: db).submissions.isEmpty
  }

  /// The needs of the year after a display's, that were sent, of all agencies that this node reads.
  public static func needs(after year: StateFiscalYear, in db: Database) throws -> [AgencyNeed] {
    guard let coming = StateFiscalYear(first: year.first + 1) else { return [] }
    var decisions: [String: [String: NeedDecision]] = [:]
    return try RecordStore.all(FundingNeed.self, in: db).filter { agency, need in
      try need.year == "\(coming)" && isSent(need, of: agency, in: db)
    }.map { agency, need in
      if decisions[agency] == nil { decisions[agency] = try Self.decisions(of: agency, in: db) }
      return AgencyNeed(agency: agency, need: need, decision: decisions[agency]?[need.id])
    }
  }

  /// - Parameter agencies: code and name of all that are asked to hand in.
  public static func rollUp(
    of year: StateFiscalYear, agencies: [(code: String, name: String)], in db: Database
  ) throws -> DisplayRollUp {
    let newest = try newest(of: year, in: db)
    let editions = try FiscalStore.editions(in: db)
    return try DisplayRollUp(
      year: year,
      agencies: agencies.map { code, name in
        let found = newest[code]
        return try DisplayRollUp.Agency(
          code: code, name: name,
          display: found.flatMap { WholeDisplay(copy: $0.submission.snapshot, editions: editions) },
          day: found?.submission.day ?? "", state: found?.state ?? .draft)
      })
  }
}

extension WholeDisplay {
  /// Every row of it, in the order in which it is handed in.
  public var frozen: FrozenRecords {
    var frozen = FrozenRecords()
    frozen.add(display)
    for row in staffing { frozen.add(row) }
    for row in costs.sorted(by: { $0.line < $1.line }) { frozen.add(row) }
    for row in needs.sorted(by: { Positions.isBefore($0.id, $1.id) }) { frozen.add(row) }
    return frozen
  }

  /// nil for a text that is no copy of a display.
  public init?(copy text: String, editions: FormEditions) {
    guard let frozen = FrozenRecords(text: text), let display = frozen.records(BudgetDisplay.self).first else {
      return nil
    }
    self.init(
      display: display, staffing: frozen.records(DisplayStaffing.self), costs: frozen.records(DisplayCost.self),
      needs: frozen.records(FundingNeed.self), editions: editions)
  }
}

extension WholeBudget {
  /// Every row of it, in the order in which it is handed in.
  public var frozen: FrozenRecords {
    var frozen = FrozenRecords()
    func add<Record: StoredRecord>(_ records: [Record]) {
      for record in records.sorted(by: { Positions.isBefore($0.id, $1.id) }) { frozen.add(record) }
    }
    frozen.add(budget)
    for line in lines { frozen.add(line) }
    add(changes)
    add(positions)
    add(equipment)
    add(contracts)
    add(assumptions)
    add(reductions)
    return frozen
  }

  /// nil for a text that is no copy of a budget.
  public init?(copy text: String) {
    guard let frozen = FrozenRecords(text: text), let budget = frozen.records(Budget.self).first else { return nil }
    self.init(
      budget: budget, lines: frozen.records(BudgetLine.self), changes: frozen.records(BudgetChange.self),
      positions: frozen.records(BudgetPosition.self), equipment: frozen.records(BudgetEquipment.self),
      contracts: frozen.records(Contract.self), assumptions: frozen.records(StaffingAssumption.self),
      reductions: frozen.records(ReductionOption.self))
  }
}
