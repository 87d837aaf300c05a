/// A rule that the merged state breaks. It refuses nothing and blocks nothing: it says what to look at, and what to do.
public struct Finding: Hashable, Sendable {
  /// Name of the rule, stable: "same-goal-twice".
  public let rule: String
  public let weight: Weight
  /// Code of the agency whose rows these are; empty for statewide rows.
  public let agency: String
  public let row: RowName
  /// What is found, in words, without the content of rows.
  public let message: String
  /// What to do, in words.
  public let next: String
  /// Who can do it, where it is not whoever owns the row.
  public var doer: SyncedTable.Owner?

  public enum Weight: String, Hashable, Sendable {
    /// Someone must look at it.
    case attention
    /// Good to know.
    case information
  }
}
