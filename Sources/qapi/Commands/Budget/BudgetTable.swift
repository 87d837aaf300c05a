import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

/// A budget from the table that people keep: a row for each line item, a column for each step.
struct BudgetTable: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Take a budget from one CSV table: a row for each line item, a column for each step (the agency).",
    discussion: """
      Columns: category, title, division, display_line, edp, project, account, initiative, program, note; and the amounts \
      baseline, price, policy, with text and funding for the justification of policy. category and title must be there; what \
      is left out is empty, or stays as it is. A line item is known by its category, title and division: the same table twice \
      changes nothing. An amount sets the one change that this table made of its step; changes that people added otherwise \
      stay and count besides.

      Says what would change, asks, and then writes all of it or nothing. JSON: new, changed, unchanged (numbers of line \
      items), total (of the table), written. An error has problems (where, what, next).
      """)
  @Argument(help: "The CSV file (- for standard input).")
  var file: String
  @Option(help: "Id of the budget, or the beginning of it, or `latest`.")
  var budget = "latest"
  @OptionGroup var taking: ImportOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<BudgetLineNoun>.checkWrites(on: node)
    let person = try taking.person(of: node)
    let table = try RecordTable.load(file)
    let newID = node.newID
    return try taking.take(
      from: file, counted: "line item", on: node, as: person, otherwise: "budget from a table"
    ) { db in
      let found = try RecordWork<BudgetNoun>.findToWrite(budget, agency: nil, on: node, in: db).entry
      return try BudgetTableWork(
        table, into: BudgetStore.whole(found, of: node.member, in: db), agency: node.member, newID: newID,
        areNumbersConfirmed: taking.areNumbersConfirmed, in: db)
    } write: { work, db in
      try work.write(agency: node.member, in: db)
    }
  }
}

/// What a table would do to a budget.
struct BudgetTableWork: ImportPreview {
  enum Deed { case new, changed, same }

  /// A row: a line item with an amount for each step; nil where the table does not say one.
  private struct Item {
    var line: BudgetLine
    let oldLine: BudgetLine?
    var changes: [(new: BudgetChange, old: BudgetChange?)] = []
    var amounts: [Money] = []

    var deed: Deed {
      guard let oldLine else { return .new }
      return oldLine == line && changes.allSatisfy { $0.new == $0.old } ? .same : .changed
    }
  }

  private static let steps: [(column: String, step: BudgetChange.Step)] = [
    ("baseline", .baseline), ("price", .price), ("policy", .policy),
  ]
  private static let others = steps.map(\.column) + ["text", "funding"]
  /// Marks the change that the table makes of a step, so that the next table finds it again.
  private static let mark = "budget table"

  private var items: [Item] = []
  private(set) var problems: [InputProblem] = []
  private(set) var total = Money.zero

  var changeCount: Int { count(.new) + count(.changed) }

  func members(written: Bool) -> [JSON.Member] {
    JSON.members([
      "new": JSON(count(.new)), "changed": JSON(count(.changed)), "unchanged": JSON(count(.same)),
      "total": .text("\(total)"), "written": JSON(written),
    ])
  }

  func count(_ deed: Deed) -> Int { items.count { $0.deed == deed } }

  var lines: [String] {
    let shown = items.filter { $0.deed != .same }
    let table = Layout.table(
      [["", "line item"] + Self.steps.map(\.column)]
        + shown.prefix(40).map { item in
          [item.deed == .new ? "new" : "changed", Shown.line(item.line.title, limit: 30)]
            + item.amounts.map { "\($0)" }
        }, figures: [2, 3, 4])
    return (shown.isEmpty ? [] : table)
      + (shown.count > 40 ? ["and \(shown.count - 40) more"] : [])
      + [
        "\(count(.new)) new, \(count(.changed)) changed, \(count(.same)) as they stand; \(total) in all"
      ]
  }

