public import GRDB

/// The synced tables of this program.
public enum Schema {
  /// In the order in which they are created and in which rows are written: parents first.
  public static let tables: [SyncedTable] = [
    planTemplate, measureFigure, plan, planBlock, planMeasurement, planTactic, planUpdate, planSubmission,
  ]

  public static func table(named name: String) -> SyncedTable? { tables.first { $0.name == name } }

  /// Creates every table in an empty database. The engine opens the connection and calls this before it records
  /// anything: a schema is never changed while changes are captured.
  public static func create(in db: Database) throws {
    for table in tables { try db.execute(sql: table.ddl) }
  }

  // MARK: The department's

  /// What a planning cycle asks for. `document` is the template's text in YAML; a published one is never changed, a
  /// correction is a new version.
  public static let planTemplate = SyncedTable(
    name: "plan_template", title: "plan template",
    columns: [
      key("id", .text, "plan template · id"),
      key("version", .integer, "plan template · version"),
      text("document", "plan template · document"),
    ],
    primaryKey: ["id", "version"], audience: .statewide, owner: .department)

  /// The figure of one agency that decides whether a conditional initiative is required. The value is a fraction; a
  /// denominator of 0 says "not computable".
  public static let measureFigure = SyncedTable(
    name: "measure_figure", title: "published figure",
    columns: [
      key("agency", .text, "published figure · agency"),
      key("measure", .text, "published figure · measure"),
      key("period", .text, "published figure · period"),
      number("value_numerator", "published figure · value, numerator"),
      number("value_denominator", "published figure · value, denominator"),
      text("source", "published figure · source"),
    ],
    primaryKey: ["agency", "measure", "period"], audience: .agency(column: "agency"), owner: .department)

  // MARK: The agency's

  public static let plan = agencyTable(
    "plan", title: "plan",
    columns: [
      text("template", "plan · template"),
      number("template_version", "plan · version of the template"),
      text("title", "plan · title"),
    ])

  public static let planBlock = agencyTable(
    "plan_block", title: "goal and objective",
    columns: [
      text("plan", "goal and objective · plan"),
      number("goal", "goal and objective · goal"),
      number("objective", "goal and objective · objective"),
      number("position", "goal and objective · place in the plan"),
    ])

  public static let planMeasurement = agencyTable(
    "plan_measurement", title: "measurement",
    columns: [
      text("plan", "measurement · plan"),
      text("block", "measurement · goal and objective"),
      text("title", "measurement · title"),
      text("baseline", "measurement · baseline"),
      text("target", "measurement · target"),
      text("unit", "measurement · unit"),
      number("position", "measurement · place in the list"),
    ])

  /// `initiative` 0 is none: an elective tactic.
  public static let planTactic = agencyTable(
    "plan_tactic", title: "tactic",
    columns: [
      text("plan", "tactic · plan"),
      text("block", "tactic · goal and objective"),
      number("initiative", "tactic · key initiative"),
      text("topic", "tactic · elective topic"),
      text("title", "tactic · title"),
      text("leads", "tactic · leads"),
      text("strategy", "tactic · strategy"),
      text("status", "tactic · status"),
      number("position", "tactic · place in the list"),
    ])

  /// One text per block and quarter, and a record of its own, so that two people may fill one block. The key is natural:
  /// two nodes that write the same quarter's text make a conflict, not two texts.
  public static let planUpdate = SyncedTable(
    name: "plan_update", title: "quarterly update",
    columns: [
      key("agency", .text, "quarterly update · agency"),
      key("block", .text, "quarterly update · goal and objective"),
      key("quarter", .integer, "quarterly update · quarter"),
      text("plan", "quarterly update · plan"),
      text("text", "quarterly update · text"),
    ],
    primaryKey: ["agency", "block", "quarter"], audience: .agency(column: "agency"), owner: .agency)

  /// The plan as it was handed in. Written once, never changed.
  public static let planSubmission = agencyTable(
    "plan_submission", title: "submission",
    columns: [
      text("plan", "submission · plan"),
      text("submitted_by", "submission · by whom"),
      text("submitted_at", "submission · when"),
      text("note", "submission · note"),
      text("snapshot", "submission · the plan as submitted"),
      text("digest", "submission · SHA-256 of the plan as submitted"),
    ])

  // MARK: Short forms

  /// A table of an agency's records: the agency first in the key, so that the audience is known from the key alone.
  private static func agencyTable(_ name: String, title: String, columns: [SyncedTable.Column]) -> SyncedTable {
    SyncedTable(
      name: name, title: title,
      columns: [key("agency", .text, "\(title) · agency"), key("id", .text, "\(title) · id")] + columns,
      primaryKey: ["agency", "id"], audience: .agency(column: "agency"), owner: .agency)
  }

  private static func key(_ name: String, _ type: SyncedTable.ColumnType, _ label: String) -> SyncedTable.Column {
    SyncedTable.Column(name: name, type: type, defaultValue: nil, label: label)
  }

  private static func text(_ name: String, _ label: String) -> SyncedTable.Column {
    SyncedTable.Column(name: name, type: .text, defaultValue: .text(""), label: label)
  }

  private static func number(_ name: String, _ label: String) -> SyncedTable.Column {
    SyncedTable.Column(name: name, type: .integer, defaultValue: .integer(0), label: label)
  }
}
