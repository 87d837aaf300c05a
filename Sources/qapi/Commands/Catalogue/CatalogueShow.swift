import ArgumentParser
import Catalogue
import GRDB
import Improvement
import Store
import SyncEngine

struct CatalogueShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an element: standard, tasks, measures, authorities, assessments, practices.",
    discussion: """
      Self-assessments and published practices come from the node, if there is one.

      JSON: code, kind, title, above (codes), elements (codes), standards, tasks (part, number, title), \
      performance_measures, compliance_measures, authorities, practice_count, assessments (as `assess show`), practices \
      (as `practice list`); from standards on for an element only.
      """)
  @Argument(help: "Code of an element, a function or an area, like AS.2.6.")
  var code: String
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let entry = try CatalogueCode.entry(code)
    let above = Catalogue.shipped.above(entry.code)
    let place = above.map { "\($0.code) \($0.title)" }.joined(separator: " > ")
    let head =
      Layout.wrapped("\(entry.code)  \(entry.title)", hanging: "        ").map(Terminal.strong)
      + (place.isEmpty ? [] : Layout.wrapped(place))
    var members: [JSON.Member] = [
      .init(key: "code", value: .text(entry.code)), .init(key: "kind", value: .text(entry.kind)),
      .init(key: "title", value: .text(entry.title)), .init(key: "above", value: JSON(above.map(\.code))),
    ]
    guard case .element(let element) = entry else {
      members.append(.init(key: "elements", value: JSON(entry.elements.map(\.code))))
      let below = Catalogue.shipped.tree(of: entry.code).dropFirst().flatMap { CatalogueList.lines(of: $0) }
      return Report(lines: head + below, json: [:], members: members)
    }
    let found = try rows(of: element)
    members += CatalogueList.members(of: entry).filter { $0.key == "tasks" } + Self.members(of: element)
    members.append(.init(key: "assessments", value: .list(found.assessments.map(\.json))))
    members.append(.init(key: "practices", value: .list(found.practices.map(\.json))))
    return Report(
      lines: head + words(of: element) + words(of: found.assessments, found.practices), json: [:], members: members)
  }

  // MARK: The catalogue

  private func words(of element: Catalogue.Element) -> [String] {
    func list(_ title: String, _ texts: [String]) -> [String] {
      texts.isEmpty
        ? [] : ["", title] + texts.flatMap { Layout.wrapped($0, margin: "  - ", hanging: "    ") }
    }
    func paragraph(_ title: String, _ texts: [String]) -> [String] {
      texts.isEmpty ? [] : ["", title] + texts.flatMap { Layout.wrapped($0, margin: "  ") }
    }
    return paragraph(element.standards.count == 1 ? "Standard" : "Standards", element.standards)
      + ["", "Tasks"] + Self.tasks(of: element)
      + list("Performance measures", element.performanceMeasures)
      + list("Compliance measures", element.complianceMeasures)
      + paragraph("Authority, as of 2002", [element.authorities.joined(separator: "; ")].filter { !$0.isEmpty })
      + (element.practiceCount == 0 ? [] : ["", "Best practices in the manual: \(element.practiceCount)"])
  }

  static func tasks(of element: Catalogue.Element) -> [String] {
    var part = ""
    return element.tasks.flatMap { task -> [String] in
      let head = task.part == part ? [] : ["  \(task.part)"]
      part = task.part
      let number = String(repeating: " ", count: task.number < 10 ? 1 : 0) + "\(task.number)"
      return head + Layout.wrapped(task.title, margin: "  \(number) ", hanging: "     ")
    }
  }

  private static func members(of element: Catalogue.Element) -> [JSON.Member] {
    [
      .init(key: "standards", value: JSON(element.standards)),
      .init(key: "performance_measures", value: JSON(element.performanceMeasures)),
      .init(key: "compliance_measures", value: JSON(element.complianceMeasures)),
      .init(key: "authorities", value: JSON(element.authorities)),
      .init(key: "practice_count", value: JSON(element.practiceCount)),
    ]
  }

  // MARK: The node

  /// What the node knows of an element; nothing where there is no node and none was named.
  private func rows(of element: Catalogue.Element) throws -> (
    assessments: [ShownAssessment], practices: [ShownPractice]
  ) {
    guard try self.node.path != nil || self.node.folder().exists else { return ([], []) }
    let node = try self.node.open()
    return try node.engine.queue.read { db in
      (
        try ShownAssessment.all(in: db).filter { $0.record.element == element.code },
        try ShownPractice.all(in: db).filter { $0.element == element.code && $0.isPublished }
      )
    }
  }

  private func words(of assessments: [ShownAssessment], _ practices: [ShownPractice]) -> [String] {
    (assessments.isEmpty
      ? []
      : ["", "Self-assessments"]
        + Layout.table(
          assessments.map { ["  " + Shown.line($0.record.day), $0.agency, $0.rating, $0.change] }, cuttingLast: true))
      + (practices.isEmpty
        ? []
        : ["", "Practices"]
          + Layout.table(
            zip(PlanName.unique(practices.map(\.id)), practices).map { id, practice in
              ["  " + Shown.line(id), practice.from, Shown.line(practice.title)]
            }, cuttingLast: true))
  }
}
