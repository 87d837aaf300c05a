internal import Records

/// Makes the copy of ``PlanCopy``, and remembers what it did.
struct PlanCopier {
  private let old: PlanTemplate
  private let new: PlanTemplate
  private let baseline: PlanCopy.Baseline
  private let source: Plan
  private(set) var carried = PlanCopy.Carried()
  private(set) var remarks: [String] = []

  init(old: PlanTemplate, new: PlanTemplate, baseline: PlanCopy.Baseline, source: Plan) {
    self.old = old
    self.new = new
    self.baseline = baseline
    self.source = source
  }

  /// A plan of a kind goes on as it is: its texts and sections are carried too.
  private var isSameKind: Bool { new.kind != nil && new.name.id == old.name.id }

  mutating func copy(title: String, period: String, newID: () -> String) -> Plan {
    var plan = Plan(id: newID(), template: new.name, title: title)
    plan.period = period
    plan.follows = source.id
    if new.formats.map(\.rawValue).contains(source.format) {
      plan.format = source.format
    } else {
      remarks.append("the plan was a \(source.format); the new template has no such format")
    }
    if new.hasTargets {
      plan.targets = source.targets.enumerated().map { measurement($1, at: $0, "target", newID) }
      carried.targets = plan.targets.count
    } else {
      leftOut(source.targets.count, "target", of: "plan", "the new form has no targets of the plan as a whole")
    }
    for text in source.texts where isSameKind && new.planTexts.contains(where: { $0.text == text.name }) {
      plan.texts.append(text)
    }
    for text in source.texts where !plan.texts.contains(text) {
      remarks.append("the text \"\(textTitle(text.name))\" of the plan was not carried")
    }
    for block in source.blocks {
      guard let copy = section(block, newID) else { continue }
      plan.blocks.append(copy)
      plan.blocks[plan.blocks.count - 1].position = Int64(plan.blocks.count) * Positions.step
    }
    carried.sections = plan.blocks.count
    if !source.lostBlocks.isEmpty {
      remarks.append("entries whose goal was removed elsewhere were not carried")
    }
    return plan
  }

  // MARK: Sections

  private mutating func section(_ block: Block, _ newID: () -> String) -> Block? {
    let place = block.heading
    let open = block.tactics.filter { $0.status != .completed && $0.status != .dropped }
    for tactic in block.tactics where !open.contains(tactic) {
      remarks.append("\(place): \(quoted(tactic.title)) is \(tactic.status.rawValue), and was not carried")
    }
    leftOut(block.outcomes.count, "expected outcome", of: place, "they are of the year that is over")
    guard !open.isEmpty || !block.measurements.isEmpty || isSameKind else {
      remarks.append("\(place): nothing in it goes on; the section was not carried")
      return nil
    }
    var copy = Block(id: newID(), goal: goal(block, place), objective: 0, position: 0)
    objective(block, into: &copy, place)
    strategy(block, into: &copy, place)
    for text in block.texts {
      if new.blockTexts.contains(where: { $0.text == text.name }) {
        copy.texts.append(text)
      } else {
        remarks.append("\(place): the new form has no text \"\(textTitle(text.name))\"; it was not carried")
      }
    }
    if new.hasMeasurements {
      copy.measurements = block.measurements.enumerated().map { measurement($1, at: $0, place, newID) }
      carried.measurements += copy.measurements.count
    } else {
      leftOut(block.measurements.count, "measurement", of: place, "the new form has none")
    }
    copy.tactics = open.enumerated().map { tactic($1, at: $0, place, newID) }
    carried.tactics += copy.tactics.count
    return copy
  }

  private mutating func goal(_ block: Block, _ place: String) -> Int {
    guard let goal = old.goal(block.goal) else { return block.goal }
    if let same = new.goals.first(where: { isSame($0.title, goal.title) }) {
      if same.number != goal.number { remarks.append("\(place): the goal is number \(same.number) now") }
      return same.number
    }
    if let other = new.goal(goal.number) {
      remarks.append("\(place): the goal was \(quoted(goal.title)), and is \(quoted(other.title)) now: check it")
    } else {
      remarks.append("\(place): the new template has no goal \(goal.number): choose another")
    }
    return goal.number
  }

