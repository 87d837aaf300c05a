internal import Records

/// The advances of one agency in a state fiscal year, as they come about: from the letters in force at the beginning of each month,
/// and from adjustments (AS.2.6 task 6). Nothing of it is stored.
public struct AdvancePlan: Hashable, Sendable {
  /// By month, July first.
  public let months: [Month]
  /// The plan with which the year begins, and each that took its place; by month.
  public let plannings: [Planning]
  public let schedule: AdvanceSchedule

  /// A month with what governs it.
  public struct Month: Hashable, Sendable {
    public let advance: AdvanceSchedule.Month
    /// Ids of the letters in force on the first day of the month; empty where there is none.
    public let letters: [String]
    /// What those letters allocate, of the components on which advances are paid.
    public let base: Money
  }

  public struct Planning: Hashable, Sendable {
    /// 1 to 12: the months before stay as they were.
    public let from: Int
    public let cause: Cause
    public let base: Money
    /// By month, July first, after this planning.
    public let advances: [Money]
  }

  public enum Cause: Hashable, Sendable {
    /// Those that came into force since the plan before; all in force where others only went out of it. None where the year
    /// begins without one.
    case letters([AllocationLetter])
    case adjustment(AdvanceAdjustment)
  }

  /// - Parameters:
  ///   - letters: of one agency and year, in any order.
  ///   - lines: of these letters.
  ///   - adjustments: of one agency; those of other years are left out.
  public init(
    year: StateFiscalYear, letters: [AllocationLetter], lines: [AllocationLine], adjustments: [AdvanceAdjustment],
    settings: FiscalSettings
  ) throws(MoneyOverflow) {
    let byLetter = Dictionary(grouping: lines, by: \.letter)
    let changes = adjustments.filter { $0.year == "\(year)" }
      .sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    var governing: [(allocation: Allocation, base: Money)] = []
    var schedule = AdvanceSchedule(base: .zero)
    var plannings: [Planning] = []
    var known: Set<String> = []
    let catchUp = AdvanceSchedule.CatchUp(rawValue: settings.catchUp) ?? .spread
    for (index, day) in year.months.enumerated() {
      let month = index + 1
      let allocation = Self.allocation(on: "\(day)", letters, settings)
      let counted = allocation.inForce.flatMap { byLetter[$0] ?? [] }.filter { settings.isInBase($0) }
      let base = try Money.sum(counted.map(\.money))
      let before = governing.last?.base
      governing.append((allocation, base))
      if before != base {
        schedule =
          before == nil
          ? AdvanceSchedule(base: base) : try schedule.replanned(base: base, from: month, catchUp: catchUp)
        let inForce = [allocation.standard].compactMap(\.self) + allocation.additions
        let further = inForce.filter { !known.contains($0.id) }
        known = Set(inForce.map(\.id))
        plannings.append(
          Planning(
            from: month, cause: .letters(further.isEmpty ? inForce : further), base: base,
            advances: try schedule.months().map(\.advance)))
      }
      for change in changes where min(max(change.month, 1), 12) == month {
        schedule = try schedule.adjusted(by: Money(cents: Int64(change.amount)), from: month)
        plannings.append(
          Planning(
            from: month, cause: .adjustment(change), base: base, advances: try schedule.months().map(\.advance)))
      }
    }
    self.schedule = schedule
    self.plannings = plannings
    months = zip(try schedule.months(), governing).map { advance, governing in
      Month(advance: advance, letters: governing.allocation.inForce, base: governing.base)
    }
  }

  /// The letters in force on a day. Where planning letters of January shall not govern, and no other one is there yet, the first
  /// that comes governs from July on.
  private static func allocation(
    on day: String, _ letters: [AllocationLetter], _ settings: FiscalSettings
  ) -> Allocation {
    let isPlanning = settings.july == FiscalSettings.planningGovernsJuly
    let pool = isPlanning ? letters.filter { $0.kind != AllocationLetter.Kind.initialPlanning.rawValue } : letters
    let found = Allocation(of: pool.filter { $0.day <= day })
    guard isPlanning, found.standard == nil,
      let first = pool.filter({ $0.kind != AllocationLetter.Kind.nonStandard.rawValue }).map(\.day).min()
    else { return found }
    return Allocation(of: pool.filter { $0.day <= first })
  }
}

extension FiscalSettings {
  public static let planningGovernsJuly = "planning"

  /// Whether advances are paid on a line of a letter. A sub-category of EDP that is not known here is in the base only where all is.
  public func isInBase(_ line: AllocationLine) -> Bool {
    guard base != "all" else { return true }
    return switch line.control {
    case .administration: true
    case .edp(let category, _, _): category.isMaintenanceAndOperation
    case nil: false
    }
  }
}

extension EDPCategory {
  /// Enhancements and conversions are not named among the components of advances (AS.2.6 task 6).
  public var isMaintenanceAndOperation: Bool { self != .enhancements && self != .conversions }
}
