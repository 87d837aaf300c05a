internal import Records

/// Where each account of a ledger goes: to a line item of the year's budget, a line of the CS 921 and a line of the CS 356
/// (AS.2.4, best practices). What has no place is shown, and stands first.
public struct Crosswalk: Hashable, Sendable {
  /// Unmatched accounts first, then by code.
  public let entries: [Entry]
  /// Line items of the budget to which no account goes.
  public let unfed: [BudgetLine]

  public enum Gap: String, Hashable, Sendable {
    case account = "not among the accounts"
    case line = "no line item of the budget"
    case ambiguousLine = "several line items are called so"
    case display = "no line of the CS 921"
    case claim = "no line of the CS 356"
    case control = "its lines are of different controls"
  }

  public struct Entry: Hashable, Sendable {
    public let account: LedgerAccount
    /// nil where it names none, or several, or where the year has no budget.
    public let line: BudgetLine?
    public let displayLine: FormLine?
    public let claimLine: FormLine?
    public let gaps: [Gap]
    /// Paid in the year.
    public let paid: Money

    public var isMatched: Bool { gaps.isEmpty }

    /// What controls its payments: as the line item of the budget says, else as the forms do; nil where neither is named.
    public var control: SpendingControl? {
      if let control = line?.control {
        guard case .edp(let part, _, _) = control else { return .administration }
        return .edp(part)
      }
      guard let form = claimLine ?? displayLine else { return nil }
      return form.edp.isEmpty ? .administration : EDPCategory(rawValue: form.edp).map { .edp($0) }
    }

    /// The same way.
    public var category: BudgetCategory? {
      BudgetCategory(rawValue: line?.category ?? claimLine?.category ?? displayLine?.category ?? "")
    }
  }

  /// - Parameters:
  ///   - paid: by code of the account, of the year; also of accounts that nobody set up.
  ///   - lines: of the year's budget; nil where there is none, and nothing is asked of it.
  ///   - display: lines of the CS 921 edition; `claim`: of the CS 356 edition.
  public init(
    accounts: [LedgerAccount], paid: [String: Money], lines: [BudgetLine]?, display: [FormLine], claim: [FormLine]
  ) {
    let known = Set(accounts.map(\.code))
    let others = paid.keys.filter { !known.contains($0) }.map { code in
      var account = LedgerAccount()
      account.code = code
      return account
    }
    let entries = (accounts + others).sorted { Positions.isBefore($0.code, $1.code) }.map { account in
      Self.entry(
        account, isKnown: known.contains(account.code), paid: paid[account.code] ?? .zero, lines, display, claim)
    }
    self.entries = entries.filter { !$0.isMatched } + entries.filter(\.isMatched)
    let fed = Set(entries.compactMap { $0.line?.id })
    unfed = (lines ?? []).filter { !fed.contains($0.id) }
  }

  /// A line item is named by its id, or by its title: so the accounts find their place in next year's budget too.
  public static func lines(named name: String, in lines: [BudgetLine]) -> [BudgetLine] {
    if let line = lines.first(where: { $0.id == name }) { return [line] }
    return lines.filter { $0.title == name && !name.isEmpty }
  }

  private static func entry(
    _ account: LedgerAccount, isKnown: Bool, paid: Money, _ lines: [BudgetLine]?, _ display: [FormLine],
    _ claim: [FormLine]
  ) -> Entry {
    let named = Self.lines(named: account.line, in: lines ?? [])
    let displayLine = display.first { $0.code == account.displayLine }
    let claimLine = claim.first { $0.code == account.claimLine }
    var gaps: [Gap] = []
    if !isKnown {
      gaps = [.account]
    } else {
      if lines != nil, named.count != 1 { gaps.append(named.isEmpty ? .line : .ambiguousLine) }
      if displayLine == nil { gaps.append(.display) }
      if claimLine == nil { gaps.append(.claim) }
      // Spent under one control and claimed under another, its money would be moved between them (AS.2.4 task 5).
      let controls = [(named.count == 1 ? named[0] : nil)?.edp, displayLine?.edp, claimLine?.edp].compactMap(\.self)
      if Set(controls).count > 1 { gaps.append(.control) }
    }
    return Entry(
      account: account, line: named.count == 1 ? named[0] : nil, displayLine: displayLine, claimLine: claimLine,
      gaps: gaps, paid: paid)
  }
}

/// What controls a payment (AS.2.4 task 5). A ledger knows no project codes: EDP is told by its sub-categories.
public enum SpendingControl: Hashable, Sendable {
  case administration
  case edp(EDPCategory)
}
