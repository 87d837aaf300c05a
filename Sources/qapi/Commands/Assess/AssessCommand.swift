import ArgumentParser
import Catalogue
import Changesets
import GRDB
import Improvement
import Records
import Store
import SyncEngine
import Trust

struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "Rate the elements of the catalogue: the agency's self-assessment (IOP.4.2).",
    discussion: "An agency assesses itself, and the department reads it. The department publishes scales and guides.",
    subcommands: [
      AssessAdd.self, AssessList.self, AssessShow.self, AssessPage.self, AssessScale.self, AssessGuide.self,
    ], defaultSubcommand: AssessList.self)
}

struct AssessAdd: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Assess an element.",
    discussion: """
      Earlier assessments stay: they are the history. `qapi assess guide show ELEMENT` has what to look at, `qapi assess \
      scale list` the levels. One that was entered by mistake is taken back with `qapi undo`.

      JSON: \(ShownAssessment.jsonNames).
      """)
  @Argument(help: "Code of the element, like AS.2.6.")
  var element: String
  @Option(help: "Number of a level of the scale.")
  var rating: Int
  @Option(help: "What was found.")
  var findings: String
  @Option(help: "What shows it: figures, reviews, papers.")
  var evidence = ""
  @Option(help: "Id of the scale, or the beginning of it; else the one that is in force.")
  var scale: String?
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let element = try CatalogueCode.element(element, "; nothing was changed")
    let node = try node.open()
    try node.checkIsAgency("self-assessments belong to the agencies", see: "qapi assess list")
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let day = try day.map { try Entered.day($0, "--on") } ?? today
    guard day <= today else {
      throw Failure.usage("\(day) is still to come; nothing was changed", next: "name the day of the assessment")
    }
    var record = Assessment(id: node.newID())
    record.element = element.code
    record.day = "\(day)"
    record.rating = rating
    record.text = try Entered.text(findings, "--findings", mayBeEmpty: false)
    record.evidence = try Entered.text(evidence, "--evidence")
    record.person = person.name
    let shown = try writing.write(on: node, as: person, otherwise: "self-assessment of \(element.code)") { db in
      let scale = try self.scale.map { try AssessScale.find($0, in: db) } ?? AssessmentStore.scaleInForce(in: db)
      guard let levels = scale.readLevels, levels.contains(where: { $0.number == rating }) else {
        let known = (scale.readLevels ?? []).map { "\($0.number) \($0.words)" }.joined(separator: ", ")
        throw Failure.usage(
          "\(rating) is no level of the scale \"\(Shown.line(scale.title))\"; nothing was changed",
          next: known.isEmpty ? "name another scale with --scale" : "use one of: \(known)")
      }
      record.scale = scale.id
      try RecordStore.insert(record, agency: node.member, in: db)
      guard let shown = try ShownAssessment.all(of: node.member, in: db).first(where: { $0.record.id == record.id })
      else { preconditionFailure("the assessment was just written") }
      return shown
    }
    return Report(
      lines: Layout.wrapped("\(element.code) \(element.title): \(shown.rating), \(shown.change)"), json: [:],
      notes: [node.nextExchange],
      members: shown.members)
  }
}

