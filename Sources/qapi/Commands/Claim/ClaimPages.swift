import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct ClaimPageCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "A claim as a page: lines by category, what it changes, breakdowns, history.",
    discussion: """
      A claim that waits or stands is shown as it was handed in, another one as it is. Markdown, if nothing else is said.

      JSON: agency, claim, quarter, form, state, total, file_format, file, text.
      """)
  @Argument(help: "Id of the claim, or the beginning of it, or `latest`.")
  var id = "latest"
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check(besides: !page.isAsked) }

  func report() throws -> Report {
    let node = try node.open()
    let today = try Day.argument(nil)
    let (owner, content, total) = try node.engine.queue.read { db in
      let found = try RecordWork<ClaimNoun>.find(id, agency: agency, in: db)
      let facts = try ClaimFacts(found.entry, of: found.agency, in: db)
      let claim = facts.claim
      let quarter = try FiscalRules.checkQuarter(claim.quarter)
      let before = try ClaimStore.claims(of: quarter, agency: found.agency, in: db).before(claim.id)
      let breakdown = try ClaimBreakdown(
        ClaimBreakdowns.lines(facts.lines, quarter, edition: facts.edition),
        funds: RecordStore.published(FundSource.self, in: db))
      return (
        found.agency,
        ClaimPage.Content(
          agency: node.name(of: found.agency), claim: claim, standing: facts.standing, edition: facts.edition,
          heading: facts.heading, lines: facts.lines,
          before: claim.form == Claim.Form.original.rawValue ? [:] : try before.amounts(), breakdown: breakdown),
        facts.total
      )
    }
    let made = try ClaimPage.page(content, today: today)
    return try page.report(
      made,
      members: JSON.members([
        "agency": .text(owner), "claim": .text(content.claim.id), "quarter": .text(content.claim.quarter),
        "form": .text(content.claim.form), "state": .text(content.standing.state().rawValue),
        "total": .text("\(total)"),
      ]))
  }
}

/// Claimed costs, gathered for the breakdowns.
enum ClaimBreakdowns {
  static func lines(_ lines: [ClaimLine], _ quarter: StateQuarter, edition: [FormLine]) -> [ClaimBreakdown.Line] {
    lines.map { line in
      // A line of an edition that is not known here stands under its own code.
      var unknown = FormLine()
      (unknown.code, unknown.title) = (line.line, line.line)
      return ClaimBreakdown.Line(
        quarter: quarter, form: edition.first { $0.code == line.line } ?? unknown, amount: line.money,
        positions: line.positions)
    }
  }

  /// The lines in force of an agency.
  static func lines(
    of agency: String, in quarters: [StateQuarter], _ editions: FormEditions, _ db: Database
  ) throws -> [ClaimBreakdown.Line] {
    let filed = try ClaimStore.filed(by: agency, in: db)
    return quarters.flatMap { quarter in
      QuarterClaims(quarter, claims: filed).inForce.flatMap { claim in
        lines(claim.lines, quarter, edition: editions.lines(of: .claim, edition: claim.claim.edition))
      }
    }
  }
}

