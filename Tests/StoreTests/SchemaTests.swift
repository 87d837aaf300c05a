import GRDB
import Plans
import Records
import Store
import Testing

@Suite("Synced tables are such that changes can be captured and merged")
struct SchemaTests {
  @Test("STRICT, a key that is never NULL, INTEGER or TEXT, constant defaults", arguments: Schema.tables)
  func shape(table: SyncedTable) throws {
    try Fixture.database().read { db in
      let info = try Row.fetchAll(db, sql: "SELECT * FROM pragma_table_xinfo(?)", arguments: [table.name])
      #expect(info.map { $0["name"] as String } == table.columns.map(\.name))
      #expect(info.map { $0["type"] as String } == table.columns.map(\.type.rawValue))
      #expect(info.allSatisfy { ($0["notnull"] as Int) == 1 && ($0["hidden"] as Int) == 0 })
      let keys = info.filter { ($0["pk"] as Int) > 0 }.sorted { ($0["pk"] as Int) < ($1["pk"] as Int) }
      #expect(keys.map { $0["name"] as String } == table.primaryKey)
      for row in info {
        let fallback: String? = row["dflt_value"]
        #expect((fallback == nil) == ((row["pk"] as Int) > 0))
        if let fallback { #expect(["''", "0"].contains(fallback)) }
      }
      #expect(
        try Bool.fetchOne(db, sql: "SELECT strict FROM pragma_table_list WHERE name = ?", arguments: [table.name])
          == true)
      #expect(try Row.fetchAll(db, sql: "SELECT * FROM pragma_foreign_key_list(?)", arguments: [table.name]).isEmpty)
      let indexes = try Row.fetchAll(db, sql: "SELECT * FROM pragma_index_list(?)", arguments: [table.name])
      #expect(indexes.map { $0["origin"] as String } == ["pk"])
      #expect(!table.ddl.contains("COLLATE") && !table.ddl.contains("CHECK"))
    }
  }

  @Test("An agency's rows carry the agency first in their key", arguments: Schema.tables)
  func agencyFirst(table: SyncedTable) {
    switch table.audience {
    case .statewide: #expect(table.owner == .department)
    case .agency(let column):
      #expect(table.primaryKey.first == column)
      #expect(table.columns.first?.name == column)
    }
  }

  @Test("Every column has a label that names its row")
  func labels() {
    for table in Schema.tables {
      for column in table.columns { #expect(column.label.hasPrefix("\(table.title) · ")) }
    }
    #expect(Schema.table(named: "plan_tactic")?.column(named: "strategy")?.label == "tactic · strategy")
  }

  @Test("The fields of a plan's records are the columns of its tables, in order")
  func fields() throws {
    let queue = try Fixture.database()
    var plan = Fixture.plan()
    plan.texts = [NamedText(name: "narrative", text: "Words.")]
    plan.blocks[0].outcomes = [Outcome(id: "outcome-1", position: 1024)]
    plan.blocks[0].measurements[0].progress = [Progress(quarter: 1, figure: "62.0")]
    for record in plan.records {
      _ = try queue.write { db in try PlanStore.apply([.insert(record)], agency: "x", in: db) }
    }
    let names = Dictionary(grouping: plan.records, by: \.kind).mapValues { $0[0].fields.map(\.name) }
    #expect(Set(names.keys) == Set(PlanRecord.Kind.allCases))
    for kind in PlanRecord.Kind.allCases {
      let table = kind.table
      #expect(names[kind] == table.columns.map(\.name).filter { !table.primaryKey.contains($0) })
    }
  }
}
