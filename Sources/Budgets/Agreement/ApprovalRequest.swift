public import Records

/// A written approval that an agency asks for before it spends (AS.2.4 task 5, AS.2.6 task 3).
public struct ApprovalRequest: TypedRecord {
  public let id: String
  public var kind = Kind.spending.rawValue
  public var authority = Authority.department.rawValue
  public var contract = ""
  public var amendment = ""
  public var title = ""
  public var amount = 0
  public var text = ""
  public var day = ""
  public var person = ""
  /// What the federal government or the State Controller wrote; the department answers itself, with an ``ApprovalAnswer``.
  public var answer = ""
  public var answered = ""
  public var reference = ""

  public init(id: String) { self.id = id }

  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case spending = "EDP spending"
    case agreement = "EDP agreement"
    case amendment = "EDP amendment"
    case attorneyRate = "former district attorney rate"
    case countywide = "countywide overhead (A-87)"
  }

  public enum Authority: String, CaseIterable, Hashable, Sendable {
    case department = "DCSS"
    case federal = "federal"
    case controller = "State Controller"
  }

  public static let fields: [EntryField<ApprovalRequest>] = [
    .text("kind", "kind", \.kind, .choice(Kind.allCases.map(\.rawValue), whenEmpty: Kind.spending.rawValue)),
    .text(
      "authority", "authority", \.authority,
      .choice(Authority.allCases.map(\.rawValue), whenEmpty: Authority.department.rawValue)),
    .text("contract", "contract", \.contract),
    .text("amendment", "amendment", \.amendment),
    .text("title", "title", \.title),
    .number("amount", "amount", \.amount, .cents),
    .text("text", "justification", \.text, .text),
    .text("day", "asked on", \.day, .day),
    .text("person", "by whom", \.person),
    .text("answer", "answer of another authority", \.answer, .choice(["", "approved", "denied"], whenEmpty: "")),
    .text("answered", "answered on", \.answered, .day),
    .text("reference", "reference of the answer", \.reference),
  ]
}

/// The department's answer to an approval that was asked of it.
public struct ApprovalAnswer: TypedRecord {
  public let id: String
  public var request = ""
  public var result = "approved"
  public var reference = ""
  public var text = ""
  public var day = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<ApprovalAnswer>] = [
    .text("request", "request", \.request),
    .text("result", "result", \.result, .choice(["approved", "denied"], whenEmpty: "approved")),
    .text("reference", "reference", \.reference),
    .text("text", "text", \.text, .text),
    .text("day", "day", \.day, .day),
    .text("person", "by whom", \.person),
  ]
}
