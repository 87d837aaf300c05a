internal import Records

/// Makes the questions of a quarterly update from the entries of a plan.
struct QuestionLister {
  let template: PlanTemplate
  let quarter: Int
  let kept: Set<String>

  func questions(of block: Block) -> [UpdateQuestion] {
    var questions = block.measurements.filter { !$0.isGone }.map { figure(of: $0, in: block) }
    for tactic in block.tactics { questions += self.questions(of: tactic, in: block) }
    if let part = template.parts(ofGoal: block.goal).first(where: { $0.kind == .quarters }) {
      questions.append(
        question(
          .text, block.id, in: block, title: part.title.isEmpty ? "what was done and reached" : part.title,
          last: block.quarter(quarter - 1),
          current: block.quarter(quarter)))
    }
    return questions
  }

  func figure(of entry: Measurement, in block: Block?) -> UpdateQuestion {
    let better = entry.direction.isEmpty ? "" : "\(entry.direction) is better"
    return question(
      .figure, entry.id, in: block, title: entry.title,
      facts: [
        ("baseline", [entry.baseline, entry.baselinePeriod].filter { !$0.isEmpty }.joined(separator: ", ")),
        ("target", entry.target),
        (
          "unit",
          [entry.kind, entry.unit, better].reduce(into: [String]()) { words, word in
            if !word.isEmpty, !words.contains(word) { words.append(word) }
          }.joined(separator: ", ")
        ),
      ], last: entry.figure(quarter - 1), current: entry.figure(quarter))
  }

  private func questions(of tactic: Tactic, in block: Block) -> [UpdateQuestion] {
    let isFinished = tactic.status == .completed || tactic.status == .dropped
    let facts = [("begins", tactic.begins), ("projected completion", tactic.projected), ("leads", tactic.leads)]
    let status = question(
      .status, tactic.id, in: block, title: tactic.title, facts: facts, current: tactic.status.rawValue)
    let completed = question(
      .completed, tactic.id, in: block, title: tactic.title, facts: facts, current: tactic.completed)
    let wasAsked = kept.contains(status.name)
    var questions = !isFinished || wasAsked ? [status] : []
    // A tactic that was completed without a day is asked about until it has one.
    if tactic.status == .completed, tactic.completed.isEmpty || wasAsked || kept.contains(completed.name) {
      questions.append(completed)
    }
    if asksForWords, !isFinished || wasAsked {
      questions.append(
        question(
          .words, tactic.id, in: block, title: tactic.title,
          last: QuarterlyNote.text(of: quarter - 1, in: tactic.strategy, template),
          current: QuarterlyNote.text(of: quarter, in: tactic.strategy, template)))
    }
    return questions
  }

  /// The forms of FFY 2017 and 2019 have one cell for strategy, comments and status, and no text of the quarter.
  private var asksForWords: Bool {
    !template.hasQuarterlyTexts
      && template.form.parts.contains { part in
        part.kind == .tactics && part.columns.contains { $0.fields.contains("strategy") && $0.fields.count > 1 }
      }
  }

  private func question(
    _ kind: UpdateQuestion.Kind, _ entry: String, in block: Block?, title: String,
    facts: [(label: String, value: String)] = [], last: String = "", current: String
  ) -> UpdateQuestion {
    let isKept = kept.contains("\(kind.rawValue) \(entry)")
    return UpdateQuestion(
      kind: kind, entry: entry, block: block?.id ?? "", section: block.map(section) ?? ["The plan as a whole"],
      title: title, facts: facts.filter { !$0.value.isEmpty }.map { .init(label: $0.label, value: $0.value) },
      last: last, lastLabel: template.quarter(quarter - 1)?.label ?? "", current: current,
      isAnswered: isKept || (kind != .status && !current.isEmpty))
  }

  private func section(of block: Block) -> [String] {
    let goal = template.goal(block.goal)?.title ?? ""
    let objective = template.objective(block.objective, ofGoal: block.goal)?.title ?? block.objectiveText
    func line(_ label: String, _ number: Int, _ words: String) -> String {
      ([number == 0 ? label : "\(label) \(number)"] + (words.isEmpty ? [] : [words])).joined(separator: ": ")
    }
    return [line("Goal", block.goal, goal)]
      + (block.objective == 0 && objective.isEmpty ? [] : [line("Objective", block.objective, objective)])
  }
}
