import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct ContractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contract",
    abstract:
      "Contracts, purchase orders and leases, and their prior approvals (the agency): adds one, if nothing else is said.",
    subcommands: [
      RecordAdd<ContractNoun>.self, RecordList<ContractNoun>.self, RecordShow<ContractNoun>.self,
      RecordEdit<ContractNoun>.self, RecordRemove<ContractNoun>.self, RecordImport<ContractNoun>.self,
      RecordExport<ContractNoun>.self, RecordGroup<ContractAmendmentNoun>.self, ContractApprovalsCommand.self,
    ], defaultSubcommand: RecordAdd<ContractNoun>.self)
}

struct ApprovalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approval",
    abstract:
      "Prior written approvals that the agency asks for, and what is answered: adds one, if nothing else is said.",
    subcommands: [
      RecordAdd<ApprovalNoun>.self, RecordList<ApprovalNoun>.self, RecordShow<ApprovalNoun>.self,
      RecordEdit<ApprovalNoun>.self, RecordRemove<ApprovalNoun>.self, RecordImport<ApprovalNoun>.self,
      RecordExport<ApprovalNoun>.self, RecordGroup<ApprovalAnswerNoun>.self,
    ], defaultSubcommand: RecordAdd<ApprovalNoun>.self)
}

struct FiscalAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audits of the agency and their findings (the agency): adds one, if nothing else is said.",
    subcommands: [
      RecordAdd<FiscalAuditNoun>.self, RecordList<FiscalAuditNoun>.self, RecordShow<FiscalAuditNoun>.self,
      RecordEdit<FiscalAuditNoun>.self, RecordRemove<FiscalAuditNoun>.self, RecordImport<FiscalAuditNoun>.self,
      RecordExport<FiscalAuditNoun>.self, RecordGroup<AuditFindingNoun>.self,
    ], defaultSubcommand: RecordAdd<FiscalAuditNoun>.self)
}

/// Which prior approvals a contract needs, by each reading of the manual, and which of them it has.
struct ContractApprovalsCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "approvals", abstract: "The prior approvals that an EDP agreement needs, and what was answered.",
    discussion: """
      DCSS approves all EDP spending; DCSS and the federal government what is over $100,000, an amendment that goes past it, or \
      that adds more than 60 days (AS.2.4, AS.2.6). Where the manual can be read in two ways, the second one is marked. Exits 3 \
      while an approval that is certain is missing.

      JSON: agency, contract, title, total, approvals (\(ApprovalView.names)).
      """)
  @Argument(help: "Id of the contract, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkReads(agency) }
    let (owner, found) = try node.engine.queue.read { db in
      let (owner, contract) = try RecordWork<ContractNoun>.find(id, agency: agency, in: db)
      guard let found = try ExecutionStore.approvals(of: owner, in: db).first(where: { $0.contract.id == contract.id })
      else { preconditionFailure("the contract was just found") }
      return (owner, found)
    }
    let view = ApprovalView(try found.approvals.get())
    let total = try found.contract.total(with: found.amendments)
    return Report(
      lines: [Terminal.strong(Shown.line(found.contract.title)), "\(total) with amendments", ""] + view.lines,
      json: [
        "agency": .text(owner), "contract": .text(found.contract.id), "title": .text(found.contract.title),
        "total": .text("\(total)"), "approvals": view.json,
      ], status: view.approvals.missing.isEmpty ? .done : .open)
  }
}

/// Prior approvals on the terminal and as JSON.
struct ApprovalView {
  static let names = "step, reason, reading, authority, state, request, answered"
  let approvals: ContractApprovals

  init(_ approvals: ContractApprovals) { self.approvals = approvals }

  var lines: [String] {
    guard !approvals.needs.isEmpty else { return ["it is not for EDP, and needs no prior approval"] }
    return Layout.wrappedTable(
      approvals.needs.map { need in
        [
          need.approval.step == 0 ? "agreement" : "amendment \(need.approval.step)", need.authority.rawValue,
          need.state.rawValue + (need.answered.isEmpty ? "" : " \(Shown.line(need.answered))"),
          need.approval.reason.rawValue
            + (need.approval.reading == .certain ? "" : " (only \(need.approval.reading.rawValue))"),
        ]
      })
  }

  var json: JSON {
    .list(
      approvals.needs.map { need in
        .object([
          "step": JSON(need.approval.step), "reason": .text(need.approval.reason.rawValue),
          "reading": .text("\(need.approval.reading)"), "authority": .text(need.authority.rawValue),
          "state": .text(need.state.rawValue), "request": JSON(need.request?.id),
          "answered": JSON(need.answered.isEmpty ? nil : need.answered),
        ])
      })
  }
}

