import ArgumentParser
import Catalogue
import GRDB
import Records
import Store
import SyncEngine

struct ObligationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "obligation", abstract: "See what the QAPI manual asks for, when it is due, and mark it as met.",
    discussion: """
      The rows are read from the manual's elements, in our words. The department sets for all what is in force and when it is \
      due; an agency sets a day where nobody has, and says who sees to it.

      A day is a rule: \(DueRule.forms).
      """,
    subcommands: [ObligationList.self, ObligationShow.self, ObligationSet.self, ObligationMark.self],
    defaultSubcommand: ObligationList.self)

  static let jsonNames =
    "id, element, what, kind, frequency, from, to, when, limit, due, note, repeats, shown_as, on, rule, rule_by, person, "
    + "open, next (day, or null)"

  static func find(_ id: String) throws -> Obligation {
    if let row = Obligation.named(id.uppercased()) { return row }
    let element = Obligation.all.filter { $0.element == id.uppercased() }
    throw Failure.usage(
      "there is no obligation \(Shown.line(id)); nothing was changed",
      next: element.isEmpty
        ? "see `qapi obligation list`"
        : "that is an element; its rows are \(element[0].id) to \(element[element.count - 1].id)")
  }

  /// Whose calendar the rows are shown for: the named agency, or the node's member.
  static func member(_ agency: String?, of node: OpenNode) throws -> String {
    if let agency { try node.checkReads(agency) }
    return agency ?? (node.engine.identity.isReader ? Deployment.department : node.member)
  }

  static func members(of state: ObligationState, today: Day) -> [JSON.Member] {
    let row = state.obligation
    let last = today.adding(days: 3660) ?? today
    let next = state.isShown ? state.rule?.rule.occurrences(in: today...last).first : nil
    return [
      .init(key: "id", value: .text(row.id)), .init(key: "element", value: .text(row.element)),
      .init(key: "what", value: .text(row.what)), .init(key: "kind", value: .text(row.kind.rawValue)),
      .init(key: "frequency", value: .text(row.frequency.rawValue)), .init(key: "from", value: .text(row.from)),
      .init(key: "to", value: .text(row.to)), .init(key: "when", value: .text(row.trigger)),
      .init(key: "limit", value: .text(row.limit)), .init(key: "due", value: .text(row.due)),
      .init(key: "note", value: .text(row.note)), .init(key: "repeats", value: JSON(row.repeats)),
      .init(key: "shown_as", value: JSON(row.shownAs?.rawValue)), .init(key: "on", value: .boolean(state.isOn)),
      .init(key: "rule", value: JSON(state.rule.map { "\($0.rule)" })),
      .init(key: "rule_by", value: JSON(state.rule?.origin.rawValue)), .init(key: "person", value: .text(state.person)),
      .init(key: "open", value: .boolean(state.isOpen)), .init(key: "next", value: JSON(next.map { "\($0.day)" })),
    ]
  }
}

