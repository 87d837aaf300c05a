internal import Records

/// What the ledger says of a quarter, by the lines of the claim: payments by the day on which they were paid, whatever the day of the
/// service (AS.2.6 task 7). A correction counts in the quarter of its own day.
public struct LedgerClaim: Hashable, Sendable {
  /// By code of the line; zero where payments cancel out.
  public let amounts: [String: Money]
  /// Accounts with payments in the quarter that go to no line of the edition, by their codes.
  public let unmatched: [Unmatched]
  public let payments: Int

  public struct Unmatched: Hashable, Sendable {
    public let account: String
    /// As the crosswalk names it; empty where it names none.
    public let line: String
    public let amount: Money
  }

  /// - Parameters:
  ///   - expenditures: of one agency, without those that were taken back.
  ///   - lines: codes of the lines of the edition.
  public init(
    of quarter: StateQuarter, expenditures: [Expenditure], accounts: [LedgerAccount], lines: Set<String>
  ) throws(MoneyOverflow) {
    let counted = expenditures.filter { Day($0.paid).map(quarter.contains) ?? false }
    let crosswalk = Dictionary(accounts.map { ($0.code, $0.claimLine) }, uniquingKeysWith: { first, _ in first })
    var amounts: [String: Money] = [:]
    var unmatched: [Unmatched] = []
    for (account, entries) in Dictionary(grouping: counted, by: \.account).sorted(by: { $0.key < $1.key }) {
      let sum = try Money.sum(entries.map { Money(cents: Int64($0.amount)) })
      let line = crosswalk[account] ?? ""
      if lines.contains(line) {
        amounts[line] = try amounts[line, default: .zero].adding(sum)
      } else {
        unmatched.append(Unmatched(account: account, line: line, amount: sum))
      }
    }
    self.amounts = amounts
    self.unmatched = unmatched
    payments = counted.count
  }
}