  /// - Parameter areNumbersConfirmed: whether it was said why what looks like the number of a person is none.
  /// - Throws: `StoreError` with row and column, where a text holds the number of a person.
  init(
    _ table: CSVTable, into whole: WholeBudget, agency: String, newID: () -> String, areNumbersConfirmed: Bool,
    in db: Database
  ) throws {
    let fields = BudgetLine.fields.filter { !["budget", "position"].contains($0.name) }
    let needed: Set = ["category", "title"]
    let read = RecordTable.read(
      table, fields: fields, others: Self.others.filter(table.columns.contains),
      optional: Set(fields.map(\.name)).subtracting(needed)
    ) { BudgetLine(id: "") }
    let others = Self.others.filter(table.columns.contains)
    // Words and numbers at once, row by row.
    let amounts = read.rows.flatMap { row in
      zip(others, row.others).compactMap { name, text -> (row: Int, problem: InputProblem)? in
        guard !text.isEmpty, Self.steps.contains(where: { $0.column == name }) else { return nil }
        do throws(FieldProblem) {
          _ = try FieldContent.amount.value(of: text)
          return nil
        } catch {
          return (
            row.number, InputProblem(place: "row \(row.number), \(name)", problem: error.problem, next: error.next)
          )
        }
      }
    }
    problems = read.problems + amounts.map(\.problem)
    let unread = Set(amounts.map(\.row))
    let numbers = try RowNumbers(areConfirmed: areNumbersConfirmed, in: db)
    var places: [String] = []
    let named = fields.filter { table.columns.contains($0.name) }
    var taken: Set<[String]> = []
    for (index, row) in read.rows.enumerated() where row.isRead && !unread.contains(row.number) {
      func refuse(_ column: String?, _ problem: String, _ next: String) {
        problems.append(
          InputProblem(place: "row \(row.number)\(column.map { ", \($0)" } ?? "")", problem: problem, next: next))
      }
      func name(_ line: BudgetLine) -> [String] { [line.category, line.title, line.division] }
      guard taken.insert(name(row.entry)).inserted else {
        refuse("title", "another row is the same line item", "leave one of them out, or tell them apart by division")
        continue
      }
      let alike = whole.lines.filter { name($0) == name(row.entry) }
      guard alike.count < 2 else {
        refuse("title", "two line items of this budget bear this category, title and division", "rename one of them")
        continue
      }
      var line = alike.first ?? BudgetLine(id: newID())
      if alike.isEmpty {
        line.budget = whole.budget.id
        line.position = Positions.next(after: whole.lines.map(\.position), by: index + 1)
      }
      for field in named { field.assign(&line, field.value(row.entry)) }
      var item = Item(line: line, oldLine: alike.first)
      do {
        item.line = try RecordWork<BudgetLineNoun>.checked(line, was: alike.first, of: agency, in: db)
      } catch let failure as Failure {
        refuse(nil, failure.what.replacing("; nothing was changed", with: ""), failure.next)
        continue
      }
      let column = Dictionary(zip(others, row.others)) { first, _ in first }
      for (name, step) in Self.steps {
        do {
          item.amounts.append(
            try Self.take(step, column[name], column, whole, into: &item, newID))
        } catch let problem as FieldProblem {
          refuse(name, problem.problem, problem.next)
        }
      }
      places += numbers.columns(of: item.line, was: item.oldLine).map { "row \(row.number), \($0)" }
      places += item.changes.flatMap { numbers.columns(of: $0.new, was: $0.old) }.map { "row \(row.number), \($0)" }
      items.append(item)
    }
    guard problems.isEmpty else { return }
    try RowNumbers.check(places)
    total = try Money.sum(items.flatMap(\.amounts))
  }

  /// Sets the change that the table makes of one step.
  ///
  /// - Parameter typed: the amount; nil or empty where the table does not say it.
  private static func take(
    _ step: BudgetChange.Step, _ typed: String?, _ column: [String: String], _ whole: WholeBudget,
    into item: inout Item, _ newID: () -> String
  ) throws -> Money {
    let old = whole.changes.first {
      $0.line == item.line.id && $0.step == step.rawValue && $0.source == mark
    }
    guard let typed, !typed.isEmpty else { return old.map(\.counted) ?? .zero }
    guard case .integer(let cents) = try FieldContent.amount.value(of: typed) else { return .zero }
    // A step without an amount is no change.
    if cents == 0, old == nil { return .zero }
    var change = old ?? BudgetChange(id: newID())
    (change.line, change.step, change.amount, change.source) = (item.line.id, step.rawValue, Int(cents), mark)
    if step == .policy {
      for (name, path) in [("text", \BudgetChange.text), ("funding", \.funding)] {
        guard let field = BudgetChange.fields.first(where: { $0.name == name }), let typed = column[name] else {
          continue
        }
        _ = try field.content.value(of: typed)
        change[keyPath: path] = typed
      }
      guard !change.text.isEmpty else {
        throw FieldProblem(
          problem: "new items and changes of policy are justified (rule policy-without-justification)",
          next: "say why in the column text")
      }
    }
    if let old, old != change, !old.decision.isEmpty {
      throw FieldProblem(
        problem: "the change was \(old.decision) on \(old.day) (rule change-is-decided)",
        next: "add another change with `qapi budget change`")
    }
    item.changes.append((change, old))
    return change.counted
  }

  func write(agency: String, in db: Database) throws {
    for item in items where item.deed != .same {
      try RecordStore.put(item.line, agency: agency, in: db)
      for change in item.changes where change.new != change.old {
        try RecordStore.put(change.new, agency: agency, in: db)
      }
    }
  }
}
