import ArgumentParser
import GRDB
import Improvement
import Plans
import Records
import Reports
import Store
import SyncEngine

struct RiskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk", abstract: "The risk register: likelihood by impact, mitigation, review (IOP.3.2).",
    discussion: "Likelihood and impact are 1 to 5; the scale is ours, the manual has none.",
    subcommands: [
      RecordAdd<RiskNoun>.self, RiskList.self, RecordShow<RiskNoun>.self, RecordEdit<RiskNoun>.self, RiskClose.self,
      RecordRemove<RiskNoun>.self,
    ], defaultSubcommand: RiskList.self)
}

/// Risks, written by the agency.
enum RiskNoun: RecordNoun {
  typealias Entry = Risk
  static let command = "risk"
  static let detailNames = "score, review_late"
  static let columns = ["kind", "likelihood", "impact", "review_by", "title"]
  static let required = ["title"]
  static let writtenBy = ["closed": "qapi risk close", "closing": "qapi risk close"]

  static func isOpen(_ entry: Risk) -> Bool { entry.isOpen }

  static func remarks(on entry: Risk) -> [String] {
    var open: [String] = []
    if entry.score == nil { open.append("likelihood and impact, by which it is ranked") }
    if entry.mitigation.isEmpty { open.append("a mitigation") }
    if entry.reviewBy.isEmpty { open.append("a day by which it is looked at again (review_by)") }
    return entry.isOpen && !open.isEmpty ? ["not said yet: " + open.joined(separator: "; ")] : []
  }

  static func details(
    of entry: Risk, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    let isLate = entry.isReviewLate(on: occasion.today)
    let score = entry.score.map { "\($0) of 25" } ?? "likelihood or impact is not said"
    return RecordDetails(
      lines: [""] + Layout.facts([["score:", score + (isLate ? "; the review is late" : "")]]),
      members: JSON.members(["score": JSON(entry.score.map(Int64.init)), "review_late": JSON(isLate)]))
  }
}

struct RiskList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The register: open risks, the highest likelihood times impact first.",
    discussion: """
      --html and --markdown make a page of one agency's register, with a table of likelihood by impact.

      JSON: on, records (\(RiskNoun.jsonNames), rank, score, review_late); of a page also file_format, file, text.
      """)
  @Option(help: "Only those of this agency.")
  var agency: String?
  @Flag(help: "Also those that are closed.")
  var all = false
  @Flag(help: "Only those whose review is late.")
  var late = false
  @Option(name: .customLong("on"), help: "As of this day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check() }

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let today = try Day.argument(day)
    let records = try node.engine.queue.read { db in try RecordStore.all(Risk.self, of: agency, in: db) }
    if page.isAsked {
      guard let agency = agency ?? (node.isDepartment ? nil : node.member) else {
        throw Failure.usage("it is not said whose register", next: "say it with --agency CODE")
      }
      let register = RiskPage.page(
        records.filter { $0.agency == agency }.map(\.record), agency: node.name(of: agency), today: today)
      return try page.report(
        register, members: members(records, today))
    }
    let shown = records.filter { (all || $0.record.isOpen) && (!late || $0.record.isReviewLate(on: today)) }
    let owners = Dictionary(shown.map { ($0.record.id, $0.agency) }, uniquingKeysWith: { first, _ in first })
    let ranked = RiskRegister.ranked(shown.map(\.record))
    let ids = PlanName.unique(ranked.map(\.id))
    let rows = zip(ids, ranked).map { id, risk in
      [Shown.line(id)] + (node.isDepartment ? [owners[risk.id] ?? ""] : [])
        + [
          risk.score.map { "\($0)" } ?? "-", risk.score == nil ? "-" : "\(risk.likelihood)x\(risk.impact)",
          Shown.line(risk.isOpen ? risk.reviewBy + (risk.isReviewLate(on: today) ? " late" : "") : "closed"),
          Shown.line(risk.title),
        ]
    }
    let heading =
      ["id"] + (node.isDepartment ? ["agency"] : []) + ["score", "LxI", "review by", "title"]
    return Report(
      lines: ranked.isEmpty ? ["no risks"] : Layout.table([heading] + rows, cuttingLast: true),
      members: members(shown, today))
  }

  private func members(_ records: [(agency: String, record: Risk)], _ today: Day) -> [JSON.Member] {
    let owners = Dictionary(records.map { ($0.record.id, $0.agency) }, uniquingKeysWith: { first, _ in first })
    let risks = RiskRegister.ranked(records.map(\.record)).enumerated().map { place, risk in
      JSON.object(
        RiskNoun.members(of: risk, agency: owners[risk.id] ?? "")
          + JSON.members([
            "rank": JSON(place + 1), "score": JSON(risk.score.map(Int64.init)),
            "review_late": JSON(risk.isReviewLate(on: today)),
          ]))
    }
    return JSON.members(["on": .text("\(today)"), "records": .list(risks)])
  }
}

struct RiskClose: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Take a risk out of the open ones, with the reason (the agency).",
    discussion: "JSON: \(RiskNoun.jsonNames).")
  @Argument(help: "Its id, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "Why: it has passed, it is avoided, it is accepted.")
  var reason: String
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<RiskNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let reason = try Entered.text(reason, "--reason", mayBeEmpty: false)
    let risk = try writing.write(on: node, as: person, otherwise: "closed risk") { db in
      let old = try RecordWork<RiskNoun>.findToWrite(id, agency: nil, on: node, in: db).entry
      guard old.isOpen else {
        throw Failure.usage(
          "the risk was closed on \(Shown.line(old.closed)); nothing was changed",
          next: "add it again if it is back: `qapi risk add`")
      }
      var risk = old
      risk.closed = "\(day)"
      risk.closing = reason
      try RecordStore.update(risk, from: old, agency: node.member, in: db)
      return risk
    }
    return Report(
      lines: ["risk \(risk.id) closed on \(day)"], notes: [node.nextExchange],
      members: RiskNoun.members(of: risk, agency: node.member))
  }
}
