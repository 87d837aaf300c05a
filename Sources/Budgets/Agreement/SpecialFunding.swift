public import Records

/// A special funding agreement with its implementation plan, which is part of the Plan of Cooperation (AS.2.4 task 3).
public struct SpecialFunding: TypedRecord {
  public let id: String
  public var year = ""
  /// As the lines of letters name it.
  public var title = ""
  public var amount = 0
  public var text = ""
  public var first = ""
  public var last = ""
  public var effort = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<SpecialFunding>] = [
    .text("year", "state fiscal year", \.year),
    .text("title", "agreement", \.title),
    .number("amount", "amount", \.amount, .cents),
    .text("text", "implementation plan", \.text, .text),
    .text("first", "from", \.first, .day),
    .text("last", "until", \.last, .day),
    .text("effort", "level of effort", \.effort, .text),
    .text("person", "person", \.person),
  ]
}

/// Evidence of effort for a targeted program or a special funding agreement (AS.2.4 tasks 2 and 3).
public struct EffortEvidence: TypedRecord {
  public let id: String
  public var year = ""
  public var program = ""
  public var agreement = ""
  public var day = ""
  public var text = ""
  public var outcome = ""
  public var timeframe = ""
  /// Whole cents that it cost; 0 where nobody says.
  public var amount = 0
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<EffortEvidence>] = [
    .text("year", "state fiscal year", \.year),
    .text(
      "program", "targeted program", \.program, .choice([""] + TargetedProgram.allCases.map(\.rawValue), whenEmpty: "")),
    .text("agreement", "special funding agreement", \.agreement),
    .text("day", "day", \.day, .day),
    .text("text", "work", \.text, .text),
    .text("outcome", "outcome", \.outcome, .text),
    .text("timeframe", "timeframe", \.timeframe),
    .number("amount", "cost", \.amount, .cents),
    .text("person", "person", \.person),
  ]
}
