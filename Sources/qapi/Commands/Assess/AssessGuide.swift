import ArgumentParser
import Catalogue
import GRDB
import Improvement
import Records
import Store
import SyncEngine

struct AssessGuide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide", abstract: "See and publish what to look at when an element is assessed.",
    discussion: """
      The QAPI manual announces an assessment guide and holds none. Until the department publishes one, ours is shown, and \
      is labelled so.
      """,
    subcommands: [List.self, Show.self, Publish.self], defaultSubcommand: List.self)

  static let jsonNames = "id, element (empty: all), version, questions (a list), source, shipped"

  static func members(of guide: AssessmentGuide) -> [JSON.Member] {
    [
      .init(key: "id", value: .text(guide.id)), .init(key: "element", value: .text(guide.element)),
      .init(key: "version", value: JSON(guide.version)), .init(key: "questions", value: JSON(guide.questionList)),
      .init(key: "source", value: .text(guide.source)),
      .init(key: "shipped", value: .boolean(guide.id == AssessmentGuide.shipped.id)),
    ]
  }

  private static func scope(of guide: AssessmentGuide) -> String {
    guide.element.isEmpty ? "all elements" : Shown.line(guide.element, limit: 16)
  }

  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the assessment guides.", discussion: "JSON: guides (\(AssessGuide.jsonNames)).")
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      let guides =
        [AssessmentGuide.shipped]
        + (try node.engine.queue.read { db in try RecordStore.published(AssessmentGuide.self, in: db) })
      return Report(
        lines: Layout.table(
          guides.map {
            [
              AssessGuide.scope(of: $0), "version \($0.version)", Layout.count($0.questionList.count, "question"),
              Shown.line($0.source),
            ]
          }, cuttingLast: true),
        json: ["guides": .list(guides.map { .object(AssessGuide.members(of: $0)) })])
    }
  }

  struct Show: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the guide for a code: its own, else that of its function, its area, of all.",
      discussion: "JSON: \(AssessGuide.jsonNames).")
    @Argument(help: "Code of an element, a function or an area; else the guide to all.")
    var code: String?
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let code = try code.map { try CatalogueCode.entry($0).code } ?? ""
      let node = try node.open()
      let published = try node.engine.queue.read { db in try RecordStore.published(AssessmentGuide.self, in: db) }
      let guide = AssessmentGuide.inForce(for: code, among: published)
      let head = Layout.facts([
        ["guide to:", AssessGuide.scope(of: guide)], ["version:", "\(guide.version)"],
        ["source:", Shown.line(guide.source)],
      ])
      return Report(
        lines: head + [""]
          + guide.questionList.flatMap { Layout.wrapped(Shown.line($0), margin: "- ", hanging: "  ") },
        json: [:], members: AssessGuide.members(of: guide))
    }
  }

  struct Publish: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Publish an assessment guide, or its next version (the department only).",
      discussion: "JSON: \(AssessGuide.jsonNames).")
    @Argument(help: "Code of an element, a function or an area; else the guide to all.")
    var code: String?
    @Option(help: "A question; repeat it for each.")
    var question: [String]
    @Option(help: "Where the guide is from, in words.")
    var source: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let code = try code.map { try CatalogueCode.entry($0, "; nothing was changed").code } ?? ""
      let node = try node.open()
      try node.checkIsDepartment("publishes assessment guides", see: "qapi assess guide list")
      let person = try writing.person(of: node)
      var guide = AssessmentGuide(id: node.newID())
      guide.element = code
      guide.questions = try question.map { try Entered.text($0, "--question", oneLine: true, mayBeEmpty: false) }
        .joined(separator: "\n")
      guide.source = try Entered.text(source, "--source", oneLine: true, mayBeEmpty: false)
      try writing.write(on: node, as: person, otherwise: "published assessment guide") { db in
        let before = try RecordStore.published(AssessmentGuide.self, in: db).filter { $0.element == code }
        guide.version = (before.map(\.version).max() ?? 0) + 1
        try RecordStore.insert(guide, agency: nil, in: db)
      }
      return Report(
        lines: ["published version \(guide.version) of the guide to \(AssessGuide.scope(of: guide))"], json: [:],
        notes: ["next:  qapi merge"], members: AssessGuide.members(of: guide))
    }
  }
}
