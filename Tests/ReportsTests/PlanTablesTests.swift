import Plans
import Testing

@testable import Reports

@Suite("A plan as tables: what goes out comes back")
struct PlanTablesTests {
  static func files(of plan: Plan) -> [PlanTables.Name: [UInt8]] {
    let entry = PlanTables.Entry(agency: "inv-a", plan: plan, state: "s")
    return Dictionary(
      PlanTables.tables(of: [entry]).map { ($0.name, $0.table.csv(byteOrderMark: true)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The same plan through a spreadsheet program that turns rows and columns around and adds an empty row.
  static func shuffled(_ bytes: [UInt8]) throws -> [UInt8] {
    let table = try CSVTable(csv: bytes)
    let blank = table.columns.map { _ in "" }
    return CSVTable(
      columns: table.columns.reversed(), rows: [blank] + table.rows.reversed().map { $0.reversed() }
    ).csv()
  }

  static func read(
    _ files: [PlanTables.Name: [UInt8]], _ shown: Plan, removing: Bool = false
  ) -> (plan: Plan, problems: [TableProblem]) {
    var count = 0
    let read = PlanTableFiles(reading: files)
    let edited = read.plan(editing: shown, removing: removing) {
      count += 1
      return "drawn-\(count)"
    }
    return (edited.plan, read.problems + edited.problems)
  }

  @Test("Every plan of every template, whatever stands in it", arguments: PlanTemplate.shipped.indices, [false, true])
  func law(template: Int, removing: Bool) throws {
    for seed in 0..<UInt64(25) {
      var drawn = DrawnPlan(seed: seed)
      let plan = drawn.plan(PlanTemplate.shipped[template])
      let files = Self.files(of: plan)
      for files in [files, try files.mapValues(Self.shuffled)] {
        let back = Self.read(files, plan, removing: removing)
        #expect(back.problems == [], "seed \(seed)")
        #expect(PlanChange.changes(from: plan, to: back.plan).map(Self.short) == [], "seed \(seed)")
        #expect(PlanTableFiles(reading: files).state(of: plan.id) == "s")
      }
    }
  }

  @Test("As a document too, with what is left out kept", arguments: PlanTemplate.shipped.indices)
  func document(template: Int) throws {
    for seed in 0..<UInt64(25) {
      var drawn = DrawnPlan(seed: seed)
      let template = PlanTemplate.shipped[template]
      let plan = drawn.plan(template)
      let back = try PlanDocument.read(PlanDocument.yaml(of: plan, template: template), editing: plan) { "x" }
      #expect(PlanChange.changes(from: plan, to: back).map(Self.short) == [], "seed \(seed)")
      #expect(back.keepingEntries(of: plan) == back, "seed \(seed)")
    }
  }

  /// A change without its content.
  static func short(_ change: PlanChange) -> String {
    switch change {
    case .insert(let record): "insert \(record.kind)"
    case .update(let record, let changed): "update \(record.kind): \(changed)"
    case .delete(let kind, _): "delete \(kind)"
    }
  }

  // MARK: Edits

  static let plan: Plan = {
    var first = Block(
      id: "b1", goal: 1, objective: 1, position: 1024,
      measurements: [Measurement(id: "m1", title: "Collections", position: 1024)],
      tactics: [
        Tactic(id: "t1", title: "One", position: 1024), Tactic(id: "t2", title: "Two", position: 2048),
        Tactic(id: "t3", title: "Three", position: 3072),
      ])
    first.quarters = [QuarterlyText(quarter: 1, text: "Begun.")]
    let second = Block(id: "b2", goal: 2, objective: 1, position: 2048, tactics: [])
    return Plan(
      id: "p", template: PlanTemplate.pmpFFY2024.name, title: "Plan of Invented County A", blocks: [first, second])
  }()

  /// The files of the plan with one table edited: its rows by the names of their columns.
  static func edited(
    _ name: PlanTables.Name, _ edit: (inout [[String: String]]) -> Void
  ) throws -> [PlanTables.Name: [UInt8]] {
    var files = files(of: plan)
    let table = try CSVTable(csv: files[name] ?? [])
    var rows = table.rows.map { Dictionary(zip(table.columns, $0), uniquingKeysWith: { first, _ in first }) }
    edit(&rows)
    files[name] = CSVTable(columns: table.columns, rows: rows.map { row in table.columns.map { row[$0] ?? "" } }).csv()
    return files
  }

  static func differences(
    _ name: PlanTables.Name, removing: Bool = false, _ edit: (inout [[String: String]]) -> Void
  ) throws -> [String] {
    let back = read(try edited(name, edit), plan, removing: removing)
    #expect(back.problems == [])
    return PlanComparison.differences(from: plan, to: back.plan).map(\.words)
  }

  @Test("A changed cell is a changed field, and nothing else")
  func cell() throws {
    #expect(
      try Self.differences(.tactics) { $0[1]["status"] = "on hold" } == [
        "goal 1 objective 1 · tactic \"Two\": status: \"not started\" -> \"on hold\""
      ])
    #expect(
      try Self.differences(.measurements) { $0[0]["q2"] = "62.1" } == [
        "goal 1 objective 1 · measurement \"Collections\": figure of quarter 2: (nothing) -> \"62.1\""
      ])
    #expect(
      try Self.differences(.quarters) { $0[0]["text"] = "" } == [
        "goal 1 objective 1: update of quarter 1: \"Begun.\" -> (nothing)"
      ])
    #expect(try Self.differences(.plans) { $0[0]["title"] = "T" }.count == 1)
  }

  @Test("A row left out stays in the plan, unless it is to be removed")
  func leftOut() throws {
    #expect(try Self.differences(.tactics) { $0.remove(at: 1) } == [])
    #expect(try Self.differences(.quarters) { $0.removeAll() } == [])
    #expect(
      try Self.differences(.tactics, removing: true) { $0.remove(at: 1) } == [
        "goal 1 objective 1 · tactic \"Two\": removed"
      ])
    #expect(try Self.differences(.quarters, removing: true) { $0.removeAll() }.count == 1)
    var files = Self.files(of: Self.plan)
    files[.tactics] = nil
    #expect(Self.read(files, Self.plan).plan == Self.plan)
    #expect(Self.read(files, Self.plan, removing: true).problems.map(\.place) == ["tactics.csv"])
  }

