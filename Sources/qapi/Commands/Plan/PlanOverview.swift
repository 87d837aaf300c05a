import ArgumentParser
import Foundation
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine
import Trust

struct PlanOverview: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "All agencies of a planning cycle: status, late, tactics, progress.",
    discussion: """
      On a node of the department of all agencies; on a node of an agency of what it reads. --html and --markdown make a \
      page of it, with charts and their figures.

      JSON: template, on, agencies (agency, agency_name, region, administrator, plan, title, state, amendment (its state), late, due, errors, \
      not_known, warnings, run_by_department).
      """)
  @Option(help: "Template of the cycle, or kind of plan; else that of the newest plans.")
  var template: String?
  @Option(help: "Year of the plans, for a kind of plan, like \"SFY 2024-25\"; else this year.")
  var period: String?
  @Option(help: "Only the agencies of this region.")
  var region: String?
  @Flag(help: "As a page in HTML.")
  var html = false
  @Flag(help: "As a page in Markdown.")
  var markdown = false
  @Option(name: .customLong("output"), help: "Write the page to this file.")
  var path: String?
  @Option(name: .customLong("on"), help: "As of this day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !html || !markdown else { throw ValidationError("Say only one of --html, --markdown.") }
    guard path == nil || html || markdown else { throw ValidationError("--output goes with --html or --markdown.") }
  }

  func report() throws -> Report {
    let today = try Day.argument(day)
    let node = try node.open()
    let (template, entries) = try node.engine.queue.read { db -> (PlanTemplate, [Entry]) in
      let chosen = try PlanNew.opened(chosenTemplate(in: db), for: period)
      return (chosen, try standings(of: chosen, today: today, in: db, node: node))
    }
    guard region == nil || !entries.isEmpty else {
      throw Failure.usage("no agency is in the region \(Shown.line(region ?? ""))", next: "see `qapi agency list`")
    }
    let page = StatewidePage.page(
      entries.map(\.standing), template: template, states: PlanState.allCases.map(\.rawValue), today: today)
    let json: KeyValuePairs<String, JSON> = [
      "template": .text(template.name.id), "on": .text("\(today)"), "agencies": .list(entries.map(\.json)),
    ]
    guard html || markdown else { return Report(lines: lines(entries, template, today), json: json) }
    let text = html ? page.html() : page.markdown()
    guard let path else { return Report(lines: [text.hasSuffix("\n") ? String(text.dropLast()) : text], json: json) }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.error, "the page cannot be written", at: path, next: "check the path, its rights and the space")
    }
    return Report(lines: [Shown.line(path)], json: json)
  }

  // MARK: What is looked at

  fileprivate struct Entry {
    let code: String
    let plan: Plan?
    /// The state of an amendment that is on its way.
    let amendment: String?
    let standing: AgencyStanding
  }

  /// The template that is named; else that of the newest cycle of which there is a plan; else the newest of all.
  private func chosenTemplate(in db: Database) throws -> PlanTemplate {
    let templates = try DepartmentStore.templates(in: db)
    let used = Set(try PlanStore.plans(in: db).map(\.plan.template.id))
    let candidates =
      used.isDisjoint(with: templates.map(\.name.id)) ? templates : templates.filter { used.contains($0.name.id) }
    let kinds = try DepartmentStore.kinds(in: db).filter { $0.name.id == template }
    if let kind = kinds.max(by: { $0.name.version < $1.name.version }) { return kind }
    let id = template ?? candidates.max { $0.begins < $1.begins }?.name.id ?? ""
    guard let found = templates.filter({ $0.name.id == id }).max(by: { $0.name.version < $1.name.version }) else {
      throw Failure.usage("there is no template \(Shown.line(id))", next: "see `qapi template list`")
    }
    return found
  }

  private func standings(of template: PlanTemplate, today: Day, in db: Database, node: OpenNode) throws -> [Entry] {
    let plans = Dictionary(
      grouping: try PlanStore.plans(in: db).filter { entry in
        entry.plan.template.id == template.name.id
          && (template.kind == nil || entry.plan.period == template.periods.first ?? "")
      }, by: \.agency)
    let regions = try CycleStore.regions(in: db)
    let members = node.isDepartment ? node.members.map(\.id).filter { $0 != Deployment.department } : [node.member]
    let codes = Set(members).union(plans.keys).sorted(by: Positions.isBefore)
    return try codes.compactMap { code in
      let place = regions[code]
      if let region, place?.name != region { return nil }
      // Of several plans of one cycle the newest that was handed in is the agency's, else the newest draft.
      let own = try plans[code]?.map { try PlanStanding(of: $0, today: today, in: db, node: node) } ?? []
      let handedIn = own.filter { !$0.life.submissions.isEmpty }
      let standing = (handedIn.isEmpty ? own : handedIn).max { Positions.isBefore($0.found.plan.id, $1.found.plan.id) }
      let found = standing?.found
      let isKnown = standing?.template != nil
      let items =
        try found.map { isKnown ? try PlanChecking.items(of: $0, today: today, in: db, node: node) : [] } ?? []
      let dates = try CycleStore.dates(of: template, agency: code, in: db)
      return Entry(
        code: code, plan: found?.plan, amendment: standing?.life.amendment?.state.rawValue,
        standing: AgencyStanding(
          agency: node.name(of: code), region: place?.name ?? "", administrator: place?.administrator ?? "",
          plan: found?.plan, state: standing?.life.state.rawValue ?? "no plan",
          items: standing?.due ?? [DueItem(.plan, dates: dates, submitted: nil, today: today)],
          errorCount: items.count { $0.severity == .error },
          // Of a plan whose version of the template is not here nothing can be said.
          notKnownCount: found != nil && !isKnown ? 1 : items.count { $0.severity == .notKnown },
          warningCount: items.count { $0.severity == .warning },
          isRunByDepartment: node.agenciesRunByDepartment.contains(code)))
    }
  }

  // MARK: On the terminal

  private func lines(_ entries: [Entry], _ template: PlanTemplate, _ today: Day) -> [String] {
    let states = Dictionary(grouping: entries, by: \.standing.state).mapValues(\.count)
    let order = PlanState.allCases.map(\.rawValue) + ["no plan"]
    let summary = order.compactMap { state in states[state].map { "\($0) \(state)" } }.joined(separator: ", ")
    let rows = entries.map { entry in
      let late = entry.standing.items.filter { $0.isLate && $0.submitted == nil }
      let amendment = entry.amendment.map { ", amendment \($0)" } ?? ""
      let mark = entry.standing.isRunByDepartment ? " (DCSS)" : ""
      let errors = entry.standing.errorCount + entry.standing.notKnownCount
      return [
        entry.code, entry.standing.region.isEmpty ? "no region" : Shown.line(entry.standing.region, limit: 16),
        entry.standing.state + amendment + mark,
        late.isEmpty ? "" : "late: " + late.map(\.item.rawValue).joined(separator: ", "),
        errors == 0 ? "" : "\(errors) missing or not known",
      ]
    }
    return [
      Terminal.strong("\(Shown.line(template.year)), \(Layout.count(entries.count, "agency", "agencies")), \(today)")
    ]
      + Layout.wrapped(summary) + [""]
      + Layout.table(rows)
  }
}

extension PlanOverview.Entry {
  fileprivate var json: JSON {
    .object([
      "agency": .text(code), "agency_name": .text(standing.agency), "region": .text(standing.region),
      "administrator": .text(standing.administrator), "plan": JSON(plan?.id), "title": JSON(plan?.title),
      "state": .text(standing.state), "amendment": JSON(amendment),
      "late": .boolean(standing.items.contains(where: \.isLate)),
      "due": .list(standing.items.map(\.json)), "errors": JSON(standing.errorCount),
      "not_known": JSON(standing.notKnownCount), "warnings": JSON(standing.warningCount),
      "run_by_department": .boolean(standing.isRunByDepartment),
    ])
  }
}
