public import Records

/// The update of one quarter as a list of questions in the order of the plan: for each section the figures of its
/// measurements, its tactics that go on, and its text. A value: it is made anew from the plan as it stands before every
/// question, so that nothing that came meanwhile is hidden or overwritten.
public struct QuarterlyUpdate: Sendable {
  public let plan: Plan
  public let template: PlanTemplate
  /// 1 to 4, in the order of the template.
  public let quarter: Int
  public let questions: [UpdateQuestion]

  /// - Parameters:
  ///   - template: the one that the plan names; it has the quarter.
  ///   - kept: names of questions to which somebody has said that the answer stays as it stands. A status always has a
  ///     value, so this alone tells whether it was looked at. A tactic that is finished is asked about only if it is here.
  public init(of plan: Plan, template: PlanTemplate, quarter: Int, kept: Set<String> = []) {
    self.plan = plan
    self.template = template
    self.quarter = quarter
    let lister = QuestionLister(template: template, quarter: quarter, kept: kept)
    questions = plan.targets.map { lister.figure(of: $0, in: nil) } + plan.blocks.flatMap(lister.questions)
  }

  public var answeredCount: Int { questions.count(where: \.isAnswered) }

  /// `12 of 20 answered`.
  public var progressWords: String { "\(answeredCount) of \(questions.count) answered" }

  /// The first question without an answer; nil if there is none.
  public var firstOpen: UpdateQuestion? { questions.first { !$0.isAnswered } }

  /// The question that comes behind another.
  ///
  /// - Parameter again: whether questions that have an answer are asked too.
  public func question(after name: String, again: Bool) -> UpdateQuestion? {
    guard let place = questions.firstIndex(where: { $0.name == name }) else { return again ? nil : firstOpen }
    return questions[(place + 1)...].first { again || !$0.isAnswered }
  }

  /// The question that stands in front of another, whether it has an answer or not.
  public func question(before name: String) -> UpdateQuestion? {
    questions.firstIndex { $0.name == name }.flatMap { $0 > 0 ? questions[$0 - 1] : nil }
  }

  // MARK: Answers

  /// What a person typed, as it is kept.
  ///
  /// - Parameter text: a figure, a day, words; of a status its word or its number in ``TacticStatus/known``. Empty empties.
  /// - Throws: ``FieldProblem`` for what cannot be kept.
  public func value(of text: String, for question: UpdateQuestion) throws(FieldProblem) -> String {
    let text = RecordText.normalised(text)
    switch question.kind {
    case .figure:
      if let problem = RecordText.problem(in: text, oneLine: true) {
        throw FieldProblem(problem: problem, next: "write it again")
      }
      try FigureCheck.refuse(text, kind: measurement(question)?.kind ?? "")
    case .status:
      let known = TacticStatus.known.map(\.rawValue)
      if let number = Int(text), known.indices.contains(number - 1) { return known[number - 1] }
      guard known.contains(text.lowercased()) else {
        throw FieldProblem(
          problem: "this is no status",
          next: "write a number from 1 to \(known.count), or one of: "
            + known.joined(separator: ", "))
      }
      return text.lowercased()
    case .completed: _ = try FieldContent.day.value(of: text)
    case .words, .text: _ = try FieldContent.text.value(of: text)
    }
    return text
  }

  /// What makes an answer look like a slip of the pen; nil if nothing does. It is asked back, never refused.
  public func doubt(about value: String, for question: UpdateQuestion) -> String? {
    switch question.kind {
    case .figure:
      guard let entry = measurement(question) else { return nil }
      let before = entry.progress.last { $0.quarter < quarter }?.figure ?? entry.baseline
      return FigureCheck.doubt(value, after: before, of: entry)
    case .completed:
      guard let day = Day(value) else { return nil }
      if let begins = Day(tactic(question)?.begins ?? ""), day < begins { return "that is before the tactic begins" }
      return day < template.begins || template.ends < day ? "that is not in the plan's year" : nil
    case .words, .text:
      let isMore = value.utf8.starts(with: question.current.utf8)
      return question.current.isEmpty || value.isEmpty || isMore ? nil : "that replaces what stands there"
    case .status: return nil
    }
  }

  /// The plan with an answer in it.
  ///
  /// - Parameter value: as `value(of:for:)` returned it; empty takes away what stands there.
  public func plan(answering question: UpdateQuestion, with value: String) -> Plan {
    var plan = plan
    func change<Entry: PlanEntry>(_ entries: inout [Entry], _ edit: (inout Entry) -> Void) {
      for index in entries.indices where entries[index].id == question.entry { edit(&entries[index]) }
    }
    func answer(_ entry: inout Measurement) {
      entry.progress.removeAll { $0.quarter == quarter }
      if !value.isEmpty { entry.progress.append(Progress(quarter: quarter, figure: value)) }
      entry.progress.sort { $0.quarter < $1.quarter }
    }
    change(&plan.targets) { if question.kind == .figure { answer(&$0) } }
    for index in plan.blocks.indices where plan.blocks[index].id == question.block {
      switch question.kind {
      case .figure: change(&plan.blocks[index].measurements, answer)
      case .status: change(&plan.blocks[index].tactics) { $0.status = TacticStatus(rawValue: value) }
      case .completed: change(&plan.blocks[index].tactics) { $0.completed = value }
      case .words:
        change(&plan.blocks[index].tactics) { tactic in
          tactic.strategy = QuarterlyNote.setting(value, of: quarter, in: tactic.strategy, template)
        }
      case .text:
        plan.blocks[index].quarters.removeAll { $0.quarter == quarter }
        if !value.isEmpty { plan.blocks[index].quarters.append(QuarterlyText(quarter: quarter, text: value)) }
        plan.blocks[index].quarters.sort { $0.quarter < $1.quarter }
      }
    }
    return plan
  }

  /// The records that a question shows and its answer changes, by kind and key.
  public func records(of question: UpdateQuestion) -> [(kind: PlanRecord.Kind, key: [FieldValue])] {
    let entry = FieldValue.text(question.entry)
    switch question.kind {
    case .figure:
      return [(.measurement, [entry])] + PlanItem.quarterNumbers.map { (.progress, [entry, .integer(Int64($0))]) }
    case .status, .completed, .words: return [(.tactic, [entry])]
    case .text:
      return [(.block, [entry])] + PlanItem.quarterNumbers.map { (.quarterlyText, [entry, .integer(Int64($0))]) }
    }
  }

  /// What stands in the plan for every question that can be asked, now or later, by the question's name.
  var standing: [(name: String, text: String)] {
    func named(_ kind: UpdateQuestion.Kind, _ entry: String, _ text: String) -> (name: String, text: String) {
      ("\(kind.rawValue) \(entry)", text)
    }
    return (plan.targets + plan.blocks.flatMap(\.measurements)).map { named(.figure, $0.id, $0.figure(quarter)) }
      + plan.blocks.flatMap(\.tactics).flatMap { tactic in
        [
          named(.status, tactic.id, tactic.status.rawValue), named(.completed, tactic.id, tactic.completed),
          named(.words, tactic.id, QuarterlyNote.text(of: quarter, in: tactic.strategy, template)),
        ]
      } + plan.blocks.map { named(.text, $0.id, $0.quarter(quarter)) }
  }

  private func measurement(_ question: UpdateQuestion) -> Measurement? {
    (plan.targets + plan.blocks.flatMap(\.measurements)).first { $0.id == question.entry }
  }

  private func tactic(_ question: UpdateQuestion) -> Tactic? {
    plan.blocks.flatMap(\.tactics).first { $0.id == question.entry }
  }
}