struct ObligationList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List obligations.",
    discussion: "JSON: obligations (\(ObligationCommand.jsonNames)).")
  @Option(help: "Only of this element, function or area: AS.2.6, AS.2, AS.")
  var element: String?
  @Option(help: "Only this kind: \(Obligation.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: String?
  @Option(help: "Only this often: \(Obligation.Frequency.allCases.map(\.rawValue).joined(separator: ", ")).")
  var frequency: String?
  @Option(help: "Only what this one owes: agency, department, other.")
  var from: String?
  @Flag(help: "Only what is switched off.")
  var off = false
  @Flag(help: "Only what stands in the calendar of this agency and waits for somebody to set a day.")
  var open = false
  @Flag(help: "Only what has a day.")
  var dated = false
  @Option(help: "As it stands for this agency (at the department).")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let kind = try self.kind.map { try Self.word($0, "--kind", Obligation.Kind.allCases) }
    let frequency = try self.frequency.map { try Self.word($0, "--frequency", Obligation.Frequency.allCases) }
    let debtor = try from.map { try Self.word($0, "--from", Obligation.Debtor.allCases) }
    let node = try node.open()
    let today = try Day.argument(nil)
    let member = try ObligationCommand.member(agency, of: node)
    let own: Obligation.Debtor = member == Deployment.department ? .department : .agency
    let (states, done) = try node.engine.queue.read { db in
      (try ObligationStore.states(for: member, in: db), try ObligationStore.done(by: member, in: db))
    }
    let code = element?.uppercased() ?? ""
    let found = states.filter { state in
      let row = state.obligation
      return (code.isEmpty || row.element == code || row.element.hasPrefix(code + "."))
        && (kind.map { $0 == row.kind } ?? true) && (frequency.map { $0 == row.frequency } ?? true)
        && (debtor.map { $0 == row.debtor } ?? true) && (!off || !state.isOn)
        && (!dated || (state.isShown && state.rule != nil))
        && (!open
          || (state.isOpen && row.debtor == own && !(done[row.id]?.contains(ObligationDone.once) ?? false)))
    }
    guard !found.isEmpty || code.isEmpty || Obligation.all.contains(where: { ($0.element + ".").hasPrefix(code + ".") })
    else {
      throw Failure.usage(
        "no obligation is of \(Shown.line(code))", next: "name an element like AS.2.6, or a part of it")
    }
    return Report(
      lines: (found.isEmpty ? [] : Layout.wrappedTable(found.map(Self.row)))
        + [Layout.count(found.count, "obligation")],
      json: ["obligations": .list(found.map { .object(ObligationCommand.members(of: $0, today: today)) })])
  }

  private static func row(_ state: ObligationState) -> [String] {
    let row = state.obligation
    let when =
      !state.isOn
      ? "off" : row.repeats.map { "see \($0)" } ?? (row.kind == .timeframe ? "in a case" : row.frequency.rawValue)
    return [row.id, when, Shown.line(row.what) + (state.isShown ? state.rule.map { ": \($0.rule)" } ?? "" : "")]
  }

  private static func word<Value: RawRepresentable<String>>(_ text: String, _ name: String, _ all: [Value]) throws
    -> Value
  {
    let text = text.lowercased().replacing("-", with: " ")
    guard let value = Value(rawValue: text) else {
      throw Failure.usage(
        "\(name) has no \(Shown.line(text))", next: "use one of: \(all.map(\.rawValue).joined(separator: ", "))")
    }
    return value
  }
}

struct ObligationShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one obligation: what the manual says, what was set, what was met.",
    discussion:
      "JSON: \(ObligationCommand.jsonNames), setting (status, due, note, source), done (due, done, person, note).")
  @Argument(help: "Id, like AS.2.6-16.")
  var id: String
  @Option(help: "As it stands for this agency (at the department).")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let row = try ObligationCommand.find(id)
    let node = try node.open()
    let today = try Day.argument(nil)
    let member = try ObligationCommand.member(agency, of: node)
    let (state, done) = try node.engine.queue.read { db in
      let state = try ObligationStore.states(for: member, in: db).first { $0.obligation.id == row.id }
      let done = try RecordStore.records(ObligationDone.self, of: member, where: "obligation", is: row.id, in: db)
      return (state ?? ObligationState(row), done)
    }
    return Report(
      lines: Layout.facts(facts(state, done).filter { !$0[1].isEmpty }.map { [$0[0], Shown.line($0[1])] }),
      members: ObligationCommand.members(of: state, today: today) + [
        .init(key: "setting", value: state.setting.map { .object(JSON.members(of: $0)) } ?? .null),
        .init(key: "done", value: .list(done.map { .object(JSON.members(of: $0)) })),
      ])
  }

  private func facts(_ state: ObligationState, _ done: [ObligationDone]) -> [[String]] {
    let row = state.obligation
    let rule = state.rule.map { rule, origin in
      switch origin {
      case .department: "\(rule) (set by DCSS\(state.setting.map { $0.source.isEmpty ? "" : ": \($0.source)" } ?? ""))"
      case .catalogue: "\(rule) (\(row.ruleSource.isEmpty ? "as the source says" : row.ruleSource))"
      case .agency: "\(rule) (set by the agency)"
      }
    }
    return [
      ["\(row.id):", row.what], ["kind:", "\(row.kind.rawValue), \(row.frequency.rawValue)"], ["from:", row.from],
      ["to:", row.to], ["when:", row.trigger], ["limit:", row.limit], ["due:", row.due], ["note:", row.note],
      ["state:", state.isOn ? "in force" : "switched off"], ["repeats:", row.repeats ?? ""],
      ["shown as:", row.shownAs?.rawValue ?? ""], ["rule:", rule ?? (state.isOpen ? "no date set" : "")],
      ["person:", state.person], ["DCSS:", state.setting?.note ?? ""], ["agency:", state.local?.note ?? ""],
    ]
      + done.map { mark in
        [
          "done:",
          [mark.due, "on \(mark.done)", mark.person, mark.note].filter { !$0.isEmpty }.joined(separator: "; "),
        ]
      }
  }
}