/// The contract list of AS.3.1.
struct FiscalContracts: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "contracts",
    abstract: "The contract list: direct services apart, amounts with amendments, approvals (AS.3.1).",
    discussion: """
      A contract whose amounts are too large to be added stands without a total, and in no sum.

      JSON: agency, on, contracts (id, title, contractor, kind, direct_service, edp, first, last, amount, amendments, total or \
      null, missing_approvals or null), direct, other, total, left_out (ids), hidden (how many are over); of a page or table \
      also file_format, file, text.
      """)
  @Option(help: "Code of the agency; the department must say it.")
  var agency: String?
  @Flag(help: "Also those whose term is over.")
  var all = false
  @Option(name: .customLong("on"), help: "As of this day, like 2024-01-31; else today.")
  var day: String?
  @Flag(help: "As a CSV table.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check(besides: csv) }

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyToRead(agency)
    let today = try Day.argument(day)
    let entries = try node.engine.queue.read { db in
      try ExecutionStore.approvals(of: agency, in: db).map { contract, amendments, approvals in
        ContractList.Entry(
          contract: contract, amendments: amendments.count, last: contract.lastDay(with: amendments),
          total: try Money.besideOthers {
            try contract.total(with: amendments)
          } adding: {
            [$0]
          },
          approvals: try? approvals.get())
      }
    }
    let list = try ContractList(entries.filter { all || $0.last.map { $0 >= today } ?? true })
    let hidden = entries.count - list.entries.count
    let members = JSON.members([
      "agency": .text(agency), "on": .text("\(today)"),
      "contracts": .list(list.entries.map(Self.json)), "direct": .text("\(list.direct)"),
      "other": .text("\(list.other)"), "total": .text("\(list.total)"),
      "left_out": JSON(list.leftOut.map(\.contract.id)), "hidden": JSON(hidden),
    ])
    if csv { return try page.report(Self.table(list, agency: agency).csv(), fileFormat: "csv", members: members) }
    if page.isAsked {
      return try page.report(
        ContractPage.page(list, agency: node.name(of: agency), today: today), members: members)
    }
    let rows = list.entries.map { entry in
      [
        entry.contract.direct != 0 ? "direct" : "", entry.contract.edp != 0 ? "EDP" : "",
        entry.last.map { "\($0)" } ?? "", entry.total.map { "\($0)" } ?? Money.cannotBeAdded,
        entry.isApprovalMissing ? "approval missing" : "", Shown.line(entry.contract.title),
      ]
    }
    let ended =
      "\(Layout.count(hidden, "contract")) whose term was over on \(today) \(hidden == 1 ? "is" : "are") not shown"
    return Report(
      lines: rows.isEmpty
        ? ["no contracts"]
        : Layout.table(
          [["service", "for", "until", "total", "", "title"]] + rows
            + [
              ["direct", "", "", "\(list.direct)", "", "direct services"],
              ["", "", "", "\(list.other)", "", "other"], ["", "", "", "\(list.total)", "", "total"],
            ], cuttingLast: true, figures: [3]),
      notes: (hidden == 0 ? [] : ["\(ended); --all shows them"])
        + list.leftOut.map { "\(Shown.line($0.contract.title)): too large to be added, and left out of the sums" },
      members: members)
  }

  /// A row for each contract, without rows of sums.
  private static func table(_ list: ContractList, agency: String) -> CSVTable {
    func yes(_ flag: Int) -> String { flag == 0 ? "" : "yes" }
    func plain(_ amount: Money?) -> String { amount.map { "\($0)".replacing(",", with: "") } ?? Money.cannotBeAdded }
    return CSVTable(
      columns: [
        "agency", "id", "title", "contractor", "kind", "direct_service", "edp", "first", "last", "amount", "amendments",
        "total", "missing_approvals",
      ],
      rows: list.entries.map { entry in
        let contract = entry.contract
        return [agency, contract.id, contract.title, contract.contractor, contract.kind]
          + [yes(contract.direct), yes(contract.edp), contract.first, entry.last.map { "\($0)" } ?? ""]
          + [plain(Money(cents: Int64(contract.amount))), "\(entry.amendments)", plain(entry.total)]
          + [entry.approvals.map { "\($0.missing.count)" } ?? ""]
      })
  }

  private static func json(_ entry: ContractList.Entry) -> JSON {
    .object([
      "id": .text(entry.contract.id), "title": .text(entry.contract.title),
      "contractor": .text(entry.contract.contractor), "kind": .text(entry.contract.kind),
      "direct_service": JSON(entry.contract.direct != 0), "edp": JSON(entry.contract.edp != 0),
      "first": .text(entry.contract.first), "last": JSON(entry.last.map { "\($0)" }),
      "amount": .text("\(Money(cents: Int64(entry.contract.amount)))"), "amendments": JSON(entry.amendments),
      "total": JSON(entry.total), "missing_approvals": JSON((entry.approvals?.missing.count).map(Int64.init)),
    ])
  }
}
