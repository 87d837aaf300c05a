extension WordDifference {
  /// The new text with `[-what went-]` and `{+what came+}`.
  ///
  /// Lines end where they end in the new text. A line end that came stands as ¶ before it, one that went as ¶ only. Spaces at
  /// the ends of a mark stand outside it, and spaces alone are not marked (see ``isOfSpacesOnly``).
  ///
  /// What people wrote is in it as they wrote it: make it safe before it is printed.
  public var marked: String { marked(around: .max) }

  /// The same, with no more than so many words of what is equal on either side of a change, none of them from another line,
  /// and … for the rest.
  public func marked(around wordCount: Int) -> String {
    var text = MarkedText()
    for (index, run) in runs.enumerated() {
      let isReplacement = index > 0 && runs[index - 1].kind == .removed
      switch run.kind {
      case .equal:
        let last = runs.count - 1
        text.add(Self.ends(of: run.text, head: index == 0 ? 0 : wordCount, tail: index == last ? 0 : wordCount))
      case .removed: text.addRemoved(run.text)
      case .inserted: text.addInserted(run.text, inPlaceOfOther: isReplacement)
      }
    }
    return text.result
  }

  /// So many words from the beginning and the end, but none of another line; the whole text where that spares little.
  private static func ends(of text: String, head: Int, tail: Int) -> String {
    let split = SplitText(text)
    let spared = 4
    guard head < split.words.count, tail < split.words.count - head, head + tail + spared <= split.words.count else {
      return text
    }
    let first = split.words.prefix(head).prefix { !split.isLineEnd($0) }
    let last = split.words.suffix(tail).reversed().prefix { !split.isLineEnd($0) }
    let start = first.last.map { split.text(0..<$0.upperBound) + " " } ?? ""
    let end = last.last.map { " " + split.text($0.lowerBound..<split.bytes.count) } ?? ""
    return start + "…" + end
  }

  /// ``marked`` in one step; nil where marks would not help (see ``hasMuchInCommon``).
  public static func marked(from old: String, to new: String) -> String? {
    let difference = WordDifference(from: old, to: new)
    return difference.hasMuchInCommon ? difference.marked : nil
  }
}

/// Sees to it that a mark has white space on either side.
private struct MarkedText {
  private(set) var result = ""
  private var endsWithMark = false

  mutating func add(_ text: String) {
    guard let first = text.unicodeScalars.first else { return }
    if endsWithMark, !isWhite(first) { result += " " }
    result += text
    endsWithMark = false
  }

  private mutating func addMark(_ mark: String) {
    if let last = result.unicodeScalars.last, !isWhite(last) { result += " " }
    result += mark
    endsWithMark = true
  }

  mutating func addRemoved(_ text: String) {
    let words = lines(of: text).map { inner(of: $0).core }.joined(separator: " ¶ ")
    let core = inner(of: words[...]).core
    if !core.isEmpty { addMark("[-\(core)-]") }
  }

  mutating func addInserted(_ text: String, inPlaceOfOther: Bool) {
    let lines = lines(of: text)
    for (index, line) in lines.enumerated() {
      let (head, core, tail) = inner(of: line)
      let isLast = index == lines.count - 1
      if !(inPlaceOfOther && index == 0 && !core.isEmpty) { add(head) }
      // A blank line needs no mark but where it begins.
      let words = isLast || (core.isEmpty && index > 0) ? core : core.isEmpty ? "¶" : "\(core) ¶"
      if !words.isEmpty { addMark("{+\(words)+}") }
      add(tail + (isLast ? "" : "\n"))
    }
  }

  private func isWhite(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  /// `Character` takes CR LF for one, so that both end one line here.
  private func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  private func inner(of line: Substring) -> (head: String, core: String, tail: String) {
    let head = line.prefix { $0 == " " || $0 == "\t" }
    var core = line[head.endIndex...]
    while let last = core.last, last == " " || last == "\t" { core.removeLast() }
    return (String(head), String(core), String(line[core.endIndex...]))
  }
}
