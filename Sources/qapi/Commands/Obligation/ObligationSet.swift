import ArgumentParser
import Catalogue
import Changesets
import GRDB
import Records
import Store
import SyncEngine

struct ObligationSet: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Say when an obligation is due, whether it is in force, who sees to it.",
    discussion: """
      At the department, for all: --on, --off, --due, --note, --source. At an agency, for itself: --due (where neither the \
      catalogue nor the department has a day), --responsible, --note. An empty text takes back what was set.

      JSON: id, on, rule, rule_by, person, next.
      """)
  @Argument(help: "Id, like AS.2.6-16.")
  var id: String
  @Flag(help: "It is in force (the department only).")
  var on = false
  @Flag(help: "It is not in force (the department only).")
  var off = false
  @Option(
    name: .customLong("due"), help: "A rule like \"15 days after month end\", or a day; see `qapi help obligation`.")
  var rule: String?
  @Option(name: .customLong("responsible"), help: "Who sees to it.")
  var responsible: String?
  @Option(help: "What there is to say about it.")
  var note: String?
  @Option(help: "Where it was announced (the department only; needed with --due).")
  var source: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !on || !off else { throw ValidationError("Say only one of --on, --off.") }
    guard on || off || [rule, responsible, note, source].contains(where: { $0 != nil }) else {
      throw ValidationError("Say what to set: --on, --off, --due, --responsible, --note, --source.")
    }
  }

  func report() throws -> Report {
    let row = try ObligationCommand.find(id)
    if let other = row.repeats {
      throw Failure.usage("\(row.id) states the duty of \(other) once more; nothing was changed", next: "set \(other)")
    }
    guard row.canBeDue || rule == nil else {
      throw Failure.usage(
        "\(row.id) is a time within a case, and due on no day of the calendar; nothing was changed",
        next: "leave --due out")
    }
    let node = try node.open()
    try node.checkWrites()
    let person = try writing.person(of: node)
    let rule = try self.rule.map { text in
      let text = try Entered.text(text, "--due", oneLine: true)
      guard text.isEmpty || DueRule(text) != nil else {
        throw Failure.usage("this is no rule: \(Shown.line(text)); nothing was changed", next: "write \(DueRule.forms)")
      }
      return text
    }
    let note = try self.note.map { try Entered.text($0, "--note") }
    if node.isDepartment, responsible == nil {
      try setForAll(row, rule, note, node, person)
    } else {
      try setForMember(row, rule, note, node, person)
    }
    let state = try node.engine.queue.read { db in
      try ObligationStore.states(for: node.member, in: db).first { $0.obligation.id == row.id }
    }
    let shown = state ?? ObligationState(row)
    let when = shown.rule.map { "due \($0.rule)" } ?? "no date set"
    let names: Set<String> = ["id", "on", "rule", "rule_by", "person", "next"]
    return Report(
      lines: Layout.wrapped(
        "\(row.id): \(shown.isOn ? "in force" : "switched off"), \(when)"
          + (shown.person.isEmpty ? "" : ", \(Shown.line(shown.person))")),
      notes: [node.nextExchange],
      members: ObligationCommand.members(of: shown, today: try Day.argument(nil)).filter { names.contains($0.key) })
  }

  private func setForAll(_ row: Obligation, _ rule: String?, _ note: String?, _ node: OpenNode, _ person: Person) throws
  {
    let source = try self.source.map { try Entered.text($0, "--source", oneLine: true) }
    guard rule.map({ $0.isEmpty || !(source ?? "").isEmpty }) ?? true else {
      throw Failure.usage(
        "it is not said where this day was announced; nothing was changed", next: "say it with --source")
    }
    try writing.write(on: node, as: person, otherwise: "setting of \(row.id)") { db in
      var setting = ObligationSetting()
      setting.obligation = row.id
      setting = try RecordStore.find(setting, agency: nil, in: db) ?? setting
      if on { setting.status = "on" }
      if off { setting.status = "off" }
      if let rule { setting.rule = rule }
      if let note { setting.note = note }
      if let source { setting.source = source }
      try RecordStore.put(setting, agency: nil, in: db)
    }
  }

  private func setForMember(_ row: Obligation, _ rule: String?, _ note: String?, _ node: OpenNode, _ person: Person)
    throws
  {
    guard !on, !off, source == nil else {
      throw Failure.usage(
        node.isDepartment
          ? "--responsible is about the department's own work, and --on, --off, --source are for all; nothing was changed"
          : "only the department says --on, --off and --source, for all agencies; nothing was changed",
        next: node.isDepartment ? "say them in two steps" : "leave them out; --due, --responsible and --note are yours")
    }
    let responsible = try self.responsible.map { try Entered.text($0, "--responsible", oneLine: true) }
    try writing.write(on: node, as: person, otherwise: "own setting of \(row.id)") { db in
      var local = LocalObligation()
      local.obligation = row.id
      local = try RecordStore.find(local, agency: node.member, in: db) ?? local
      if let rule, !rule.isEmpty,
        let held = try ObligationStore.states(for: node.member, in: db).first(where: { $0.obligation.id == row.id })?
          .rule,
        held.origin != .agency
      {
        throw Failure.usage(
          "\(row.id) is due \(held.rule), as \(held.origin == .department ? "the department" : "its source") says; "
            + "nothing was changed", next: "ask the department if another day is meant")
      }
      if let rule { local.rule = rule }
      if let responsible { local.person = responsible }
      if let note { local.note = note }
      try RecordStore.put(local, agency: node.member, in: db)
    }
  }
}

