import ArgumentParser
import Changesets
import GRDB
import Improvement
import Plans
import Records
import Store
import SyncEngine

struct OversightFindingAdd: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a finding to a review (the department).",
    discussion: "JSON: \(OversightFindingNoun.jsonNames).")
  @Argument(help: "Id of the review, or the beginning of it, or `latest`.")
  var review: String
  @Option(help: "What was found.")
  var text: String
  @Option(help: "Element of the catalogue, like IOP.1.4.")
  var element = ""
  @Option(name: .customLong("answer-due"), help: "The day by which the agency answers, like 2024-01-31.")
  var answerDue: String?
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("writes findings", see: "qapi oversight finding list")
    let person = try writing.person(of: node)
    var begun = OversightFinding(id: node.newID())
    begun.text = try Entered.text(text, "--text", mayBeEmpty: false)
    begun.element = try Entered.text(element, "--element", oneLine: true)
    begun.answerDue = try answerDue.map { "\(try Entered.day($0, "--answer-due"))" } ?? ""
    let (owner, finding) = try writing.write(on: node, as: person, otherwise: "finding of a review") { db in
      let found = try RecordWork<OversightNoun>.find(review, agency: agency, in: db)
      var finding = begun
      finding.review = found.entry.id
      let others = try OversightStore.standing(of: found.entry, agency: found.agency, in: db).findings
      finding.position = Positions.next(after: others.map(\.finding.position))
      finding = try RecordWork<OversightFindingNoun>.checked(finding, was: nil, of: found.agency, in: db)
      try RecordStore.insert(finding, agency: found.agency, in: db)
      return (found.agency, finding)
    }
    return Report(
      lines: ["finding \(finding.id) at \(owner)"],
      notes: OversightFindingNoun.remarks(on: finding) + [node.nextExchange],
      members: OversightFindingNoun.members(of: finding, agency: owner))
  }
}

struct OversightAnswerCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer a finding of the department (the agency).",
    discussion: "JSON: agency, id, finding, day, text, action, person.")
  @Argument(help: "Id of the finding, or the beginning of it, or `latest`; see `oversight show`.")
  var finding: String
  @Option(help: "The answer.")
  var text: String
  @Option(help: "Id of the corrective action that follows, or the beginning of it, or `latest`.")
  var action = ""
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsAgency("answers to findings belong to the agencies", see: "qapi oversight show ID")
    let person = try writing.person(of: node)
    var answer = OversightAnswer(id: node.newID())
    answer.day = "\(try Day.argument(day))"
    answer.text = try Entered.text(text, "--text", mayBeEmpty: false)
    answer.person = person.name
    let begun = answer
    let written = try writing.write(on: node, as: person, otherwise: "answer to a finding") { db in
      var answer = begun
      answer.finding = try RecordWork<OversightFindingNoun>.find(finding, agency: node.member, in: db).entry.id
      if !action.isEmpty {
        answer.action = try RecordID.complete(action, in: CorrectiveAction.table, of: node.member, in: db)
      }
      try RecordStore.insert(answer, agency: node.member, in: db)
      return answer
    }
    return Report(
      lines: ["answer \(written.id)"], notes: [node.nextExchange],
      members: [.init(key: "agency", value: .text(node.member))] + JSON.members(of: written))
  }
}
