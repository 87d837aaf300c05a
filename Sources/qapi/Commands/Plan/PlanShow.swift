import ArgumentParser
import GRDB
import Plans
import Reports
import Store
import SyncEngine

struct PlanShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a plan, or all plans of the state.",
    discussion: """
      --yaml prints the document that `plan edit --file` takes.

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
  @Flag(help: "As the document that people edit.")
  var yaml = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (id == nil) == all else { throw ValidationError("Name a plan, or say --all.") }
    guard !yaml || (!markdown && !all) else { throw ValidationError("--yaml stands alone, for one plan.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let today = try Day.argument(nil)
    let entries = try node.engine.queue.read { db -> [Entry] in
      let plans: [AgencyPlan]
      if let id {
        var selection = PlanSelection()
        selection.id = id
        selection.agency = agency
        plans = [try selection.find(in: db, of: node)]
      } else {
        plans = try PlanStore.plans(of: agency, in: db)
      }
      return try plans.map { found in
        Entry(
          agency: found.agency, plan: found.plan, template: try node.template(of: found.plan, in: db),
          standing: try PlanStanding(of: found, today: today, in: db, node: node))
      }
    }
    let named = entries.map { (agency: node.name(of: $0.agency), plan: $0.plan, template: $0.template) }
    let json = zip(entries, named).map { entry, named in
      [
        JSON.Member(key: "agency", value: .text(entry.agency)), .init(key: "agency_name", value: .text(named.agency)),
        .init(key: "plan", value: JSON(plan: entry.plan)),
        .init(key: "submitted", value: JSON(entry.standing.life.submissions.last?.submittedAt)),
      ] + entry.standing.json
    }
    if let only = json.first, !all {
      return Report(lines: [text(entries[0], agency: named[0].agency)], members: only)
    }
    let title = "Performance Management Plans"
    let lines =
      markdown
      ? [
        PlanPage.statewide(
          zip(entries, named).map {
            PlanPage(of: $0.plan, agency: $1.agency, template: $0.template, standing: $0.standing.fields)
          }, title: title
        ).markdown().trimmingLineEnd
      ]
      : zip(entries, named).flatMap { outline($0, agency: $1.agency) + [""] }
    return Report(lines: lines, json: ["plans": .list(json.map { .object($0) })])
  }

  private struct Entry {
    let agency: String
    let plan: Plan
    let template: PlanTemplate
    let standing: PlanStanding
  }

  private func text(_ entry: Entry, agency: String) -> String {
    if yaml { return PlanFile.text(of: entry.plan, template: entry.template).trimmingLineEnd }
    if markdown {
      return PlanPage(
        of: entry.plan, agency: agency, template: entry.template, standing: entry.standing.fields
      ).page.markdown().trimmingLineEnd
    }
    return outline(entry, agency: agency).joined(separator: "\n")
  }

  private func outline(_ entry: Entry, agency: String) -> [String] {
    PlanOutline.lines(of: entry.plan, agency: agency, template: entry.template, standing: entry.standing)
  }
}

extension String {
  fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
