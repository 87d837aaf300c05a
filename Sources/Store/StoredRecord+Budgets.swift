public import Budgets

extension Budget: StoredRecord {
  public static var table: SyncedTable { Schema.budget }
}
extension BudgetLine: StoredRecord {
  public static var table: SyncedTable { Schema.budgetLine }
}
extension BudgetChange: StoredRecord {
  public static var table: SyncedTable { Schema.budgetChange }
}
extension BudgetPosition: StoredRecord {
  public static var table: SyncedTable { Schema.budgetPosition }
}
extension BudgetEquipment: StoredRecord {
  public static var table: SyncedTable { Schema.budgetEquipment }
}
extension StaffingAssumption: StoredRecord {
  public static var table: SyncedTable { Schema.staffingAssumption }
}
extension ReductionOption: StoredRecord {
  public static var table: SyncedTable { Schema.reductionOption }
}
extension BudgetDisplay: StoredRecord {
  public static var table: SyncedTable { Schema.budgetDisplay }
}
extension DisplayStaffing: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.displayStaffing }
}
extension DisplayCost: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.displayCost }
}
extension FundingNeed: StoredRecord {
  public static var table: SyncedTable { Schema.fundingNeed }
}
extension NeedDecision: StoredRecord {
  public static var table: SyncedTable { Schema.needDecision }
}
extension FormLine: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.formLine }
}
extension FundSource: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.fundSource }
}
extension Appropriation: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.appropriation }
}
extension FiscalSettings: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.fiscalSettings }
}
extension AllocationLetter: StoredRecord {
  public static var table: SyncedTable { Schema.allocationLetter }
}
extension AllocationLine: StoredRecord {
  public static var table: SyncedTable { Schema.allocationLine }
}
extension AllocationNotice: StoredRecord {
  public static var table: SyncedTable { Schema.allocationNotice }
}
extension AdvancePayment: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.advancePayment }
}
extension AdvanceAdjustment: StoredRecord {
  public static var table: SyncedTable { Schema.advanceAdjustment }
}
extension Claim: StoredRecord {
  public static var table: SyncedTable { Schema.claim }
}
extension ClaimLine: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.claimLine }
}
extension CollectionFigure: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.collectionFigure }
}
extension CollectionMonth: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.collectionMonth }
}
extension FiscalSubmission: StoredRecord {
  public static var table: SyncedTable { Schema.fiscalSubmission }
}
extension FiscalCopyPart: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.fiscalCopyPart }
}
extension FiscalDecision: StoredRecord {
  public static var table: SyncedTable { Schema.fiscalDecision }
}
extension LedgerAccount: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.ledgerAccount }
}
extension LedgerImport: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.ledgerImport }
}
extension Expenditure: StoredRecord {
  public static var table: SyncedTable { Schema.expenditure }
}
extension ClosedMonth: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.closedMonth }
}
extension ExpectedMonth: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.expectedMonth }
}
extension Contract: StoredRecord {
  public static var table: SyncedTable { Schema.contract }
}
extension ContractAmendment: StoredRecord {
  public static var table: SyncedTable { Schema.contractAmendment }
}
extension ApprovalRequest: StoredRecord {
  public static var table: SyncedTable { Schema.approvalRequest }
}
extension ApprovalAnswer: StoredRecord {
  public static var table: SyncedTable { Schema.approvalAnswer }
}
extension SpecialFunding: StoredRecord {
  public static var table: SyncedTable { Schema.specialFunding }
}
extension EffortEvidence: StoredRecord {
  public static var table: SyncedTable { Schema.effortEvidence }
}
extension EDPRequest: StoredRecord {
  public static var table: SyncedTable { Schema.edpRequest }
}
extension TimeCertification: StoredRecord {
  public static var table: SyncedTable { Schema.timeCertification }
}
extension IndirectRate: StoredRecord {
  public static var table: SyncedTable { Schema.indirectRate }
}
extension CaseloadCount: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.caseloadCount }
}
extension Audit: StoredRecord {
  public static var table: SyncedTable { Schema.audit }
}
extension AuditFinding: StoredRecord {
  public static var table: SyncedTable { Schema.auditFinding }
}
extension RecordHold: StoredRecord {
  public static var table: SyncedTable { Schema.recordHold }
}
