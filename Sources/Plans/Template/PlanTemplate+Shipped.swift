extension PlanTemplate {
  /// The documents of the templates that ship with the program, as they are stored and published, the newest cycle first.
  public static let shippedDocuments = [
    pmpFFY2024Document, pmpFFY2019Document, pmpFFY2017Document, qapiFFY2004Document,
  ]

  /// The templates that ship with the program.
  public static let shipped: [PlanTemplate] = shippedDocuments.map { document in
    do {
      return try PlanTemplate(document: document)
    } catch {
      fatalError("a template that ships with the program does not read: \(error)")
    }
  }

  /// Performance Management Plan, FFY 2023-24.
  public static var pmpFFY2024: PlanTemplate { shipped[0] }
  /// Performance Management Plan, FFY 2019.
  public static var pmpFFY2019: PlanTemplate { shipped[1] }
  /// Performance Management Plan, FFY 2017.
  public static var pmpFFY2017: PlanTemplate { shipped[2] }
  /// QAPI plan update, FFY 2004.
  public static var qapiFFY2004: PlanTemplate { shipped[3] }
}
