public import Plans
internal import Records

/// Plans as pages, in the order and with the words of their template's form. What no source has is marked "(ours)".
public struct PlanPage {
  /// The agency's shown name.
  private let agency: String
  let plan: Plan
  let template: PlanTemplate
  private let standing: [Page.Field]
  /// Whether this is the form with nothing in it: its tables have empty rows.
  private let isBlank: Bool

  /// - Parameters:
  ///   - agency: the agency's shown name.
  ///   - template: the one that the plan names.
  ///   - standing: what else is to be said of the plan, in fields: its state, who approved it, when it was submitted.
  public init(of plan: Plan, agency: String, template: PlanTemplate, standing: [Page.Field] = []) {
    self.plan = plan
    self.agency = agency
    self.template = template
    self.standing = standing
    isBlank = false
  }

  /// The form of a template, with nothing in it.
  public init(blank template: PlanTemplate) {
    self.template = template
    agency = ""
    standing = []
    isBlank = true
    var plan = Plan(id: "", template: template.name, title: "")
    if template.sections == .asWritten {
      plan.blocks = (0..<template.form.blankSections).map { Block(id: "\($0)", goal: 0, objective: 0, position: 0) }
    }
    self.plan = plan
  }

  /// One plan as a page of its own.
  public var page: Page {
    let head = head
    let name = "\(template.title), \(template.period(of: plan)): \(isBlank ? "blank form" : agency)"
    return Page(title: head.title, name: name, overline: head.above, subtitle: head.below, blocks: content)
  }

  /// The head of the form, in its order: the line that says what it is, which is the template's title or else the first, and
  /// the lines around it.
  private var head: (above: [String], title: String, below: [String]) {
    let lines = template.heading
    let index = lines.firstIndex { $0.lowercased() == template.title.lowercased() } ?? 0
    guard lines.indices.contains(index) else { return ([], template.title, []) }
    return (Array(lines[..<index]), lines[index], Array(lines[(index + 1)...]))
  }

  /// Several plans on one page: a list of them, then each.
  ///
  /// - Parameter entries: in the order in which they shall stand.
  public static func statewide(_ entries: [PlanPage], title: String) -> Page {
    guard !entries.isEmpty else { return Page(title: title, blocks: [.paragraph("There is no plan.")]) }
    let list = Page.Table(
      caption: "Plans",
      columns: [
        "Agency", "Plan", "Period", Page.Column("Sections", align: .end), Page.Column("Tactics", align: .end),
      ],
      rows: entries.map { entry in
        [
          .text(entry.agency), .text(entry.plan.title), .text(entry.template.period(of: entry.plan)),
          .number("\(entry.plan.blocks.count)"),
          .number("\(entry.plan.blocks.reduce(0) { $0 + $1.tactics.count })"),
        ]
      }, hasRowHeaders: true)
    return Page(
      title: title,
      blocks: [.table(list)]
        + entries.map { entry in
          let (above, title, below) = entry.head
          let rest = (above + below).joined(separator: "\n")
          return .section("\(entry.agency) · \(title)", (rest.isEmpty ? [] : [.paragraph(rest)]) + entry.content)
        })
  }

  // MARK: The form

  private var content: [Page.Block] {
    var fields = [Page.Field(template.labels.agency, agency)]
    if !plan.title.isEmpty { fields.append(Page.Field("Plan (ours)", plan.title)) }
    if template.periods.count > 1 || (template.kind != nil && !template.periods.isEmpty) {
      fields.append(Page.Field("Period", template.period(of: plan)))
    }
    var blocks: [Page.Block] = [.fields(fields + standing)]
    if !template.ours.isEmpty { blocks.append(.note(.init(.information, word: "Ours", template.ours))) }
    let isNarrative = plan.format == PlanFormat.narrative.rawValue
    let front = template.form.plan.filter { isNarrative || $0.text != Plan.narrative || !plan.text($0.text).isEmpty }
      .flatMap(whole)
    blocks += template.form.planTitle.isEmpty ? front : [.section(template.form.planTitle, front)]
    if plan.blocks.isEmpty, template.sections == .asWritten { blocks.append(.paragraph("The plan has no goal yet.")) }
    blocks += template.form.sectionsTitle.isEmpty ? sections : [.section(template.form.sectionsTitle, sections)]
    for part in template.form.end { blocks += whole(part) }
    blocks += others(plan.texts, template.planTexts) + besides(targets: plan.targets)
    if !plan.lostBlocks.isEmpty {
      blocks.append(
        .section("Entries whose goal was removed elsewhere", plan.lostBlocks.flatMap { parts(of: [$0], allParts) }))
    }
    return blocks
  }

  private var sections: [Page.Block] {
    switch template.sections {
    case .asWritten: return plan.blocks.map { .section(heading($0.goal), section(of: $0) + besides([$0])) }
    case .oneForEachGoal:
      let known = template.goals.filter { goal in !goal.isOptional || plan.blocks.contains { $0.goal == goal.number } }
      let strangers = plan.blocks.map(\.goal).filter { template.goal($0) == nil }
      return (known.map(\.number) + Array(Set(strangers)).sorted()).map { number in
        let own = plan.blocks.filter { $0.goal == number }
        let blank = [Block(id: "", goal: number, objective: 0, position: 0)]
        return .section(
          heading(number),
          (own.isEmpty ? blank : own).flatMap { section(of: $0) } + parts(of: own, shown(template.form.goal, in: own))
            + besides(own))
      }
    }
  }

