internal import Plans
internal import Records

extension PlanPage {
  /// What a section holds and its form has no place for: fields that a template never had, or that the one which the plan
  /// has adopted lacks. Nothing that an agency wrote is left out of its page.
  func besides(_ blocks: [Block]) -> [Page.Block] {
    let quarters = blocks.flatMap { block in
      block.quarters.filter { !template.hasQuarterlyTexts || template.quarter($0.quarter) == nil }
        .map { ("Quarter \($0.quarter)", $0.text) }
    }
    let inTitle: Set<String> = ["title", "initiative", "topic", "continued", "status"]
    return table(
      blocks.flatMap(\.measurements).flatMap { entries([$0], .measurements, shown: Self.implied(by: $0)) { $0.title } }
        + figures(blocks.flatMap(\.measurements))
        + entries(blocks.flatMap(\.tactics), .tactics, shown: template.hasTactics ? inTitle : ["title"]) { $0.title }
        + entries(blocks.flatMap(\.outcomes), .outcomes, shown: ["sum"]) { $0.text } + quarters)
  }

  func besides(targets: [Measurement]) -> [Page.Block] {
    let known = Set(template.measures.map(\.id))
    return table(
      targets.flatMap { target in
        let columns = (template.part(of: target)?.columns ?? []).flatMap(\.fields)
        let more = (known.contains(target.indicator) ? ["indicator"] : []) + (template.hasTargets ? ["origin"] : [])
        return entries([target], shown: Self.implied(by: target).union(columns + more), name: { $0.title })
      })
  }

  /// A figure's unit stands beside it, and may say what kind of figure it is.
  private static func implied(by entry: Measurement) -> Set<String> {
    Set(["title", "unit"] + (entry.kind == entry.unit ? ["kind"] : []))
  }

  private func entries<Entry: PlanEntry>(
    _ entries: [Entry], _ kind: PlanTemplate.Kind, shown: Set<String>, name: (Entry) -> String
  ) -> [(name: String, words: String)] {
    let parts = template.form.parts.filter { $0.kind == kind }
    let columns = parts.flatMap(\.columns).flatMap(\.fields)
    return self.entries(entries, shown: shown.union(columns), name: name, even: parts.isEmpty)
  }

  /// - Parameter even: whether an entry is named that has nothing besides its name.
  private func entries<Entry: PlanEntry>(
    _ entries: [Entry], shown: Set<String>, name: (Entry) -> String, even isNamed: Bool = false
  ) -> [(name: String, words: String)] {
    entries.compactMap { entry in
      let lines = Entry.fields.filter { !shown.contains($0.name) && $0.value(entry) != $0.content.empty }
        .map { "\($0.label): \($0.written(entry))" }
      return lines.isEmpty && !isNamed ? nil : (name(entry), lines.joined(separator: "\n"))
    }
  }

  /// Figures by quarter for which the form has no column.
  private func figures(_ measurements: [Measurement]) -> [(name: String, words: String)] {
    let columns = Set(template.form.parts.filter { $0.kind == .measurements }.flatMap(\.columns).flatMap(\.fields))
    return measurements.compactMap { entry in
      let lines = entry.progress.filter { !columns.contains(PlanItem.quarter($0.quarter).rawValue) }
        .map { "quarter \($0.quarter): \($0.figure)" }
      return lines.isEmpty ? nil : (entry.title, lines.joined(separator: "\n"))
    }
  }

  private func table(_ rows: [(name: String, words: String)]) -> [Page.Block] {
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Page.Table(
          caption: "Besides, without a place in the form", columns: ["Entry", "What is said of it"],
          rows: rows.map { Page.Row([cell($0.name), cell($0.words)]) }, hasRowHeaders: true))
    ]
  }

  private func cell(_ text: String) -> Page.Cell { text.isEmpty ? .empty : .text(text) }
}
