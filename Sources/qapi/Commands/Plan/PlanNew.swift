import ArgumentParser
import Canonical
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct PlanNew: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a plan.",
    discussion: """
      The template is that of the newest cycle, unless --template or --ffy says another; of a template, the newest version. \
      Without --file the plan is empty, and `qapi plan edit` fills it. A document for --file is what `qapi plan edit` \
      shows, without ids; the lines "plan:" and "template:" may be left out.

      JSON: plan, agency, template, title, written (rows).
      """)
  @Option(help: "Template of the plan; see `qapi template list`.")
  var template: String?
  @Option(help: "Federal fiscal year of the plan, by the year that it ends in, like 2024.")
  var ffy: Int?
  @Flag(help: "The plan is handed in as a narrative, where its template allows that.")
  var narrative = false
  @Option(help: "Title of the plan.")
  var title: String?
  @Option(help: "Document with the whole plan in YAML (- for standard input).")
  var file: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWritesPlans()
    let person = try writing.person(of: node)
    let engine = node.engine
    let document = try file.map { try Terminal.readText($0) }
    let template = try engine.queue.read { db in try chosenTemplate(for: document, in: db) }
    let newID = engine.configuration.surroundings.newID
    var plan = Plan(id: newID(), template: template.name, title: try Self.title(title, of: template))
    if let file, let document {
      let name = file == "-" ? "standard input" : file
      try PlanFile.checkIsWhole(document, file: name)
      let text = PlanFile.completed(document, plan: plan.id, template: plan.template, title: plan.title)
      do {
        plan = try PlanDocument.parse(text, editing: plan, newID: newID)
      } catch {
        throw PlanFile.failure(error, file: name)
      }
    }
    if narrative { plan.format = PlanFormat.narrative.rawValue }
    guard template.formats.contains(where: { $0.rawValue == plan.format }) else {
      throw Failure.usage(
        "a plan of \(Shown.line("\(template.name)")) is handed in on its form; nothing was changed",
        next: "leave out --narrative, or choose another template: see `qapi template list`")
    }
    let others = try engine.queue.read { db in
      try PlanStore.plans(of: node.member, in: db).filter { $0.plan.template.id == template.name.id }.map(\.plan.id)
    }
    let changes = PlanChange.changes(from: nil, to: plan)
    _ = try writing.write(on: node, as: person, otherwise: "new plan") { db in
      try PlanStore.apply(changes, agency: node.member, in: db)
    }
    return Report(
      lines: [plan.id],
      json: [
        "plan": .text(plan.id), "agency": .text(node.member), "template": .text("\(plan.template)"),
        "title": .text(plan.title), "written": JSON(changes.count),
      ],
      notes: others.map { "there is a plan of this cycle already: \($0)" }
        + ["next:  qapi plan \(file == nil ? "edit" : "check") \(plan.id)"])
  }

  /// The title that was typed, or that of the template and its year.
  static func title(_ typed: String?, of template: PlanTemplate) throws -> String {
    let title = RecordText.normalised(typed ?? "\(template.title), \(template.year)")
    guard !title.isEmpty, title.utf8.count <= 1000, !title.unicodeScalars.contains(where: Shown.isHidden)
    else {
      throw Failure.usage(
        "the title is empty, too long, or has line ends or characters in it that cannot be seen",
        next: "give one line of text")
    }
    return title
  }

  /// The template that the document names; else the one of the options.
  private func chosenTemplate(for document: String?, in db: Database) throws -> PlanTemplate {
    guard let name = document.flatMap(PlanFile.template(namedIn:)) else {
      return try TemplateSelection.forNewPlan(template, endsIn: ffy, in: db)
    }
    guard let named = try DepartmentStore.template(name, in: db) else {
      throw Failure.usage(
        "the document names a template that is not known here; nothing was changed", next: "see `qapi template list`")
    }
    guard template == nil || template == name.id, ffy == nil || ffy == named.ends.year else {
      throw Failure.usage(
        "the document is of \(Shown.line("\(name)")), and the command line says another template; nothing was changed",
        next: "leave one of the two out")
    }
    return named
  }
}
