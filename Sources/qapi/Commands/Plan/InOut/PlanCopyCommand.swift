import ArgumentParser
import Canonical
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct PlanCopyCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Begin the plan of the next cycle with what is not finished in this one.",
    discussion: """
      Carries the sections with their measurements, and the tactics that are neither completed nor dropped, as new \
      records. Figures, targets and quarterly texts stay behind; so do baselines, unless --baseline says what to begin \
      from. What the new template does not have is carried in words, or named. The plan that is copied is not changed.

      JSON: plan, agency, follows, template, carried (sections, targets, measurements, tactics), remarks, written (rows).
      """)
  @OptionGroup var selection: PlanSelection
  @Option(help: "Template of the next cycle; its newest version is taken.")
  var template: String
  @Option(help: "Period of the new plan, where the template has several.")
  var period: String?
  @Option(help: "Title of the new plan.")
  var title: String?
  @Option(
    help: "What a measurement begins from: none, last-figure or target.",
    transform: { text in
      guard let baseline = PlanCopy.Baseline(rawValue: text) else {
        throw ValidationError("Say none, last-figure or target.")
      }
      return baseline
    })
  var baseline = PlanCopy.Baseline.none
  @Flag(help: "Make another copy, though there is one.")
  var again = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWritesPlans()
    let person = try writing.person(of: node)
    let newID = node.engine.configuration.surroundings.newID
    let (found, old, new) = try node.engine.queue.read { db in
      let found = try selection.find(in: db, of: node)
      try node.checkOwns(found)
      let new = try chosenTemplate(in: db)
      try checkIsNew(found, new, among: PlanStore.plans(of: node.member, in: db))
      return (found, try node.template(of: found.plan, in: db), new)
    }
    if let period, new.kind == nil, !new.periods.contains(period) {
      throw Failure.usage(
        "the template \(new.name) has no period \(Shown.line(period)); nothing was changed",
        next: new.periods.isEmpty ? "leave --period out" : "use one of: \(new.periods.joined(separator: ", "))")
    }
    let copy = PlanCopy(
      of: found.plan, from: old, to: new, title: try PlanNew.title(title, of: new),
      period: new.kind == nil ? period ?? "" : new.periods.first ?? "",
      baseline: baseline, newID: newID)
    let changes = PlanChange.changes(from: nil, to: copy.plan)
    let message = "copy of plan \(PlanName.short(found.plan.id)) for \(new.year)"
    let applied = try writing.write(on: node, as: person, otherwise: message) { db in
      try PlanStore.apply(changes, agency: node.member, in: db)
    }
    let carried = copy.carried
    let counts = [
      Layout.count(carried.sections, "section"), Layout.count(carried.measurements, "measurement"),
      Layout.count(carried.tactics, "tactic"), Layout.count(carried.targets, "target"),
    ]
    return Report(
      lines: [copy.plan.id],
      json: [
        "plan": .text(copy.plan.id), "agency": .text(node.member), "follows": .text(found.plan.id),
        "template": .text("\(new.name)"),
        "carried": .object([
          "sections": JSON(carried.sections), "targets": JSON(carried.targets),
          "measurements": JSON(carried.measurements), "tactics": JSON(carried.tactics),
        ]), "remarks": JSON(copy.remarks), "written": JSON(applied.writtenCount),
      ],
      notes: ["carried: \(counts.joined(separator: ", "))"] + copy.remarks
        + ["next:  qapi plan edit \(copy.plan.id)"])
  }

  /// The template that is named; a kind of plan for the year that is named.
  private func chosenTemplate(in db: Database) throws -> PlanTemplate {
    guard try DepartmentStore.kinds(in: db).contains(where: { $0.name.id == template }) else {
      return try TemplateSelection.forNewPlan(template, endsIn: nil, in: db)
    }
    return try PlanNew.opened(TemplateSelection.kind(template, in: db), for: period)
  }

  /// - Throws: `Failure` when there is a copy already, or the template is the plan's own.
  private func checkIsNew(_ found: AgencyPlan, _ new: PlanTemplate, among plans: [AgencyPlan]) throws {
    let samePeriod =
      new.kind == nil
      ? period == nil || period == new.period(of: found.plan)
      : !new.periods.isEmpty && new.periods.first == found.plan.period
    guard found.plan.template.id != new.name.id || !samePeriod else {
      throw Failure.usage(
        "the plan is of this template and period already; nothing was changed",
        next: "name the template of the next cycle, or another of its periods")
    }
    let copies = plans.filter { $0.plan.follows == found.plan.id && $0.plan.template.id == new.name.id }
    guard let copy = copies.last, !again else { return }
    throw Failure.usage(
      "there is a copy of this plan for \(new.year) already: \(copy.plan.id); nothing was changed",
      next: "go on with `qapi plan edit \(PlanName.short(copy.plan.id))`, or say --again for another copy")
  }
}
