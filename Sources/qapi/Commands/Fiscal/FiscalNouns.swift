import Budgets
import GRDB
import Plans
import Records
import Store

/// Special funding agreements with their implementation plans (AS.2.4 task 3).
enum SpecialFundingNoun: RecordNoun {
  typealias Entry = SpecialFunding
  static let command = "fiscal special"
  static let hasTables = true
  static let columns = ["year", "amount", "last", "title"]
  static let required = ["year", "title"]

  static func check(_ entry: SpecialFunding, was old: SpecialFunding?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkYear(entry.year)
    try FiscalRules.checkDays(entry.first, entry.last)
  }

  static func remarks(on entry: SpecialFunding) -> [String] {
    var open: [String] = []
    if entry.text.isEmpty { open.append("the implementation plan (text)") }
    if entry.first.isEmpty || entry.last.isEmpty { open.append("its days (first, last)") }
    if entry.effort.isEmpty { open.append("the level of effort") }
    return open.isEmpty ? [] : ["not said yet: " + open.joined(separator: "; ")]
  }
}

/// Evidence of effort (AS.2.4 tasks 2 and 3).
enum EffortEvidenceNoun: RecordNoun {
  typealias Entry = EffortEvidence
  static let command = "fiscal evidence"
  static let plural = "evidence of effort"
  static let hasTables = true
  static let columns = ["year", "program", "amount", "text"]
  static let required = ["year", "text"]

  static func begin(_ entry: inout EffortEvidence, _ occasion: RecordOccasion) {
    (entry.day, entry.person) = ("\(occasion.today)", occasion.person)
  }

  static func check(_ entry: EffortEvidence, was old: EffortEvidence?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkYear(entry.year)
    guard entry.program.isEmpty == entry.agreement.isEmpty else { return }
    throw Failure.rule(
      "evidence-of-one-thing", "evidence is of a targeted program or of a special funding agreement",
      next: "say program= or agreement=")
  }
}

/// Planning requests for electronic data processing (AS.1.2 task 5).
enum EDPRequestNoun: RecordNoun {
  typealias Entry = EDPRequest
  static let command = "fiscal edp"
  static let hasTables = true
  static let columns = ["year", "sent", "amount", "title"]
  static let required = ["year", "title"]

  static func check(_ entry: EDPRequest, was old: EDPRequest?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkYear(entry.year)
    try FiscalRules.checkDays(entry.sent, entry.answered)
  }
}

/// Time studies and certifications (AS.2.6 task 4).
enum TimeCertificationNoun: RecordNoun {
  typealias Entry = TimeCertification
  static let command = "fiscal time"
  static let hasTables = true
  static let columns = ["kind", "first", "last", "share", "unit"]
  static let required = ["unit", "first", "last"]

  static func check(
    _ entry: TimeCertification, was old: TimeCertification?, of agency: String?, in db: Database
  ) throws {
    try FiscalRules.checkDays(entry.first, entry.last)
  }

  static func remarks(on entry: TimeCertification) -> [String] {
    entry.kind == "certification" && entry.share != 100_00
      ? ["people who do other work as well keep to a time study (AS.2.6)"] : []
  }
}

/// Indirect cost rates (AS.2.6 task 5).
enum IndirectRateNoun: RecordNoun {
  typealias Entry = IndirectRate
  static let command = "fiscal rate"
  static let hasTables = true
  static let columns = ["kind", "rate", "first", "last", "approved"]
  static let required = ["rate", "first"]

  static func check(_ entry: IndirectRate, was old: IndirectRate?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkDays(entry.first, entry.last)
  }

  static func remarks(on entry: IndirectRate) -> [String] {
    guard entry.approved.isEmpty else { return [] }
    return [
      entry.kind == "former district attorney"
        ? "not said yet: the approval of DCSS (approved, reference)"
        : "not said yet: the approval of the State Controller (approved, reference)"
    ]
  }
}

/// Cases at the end of a month (AS.2.3 task 2).
enum CaseloadNoun: NaturalNoun {
  typealias Entry = CaseloadCount
  static let command = "fiscal caseload"
  static let columns = ["month", "cases", "note"]
  static let required = ["month"]

  static func check(_ entry: CaseloadCount, was old: CaseloadCount?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkMonth(entry.month)
  }
}

/// Audits (AS.2.6 task 9).
enum FiscalAuditNoun: RecordNoun {
  typealias Entry = Audit
  static let command = "fiscal audit"
  static let hasTables = true
  static let columns = ["authority", "begun", "closed", "title"]
  static let required = ["title", "authority"]

  static func isOpen(_ entry: Audit) -> Bool { entry.closed.isEmpty }

  static func check(_ entry: Audit, was old: Audit?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkDays(entry.first, entry.last)
    try FiscalRules.checkDays(entry.begun, entry.closed)
  }

  static func remarks(on entry: Audit) -> [String] {
    entry.closed.isEmpty
      ? ["while it is open, records of claims that it covers are kept: `qapi fiscal retention`"] : []
  }
}

/// Findings of audits.
enum AuditFindingNoun: RecordNoun {
  typealias Entry = AuditFinding
  static let command = "fiscal audit finding"
  static let hasTables = true
  static let title = "finding"
  static let columns = ["number", "due", "resolved", "amount", "text"]
  static let required = ["text"]

  static func isOpen(_ entry: AuditFinding) -> Bool { entry.resolved.isEmpty }
}

/// Holds on records (AS.2.6 task 9).
enum RecordHoldNoun: RecordNoun {
  typealias Entry = RecordHold
  static let command = "fiscal hold"
  static let plural = "holds on records"
  static let hasTables = true
  static let columns = ["kind", "first", "last", "begun", "lifted", "note"]
  static let required = ["begun"]

  static func isOpen(_ entry: RecordHold) -> Bool { entry.lifted.isEmpty }

  static func begin(_ entry: inout RecordHold, _ occasion: RecordOccasion) { entry.begun = "\(occasion.today)" }

  static func check(_ entry: RecordHold, was old: RecordHold?, of agency: String?, in db: Database) throws {
    guard !entry.audit.isEmpty || !entry.first.isEmpty || !entry.note.isEmpty else {
      throw Failure.rule(
        "hold-of-what", "it is not said which records are held, and why",
        next: "name the audit with audit=ID, the records with first= and last=, or say it with note=")
    }
    try FiscalRules.checkDays(entry.first, entry.last)
    try FiscalRules.checkDays(entry.begun, entry.lifted)
  }
}
