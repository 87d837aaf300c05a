/// A search through a catalogue by codes and words.
///
/// Every word must occur, whatever its case, at the beginning of a word: "budget" finds "Budgeting", and "art" does not find
/// "part". A word is also found as a code: "as.2" finds the function and all its elements.
public struct CatalogueSearch: Hashable, Sendable {
  /// Where a word is found, the best place first.
  public enum Place: Int, Comparable, Hashable, Sendable, CaseIterable {
    case code, title, task, standard, performanceMeasure, complianceMeasure, authority

    public static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }

    public var name: String {
      switch self {
      case .code: "code"
      case .title: "title"
      case .task: "task"
      case .standard: "standard"
      case .performanceMeasure: "performance measure"
      case .complianceMeasure: "compliance measure"
      case .authority: "authority"
      }
    }
  }

  /// A text in which words were found.
  public struct Match: Hashable, Sendable {
    public let place: Place
    public let text: String
  }

  public struct Hit: Hashable, Sendable {
    public let entry: Catalogue.Entry
    /// Where the words were found: for each its best place, each text once, the best first.
    public let matches: [Match]
    /// The worst of the words' best places: what the hit is ranked by.
    public let place: Place
  }

  /// Lowercased, each once.
  public let words: [String]

  /// - Parameter text: words with spaces between them.
  public init(_ text: String) {
    var words: [String] = []
    for word in text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) where !words.contains(word) {
      words.append(word)
    }
    self.words = words
  }

  /// What is found, ranked: found by code, then by title, then in a task, then elsewhere; in the order of the catalogue
  /// within each. Nothing without words.
  public func hits(in catalogue: Catalogue) -> [Hit] {
    guard !words.isEmpty else { return [] }
    let found = catalogue.entries.compactMap(hit)
    return Self.ranks.flatMap { rank in found.filter { rank.contains($0.place) } }
  }

  private static let ranks: [Set<Place>] = [
    [.code], [.title], [.task], [.standard, .performanceMeasure, .complianceMeasure, .authority],
  ]

  private func hit(_ entry: Catalogue.Entry) -> Hit? {
    let texts = Self.texts(of: entry)
    var matches: [Match] = []
    for word in words {
      guard let best = texts.first(where: { Self.occurs(word, in: $0) }) else { return nil }
      if !matches.contains(best) { matches.append(best) }
    }
    matches.sort { $0.place < $1.place }
    return matches.last.map { Hit(entry: entry, matches: matches, place: $0.place) }
  }

  /// The best place first.
  private static func texts(of entry: Catalogue.Entry) -> [Match] {
    let named = [Match(place: .code, text: entry.code), Match(place: .title, text: entry.title)]
    guard case .element(let element) = entry else { return named }
    func matches(_ place: Place, _ texts: [String]) -> [Match] { texts.map { Match(place: place, text: $0) } }
    return named + matches(.task, element.tasks.map(\.title)) + matches(.standard, element.standards)
      + matches(.performanceMeasure, element.performanceMeasures)
      + matches(.complianceMeasure, element.complianceMeasures) + matches(.authority, element.authorities)
  }

  private static func occurs(_ word: String, in match: Match) -> Bool {
    let text = match.text.lowercased()
    if match.place == .code { return text == word || text.hasPrefix(word.hasSuffix(".") ? word : word + ".") }
    return text.ranges(of: word).contains { range in
      guard range.lowerBound > text.startIndex else { return true }
      let before = text[text.index(before: range.lowerBound)]
      return !before.isLetter && !before.isNumber
    }
  }
}