struct ClaimBreakdownCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "breakdown",
    abstract: "Claimed costs by the parts of the reports to the legislature, and by federal category (AS.2.4, AS.2.6).",
    discussion: """
      From the claims in force: handed in, and not returned. Of a year, half of one, or one quarter; the department sees all agencies, each and \
      in total. The federal share is computed with the rate of the fund source that has the category as its code \
      (`qapi allocation fund code=administration federal_rate=66`).

      JSON: period, agencies, total, legislative (part, amount), functions (function, positions, amount), federal (category, amount, \
      rate or null, share or null), by_agency (agency, total, legislative, functions, federal); of a page or table also file_format, file, text.
      """)
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else the newest that has a claim.")
  var year: String?
  @Option(help: "Half of the year: 1 is July to December, 2 January to June.")
  var half: Int?
  @Option(help: "One quarter, like \"SFY 2024-25 Q1\".")
  var quarter: String?
  @Option(help: "Only this agency.")
  var agency: String?
  @Flag(help: "As a CSV table: a row for each part, function and federal category of each agency.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try page.check(besides: csv)
    guard quarter == nil || (year == nil && half == nil) else {
      throw ValidationError("Say --quarter alone, or --year, with --half or without it.")
    }
    guard half.map({ (1...2).contains($0) }) ?? true else { throw ValidationError("--half is 1 or 2.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let today = try Day.argument(nil)
    let agencies = try node.agenciesToRead(agency)
    let asked =
      try quarter.map { [try StateQuarter.argument($0)] } ?? year.map { try StateFiscalYear.argument($0).quarters }
    let found = try node.engine.queue.read {
      db -> ([StateQuarter], [(String, ClaimBreakdown)], ClaimBreakdown, headings: [String]) in
      let newest = try agencies.flatMap { try RecordStore.all(Claim.self, of: $0, in: db) }
        .compactMap { StateQuarter($0.record.quarter)?.year }.max()
      let quarters = (asked ?? newest?.quarters ?? []).filter { half == nil || ($0.number + 1) / 2 == half }
      let editions = try FiscalStore.editions(in: db)
      let funds = try RecordStore.published(FundSource.self, in: db)
      var all: [ClaimBreakdown.Line] = []
      var each: [(String, ClaimBreakdown)] = []
      for agency in agencies {
        let lines = try ClaimBreakdowns.lines(of: agency, in: quarters, editions, db)
        all += lines
        each.append((agency, try ClaimBreakdown(lines, funds: funds)))
      }
      let used = all.isEmpty ? [editions.newest(of: .claim)] : all.map(\.form.edition)
      let headings = Set(used.map { editions.heading(of: .claim, edition: $0) }).sorted()
      return (quarters, each, try ClaimBreakdown(all, funds: funds), headings)
    }
    let (quarters, each, all, headings) = found
    guard let first = quarters.first else { return Report(lines: ["no claim was begun"]) }
    let period = quarters.count == 1 ? "\(first)" : "\(first.year)" + (half.map { ", half \($0)" } ?? "")
    let isMany = agencies.count > 1
    let members =
      JSON.members(["period": .text(period), "agencies": JSON(agencies)]) + Self.members(all) + [
        .init(
          key: "by_agency",
          value: .list(each.map { .object([.init(key: "agency", value: .text($0.0))] + Self.members($0.1)) }))
      ]
    if csv { return try page.report(Self.table(each).csv(), fileFormat: "csv", members: members) }
    if page.isAsked {
      let made = ClaimBreakdownPage.page(
        all, title: [isMany ? "All agencies" : node.name(of: agencies.first ?? ""), period], headings: headings,
        agencies: isMany ? each.map { (node.name(of: $0.0), $0.1) } : [], today: today)
      return try page.report(made, members: members)
    }
    let parts = Layout.table(
      [["", "amount"]] + all.legislative.map { [$0.name, "\($0.amount)"] } + [["total", "\(all.total)"]], figures: [1])
    let functions = Layout.table(
      [["salaries and benefits", "positions", "amount"]]
        + all.functions.map {
          [
            $0.function.rawValue, $0.positions == .zero && $0.amount != .zero ? "not reported" : "\($0.positions)",
            "\($0.amount)",
          ]
        }, figures: [1, 2])
    let federal = Layout.table(
      [["federal category", "amount", "rate", "federal share"]]
        + all.federal.map { part in
          [
            Shown.line(part.category), "\(part.amount)",
            part.rate.map { FieldContent.percent.written(.integer(Int64($0))) + " %" } ?? "not set",
            part.share.map { "\($0)" } ?? "",
          ]
        }, figures: [1, 2, 3])
    let byAgency =
      isMany
      ? [""] + Layout.table([["agency", "claimed"]] + each.map { [$0.0, "\($0.1.total)"] }, figures: [1]) : []
    return Report(
      lines: [Terminal.strong("\(isMany ? "all agencies" : agencies.first ?? ""), \(period)"), ""] + parts + [""]
        + functions + [""] + federal + byAgency, members: members)
  }

  /// Each agency by itself, without rows of totals.
  private static func table(_ each: [(agency: String, breakdown: ClaimBreakdown)]) -> CSVTable {
    let parts = [("legislative", "part"), ("functions", "function"), ("federal", "category")]
    let rows = each.flatMap { agency, breakdown in
      parts.flatMap { report, name -> [JSON] in
        guard case .list(let list) = members(breakdown).first(where: { $0.key == report })?.value else { return [] }
        return list.map { entry in
          guard case .object(let own) = entry else { return entry }
          func value(_ key: String) -> JSON { own.first { $0.key == key }?.value ?? .null }
          return .object([
            "agency": .text(agency), "report": .text(report), "part": value(name), "amount": value("amount"),
            "positions": value("positions"), "rate": value("rate"), "share": value("share"),
          ])
        }
      }
    }
    return CSVTable(of: "rows", in: [.init(key: "rows", value: .list(rows))])
  }

  private static func members(_ breakdown: ClaimBreakdown) -> [JSON.Member] {
    JSON.members([
      "total": .text("\(breakdown.total)"),
      "legislative": .list(
        breakdown.legislative.map { .object(["part": .text($0.name), "amount": .text("\($0.amount)")]) }),
      "functions": .list(
        breakdown.functions.map { part in
          .object([
            "function": .text(part.function.rawValue), "positions": .text("\(part.positions)"),
            "amount": .text("\(part.amount)"),
          ])
        }),
      "federal": .list(
        breakdown.federal.map { part in
          .object([
            "category": .text(part.category), "amount": .text("\(part.amount)"),
            "rate": JSON(part.rate.map { FieldContent.percent.written(.integer(Int64($0))) }),
            "share": JSON(part.share),
          ])
        }),
    ])
  }
}
