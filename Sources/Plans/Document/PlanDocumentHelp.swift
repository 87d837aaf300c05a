internal import Records

/// The comments on top of a plan's document: how to write it, and what there is to choose from.
enum PlanDocumentHelp {
  static func lines(for template: PlanTemplate?) -> [String] {
    [
      "Change what you like, save, and close the editor. Only what you changed is written.",
      "A long text stands below its key, indented, after \"|\". A text with \": \" or \" #\" in it needs quotes.",
      "A new entry has no id. A moved entry takes its id along. A deleted entry leaves the plan, not the history.",
      "Nothing is written if you delete everything, or if something cannot be read.",
      "",
    ] + example(template) + (template.map(choices) ?? [])
  }

  private static func example(_ template: PlanTemplate?) -> [String] {
    var lines: [String] = []
    if template?.hasTargets ?? true {
      lines += ["targets:", "- title: what the plan as a whole is to reach", "  target: where it shall stand"]
    }
    lines += ["blocks:", "- goal: 1"]
    let goal = template?.documentFields.block
    lines += Block.fields.dropFirst().filter { goal?.contains($0.name) ?? true }.map { "  \($0.name): \($0.hint)" }
    for (index, part) in (template?.blockTexts ?? []).enumerated() {
      lines += (index == 0 ? ["  texts:"] : []) + ["    \(part.text): |", "      \(part.title.lowercased())"]
    }
    if template?.hasMeasurements ?? true {
      lines += list("measurements", Measurement.fields, shown: template?.documentFields.measurement)
      lines += ["    progress:", "      q1: the figure of the quarter"]
    }
    lines += list("tactics", Tactic.fields, shown: template?.documentFields.tactic)
    if template?.hasOutcomes ?? true {
      lines += list("outcomes", Outcome.fields, shown: template?.documentFields.outcome)
    }
    if template?.hasQuarterlyTexts ?? true { lines += ["  quarters:", "    q1: |", "      the quarterly update"] }
    let others = Tactic.fields.map(\.name).filter { !(template?.documentFields.tactic.contains($0) ?? true) }
    let more = Measurement.fields.map(\.name).filter { !(template?.documentFields.measurement.contains($0) ?? true) }
    if !more.isEmpty, template?.hasMeasurements ?? true { lines += wrapped("A measurement may also have", more) }
    return lines + (others.isEmpty ? [] : wrapped("A tactic may also have", others))
  }

  private static func wrapped(_ start: String, _ words: [String]) -> [String] {
    var lines = ["\(start):"]
    for word in words {
      if lines[lines.count - 1].utf8.count + word.utf8.count > 74 { lines.append("   ") }
      lines[lines.count - 1] += " \(word)"
    }
    return lines
  }

  private static func list<Entry>(_ key: String, _ fields: [EntryField<Entry>], shown: Set<String>?) -> [String] {
    let written = fields.filter { $0.name == fields[0].name || shown?.contains($0.name) ?? true }
    return ["  \(key):"]
      + written.enumerated().map { index, field in "  \(index == 0 ? "- " : "  ")\(field.name): \(field.hint)" }
  }

  private static func choices(of template: PlanTemplate) -> [String] {
    var lines = ["", "Goals and objectives (\(template.source)):"]
    for goal in template.goals {
      lines.append("  goal \(goal.number)  \(goal.title)")
      lines += goal.objectives.map { "    objective \($0.number)  \($0.title)" }
    }
    if !template.initiatives.isEmpty {
      lines += ["Key initiatives:"] + template.initiatives.map { "  initiative \($0.number)  \($0.title)" }
    }
    if !template.indicators.isEmpty {
      lines += ["Practice indicators:"] + template.indicators.map { "  indicator \($0.id)  \($0.title)" }
    }
    if template.periods.count > 1 { lines += ["Periods: " + template.periods.joined(separator: ", ")] }
    if !template.electiveTopics.isEmpty {
      lines += ["Elective topics, for example:"] + template.electiveTopics.map { "  \($0)" }
    }
    return lines
  }
}
