/// Why a text is no catalogue: what is wrong, and in which line of which part.
public struct CatalogueError: Error, Hashable, Sendable {
  /// 1 for the first area's text.
  public let part: Int
  public let line: Int
  public let problem: String

  public init(part: Int, line: Int, problem: String) {
    self.part = part
    self.line = line
    self.problem = problem
  }
}

extension Catalogue {
  /// Reads a catalogue, one text for each area.
  ///
  /// A line is a word that says what it is, and what it is about; a line that begins with two spaces goes on with the one
  /// before. Blank lines mean nothing. The words, in the order in which they stand: `area CODE TITLE`, `chapter N`, then for
  /// each function `function CODE TITLE`, then for each element `element CODE TITLE`, `standard`, `part` (of the tasks that
  /// follow), `task NUMBER TITLE`, `performance`, `compliance`, `authority` (citations with semicolons between them),
  /// `practices N`. Everything from `part` on may be missing.
  ///
  /// - Throws: ``CatalogueError`` for a line of no known kind, one that stands where it may not, a code that is not the next
  ///   one, a number of a task that is not the next one, an element without a standard.
  public init(reading texts: [String]) throws(CatalogueError) {
    var areas: [Area] = []
    for (index, text) in texts.enumerated() {
      var reader = CatalogueReader(part: index + 1)
      let area = try reader.area(of: text)
      guard !areas.contains(where: { $0.code == area.code }) else {
        throw CatalogueError(part: index + 1, line: 1, problem: "the area \(area.code) stands twice")
      }
      areas.append(area)
    }
    self.areas = areas
  }
}

/// Reads the text of one area, line by line.
private struct CatalogueReader {
  let part: Int
  private var line = 0
  private var code = ""
  private var title = ""
  private var chapter = 0
  private var functions: [Catalogue.Function] = []
  private var function: (code: String, title: String, elements: [Catalogue.Element])?
  private var element: Draft?

  /// The kinds of line of an element, in the order in which they stand.
  private static let order = ["standard", "part", "task", "performance", "compliance", "authority", "practices"]

  private struct Draft {
    let code: String
    let title: String
    var reached = 0
    var standards: [String] = []
    var part = ""
    var tasks: [Catalogue.Task] = []
    var performance: [String] = []
    var compliance: [String] = []
    var authorities: [String] = []
    var practiceCount = 0
  }

  init(part: Int) { self.part = part }

  mutating func area(of text: String) throws(CatalogueError) -> Catalogue.Area {
    for (number, content) in try lines(of: text) {
      line = number
      let words = content.split(separator: " ", maxSplits: 1)
      try take(String(words[0]), words.count > 1 ? String(words[1]) : "")
    }
    try endFunction()
    guard !functions.isEmpty, chapter > 0 else { throw problem("the area is not whole") }
    return Catalogue.Area(code: code, title: title, chapter: chapter, functions: functions)
  }

  /// The lines, continued ones put together, with the number of their first.
  private mutating func lines(of text: String) throws(CatalogueError) -> [(Int, String)] {
    var lines: [(Int, String)] = []
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      line = index + 1
      if raw.isEmpty { continue }
      guard raw.last != " ", !raw.contains("\t") else { throw problem("a blank that means nothing") }
      if raw.hasPrefix("  ") {
        let rest = raw.dropFirst(2)
        guard let last = lines.last, rest.first != " " else { throw problem("a line that continues none") }
        lines[lines.count - 1].1 = last.1 + " " + rest
      } else {
        lines.append((line, String(raw)))
      }
    }
    return lines
  }

  private mutating func take(_ kind: String, _ text: String) throws(CatalogueError) {
    guard !text.isEmpty else { throw problem("nothing stands behind \"\(kind)\"") }
    switch kind {
    case "area":
      guard code.isEmpty else { throw problem("a second area") }
      let words = try named(text)
      guard words.code.utf8.allSatisfy({ (65...90).contains($0) }) else { throw problem("this is no code of an area") }
      (code, title) = words
    case "chapter":
      guard !code.isEmpty, chapter == 0, functions.isEmpty, function == nil, let number = Int(text), number > 0 else {
        throw problem("a chapter, where none may stand")
      }
      chapter = number
    case "function":
      let words = try named(text)
      try endFunction()
      guard chapter > 0, words.code == "\(code).\(functions.count + 1)" else {
        throw problem("\(words.code) is not the next function")
      }
      function = (words.code, words.title, [])
    case "element":
      let words = try named(text)
      try endElement()
      guard let function, words.code == "\(function.code).\(function.elements.count + 1)" else {
        throw problem("\(words.code) is not the next element")
      }
      element = Draft(code: words.code, title: words.title)
    default: try takeDetail(kind, text)
    }
  }

  private mutating func takeDetail(_ kind: String, _ text: String) throws(CatalogueError) {
    guard let place = Self.order.firstIndex(of: kind) else { throw problem("\"\(kind)\" is no kind of line") }
    guard var draft = element else { throw problem("\"\(kind)\" stands outside an element") }
    // Parts and tasks take turns.
    guard place >= draft.reached || (kind == "part" && draft.reached == place + 1) else {
      throw problem("\"\(kind)\" stands too late in its element")
    }
    draft.reached = place
    switch kind {
    case "standard": draft.standards.append(text)
    case "part": draft.part = text
    case "task":
      let words = try named(text)
      let next = draft.tasks.count { $0.part == draft.part } + 1
      guard words.code == "\(next)" else { throw problem("task \(words.code) is not the next one, \(next)") }
      draft.tasks.append(Catalogue.Task(part: draft.part, number: next, title: words.title))
    case "performance": draft.performance.append(text)
    case "compliance": draft.compliance.append(text)
    case "authority":
      guard draft.authorities.isEmpty else { throw problem("a second line of authorities") }
      draft.authorities = text.split(separator: ";", omittingEmptySubsequences: false).map { citation in
        String(citation.drop { $0 == " " })
      }
      guard !draft.authorities.contains("") else { throw problem("an empty citation") }
    default:
      guard draft.practiceCount == 0, let count = Int(text), count > 0 else { throw problem("this is no count") }
      draft.practiceCount = count
    }
    element = draft
  }

  private mutating func endElement() throws(CatalogueError) {
    guard let draft = element else { return }
    guard !draft.standards.isEmpty, !draft.tasks.isEmpty else {
      throw problem("\(draft.code) has no standard, or no task")
    }
    function?.elements.append(
      Catalogue.Element(
        code: draft.code, title: draft.title, standards: draft.standards, tasks: draft.tasks,
        performanceMeasures: draft.performance, complianceMeasures: draft.compliance,
        authorities: draft.authorities, practiceCount: draft.practiceCount))
    element = nil
  }

  private mutating func endFunction() throws(CatalogueError) {
    try endElement()
    guard let ended = function else { return }
    guard !ended.elements.isEmpty else { throw problem("\(ended.code) has no element") }
    functions.append(Catalogue.Function(code: ended.code, title: ended.title, elements: ended.elements))
    function = nil
  }

  private func named(_ text: String) throws(CatalogueError) -> (code: String, title: String) {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { throw problem("a title is missing") }
    return (String(words[0]), String(words[1]))
  }

  private func problem(_ words: String) -> CatalogueError { CatalogueError(part: part, line: line, problem: words) }
}