  private mutating func objective(_ block: Block, into copy: inout Block, _ place: String) {
    let words = old.objective(block.objective, ofGoal: block.goal)?.title ?? block.objectiveText
    if let same = new.goal(copy.goal)?.objectives.first(where: { isSame($0.title, words) }) {
      copy.objective = same.number
    } else if !words.isEmpty {
      copy.objectiveText = words
      remarks.append("\(place): the new template does not list the objective \(quoted(words)); it was carried in words")
    } else if block.objective != 0 {
      remarks.append("\(place): the objective has a number and no words, and was not carried")
    }
  }

  private mutating func strategy(_ block: Block, into copy: inout Block, _ place: String) {
    let listed = old.goal(block.goal)?.strategies.first { $0.number == block.strategy }?.title
    let words = listed ?? block.strategyText
    if let same = new.goal(copy.goal)?.strategies.first(where: { isSame($0.title, words) }) {
      copy.strategy = same.number
    } else if !words.isEmpty {
      copy.strategyText = words
      if listed != nil || new.labels.strategy.isEmpty {
        remarks.append(
          "\(place): the new template does not list the strategy \(quoted(words)); it was carried in words")
      }
    }
  }

  // MARK: Entries

  private mutating func measurement(
    _ entry: Measurement, at index: Int, _ place: String, _ newID: () -> String
  ) -> Measurement {
    var copy = Measurement(
      id: newID(), title: entry.title, unit: entry.unit, position: Int64(index + 1) * Positions.step)
    copy.kind = entry.kind
    copy.direction = entry.direction
    copy.origin = entry.origin
    let indicators = new.measures.map(\.id) + new.indicators.map(\.id)
    if entry.indicator.isEmpty || old.name.id == new.name.id || indicators.contains(entry.indicator) {
      copy.indicator = entry.indicator
    } else {
      remarks.append(
        "\(place): the new template does not know the indicator \(quoted(entry.indicator)) of \(quoted(entry.title))")
    }
    let last = entry.progress.last { PlanItem.quarterNumbers.contains($0.quarter) }
    switch baseline {
    case .none: break
    case .lastFigure:
      guard let last else {
        remarks.append("\(place): \(quoted(entry.title)) has no figure to begin from")
        break
      }
      copy.baseline = last.figure
      copy.baselineSource = "figure of quarter \(last.quarter) of the plan before"
    case .target:
      guard !entry.target.isEmpty else {
        remarks.append("\(place): \(quoted(entry.title)) has no target to begin from")
        break
      }
      copy.baseline = entry.target
      copy.baselineSource = "target of the plan before"
    }
    return copy
  }

  private mutating func tactic(_ entry: Tactic, at index: Int, _ place: String, _ newID: () -> String) -> Tactic {
    var copy = Tactic(id: newID(), position: Int64(index + 1) * Positions.step)
    for field in Tactic.fields { field.assign(&copy, field.value(entry)) }
    copy.completed = ""
    copy.continued = 1
    copy.strategy = QuarterlyNote.removed(from: entry.strategy, old)
    if entry.initiative != 0 {
      let title = old.initiative(entry.initiative)?.title ?? ""
      if let same = new.initiatives.first(where: { !title.isEmpty && isSame($0.title, title) }) {
        copy.initiative = same.number
      } else {
        copy.initiative = 0
        copy.topic = title.isEmpty ? "initiative \(entry.initiative)" : title
        remarks.append(
          "\(place): \(quoted(entry.title)) answered for initiative \(entry.initiative), which the new template does "
            + "not have; it is elective now")
      }
    }
    if !entry.links.isEmpty, old.name.id != new.name.id {
      copy.links = ""
      remarks.append("\(place): what \(quoted(entry.title)) serves besides names the old template, and was not carried")
    }
    return copy
  }

  // MARK: Words

  private mutating func leftOut(_ count: Int, _ what: String, of place: String, _ reason: String) {
    guard count > 0 else { return }
    remarks.append("\(place): \(count) \(what)\(count == 1 ? "" : "s") not carried: \(reason)")
  }

  private func textTitle(_ name: String) -> String {
    old.form.parts.first { $0.kind == .text && $0.text == name }?.title ?? name
  }

  private func quoted(_ text: String) -> String { "\"\(RecordText.shown(text, limit: 60))\"" }

  private func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased().utf8.elementsEqual(right.lowercased().utf8)
  }
}
