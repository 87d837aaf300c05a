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
      With --kind it is a plan of another kind (`qapi plan kinds`), for the year that --period names. \
      Without --file the plan holds what is agreed already, its targets, and `qapi plan edit` fills it. A document for --file is what `qapi plan edit` \
      shows, without ids; the lines "plan:" and "template:" may be left out.

      JSON: plan, agency, template, period, title, written (rows).
      """)
  @Option(help: "Template of the plan; see `qapi template list`.")
  var template: String?
  @Option(help: "Federal fiscal year of the plan, by the year that it ends in, like 2024.")
  var ffy: Int?
  @Option(help: "A plan of this kind, like customer-service; see `qapi plan kinds`.")
  var kind: String?
  @Option(help: "Year of the plan, for a kind that is of a year, like \"SFY 2024-25\"; else this year.")
  var period: String?
  @Flag(help: "The plan is handed in as a narrative, where its template allows that.")
  var narrative = false
  @Option(help: "Title of the plan.")
  var title: String?
  @Option(help: "Document with the whole plan in YAML (- for standard input).")
  var file: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard kind == nil || (template == nil && ffy == nil) else {
      throw ValidationError("--kind stands without --template and --ffy; say the year with --period.")
    }
  }

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWritesPlans()
    let person = try writing.person(of: node)
    let engine = node.engine
    let document = try file.map { try Terminal.readText($0) }
    let named = try engine.queue.read { db in try chosenTemplate(for: document, in: db) }
    var template = try Self.opened(named, for: period)
    let newID = engine.configuration.surroundings.newID
    var plan = Plan(id: newID(), template: template.name, title: try Self.title(title, of: template))
    if template.kind != nil {
      plan.period = template.periods.first ?? ""
      if document == nil { plan.blocks = template.blankBlocks(newID: newID) }
    }
    if let file, let document {
      let name = file == "-" ? "standard input" : file
      try PlanFile.checkIsWhole(document, file: name)
      let text = PlanFile.completed(document, plan: plan.id, template: plan.template, title: plan.title)
      do {
        plan = try PlanDocument.parse(text, editing: plan, newID: newID)
      } catch {
        throw PlanFile.failure(error, file: name)
      }
      if template.kind != nil {
        if plan.period.isEmpty || period != nil { plan.period = template.periods.first ?? "" }
        template = try Self.opened(named, for: plan.period)
      }
    }
    if document == nil {
      let agreed = try engine.queue.read { db in
        try PlanTargets.agreed(of: node.member, year: template.targetYear(of: plan), in: db)
      }
      plan.targets = PlanTargets.entries(of: template, agreed: agreed, newID: newID)
    }
    if narrative { plan.format = PlanFormat.narrative.rawValue }
    guard template.formats.contains(where: { $0.rawValue == plan.format }) else {
      throw Failure.usage(
        "a plan of \(Shown.line("\(template.name)")) is handed in on its form; nothing was changed",
        next: "leave out --narrative, or choose another template: see `qapi template list`")
    }
    let others = try engine.queue.read { db in
      try PlanStore.plans(of: node.member, in: db).filter { other in
        other.plan.template.id == template.name.id && template.kind?.often != .onEvent
          && (template.kind == nil || other.plan.period == plan.period)
      }.map(\.plan.id)
    }
    let changes = PlanChange.changes(from: nil, to: plan)
    _ = try writing.write(on: node, as: person, otherwise: "new plan") { db in
      try PlanStore.apply(changes, agency: node.member, in: db)
    }
    return Report(
      lines: [plan.id],
      json: [
        "plan": .text(plan.id), "agency": .text(node.member), "template": .text("\(plan.template)"),
        "period": .text(template.period(of: plan)), "title": .text(plan.title), "written": JSON(changes.count),
      ],
      notes: others.map { "there is a plan of this cycle already: \($0)" }
        + (document == nil && !plan.targets.isEmpty
          ? ["what is agreed stands in it: \(Layout.count(plan.targets.count, "target"))"] : [])
        + ["next:  qapi plan \(file == nil ? "edit" : "check") \(plan.id)"])
  }

  /// The title that was typed, or that of the template and its year.
  static func title(_ typed: String?, of template: PlanTemplate) throws -> String {
    let hasYear = template.kind == nil || !template.periods.isEmpty
    let title = RecordText.normalised(typed ?? (hasYear ? "\(template.title), \(template.year)" : template.title))
    guard !title.isEmpty, title.utf8.count <= 1000, !title.unicodeScalars.contains(where: Shown.isHidden)
    else {
      throw Failure.usage(
        "the title is empty, too long, or has line ends or characters in it that cannot be seen",
        next: "give one line of text")
    }
    return title
  }

  /// A kind of plan with the days of a year; the template of a letter as it is.
  ///
  /// - Parameter period: nil for the year that today is in.
  static func opened(_ template: PlanTemplate, for period: String?) throws -> PlanTemplate {
    guard let kind = template.kind else {
      guard period == nil else {
        throw Failure.usage(
          "a plan of \(template.name) has the period of its template; nothing was changed",
          next: "leave --period out; --ffy chooses among the letters, --kind among kinds of plans")
      }
      return template
    }
    guard let opened = template.opened(for: try period ?? template.period(containing: Day.argument(nil))) else {
      throw Failure.usage(
        kind.fiscalYear.map {
          "a plan of the kind \(template.name.id) is for one \($0.words); nothing was changed"
        }
          ?? "a plan of the kind \(template.name.id) is for no year; nothing was changed",
        next: kind.fiscalYear.map { "write the year like --period \"\($0.example)\"" } ?? "leave --period out")
    }
    return opened
  }

  /// The template that the document names; else the one of the options.
  private func chosenTemplate(for document: String?, in db: Database) throws -> PlanTemplate {
    guard let name = document.flatMap(PlanFile.template(namedIn:)) else {
      if let kind { return try TemplateSelection.kind(kind, in: db) }
      return try TemplateSelection.forNewPlan(template, endsIn: ffy, in: db)
    }
    guard let named = try DepartmentStore.template(name, in: db) else {
      throw Failure.usage(
        "the document names a template that is not known here; nothing was changed", next: "see `qapi template list`")
    }
    guard [nil, name.id].contains(template), [nil, name.id].contains(kind), ffy == nil || ffy == named.ends.year else {
      throw Failure.usage(
        "the document is of \(Shown.line("\(name)")), and the command line says another template; nothing was changed",
        next: "leave one of the two out")
    }
    return named
  }
}
