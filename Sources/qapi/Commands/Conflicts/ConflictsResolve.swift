import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine

extension ConflictsCommand {
  struct Resolve: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Resolve a conflict: with one of its sides, or with another value.",
      discussion: """
        A resolution is a signed change like every other. It closes the sides that are shown now, and no other.

        JSON: resolved (names), value.
        """)
    @Argument(help: "Name of the conflict, as `qapi conflicts` lists it.")
    var name: String?
    @Flag(help: "Resolve all open conflicts of this node's agency alike; with --mine or --theirs.")
    var all = false
    @Flag(help: "Take the side that was written on this node.")
    var mine = false
    @Flag(help: "Take the side that was written elsewhere.")
    var theirs = false
    @Option(help: "Take this side, by its number in `conflicts show`.")
    var side: Int?
    @Flag(help: "Take the suggestion of `conflicts show`, which has the edits of both sides in it.")
    var merged = false
    @Option(parsing: .unconditional, help: "Take this value.")
    var value: String?
    @Flag(help: "Keep the record that one side deleted.")
    var keep = false
    @Flag(help: "Delete the record that one side kept.")
    var delete = false
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      let answers = [mine, theirs, side != nil, merged, value != nil, keep, delete].filter { $0 }.count
      guard answers == 1 else {
        throw ValidationError(
          "Say \(answers > 1 ? "only one" : "one") of --mine, --theirs, --side N, --merged, --value TEXT, --keep, --delete."
        )
      }
      guard (name == nil) == all else { throw ValidationError("Name a conflict, or say --all.") }
      guard !all || mine || theirs else { throw ValidationError("--all goes with --mine or --theirs.") }
    }

    func report() throws -> Report {
      let node = try node.open(unlocking: true)
      try node.checkWrites()
      let person = try writing.person(of: node)
      let views = try name.map { [try ConflictView.named($0, of: node)] } ?? ownConflicts(node)
      if let foreign = views.first(where: { !$0.isResolvable(by: node) }) {
        let owner = Shown.line(foreign.owner)
        throw Failure.usage(
          "conflict \(foreign.conflict.name) is in a row of \(owner); nothing was changed",
          next: "let \(owner) resolve it")
      }
      guard !views.isEmpty else {
        return Report(lines: ["no conflicts"], json: ["resolved": .list([]), "value": .null])
      }
      let answers = try views.map { (conflict: $0.conflict, value: try answer(to: $0, of: node, as: person)) }
      try writing.resolve(answers, on: node, as: person, message: writing.message ?? "conflict resolved")
      let left = try node.engine.status().conflicts
      return Report(
        lines: views.flatMap { Layout.wrapped("resolved \($0.conflict.name): \($0.title)", hanging: "  ") },
        json: [
          "resolved": JSON(views.map(\.conflict.name)),
          "value": answers.count == 1 ? JSON(value: answers[0].value) : .null,
        ],
        notes: [
          left > 0 ? "next:  qapi conflicts  (\(left) left)" : "next:  qapi sync, so that it is resolved everywhere"
        ])
    }

    /// - Throws: `Failure` when all open conflicts are in rows of others.
    private func ownConflicts(_ node: OpenNode) throws -> [ConflictView] {
      let views = try ConflictView.all(of: node)
      let own = views.filter { $0.isResolvable(by: node) }
      guard own.isEmpty, !views.isEmpty else { return own }
      throw Failure.usage(
        "\(Layout.count(views.count, "conflict")) in rows of others, and none in rows of this node; nothing was changed",
        next: "let \(ConflictView.owners(of: views)) resolve \(views.count == 1 ? "it" : "them")")
    }

    private func answer(to view: ConflictView, of node: OpenNode, as person: Person) throws -> SQLiteValue {
      if mine || theirs {
        guard let side = mine ? view.mine : view.theirs else {
          throw Failure.usage(
            "conflict \(view.conflict.name) has not one side of this node and one of another; nothing was changed",
            next: "see `qapi conflicts show \(view.conflict.name)`, and name a side with --side N")
        }
        return side.value
      }
      if let side {
        guard view.conflict.sides.indices.contains(side - 1) else {
          throw Failure.usage(
            "conflict \(view.conflict.name) has \(view.conflict.sides.count) sides; nothing was changed",
            next: "see `qapi conflicts show \(view.conflict.name)`")
        }
        return view.conflict.sides[side - 1].value
      }
      if merged { return try suggestion(for: view) }
      if let value { return try view.checkedValue(typed: value, in: node, as: person, writing) }
      guard view.conflict.subject == .presence else {
        throw Failure.usage(
          "the record is there on both sides; nothing was changed",
          next: "say --mine, --theirs, --side N or --value TEXT")
      }
      return .integer(keep ? 1 : 0)
    }

    private func suggestion(for view: ConflictView) throws -> SQLiteValue {
      switch view.suggestion {
      case .text(let text): return .text(text)
      case .none(let reason):
        throw Failure.usage(
          "conflict \(view.conflict.name) has no merged text: \(reason); nothing was changed",
          next: "see `qapi conflicts show \(view.conflict.name)`")
      }
    }
  }
}

extension ConflictView {
  /// Code of the agency that resolves it.
  var owner: String {
    Schema.table(named: conflict.table)?.owner == .department
      ? Deployment.department : conflict.key.first?.string ?? ""
  }

  /// Codes of the agencies that resolve them.
  static func owners(of views: [ConflictView]) -> String {
    Set(views.map(\.owner)).sorted().map { Shown.line($0) }.joined(separator: " and ")
  }

  /// Whether the row is of this node's member.
  func isResolvable(by node: OpenNode) -> Bool {
    owner == node.member
  }

  /// As ``value(typed:)``, without the numbers of people. A side that stands is taken as it is.
  ///
  /// That something is no such number is recorded before the value is: a resolution writes nothing but the field.
  func checkedValue(
    typed text: String, in node: OpenNode, as person: Person, _ writing: WritingOptions
  ) throws -> SQLiteValue {
    let value = try value(typed: text)
    guard case .column(let column) = conflict.subject, let text = value.string else { return value }
    let row = RowName(table: conflict.table, key: conflict.key.map(\.field))
    func check(_ db: Database) throws { try FreeText.check([(column, text)], of: row, in: db) }
    if writing.confirmNumber == nil {
      try node.engine.queue.read(check)
    } else {
      try writing.write(on: node, as: person, otherwise: "confirmation of a number", check)
    }
    return value
  }

  /// A value as a person types it.
  func value(typed text: String) throws -> SQLiteValue {
    guard let column else {
      throw Failure.usage("the record is kept or deleted; nothing was changed", next: "say --keep or --delete")
    }
    guard column.type == .integer else {
      let text = RecordText.normalised(text)
      guard text.utf8.count <= RecordText.byteLimit, !text.utf8.contains(where: { $0 < 32 && $0 != 10 && $0 != 9 })
      else {
        throw Failure.usage(
          "the text is too long, or has a control character in it; nothing was changed", next: "give another")
      }
      return .text(text)
    }
    if let content = column.content {
      do throws(FieldProblem) {
        if case .integer(let number) = try content.value(of: RecordText.normalised(text)) { return .integer(number) }
      } catch {
        throw Failure.usage("\(error.problem); nothing was changed", next: error.next)
      }
    }
    guard let number = Int64(text) else {
      throw Failure.usage("a number is expected here; nothing was changed", next: "write digits only")
    }
    return .integer(number)
  }
}
