import ArgumentParser
import GRDB
import Improvement
import Plans
import Records
import Reports
import Store
import SyncEngine
import Trust

struct OversightList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List reviews and where they stand; those with late answers or papers first.",
    discussion: """
      JSON: on, records (\(OversightNoun.jsonNames), state, findings, answered, late, papers_late).
      """)
  @Option(help: "Only those of this agency.")
  var agency: String?
  @Option(help: "Only those of this kind.")
  var kind: String?
  @Flag(help: "Also those of which every finding is answered.")
  var all = false
  @Flag(help: "Only those with late answers or papers.")
  var late = false
  @Option(name: .customLong("on"), help: "As of this day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    if let kind, !OversightReview.kinds.contains(kind) {
      throw Failure.usage(
        "there is no kind \(Shown.line(kind))", next: "use one of: \(OversightReview.kinds.joined(separator: ", "))")
    }
    let today = try Day.argument(day)
    let found = try node.engine.queue.read { db in try OversightStore.reviews(of: agency, in: db) }.filter {
      (kind == nil || $0.standing.review.kind == kind) && (!late || isLate($0.standing, today))
    }
    let reviews = found.filter { all || ![.answered, .clean].contains($0.standing.state(on: today)) }
    let hidden = found.count - reviews.count
    let ordered = reviews.filter { isLate($0.standing, today) } + reviews.filter { !isLate($0.standing, today) }
    let ids = PlanName.unique(ordered.map(\.standing.review.id))
    let rows = zip(ids, ordered).map { id, entry in
      let review = entry.standing.review
      return [
        Shown.line(id), entry.agency, review.plannedDay.map { "\($0)" } ?? "-", entry.standing.words(on: today),
        Shown.line(review.title.isEmpty ? review.kind : review.title),
      ]
    }
    return Report(
      lines: ordered.isEmpty
        ? [OversightNoun.none(hidden: hidden)]
        : Layout.table([["id", "agency", "day", "state", "review"]] + rows, cuttingLast: true),
      json: [
        "on": .text("\(today)"),
        "records": .list(
          ordered.map {
            .object(
              OversightNoun.members(of: $0.standing.review, agency: $0.agency) + Self.members(of: $0.standing, today))
          }),
      ])
  }

  private func isLate(_ standing: OversightStanding, _ today: Day) -> Bool {
    !standing.lateFindings(on: today).isEmpty || standing.arePapersLate(on: today)
  }

  static func members(of standing: OversightStanding, _ today: Day) -> [JSON.Member] {
    JSON.members([
      "state": .text(standing.state(on: today).rawValue), "findings": JSON(standing.findings.count),
      "answered": JSON(standing.findings.count(where: \.isAnswered)),
      "late": JSON(standing.lateFindings(on: today).count), "papers_late": JSON(standing.arePapersLate(on: today)),
    ])
  }
}

struct OversightShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a review with its findings and the answers to them.",
    discussion: """
      JSON: \(OversightNoun.jsonNames), state, findings, answered, late, papers_late, items (\
      \(OversightFindingNoun.jsonNames), answered, late, answers); of a page also file_format, file, text.
      """)
  @Argument(help: "Its id, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @Option(name: .customLong("on"), help: "As of this day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check() }

  func report() throws -> Report {
    let node = try node.open()
    let today = try Day.argument(day)
    let (owner, standing) = try node.engine.queue.read { db in
      let found = try RecordWork<OversightNoun>.find(id, agency: agency, in: db)
      return (found.agency, try OversightStore.standing(of: found.entry, agency: found.agency, in: db))
    }
    let form = OversightPage.page(standing, agency: node.name(of: owner), today: today)
    let items = standing.findings.map { entry in
      JSON.object(
        OversightFindingNoun.members(of: entry.finding, agency: owner)
          + JSON.members([
            "answered": JSON(entry.isAnswered), "late": JSON(entry.isLate(on: today)),
            "answers": .list(entry.answers.map { .object(JSON.members(of: $0)) }),
          ]))
    }
    let members =
      OversightNoun.members(of: standing.review, agency: owner)
      + OversightList.members(of: standing, today) + [.init(key: "items", value: .list(items))]
    guard !page.isAsked else {
      return try page.report(form, members: members)
    }
    return Report(lines: lines(standing, owner, today, node), members: members)
  }

  private func lines(_ standing: OversightStanding, _ agency: String, _ today: Day, _ node: OpenNode) -> [String] {
    let ids = PlanName.unique(standing.findings.map(\.finding.id))
    return RecordShow<OversightNoun>.facts(of: standing.review, agency: agency, node)
      + ["", "state: \(standing.words(on: today))"]
      + zip(ids, standing.findings).flatMap { id, entry in
        let finding = entry.finding
        let due = finding.answerDue.isEmpty ? "" : "answer due \(finding.answerDue)"
        let heading = ["finding \(id)", finding.element, due].filter { !$0.isEmpty }.joined(separator: ", ")
        return ["", Shown.line(heading)]
          + Layout.wrapped(Shown.text(finding.text), margin: "  ") + OversightWords.answers(of: entry, on: today)
      }
  }
}

struct OversightScheduleCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Each agency's last and next scheduled review; those over two years first.",
    discussion: """
      IOP.4.3 expects scheduled reviews every two years on average, more or less often by performance: an agency whose \
      last is longer ago, or that had none, is marked. It blocks nothing.

      JSON: on, years, agencies (agency, agency_name, last, next, overdue).
      """)
  @Flag(help: "Only the marked ones.")
  var overdue = false
  @Option(name: .customLong("on"), help: "As of this day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let today = try Day.argument(day)
    let reviews = try node.engine.queue.read { db in try RecordStore.all(OversightReview.self, in: db) }
    let agencies =
      node.isDepartment
      ? node.members.map(\.id).filter { $0 != Deployment.department }.sorted() : [node.member]
    let schedule = OversightSchedule(of: agencies, reviews: reviews.map { ($0.agency, $0.record) }, on: today)
    let shown = schedule.overdue + (overdue ? [] : schedule.agencies.filter { !$0.isOverdue })
    let rows = shown.map { entry in
      [
        entry.agency, entry.last.map { "\($0)" } ?? "none", entry.next.map { "\($0)" } ?? "none",
        entry.isOverdue ? (entry.last == nil ? "never reviewed" : "over two years ago") : "",
      ]
    }
    return Report(
      lines: shown.isEmpty
        ? ["no agencies"]
        : ["\(schedule.overdue.count) of \(schedule.agencies.count) without a scheduled review in two years"]
          + Layout.table([["agency", "last", "next", ""]] + rows),
      json: [
        "on": .text("\(today)"), "years": JSON(OversightSchedule.years),
        "agencies": .list(
          shown.map { entry in
            .object([
              "agency": .text(entry.agency), "agency_name": .text(node.name(of: entry.agency)),
              "last": JSON(entry.last.map { "\($0)" }), "next": JSON(entry.next.map { "\($0)" }),
              "overdue": JSON(entry.isOverdue),
            ])
          }),
      ])
  }
}
