/// Reads one mapping of a document, strictly: known keys only, each of its type.
package struct MappingReader {
  package let path: DocumentPath
  package let line: Int
  private let entries: [String: DocumentNode.Entry]

  package typealias Place = (node: DocumentNode, path: DocumentPath)

  /// At most this many entries in one list.
  package static let listLimit = 1000

  /// - Parameter keys: the keys that may stand here, in the order in which a message names them; nil for any names of a-z,
  ///   0-9 and hyphens.
  package init(_ node: DocumentNode, at path: DocumentPath, keys: [String]?) throws(DocumentError) {
    let problems = DocumentProblems()
    guard let reader = MappingReader(node, at: path, keys: keys, problems), problems.isEmpty else {
      throw problems.inOrder[0]
    }
    self = reader
  }

  /// The same, going on behind a key that is not known: every one of them is a problem.
  package init?(_ node: DocumentNode, at path: DocumentPath, keys: [String]?, _ problems: DocumentProblems) {
    self.path = path
    line = node.line
    guard case .mapping(let pairs, _) = node else {
      problems.add(
        DocumentError(
          line: node.line, place: path.description, problem: "here keys with values are expected",
          next: "write lines like \"\(keys?.first ?? "name"): …\", indented alike"))
      return nil
    }
    var found: [String: DocumentNode.Entry] = [:]
    for pair in pairs {
      if !(keys?.contains(pair.key) ?? RecordText.isName(pair.key)) {
        problems.add(
          DocumentError(
            line: pair.line, place: path.description, problem: "\(Self.shown(pair.key)) is not known here",
            next: keys.map { "use one of: \($0.joined(separator: ", "))" } ?? "use a-z, 0-9 and hyphens, 64 at most"))
      } else if found.updateValue(pair, forKey: pair.key) != nil {
        problems.add(
          DocumentError(
            line: pair.line, place: path.at(pair.key).description, problem: "this key stands twice in one entry",
            next: "delete one, or begin a new entry with \"- \""))
      }
    }
    entries = found
  }

  /// A key that is surely a key is named; anything else may be content that slipped.
  private static func shown(_ key: String) -> String {
    let isWord = key.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 || $0 == 45 }
    return isWord && (1...24).contains(key.utf8.count) ? "the key \"\(key)\"" : "the key on this line"
  }

  package var keys: [String] { Array(entries.keys) }

  package func has(_ key: String) -> Bool { entries[key] != nil }

  package func error(at key: String, _ problem: String, next: String) -> DocumentError {
    DocumentError(line: entries[key]?.line ?? line, place: path.at(key).description, problem: problem, next: next)
  }

  package func required(_ key: String) throws(DocumentError) -> (node: DocumentNode, path: DocumentPath) {
    guard let entry = entries[key] else {
      throw DocumentError(
        line: line, place: path.description, problem: "\"\(key)\" is missing", next: "add a line \"\(key): …\"")
    }
    return (entry.value, path.at(key))
  }

  /// A text, normalised; empty if the key is missing.
  ///
  /// - Parameters:
  ///   - shown: the text as it was before; what a person has not changed is not judged again.
  ///   - unchecked: the caller judges the text.
  package func text(
    _ key: String, oneLine: Bool = false, shown: String? = nil, unchecked: Bool = false
  ) throws(DocumentError) -> String {
    guard let entry = entries[key] else { return "" }
    guard case .text(let text, _) = entry.value else {
      throw error(at: key, "a text is expected here", next: "put a text that begins with [, {, or \"- \" in quotes")
    }
    let normalised = RecordText.normalised(text)
    if unchecked { return normalised }
    if let shown, FieldValue.text(RecordText.normalised(shown)) == .text(normalised) { return normalised }
    if let problem = RecordText.problem(in: normalised, oneLine: oneLine) {
      throw error(at: key, problem, next: "change it there")
    }
    return normalised
  }

  /// A text exactly as it stands; empty if the key is missing.
  package func raw(_ key: String) throws(DocumentError) -> String {
    guard let entry = entries[key] else { return "" }
    guard case .text(let text, _) = entry.value else {
      throw error(at: key, "a text is expected here", next: "freeze the plan again")
    }
    return text
  }

  /// The mapping behind a key, with any names in it; nil if the key is missing or has nothing behind it.
  package func optionalMapping(_ key: String) throws(DocumentError) -> MappingReader? {
    guard let entry = entries[key] else { return nil }
    if case .text("", _) = entry.value { return nil }
    return try MappingReader(entry.value, at: path.at(key), keys: nil)
  }

  /// A text on one line that must not be empty.
  package func line(_ key: String) throws(DocumentError) -> String {
    _ = try required(key)
    let text = try text(key, oneLine: true)
    guard !text.isEmpty else { throw error(at: key, "this must not be empty", next: "write it behind the key") }
    return text
  }

  /// A list of lines.
  package func lines(_ key: String) throws(DocumentError) -> [String] {
    var lines: [String] = []
    for (node, place) in try list(key) {
      guard case .text(let text, _) = node, !text.isEmpty, RecordText.problem(in: text, oneLine: true) == nil else {
        throw DocumentError(
          line: node.line, place: place.description, problem: "a line of text is expected here", next: "write one")
      }
      lines.append(RecordText.normalised(text))
    }
    return lines
  }

  /// A name of a-z, 0-9 and hyphens.
  package func identifier(_ key: String) throws(DocumentError) -> String {
    let name = try line(key)
    guard RecordText.isName(name) else {
      throw error(at: key, "this is not a name", next: "use a-z, 0-9 and hyphens, 64 at most")
    }
    return name
  }

  package func integer(_ key: String, in range: ClosedRange<Int>) throws(DocumentError) -> Int {
    let text = try line(key)
    let isNumber = text.utf8.count <= 9 && text.utf8.allSatisfy { (48...57).contains($0) }
    guard isNumber, let number = Int(text), range.contains(number) else {
      throw error(
        at: key, "this is not a number from \(range.lowerBound) to \(range.upperBound)", next: "write the number alone")
    }
    return number
  }

  package func day(_ key: String) throws(DocumentError) -> Day {
    guard let day = Day(try line(key)) else {
      throw error(at: key, "this is not a day", next: "write it like 2024-01-31")
    }
    return day
  }

  /// A day; nil if the key is missing or has nothing behind it.
  package func optionalDay(_ key: String) throws(DocumentError) -> Day? {
    try text(key, oneLine: true).isEmpty ? nil : day(key)
  }

  /// `yes` or `no`.
  package func flag(_ key: String, whenMissing: Bool) throws(DocumentError) -> Bool {
    guard has(key) else { return whenMissing }
    switch try line(key) {
    case "yes", "true": return true
    case "no", "false": return false
    default: throw error(at: key, "this is neither \"yes\" nor \"no\"", next: "write one of the two")
    }
  }

  /// One of the words that a type knows.
  package func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, of: Word.Type
  ) throws(DocumentError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try line(key)) else { throw unknownWord(key, of: Word.self) }
    return word
  }

  package func words<Word: RawRepresentable & CaseIterable>(
    _ key: String, of: Word.Type
  ) throws(DocumentError) -> [Word] where Word.RawValue == String {
    var words: [Word] = []
    for line in try lines(key) {
      guard let word = Word(rawValue: line) else { throw unknownWord(key, of: Word.self) }
      words.append(word)
    }
    return words
  }

  private func unknownWord<Word: RawRepresentable & CaseIterable>(
    _ key: String, of: Word.Type
  ) -> DocumentError where Word.RawValue == String {
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    return error(at: key, "this word is not known here", next: "use one of: \(known)")
  }

  /// The entries of a list, each with its place ("tactic 2"); none if the key is missing or has nothing behind it.
  package func list(_ key: String) throws(DocumentError) -> [(node: DocumentNode, path: DocumentPath)] {
    switch entries[key]?.value {
    case nil, .text("", _)?: return []
    case .list(let nodes, _)?:
      guard nodes.count <= Self.listLimit else {
        throw error(at: key, "this list has more than \(Self.listLimit) entries", next: "shorten it")
      }
      let one = (key.hasSuffix("s") ? String(key.dropLast()) : key).replacing("_", with: " ")
      return nodes.enumerated().map { ($1, path.at("\(one) \($0 + 1)")) }
    case .text?, .mapping?:
      throw error(at: key, "a list is expected here", next: "begin each entry with \"- \"")
    }
  }
}
