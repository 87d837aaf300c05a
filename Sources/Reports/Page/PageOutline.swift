extension Page {
  struct OutlineEntry {
    let title: String
    /// 1 for a section of the page itself.
    let depth: Int
  }

  /// All sections, in the order in which they stand.
  var outline: [OutlineEntry] { Self.outline(of: blocks, depth: 1) }

  private static func outline(of blocks: [Block], depth: Int) -> [OutlineEntry] {
    blocks.flatMap { block -> [OutlineEntry] in
      guard case .section(let title, let inner) = block else { return [] }
      return [OutlineEntry(title: title, depth: depth)] + outline(of: inner, depth: depth + 1)
    }
  }
}
