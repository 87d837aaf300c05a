/// A column that holds what names another record of the same agency: its id, or its code.
public struct RowReference: Hashable, Sendable {
  public let table: SyncedTable
  public let column: String
  public let target: SyncedTable
  /// Whether the column may be empty.
  public let isOptional: Bool

  init(_ table: SyncedTable, _ column: String, to target: SyncedTable, isOptional: Bool = false) {
    self.table = table
    self.column = column
    self.target = target
    self.isOptional = isOptional
  }
}

extension Schema {
  /// Which record hangs on which. What is entered must name a record that is there; after a merge a record whose target is
  /// gone is a finding, and no error.
  public static let references: [RowReference] = [
    RowReference(reviewResult, "review", to: caseReview),
    RowReference(reviewItem, "review", to: caseReview),
    RowReference(reviewFinding, "review", to: caseReview),
    RowReference(reviewFinding, "action", to: correctiveAction, isOptional: true),
    RowReference(rootCause, "action", to: correctiveAction),
    RowReference(actionStep, "action", to: correctiveAction),
    RowReference(actionProgress, "action", to: correctiveAction),
    RowReference(actionProgress, "step", to: actionStep, isOptional: true),
    RowReference(reassessment, "action", to: correctiveAction),
    RowReference(reassessment, "review", to: caseReview, isOptional: true),
    RowReference(actionMonitoring, "action", to: correctiveAction),
    RowReference(eventAnswer, "event", to: exceptionalEvent),
    RowReference(oversightFinding, "review", to: oversightReview),
    RowReference(oversightAnswer, "finding", to: oversightFinding),
    RowReference(oversightAnswer, "action", to: correctiveAction, isOptional: true),
    RowReference(budgetLine, "budget", to: budget),
    RowReference(budgetChange, "line", to: budgetLine),
    RowReference(budgetPosition, "budget", to: budget),
    RowReference(budgetPosition, "line", to: budgetLine, isOptional: true),
    RowReference(budgetEquipment, "budget", to: budget),
    RowReference(budgetEquipment, "line", to: budgetLine, isOptional: true),
    RowReference(staffingAssumption, "budget", to: budget),
    RowReference(reductionOption, "budget", to: budget),
    RowReference(displayStaffing, "display", to: budgetDisplay),
    RowReference(displayCost, "display", to: budgetDisplay),
    RowReference(fundingNeed, "display", to: budgetDisplay, isOptional: true),
    RowReference(needDecision, "need", to: fundingNeed),
    RowReference(needDecision, "line", to: allocationLine, isOptional: true),
    RowReference(allocationLetter, "supersedes", to: allocationLetter, isOptional: true),
    RowReference(allocationLine, "letter", to: allocationLetter),
    RowReference(claim, "prior", to: claim, isOptional: true),
    RowReference(claimLine, "claim", to: claim),
    RowReference(fiscalCopyPart, "submission", to: fiscalSubmission),
    RowReference(fiscalDecision, "submission", to: fiscalSubmission),
    RowReference(allocationNotice, "letter", to: allocationLetter, isOptional: true),
    RowReference(contract, "budget", to: budget, isOptional: true),
    RowReference(contract, "line", to: budgetLine, isOptional: true),
    RowReference(contractAmendment, "contract", to: contract),
    RowReference(approvalRequest, "contract", to: contract, isOptional: true),
    RowReference(approvalRequest, "amendment", to: contractAmendment, isOptional: true),
    RowReference(approvalAnswer, "request", to: approvalRequest),
    RowReference(auditFinding, "audit", to: audit),
    RowReference(recordHold, "audit", to: audit, isOptional: true),
    RowReference(effortEvidence, "agreement", to: specialFunding, isOptional: true),
    RowReference(expenditure, "corrects", to: expenditure, isOptional: true),
    RowReference(staffAssignment, "staff", to: staffMember),
    RowReference(staffAssignment, "supervisor", to: staffMember, isOptional: true),
    RowReference(staffLeave, "staff", to: staffMember),
    RowReference(proposalAnswer, "proposal", to: trainingProposal),
    RowReference(trainingWaiver, "staff", to: staffMember),
    RowReference(trainer, "staff", to: staffMember, isOptional: true),
    RowReference(trainerCertification, "trainer", to: trainer),
    RowReference(trainingSession, "joined", to: trainingSession, isOptional: true),
    RowReference(sessionEnrolment, "session", to: trainingSession),
    RowReference(sessionEnrolment, "staff", to: staffMember),
    RowReference(staffTranscript, "staff", to: staffMember),
    RowReference(completion, "staff", to: staffMember),
    RowReference(completion, "transcript", to: staffTranscript, isOptional: true),
    RowReference(trainingEvaluation, "session", to: trainingSession, isOptional: true),
    RowReference(skillAssessment, "staff", to: staffMember),
    RowReference(skillAssessment, "skill", to: criticalSkill),
    RowReference(developmentGoal, "staff", to: staffMember),
    RowReference(recognition, "staff", to: staffMember),
  ]

  /// The columns of a table that name other records, the one that it belongs to first.
  public static func references(of table: SyncedTable) -> [RowReference] { references.filter { $0.table == table } }

  /// The columns of other tables that name records of a table.
  public static func references(to table: SyncedTable) -> [RowReference] { references.filter { $0.target == table } }
}
