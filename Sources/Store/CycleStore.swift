public import GRDB
public import Plans
public import Records

/// What the department sets for a cycle and for agencies: due dates, extensions, regions, and the nodes that it runs for
/// agencies.
public enum CycleStore {
  // MARK: Due dates

  /// A day for all agencies, where the template has none or another. The same for every version of a template; a kind of
  /// plan that is of a year has its days by year (``PlanTemplate/cycle``).
  public struct DueDate: Hashable, Sendable {
    public let template: String
    public let item: PlanItem
    public let day: Day
    public let source: String

    public init(template: String, item: PlanItem, day: Day, source: String) {
      self.template = template
      self.item = item
      self.day = day
      self.source = source
    }
  }

  public static func set(_ date: DueDate, in db: Database) throws {
    try put(
      RowWriting(table: Schema.cycleDate, key: [.text(date.template), .text(date.item.rawValue)]),
      [("due", "\(date.day)"), ("source", date.source)], in: db)
  }

  /// In the order of the table; rows that name no day, or an item that a newer program wrote, are left out.
  public static func dueDates(in db: Database) throws -> [DueDate] {
    try Row.fetchAll(db, sql: "SELECT * FROM cycle_date ORDER BY template, item").compactMap { row in
      guard let item = PlanItem(rawValue: row["item"]), let day = Day(row["due"]) else { return nil }
      return DueDate(template: row["template"], item: item, day: day, source: row["source"])
    }
  }

  /// More time for one agency.
  public struct Extension: Hashable, Sendable {
    public let agency: String
    public let template: String
    public let item: PlanItem
    public let day: Day
    public let reason: String
    public let grantedBy: String
    public let grantedAt: String

    public init(
      agency: String, template: String, item: PlanItem, day: Day, reason: String, grantedBy: String, grantedAt: String
    ) {
      self.agency = agency
      self.template = template
      self.item = item
      self.day = day
      self.reason = reason
      self.grantedBy = grantedBy
      self.grantedAt = grantedAt
    }
  }

  public static func extend(_ entry: Extension, in db: Database) throws {
    try put(
      RowWriting(
        table: Schema.planExtension,
        key: [.text(entry.agency), .text(entry.template), .text(entry.item.rawValue)]),
      [
        ("due", "\(entry.day)"), ("reason", entry.reason), ("granted_by", entry.grantedBy),
        ("granted_at", entry.grantedAt),
      ], in: db)
  }

  public static func extensions(in db: Database) throws -> [Extension] {
    try Row.fetchAll(db, sql: "SELECT * FROM plan_extension ORDER BY agency, template, item").compactMap { row in
      guard let item = PlanItem(rawValue: row["item"]), let day = Day(row["due"]) else { return nil }
      return Extension(
        agency: row["agency"], template: row["template"], item: item, day: day, reason: row["reason"],
        grantedBy: row["granted_by"], grantedAt: row["granted_at"])
    }
  }

  /// What is due when at one agency.
  public static func dates(of template: PlanTemplate, agency: String, in db: Database) throws -> DueDates {
    let set = try dueDates(in: db).filter { $0.template == template.cycle }
    let extended = try extensions(in: db).filter { $0.agency == agency && $0.template == template.cycle }
    return DueDates(
      of: template, set: Dictionary(set.map { ($0.item, $0.day) }, uniquingKeysWith: { $1 }),
      extended: Dictionary(extended.map { ($0.item, $0.day) }, uniquingKeysWith: { $1 }))
  }

  // MARK: Regions

  public struct Region: Hashable, Sendable {
    public var name: String
    /// The Regional Administrator; may be empty.
    public var administrator: String

    public init(name: String, administrator: String) {
      self.name = name
      self.administrator = administrator
    }
  }

  public static func set(_ region: Region, agency: String, in db: Database) throws {
    try put(
      RowWriting(table: Schema.agencyRegion, key: [.text(agency)]),
      [("region", region.name), ("administrator", region.administrator)], in: db)
  }

  /// By the code of the agency.
  public static func regions(in db: Database) throws -> [String: Region] {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM agency_region")
    return Dictionary(
      rows.map { ($0["agency"], Region(name: $0["region"], administrator: $0["administrator"])) },
      uniquingKeysWith: { $1 })
  }

  // MARK: Nodes that the department runs for an agency

  public static func markRunByDepartment(node: String, agency: String, in db: Database) throws {
    try put(RowWriting(table: Schema.departmentNode, key: [.text(node)]), [("agency", agency)], in: db)
  }

  /// The agency for which the department runs a node, by the node's id.
  public static func nodesRunByDepartment(in db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM department_node")
    return Dictionary(rows.map { ($0["node"], $0["agency"]) }, uniquingKeysWith: { $1 })
  }

  // MARK: Rows

  /// Writes a row, or what differs in the one that is there.
  private static func put(_ row: RowWriting, _ values: [(name: String, text: String)], in db: Database) throws {
    let fields = values.map { RecordField(name: $0.name, value: .text($0.text)) }
    if try row.exists(in: db) {
      try row.update(fields, in: db)
    } else {
      try row.insert(fields, in: db)
    }
  }
}
