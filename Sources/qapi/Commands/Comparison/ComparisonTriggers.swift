import ArgumentParser
import Changesets
import GRDB
import Improvement
import Measures
import Records
import Reports
import Store
import SyncEngine

struct ComparisonTriggers: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "triggers", abstract: "Figures outside their tolerance band that have no answer yet (IOP.2.6).",
    discussion: """
      Of the newest report. On a node of the department of all agencies. Exits 3 while there is one.

      JSON: report, quarter, triggers (agency, measure, number, title, value, outside (against, basis, by)).
      """)
  @Option(help: "Only those of this agency.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    guard agency == nil || node.isDepartment || agency == node.member else {
      throw Failure.usage(
        "the answers of another agency are not read here", next: "see its figures with `qapi comparison show --agency`")
    }
    guard let newest = try node.engine.queue.read({ db in try ComparisonStore.newest(in: db) }) else {
      return Report(
        lines: ["no comparative report"], json: ["report": .null, "quarter": .null, "triggers": .list([])])
    }
    let (read, open) = try node.engine.queue.read { db in
      let read = try ReadComparison(newest, in: db)
      let codes = agency.map { [$0] } ?? (node.isDepartment ? read.comparison.agencies.map(\.code) : [node.member])
      let open = try codes.flatMap { code in
        try ComparisonStore.openTriggers(of: code, newest, read.comparison, in: db).map { (code, $0) }
      }
      return (read, open)
    }
    let json: KeyValuePairs<String, JSON> = [
      "report": .text(read.report.id), "quarter": .text(read.report.quarter),
      "triggers": .list(
        open.map { code, one in
          .object([
            "agency": .text(code), "measure": .text(one.measure.code), "number": .text(one.measure.number),
            "title": .text(one.measure.title), "value": .text("\(one.value)"),
            "outside": .list(
              one.triggers.map { trigger in
                .object([
                  "against": .text(trigger.against.rawValue), "basis": .text("\(trigger.basis)"),
                  "by": .text("\(trigger.by)"),
                ])
              }),
          ])
        }),
    ]
    guard !open.isEmpty else { return Report(lines: ["nothing asks for a look in \(read.report.quarter)"], json: json) }
    let lines = open.flatMap { code, one -> [String] in
      let name = node.isDepartment ? "\(code) · " : ""
      let value = ComparisonLines.value(one.value, one.measure)
      return Layout.wrapped(
        "\(name)\(one.measure.code): \(value), \(Shown.line(one.measure.title))", hanging: "  ")
        + one.triggers.flatMap { trigger in
          Layout.wrapped(ComparisonWords(measure: one.measure).trigger(trigger, one.value), margin: "  ", hanging: "  ")
        }
    }
    return Report(
      lines: lines, json: json,
      notes: node.isDepartment
        ? [] : ["next:  qapi comparison answer \(open[0].1.measure.code) --answer reviewed --text \"what was found\""],
      status: .open)
  }
}

struct ComparisonAnswer: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Say what was made of a figure outside its band (an agency); it closes the to-do.",
    discussion: "JSON: id, agency, report, measure, answer, text, action, person, day.")
  @Argument(help: "Code or number of the measure, like current-support or 3.")
  var measure: String
  @Option(help: "One of: \(TriggerAnswer.answers.joined(separator: ", ")).")
  var answer: String
  @Option(help: "What was found, and what is done.")
  var text: String
  @Option(help: "Id of the corrective action that was opened, with that answer.")
  var action = ""
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWrites()
    guard !node.isDepartment else {
      throw Failure.usage(
        "an agency answers for itself, and this node is the department's; nothing was changed",
        next: "see `qapi comparison triggers`")
    }
    let person = try writing.person(of: node)
    let answer = self.answer.lowercased().replacing("-", with: " ")
    guard TriggerAnswer.answers.contains(answer) else {
      throw Failure.usage(
        "there is no answer \(Shown.line(self.answer)); nothing was changed",
        next: "use one of: \(TriggerAnswer.answers.joined(separator: ", "))")
    }
    guard answer != "corrective action" || !action.isEmpty else {
      throw Failure.usage(
        "it is not said which corrective action; nothing was changed",
        next:
          "open one with `qapi action open origin=trigger measure=\((try? TargetCommand.measure(measure).code) ?? "CODE") …`, and name it with --action"
      )
    }
    let text = try Entered.text(self.text, "--text", mayBeEmpty: false)
    let written = try writing.write(on: node, as: person, otherwise: "answer to a trigger") { db -> TriggerAnswer in
      let read = try ReadComparison(try ReadComparison.find("latest", in: db), in: db)
      guard
        let measure = read.comparison.measures.first(where: {
          $0.code == self.measure || $0.number == self.measure.lowercased()
        })
      else {
        throw Failure.usage(
          "the report of \(read.report.quarter) has no measure \(Shown.line(self.measure)); nothing was changed",
          next: "see `qapi comparison triggers`")
      }
      let open = try ComparisonStore.openTriggers(of: node.member, read.report, read.comparison, in: db)
      guard open.contains(where: { $0.measure.code == measure.code }) else {
        throw Failure.usage(
          "nothing is open on \(measure.code) in \(read.report.quarter); nothing was changed",
          next: "see `qapi comparison triggers`")
      }
      var written = TriggerAnswer(id: node.newID())
      written.report = read.report.id
      written.measure = measure.code
      written.answer = answer
      written.text = text
      written.action = try self.action(in: db, of: node)
      written.person = person.name
      written.day = "\(try Day.argument(nil))"
      try RecordStore.insert(written, agency: node.member, in: db)
      return written
    }
    return Report(
      lines: ["answered \(written.measure): \(written.answer)"],
      notes: [node.nextExchange],
      members: JSON.members(of: written) + [.init(key: "agency", value: .text(node.member))])
  }

  private func action(in db: Database, of node: OpenNode) throws -> String {
    guard !action.isEmpty else { return "" }
    let known = try RecordStore.all(CorrectiveAction.self, of: node.member, in: db).map(\.record.id)
    return try OneOf.id(
      beginning: action, among: known, of: "corrective action", listedBy: "qapi action list")
  }
}
