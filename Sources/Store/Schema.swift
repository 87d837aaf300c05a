public import GRDB
internal import Plans
internal import Records

/// The synced tables of this program.
public enum Schema {
  /// In the order in which they are created and in which rows are written: parents first.
  public static let tables: [SyncedTable] =
    [
      planTemplate, cycleDate, agencyRegion, departmentNode, caseNumberPattern, measureFigure, planExtension, plan,
      planText, planBlock, planMeasurement, planProgress, planTactic, planOutcome, planUpdate, planApproval,
      planSubmission, planDecision, planComment, planAnswer, contact, contactItem, confirmedNumber,
      departmentConfirmedNumber,
    ] + measures + improvement + catalogue + budgets + training

  public static func table(named name: String) -> SyncedTable? { tables.first { $0.name == name } }

  /// Records that are written once. Whoever reads them relies on them: they stand from the moment that they are sealed
  /// (signed), and further records answer them. Before that they can be taken back.
  public static let writtenOnce: [SyncedTable] = [
    planTemplate, planApproval, planSubmission, planDecision, dataSet, figureSubmission, figureDecision,
    comparativeReport, comparativePart, formLine, allocationLetter, allocationLine, fiscalSubmission, fiscalCopyPart,
    fiscalDecision,
    closedMonth,
  ]

  /// Creates every table in an empty database. The engine opens the connection and calls this before it records
  /// anything: a schema is never changed while changes are captured.
  public static func create(in db: Database) throws {
    for table in tables { try db.execute(sql: table.ddl) }
  }

  // MARK: The department's, for all

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

  /// The day by which something of a cycle is due at all agencies, where the template has none or another. `item` is
  /// `plan`, or `q1` to `q4`.
  public static let cycleDate = SyncedTable(
    name: "cycle_date", title: "due date",
    columns: [
      key("template", .text, "due date · template"),
      key("item", .text, "due date · of what"),
      text("due", "due date · day"),
      text("source", "due date · source"),
    ],
    primaryKey: ["template", "item"], audience: .statewide, owner: .department)

  /// Which region an agency is in, and who administers it.
  public static let agencyRegion = SyncedTable(
    name: "agency_region", title: "region",
    columns: [
      key("agency", .text, "region · agency"),
      text("region", "region · name"),
      text("administrator", "region · Regional Administrator"),
    ],
    primaryKey: ["agency"], audience: .statewide, owner: .department)

  /// A node that the department runs for an agency that has none of its own.
  public static let departmentNode = SyncedTable(
    name: "department_node", title: "node run by the department",
    columns: [
      key("node", .text, "node run by the department · node"),
      text("agency", "node run by the department · for the agency"),
    ],
    primaryKey: ["node"], audience: .statewide, owner: .department)

  /// A form of case numbers, which no free text may hold. None until the department publishes one.
  public static let caseNumberPattern = SyncedTable(
    name: "case_number_pattern", title: "form of case numbers",
    columns: [
      key("pattern", .text, "form of case numbers · pattern"),
      text("note", "form of case numbers · note"),
    ],
    primaryKey: ["pattern"], audience: .statewide, owner: .department)

  // MARK: The department's, for one agency

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

  /// More time for one agency. `item` is as in ``cycleDate``.
  public static let planExtension = SyncedTable(
    name: "plan_extension", title: "extension",
    columns: [
      key("agency", .text, "extension · agency"),
      key("template", .text, "extension · template"),
      key("item", .text, "extension · of what"),
      text("due", "extension · new day"),
      text("reason", "extension · reason"),
      text("granted_by", "extension · by whom"),
      text("granted_at", "extension · when"),
    ],
    primaryKey: ["agency", "template", "item"], audience: .agency(column: "agency"), owner: .department)

  /// What the department decides on a submission: `accepted`, `returned` or `closed`. Written once.
  public static let planDecision = agencyTable(
    "plan_decision", title: "decision", owner: .department, columns: fields(Decision.fields, of: "decision"))

  /// A remark of the department on a plan or on one row of it; `item_table` and `item` are empty for the plan as a whole.
  public static let planComment = agencyTable(
    "plan_comment", title: "comment", owner: .department, columns: fields(PlanComment.fields, of: "comment"))

