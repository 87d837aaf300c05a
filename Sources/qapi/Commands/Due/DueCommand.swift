import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "See what is due and when; set days of plans, and give an agency more time.",
    discussion: "Late is shown, and never blocked. The due day itself is not late.",
    subcommands: [DueShow.self, List.self, Set.self, Extend.self], defaultSubcommand: DueShow.self)

  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the due dates of plans: the letter's, those the department has set, and extensions.",
      discussion: """
        JSON: due (template, item, day as null if none is set, source, set_by as letter or department), extensions (agency, \
        template, item, day, reason, granted_by, granted_at).
        """)
    @Option(help: "Only those of this template, like pmp-ffy-2024.")
    var template: String?
    @Option(help: "Only this agency's extensions.")
    var agency: String?
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      if let agency { try node.checkAgency(agency) }
      let (days, extensions) = try node.engine.queue.read { db in
        let templates = try DueCommand.templates(in: db).filter { template == nil || $0.name.id == template }
        let set = try CycleStore.dueDates(in: db)
        let extensions = try CycleStore.extensions(in: db).filter { entry in
          (agency == nil || entry.agency == agency) && (template == nil || entry.template == template)
        }
        return (templates.flatMap { DueCommand.days(of: $0, set: set) }, extensions)
      }
      return Report(
        lines: Layout.table(
          days.map { day in
            [
              day.template, day.item.rawValue, day.day.map { "\($0)" } ?? "no day set",
              day.isSet ? "set by DCSS: \(Shown.line(day.source, limit: 26))" : Shown.line(day.source, limit: 38),
            ]
          })
          + (extensions.isEmpty ? [] : ["", "extensions:"])
          + Layout.table(
            extensions.map {
              [
                "  \($0.agency)", $0.template, $0.item.rawValue, "\($0.day)",
                Shown.line("\($0.grantedBy): \($0.reason)", limit: 30),
              ]
            }),
        json: [
          "due": .list(
            days.map { day in
              .object([
                "template": .text(day.template), "item": .text(day.item.rawValue),
                "day": JSON(day.day.map { "\($0)" }), "source": .text(day.source),
                "set_by": .text(day.isSet ? "department" : "letter"),
              ])
            }), "extensions": .list(extensions.map(DueCommand.json)),
        ])
    }
  }

  struct Set: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Set a day for all agencies, where the letter has none or another (the department only).",
      discussion: "It holds for every version of the template. JSON: template, item, day, source.")
    @Option(help: "Template, like qapi-ffy-2004.")
    var template: String
    @Option(help: "plan, or q1 to q4.")
    var item: PlanItem
    @Option(help: "The day, like 2004-01-31.")
    var day: String
    @Option(help: "Where the day was announced, in words.")
    var source: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      try node.checkIsDepartment("sets due dates")
      let person = try writing.person(of: node)
      let date = CycleStore.DueDate(
        template: template, item: item, day: try Entered.day(day, "--day"),
        source: try Entered.text(source, "--source", oneLine: true, mayBeEmpty: false))
      try writing.write(on: node, as: person, otherwise: "due date") { db in
        try DueCommand.check(item, of: template, in: db)
        try CycleStore.set(date, in: db)
      }
      return Report(
        lines: ["\(template) \(item.rawValue) is due \(date.day)"],
        json: [
          "template": .text(template), "item": .text(item.rawValue), "day": .text("\(date.day)"),
          "source": .text(date.source),
        ], notes: ["next:  qapi merge"])
    }
  }

  struct Extend: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give one agency more time (the department only).",
      discussion: "JSON: agency, template, item, day, reason, granted_by, granted_at.")
    @Option(help: "Code of the agency.")
    var agency: String
    @Option(help: "Template, like pmp-ffy-2024.")
    var template: String
    @Option(help: "plan, or q1 to q4.")
    var item: PlanItem
    @Option(help: "The new day, like 2024-02-15.")
    var day: String
    @Option(help: "Why, in words.")
    var reason: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      try node.checkIsDepartment("gives more time")
      try node.checkAgency(agency)
      let person = try writing.person(of: node)
      let entry = CycleStore.Extension(
        agency: agency, template: template, item: item, day: try Entered.day(day, "--day"),
        reason: try Entered.text(reason, "--reason", mayBeEmpty: false), grantedBy: person.name, grantedAt: node.now)
      try writing.write(on: node, as: person, otherwise: "more time for \(agency)") { db in
        try DueCommand.check(item, of: template, in: db)
        let set = try CycleStore.dueDates(in: db)
        let common = try DueCommand.templates(in: db).filter { $0.name.id == template }
          .flatMap { DueCommand.days(of: $0, set: set) }.first { $0.item == item }?.day
        if let common, entry.day <= common {
          throw Failure.usage(
            "\(item.rawValue) is due \(common) for all, and \(entry.day) is not later; nothing was changed",
            next: "name a later day")
        }
        try CycleStore.extend(entry, in: db)
      }
      return Report(
        lines: ["\(agency) has until \(entry.day) for \(template) \(item.rawValue)"], json: [:],
        notes: ["next:  qapi merge"], members: DueCommand.members(of: entry))
    }
  }

  private struct ItemDay {
    let template: String
    let item: PlanItem
    let day: Day?
    let source: String
    let isSet: Bool
  }

  /// The newest version of each template.
  private static func templates(in db: Database) throws -> [PlanTemplate] {
    let all = try DepartmentStore.templates(in: db)
    return Dictionary(grouping: all, by: \.name.id).values.compactMap { versions in
      versions.max { $0.name.version < $1.name.version }
    }.sorted { ($0.begins, $0.name.id) < ($1.begins, $1.name.id) }
  }

  private static func days(of template: PlanTemplate, set: [CycleStore.DueDate]) -> [ItemDay] {
    let letter = DueDates(of: template)
    let items = [PlanItem.plan] + template.quarters.map { .quarter($0.number) }
    return items.map { item in
      let own = set.first { $0.template == template.name.id && $0.item == item }
      let note = item == .plan && !template.dueNote.isEmpty ? ": \(template.dueNote)" : ""
      return ItemDay(
        template: template.name.id, item: item, day: own?.day ?? letter.day(of: item),
        source: own?.source ?? template.source + (letter.day(of: item) == nil ? note : ""), isSet: own != nil)
    }
  }

  private static func check(_ item: PlanItem, of template: String, in db: Database) throws {
    let templates = try templates(in: db)
    guard let known = templates.first(where: { $0.name.id == template }) else {
      throw Failure.usage(
        "there is no template \(Shown.line(template)); nothing was changed",
        next: "use one of: \(templates.map(\.name.id).joined(separator: ", "))")
    }
    let items = [PlanItem.plan] + known.quarters.map { .quarter($0.number) }
    guard items.contains(item) else {
      throw Failure.usage(
        "nothing of \(template) is handed in as \(item.rawValue) by a day; nothing was changed",
        next: "use one of: \(items.map(\.rawValue).joined(separator: ", "))")
    }
  }

  private static func members(of entry: CycleStore.Extension) -> [JSON.Member] {
    [
      .init(key: "agency", value: .text(entry.agency)), .init(key: "template", value: .text(entry.template)),
      .init(key: "item", value: .text(entry.item.rawValue)), .init(key: "day", value: .text("\(entry.day)")),
      .init(key: "reason", value: .text(entry.reason)), .init(key: "granted_by", value: .text(entry.grantedBy)),
      .init(key: "granted_at", value: .text(entry.grantedAt)),
    ]
  }

  private static func json(_ entry: CycleStore.Extension) -> JSON { .object(members(of: entry)) }
}
