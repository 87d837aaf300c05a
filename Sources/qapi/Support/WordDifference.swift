/// What changed inside a long text, word by word.
enum WordDifference {
  /// More words than this are shown without marks: the comparison's work grows with their square.
  private static let wordLimit = 1500

  /// The new text, with `[-what went-]` and `{+what came+}`; nil where marks would not help: a text that is too long, or
  /// one that has little in common with the old one. Safe to print.
  static func marked(from old: String, to new: String) -> String? {
    let before = words(of: old)
    let after = words(of: new)
    guard before.count <= wordLimit, after.count <= wordLimit, !before.isEmpty else { return nil }
    let difference = after.difference(from: before)
    guard difference.removals.count * 2 <= before.count, difference.insertions.count * 2 <= after.count else {
      return nil
    }
    let removed = offsets(difference.removals)
    let inserted = offsets(difference.insertions)
    var pieces: [String] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      let gone = run(from: &old, in: before, while: removed)
      let come = run(from: &new, in: after, while: inserted)
      if !gone.isEmpty { pieces.append("[-\(gone)-]") }
      if !come.isEmpty { pieces.append("{+\(come)+}") }
      if gone.isEmpty, come.isEmpty, new < after.count {
        pieces.append(shown(after[new]))
        old += 1
        new += 1
      }
    }
    return pieces.joined(separator: " ").replacing(" \n ", with: "\n")
  }

  /// Line ends count as words.
  private static func words(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").map(String.init) }
      .joined(separator: ["\n"]).map(\.self)
  }

  private static func run(from index: inout Int, in words: [String], while marked: Set<Int>) -> String {
    var run: [String] = []
    while index < words.count, marked.contains(index) {
      run.append(words[index] == "\n" ? "¶" : shown(words[index]))
      index += 1
    }
    return run.joined(separator: " ")
  }

  private static func offsets(_ changes: [CollectionDifference<String>.Change]) -> Set<Int> {
    Set(
      changes.map { change in
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
      })
  }

  private static func shown(_ word: String) -> String { word == "\n" ? "\n" : Shown.line(word) }
}