  private func section(of block: Block) -> [Page.Block] {
    var fields: [Page.Field] = []
    let labels = template.labels
    if !labels.objective.isEmpty {
      let words = template.objective(block.objective, ofGoal: block.goal)?.title ?? block.objectiveText
      fields.append(numbered(labels.objective, block.objective, words))
    }
    if !labels.strategy.isEmpty {
      let known = template.goal(block.goal)?.strategies.first { $0.number == block.strategy }?.title
      fields.append(numbered(labels.strategy, block.strategy, known ?? block.strategyText))
    }
    // A narrative does not use the places of the form that it leaves empty.
    if plan.format == PlanFormat.narrative.rawValue { fields.removeAll { $0.value.isEmpty } }
    return (fields.isEmpty ? [] : [.fields(fields)]) + parts(of: [block], shown(template.form.block, in: [block]))
      + (template.sections == .asWritten ? parts(of: [block], shown(template.form.goal, in: [block])) : [])
      + others(block.texts, template.blockTexts)
  }

  /// "Objective 2: words", or, where the form's label ends with a colon, "Objective: 2 · words". What is not filled in has
  /// a place for its number, what has only words needs none.
  private func numbered(_ label: String, _ number: Int, _ words: String) -> Page.Field {
    guard label.hasSuffix(":") else {
      let place = number != 0 ? " \(number)" : words.isEmpty ? " __" : ""
      return Page.Field("\(label)\(place):", words)
    }
    return Page.Field(label, [number == 0 ? "" : "\(number)", words].filter { !$0.isEmpty }.joined(separator: " · "))
  }

  private func heading(_ goal: Int) -> String {
    let label = template.labels.goal
    if isBlank, goal == 0 { return "\(label) __" }
    let title = template.goal(goal)?.title ?? "not in the template"
    if label.isEmpty { return title }
    return label.hasSuffix(":") ? "\(label) \(goal) · \(title)" : "\(label) \(goal): \(title)"
  }

  // MARK: Parts

  private var allParts: [PlanTemplate.Part] { template.form.block + template.form.goal }

  /// The parts that sections have by their goal, and those in which something stands that would have no place else.
  private func shown(_ parts: [PlanTemplate.Part], in blocks: [Block]) -> [PlanTemplate.Part] {
    let own = parts.filter { part in blocks.isEmpty || blocks.contains { part.isIn(goal: $0.goal) } }
    return parts.filter { part in
      if own.contains(part) { return true }
      let isElsewhere = part.kind != .text && (own + parts.prefix { $0 != part }).contains { $0.kind == part.kind }
      guard !isElsewhere else { return false }
      return blocks.contains { block in
        switch part.kind {
        case .text: !block.text(part.text).isEmpty
        case .measurements: !block.measurements.isEmpty
        case .tactics: !block.tactics.isEmpty
        case .outcomes: !block.outcomes.isEmpty
        case .quarters: !block.quarters.isEmpty
        case .targets: false
        }
      }
    }
  }

  private func whole(_ part: PlanTemplate.Part) -> [Page.Block] {
    switch part.kind {
    case .targets:
      let entries = plan.targets.filter { template.part(of: $0) == part }
      return [.table(PlanTable(part, template, isBlank: isBlank).targets(entries))]
    default:
      return [.section(part.shownTitle, note(part) + text(plan.text(part.text)))]
    }
  }

  private func parts(of blocks: [Block], _ parts: [PlanTemplate.Part]) -> [Page.Block] {
    parts.flatMap { part -> [Page.Block] in
      let table = PlanTable(part, template, isBlank: isBlank)
      switch part.kind {
      case .targets: return []
      case .measurements: return [.table(table.measurements(blocks.flatMap(\.measurements)))]
      case .tactics: return [.table(table.tactics(blocks.flatMap(\.tactics)))]
      case .outcomes: return [.table(table.outcomes(blocks.flatMap(\.outcomes)))]
      case .text:
        return blocks.map { block in .section(part.shownTitle, note(part) + text(block.text(part.text))) }
      case .quarters:
        let head = (part.title.isEmpty ? [] : [Page.Block.paragraph(part.shownTitle)]) + note(part)
        return head
          + blocks.flatMap { block in
            template.quarters.flatMap { quarter -> [Page.Block] in
              let label = quarter.label + (quarter.due.map { " (due \($0.slashed))" } ?? "")
              return [.fields([Page.Field(label, block.quarter(quarter.number))])] + (isBlank ? [.room(lines: 2)] : [])
            }
          }
      }
    }
  }

  private func note(_ part: PlanTemplate.Part) -> [Page.Block] { part.note.isEmpty ? [] : [.paragraph(part.note)] }

  private func text(_ text: String) -> [Page.Block] {
    isBlank ? [.room(lines: 6)] : [.paragraph(text.isEmpty ? "(nothing)" : text)]
  }

  /// Texts for which the form has no place.
  private func others(_ texts: [NamedText], _ known: [PlanTemplate.Part]) -> [Page.Block] {
    texts.filter { text in !known.contains { $0.text == text.name } }
      .map { .section("\($0.name) (not in the form)", [.paragraph($0.text)]) }
  }
}
