extension PlanTemplate {
  /// The documents of the templates that ship with the program, as they are stored and published.
  public static let shippedDocuments: [String] = [pmpFFY2024Document]

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
}
