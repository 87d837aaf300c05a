import SQLiteChangeset
import SyncEngine
import Texts

/// A text that has the edits of both sides in it. For a person to take or leave: nothing applies it unasked.
enum ConflictSuggestion: Equatable {
  case text(String)
  /// Why there is none.
  case none(because: String)

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

extension ConflictView {
  var suggestion: ConflictSuggestion {
    guard case .column = conflict.subject else { return .none(because: "the record is kept or deleted") }
    guard conflict.sides.count == 2 else { return .none(because: "it has more than two sides") }
    guard let base else { return .none(because: "its sides did not begin with one text") }
    let texts = conflict.sides.compactMap(\.value.string)
    guard let before = base.string, texts.count == 2 else { return .none(because: "it is not about a text") }
    guard let merged = ThreeWayText.merge(base: before, mine: texts[0], theirs: texts[1]).text else {
      return .none(because: "both sides changed the same words")
    }
    // A side that went back to the first text: the other side is all there is to take.
    guard !conflict.sides.contains(where: { $0.value == .text(merged) }) else {
      return .none(because: "one side has the text as it was before")
    }
    guard (try? value(typed: merged)) == .text(merged) else { return .none(because: "together they are too long") }
    return .text(merged)
  }
}
