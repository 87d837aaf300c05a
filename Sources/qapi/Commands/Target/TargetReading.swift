import ArgumentParser
import GRDB
import Measures
import Plans
import Records
import Reports
import Store
import SyncEngine

struct TargetList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List targets with what both sides say.",
    discussion: "JSON: targets (\(TargetCommand.jsonNames)).")
  @Option(help: "Only of this federal fiscal year.")
  var ffy: String?
  @Option(help: "Only of this measure.")
  var measure: String?
  @Option(help: "Only of this agency.")
  var agency: String?
  @Flag(help: "Only those on which both sides agree.")
  var agreed = false
  @Flag(help: "Only those that are proposed or under discussion.")
  var open = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !agreed || !open else { throw ValidationError("Say only one of --agreed, --open.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let year = try ffy.map(TargetCommand.year)
    let measure = try measure.map(TargetCommand.measure)
    let targets = try node.engine.queue.read { db in try TargetStore.all(of: agency, year: year, in: db) }
      .filter { _, target in
        (measure == nil || target.measure == measure?.code)
          && (!agreed || target.state == .agreed) && (!open || target.isOpen)
      }
    let rows = targets.map { agency, target in
      [
        agency, "\(target.year)", Shown.line(target.measure), Shown.line(target.ofAgency?.shownWord ?? "-"),
        Shown.line(target.ofDepartment?.shownWord ?? "-"), target.shortWords,
      ]
    }
    return Report(
      lines: targets.isEmpty
        ? ["no targets"]
        : Layout.table([["agency", "FFY", "measure", "agency says", "DCSS says", "state"]] + rows, cuttingLast: true),
      json: [
        "targets": .list(targets.map { .object(TargetCommand.members(of: $0.target, agency: $0.agency)) })
      ])
  }
}

extension AgreedTarget {
  /// Somebody's word is wanted.
  var isOpen: Bool {
    switch state {
    case .proposed, .discussed: true
    case .none, .agreed, .withdrawn: false
    }
  }
}

extension TargetWord {
  /// In a list: the value, or that it is withdrawn.
  var shownWord: String { isWithdrawn ? "withdrawn" : value }
}

struct TargetShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the targets of an agency for a year, as its Plan of Cooperation lists them.",
    discussion: "JSON: agency, ffy, targets (\(TargetCommand.jsonNames)); of a page also file_format, file, text.")
  @Option(help: "Federal fiscal year, like 2024.")
  var ffy: String
  @Option(help: "Code of the agency; the department must say it.")
  var agency: String?
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check() }

  func report() throws -> Report {
    let node = try node.open()
    let year = try TargetCommand.year(ffy)
    if let agency { try node.checkAgency(agency) }
    guard let agency = agency ?? (node.isDepartment ? nil : node.member) else {
      throw Failure.usage("it is not said whose targets", next: "say it with --agency CODE")
    }
    let targets = try node.engine.queue.read { db in try TargetStore.all(of: agency, year: year, in: db) }
      .map(\.target)
    let known = TargetStore.dataSet
    let places = Dictionary(uniqueKeysWithValues: known.measures.enumerated().map { ($1.code, $0) })
    let inOrder = targets.sorted { (places[$0.measure] ?? .max) < (places[$1.measure] ?? .max) }
    let form = TargetsPage.page(inOrder, agency: node.name(of: agency), year: year, dataSet: known)
    let members = JSON.members([
      "agency": .text(agency), "ffy": JSON(year),
      "targets": .list(inOrder.map { .object(TargetCommand.members(of: $0, agency: agency)) }),
    ])
    guard !page.isAsked else {
      return try page.report(form, members: members)
    }
    return Report(lines: lines(inOrder, agency, year), members: members)
  }

  private func lines(_ targets: [AgreedTarget], _ agency: String, _ year: Int) -> [String] {
    guard !targets.isEmpty else { return ["no targets of \(agency) for FFY \(year)"] }
    let agreed = targets.count { $0.state == .agreed }
    return ["targets of \(agency), FFY \(year): \(agreed) of \(targets.count) agreed"]
      + targets.flatMap { target -> [String] in
        let measure = TargetStore.dataSet.measure(target.measure)
        var facts = [["state:", target.words + (target.openPoint.isEmpty ? "" : " (\(target.openPoint))")]]
        if target.state == .agreed { facts.append(["target:", "\(target.value) \(target.unit)"]) }
        if !target.baseline.isEmpty { facts.append(["baseline:", target.baseline]) }
        facts += words(of: target.ofAgency, "agency:") + words(of: target.ofDepartment, "DCSS:")
        let heading = measure.map { "\($0.number) \($0.title) (\($0.code))" } ?? target.measure
        return [""] + Layout.wrapped(Terminal.strong(Shown.line(heading)))
          + Layout.facts(facts.map { ["  \($0[0])", Shown.line($0[1])] })
      }
  }

  private func words(of word: (some TargetWord)?, _ name: String) -> [[String]] {
    guard let word else { return [] }
    let value = word.isWithdrawn ? "withdrawn" : "\(word.word) \(word.value) \(word.unit)"
    let said = "\(value), \(word.saidBy) on \(word.saidAt.prefix(10))"
    return [[name, said + (word.note.isEmpty ? "" : ": \(word.note)")]]
  }
}
