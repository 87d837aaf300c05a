public import Records

/// What a completion must not be. The one place for the commands that refuse it and the findings that say it of what a merge
/// brought. The raw value is the rule's name.
public enum CompletionRule: String, CaseIterable, Hashable, Sendable {
  case beforeHire = "completion-before-hire"
  case afterSeparation = "completion-after-separation"
  case inFuture = "completion-in-future"
}

extension Completion {
  /// What a completion breaks; nil where it stands well. What is void breaks nothing.
  ///
  /// Whoever learned it elsewhere did so before the day of hire or after the last day: equivalent prior training, and what came with
  /// a transcript.
  public func broken(by member: StaffMember, today: Day) -> CompletionRule? {
    guard !isVoid, let day = Day(day) else { return nil }
    if day > today { return .inFuture }
    guard kind != Kind.equivalent.rawValue, transcript.isEmpty else { return nil }
    if let hired = Day(member.hired), day < hired { return .beforeHire }
    if let separated = Day(member.separated), day > separated { return .afterSeparation }
    return nil
  }
}
