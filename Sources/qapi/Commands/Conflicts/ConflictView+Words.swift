import SQLiteChangeset
import SyncEngine
import Texts

/// A conflict on 80 columns: whole, or as much as one goes through at a glance.
extension ConflictView {
  enum Extent {
    case whole
    /// What changed, with some words around it.
    case excerpt
  }

  /// Words around a change, and lines of a text, in an excerpt.
  private static let wordsAround = 8
  private static let linesOfExcerpt = 6

  func lines(_ extent: Extent = .whole) -> [String] {
    let isBaseNeeded = extent == .whole || !conflict.sides.allSatisfy { isMarked($0.value) }
    var lines = ["conflict \(conflict.name)"] + Layout.wrapped("\(agency): \(place)") + ["field: \(field)"]
    if let base {
      if isBaseNeeded { lines += ["", "before, on both sides:"] + shown(base, against: nil, extent, isBase: true) }
    } else if conflict.sides.contains(where: { $0.base != nil }) {
      lines += ["", "The sides began with different values."]
    }
    for side in conflict.sides {
      let remark = side.isShown ? " (stands until resolved)" : ""
      lines += ["", Terminal.strong(name(of: side)) + remark]
      lines += side.origins.flatMap(words) + shown(side.value, against: base, extent)
    }
    if let text = suggestion.text {
      lines += ["", Terminal.strong("suggestion") + " (both edits together; they do not overlap)"]
      lines += shown(.text(text), against: base, extent)
    }
    return lines
  }

  /// Whether an excerpt leaves anything out.
  var isAbridged: Bool {
    (conflict.sides.map(\.value) + [suggestion.text.map(SQLiteValue.text)].compactMap(\.self)).contains {
      shown($0, against: base, .excerpt) != shown($0, against: base, .whole)
    }
  }

  /// `side 2, mine`
  func name(of side: ConflictSide) -> String {
    let owner = side == mine ? ", mine" : side == theirs ? ", theirs" : isMine(side) ? ", written on this node" : ""
    return "side \(number(of: side))\(owner)"
  }

  private func words(_ origin: WriteOrigin) -> [String] {
    let place = origin.node.map { "on \(Shown.line($0))" } ?? "on this node, not sealed yet"
    return Layout.wrapped("\(origin.person.shown), \(Shown.line(origin.time)), \(place)", margin: "  ")
      + (origin.message.isEmpty ? [] : Layout.wrapped("why: \(Shown.line(origin.message))", margin: "  "))
  }

  // MARK: Values

  private func shown(_ value: SQLiteValue, against base: SQLiteValue?, _ extent: Extent, isBase: Bool = false)
    -> [String]
  {
    if conflict.subject == .presence {
      return [value == .integer(0) ? "    deleted" : isBase ? "    there" : "    kept, and edited"]
    }
    guard let text = value.string else { return ["    \(value.shownText(in: column))"] }
    guard let difference = difference(from: base, to: value), difference.hasMuchInCommon else {
      return indented(text.isEmpty ? "(empty)" : text, extent)
    }
    let remark = difference.isOfSpacesOnly ? ["    (nothing but spaces changed)"] : []
    return remark + indented(extent == .whole ? difference.marked : difference.marked(around: Self.wordsAround), extent)
  }

  private func indented(_ text: String, _ extent: Extent) -> [String] {
    let lines = Layout.wrapped(Shown.text(text), margin: "    ")
    guard extent == .excerpt, lines.count > Self.linesOfExcerpt else { return lines }
    return lines.prefix(Self.linesOfExcerpt - 1) + ["    …"]
  }

  private func isMarked(_ value: SQLiteValue) -> Bool { difference(from: base, to: value)?.hasMuchInCommon == true }

  /// Nil unless both are texts and differ.
  private func difference(from base: SQLiteValue?, to value: SQLiteValue) -> Texts.WordDifference? {
    guard let before = base?.string, let text = value.string, base != value, !text.isEmpty else { return nil }
    return Texts.WordDifference(from: before, to: text)
  }

  // MARK: What to do

  func advice(to node: OpenNode) -> String {
    guard isResolvable(by: node) else { return "let \(Shown.line(owner)) resolve it" }
    guard conflict.subject != .presence else { return "qapi conflicts resolve \(conflict.name) --keep|--delete -m WHY" }
    let answers =
      (suggestion.text == nil ? [] : ["--merged"]) + (theirs == nil ? ["--side N"] : ["--mine", "--theirs"])
    return "qapi conflicts resolve \(conflict.name) \((answers + ["--value TEXT"]).joined(separator: "|")) -m WHY"
  }
}
