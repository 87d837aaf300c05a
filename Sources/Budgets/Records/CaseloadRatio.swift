/// Cases for each filled position, core and all (AS.2.3 tasks 1 and 2): what allocations are to be based on.
public struct CaseloadRatio: Hashable, Sendable {
  public let cases: Int
  /// Filled positions of the core functions, hundredths.
  public let core: Int
  /// Filled positions of all functions, hundredths.
  public let all: Int

  public init(cases: Int, core: Int, all: Int) { (self.cases, self.core, self.all) = (cases, core, all) }

  public init(cases: Int, staffing: [DisplayStaffing]) {
    self.init(
      cases: cases,
      core: Self.sum(staffing.filter { StaffFunction(rawValue: $0.function)?.isCore == true }.map(\.filled)),
      all: Self.sum(staffing.map(\.filled)))
  }

  /// Of agencies taken together: cases of all by staff of all, and no average of their ratios.
  public static func sum(_ ratios: [CaseloadRatio]) -> CaseloadRatio {
    CaseloadRatio(cases: sum(ratios.map(\.cases)), core: sum(ratios.map(\.core)), all: sum(ratios.map(\.all)))
  }

  private static func sum(_ numbers: [Int]) -> Int { Int(clamping: numbers.reduce(Int128(0)) { $0 + Int128($1) }) }

  /// `412.5`, one decimal, a half rounded up; nil without staff.
  public var perCore: String? { Self.shown(cases, core) }
  public var perStaff: String? { Self.shown(cases, all) }

  /// In tenths of a case.
  public static func tenths(_ cases: Int, _ staff: Int) -> Int? {
    guard staff > 0 else { return nil }
    return Int(clamping: (Int128(cases) * 2_000 + Int128(staff)) / (Int128(staff) * 2))
  }

  private static func shown(_ cases: Int, _ staff: Int) -> String? {
    tenths(cases, staff).map { "\($0 / 10).\($0 % 10)" }
  }
}
