import Catalogue
import Foundation
import Testing

/// The catalogue against the text of the QAPI manual (October 2002), chapters 3 to 8.
@Suite("The catalogue agrees with the manual", .enabled(if: Manual.isHere, "the manual is not beside the repository"))
struct ManualTests {
  /// What the manual misprints or does not number, and what stands for it here; see `Catalogue.docc`.
  static let misprints = ["Establish Contacting Policies and Practices": "Establish Contracting Policies and Practices"]

  @Test("Chapter by chapter: the areas, in the manual's order")
  func areas() throws {
    let lines = try Manual.body().map(Manual.bare)
    for area in Catalogue.shipped.areas {
      let place = try #require(lines.firstIndex { "\($0) ".hasPrefix("CHAPTER \(area.chapter) ") })
      // The title ends the heading, which runs over one line to five.
      let heading = lines[place...].prefix(5)
      #expect(heading.contains { $0.hasSuffix(area.title.uppercased()) }, "\(heading)")
    }
  }

  @Test("Every code and title of a function and an element, none missing and none more")
  func titles() throws {
    var found: [String: Set<String>] = [:]
    for line in try Manual.body() {
      guard let heading = Manual.heading(line) else { continue }
      found[heading.code, default: []].insert(Self.misprints[heading.title] ?? heading.title)
    }
    let entries = Catalogue.shipped.entries.filter { $0.code.contains(".") }
    #expect(entries.count == 164)
    #expect(Set(found.keys) == Set(entries.map(\.code)))
    for entry in entries {
      #expect(found[entry.code]?.contains(entry.title) == true, "\(entry.code) \(entry.title)")
    }
  }

  @Test("Every heading of a task, numbered as in the manual")
  func tasks() throws {
    let found = try Manual.elements().map(\.tasks)
    let shipped = Catalogue.shipped.elements.map { $0.tasks.map { "\($0.number). \($0.title)" } }
    #expect(found.count == 136 && found.reduce(0) { $0 + $1.count } == 440)
    for (element, pair) in zip(Catalogue.shipped.elements, zip(found, shipped)) {
      #expect(pair.0 == pair.1, "\(element.code)")
    }
  }

  @Test("As many performance and compliance measures as the manual has")
  func measures() throws {
    for (element, found) in zip(Catalogue.shipped.elements, try Manual.elements()) {
      #expect(element.performanceMeasures.count == found.performanceCount, "\(element.code)")
      #expect(element.complianceMeasures.count == found.complianceCount, "\(element.code)")
    }
  }

  @Test("As many best practices as the manual lists")
  func practices() throws {
    let counts = try Manual.practiceCounts()
    for element in Catalogue.shipped.elements {
      #expect(element.practiceCount == counts[element.code] ?? 0, "\(element.code)")
    }
  }

  @Test("Every number of a citation stands below its element in the manual")
  func citations() throws {
    for (element, found) in zip(Catalogue.shipped.elements, try Manual.elements()) {
      #expect(element.authorities.isEmpty == found.authority.isEmpty, "\(element.code)")
      for citation in element.authorities {
        let numbers = citation.matches(of: /[0-9][0-9.]*[0-9]|[0-9]/).map { String($0.output) }
        for number in numbers { #expect(found.authority.contains(number), "\(element.code): \(citation)") }
      }
    }
  }
}

/// The text of the manual, in `../shared/domain/sources`.
enum Manual {
  static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/domain/sources/003_61b8de1cb177462c.txt")
    .standardizedFileURL

  static var isHere: Bool { FileManager.default.fileExists(atPath: file.path) }

  static func lines() throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// From chapter 3 on.
  static func body() throws -> ArraySlice<String> {
    let lines = try lines()
    let start = try #require(lines.firstIndex { bare($0) == "CHAPTER 3" })
    return lines[start...]
  }

  /// Without the marks of bold text.
  static func bare(_ line: String) -> String { line.replacing("*", with: "").trimmingCharacters(in: .whitespaces) }

  /// A line that is a code and a title, and no sentence.
  static func heading(_ line: String) -> (code: String, title: String)? {
    guard line.utf8.contains(UInt8(ascii: ".")), line.utf8.count < 120,
      let match = bare(line).wholeMatch(of: /((?:LO|CM|FM|CSS|AS|IOP)\.\d+(?:\.\d+)?) +(.+)/)
    else { return nil }
    let title = String(match.2)
    let isSentence = title.hasSuffix(".") || title.hasPrefix("The ") || title.hasPrefix("Each ")
    return isSentence ? nil : (String(match.1), title)
  }

  struct Element {
    /// "1. Provide Application".
    var tasks: [String] = []
    var performanceCount = 0
    var complianceCount = 0
    /// The lines below "Authority".
    var authority = ""
  }

  /// The elements in the manual's order: each begins with its list of tasks.
  static func elements() throws -> [Element] {
    var elements: [Element] = []
    var section = ""
    for line in try body().map(bare) {
      if line.utf8.count < 25,
        let match = line.wholeMatch(of: /(Task|Performance Measure|Compliance Measure|Authority|Standard)s?:?/)
      {
        section = String(match.1)
        if section == "Task" { elements.append(Element()) }
        continue
      }
      if line.hasPrefix("BEST PRACTICES") || heading(line) != nil && section != "Standard" {
        section = ""
        continue
      }
      guard !elements.isEmpty else { continue }
      let last = elements.count - 1
      let isItem = line.hasPrefix("- ") && !line.hasPrefix("- N/A")
      switch section {
      case "Task": if line.wholeMatch(of: /\d+\. .+/) != nil { elements[last].tasks.append(line) }
      case "Performance Measure": elements[last].performanceCount += isItem ? 1 : 0
      case "Compliance Measure": elements[last].complianceCount += isItem ? 1 : 0
      case "Authority": elements[last].authority += isItem ? line + "\n" : ""
      default: break
      }
    }
    return elements
  }

  /// How many best practices the manual lists for each element, at the end of its function.
  static func practiceCounts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    var code: String?
    var isInside = false
    for line in try body().map(bare) {
      if line.hasPrefix("BEST PRACTICES") {
        isInside = true
        code = nil
      } else if let heading = heading(line) {
        code = heading.code
        if code?.count(where: { $0 == "." }) == 1 && heading.title != heading.title.uppercased() { isInside = false }
      } else if isInside, let code, line.hasPrefix("- ") {
        counts[code, default: 0] += 1
      } else if line.hasPrefix("CHAPTER ") {
        isInside = false
      }
    }
    return counts
  }
}
