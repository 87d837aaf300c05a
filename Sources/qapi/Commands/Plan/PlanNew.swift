import ArgumentParser
import Canonical
import GRDB
import Plans
import Store
import SyncEngine

struct PlanNew: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a plan.",
    discussion: """
      Without --file the plan is empty, and `qapi plan edit` fills it. A document for --file is what `qapi plan edit` \
      shows, without ids; the lines "plan:" and "template:" may be left out.

      JSON: plan, agency, template, title, written (rows).
      """)
  @Option(help: "Template of the plan; its newest version is taken.")
  var template = "pmp-ffy-2024"
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
    let template = try engine.queue.read { db in
      try Self.newest(self.template, among: DepartmentStore.templates(in: db))
    }
    let newID = engine.configuration.surroundings.newID
    var plan = Plan(id: newID(), template: template.name, title: try Self.title(title, of: template))
    if let file {
      let name = file == "-" ? "standard input" : file
      let document = try Terminal.readText(file)
      try PlanFile.checkIsWhole(document, file: name)
      let text = PlanFile.completed(document, plan: plan.id, template: plan.template, title: plan.title)
      do {
        plan = try PlanDocument.parse(text, editing: plan, newID: newID)
      } catch {
        throw PlanFile.failure(error, file: name)
      }
    }
    let changes = PlanChange.changes(from: nil, to: plan)
    try writing.write(on: node, as: person, otherwise: "new plan") { db in
      guard try DepartmentStore.template(plan.template, in: db) != nil else {
        throw Failure.usage(
          "the document names a template that is not known here; nothing was changed",
          next: "see `qapi plan new --help`")
      }
      try PlanStore.apply(changes, agency: node.member, in: db)
    }
    return Report(
      lines: [plan.id],
      json: [
        "plan": .text(plan.id), "agency": .text(node.member), "template": .text("\(plan.template)"),
        "title": .text(plan.title), "written": JSON(changes.count),
      ], notes: ["next:  qapi plan \(file == nil ? "edit" : "check") \(plan.id)"])
  }

  /// The title that was typed, or that of the template's year.
  static func title(_ typed: String?, of template: PlanTemplate) throws -> String {
    let title = PlanText.normalised(typed ?? "Performance Management Plan, \(template.year)")
    guard !title.isEmpty, title.utf8.count <= 1000, !title.unicodeScalars.contains(where: Shown.isHidden)
    else { throw Failure.usage("the title is empty, too long or has line ends in it", next: "give one line of text") }
    return title
  }

  static func newest(_ template: String, among templates: [PlanTemplate]) throws -> PlanTemplate {
    guard let newest = templates.filter({ $0.name.id == template }).max(by: { $0.name.version < $1.name.version })
    else {
      throw Failure.usage(
        "there is no template \(Shown.line(template))",
        next: "use one of: \(Set(templates.map(\.name.id)).sorted().joined(separator: ", "))")
    }
    return newest
  }
}
