/// A targeted program: what is planned and shown for it, beside what was allocated as a floor of effort (AS.2.4 task 2).
public struct ProgramEffort: Hashable, Sendable {
  public let program: TargetedProgram
  public let planned: Money
  public let allocated: Money
  /// Of the year.
  public let evidence: [EffortEvidence]
  /// What the evidence says that it cost.
  public let shown: Money

  /// Those for which something is allocated, planned or shown, in the order of ``TargetedProgram``.
  public static func all(
    planned: [ControlledAmount], allocated: [ControlledAmount], evidence: [EffortEvidence]
  ) throws(MoneyOverflow) -> [ProgramEffort] {
    var all: [ProgramEffort] = []
    for program in TargetedProgram.allCases {
      let own = evidence.filter { $0.program == program.rawValue }
      let effort = ProgramEffort(
        program: program, planned: try Money.sum(planned.filter { $0.program == program }.map(\.amount)),
        allocated: try Money.sum(allocated.filter { $0.program == program }.map(\.amount)), evidence: own,
        shown: try Money.sum(own.map { Money(cents: Int64($0.amount)) }))
      if effort.planned != .zero || effort.allocated != .zero || !own.isEmpty { all.append(effort) }
    }
    return all
  }

  /// In a few words; none of it is refused.
  public var words: String {
    var words: [String] = []
    if planned < allocated { words.append("less planned than allocated") }
    if allocated > .zero, evidence.isEmpty { words.append("no evidence yet") }
    if allocated > .zero, !evidence.isEmpty, shown < allocated {
      words.append("evidence of less than allocated so far")
    }
    return words.isEmpty ? "met" : words.joined(separator: "; ")
  }
}
