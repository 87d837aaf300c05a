/// Something that a rule finds in figures: which rule, where, in plain words, and what to do. It holds names and numbers only.
public struct FigureProblem: Hashable, Sendable {
  /// Stable: `part-above-whole`.
  public let rule: String
  public let weight: Relation.Weight
  /// Code of the element; empty where it is of no one element.
  public let element: String
  /// As it is written.
  public let period: String
  /// Row of the file, from 1, the header's included; nil if it is of no file.
  public var row: Int?
  /// Column of the file, or name of the field.
  public let column: String
  public let problem: String
  public let next: String

  public init(
    rule: String, weight: Relation.Weight, element: String, period: String, row: Int? = nil, column: String,
    problem: String, next: String
  ) {
    self.rule = rule
    self.weight = weight
    self.element = element
    self.period = period
    self.row = row
    self.column = column
    self.problem = problem
    self.next = next
  }
}
