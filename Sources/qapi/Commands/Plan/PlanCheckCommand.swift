import ArgumentParser
import Foundation
import GRDB
import Plans
import Store
import SyncEngine

struct PlanCheckCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what the letter asks for and the plan lacks.",
    discussion: """
      Exits with 3 when something is missing that the letter requires, or when it cannot be known.

      JSON: plan, agency, items (rule, severity, place, message, source).
      """)
  @OptionGroup var selection: PlanSelection
  @Option(name: .customLong("on"), help: "Check as of this day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let today = try Day.argument(day)
    let node = try node.open()
    let (found, items) = try node.engine.queue.read { db in
      let found = try selection.find(in: db, of: node)
      return (found, try PlanChecking.items(of: found, today: today, in: db, node: node))
    }
    let lines = items.flatMap { item in
      Layout.wrapped(
        "\(item.severity.rawValue): \(Shown.line(item.place)): \(Shown.line(item.message))"
          + (item.source.isEmpty ? "" : " [\(Shown.line(item.source))]"), hanging: "  ")
    }
    return Report(
      lines: items.isEmpty ? ["nothing is missing"] : lines,
      json: [
        "plan": .text(found.plan.id), "agency": .text(found.agency),
        "items": .list(
          items.map {
            .object([
              "rule": .text($0.rule), "severity": .text($0.severity.rawValue), "place": .text($0.place),
              "message": .text($0.message), "source": .text($0.source),
            ])
          }),
      ], status: items.contains { $0.severity == .error || $0.severity == .notKnown } ? .open : .done)
  }
}
