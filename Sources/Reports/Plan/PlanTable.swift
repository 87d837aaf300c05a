internal import Plans
internal import Records

/// The tables of a plan's form: the columns that the template names, filled from the entries.
struct PlanTable {
  private let part: PlanTemplate.Part
  private let template: PlanTemplate
  /// Whether the table is part of an empty form, to be filled in by hand.
  private let isBlank: Bool

  init(_ part: PlanTemplate.Part, _ template: PlanTemplate, isBlank: Bool = false) {
    self.part = part
    self.template = template
    self.isBlank = isBlank
  }

  /// The lines that the form has printed come first, filled in or not.
  func targets(_ entries: [Measurement]) -> Page.Table {
    let printed = part.rows.flatMap { id in
      let own = entries.filter { $0.indicator == id }
      return own.isEmpty ? [Measurement(id: id, title: template.measure(id)?.title ?? id, position: 0)] : own
    }
    return measurements(printed + entries.filter { !part.rows.contains($0.indicator) })
  }

  func measurements(_ entries: [Measurement]) -> Page.Table {
    table(
      entries.map { entry in
        part.columns.map { column in
          cell(
            column,
            column.fields.map { name in
              if let quarter = PlanTable.quarter(name) {
                return entry.progress.first { $0.quarter == quarter }?.figure ?? ""
              }
              let text = PlanTable.written(Measurement.fields, name, entry)
              return ["baseline", "target"].contains(name) ? Self.quantity(text, entry.unit) : text
            })
        }
      })
  }

  func tactics(_ entries: [Tactic]) -> Page.Table {
    let showsStatus = part.columns.contains { $0.fields.contains("status") }
    return table(
      entries.map { entry in
        part.columns.map { column in
          cell(
            column,
            column.fields.map { name in
              if name == "title" { return title(of: entry, showsStatus: showsStatus) }
              let text = PlanTable.written(Tactic.fields, name, entry)
              return name == "status" && column.fields.count > 1 ? "Status: \(text)" : text
            })
        }
      })
  }

  /// With one column more: our own arithmetic beside what is stated.
  func outcomes(_ entries: [Outcome]) -> Page.Table {
    var table = table(
      entries.map { entry in
        part.columns.map { column in
          cell(
            column,
            column.fields.map { name in
              let text = PlanTable.written(Outcome.fields, name, entry)
              if name == "measure" { return template.measure(text)?.title ?? text }
              if ["cases", "base"].contains(name), let number = Int64(text) { return FieldContent.grouped(number) }
              return ["monthly", "stated"].contains(name) && !text.isEmpty ? "$\(text)" : text
            })
        } + [cell(nil, [Self.ours(OutcomeArithmetic(of: entry, among: entries))])]
      }, more: isBlank ? [] : [Page.Column("From the inputs (ours)")])
    if entries.isEmpty { return table }
    table.footnote = "Stated figures are the agency's and are never changed; ours are computed from the inputs."
    return table
  }

