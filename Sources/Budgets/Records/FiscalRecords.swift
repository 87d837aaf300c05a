public import Records

/// A planning request for electronic data processing (AS.1.2 task 5).
public struct EDPRequest: TypedRecord {
  public let id: String
  public var year = ""
  public var title = ""
  public var amount = 0
  public var text = ""
  public var sent = ""
  public var answer = ""
  public var answered = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<EDPRequest>] = [
    .text("year", "state fiscal year", \.year),
    .text("title", "title", \.title),
    .number("amount", "amount", \.amount, .cents),
    .text("text", "what is asked, and why", \.text, .text),
    .text("sent", "sent on", \.sent, .day),
    .text("answer", "answer", \.answer, .text),
    .text("answered", "answered on", \.answered, .day),
    .text("person", "person", \.person),
  ]
}

/// A time study or a time certification (AS.2.6 task 4): certification where people do few activities over long periods.
public struct TimeCertification: TypedRecord {
  public let id: String
  public var kind = "certification"
  public var unit = ""
  public var first = ""
  public var last = ""
  public var share = 0
  public var day = ""
  public var person = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<TimeCertification>] = [
    .text("kind", "kind", \.kind, .choice(["certification", "time study"], whenEmpty: "certification")),
    .text("unit", "unit or position", \.unit),
    .text("first", "from", \.first, .day),
    .text("last", "until", \.last, .day),
    .number("share", "percent of the time for child support", \.share, .percentage),
    .text("day", "signed on", \.day, .day),
    .text("person", "by whom", \.person),
    .text("note", "note", \.note, .text),
  ]
}

/// An indirect cost rate (AS.2.6 task 5).
public struct IndirectRate: TypedRecord {
  public let id: String
  public var kind = "countywide overhead (A-87)"
  public var rate = 0
  public var first = ""
  public var last = ""
  public var approved = ""
  public var reference = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<IndirectRate>] = [
    .text(
      "kind", "kind", \.kind,
      .choice(["countywide overhead (A-87)", "former district attorney"], whenEmpty: "countywide overhead (A-87)")),
    .number("rate", "rate in percent", \.rate, .hundredths),
    .text("first", "from", \.first, .day),
    .text("last", "until", \.last, .day),
    .text("approved", "approved on", \.approved, .day),
    .text("reference", "reference of the approval", \.reference),
    .text("note", "note", \.note, .text),
  ]
}

/// Cases at the end of a month (AS.2.3 task 2).
public struct CaseloadCount: NaturalRecord {
  /// `2024-07`.
  public var month = ""
  public var cases = 0
  public var note = ""

  public init() {}

  public static let keys: [EntryField<CaseloadCount>] = [
    .text("month", "month", \.month)
  ]

  public static let fields: [EntryField<CaseloadCount>] = [
    .number("cases", "cases", \.cases, .count),
    .text("note", "note", \.note, .text),
  ]
}

/// An audit (AS.2.6 task 9).
public struct Audit: TypedRecord {
  public let id: String
  public var title = ""
  public var authority = ""
  public var begun = ""
  public var first = ""
  public var last = ""
  public var closed = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<Audit>] = [
    .text("title", "title", \.title),
    .text("authority", "authority", \.authority),
    .text("begun", "begun on", \.begun, .day),
    .text("first", "records from", \.first, .day),
    .text("last", "records until", \.last, .day),
    .text("closed", "closed on", \.closed, .day),
    .text("note", "note", \.note, .text),
  ]
}

/// A finding of an audit.
public struct AuditFinding: TypedRecord {
  public let id: String
  public var audit = ""
  public var number = ""
  public var text = ""
  public var amount = 0
  public var answer = ""
  public var due = ""
  public var resolved = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<AuditFinding>] = [
    .text("audit", "audit", \.audit),
    .text("number", "number", \.number),
    .text("text", "what was found", \.text, .text),
    .number("amount", "amount in question", \.amount, .cents),
    .text("answer", "answer", \.answer, .text),
    .text("due", "answer due", \.due, .day),
    .text("resolved", "resolved on", \.resolved, .day),
  ]
}

/// What keeps records longer than four years and four months: an open audit, litigation, a court order (AS.2.6 task 9).
public struct RecordHold: TypedRecord {
  public let id: String
  public var kind = "audit"
  public var audit = ""
  public var first = ""
  public var last = ""
  public var begun = ""
  public var lifted = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<RecordHold>] = [
    .text("kind", "kind", \.kind, .choice(["audit", "litigation", "court order"], whenEmpty: "audit")),
    .text("audit", "audit", \.audit),
    .text("first", "records from", \.first, .day),
    .text("last", "records until", \.last, .day),
    .text("begun", "since", \.begun, .day),
    .text("lifted", "lifted on", \.lifted, .day),
    .text("note", "note", \.note, .text),
  ]
}
