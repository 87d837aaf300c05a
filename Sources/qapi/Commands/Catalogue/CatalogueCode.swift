import Catalogue

/// A code of the catalogue as a person types it.
enum CatalogueCode {
  /// - Parameter consequence: what else there is to say of the error: "; nothing was changed" where something is written.
  /// - Throws: `Failure` with the nearest codes.
  static func entry(_ text: String, _ consequence: String = "") throws -> Catalogue.Entry {
    if let entry = Catalogue.shipped.entry(text) { return entry }
    let nearest = Catalogue.shipped.nearest(to: text).map { "\($0.code) \($0.title)" }
    throw Failure.usage(
      "the catalogue has no code \(Shown.line(text, limit: 40))\(consequence)",
      next: "the nearest are: \(nearest.joined(separator: "; ")); `qapi catalogue list` has all")
  }

  static func element(_ text: String, _ consequence: String = "") throws -> Catalogue.Element {
    let entry = try entry(text, consequence)
    guard case .element(let element) = entry else {
      throw Failure.usage(
        "\(entry.code) is a \(entry.kind), and no element\(consequence)",
        next: "name one of its elements; `qapi catalogue list \(entry.code)` has them")
    }
    return element
  }

  /// The elements of a code, or all; for options that narrow a list.
  static func elements(_ text: String?) throws -> [Catalogue.Element] {
    try text.map { try entry($0).elements } ?? Catalogue.shipped.elements
  }
}
