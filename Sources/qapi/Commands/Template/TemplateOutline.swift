import Plans

/// A template in words, on 80 columns: its form, and what it asks.
enum TemplateOutline {
  static func lines(of template: PlanTemplate) -> [String] {
    var lines = [Terminal.strong(Shown.line("\(template.name): \(template.title), \(template.year)"))]
    lines += Layout.wrapped("Source: \(Shown.line(template.source)). Reviewed by: \(Shown.line(template.reviewer)).")
    if let kind = template.kind {
      lines += Layout.wrapped("Asked for: \(Shown.line(kind.obligations.joined(separator: ", "))), \(kind.words)")
    }
    if !template.ours.isEmpty { lines += Layout.wrapped("Ours: \(Shown.line(template.ours))", hanging: "  ") }
    lines += ["", "The form:"] + template.heading.flatMap { Layout.wrapped(Shown.line($0), margin: "  ") }
    for part in template.form.plan { lines += words(part, "once") }
    lines += Layout.wrapped(sections(of: template), margin: "  ")
    for part in template.form.block { lines += words(part, "in each section") }
    for part in template.form.goal { lines += words(part, "once for each goal") }
    for part in template.form.end { lines += words(part, "once, at the end") }
    lines += ["", "Goals:"]
    for goal in template.goals {
      lines += Layout.wrapped(
        "\(goal.number)  \(Shown.line(goal.title))\(goal.isOptional ? " (optional)" : "")", margin: "  ",
        hanging: "     ")
      for objective in goal.objectives {
        lines += Layout.wrapped(
          "\(goal.number).\(objective.number)  \(Shown.line(objective.title))", margin: "     ", hanging: "          ")
      }
    }
    lines += ["", "It asks:"]
    lines +=
      template.asks.isEmpty
      ? ["  nothing"] : template.asks.flatMap { Layout.wrapped(Shown.line($0), margin: "  ", hanging: "    ") }
    return lines
  }

  private static func sections(of template: PlanTemplate) -> String {
    switch template.sections {
    case .asWritten: "sections: as many as the plan has"
    case .oneForEachGoal: "sections: one for each goal, filled in or not"
    }
  }

  private static func words(_ part: PlanTemplate.Part, _ where: String) -> [String] {
    let title = part.title.isEmpty ? "" : " \"\(Shown.line(part.title))\""
    let columns = part.columns.map { "\(Shown.line($0.label))\($0.isOurs ? " (ours)" : "")" }.joined(separator: " | ")
    return Layout.wrapped(
      "\(part.kind.rawValue)\(title), \(`where`)\(part.isOurs ? " (ours)" : "")\(columns.isEmpty ? "" : ": \(columns)")",
      margin: "    ", hanging: "      ")
  }
}