  @Test(
    "The place says the order: in front of what stood there when it came from below, behind it from above",
    arguments: [
      ([nil, nil, "1"], ["t3", "t1", "t2"]), (["3", nil, nil], ["t2", "t3", "t1"]),
      (["2", nil, nil], ["t2", "t1", "t3"]),
      ([nil, "1", nil], ["t2", "t1", "t3"]), (["9", nil, nil], ["t2", "t3", "t1"]),
      ([nil, nil, nil], ["t1", "t2", "t3"]),
      (["", "", ""], ["t1", "t2", "t3"]),
    ] as [([String?], [String])])
  func places(places: [String?], order: [String]) throws {
    let files = try Self.edited(.tactics) { rows in
      for (index, place) in places.enumerated() { if let place { rows[index]["place"] = place } }
    }
    #expect(Self.read(files, Self.plan).plan.blocks[0].tactics.map(\.id) == order)
  }

  @Test("New rows draw ids; a new section is named by the rows below it; an entry moves with its section's id")
  func newRows() throws {
    var files = try Self.edited(.tactics) { rows in
      rows[2]["block"] = "b2"
      rows.append(["title": "Four", "place": "1", "block": "new-a", "plan": "p"])
      rows.append(["title": "Five", "block": "b1", "plan": "p", "id": "new-t"])
    }
    files[.blocks] = try Self.edited(.blocks) { rows in
      rows.append(["goal": "3", "objective": "2", "place": "1", "id": "new-a", "plan": "p"])
    }[.blocks]
    let back = Self.read(files, Self.plan)
    #expect(back.problems == [])
    #expect(back.plan.blocks.map(\.goal) == [3, 1, 2])
    #expect(back.plan.blocks.map { $0.tactics.map(\.title) } == [["Four"], ["One", "Two", "Five"], ["Three"]])
    #expect(back.plan.blocks[2].tactics[0].id == "t3")
    #expect(Set(back.plan.records.map(\.key)).count == back.plan.records.count)
  }