  /// A review call, a site visit, a quarterly monitoring contact.
  public static let contact = agencyTable(
    "contact", title: "contact", owner: .department, columns: fields(Contact.fields, of: "contact"))

  /// A topic, a joint dependency or a follow-up of a contact.
  public static let contactItem = agencyTable(
    "contact_item", title: "contact item", owner: .department, columns: fields(ContactItem.fields, of: "contact item"))

  // MARK: The agency's

  public static let plan = agencyTable(
    "plan", title: "plan",
    columns: [text("template", "plan · template"), number("template_version", "plan · version of the template")]
      + fields(Plan.fields, of: "plan"))

  /// A text of the form: of a section, or (`block` is empty) of the plan as a whole. The key is natural: two nodes that
  /// write the same text make a conflict, not two texts.
  public static let planText = SyncedTable(
    name: "plan_text", title: "text of the plan",
    columns: [
      key("agency", .text, "text of the plan · agency"),
      key("plan", .text, "text of the plan · plan"),
      key("block", .text, "text of the plan · section"),
      key("name", .text, "text of the plan · which"),
      text("text", "text of the plan · text"),
    ],
    primaryKey: ["agency", "plan", "block", "name"], audience: .agency(column: "agency"), owner: .agency)

  public static let planBlock = agencyTable(
    "plan_block", title: "goal and objective",
    columns: [text("plan", "goal and objective · plan")] + fields(Block.fields, of: "goal and objective")
      + [number("position", "goal and objective · place in the plan")])

  /// `block` is empty for a target of the plan as a whole.
  public static let planMeasurement = entryTable("plan_measurement", title: "measurement", Measurement.fields)

  /// The figure of a measurement for one quarter. The key is natural, as that of ``planText``.
  public static let planProgress = SyncedTable(
    name: "plan_progress", title: "figure",
    columns: [
      key("agency", .text, "figure · agency"),
      key("measurement", .text, "figure · measurement"),
      key("quarter", .integer, "figure · quarter"),
      text("plan", "figure · plan"),
      text("figure", "figure · figure"),
    ],
    primaryKey: ["agency", "measurement", "quarter"], audience: .agency(column: "agency"), owner: .agency)

  /// `initiative` 0 is none: an elective tactic.
  public static let planTactic = entryTable("plan_tactic", title: "tactic", Tactic.fields)

  public static let planOutcome = entryTable("plan_outcome", title: "expected outcome", Outcome.fields)

  /// One text per block and quarter, and a record of its own, so that two people may fill one block. The key is natural, as
  /// that of ``planText``.
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

  /// The director's word on a plan as it stood (`digest`). Written once.
  public static let planApproval = agencyTable(
    "plan_approval", title: "approval", columns: fields(Approval.fields, of: "approval"))

  /// The plan as it was handed in. `item` is `plan`, `amendment`, or `q1` to `q4` for a quarterly update. Written once,
  /// never changed.
  public static let planSubmission = agencyTable(
    "plan_submission", title: "submission",
    columns: [
      text("plan", "submission · plan"),
      text("item", "submission · of what"),
      text("prepared_by", "submission · prepared by"),
      text("approved_by", "submission · approved by"),
      text("submitted_by", "submission · by whom"),
      text("submitted_at", "submission · when"),
      text("note", "submission · note"),
      text("snapshot", "submission · the plan as submitted"),
      text("digest", "submission · SHA-256 of the plan as submitted"),
    ])

  /// The agency's answer to a comment.
  public static let planAnswer = agencyTable(
    "plan_answer", title: "answer", columns: fields(PlanAnswer.fields, of: "answer"))

  /// Somebody's word that what looks like a private number in one field is none.
  public static let confirmedNumber = agencyTable("confirmed_number", title: "confirmation", columns: confirmation)

  /// The same of what the department wrote.
  public static let departmentConfirmedNumber = agencyTable(
    "department_confirmed_number", title: "confirmation", owner: .department, columns: confirmation)

