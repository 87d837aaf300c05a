/// The days by which one agency's plan and its quarterly updates are due: the template's, unless the department has set
/// others for all agencies, or has given this agency more time.
public struct DueDates: Hashable, Sendable {
  /// nil if nobody has set a day.
  public var plan: Day?
  /// By the number of the quarter; a quarter without a day is not in it.
  public var quarters: [Int: Day]

  /// As the letter has them.
  public init(of template: PlanTemplate) {
    plan = template.due
    quarters = Dictionary(
      template.quarters.compactMap { quarter in quarter.due.map { (quarter.number, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
