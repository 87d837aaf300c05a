import SQLiteChangeset
import SyncEngine

/// The question below a conflict in the walk: its answers, each a letter or a number.
struct ConflictPrompt {
  enum Answer: Equatable {
    /// - Parameter words: what is taken, to say it back.
    case take(SQLiteValue, words: String)
    case edit
    case whole
    case help
    case later
    case quit
  }

  private let view: ConflictView
  private let isAbridged: Bool

  init(_ view: ConflictView) {
    self.view = view
    isAbridged = view.isAbridged
  }

  private var isPresence: Bool { view.conflict.subject == .presence }
  private var sideCount: Int { view.conflict.sides.count }

  var line: String {
    let takes =
      isPresence
      ? ["k keep", "d delete"]
      : (view.theirs == nil ? ["1-\(sideCount) that side"] : ["m mine", "t theirs"])
        + (view.suggestion.text == nil ? [] : ["s suggestion"]) + ["e edit"]
    return (takes + (isAbridged ? ["w whole"] : []) + ["l later", "q quit", "? help"]).joined(separator: ", ") + ":"
  }

  /// Every answer with what it does.
  var help: [String] {
    var rows: [[String]] = []
    if isPresence {
      rows += [["k", "keep the record"], ["d", "delete the record"]]
    } else {
      if let mine = view.mine, let theirs = view.theirs {
        rows += [["m", "take \(described(mine))"], ["t", "take \(described(theirs))"]]
      }
      rows.append(["1-\(sideCount)", "take the side of that number"])
      if view.suggestion.text != nil { rows.append(["s", "take the suggestion, which has both edits in it"]) }
      rows.append(["e", "write another value, in $VISUAL or $EDITOR if it is a text"])
    }
    if isAbridged { rows.append(["w", "show the whole texts"]) }
    rows += [
      ["l", "leave it for later, as Enter alone does"], ["q", "quit; what was answered before is saved"],
    ]
    return Layout.facts(rows)
  }

  /// - Returns: nil for what is no answer here.
  func answer(_ typed: String) -> Answer? {
    switch typed.lowercased() {
    case "", "l": return .later
    case "q": return .quit
    case "?", "h": return .help
    case "w": return .whole
    case "k" where isPresence: return .take(.integer(1), words: "the record is kept")
    case "d" where isPresence: return .take(.integer(0), words: "the record is deleted")
    // v was the name of this answer in the first version.
    case "e" where !isPresence, "v" where !isPresence: return .edit
    case "m": return view.theirs == nil ? nil : view.mine.map(taking)
    case "t": return view.theirs.map(taking)
    case "s": return view.suggestion.text.map { .take(.text($0), words: "the suggestion, with both edits") }
    default:
      guard let number = Int(typed), view.conflict.sides.indices.contains(number - 1) else { return nil }
      return taking(view.conflict.sides[number - 1])
    }
  }

  private func taking(_ side: ConflictSide) -> Answer { .take(side.value, words: described(side)) }

  private func described(_ side: ConflictSide) -> String { "\(view.name(of: side)), by \(view.writers(of: side))" }
}
