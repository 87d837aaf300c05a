/// The format in which obligations are embedded, and its one reader. It refuses what it does not know.
///
/// ```
/// AS.2.6-16 | report | quarterly | LCSA > DCSS
/// what: CS 356 administrative expense claim submitted
/// due: 15th calendar day after quarter end
/// rule: 15 days after quarter end
/// note: Web-based from July-September 2002. Actual payments only, by date paid; indirect costs by
///   approved plan.
/// ```
///
/// One empty line between two rows. The head has id, kind, frequency, who owes it and (behind `>`, if stated) who gets it.
/// The lines behind it have names, each at most once and in the order of ``names``; a line that begins with two spaces
/// continues the one above it.
enum ObligationText {
  static let names = ["what", "when", "limit", "due", "rule", "by", "shown as", "repeats", "off", "note"]

  struct Problem: Error, Hashable {
    /// From 1.
    let line: Int
    let problem: String
  }

  static func read(_ text: String) throws(Problem) -> [Obligation] {
    var result: [Obligation] = []
    var block: [(line: Int, text: String)] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.isEmpty {
        guard !block.isEmpty else { throw Problem(line: index + 1, problem: "an empty line too many") }
        result.append(try obligation(block))
        block = []
      } else if line.hasPrefix("  ") {
        guard block.count > 1, !line.hasPrefix("   "), !line.hasSuffix(" ") else {
          throw Problem(line: index + 1, problem: "this line continues nothing, or has spaces too many")
        }
        block[block.count - 1].text += line.dropFirst(1)
      } else {
        block.append((index + 1, String(line)))
      }
    }
    guard !block.isEmpty else { throw Problem(line: lines.count, problem: "nothing at the end") }
    result.append(try obligation(block))
    return result
  }

  private static func obligation(_ block: [(line: Int, text: String)]) throws(Problem) -> Obligation {
    let line = block[0].line
    func fail(_ problem: String, at place: Int? = nil) -> Problem { Problem(line: place ?? line, problem: problem) }
    let head = block[0].text.split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
    guard head.count == 4 else { throw fail("the head has not four parts") }
    guard let element = element(of: head[0]) else { throw fail("this is not an id: \(head[0])") }
    guard let kind = Obligation.Kind(rawValue: head[1]) else { throw fail("this kind is not known: \(head[1])") }
    guard let frequency = Obligation.Frequency(rawValue: head[2]) else {
      throw fail("this frequency is not known: \(head[2])")
    }
    let parties = head[3].split(separator: " > ", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parties.count), parties.allSatisfy({ !$0.isEmpty }) else {
      throw fail("nobody owes it, or too many get it")
    }

    var values: [String: String] = [:]
    var last = -1
    for (place, text) in block.dropFirst() {
      guard let index = names.firstIndex(where: { text.hasPrefix("\($0): ") }), index > last else {
        throw fail("this line has no name that may stand here", at: place)
      }
      last = index
      let value = String(text.dropFirst(names[index].count + 2))
      guard !value.isEmpty, !value.hasPrefix(" "), !value.hasSuffix(" ") else {
        throw fail("the value is empty, or has spaces around it", at: place)
      }
      values[names[index]] = value
    }
    guard let what = values["what"] else { throw fail("it does not say what is due") }
    let rule = values["rule"].flatMap { DueRule($0) }
    guard (rule == nil) == (values["rule"] == nil) else { throw fail("this rule is not read: \(values["rule"] ?? "")") }
    guard values["by"] == nil || rule != nil else { throw fail("it says whose a rule is, and has none") }
    let shownAs = values["shown as"].flatMap { Obligation.Records(rawValue: $0) }
    guard (shownAs == nil) == (values["shown as"] == nil) else { throw fail("these records are not known") }
    guard values["off"] == nil || values["off"] == "yes" else { throw fail("off is yes, or not there") }
    if let repeated = values["repeats"], Self.element(of: repeated) == nil { throw fail("it repeats no id") }
    return Obligation(
      id: head[0], element: element, what: what, kind: kind, frequency: frequency, from: parties[0],
      to: parties.count == 2 ? parties[1] : "", trigger: values["when"] ?? "", limit: values["limit"] ?? "",
      due: values["due"] ?? "", rule: rule, ruleSource: values["by"] ?? "", shownAs: shownAs,
      repeats: values["repeats"],
      startsOff: values["off"] != nil, note: values["note"] ?? "")
  }

  /// `AS.2.6` of `AS.2.6-16`; nil if this is not an id.
  static func element(of id: String) -> String? {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, isNumber(parts[1]) else { return nil }
    let steps = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard steps.count == 3, (2...3).contains(steps[0].utf8.count),
      steps[0].utf8.allSatisfy({ (65...90).contains($0) }), isNumber(steps[1]), isNumber(steps[2])
    else { return nil }
    return String(parts[0])
  }

  private static func isNumber(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) } && (1...3).contains(text.utf8.count) && text.utf8.first != 48
  }
}
