public import Records

/// What an agency would give up if it had to, in the order in which it would (AS.2.4, best practices).
public struct ReductionOption: TypedRecord {
  public let id: String
  public var budget = ""
  public var rank = 0
  public var title = ""
  public var division = ""
  /// Whole cents of a year.
  public var amount = 0
  public var text = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<ReductionOption>] = [
    .text("budget", "budget", \.budget),
    .number("rank", "rank, 1 is given up first", \.rank, .number(0...9_999)),
    .text("title", "option", \.title),
    .text("division", "division", \.division),
    .number("amount", "saves", \.amount, .cents),
    .text("text", "what it means", \.text, .text),
  ]
}
