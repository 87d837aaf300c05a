private import Foundation
internal import Yams

/// A YAML document as a tree of texts, lists and mappings, each with its line.
///
/// Only what people need is let in: one document, keys that are texts, no anchors, aliases or tags. Every scalar is a text:
/// `no`, `1.10` and `2023-09-15` stay what was written.
package indirect enum DocumentNode: Sendable {
  case text(String, line: Int)
  case list([DocumentNode], line: Int)
  case mapping([Entry], line: Int)

  package struct Entry: Sendable {
    package let key: String
    package let line: Int
    package let value: DocumentNode
  }

  package var line: Int {
    switch self {
    case .text(_, let line), .list(_, let line), .mapping(_, let line): line
    }
  }

  /// 4 MiB: far above any plan, far below what hurts.
  package static let byteLimit = 4 * 1024 * 1024
  private static let depthLimit = 16

  /// Reads a document.
  ///
  /// - Parameter document: UTF-8; a byte order mark in front and CRLF line ends are accepted.
  package init(reading document: String, at path: DocumentPath) throws(DocumentError) {
    var text = document
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    try Self.refuseUnreadable(text, at: path)
    // The parser keeps a pointer to the text's bytes: a last comment makes sure that they are on the heap, not inside a
    // short string.
    text += "\n# The end of the document.\n"
    text.makeContiguousUTF8()
    do {
      // Anchors are held weakly by the nodes and strongly by the parser: it must outlive the look at them.
      let parser = try Parser(yaml: text, encoding: .utf8)
      defer { withExtendedLifetime(parser) {} }
      guard let root = try parser.singleRoot() else { throw Self.empty(at: path) }
      self = try Self.converted(root, at: path, depth: 0)
    } catch let error as DocumentError {
      throw error
    } catch let error as YamlError {
      throw Self.error(from: error, at: path)
    } catch {
      throw DocumentError(
        line: nil, place: path.description, problem: "the document cannot be read", next: "check that it is YAML")
    }
  }

  private static func refuseUnreadable(_ text: String, at path: DocumentPath) throws(DocumentError) {
    guard text.utf8.count <= byteLimit else {
      throw DocumentError(
        line: nil, place: path.description, problem: "the document is larger than 4 MiB", next: "shorten its texts")
    }
    var line = 1
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": line += 1
      case "\t", "\r": continue
      default:
        guard RecordText.isControl(scalar) || scalar.value == 0xFFFE || scalar.value == 0xFFFF else { continue }
        throw DocumentError(
          line: line, place: path.description, problem: "this line has a control character in it", next: "delete it")
      }
    }
  }

  private static func converted(_ node: Node, at path: DocumentPath, depth: Int) throws(DocumentError) -> DocumentNode {
    let line = node.mark?.line ?? 1
    func refusal(_ problem: String, next: String) -> DocumentError {
      DocumentError(line: line, place: path.description, problem: problem, next: next)
    }
    guard depth < depthLimit else { throw refusal("lists stand too deep in one another", next: "check the indents") }
    guard node.anchor == nil, ["", "!", Tag.Name.str.rawValue].contains(writtenTag(of: node)) else {
      throw refusal(
        "YAML anchors, aliases and tags are not used here", next: "write a text that begins with & or ! in quotes")
    }
    switch node {
    case .scalar(let scalar):
      return .text(scalar.string, line: line)
    case .sequence(let sequence):
      var nodes: [DocumentNode] = []
      for inner in sequence { nodes.append(try converted(inner, at: path, depth: depth + 1)) }
      return .list(nodes, line: line)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        guard case .scalar(let scalar) = key, key.anchor == nil else {
          throw refusal("a key is not a word", next: "write keys as they are in the comments at the top")
        }
        entries.append(
          Entry(
            key: scalar.string, line: scalar.mark?.line ?? line,
            value: try converted(value, at: path, depth: depth + 1)))
      }
      return .mapping(entries, line: line)
    case .alias:
      throw refusal("YAML aliases are not used here", next: "write the text itself")
    }
  }

  /// The tag that stands in the document; quotes count as the tag of texts. (`Node.tag` would guess from the content.)
  private static func writtenTag(of node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.tag.rawValue
    case .sequence(let sequence): sequence.tag.rawValue
    case .mapping(let mapping): mapping.tag.rawValue
    case .alias: ""
    }
  }

  private static func empty(at path: DocumentPath) -> DocumentError {
    DocumentError(
      line: nil, place: path.description, problem: "the document is empty", next: "open it again to start over")
  }

  /// Yams' errors quote the document; only the problem and its line are taken over.
  private static func error(from error: YamlError, at path: DocumentPath) -> DocumentError {
    let advice = "check the indent; put a text with \": \" or \" #\" in it in quotes, or below its key after \"|\""
    func refusal(_ line: Int?, _ problem: String, next: String = advice) -> DocumentError {
      DocumentError(line: line, place: path.description, problem: problem, next: next)
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      // The parser does not say that it means a tab.
      let isTab = problem.contains("cannot start any token")
      return isTab
        ? refusal(
          mark.line, "a tab, or a sign that means something in YAML, stands where a value begins",
          next: "use spaces for the indent, and put a text that begins with @, %, or ` in quotes")
        : refusal(mark.line, "this is not YAML (\(problem))")
    case .composer(_, let problem, let mark, _):
      return refusal(mark.line, "this cannot be read (\(problem))", next: "keep one document, without aliases")
    case .duplicatedKeysInMapping(_, let context):
      return refusal(
        context.mark.line, "a key stands twice in one entry", next: "delete one, or begin a new entry with \"- \"")
    default:
      return refusal(nil, "the document cannot be read", next: "check that it is YAML in UTF-8")
    }
  }
}