struct AssessList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the latest rating of each element, and how much is assessed.",
    discussion: """
      At the department, without --agency: how much each agency has assessed; with --element: how each agency rates it.

      JSON: of one agency: agency, assessed, elements (counts), assessments (\(ShownAssessment.jsonNames)), missing \
      (codes); of all: agencies (agency, agency_name, assessed, elements, latest), or with --element: assessments.
      """)
  @Option(help: "Only this element.")
  var element: String?
  @Option(help: "Only what stands below this code: an area like AS, a function like AS.2.")
  var area: String?
  @Flag(help: "The elements that are not assessed, instead.")
  var missing = false
  @Option(help: "Code of the agency; else that of the node.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard element == nil || area == nil else { throw ValidationError("Say only one of --element, --area.") }
  }

  func report() throws -> Report {
    let asked = try element.map { [try CatalogueCode.element($0)] } ?? CatalogueCode.elements(area)
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    guard let code = agency ?? (node.isDepartment ? nil : node.member) else {
      guard !missing else { throw Failure.usage("it is not said of which agency", next: "name it with --agency") }
      return try element == nil ? listAgencies(asked, node) : listRatings(asked[0], node)
    }
    let (standings, scales) = try node.engine.queue.read { db in
      (try AssessmentStore.standings(of: code, in: db), try AssessmentStore.scales(in: db))
    }
    // What no catalogue has belongs to the whole list alone.
    let isWhole = element == nil && area == nil
    let listed = AssessmentStanding.inOrder(standings).filter { standing in
      asked.contains { $0.code == standing.element }
        || (isWhole && Catalogue.shippedElement(standing.element) == nil)
    }
    let open = asked.filter { element in !standings.contains { $0.element == element.code } }
    let shown = listed.map { ShownAssessment($0, agency: code, scales: scales) }
    let covered = AssessmentStanding.coverage(listed)
    return Report(
      lines: (missing ? open.flatMap(Self.line) : Layout.table(shown.map(Self.row), cuttingLast: true))
        + ["\(covered) of \(Layout.count(asked.count, "element")) assessed"],
      json: [
        "agency": .text(code), "assessed": JSON(covered), "elements": JSON(asked.count),
        "assessments": .list(shown.map(\.json)), "missing": JSON(open.map(\.code)),
      ])
  }

  private static func line(_ element: Catalogue.Element) -> [String] {
    Layout.wrapped("\(element.code)  \(element.title)", hanging: "        ")
  }

  private static func row(_ shown: ShownAssessment) -> [String] {
    let title = Catalogue.shippedElement(shown.record.element)?.title ?? "not in the catalogue"
    return [
      Shown.line(shown.record.element, limit: 12), Shown.line(shown.record.day), shown.change,
      Shown.line(shown.rating, limit: 24), title,
    ]
  }

  private func listRatings(_ element: Catalogue.Element, _ node: OpenNode) throws -> Report {
    let latest = try node.engine.queue.read { db in
      let all = try ShownAssessment.all(in: db).filter { $0.record.element == element.code }
      return Dictionary(grouping: all, by: \.agency).compactMap(\.value.last).sorted {
        Positions.isBefore($0.agency, $1.agency)
      }
    }
    return Report(
      lines: latest.isEmpty
        ? ["no agency has assessed \(element.code)"]
        : Layout.table(
          latest.map {
            [$0.agency, Shown.line($0.record.day), $0.change, $0.rating]
          }, cuttingLast: true),
      json: ["assessments": .list(latest.map(\.json))])
  }

  private func listAgencies(_ asked: [Catalogue.Element], _ node: OpenNode) throws -> Report {
    let codes = Set(asked.map(\.code))
    let agencies = node.members.map(\.id).filter { $0 != Deployment.department }.sorted(by: Positions.isBefore)
    let rows = try node.engine.queue.read { db in
      try agencies.map { agency in
        let own = try AssessmentStore.standings(of: agency, in: db).filter { codes.contains($0.element) }
        return (agency: agency, count: own.count, latest: own.map(\.latest.day).max(by: Positions.isBefore))
      }
    }
    return Report(
      lines: rows.isEmpty
        ? ["no agencies"]
        : Layout.table(
          rows.map {
            [
              $0.agency, "\($0.count) of \(asked.count)", $0.latest.map { "latest \(Shown.line($0))" } ?? "",
              Shown.line(node.name(of: $0.agency)),
            ]
          }, cuttingLast: true),
      json: [
        "agencies": .list(
          rows.map {
            .object([
              "agency": .text($0.agency), "agency_name": .text(node.name(of: $0.agency)), "assessed": JSON($0.count),
              "elements": JSON(asked.count), "latest": JSON($0.latest),
            ])
          })
      ])
  }
}
