/// Two edits of one text brought together, word by word.
public enum ThreeWayText: Sendable, Equatable {
  /// Nothing that one side did stands where the other side did something.
  case merged(String)
  /// Both sides changed the same place, each in its own way: only a person can tell what is meant.
  case overlapping([Overlap])

  /// A place that both sides changed, as each side has it.
  public struct Overlap: Sendable, Equatable {
    public var base: String
    public var mine: String
    public var theirs: String

    public init(base: String, mine: String, theirs: String) {
      self.base = base
      self.mine = mine
      self.theirs = theirs
    }
  }

  /// The merged text; nil where the edits overlap.
  public var text: String? {
    if case .merged(let text) = self { text } else { nil }
  }

  /// Merges two texts that began as one.
  ///
  /// Two edits overlap when no word that both sides left alone stands between them; a line end counts as a word. What
  /// both sides made alike of one place is taken once. White space and line ends are kept to the byte from the side that changed them.
  /// The order of the sides makes no difference. The work is bounded as that of ``WordDifference``.
  public static func merge(base: String, mine: String, theirs: String) -> ThreeWayText {
    merge(base: base, mine: mine, theirs: theirs, stepLimit: ShortestEdit.stepLimit)
  }

  static func merge(base: String, mine: String, theirs: String, stepLimit: Int) -> ThreeWayText {
    let split = SplitText(base)
    let sides = [mine, theirs].map { TextEdits(from: split, to: SplitText($0), stepLimit: stepLimit) }
    var overlaps: [Overlap] = []
    var result: [UInt8] = []
    var place = 0
    for group in groups(of: sides) {
      let (range, texts) = outcomes(of: group, in: split)
      let isOfBoth = Set(group.map(\.side)).count == 2
      if isOfBoth, texts[0] != texts[1] {
        let pieces = texts.map { String(decoding: $0, as: UTF8.self) }
        overlaps.append(Overlap(base: split.text(range), mine: pieces[0], theirs: pieces[1]))
      }
      result += split.bytes[place..<range.lowerBound] + texts[group[0].side]
      place = range.upperBound
    }
    guard overlaps.isEmpty else { return .overlapping(overlaps) }
    return .merged(String(decoding: result + split.bytes[place...], as: UTF8.self))
  }

  private struct SidedEdit {
    var side: Int
    var words: Range<Int>
    var old: Range<Int>
    var new: ArraySlice<UInt8>
  }

  /// The edits of both sides in order; those with no unchanged word between them stand together.
  private static func groups(of sides: [TextEdits]) -> [[SidedEdit]] {
    let edits = sides.enumerated().flatMap { side, change in
      change.edits.map { SidedEdit(side: side, words: $0.words, old: $0.old, new: change.new.bytes[$0.new]) }
    }
    var groups: [[SidedEdit]] = []
    var end = -1
    for edit in edits.sorted(by: { ($0.words.lowerBound, $0.side) < ($1.words.lowerBound, $1.side) }) {
      if edit.words.lowerBound > end {
        groups.append([edit])
      } else {
        groups[groups.count - 1].append(edit)
      }
      end = max(end, edit.words.upperBound)
    }
    return groups
  }

  /// The place in the base that a group of edits is about, and what either side made of it.
  private static func outcomes(of group: [SidedEdit], in base: SplitText) -> (range: Range<Int>, texts: [[UInt8]]) {
    let start = group.map(\.old.lowerBound).min() ?? 0
    let end = group.map(\.old.upperBound).max() ?? start
    let texts = (0..<2).map { side in
      var text: [UInt8] = []
      var place = start
      for edit in group where edit.side == side {
        text += base.bytes[place..<edit.old.lowerBound] + edit.new
        place = edit.old.upperBound
      }
      return text + base.bytes[place..<end]
    }
    return (start..<end, texts)
  }
}
