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
  ///   - sums: of the months of the quarter.
  ///   - lines: codes of the lines of the edition.
  public init(_ sums: [LedgerSum], accounts: [LedgerAccount], lines: Set<String>) throws(MoneyOverflow) {
    let crosswalk = Dictionary(accounts.map { ($0.code, $0.claimLine) }, uniquingKeysWith: { first, _ in first })
    var amounts: [String: Money] = [:]
    var unmatched: [Unmatched] = []
    for (account, sums) in Dictionary(grouping: sums, by: \.account).sorted(by: { $0.key < $1.key }) {
      let sum = try Money.sum(sums.map(\.amount))
      let line = crosswalk[account] ?? ""
      if lines.contains(line) {
        amounts[line] = try amounts[line, default: .zero].adding(sum)
      } else {
        unmatched.append(Unmatched(account: account, line: line, amount: sum))
      }
    }
    self.amounts = amounts
    self.unmatched = unmatched
    payments = sums.reduce(0) { $0 + $1.count }
  }
}
