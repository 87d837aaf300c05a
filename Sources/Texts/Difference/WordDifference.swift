/// What changed between two texts, word by word.
///
/// Words are what stands between white space; a line end counts as a word. The same two texts always give the same
/// difference. The work is bounded: where words would take more than four million steps (about 2,800 words that went or
/// came), whole sentences are compared, then whole lines, and at last the two texts as wholes.
public struct WordDifference: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case equal
    case removed
    case inserted
  }

  /// A piece of text, with its white space and line ends as they were written.
  public struct Run: Sendable, Equatable {
    public var kind: Kind
    public var text: String

    public init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// In order; no run is empty, no two neighbours are of one kind, and what came follows what went in its place. The equal
  /// and removed runs together are the old text to the byte, the equal and inserted ones the new text.
  public let runs: [Run]

  /// Whether at least half of either text stands in the other. Marks in a text that was written anew help nobody.
  public let hasMuchInCommon: Bool

  public init(from old: String, to new: String) {
    self.init(from: old, to: new, stepLimit: ShortestEdit.stepLimit)
  }

  init(from old: String, to new: String, stepLimit: Int) {
    let change = TextEdits(from: SplitText(old), to: SplitText(new), stepLimit: stepLimit)
    var runs: [Run] = []
    var place = 0
    func add(_ kind: Kind, _ text: String) { if !text.isEmpty { runs.append(Run(kind, text)) } }
    for edit in change.edits {
      add(.equal, change.old.text(place..<edit.old.lowerBound))
      add(.removed, change.old.text(edit.old))
      add(.inserted, change.new.text(edit.new))
      place = edit.old.upperBound
    }
    add(.equal, change.old.text(place..<change.old.bytes.count))
    self.runs = runs
    let went = change.edits.reduce(0) { $0 + $1.words.count }
    let came = change.new.words.count - (change.old.words.count - went)
    hasMuchInCommon = went * 2 <= change.old.words.count && came * 2 <= change.new.words.count
  }

  /// Whether the texts differ, to the byte.
  public var hasChanges: Bool { runs.contains { $0.kind != .equal } }

  /// Whether the texts differ, and in nothing but spaces and tabs.
  public var isOfSpacesOnly: Bool {
    hasChanges && runs.allSatisfy { $0.kind == .equal || $0.text.utf8.allSatisfy(SplitText.isSpace) }
  }
}
