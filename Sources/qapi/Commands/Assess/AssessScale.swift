import ArgumentParser
import GRDB
import Improvement
import Records
import Store
import SyncEngine

struct AssessScale: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scale", abstract: "See and publish the levels in which elements are rated.",
    discussion: """
      The QAPI manual has no rating scale. Until the department publishes one, ours is used, and is labelled so.
      """,
    subcommands: [List.self, Publish.self], defaultSubcommand: List.self)

  static let jsonNames = "id, title, levels (number, words), source, shipped, in_force"

  static func find(_ id: String, in db: Database) throws -> RatingScale {
    let scales = try AssessmentStore.scales(in: db)
    let id = try OneOf.id(
      beginning: id, among: scales.map(\.id), of: "rating scale", listedBy: "qapi assess scale list")
    return scales.first { $0.id == id } ?? .shipped
  }

  static func members(of scale: RatingScale, isInForce: Bool) -> [JSON.Member] {
    [
      .init(key: "id", value: .text(scale.id)), .init(key: "title", value: .text(scale.title)),
      .init(
        key: "levels",
        value: .list(
          (scale.readLevels ?? []).map { .object(["number": JSON($0.number), "words": .text($0.words)]) })),
      .init(key: "source", value: .text(scale.source)),
      .init(key: "shipped", value: .boolean(scale.id == RatingScale.shipped.id)),
      .init(key: "in_force", value: .boolean(isInForce)),
    ]
  }

  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the rating scales; the newest of the department is in force.",
      discussion: "JSON: scales (\(AssessScale.jsonNames)).")
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      let (scales, inForce) = try node.engine.queue.read { db in
        (try AssessmentStore.scales(in: db), try AssessmentStore.scaleInForce(in: db).id)
      }
      let lines = scales.flatMap { scale -> [String] in
        let mark = scale.id == inForce ? "  (in force)" : ""
        let levels = scale.readLevels.map { $0.map { "  \($0.number)  \(Shown.line($0.words))" } }
        return [Terminal.strong(Shown.line(scale.title) + mark)]
          + Layout.facts([["  id:", Shown.line(scale.id)], ["  source:", Shown.line(scale.source)]])
          + (levels ?? ["  its levels cannot be read"]) + [""]
      }
      return Report(
        lines: lines.dropLast(),
        json: [
          "scales": .list(
            scales.map { .object(AssessScale.members(of: $0, isInForce: $0.id == inForce)) })
        ])
    }
  }

  struct Publish: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Publish a rating scale (the department only).",
      discussion: """
        It is in force from then on; assessments in another scale stay as they are. Write each level as "1 | not in place", \
        the lowest first.

        JSON: \(AssessScale.jsonNames).
        """)
    @Option(help: "What the scale is called.")
    var title: String
    @Option(help: "A level, like \"1 | not in place\"; two or more, the lowest first.")
    var level: [String]
    @Option(help: "Where the scale is from, in words.")
    var source: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      try node.checkIsDepartment("publishes rating scales", see: "qapi assess scale list")
      let person = try writing.person(of: node)
      var scale = RatingScale(id: node.newID())
      scale.title = try Entered.text(title, "--title", oneLine: true, mayBeEmpty: false)
      scale.levels = try level.map { try Entered.text($0, "--level", oneLine: true, mayBeEmpty: false) }
        .joined(separator: "\n")
      scale.source = try Entered.text(source, "--source", oneLine: true, mayBeEmpty: false)
      guard let levels = scale.readLevels else {
        throw Failure.usage(
          "these levels are no scale; nothing was changed",
          next: "write two or more, each a number from 1 to 99, a bar and words, the lowest first: "
            + "--level \"1 | not in place\" --level \"2 | in place\"")
      }
      scale.levels = levels.map { "\($0.number) | \($0.words)" }.joined(separator: "\n")
      try writing.write(on: node, as: person, otherwise: "published rating scale") { db in
        // An id that sorts after every other makes it the one in force, whatever this node's clock says.
        let newest = try RecordStore.published(RatingScale.self, in: db).last?.id
        var later = RatingScale(id: node.laterID(than: newest))
        (later.title, later.levels, later.source) = (scale.title, scale.levels, scale.source)
        scale = later
        try RecordStore.insert(scale, agency: nil, in: db)
      }
      return Report(
        lines: [
          "published the rating scale \"\(Shown.line(scale.title))\" with \(Layout.count(levels.count, "level"))"
        ],
        json: [:], notes: ["next:  qapi merge"], members: AssessScale.members(of: scale, isInForce: true))
    }
  }
}