struct ObligationMark: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Mark an obligation as met.",
    discussion: """
      DUE is what it was due for: a period as `qapi due --json` names it (2024-01, \"FFY 2024 Q1\", 2024), the day on which it \
      was due, or `once` for good. JSON: obligation, due, done, person, note.
      """)
  @Argument(help: "Id, like AS.2.6-16.")
  var id: String
  @Argument(help: "What it was due for: a period, a day, or `once`.")
  var due: String
  @Option(name: .customLong("on"), help: "The day on which it was met, like 2024-01-12; else today.")
  var day: String?
  @Option(help: "What there is to say about it.")
  var note = ""
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let row = try ObligationCommand.find(id)
    guard row.canBeDue else {
      throw Failure.usage(
        row.repeats.map { "\(row.id) states the duty of \($0) once more; nothing was changed" }
          ?? "\(row.id) is a time within a case, and due on no day of the calendar; nothing was changed",
        next: row.repeats.map { "mark \($0)" } ?? "see `qapi obligation show \(row.id)`")
    }
    if let records = row.shownAs {
      throw Failure.usage(
        "\(row.id) is met by its \(records.rawValue), and not marked; nothing was changed",
        next: records == .figures ? "hand the figures in" : "finish the case review")
    }
    let node = try node.open()
    try node.checkWrites()
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let done = try day.map { try Entered.day($0, "--on") } ?? today
    guard done <= today else {
      throw Failure.usage("\(done) has not come yet; nothing was changed", next: "name the day on which it was met")
    }
    var mark = ObligationDone()
    mark.obligation = row.id
    mark.done = "\(done)"
    mark.person = person.name
    mark.note = try Entered.text(note, "--note")
    let written = try writing.write(on: node, as: person, otherwise: "\(row.id) is met") { db in
      let state = try ObligationStore.states(for: node.member, in: db).first { $0.obligation.id == row.id }
      mark.due = try key(state?.rule?.rule, today, row)
      try RecordStore.put(mark, agency: node.member, in: db)
      return mark
    }
    return Report(
      lines: ["\(row.id) is met for \(written.due), on \(written.done)"],
      notes: [node.nextExchange], members: JSON.members(of: written))
  }

  /// What stands in the mark: the period of the occurrence that the person means.
  private func key(_ rule: DueRule?, _ today: Day, _ row: Obligation) throws -> String {
    let text = try Entered.text(due, "DUE", oneLine: true, mayBeEmpty: false)
    if text == ObligationDone.once { return text }
    if let rule, let first = today.adding(days: -3660), let last = today.adding(days: 3660) {
      let times = rule.occurrences(in: first...last)
      if let time = times.first(where: { $0.key == text || "\($0.day)" == text || $0.label == text }) {
        return time.key
      }
      let near = times.last { $0.day <= today } ?? times.first
      throw Failure.usage(
        "\(row.id) is not due for \(Shown.line(text)); nothing was changed",
        next: near.map { "name a time of \"\(rule)\", like \"\($0.key)\" or \($0.day)" } ?? "see `qapi due`")
    }
    guard Day(text) != nil || Period(text) != nil else {
      throw Failure.usage(
        "\(Shown.line(text)) is neither a day nor a period; nothing was changed",
        next: "write 2024-01-31, 2024-01, \"FFY 2024 Q1\" or `once`")
    }
    return text
  }
}
