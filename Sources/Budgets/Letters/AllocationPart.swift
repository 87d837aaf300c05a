/// A part of an allocation that money is taken from: a control, or of it a part of the initiative, or a targeted program. No letter
/// takes more from it than is there: not what an agency lost to another, nor what the department takes back.
public struct AllocationPart: Hashable, Sendable {
  /// nil for a sub-category of EDP that is not known here.
  public let control: BudgetControl?
  /// Empty for what is no part of the initiative.
  public let initiative: String
  /// Empty for all programs together.
  public let program: String

  /// In people's words.
  public var title: String {
    let control =
      switch control {
      case .administration: "administration"
      case .edp(let category, let project, let account):
        [category.rawValue, project, account].filter { !$0.isEmpty }.joined(separator: ", ")
      case nil: "EDP not known here"
      }
    return [control, initiative, program].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A part that holds less than nothing.
  public struct Shortage: Hashable, Sendable {
    public let part: AllocationPart
    /// What was there before; what would be there then, below zero.
    public let before, after: Money
  }

  /// Parts that change from what was there to less than nothing, or to still less.
  ///
  /// - Parameters: the lines in force of one agency and year, before letters and with them.
  public static func shortages(
    from before: [AllocationLine], to after: [AllocationLine]
  ) throws(MoneyOverflow) -> [Shortage] {
    let (old, new) = (try sums(of: before), try sums(of: after))
    return Set(old.keys).union(new.keys).sorted { ($0.title, $0.program) < ($1.title, $1.program) }.compactMap { part in
      let (was, now) = (old[part] ?? .zero, new[part] ?? .zero)
      return now < .zero && now < was ? Shortage(part: part, before: was, after: now) : nil
    }
  }

  private static func sums(of lines: [AllocationLine]) throws(MoneyOverflow) -> [AllocationPart: Money] {
    var sums: [AllocationPart: Money] = [:]
    for line in lines {
      for program in Set(["", line.program]) {
        let part = AllocationPart(control: line.control, initiative: line.initiative, program: program)
        sums[part] = try (sums[part] ?? .zero).adding(line.money)
      }
    }
    return sums
  }
}
