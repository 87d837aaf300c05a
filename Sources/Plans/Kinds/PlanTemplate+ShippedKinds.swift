extension PlanTemplate {
  /// The documents of the kinds of plans that ship with the program, in the order of their elements.
  public static let shippedKindDocuments = [
    operationDocument, strategicDocument, qapiAnnualDocument, qapiOperatingDocument, performanceDocument,
    riskManagementDocument, equipmentReplacementDocument, automatedCustomerServiceDocument,
    operationalRecoveryDocument, informationSecurityDocument, specialFundingDocument, recruitmentDocument,
    jobActionDocument, culturalCompetenceDocument, civilRightsDocument, recognitionDocument, trainingDocument,
    hazardMitigationDocument, safetyDocument, disasterEvacuationDocument, customerServiceDocument,
    languageAssistanceDocument, outreachDocument,
  ]

  /// The kinds of plans that ship with the program, opened for no year.
  public static let shippedKinds: [PlanTemplate] = shippedKindDocuments.map { document in
    do {
      return try PlanTemplate(document: document)
    } catch {
      fatalError("a kind of plan that ships with the program does not read: \(error)")
    }
  }
}
