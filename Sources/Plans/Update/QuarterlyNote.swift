internal import Records

/// What was said of a tactic in one quarter, as a paragraph of its strategy that begins with the quarter's label: "1st
/// Quarter: hired two.". For forms that have one cell for strategy, comments and status.
///
/// A paragraph goes on to the next line that begins with a quarter's label, or to the end of the text.
enum QuarterlyNote {
  static func text(of quarter: Int, in strategy: String, _ template: PlanTemplate) -> String {
    guard let label = label(quarter, template) else { return "" }
    let own = paragraphs(of: strategy, template).first { $0.quarter == quarter }?.text ?? ""
    let text = own.dropFirst(label.count)
    return RecordText.normalised(String(text.first == " " ? text.dropFirst() : text))
  }

  /// - Parameter text: empty takes the paragraph away.
  static func setting(_ text: String, of quarter: Int, in strategy: String, _ template: PlanTemplate) -> String {
    guard let label = label(quarter, template) else { return strategy }
    var paragraphs = paragraphs(of: strategy, template)
    let own = text.isEmpty ? nil : Paragraph(quarter: quarter, text: "\(label) \(text)")
    if let place = paragraphs.firstIndex(where: { $0.quarter == quarter }) {
      paragraphs.replaceSubrange(place...place, with: own.map { [$0] } ?? [])
    } else if let own {
      paragraphs.append(own)
    }
    return joined(paragraphs)
  }

  /// The strategy without what was said of its quarters.
  static func removed(from strategy: String, _ template: PlanTemplate) -> String {
    joined(paragraphs(of: strategy, template).filter { $0.quarter == nil })
  }

  private struct Paragraph {
    /// nil for the strategy itself.
    let quarter: Int?
    var text: String
  }

  private static func joined(_ paragraphs: [Paragraph]) -> String {
    RecordText.normalised(paragraphs.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  private static func paragraphs(of strategy: String, _ template: PlanTemplate) -> [Paragraph] {
    var result = [Paragraph(quarter: nil, text: "")]
    for (index, line) in strategy.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let quarter = template.quarters.first { quarter in
        label(quarter.number, template).map { line.hasPrefix($0) } ?? false
      }
      if let quarter {
        result.append(Paragraph(quarter: quarter.number, text: String(line)))
      } else {
        result[result.count - 1].text += (index == 0 ? "" : "\n") + line
      }
    }
    return result
  }

  private static func label(_ quarter: Int, _ template: PlanTemplate) -> String? {
    template.quarter(quarter).map { $0.label.hasSuffix(":") ? $0.label : "\($0.label):" }
  }
}
