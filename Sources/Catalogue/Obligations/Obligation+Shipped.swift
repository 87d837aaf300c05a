extension Obligation {
  /// All rows, in the order of their areas, elements and numbers.
  public static let all: [Obligation] = shippedTexts.flatMap { text in
    do {
      return try ObligationText.read(text)
    } catch {
      fatalError("obligations that ship with the program do not read: \(error)")
    }
  }

  /// The row of an id; nil if there is none.
  public static func named(_ id: String) -> Obligation? { byID[id] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  static let shippedTexts = [
    obligationsLO, obligationsCM12, obligationsCM34, obligationsFM, obligationsCSS, obligationsAS1, obligationsAS2,
    obligationsAS34, obligationsAS56, obligationsIOP12, obligationsIOP34,
  ]
}
