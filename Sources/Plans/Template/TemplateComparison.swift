public import Records

/// What differs between two template documents, in words: key by key, entries matched by their numbers and names. Comments
/// and layout are no difference.
///
/// It compares the documents and not the values, so that no key of the language can be forgotten.
public enum TemplateComparison {
  public struct Change: Hashable, Sendable {
    /// "goal 2 · objective 1 · title".
    public let place: String
    /// Empty if it was not there.
    public let was: String
    /// Empty if it is gone.
    public let now: String
  }

  /// - Parameters:
  ///   - old: a template document.
  ///   - new: another; usually a later version of it.
  /// - Returns: in the order of the old document, what is new in its list last. The version itself is not in it.
  public static func changes(from old: String, to new: String) throws(DocumentError) -> [Change] {
    let root = DocumentPath(root: "template")
    let before = try DocumentNode(reading: old, at: root)
    let after = try DocumentNode(reading: new, at: root)
    return changes(before, after, at: [], key: "").filter { $0.place != "version" }
  }

  private static func changes(
    _ old: DocumentNode?, _ new: DocumentNode?, at place: [String], key: String
  ) -> [Change] {
    switch (old, new) {
    case (.mapping(let before, _)?, .mapping(let after, _)?):
      let names = before.map(\.key) + after.map(\.key).filter { name in !before.contains { $0.key == name } }
      return names.flatMap { name in
        changes(
          before.first { $0.key == name }?.value, after.first { $0.key == name }?.value, at: place + [shown(name)],
          key: name)
      }
    case (.list(let before, _)?, .list(let after, _)?): return changes(before, after, at: place, key: key)
    default:
      let (was, now) = (old.map(words) ?? "", new.map(words) ?? "")
      return was == now ? [] : [Change(place: place.joined(separator: " · "), was: was, now: now)]
    }
  }

  private static func changes(
    _ before: [DocumentNode], _ after: [DocumentNode], at place: [String], key: String
  ) -> [Change] {
    let old = named(before, of: key)
    let new = named(after, of: key)
    // The name of the list says nothing that the names of its entries do not.
    let above = place.dropLast()
    func isText(_ node: DocumentNode) -> Bool { if case .text = node { true } else { false } }
    var result = old.flatMap { name, node -> [Change] in
      let counterpart = new.first { $0.name == name }?.node
      return changes(node, counterpart, at: isText(node) ? place : above + [name], key: "")
    }
    result += new.filter { entry in !old.contains { $0.name == entry.name } }.flatMap { name, node in
      changes(nil, node, at: isText(node) ? place : above + [name], key: "")
    }
    let oldOrder = old.map(\.name).filter { name in new.contains { $0.name == name } }
    let newOrder = new.map(\.name).filter { name in old.contains { $0.name == name } }
    if oldOrder != newOrder {
      result.append(
        Change(
          place: (place + ["order"]).joined(separator: " · "), was: oldOrder.joined(separator: ", "),
          now: newOrder.joined(separator: ", ")))
    }
    return result
  }

  /// The keys that tell the entries of a list apart.
  private static let names: [String: [String]] = [
    "goals": ["goal"], "objectives": ["objective"], "strategies": ["strategy"], "measures": ["measure"],
    "indicators": ["indicator"], "initiatives": ["initiative"], "quarters": ["quarter"],
    "columns": ["group", "label"], "plan": ["part", "text", "origin"], "block": ["part", "text", "origin"],
    "goal": ["part", "text", "origin"], "end": ["part", "text", "origin"], "demands": ["needs", "name", "goal"],
  ]

  /// Each entry with its name, "goal 2"; what stands there twice is counted.
  private static func named(_ nodes: [DocumentNode], of list: String) -> [(name: String, node: DocumentNode)] {
    var seen: [String: Int] = [:]
    return nodes.map { node in
      var name = words(node)
      if case .mapping(let entries, _) = node, let keys = names[list] {
        let parts = keys.compactMap { key in
          entries.first { $0.key == key }.map {
            keys.count == 1 || key == "goal" ? "\(key) \(words($0.value))" : words($0.value)
          }
        }
        let kind = ["columns": "column ", "demands": "demand "][list] ?? ""
        name = kind + parts.joined(separator: " ")
      }
      seen[name, default: 0] += 1
      return (seen[name] == 1 ? name : "\(name) (\(seen[name] ?? 0))", node)
    }
  }

  private static func shown(_ key: String) -> String { key.replacing("_", with: " ") }

  /// A node on one line.
  private static func words(_ node: DocumentNode) -> String {
    switch node {
    case .text(let text, _): RecordText.shown(RecordText.normalised(text))
    case .list(let nodes, _): nodes.map(words).joined(separator: "; ")
    case .mapping(let entries, _): entries.map { "\(shown($0.key)) \(words($0.value))" }.joined(separator: ", ")
    }
  }
}
