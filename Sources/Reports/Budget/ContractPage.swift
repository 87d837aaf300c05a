public import Budgets
public import Records

/// The contract list of an agency, direct services apart (AS.3.1), with the prior approvals of those for EDP (AS.2.6 task 3).
public enum ContractPage {
  /// - Parameter agency: shown name.
  public static func page(_ list: ContractList, agency: String, today: Day) -> Page {
    let missing = list.entries.filter(\.isApprovalMissing)
    let direct = list.entries.filter { $0.contract.direct != 0 }
    let other = list.entries.filter { $0.contract.direct == 0 }
    let needs = list.entries.filter { $0.approvals?.needs.isEmpty == false }
    var blocks: [Page.Block] = []
    if !missing.isEmpty {
      blocks.append(
        .note(
          Page.Note(
            .problem, word: "Missing",
            "prior written approval: " + missing.map(\.contract.title).joined(separator: ", "))))
    }
    if !list.leftOut.isEmpty {
      blocks.append(
        .note(
          Page.Note(
            .problem, word: "Left out of the sums",
            "amounts too large to be added: " + list.leftOut.map(\.contract.title).joined(separator: ", "))))
    }
    blocks += [
      .section("Direct services", [.table(table("Direct service contracts", direct, list.direct))]),
      .section("Other contracts", [.table(table("Contracts, purchase orders and leases", other, list.other))]),
      .fields([Page.Field("All contracts", "\(list.total)")]),
    ]
    if !needs.isEmpty { blocks.append(.section("Prior approvals", [.table(approvals(needs))])) }
    return Page(
      title: "Contracts", overline: ["Local child support agency"], subtitle: [agency], blocks: blocks,
      footer: ["As of \(today). Amounts and terms with their amendments."])
  }

  private static func table(_ caption: String, _ entries: [ContractList.Entry], _ total: Money) -> Page.Table {
    Page.Table(
      caption: caption,
      columns: [
        "Title", "Contractor", "Kind", "EDP", "From", "Until", .figures("Amount"), .figures("Amendments"),
        .figures("Total"),
      ],
      rows: entries.map { entry in
        [
          .text(entry.contract.title), Page.Cell(stringLiteral: entry.contract.contractor),
          .text(entry.contract.kind), entry.contract.edp == 0 ? .text("no") : .text("yes"),
          Page.Cell(stringLiteral: entry.contract.first), entry.last.map { .text("\($0)") } ?? .empty,
          .money(Money(cents: Int64(entry.contract.amount))), .number("\(entry.amendments)"),
          entry.total.map(Page.Cell.money) ?? .text(Money.cannotBeAdded),
        ]
      }
        + (entries.isEmpty
          ? []
          : [
            Page.Row(
              [.text("Total"), .empty, .empty, .empty, .empty, .empty, .empty, .empty, .money(total)], isTotal: true)
          ]),
      hasRowHeaders: true, whenEmpty: "None")
  }

  private static func approvals(_ entries: [ContractList.Entry]) -> Page.Table {
    Page.Table(
      caption: "Approvals of agreements for electronic data processing",
      columns: ["Title", "Step", "Why", "Authority", "State", "Answered"],
      rows: entries.flatMap { entry -> [Page.Row] in
        let needs = entry.approvals?.needs ?? []
        return needs.map { row(entry.contract.title, $0) }
      }, hasRowHeaders: true,
      footnote:
        "The manual does not say whether amendments are summed, nor whether 60 days bind smaller agreements: both readings."
    )
  }

  private static func row(_ title: String, _ need: ContractApprovals.Need) -> Page.Row {
    let reading = need.approval.reading
    return [
      .text(title), .text(need.approval.step == 0 ? "agreement" : "amendment \(need.approval.step)"),
      .text(need.approval.reason.rawValue + (reading == .certain ? "" : " (only \(reading.rawValue))")),
      .text(need.authority.rawValue), .text(need.state.rawValue), Page.Cell(stringLiteral: need.answered),
    ]
  }
}

/// The accounts of a ledger with their places, unmatched ones first.
public enum CrosswalkPage {
  /// - Parameter agency: shown name.
  public static func page(_ crosswalk: Crosswalk, agency: String, year: StateFiscalYear) -> Page {
    let open = crosswalk.entries.filter { !$0.isMatched }
    func place(_ line: FormLine?, _ code: String) -> Page.Cell {
      line.map { .text("\($0.code): \($0.title)") } ?? Page.Cell(stringLiteral: code)
    }
    func rows(_ entries: [Crosswalk.Entry]) -> [Page.Row] {
      entries.map { entry in
        [
          .text(entry.account.code), Page.Cell(stringLiteral: entry.account.title), .money(entry.paid),
          Page.Cell(stringLiteral: entry.line?.title ?? ""), place(entry.displayLine, entry.account.displayLine),
          place(entry.claimLine, entry.account.claimLine),
          Page.Cell(stringLiteral: entry.gaps.map(\.rawValue).joined(separator: "\n")),
        ]
      }
    }
    return Page(
      title: "Crosswalk of the ledger", overline: ["Local child support agency"], subtitle: [agency, "\(year)"],
      blocks: (open.isEmpty
        ? []
        : [
          .note(
            Page.Note(
              .warning, word: "Unmatched",
              "\(open.count == 1 ? "1 account has" : "\(open.count) accounts have") no place in one of the three"))
        ]) + [
          .table(
            Page.Table(
              caption: "Accounts, unmatched ones first",
              columns: ["Account", "Title", .figures("Paid"), "Budget", "CS 921", "CS 356", "Missing"],
              rows: rows(crosswalk.entries), hasRowHeaders: true, whenEmpty: "No accounts"))
        ]
        + (crosswalk.unfed.isEmpty
          ? [] : [.section("Line items without an account", [.list(crosswalk.unfed.map(\.title))])]),
      footer: [FormEditions.heading.prefix(1).uppercased() + FormEditions.heading.dropFirst() + "."])
  }
}
