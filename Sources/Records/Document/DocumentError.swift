/// Why a document that a person wrote cannot be taken, where, and what to do. It never holds what the person wrote, only
/// names of keys.
public struct DocumentError: Error, Hashable, Sendable {
  /// Line of the document, from 1; nil if no single line is to blame.
  public let line: Int?
  /// Where in the document, in words: "block 2 · tactic 1 · leads".
  public let place: String
  public let problem: String
  public let next: String

  package init(line: Int?, place: String, problem: String, next: String) {
    self.line = line
    self.place = place
    self.problem = problem
    self.next = next
  }
}

extension DocumentError: CustomStringConvertible {
  /// `line 12, block 2 · tactic 1 · leads: … Next: …`
  public var description: String {
    let whereabouts = line.map { "line \($0), \(place)" } ?? place
    return "\(whereabouts): \(problem). Next: \(next)."
  }
}

/// Everything that is wrong with a document, in its order. What is no YAML, or has no list where one belongs, hides what
/// stands below it.
public struct DocumentErrors: Error, Hashable, Sendable {
  /// At least one.
  public let errors: [DocumentError]

  package init(_ errors: [DocumentError]) {
    self.errors = errors.enumerated().sorted { left, right in
      (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
    }.map(\.element)
  }
}

/// A place in a document, in words.
package struct DocumentPath: Hashable, Sendable {
  private let words: [String]

  package init(root: String) { words = [root] }

  private init(_ words: [String]) { self.words = words }

  package func at(_ word: String) -> DocumentPath { DocumentPath(words + [word]) }

  /// `plan` alone, or the words below it.
  package var description: String { (words.count > 1 ? words.dropFirst() : words[...]).joined(separator: " · ") }
}
