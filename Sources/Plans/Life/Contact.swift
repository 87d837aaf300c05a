public import Records

/// A review call, a site visit, a quarterly monitoring contact: who of the department spoke with whom of an agency, about
/// what, and what is to follow.
public struct Contact: TypedRecord {
  public let id: String
  /// Id of the plan that it was about; may be empty.
  public var plan = ""
  /// `2024-01-31`.
  public var day = ""
  /// One of ``kinds``.
  public var kind = ""
  public var analyst = ""
  public var agencyStaff = ""
  /// Why: a site visit of FFY 2004 needs one.
  public var reason = ""
  public var notes = ""
  /// In the order of their positions.
  public var items: [ContactItem] = []

  public init(id: String) { self.id = id }

  public static let phone = "phone"
  public static let siteVisit = "site visit"
  public static let kinds = [phone, "conference call", siteVisit, "meeting", "other"]
  public static let topics = ["performance", "plan progress", "technical assistance", "other"]

  public static let fields: [EntryField<Contact>] = [
    .text("plan", "plan", \.plan),
    .text("day", "day", \.day, .day),
    .text("kind", "kind", \.kind, .choice(kinds, whenEmpty: "other")),
    .text("analyst", "analyst", \.analyst),
    .text("agency_staff", "staff of the agency", \.agencyStaff, .text),
    .text("reason", "reason", \.reason, .text),
    .text("notes", "notes", \.notes, .text),
  ]
}

/// A topic, a joint dependency or a follow-up of a contact.
public struct ContactItem: TypedRecord {
  public let id: String
  /// Id of the contact.
  public var contact = ""
  /// ``Kind``, or what a newer program wrote.
  public var kind = ""
  public var text = ""
  /// Of a follow-up: who does it, by when, and the day on which it was done.
  public var person = ""
  public var due = ""
  public var done = ""
  public var position: Int64 = 0

  public init(id: String) { self.id = id }

  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case topic
    /// What the agency and the department can only do together.
    case dependency = "joint dependency"
    case followUp = "follow-up"
  }

  public static let fields: [EntryField<ContactItem>] = [
    .text("contact", "contact", \.contact),
    .text("kind", "kind", \.kind),
    .text("text", "text", \.text, .text),
    .text("person", "who", \.person),
    .text("due", "due", \.due, .day),
    .text("done", "done on", \.done, .day),
    EntryField(
      name: "position", label: "place in the list", content: .number(1...99), value: { .integer($0.position) },
      assign: { entry, value in
        if case .integer(let number) = value { entry.position = number }
      }),
  ]

  /// Whether a follow-up is open and its day has passed.
  public func isLate(on today: Day) -> Bool {
    kind == Kind.followUp.rawValue && done.isEmpty && (Day(due).map { $0 < today } ?? false)
  }
}

/// What CSS Letter 03-24 says of the department's contacts in FFY 2004: each agency at least once a quarter, mostly by phone;
/// a site visit only for a performance issue, or because the agency asked for one.
public enum ContactRules {
  /// The agencies that nobody was in contact with in a quarter, in the order given.
  public static func agencies(
    _ agencies: [String], without contacts: [(agency: String, day: String)],
    in quarter: FederalQuarter
  ) -> [String] {
    let reached = Set(contacts.filter { Day($0.day).map(quarter.contains) ?? false }.map(\.agency))
    return agencies.filter { !reached.contains($0) }
  }

  /// Whether a contact is a site visit in FFY 2004 that gives no reason.
  public static func lacksReason(_ contact: Contact) -> Bool {
    guard contact.kind == Contact.siteVisit, contact.reason.isEmpty, let day = Day(contact.day) else { return false }
    return FederalQuarter(of: day).year == 2004
  }
}