  private static func ours(_ arithmetic: OutcomeArithmetic) -> String {
    var lines: [String] = []
    if let month = arithmetic.monthlyCents, let year = arithmetic.yearlyCents {
      let amounts = [month, year].map { FieldContent.cents.written(.integer($0)) }
      lines.append("$\(amounts[0]) a month, $\(amounts[1]) in twelve")
      if arithmetic.amountDiffers { lines.append("differs from the stated amount") }
    }
    if let cases = arithmetic.cases {
      lines.append("\(cases.denominator == 1 ? FieldContent.grouped(cases.numerator) : "\(cases)") cases")
      if arithmetic.casesDiffer { lines.append("differs from the stated number") }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Pieces

  private func table(_ rows: [[Page.Cell]], more: [Page.Column] = []) -> Page.Table {
    var columns: [Page.Column] = []
    for run in runs {
      let isOurs = run.allSatisfy(\.isOurs)
      let leaves = run.map { column in
        // A group that is ours in all its parts says so once.
        let mark = column.isOurs && (column.group.isEmpty || !isOurs) ? " (ours)" : ""
        return Page.Column(column.label + mark, align: holdsFigures(column) ? .end : .start)
      }
      let group = run[0].group
      columns += group.isEmpty ? leaves : [.group(group + (isOurs ? " (ours)" : ""), leaves)]
    }
    var shown = rows.map { Page.Row($0) }
    if isBlank, rows.isEmpty { shown = Array(repeating: Page.Row([]), count: 3) }
    return Page.Table(caption: caption, columns: columns + more, rows: shown)
  }

  /// The columns, those of one group together.
  private var runs: [[PlanTemplate.Column]] {
    var runs: [[PlanTemplate.Column]] = []
    for column in part.columns {
      if let last = runs.last, last[0].group == column.group {
        runs[runs.count - 1].append(column)
      } else {
        runs.append([column])
      }
    }
    return runs
  }

  private var caption: String {
    let title =
      switch part.kind {
      case .text, .quarters: part.title
      case .targets: part.title.isEmpty ? "Performance targets" : part.title
      case .measurements: part.title.isEmpty ? "Measurements" : part.title
      case .tactics: part.title.isEmpty ? "Tactics" : part.title
      case .outcomes: part.title.isEmpty ? "Expected outcomes" : part.title
      }
    return [title, part.note].filter { !$0.isEmpty }.joined(separator: " ") + (part.isOurs ? " (ours)" : "")
  }

  /// A day and a figure stay on one line, at the edge where figures stand.
  private func cell(_ column: PlanTemplate.Column?, _ texts: [String]) -> Page.Cell {
    let text = texts.filter { !$0.isEmpty }.joined(separator: "\n")
    guard let column, holdsFigures(column), text.utf8.count <= 20, !text.contains("\n"),
      let first = text.first, first.isNumber || first == "$"
    else { return text.isEmpty ? .empty : .text(text) }
    return .number(text)
  }

  private func holdsFigures(_ column: PlanTemplate.Column) -> Bool {
    guard column.fields.count == 1, let name = column.fields.first else { return false }
    func isFigure(_ content: FieldContent?) -> Bool {
      switch content {
      case .day, .cents, .amount, .hundredths, .percentage, .positions, .positionChange, .number, .count: true
      case .line, .text, .choice, .yes, nil: false
      }
    }
    switch part.kind {
    case .text, .quarters: return false
    case .targets, .measurements: return ["baseline", "increase", "target"].contains(name) || Self.quarter(name) != nil
    case .tactics: return isFigure(Tactic.fields.first { $0.name == name }?.content)
    case .outcomes: return isFigure(Outcome.fields.first { $0.name == name }?.content)
    }
  }

  private func title(of tactic: Tactic, showsStatus: Bool) -> String {
    let subject =
      tactic.initiative != 0
      ? "Initiative \(tactic.initiative): " : tactic.topic.isEmpty ? "" : "\(tactic.topic): "
    let continued = tactic.continued == 1 ? " (continued)" : ""
    let status = showsStatus || tactic.status == .notStarted ? "" : " (\(tactic.status.rawValue))"
    return subject + tactic.title + continued + status
  }

  private static func written<Entry>(_ fields: [EntryField<Entry>], _ name: String, _ entry: Entry) -> String {
    fields.first { $0.name == name }?.written(entry) ?? ""
  }

  private static func quarter(_ name: String) -> Int? {
    PlanItem.quarterNames.firstIndex(of: name).map { $0 + 1 }
  }

  /// A bare number takes its unit along ("61.8 percent"); words stand as they are.
  private static func quantity(_ text: String, _ unit: String) -> String {
    ExactFigure(decimal: text) == nil || unit.isEmpty ? text : "\(text) \(unit)"
  }
}

extension PlanTemplate.Part {
  var shownTitle: String { title + (isOurs ? " (ours)" : "") }
}
