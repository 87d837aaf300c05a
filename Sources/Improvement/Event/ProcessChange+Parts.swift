/// What a planned change consists of (IOP.3.1 task 1).
extension ProcessChange {
  /// The five parts, in their order, with what is written of each.
  public var parts: [(title: String, text: String)] {
    [
      ("analysis of present practice", analysis), ("design", design), ("implementation plan", implementation),
      ("training and tools", training), ("monitoring", monitoring),
    ]
  }

  /// The parts of which nothing is written yet.
  public var missingParts: [String] { parts.filter(\.text.isEmpty).map(\.title) }

  public var isOver: Bool { !done.isEmpty }
}
