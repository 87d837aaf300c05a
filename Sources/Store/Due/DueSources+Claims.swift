public import Budgets
public import GRDB
public import Records

/// Duties of money that records show to be met; the catalogue has their days (AS.2.6, FM.2.2).
extension DueSources {
  /// Keys of occurrences, as rules give them, by the id of the duty: claims handed in, reports sent, recoupments paid.
  static func metByMoney(of agency: String, in db: Database) throws -> [String: Set<String>] {
    let filed = try ClaimStore.filed(by: agency, in: db)
    let quarters = Set(filed.compactMap { StateQuarter($0.claim.quarter) })
      .filter { QuarterClaims($0, claims: filed).whole != nil }
    let months = try RecordStore.all(CollectionMonth.self, of: agency, in: db).map(\.record)
    return [
      claimDuty: Set(quarters.map { FederalQuarter(of: $0.lastDay).description }),
      "FM.2.2-1": Set(months.filter { !$0.cs34.isEmpty }.map(\.month)),
      "FM.2.2-2": Set(months.filter { !$0.cs35.isEmpty }.map(\.month)),
      "AS.2.6-28": Set(months.filter { !$0.paid.isEmpty }.map(\.month)),
    ]
  }

  private static let claimDuty = "AS.2.6-16"

  /// A claim that is not handed in, while its quarter is over: late, the department may withhold advances (AS.2.6 task 7).
  public struct ClaimAtRisk: Hashable, Sendable {
    public let quarter: StateQuarter
    public let due: Day
  }

  /// The claim of the quarter before a day, until it is handed in or marked as met.
  ///
  public static func claimAtRisk(of agency: String, on today: Day, in db: Database) throws -> ClaimAtRisk? {
    let quarters = [today.year - 1, today.year].compactMap(StateFiscalYear.init(first:)).flatMap(\.quarters)
    guard let before = quarters.last(where: { $0.lastDay < today }), let due = before.claimDue else { return nil }
    let key = FederalQuarter(of: before.lastDay).description
    let marks = try ObligationStore.done(by: agency, in: db)[claimDuty] ?? []
    let isMet =
      try metByMoney(of: agency, in: db)[claimDuty]?.contains(key) == true || marks.contains(key)
      || marks.contains("\(due)")
    guard !isMet else { return nil }
    // What is late is in the calendar; it is a risk besides for those who keep their claims here.
    guard try today <= due || !RecordStore.all(Claim.self, of: agency, in: db).isEmpty else { return nil }
    return ClaimAtRisk(quarter: before, due: due)
  }
}
