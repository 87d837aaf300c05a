internal import Budgets

/// Money: what agencies plan, report, spend and claim, and what the department allocates and pays.
extension Schema {
  static let budgets: [SyncedTable] = [
    budget, budgetLine, budgetChange, budgetPosition, budgetEquipment, staffingAssumption, reductionOption,
    budgetDisplay, displayStaffing, displayCost, fundingNeed, needDecision, formLine, fundSource, appropriation,
    fiscalSettings, allocationLetter, allocationLine, allocationNotice, advancePayment, advanceAdjustment, claim,
    claimLine, collectionFigure, collectionMonth, fiscalSubmission, fiscalCopyPart, fiscalDecision, ledgerAccount,
    ledgerImport,
    expenditure, closedMonth, expectedMonth, contract, contractAmendment, approvalRequest, approvalAnswer,
    specialFunding, effortEvidence, edpRequest, timeCertification, indirectRate, caseloadCount, audit, auditFinding,
    recordHold,
  ]

  public static let budget = agencyTable("budget", title: "budget", of: Budget.self)

  public static let budgetLine = agencyTable("budget_line", title: "line item of a budget", of: BudgetLine.self)

  public static let budgetChange = agencyTable("budget_change", title: "change of a line item", of: BudgetChange.self)

  public static let budgetPosition = agencyTable(
    "budget_position", title: "positions of a budget", of: BudgetPosition.self)

  public static let budgetEquipment = agencyTable(
    "budget_equipment", title: "equipment of a budget", of: BudgetEquipment.self)

  public static let staffingAssumption = agencyTable(
    "staffing_assumption", title: "staffing assumption", of: StaffingAssumption.self)

  public static let reductionOption = agencyTable(
    "reduction_option", title: "reduction option", of: ReductionOption.self)

  public static let budgetDisplay = agencyTable("budget_display", title: "Budget Display", of: BudgetDisplay.self)

  public static let displayStaffing = agencyTable(
    "display_staffing", title: "staffing of a Budget Display", of: DisplayStaffing.self)

  public static let displayCost = agencyTable("display_cost", title: "cost of a Budget Display", of: DisplayCost.self)

  public static let fundingNeed = agencyTable("funding_need", title: "new funding need", of: FundingNeed.self)

  public static let needDecision = agencyTable(
    "need_decision", title: "decision on a funding need", of: NeedDecision.self, owner: .department)

  /// Written once.
  public static let formLine = statewideTable("form_line", title: "line of a form", of: FormLine.self)

  public static let fundSource = statewideTable("fund_source", title: "fund source", of: FundSource.self)

  public static let appropriation = statewideTable("appropriation", title: "appropriation", of: Appropriation.self)

  public static let fiscalSettings = statewideTable(
    "fiscal_settings", title: "fiscal settings", of: FiscalSettings.self)

  /// Written once.
  public static let allocationLetter = agencyTable(
    "allocation_letter", title: "allocation letter", of: AllocationLetter.self, owner: .department)

  /// Written once.
  public static let allocationLine = agencyTable(
    "allocation_line", title: "line of an allocation letter", of: AllocationLine.self, owner: .department)

  public static let allocationNotice = agencyTable(
    "allocation_notice", title: "notice of insufficient allocation", of: AllocationNotice.self)

  public static let advancePayment = agencyTable(
    "advance_payment", title: "advance", of: AdvancePayment.self, owner: .department)

  public static let advanceAdjustment = agencyTable(
    "advance_adjustment", title: "adjustment of advances", of: AdvanceAdjustment.self, owner: .department)

  public static let claim = agencyTable("claim", title: "claim", of: Claim.self)

  public static let claimLine = agencyTable("claim_line", title: "line of a claim", of: ClaimLine.self)

  public static let collectionFigure = agencyTable(
    "collection_figure", title: "figure of collections", of: CollectionFigure.self)

  public static let collectionMonth = agencyTable(
    "collection_month", title: "month of collections", of: CollectionMonth.self)

  /// Written once.
  public static let fiscalSubmission = agencyTable(
    "fiscal_submission", title: "submission of a budget or claim", of: FiscalSubmission.self)

  /// Written once, with its submission.
  public static let fiscalCopyPart = agencyTable(
    "fiscal_copy_part", title: "part of a copy", of: FiscalCopyPart.self)

  /// Written once.
  public static let fiscalDecision = agencyTable(
    "fiscal_decision", title: "decision on a budget or claim", of: FiscalDecision.self, owner: .department)

  public static let ledgerAccount = agencyTable("ledger_account", title: "ledger account", of: LedgerAccount.self)

  public static let ledgerImport = agencyTable("ledger_import", title: "import of a ledger", of: LedgerImport.self)

  public static let expenditure = agencyTable("expenditure", title: "expenditure", of: Expenditure.self)

  /// Written once.
  public static let closedMonth = agencyTable("closed_month", title: "closed month", of: ClosedMonth.self)

  public static let expectedMonth = agencyTable("expected_month", title: "expected month", of: ExpectedMonth.self)

  public static let contract = agencyTable("contract", title: "contract", of: Contract.self)

  public static let contractAmendment = agencyTable(
    "contract_amendment", title: "amendment of a contract", of: ContractAmendment.self)

  public static let approvalRequest = agencyTable(
    "approval_request", title: "approval asked for", of: ApprovalRequest.self)

  public static let approvalAnswer = agencyTable(
    "approval_answer", title: "answer to an approval", of: ApprovalAnswer.self, owner: .department)

  public static let specialFunding = agencyTable(
    "special_funding", title: "special funding agreement", of: SpecialFunding.self)

  public static let effortEvidence = agencyTable(
    "effort_evidence", title: "evidence of effort", of: EffortEvidence.self)

  public static let edpRequest = agencyTable("edp_request", title: "EDP planning request", of: EDPRequest.self)

  public static let timeCertification = agencyTable(
    "time_certification", title: "time certification", of: TimeCertification.self)

  public static let indirectRate = agencyTable("indirect_rate", title: "indirect cost rate", of: IndirectRate.self)

  public static let caseloadCount = agencyTable("caseload_count", title: "caseload count", of: CaseloadCount.self)

  public static let audit = agencyTable("audit", title: "audit", of: Audit.self)

  public static let auditFinding = agencyTable("audit_finding", title: "finding of an audit", of: AuditFinding.self)

  public static let recordHold = agencyTable("record_hold", title: "hold on records", of: RecordHold.self)
}
