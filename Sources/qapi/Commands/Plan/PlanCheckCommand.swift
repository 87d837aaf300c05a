import ArgumentParser
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct PlanCheckCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what the letter asks for and the plan lacks.",
    discussion: """
      Exits with 3 when something is missing that the letter requires, or when it cannot be known. With --all every plan \
      that this node reads is checked; on a node of the department, those of all agencies.

      JSON: plan, agency, items (rule, severity, place, message, source); with --all: plans, a list of these.
      """)
  @Argument(help: "Id of the plan, or the beginning of it, or `latest` for the newest.")
  var id: String?
  @Option(help: "Code of the agency whose plan it is; with --all, only its plans.")
  var agency: String?
  @Flag(help: "All plans that this node reads.")
  var all = false
  @Option(help: "With --all: only plans of this template.")
  var template: String?
  @Option(name: .customLong("on"), help: "Check as of this day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (id == nil) == all else { throw ValidationError("Name a plan, or say --all.") }
    guard template == nil || all else { throw ValidationError("--template goes with --all.") }
  }

  func report() throws -> Report {
    let today = try Day.argument(day)
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let checked = try node.engine.queue.read { db -> [Checked] in
      let plans: [AgencyPlan]
      if let id {
        var selection = PlanSelection()
        selection.id = id
        selection.agency = agency
        plans = [try selection.find(in: db, of: node)]
      } else {
        plans = try PlanStore.plans(of: agency, in: db).filter { template == nil || $0.plan.template.id == template }
      }
      return try plans.map {
        Checked(found: $0, items: try PlanChecking.items(of: $0, today: today, in: db, node: node))
      }
    }
    let isOpen = checked.contains { $0.isOpen }
    guard all, id == nil else {
      let only = checked[0]
      return Report(lines: only.lines(), status: isOpen ? .open : .done, members: only.json)
    }
    let ids = PlanName.unique(checked.map(\.found.plan.id))
    return Report(
      lines: checked.isEmpty
        ? ["no plans"]
        : zip(checked, ids).flatMap { entry, id in
          Layout.wrapped(Terminal.strong("\(entry.found.agency) · plan \(id) · \(Shown.line(entry.found.plan.title))"))
            + entry.lines(margin: "  ")
        },
      json: ["plans": .list(checked.map { .object($0.json) })], status: isOpen ? .open : .done)
  }

  private struct Checked {
    let found: AgencyPlan
    let items: [PlanCheckItem]

    var isOpen: Bool { items.contains { $0.severity == .error || $0.severity == .notKnown } }

    func lines(margin: String = "") -> [String] {
      if items.isEmpty { return [margin + "nothing is missing"] }
      return items.flatMap { item in
        Layout.wrapped(
          "\(item.severity.rawValue): \(Shown.line(item.place)): \(Shown.line(item.message))"
            + (item.source.isEmpty ? "" : " [\(Shown.line(item.source))]"), margin: margin, hanging: margin + "  ")
      }
    }

    var json: [JSON.Member] {
      let items = items.map { item in
        JSON.object([
          "rule": .text(item.rule), "severity": .text(item.severity.rawValue), "place": .text(item.place),
          "message": .text(item.message), "source": .text(item.source),
        ])
      }
      return [
        .init(key: "plan", value: .text(found.plan.id)), .init(key: "agency", value: .text(found.agency)),
        .init(key: "items", value: .list(items)),
      ]
    }
  }
}
