public import Records

extension PlanTemplate {
  /// The quarter whose update comes next.
  ///
  /// 1. The first quarter whose update is due today or later.
  /// 2. Where no day is set, an update counts as due by the end of the month after its quarter, as the letters that set
  ///    days have it (CSSP Letter 23-01: Oct-Dec by 31 January).
  /// 3. When all are past, the last one.
  ///
  /// - Parameter dates: where the department has set others than the template's.
  /// - Returns: nil for a form without quarters.
  public func nextUpdate(on today: Day, dates: DueDates? = nil) -> Quarter? {
    let due = (dates ?? DueDates(of: self)).quarters
    return quarters.first { quarter in
      guard let day = due[quarter.number] ?? monthAfterEnd(of: quarter.number) else { return false }
      return today <= day
    } ?? quarters.last
  }

  private func monthAfterEnd(of quarter: Int) -> Day? {
    let months = begins.month - 1 + quarter * 3
    let (year, month) = (begins.year + months / 12, months % 12 + 1)
    return [31, 30, 29, 28].lazy.compactMap { Day(year, month, $0) }.first
  }
}