  // MARK: What is wrong

  @Test(
    "What is wrong in a row is said with file, row, column",
    arguments: [
      (.tactics, 0, "status", "nearly", "tactics.csv, row 2, column status"),
      (.tactics, 0, "completed", "31.1.2024", "tactics.csv, row 2, column completed"),
      (.tactics, 1, "initiative", "two", "tactics.csv, row 3, column initiative"),
      (.tactics, 1, "title", "two\nlines", "tactics.csv, row 3, column title"),
      (.tactics, 1, "id", "t9", "tactics.csv, row 3, column id"),
      (.tactics, 1, "id", "t1", "tactics.csv, row 3, column id"),
      (.tactics, 1, "id", "m1", "tactics.csv, row 3, column id"),
      (.tactics, 2, "block", "b9", "tactics.csv, row 4, column block"),
      (.tactics, 2, "place", "first", "tactics.csv, row 4, column place"),
      (.measurements, 0, "kind", "pounds", "measurements.csv, row 2, column kind"),
      (.measurements, 0, "q1", "a\tb", "measurements.csv, row 2, column q1"),
      (.blocks, 1, "goal", "", "blocks.csv, row 3, column goal"),
      (.blocks, 1, "id", "b1", "blocks.csv, row 3, column id"),
      (.quarters, 0, "quarter", "5", "quarters.csv, row 2, column quarter"),
      (.quarters, 0, "block", "", "quarters.csv, row 2, column block"),
      (.plans, 0, "template", "pmp-ffy-2019 version 1", "plans.csv, row 2, column template"),
      (.plans, 0, "format", "song", "plans.csv, row 2, column format"),
    ] as [(PlanTables.Name, Int, String, String, String)])
  func wrongCell(name: PlanTables.Name, row: Int, column: String, value: String, place: String) throws {
    let problems = Self.read(try Self.edited(name) { $0[row][column] = value }, Self.plan).problems
    #expect(problems.map(\.place).contains(place), "\(problems)")
    #expect(
      problems.allSatisfy {
        !$0.next.isEmpty && (value.count < 4 || !$0.description.contains(value) || column == "template")
      })
  }

  @Test("Everything that is wrong is said at once")
  func allAtOnce() throws {
    var files = try Self.edited(.tactics) { rows in
      for index in rows.indices { rows[index]["status"] = "nearly" }
      rows[0]["begins"] = "soon"
    }
    files[.measurements] = Array("title,what I wrote,title\r\n".utf8)
    files[.outcomes] = Array("text,measure\r\na,b,c\r\n".utf8)
    files[.texts] = [0xFF, 0xFE, 0x41, 0x00]
    let problems = Self.read(files, Self.plan).problems
    #expect(problems.filter { $0.file == "tactics.csv" }.map(\.row) == [2, 2, 3, 4])
    #expect(Set(problems.map(\.file)) == ["tactics.csv", "measurements.csv", "outcomes.csv", "texts.csv"])
    #expect(problems.allSatisfy { !"\($0)".contains("what I wrote") })
  }

  @Test("Columns: one that is missing and one that nobody knows")
  func columns() throws {
    var files = Self.files(of: Self.plan)
    let text = String(decoding: try #require(files[.tactics]), as: UTF8.self)
    files[.tactics] = Array(text.replacing("leads", with: "Who?").utf8)
    #expect(
      Self.read(files, Self.plan).problems.prefix(2).map(\.problem) == [
        "the column leads is missing", "the name of column 5 is not known here",
      ])
  }

  @Test("A text that a spreadsheet program has cut is not taken for an edit")
  func cut() throws {
    var plan = Self.plan
    plan.blocks[0].tactics[0].strategy = String(repeating: "a", count: 40_000)
    var files = Self.files(of: plan)
    let text = String(decoding: try #require(files[.tactics]), as: UTF8.self)
    let whole = String(repeating: "a", count: 40_000)
    files[.tactics] = Array(text.replacing(whole, with: String(repeating: "a", count: 32_767)).utf8)
    #expect(Self.read(files, plan).problems.map(\.place) == ["tactics.csv, row 2, column strategy"])
    #expect(Self.read(Self.files(of: plan), plan).problems == [])
  }
}
