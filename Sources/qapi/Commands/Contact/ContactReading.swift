import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine
import Trust

struct ContactList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List contacts; or, at the department, the agencies that a quarter passed by.",
    discussion: """
      CSS Letter 03-24 (FFY 2004) wants each agency contacted at least once a quarter: --missing lists the agencies without \
      a contact in it, and exits with 3 if there are any.

      JSON: contacts (\(ContactCommand.jsonNames)); with --missing: quarter, missing (agency, agency_name).
      """)
  @Option(help: "Only those with this agency.")
  var agency: String?
  @Flag(help: "The agencies without a contact in the quarter.")
  var missing = false
  @Option(help: "A quarter, like \"FFY 2004 Q1\"; for --missing else today's.")
  var quarter: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !missing || agency == nil else { throw ValidationError("--missing is about all agencies.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let today = try Day.argument(nil)
    let named = try quarter.map { text in
      guard let quarter = FederalQuarter(text) else {
        throw Failure.usage("this is not a quarter", next: "write it like \"FFY 2004 Q1\"")
      }
      return quarter
    }
    let all = try node.engine.queue.read { db in try LifeStore.contacts(of: agency, in: db) }
    if missing { return try listMissing(all, named ?? FederalQuarter(of: today), node) }
    let contacts = all.filter { entry in
      named.map { quarter in Day(entry.contact.day).map(quarter.contains) ?? false } ?? true
    }
    let ids = PlanName.unique(contacts.map(\.contact.id))
    return Report(
      lines: contacts.isEmpty
        ? ["no contacts"]
        : Layout.table(
          zip(ids, contacts).map { id, entry in
            let open = entry.contact.items.count {
              $0.kind == ContactItem.Kind.followUp.rawValue && $0.done.isEmpty
            }
            return [
              Shown.line(id), entry.agency, Shown.line(entry.contact.day), Shown.line(entry.contact.kind),
              Shown.line(entry.contact.analyst, limit: 24), open == 0 ? "" : Layout.count(open, "follow-up"),
            ]
          }),
      json: [
        "contacts": .list(
          contacts.map { .object(ContactCommand.members(of: $0.contact, agency: $0.agency, today: today)) })
      ])
  }

  private func listMissing(
    _ contacts: [(agency: String, contact: Contact)], _ quarter: FederalQuarter, _ node: OpenNode
  ) throws -> Report {
    guard node.isDepartment else {
      throw Failure.usage("only the department reads every agency's contacts", next: "use `qapi contact list`")
    }
    let agencies = node.members.map(\.id).filter { $0 != Deployment.department }.sorted()
    let missing = ContactRules.agencies(
      agencies, without: contacts.map { ($0.agency, $0.contact.day) }, in: quarter)
    return Report(
      lines: missing.isEmpty
        ? ["every agency was contacted in \(quarter)"]
        : ["without a contact in \(quarter):"]
          + Layout.table(missing.map { ["  " + $0, Shown.line(node.name(of: $0))] }),
      json: [
        "quarter": .text("\(quarter)"),
        "missing": .list(
          missing.map { .object(["agency": .text($0), "agency_name": .text(node.name(of: $0))]) }),
      ], status: missing.isEmpty ? .done : .open)
  }
}

struct ContactShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a contact with its topics and follow-ups.",
    discussion: "JSON: \(ContactCommand.jsonNames).")
  @Argument(help: "Id of the contact, or the beginning of it.")
  var id: String
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let today = try Day.argument(nil)
    let (agency, contact) = try node.engine.queue.read { db in try ContactCommand.find(id, in: db) }
    var rows = [
      ["contact:", Shown.line(contact.id)], ["agency:", "\(agency)  \(Shown.line(node.name(of: agency)))"],
      ["day:", Shown.line(contact.day)], ["kind:", Shown.line(contact.kind)],
      ["analyst:", Shown.line(contact.analyst)], ["staff:", Shown.line(contact.agencyStaff)],
      ["plan:", Shown.line(contact.plan)], ["reason:", Shown.line(contact.reason)],
    ]
    rows += contact.items.enumerated().map { index, item in
      let who = item.person.isEmpty ? "" : ", by \(item.person)"
      let due = item.due.isEmpty ? "" : ", due \(item.due)"
      let end = item.done.isEmpty ? (item.isLate(on: today) ? ": late" : "") : ": done \(item.done)"
      return ["\(index + 1) \(Shown.line(item.kind)):", Shown.line(item.text + who + due + end)]
    }
    return Report(
      lines: Layout.facts(rows.filter { !$0[1].isEmpty })
        + (contact.notes.isEmpty ? [] : [""] + Layout.wrapped(Shown.text(contact.notes))),
      json: [:], members: ContactCommand.members(of: contact, agency: agency, today: today))
  }
}

struct ContactDone: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Say that a follow-up of a contact is done (the department only).",
    discussion: "JSON: \(ContactCommand.jsonNames).")
  @Argument(help: "Id of the contact, or the beginning of it.")
  var id: String
  @Argument(help: "Number of the follow-up, as `contact show` has it.")
  var number: Int
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("keeps contacts")
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let done = try day.map { try Entered.day($0, "--on") } ?? today
    let (agency, contact) = try writing.write(on: node, as: person, otherwise: "follow-up done") { db in
      var (agency, contact) = try ContactCommand.find(id, in: db)
      guard contact.items.indices.contains(number - 1),
        contact.items[number - 1].kind == ContactItem.Kind.followUp.rawValue
      else {
        throw Failure.usage(
          "the contact has no follow-up \(number); nothing was changed", next: "see `qapi contact show \(id)`")
      }
      let old = contact.items[number - 1]
      contact.items[number - 1].done = "\(done)"
      try RecordStore.update(contact.items[number - 1], from: old, agency: agency, in: db)
      return (agency, contact)
    }
    return Report(
      lines: ["follow-up \(number) is done on \(done)"], json: [:], notes: ["next:  qapi merge"],
      members: ContactCommand.members(of: contact, agency: agency, today: today))
  }
}
