import ArgumentParser
import Canonical
import GRDB
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine

struct PlanEdit: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit a whole plan as one document, in your editor.",
    discussion: """
      Opens $VISUAL or $EDITOR. Only what you change is written. A sync may run meanwhile: what it brings and you did not \
      see is not overwritten, and stands beside your change as a conflict if it is the same field.

      JSON: plan, agency, written (rows), brought_back (rows that were deleted meanwhile).
      """)
  @OptionGroup var selection: PlanSelection
  @Option(help: "Take the document from this file (- for standard input) instead of opening an editor.")
  var file: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWritesPlans()
    let person = try writing.person(of: node)
    let (opened, shown) = try node.engine.open { db in
      let found = try selection.find(in: db, of: node)
      try node.checkOwns(found)
      let template = try node.template(of: found.plan, in: db)
      return (
        Opened(plan: found.plan, template: template), found.rows(in: node.engine, template: template)
      )
    }
    // What is wrong with the command line is said before anybody writes a word in the editor.
    try writing.checkMessage(on: node)
    let applied = try saved(opened, node) { edited in
      let changes = PlanChange.changes(from: opened.plan, to: edited)
      return try writing.write(on: node, as: person, otherwise: "edit of the plan", shown: shown) { db in
        guard try DepartmentStore.template(edited.template, in: db) != nil else {
          throw Failure.usage(
            "the document names a template that is not known here; nothing was changed",
            next: "put the template's name back")
        }
        return try PlanStore.apply(changes, agency: node.member, in: db)
      }
    }
    guard let applied else {
      return Report(
        json: [
          "plan": .text(opened.plan.id), "agency": .text(node.member), "written": .number(0), "brought_back": .list([]),
        ],
        notes: ["nothing was changed"])
    }
    let back = try node.engine.queue.read { db in
      try applied.broughtBack.map { try RowLabel.describe(table: $0.table, key: $0.key, in: db) }
    }
    let nothing = applied.writtenCount == 0
    return Report(
      lines: nothing ? [] : ["\(Layout.count(applied.writtenCount, "record")) written"],
      json: [
        "plan": .text(opened.plan.id), "agency": .text(node.member), "written": JSON(applied.writtenCount),
        "brought_back": JSON(back),
      ],
      notes: nothing
        ? ["nothing was changed"]
        : back.map { "brought back, because somebody deleted it while you edited it: \($0)" }
          + ["next:  qapi sync, when there is a network"])
  }

  private struct Opened {
    let plan: Plan
    let template: PlanTemplate
  }

  /// Saves the plan as it came back; a text that cannot be read or saved is kept, and can be edited again.
  ///
  /// - Returns: nil if the document was not touched.
  private func saved(
    _ opened: Opened, _ node: OpenNode, save: (Plan) throws -> PlanStore.Applied
  ) throws -> PlanStore.Applied? {
    let newID = node.engine.configuration.surroundings.newID
    if let file {
      let name = file == "-" ? "standard input" : file
      let text = try Terminal.readText(file)
      try PlanFile.checkIsWhole(text, file: name)
      try PlanFile.checkShows(opened.plan, text, file: name)
      let whole = PlanFile.completed(
        text, plan: opened.plan.id, template: opened.plan.template, title: opened.plan.title)
      let plan: Plan
      do {
        plan = try PlanDocument.parse(whole, editing: opened.plan, newID: newID)
      } catch {
        throw PlanFile.failure(error, file: name)
      }
      return try save(plan)
    }
    return try Draft.saved(
      PlanFile.text(of: opened.plan, template: opened.template), of: "plan-\(opened.plan.id)", in: node,
      folder: self.node.path, command: "qapi plan edit \(opened.plan.id)"
    ) { text in
      try save(try PlanDocument.parse(text, editing: opened.plan, newID: newID))
    }
  }
}

extension FieldValue {
  var value: SQLiteValue {
    switch self {
    case .integer(let number): .integer(number)
    case .text(let text): .text(text)
    }
  }
}