  private static let confirmation = [
    text("row_table", "confirmation · kind of entry"),
    text("row_key", "confirmation · entry"),
    text("row_column", "confirmation · field"),
    text("rule", "confirmation · rule"),
    text("reason", "confirmation · reason"),
    text("confirmed_by", "confirmation · by whom"),
    text("confirmed_at", "confirmation · when"),
  ]

  // MARK: Short forms

  /// A table of an agency's records: the agency first in the key, so that the audience is known from the key alone.
  static func agencyTable(
    _ name: String, title: String, owner: SyncedTable.Owner = .agency, columns: [SyncedTable.Column]
  ) -> SyncedTable {
    SyncedTable(
      name: name, title: title,
      columns: [key("agency", .text, "\(title) · agency"), key("id", .text, "\(title) · id")] + columns,
      primaryKey: ["agency", "id"], audience: .agency(column: "agency"), owner: owner)
  }

  /// The table of an agency's records of one type, by the fields of the type.
  static func agencyTable<Entry: TypedRecord>(
    _ name: String, title: String, of: Entry.Type, owner: SyncedTable.Owner = .agency
  ) -> SyncedTable {
    agencyTable(name, title: title, owner: owner, columns: fields(Entry.fields, of: title))
  }

  /// The same of records that their own fields name.
  static func agencyTable<Entry: NaturalRecord>(
    _ name: String, title: String, of: Entry.Type, owner: SyncedTable.Owner = .agency
  ) -> SyncedTable {
    SyncedTable(
      name: name, title: title,
      columns: [key("agency", .text, "\(title) · agency")] + keys(Entry.keys, of: title)
        + fields(Entry.fields, of: title),
      primaryKey: ["agency"] + Entry.keys.map(\.name), audience: .agency(column: "agency"), owner: owner)
  }

  /// The table of what the department publishes to all, by the fields of its type.
  static func statewideTable<Entry: TypedRecord>(_ name: String, title: String, of: Entry.Type) -> SyncedTable {
    SyncedTable(
      name: name, title: title, columns: [key("id", .text, "\(title) · id")] + fields(Entry.fields, of: title),
      primaryKey: ["id"], audience: .statewide, owner: .department)
  }

  static func statewideTable<Entry: NaturalRecord>(_ name: String, title: String, of: Entry.Type) -> SyncedTable {
    SyncedTable(
      name: name, title: title, columns: keys(Entry.keys, of: title) + fields(Entry.fields, of: title),
      primaryKey: Entry.keys.map(\.name), audience: .statewide, owner: .department)
  }

  private static func keys<Entry>(_ fields: [EntryField<Entry>], of title: String) -> [SyncedTable.Column] {
    fields.map { field in key(field.name, field.content.isInteger ? .integer : .text, "\(title) · \(field.label)") }
  }

  /// A table of list entries of a plan.
  static func entryTable<Entry>(_ name: String, title: String, _ entries: [EntryField<Entry>]) -> SyncedTable {
    agencyTable(
      name, title: title,
      columns: [text("plan", "\(title) · plan"), text("block", "\(title) · goal and objective")]
        + fields(entries, of: title) + [number("position", "\(title) · place in the list")])
  }

  /// The columns of the fields that ``Plans`` lists.
  static func fields<Entry>(_ fields: [EntryField<Entry>], of title: String) -> [SyncedTable.Column] {
    fields.map { field in
      SyncedTable.Column(
        name: field.name, type: field.content.isInteger ? .integer : .text,
        defaultValue: field.content.isInteger ? .integer(0) : .text(""), label: "\(title) · \(field.label)",
        content: field.content)
    }
  }

  static func key(_ name: String, _ type: SyncedTable.ColumnType, _ label: String) -> SyncedTable.Column {
    SyncedTable.Column(name: name, type: type, defaultValue: nil, label: label, content: nil)
  }

  static func text(_ name: String, _ label: String) -> SyncedTable.Column {
    SyncedTable.Column(name: name, type: .text, defaultValue: .text(""), label: label, content: nil)
  }

  static func number(_ name: String, _ label: String) -> SyncedTable.Column {
    SyncedTable.Column(name: name, type: .integer, defaultValue: .integer(0), label: label, content: nil)
  }
}
