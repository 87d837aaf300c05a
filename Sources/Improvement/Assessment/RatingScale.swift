public import Records

/// The levels in which an element is rated. The manual has none (IOP.4.2): the department publishes it, and ours is labelled so.
/// A published scale is never changed: another one is a further record.
public struct RatingScale: TypedRecord {
  public let id: String
  public var title = ""
  /// One on each line, "1 | not in place", the lowest first.
  public var levels = ""
  public var source = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<RatingScale>] = [
    .text("title", "title", \.title),
    .text("levels", "levels", \.levels, .text),
    .text("source", "source", \.source),
  ]

  /// One level of a scale.
  public struct Level: Hashable, Sendable {
    /// 1...99.
    public let number: Int
    public let words: String
  }

  /// The levels as they are written, the lowest first; nil if the text is no scale: lines of a number, a bar and words, at
  /// least two, each number higher than the one before, no more than 99.
  public var readLevels: [Level]? {
    var read: [Level] = []
    for line in levels.split(separator: "\n") {
      let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let number = Int(Self.trimmed(parts[0])), (1...99).contains(number),
        number > read.last?.number ?? 0, !Self.trimmed(parts[1]).isEmpty
      else { return nil }
      read.append(Level(number: number, words: Self.trimmed(parts[1])))
    }
    return read.count >= 2 ? read : nil
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  /// The level with this number; nil if the scale has none.
  public func level(_ number: Int) -> Level? { readLevels?.first { $0.number == number } }

  /// The scale that ships with the program, for as long as the department has published none. It is ours: the manual has no
  /// rating scale.
  public static let shipped: RatingScale = {
    var scale = RatingScale(id: "ours-four-levels")
    scale.title = "Four levels"
    scale.levels = """
      1 | not in place
      2 | in place in part
      3 | in place
      4 | in place, measured and improved
      """
    scale.source = "ours, not DCSS's: the QAPI manual has no rating scale"
    return scale
  }()
}
