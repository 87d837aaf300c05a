public import Records

/// What is expected of one or more actions, with the figures that the estimate is made from (CSS Letter 03-24, Expected
/// Outcomes). The stated figures are kept as they are; ``OutcomeArithmetic`` shows ours beside them.
public struct Outcome: PlanEntry {
  public let id: String
  /// In words.
  public var text = ""
  /// Which measure it moves: id of a measure of the template, or words. One line.
  public var measure = ""
  /// Numbers of the actions that it is expected of (``Tactic/number``): "1, 2". May be empty.
  public var actions = ""
  /// Number of cases; 0 if it is not said.
  public var cases = 0
  /// Monthly amount of one case, in cents; 0 if it is not said.
  public var monthlyCents = 0
  /// The stated amount, in cents; 0 if it is not said.
  public var statedCents = 0
  /// 1 if the stated amount is the sum of the outcomes of this list.
  public var isSum = 0
  /// Number of cases of which the percentage points are taken; 0 if it is not said.
  public var baseCases = 0
  /// Percentage points, in hundredths; 0 if it is not said.
  public var pointsHundredths = 0
  public var position: Int64

  public init(id: String, position: Int64) {
    self.id = id
    self.position = position
  }

  /// What ``actions`` names, one by one.
  public var actionNumbers: [String] { actions.split { ", ;".contains($0) }.map(String.init) }

  public static var kind: PlanRecord.Kind { .outcome }

  public static let fields: [EntryField<Outcome>] = [
    .text("text", "expected outcome", \.text, .text),
    .text("measure", "measure", \.measure),
    .text("actions", "actions", \.actions),
    .number("cases", "cases", \.cases, .number(1...99_999_999)),
    .number("monthly", "monthly amount of one case", \.monthlyCents, .cents),
    .number("stated", "stated amount", \.statedCents, .cents),
    .number("sum", "is the sum of the others", \.isSum, .yes),
    .number("base", "cases in all", \.baseCases, .number(1...99_999_999)),
    .number("points", "percentage points", \.pointsHundredths, .hundredths),
  ]
}
