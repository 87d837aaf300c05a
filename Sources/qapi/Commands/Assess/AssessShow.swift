import ArgumentParser
import Catalogue
import GRDB
import Improvement
import Records
import Reports
import Store
import SyncEngine

struct AssessShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show all self-assessments of an element, the latest first.",
    discussion: "JSON: element, title, assessments (\(ShownAssessment.jsonNames)).")
  @Argument(help: "Code of the element, like AS.2.6.")
  var element: String
  @Option(help: "Only those of this agency.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let element = try CatalogueCode.element(element)
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let found = try node.engine.queue.read { db in
      try ShownAssessment.all(of: agency, in: db).filter { $0.record.element == element.code }
    }
    let byAgency = Dictionary(grouping: found, by: \.agency)
    let ordered = byAgency.keys.sorted(by: Positions.isBefore).flatMap { (byAgency[$0] ?? []).reversed() }
    let head = Layout.wrapped("\(element.code)  \(element.title)", hanging: "        ").map(Terminal.strong)
    return Report(
      lines: head + (ordered.isEmpty ? ["not assessed"] : ordered.flatMap { [""] + words(of: $0, node) }),
      json: [
        "element": .text(element.code), "title": .text(element.title), "assessments": .list(ordered.map(\.json)),
      ])
  }

  private func words(of shown: ShownAssessment, _ node: OpenNode) -> [String] {
    Layout.facts(
      [
        ["\(Shown.line(shown.record.day)):", "\(shown.rating), \(shown.change)"],
        ["agency:", "\(shown.agency)  \(Shown.line(node.name(of: shown.agency)))"],
        ["by:", Shown.line(shown.record.person)], ["scale:", Shown.line(shown.scale)],
        ["findings:", Shown.text(shown.record.text)], ["evidence:", Shown.text(shown.record.evidence)],
      ].filter { !$0[1].isEmpty })
  }
}

struct AssessPage: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Write an agency's self-assessment by area as a page.",
    discussion: "JSON: agency, file_format, file, text (file is null without --output, and text with it).")
  @Option(help: "Code of the agency; else that of the node.")
  var agency: String?
  @Option(name: .customLong("on"), help: "The day on the page, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var form: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try form.check()
    try form.checkAsked()
  }

  func report() throws -> Report {
    let day = try Day.argument(day)
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    guard let code = agency ?? (node.isDepartment ? nil : node.member) else {
      throw Failure.usage("it is not said of which agency", next: "name it with --agency")
    }
    let page = try node.engine.queue.read { db in
      AssessmentPage(
        agency: node.name(of: code), standings: try AssessmentStore.standings(of: code, in: db), catalogue: .shipped,
        scales: try AssessmentStore.scales(in: db), scale: try AssessmentStore.scaleInForce(in: db), day: day
      ).page
    }
    return try form.report(
      page, members: [.init(key: "agency", value: .text(code))])
  }
}
