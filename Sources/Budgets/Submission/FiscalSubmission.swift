public import Records

/// A budget, a Budget Display (CS 921) or a claim (CS 356) as it was handed in. Written once, with an exact copy: what is submitted again is
/// a further submission.
public struct FiscalSubmission: TypedRecord {
  public let id: String
  public var form = Form.proposed.rawValue
  /// Id of the ``Budget``, ``BudgetDisplay`` or ``Claim``.
  public var subject = ""
  /// `SFY 2024-25`, or `SFY 2024-25 Q1` of a claim.
  public var period = ""
  /// 1 for the first of its subject.
  public var number = 0
  public var note = ""
  public var day = ""
  public var person = ""
  /// ``FrozenRecords/text``.
  public var snapshot = ""
  /// Lowercase hex.
  public var digest = ""

  public init(id: String) { self.id = id }

  public enum Form: String, CaseIterable, Hashable, Sendable {
    case proposed = "proposed budget"
    case final = "final budget"
    case display = "CS 921"
    case claim = "CS 356"
  }

  public static let fields: [EntryField<FiscalSubmission>] = [
    .text("form", "form", \.form, .choice(Form.allCases.map(\.rawValue), whenEmpty: Form.proposed.rawValue)),
    .text("subject", "of what", \.subject),
    .text("period", "period", \.period),
    .number("number", "number", \.number, .number(0...999_999)),
    .text("note", "note", \.note, .text),
    .text("day", "day", \.day, .day),
    .text("person", "by whom", \.person),
    .text("snapshot", "the copy as submitted", \.snapshot, .text),
    .text("digest", "SHA-256 of the copy", \.digest),
  ]
}

/// What of an exact copy is too long for its submission: the value of a field holds 256 KiB at most. Written once.
public struct FiscalCopyPart: NaturalRecord {
  /// Id of the ``FiscalSubmission``.
  public var submission = ""
  /// 2 and on: the first part stands in the submission itself.
  public var number = 0
  public var snapshot = ""

  public init() {}

  /// Bytes of UTF-8 in one part, at most.
  public static let byteCount = 200 << 10

  /// A text in parts that are not too long, at least one.
  public static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if count + width > byteCount {
        parts.append(String(part))
        (part, count) = (String.UnicodeScalarView(), 0)
      }
      part.append(scalar)
      count += width
    }
    return parts + [String(part)]
  }

  public static let keys: [EntryField<FiscalCopyPart>] = [
    .text("submission", "submission", \.submission),
    .number("number", "number", \.number, .number(2...999_999)),
  ]

  public static let fields: [EntryField<FiscalCopyPart>] = [
    .text("snapshot", "the copy as submitted, further on", \.snapshot, .text)
  ]
}

/// The department's word on a submission. Written once. A claim is locked once payment is scheduled: no revised one may follow (AS.2.6 task 7).
public struct FiscalDecision: TypedRecord {
  public let id: String
  public var submission = ""
  public var result = Result.accepted.rawValue
  /// Of a claim: the day for which payment is scheduled.
  public var payment = ""
  public var text = ""
  public var day = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public enum Result: String, CaseIterable, Hashable, Sendable {
    case accepted, returned
    /// Of claims.
    case scheduled = "payment scheduled"
    /// Of claims.
    case paid
  }

  public static let fields: [EntryField<FiscalDecision>] = [
    .text("submission", "submission", \.submission),
    .text("result", "result", \.result, .choice(Result.allCases.map(\.rawValue), whenEmpty: Result.accepted.rawValue)),
    .text("payment", "payment on", \.payment, .day),
    .text("text", "comments", \.text, .text),
    .text("day", "day", \.day, .day),
    .text("person", "by whom", \.person),
  ]
}
