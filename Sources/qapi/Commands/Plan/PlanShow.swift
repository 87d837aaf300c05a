import ArgumentParser
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct PlanShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a plan, or all plans of the state.",
    discussion: """
      --yaml prints the document that `plan edit --file` takes. --all leaves out plans whose template is not known here, and \
      says so; the exit code is 3 then.

      JSON: agency, agency_name, plan (the plan as submissions freeze it), submitted (when last), \(PlanStanding.jsonNames); with --all: plans, a list of these.
      """)
  @Argument(help: "Id of the plan, or the beginning of it, or `latest` for the newest.")
  var id: String?
  @Option(help: "Code of the agency whose plan it is; with --all, only its plans.")
  var agency: String?
  @Flag(help: "All plans that this node reads, in one document.")
  var all = false
  @Flag(help: "As Markdown, in the words and the order of the template's form.")
  var markdown = false
  @Flag(help: "As one HTML page, in the words and the order of the template's form.")
  var html = false
  @Flag(help: "As the document that people edit.")
  var yaml = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (id == nil) == all else { throw ValidationError("Name a plan, or say --all.") }
    guard !html || !markdown else { throw ValidationError("Say --html or --markdown.") }
    guard !yaml || (!markdown && !html && !all) else { throw ValidationError("--yaml stands alone, for one plan.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let (entries, notes) = try Self.entries(id, agency: agency, in: node)
    if let only = entries.first, !all {
      return Report(lines: [text(only, in: node)], members: only.members(in: node))
    }
    let page = PlanPage.statewide(
      entries.map { $0.page(in: node) }, title: Self.statewideTitle)
    let lines =
      markdown || html
      ? [(html ? page.html() : page.markdown()).trimmingLineEnd]
      : entries.flatMap { outline($0, in: node) + [""] }
    return Report(
      lines: lines, json: ["plans": .list(entries.map { .object($0.members(in: node)) })], notes: notes,
      status: notes.isEmpty ? .done : .open)
  }

  static let statewideTitle = "Performance Management Plans"

  struct Entry {
    let agency: String
    let plan: Plan
    let template: PlanTemplate
    let standing: PlanStanding

    func members(in node: OpenNode) -> [JSON.Member] {
      [
        .init(key: "agency", value: .text(agency)), .init(key: "agency_name", value: .text(node.name(of: agency))),
        .init(key: "plan", value: JSON(plan: plan)),
        .init(key: "submitted", value: JSON(standing.life.submissions.last?.submittedAt)),
      ] + standing.json
    }

    func page(in node: OpenNode) -> PlanPage {
      PlanPage(of: plan, agency: node.name(of: agency), template: template, standing: standing.fields)
    }
  }

  /// One plan, or all plans that are read.
  ///
  /// - Parameters:
  ///   - id: as ``PlanSelection`` takes it; nil for all.
  ///   - agency: whose plans; nil for all.
  /// - Returns: the plans, and what is left out of all: one plan with a template of its own hides no other's.
  static func entries(
    _ id: String?, agency: String?, in node: OpenNode
  ) throws -> (entries: [Entry], notes: [String]) {
    if let agency { try node.checkAgency(agency) }
    let today = try Day.argument(nil)
    return try node.engine.queue.read { db in
      var plans: [AgencyPlan]
      var notes: [String] = []
      if let id {
        var selection = PlanSelection()
        selection.id = id
        selection.agency = agency
        plans = [try selection.find(in: db, of: node)]
      } else {
        plans = try PlanStore.plans(of: agency, in: db)
        let known = Set((try DepartmentStore.templates(in: db) + DepartmentStore.kinds(in: db)).map(\.name))
        notes = plans.filter { !known.contains($0.plan.template) }.map { left in
          "plan \(left.plan.id) of \(left.agency) is left out: its template \(left.plan.template) is not known here; see "
            + "`qapi findings`"
        }
        plans.removeAll { !known.contains($0.plan.template) }
      }
      let entries = try plans.map { found in
        Entry(
          agency: found.agency, plan: found.plan, template: try node.template(of: found.plan, in: db),
          standing: try PlanStanding(of: found, today: today, in: db, node: node))
      }
      return (entries, notes)
    }
  }

  private func text(_ entry: Entry, in node: OpenNode) -> String {
    if yaml { return PlanFile.text(of: entry.plan, template: entry.template).trimmingLineEnd }
    if markdown || html {
      let page = entry.page(in: node).page
      return (html ? page.html() : page.markdown()).trimmingLineEnd
    }
    return outline(entry, in: node).joined(separator: "\n")
  }

  private func outline(_ entry: Entry, in node: OpenNode) -> [String] {
    PlanOutline.lines(
      of: entry.plan, agency: node.name(of: entry.agency), template: entry.template, standing: entry.standing)
  }
}

extension String {
  fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
