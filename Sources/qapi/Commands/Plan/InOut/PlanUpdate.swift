import ArgumentParser
import Changesets
import Foundation
import GRDB
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine

struct PlanUpdate: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "The quarterly update: asks for each figure, tactic and text in turn.",
    discussion: """
      Each answer is saved at once. Leave with q whenever you like; the same command goes on at the first open question. \
      Without a terminal: --print-form prints a form, --answers takes it back filled, all of it or nothing.

      JSON: plan, agency, quarter, label, answered, questions (numbers), open (name, kind, entry, section, title, last, \
      current of each open question), written (rows), doubts (what looks like a slip of the pen); with --print-form: form.
      """)
  @OptionGroup var selection: PlanSelection
  @Option(help: "1 to 4, in the order of the template; else the one whose update comes next.")
  var quarter: Int?
  @Flag(help: "Go through all questions, those that have an answer too.")
  var again = false
  @Flag(help: "Print the questions as a form for --answers.")
  var printForm = false
  @Option(help: "Take the answers from this form (- for standard input).")
  var answers: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !printForm || answers == nil else { throw ValidationError("--print-form and --answers exclude one another.") }
    guard !again || (!printForm && answers == nil) else { throw ValidationError("--again is for a terminal.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let (found, template, dates) = try node.engine.queue.read { db in
      let found = try selection.find(in: db, of: node)
      let template = try node.template(of: found.plan, in: db)
      return (found, template, try CycleStore.dates(of: template, agency: found.agency, in: db))
    }
    let quarter = try quarter(of: template, dates)
    let subject = UpdateSubject(
      agency: found.agency, plan: found.plan.id, template: template, quarter: quarter,
      due: dates.quarters[quarter.number],
      kept: KeptAnswers(of: found.plan.id, quarter: quarter.number, in: node.engine.folder))
    if printForm {
      let update = subject.update(of: found.plan)
      let form = UpdateForm.yaml(of: update)
      return Report(
        lines: [String(form.dropLast())], json: json(update, subject, written: 0, doubts: [], form: form))
    }
    try node.checkWritesPlans()
    try node.checkOwns(found)
    let person = try writing.person(of: node)
    guard !subject.update(of: found.plan).questions.isEmpty else {
      throw Failure.usage(
        "the plan has nothing that could be updated yet",
        next: "write its goals with `qapi plan edit \(PlanName.short(found.plan.id))`")
    }
    var written = 0
    var doubts: [String] = []
    if let answers {
      let taken = try take(answers, subject, person, node)
      switch taken {
      case .problems(let report): return report
      case .written(let count, let found):
        written = count
        doubts = found
      }
    } else {
      guard Terminal.isInteractive else {
        throw Failure.usage(
          "there is no terminal to ask on; nothing was changed",
          next: "print a form with --print-form, and hand it in filled with --answers FILE")
      }
      for line in earlierQuarters(found.plan, subject) { Terminal.note(line) }
      let walk = UpdateWalk(
        node: node, subject: subject, person: person, writing: writing, again: again, folder: self.node.path)
      written = try walk.run()
    }
    let update = try node.engine.queue.read { db in
      try PlanStore.plan(agency: subject.agency, id: subject.plan, in: db).map(subject.update)
    }
    guard let update else { throw UpdateSubject.gone }
    return Report(
      lines: [update.progressWords], json: json(update, subject, written: written, doubts: doubts, form: nil),
      notes: doubts.map { "is that right? \($0)" } + [next(update, subject)])
  }

  private func next(_ update: QuarterlyUpdate, _ subject: UpdateSubject) -> String {
    update.firstOpen == nil
      ? "next:  qapi plan submit \(subject.plan) --item q\(subject.quarter.number)"
      : "next:  qapi plan update \(PlanName.short(subject.plan)) --quarter \(subject.quarter.number), to go on"
  }

  // MARK: Which quarter

  private func quarter(of template: PlanTemplate, _ dates: DueDates) throws -> PlanTemplate.Quarter {
    guard !template.quarters.isEmpty else {
      throw Failure.usage(
        "\(template.source) asks for no written updates, and its form has no place for them",
        next: "change the plan itself with `qapi plan edit`")
    }
    guard let number = quarter else {
      return try template.nextUpdate(on: Day.argument(nil), dates: dates) ?? template.quarters[0]
    }
    guard let named = template.quarter(number) else {
      throw Failure.usage(
        "the form has no quarter \(number)",
        next: "use one of: \(template.quarters.map { "\($0.number)" }.joined(separator: ", "))")
    }
    return named
  }

  /// Which quarters before this one have no figure or text where they could.
  private func earlierQuarters(_ plan: Plan, _ subject: UpdateSubject) -> [String] {
    subject.template.quarters.filter { $0.number < subject.quarter.number }.compactMap { quarter in
      let update = QuarterlyUpdate(of: plan, template: subject.template, quarter: quarter.number)
      let open = update.questions.count { !$0.isAnswered && [.figure, .text].contains($0.kind) }
      guard open > 0 else { return nil }
      return "quarter \(quarter.number) has \(Layout.count(open, "open question")): --quarter \(quarter.number)"
    }
  }

  // MARK: Forms

  private enum Taken {
    case written(Int, doubts: [String])
    case problems(Report)
  }

  private func take(
    _ file: String, _ subject: UpdateSubject, _ person: Person, _ node: OpenNode
  ) throws -> Taken {
    let text = try Terminal.readText(file)
    do {
      let (answers, written) = try writing.write(on: node, as: person, otherwise: subject.message) { db in
        guard let plan = try PlanStore.plan(agency: subject.agency, id: subject.plan, in: db) else {
          throw UpdateSubject.gone
        }
        let answers = try UpdateForm.answered(text, in: subject.update(of: plan))
        let changes = PlanChange.changes(from: plan, to: answers.plan)
        return (answers, try PlanStore.apply(changes, agency: subject.agency, in: db).writtenCount)
      }
      answers.names.forEach(subject.kept.add)
      return .written(written, doubts: answers.doubts)
    } catch let error as DocumentErrors {
      let place = file == "-" ? "standard input" : file
      return .problems(.problems(error.errors.map(InputProblem.init), at: place))
    }
  }

  private func json(
    _ update: QuarterlyUpdate, _ subject: UpdateSubject, written: Int, doubts: [String], form: String?
  ) -> KeyValuePairs<String, JSON> {
    let open = update.questions.filter { !$0.isAnswered }.map { question in
      JSON.object([
        "name": .text(question.name), "kind": .text(question.kind.rawValue), "entry": .text(question.entry),
        "section": JSON(question.section), "title": .text(question.title), "last": .text(question.last),
        "current": .text(question.current),
      ])
    }
    return [
      "plan": .text(subject.plan), "agency": .text(subject.agency), "quarter": JSON(subject.quarter.number),
      "label": .text(subject.quarter.label), "answered": JSON(update.answeredCount),
      "questions": JSON(update.questions.count), "open": .list(open), "written": JSON(written),
      "doubts": JSON(doubts), "form": JSON(form),
    ]
  }
}
