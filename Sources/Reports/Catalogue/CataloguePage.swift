public import Catalogue

/// The work breakdown structure as a page and as a table.
public enum CataloguePage {
  /// All areas, functions and elements, with what the catalogue says of each element.
  public static func page(of catalogue: Catalogue) -> Page {
    let elements = catalogue.elements
    return Page(
      title: "QAPI work breakdown structure",
      subtitle: [
        "\(catalogue.areas.count) performance areas, \(catalogue.functions.count) functions, \(elements.count) elements, "
          + "\(elements.reduce(0) { $0 + $1.tasks.count }) tasks"
      ],
      blocks: [.contents(levels: 2)] + catalogue.areas.map(section), footer: [source])
  }

  private static let source =
    "Codes, titles, tasks and citations: QAPI manual, October 2002. Standards and measures are said in our own words; "
    + "citations are those of 2002."

  private static func section(_ area: Catalogue.Area) -> Page.Block {
    .section(
      "\(area.code) \(area.title)",
      [.paragraph("Chapter \(area.chapter) of the manual.")]
        + area.functions.map { function in
          .section(
            "\(function.code) \(function.title)",
            function.elements.map { .section("\($0.code) \($0.title)", blocks(of: $0)) })
        })
  }

  /// What the catalogue says of an element.
  static func blocks(of element: Catalogue.Element) -> [Page.Block] {
    var blocks = element.standards.map { Page.Block.fields([Page.Field("Standard:", $0)]) }
    var parts: [String] = []
    for task in element.tasks where !parts.contains(task.part) { parts.append(task.part) }
    for part in parts {
      let titles = element.tasks.filter { $0.part == part }.map(\.title)
      blocks += [.paragraph(part.isEmpty ? "Tasks" : "Tasks, \(part)"), .list(titles, ordered: true)]
    }
    for (title, texts) in [
      ("Performance measures", element.performanceMeasures), ("Compliance measures", element.complianceMeasures),
    ] where !texts.isEmpty { blocks += [.paragraph(title), .list(texts)] }
    var fields: [Page.Field] = []
    if !element.authorities.isEmpty {
      fields.append(Page.Field("Authority:", element.authorities.joined(separator: "; ")))
    }
    if element.practiceCount > 0 {
      fields.append(Page.Field("Best practices in the manual:", "\(element.practiceCount)"))
    }
    return blocks + (fields.isEmpty ? [] : [.fields(fields)])
  }

  /// One row for each thing that the catalogue says: code, kind, part and number of a task, and the text.
  public static func table(of catalogue: Catalogue) -> CSVTable {
    var rows: [[String]] = []
    for entry in catalogue.entries {
      rows.append([entry.code, entry.kind, "", "", entry.title])
      guard case .element(let element) = entry else { continue }
      rows += element.standards.map { [entry.code, "standard", "", "", $0] }
      rows += element.tasks.map { [entry.code, "task", $0.part, "\($0.number)", $0.title] }
      rows += element.performanceMeasures.map { [entry.code, "performance measure", "", "", $0] }
      rows += element.complianceMeasures.map { [entry.code, "compliance measure", "", "", $0] }
      rows += element.authorities.map { [entry.code, "authority", "", "", $0] }
    }
    return CSVTable(columns: ["code", "kind", "part", "number", "text"], rows: rows)
  }
}
