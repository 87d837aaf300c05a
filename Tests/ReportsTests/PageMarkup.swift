/// What stands in a rendered page, read back for tests: its tags in order, well nested or not.
struct PageMarkup {
  struct Tag {
    let name: String
    let attributes: [String: String]
    let isClosing: Bool
    /// Names of the elements around it.
    let path: [String]
    /// Up to the next tag.
    let text: String
  }

  private(set) var tags: [Tag] = []
  /// What is not well nested.
  private(set) var faults: [String] = []

  static let void: Set<String> = ["meta", "br", "col", "line", "rect", "circle", "path"]

  init(_ html: String) {
    var path: [String] = []
    // Attribute values hold no ">": the renderer escapes it.
    for match in html.matches(of: /<(\/?)([a-zA-Z0-9!]+)((?: [^>]*)?)>([^<]*)/) {
      let (isClosing, name) = (!match.1.isEmpty, String(match.2))
      if name == "!doctype" { continue }
      if isClosing {
        if path.last == name { path.removeLast() } else { faults.append("</\(name)> in \(path)") }
      }
      var attributes: [String: String] = [:]
      for attribute in match.3.matches(of: /([a-zA-Z0-9:-]+)="([^"]*)"/) {
        if attributes.updateValue(String(attribute.2), forKey: String(attribute.1)) != nil {
          faults.append("\(attribute.1) twice in \(name)")
        }
      }
      tags.append(
        Tag(name: name, attributes: attributes, isClosing: isClosing, path: path, text: String(match.4)))
      if !isClosing && !Self.void.contains(name) { path.append(name) }
    }
    if !path.isEmpty { faults.append("never closed: \(path)") }
  }

  var opening: [Tag] { tags.filter { !$0.isClosing } }

  func all(_ names: String...) -> [Tag] { opening.filter { names.contains($0.name) } }

  /// The tags from each opening tag of a name to its end; elements of that name do not nest.
  func elements(_ name: String) -> [[Tag]] {
    var result: [[Tag]] = []
    var isInside = false
    for tag in tags {
      if tag.name == name && !tag.isClosing {
        isInside = true
        result.append([])
      }
      if isInside { result[result.count - 1].append(tag) }
      if tag.name == name && tag.isClosing { isInside = false }
    }
    return result
  }
}
