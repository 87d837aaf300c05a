/// What makes one text of another, as edits of the old text's bytes.
struct TextEdits {
  /// One edit. The spaces around changed words belong to it only as far as they changed too.
  struct Edit: Equatable {
    /// The old words between the nearest unchanged ones; empty where something was only put in.
    var words: Range<Int>
    /// Bytes of the old text that went.
    var old: Range<Int>
    /// Bytes of the new text that came.
    var new: Range<Int>
  }

  let old: SplitText
  let new: SplitText
  /// In order; at least one unchanged word stands between any two.
  let edits: [Edit]

  init(from old: SplitText, to new: SplitText, stepLimit: Int = ShortestEdit.stepLimit) {
    self.old = old
    self.new = new
    var edits: [Edit] = []
    var (oldGap, newGap) = (0, 0)
    func lookForSpaces(upTo end: Int) {
      while oldGap < end {
        let gap = Change(old: oldGap..<oldGap, new: newGap..<newGap)
        if let edit = Self.edit(gap, from: old, to: new) { edits.append(edit) }
        oldGap += 1
        newGap += 1
      }
    }
    for change in Self.changes(from: old, to: new, stepLimit: stepLimit) {
      lookForSpaces(upTo: change.old.lowerBound)
      if let edit = Self.edit(change, from: old, to: new) { edits.append(edit) }
      (oldGap, newGap) = (change.old.upperBound + 1, change.new.upperBound + 1)
    }
    lookForSpaces(upTo: old.words.count + 1)
    self.edits = edits
  }

  private typealias Change = ShortestEdit.Change

  /// Changes as ranges of words, as fine as the limit allows.
  private static func changes(from old: SplitText, to new: SplitText, stepLimit: Int) -> [Change] {
    for level in SplitText.Level.allCases {
      let (before, after) = (old.tokens(level), new.tokens(level))
      var numbers: [ArraySlice<UInt8>: Int] = [:]
      func number(_ token: ArraySlice<UInt8>) -> Int {
        if let number = numbers[token] { return number }
        numbers[token] = numbers.count
        return numbers.count - 1
      }
      let (beforeNumbers, afterNumbers) = (
        before.map { number(old.bytes[old.place($0)]) }, after.map { number(new.bytes[new.place($0)]) }
      )
      if let changes = ShortestEdit.changes(from: beforeNumbers, to: afterNumbers, stepLimit: stepLimit) {
        return changes.map { change in
          Change(
            old: words(change.old, of: before, count: old.words.count),
            new: words(change.new, of: after, count: new.words.count))
        }
      }
    }
    return [Change(old: old.words.indices, new: new.words.indices)]
  }

  private static func words(_ range: Range<Int>, of tokens: [Range<Int>], count: Int) -> Range<Int> {
    let start = range.lowerBound < tokens.count ? tokens[range.lowerBound].lowerBound : count
    return start..<(range.isEmpty ? start : tokens[range.upperBound - 1].upperBound)
  }

  /// A change with the spaces around it; spaces that are alike on either end stay outside. Nil if nothing is left.
  private static func edit(_ change: Change, from old: SplitText, to new: SplitText) -> Edit? {
    var before = old.surroundings(change.old)
    var after = new.surroundings(change.new)
    let oldHead = old.bytes[before].prefix(while: SplitText.isSpace)
    let newHead = new.bytes[after].prefix(while: SplitText.isSpace)
    if oldHead == newHead {
      before = oldHead.endIndex..<before.upperBound
      after = newHead.endIndex..<after.upperBound
    }
    let oldTail = old.bytes[before].suffix(while: SplitText.isSpace)
    let newTail = new.bytes[after].suffix(while: SplitText.isSpace)
    if oldTail == newTail {
      before = before.lowerBound..<oldTail.startIndex
      after = after.lowerBound..<newTail.startIndex
    }
    return before.isEmpty && after.isEmpty ? nil : Edit(words: change.old, old: before, new: after)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func suffix(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isWanted(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
