import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct ContactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact", abstract: "Record review calls, site visits and monitoring contacts with agencies.",
    discussion: "The department writes them; the agency reads its own.",
    subcommands: [ContactAdd.self, ContactList.self, ContactShow.self, ContactDone.self],
    defaultSubcommand: ContactList.self)

  static let jsonNames =
    "id, agency, plan, day, kind, analyst, agency_staff, reason, notes, items (number, kind, text, person, due, done, late)"

  /// - Parameter today: what is open and was due before it is late.
  static func members(of contact: Contact, agency: String, today: Day) -> [JSON.Member] {
    JSON.members(of: contact) + [
      .init(key: "agency", value: .text(agency)),
      .init(
        key: "items",
        value: .list(
          contact.items.enumerated().map { index, item in
            .object([
              "number": JSON(index + 1), "kind": .text(item.kind), "text": .text(item.text),
              "person": .text(item.person), "due": .text(item.due), "done": .text(item.done),
              "late": .boolean(item.isLate(on: today)),
            ])
          })),
    ]
  }

  static func find(_ id: String, in db: Database) throws -> (agency: String, contact: Contact) {
    let all = try LifeStore.contacts(in: db)
    let id = try OneOf.id(beginning: id, among: all.map(\.contact.id), of: "contact", listedBy: "qapi contact list")
    guard let found = all.first(where: { $0.contact.id == id }) else {
      preconditionFailure("the contact was just found")
    }
    return found
  }
}

struct ContactAdd: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Record a contact with an agency (the department only).",
    discussion: """
      A follow-up may say who does it and by when: --follow-up "send the figures | Kim Lee | 2024-02-15".

      JSON: \(ContactCommand.jsonNames).
      """)
  @Option(help: "Code of the agency.")
  var agency: String
  @Option(help: "One of: \(Contact.kinds.joined(separator: ", ")).")
  var kind = Contact.phone
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @Option(help: "Id of the plan that it was about, or the beginning of it, or `latest`.")
  var plan: String?
  @Option(help: "Who called or visited; else the person who writes this.")
  var analyst: String?
  @Option(help: "Whom of the agency's staff was spoken to.")
  var staff = ""
  @Option(help: "A topic: \(Contact.topics.joined(separator: ", ")), or other words; may be repeated.")
  var topic: [String] = []
  @Option(help: "What both can only do together; may be repeated.")
  var dependency: [String] = []
  @Option(help: "What is to follow: \"what | who | day\"; may be repeated.")
  var followUp: [String] = []
  @Option(help: "Why: in FFY 2004 a site visit is for a performance issue, or at the agency's request.")
  var reason = ""
  @Option(help: "What was said.")
  var notes = ""
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("records contacts")
    try node.checkAgency(agency)
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let kind = self.kind.lowercased().replacing("-", with: " ")
    guard Contact.kinds.contains(kind) else {
      throw Failure.usage(
        "a contact has no kind \(Shown.line(kind)); nothing was changed",
        next: "use one of: \(Contact.kinds.joined(separator: ", "))")
    }
    var contact = Contact(id: node.newID())
    contact.day = "\(try day.map { try Entered.day($0, "--on") } ?? today)"
    contact.kind = kind
    contact.analyst = try Entered.text(analyst ?? person.name, "--analyst", oneLine: true)
    contact.agencyStaff = try Entered.text(staff, "--staff")
    contact.reason = try Entered.text(reason, "--reason")
    contact.notes = try Entered.text(notes, "--notes")
    contact.items = try items(of: contact.id, node)
    try writing.write(on: node, as: person, otherwise: "contact with \(agency)") { db in
      if let plan {
        var selection = PlanSelection()
        selection.id = plan
        selection.agency = agency
        let found = try selection.find(in: db, of: node)
        guard found.agency == agency else {
          throw Failure.usage("the plan is not of \(agency); nothing was changed", next: "see `qapi plan list`")
        }
        contact.plan = found.plan.id
      }
      try RecordStore.insert(contact, agency: agency, in: db)
      for item in contact.items { try RecordStore.insert(item, agency: agency, in: db) }
    }
    let unasked = ContactRules.lacksReason(contact)
    return Report(
      lines: ["contact \(contact.id) with \(agency) on \(contact.day)"], json: [:],
      notes: (unasked
        ? [
          "warning: in FFY 2004 a site visit is for a performance issue or at the agency's request [CSS Letter 03-24]: say "
            + "which, with --reason"
        ] : []) + ["next:  qapi merge"],
      members: ContactCommand.members(of: contact, agency: agency, today: today))
  }

  private func items(of contact: String, _ node: OpenNode) throws -> [ContactItem] {
    var items: [ContactItem] = []
    func add(_ kind: ContactItem.Kind, _ text: String, person: String = "", due: String = "") throws {
      var item = ContactItem(id: node.newID())
      item.contact = contact
      item.kind = kind.rawValue
      item.text = try Entered.text(text, "the \(kind.rawValue)", mayBeEmpty: false)
      item.person = try Entered.text(person, "who follows up", oneLine: true)
      item.due = due.isEmpty ? "" : "\(try Entered.day(due, "the day of the follow-up"))"
      item.position = Int64(items.count + 1)
      items.append(item)
    }
    for text in topic {
      let known = text.lowercased().replacing("-", with: " ")
      try add(.topic, Contact.topics.contains(known) ? known : text)
    }
    for text in dependency { try add(.dependency, text) }
    for text in followUp {
      let parts = text.split(separator: "|", omittingEmptySubsequences: false).map {
        String($0).trimmingPrefixAndSuffix
      }
      guard parts.count <= 3 else {
        throw Failure.usage(
          "a follow-up has three parts at most; nothing was changed", next: "write \"what | who | day\"")
      }
      try add(.followUp, parts[0], person: parts.count > 1 ? parts[1] : "", due: parts.count > 2 ? parts[2] : "")
    }
    return items
  }
}

extension String {
  fileprivate var trimmingPrefixAndSuffix: String {
    split(separator: " ").joined(separator: " ")
  }
}
