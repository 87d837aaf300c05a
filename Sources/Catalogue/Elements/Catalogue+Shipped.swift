extension Catalogue {
  /// The texts that ship with the program, in the order of the manual's chapters.
  static let shippedTexts = [
    leadershipAndOrganization, caseManagement, financialManagement, customerService, administrativeServices,
    improvingPerformance,
  ]

  /// The catalogue of the program.
  ///
  /// - Source: the QAPI manual of October 2002, chapters 3 to 8; `Catalogue.docc` lists where we depart from it.
  public static let shipped: Catalogue = {
    do {
      return try Catalogue(reading: shippedTexts)
    } catch {
      fatalError("the catalogue that ships with the program does not read: \(error)")
    }
  }()

  private static let elementsByCode = Dictionary(uniqueKeysWithValues: shipped.elements.map { ($0.code, $0) })

  /// The element of the shipped catalogue with this code, in the catalogue's spelling.
  public static func shippedElement(_ code: String) -> Element? { elementsByCode[code] }
}
