public import Plans

/// Plans as Markdown, in the order and with the words of their template's form.
public enum PlanMarkdown {
  /// One plan.
  ///
  /// - Parameters:
  ///   - agency: the agency's shown name.
  ///   - template: the one that the plan names.
  public static func report(of plan: Plan, agency: String, template: PlanTemplate) -> String {
    document(plan, agency: agency, template: template, level: 1)
  }

  /// Several plans in one document: a list of them, then each as `report` has it, one level down.
  ///
  /// - Parameter entries: in the order in which they shall stand.
  public static func statewide(
    _ entries: [(agency: String, plan: Plan, template: PlanTemplate)], title: String
  ) -> String {
    var text = "# \(MarkdownText.inline(title))\n\n"
    if entries.isEmpty { return text + "There is no plan.\n" }
    text += "| Agency | Plan | Year | Goals | Tactics | Quarterly updates |\n| --- | --- | --- | --: | --: | --: |\n"
    for (agency, plan, template) in entries {
      let tacticCount = plan.blocks.reduce(0) { $0 + $1.tactics.count }
      let textCount = plan.blocks.reduce(0) { $0 + $1.quarters.count }
      text += row([
        MarkdownText.inline(agency), MarkdownText.inline(plan.title), MarkdownText.inline(template.year),
        "\(plan.blocks.count)", "\(tacticCount)", "\(textCount) of \(plan.blocks.count * template.quarters.count)",
      ])
    }
    for (agency, plan, template) in entries {
      text += "\n" + document(plan, agency: agency, template: template, level: 2)
    }
    return text
  }

  private static func document(_ plan: Plan, agency: String, template: PlanTemplate, level: Int) -> String {
    let head = String(repeating: "#", count: level)
    var text = "\(head) \(MarkdownText.inline(template.heading.joined(separator: " · ")))\n\n"
    text += "**\(MarkdownText.inline(template.labels.agency))** \(MarkdownText.inline(agency))\n"
    if !plan.title.isEmpty { text += "\n\(MarkdownText.paragraphs(plan.title))\n" }
    if plan.blocks.isEmpty { text += "\nThe plan has no goal yet.\n" }
    for block in plan.blocks { text += "\n" + section(block, template, head: head + "#") }
    for block in plan.lostBlocks {
      text += "\n\(head)# Entries whose goal was removed elsewhere\n" + content(of: block, template)
    }
    return text
  }

  private static func section(_ block: Block, _ template: PlanTemplate, head: String) -> String {
    let goal = template.goal(block.goal)?.title ?? "not in the template"
    let objective = template.objective(block.objective, ofGoal: block.goal)?.title ?? "not in the template"
    let labels = template.labels
    return """
      \(head) \(MarkdownText.inline(labels.goal)) \(block.goal) · \(MarkdownText.inline(goal))

      **\(MarkdownText.inline(labels.objective))** \(block.objective) · \(MarkdownText.inline(objective))

      """ + content(of: block, template)
  }

  private static func content(of block: Block, _ template: PlanTemplate) -> String {
    let measurements = block.measurements.map { entry in
      [entry.title, quantity(entry.baseline, entry.unit), quantity(entry.target, entry.unit)]
    }
    let tactics = block.tactics.map { entry in [title(of: entry), entry.leads, entry.strategy] }
    var text = "\n" + table(template.labels.measurementColumns, measurements)
    for quarter in template.quarters {
      let written = block.quarters.first { $0.quarter == quarter.number }?.text ?? ""
      text += "\n**\(MarkdownText.inline(quarter.label))** (due \(quarter.due.slashed))\n"
      if !written.isEmpty { text += "\n\(MarkdownText.paragraphs(written))\n" }
    }
    return text + "\n" + table(template.labels.tacticColumns, tactics)
  }

  /// A bare number takes its unit along ("61.8 percent"); words stand as they are.
  private static func quantity(_ text: String, _ unit: String) -> String {
    ExactFigure(decimal: text) == nil || unit.isEmpty ? text : "\(text) \(unit)"
  }

  private static func title(of tactic: Tactic) -> String {
    let subject =
      if let initiative = tactic.initiative { "Initiative \(initiative): " } else {
        tactic.topic.isEmpty ? "" : "\(tactic.topic): "
      }
    let status = tactic.status == .planned ? "" : " (\(tactic.status.rawValue))"
    return subject + tactic.title + status
  }

  private static func table(_ columns: [String], _ rows: [[String]]) -> String {
    let head = row(columns.map(MarkdownText.inline)) + row(columns.map { _ in "---" })
    let empty = row(columns.map { _ in "" })
    return head + (rows.isEmpty ? empty : rows.map { row($0.map(MarkdownText.inline)) }.joined())
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
}
