import ArgumentParser

struct FiscalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fiscal",
    abstract: "What belongs to money besides budgets and claims: statewide figures, agreements, records (AS.2).",
    subcommands: [
      FiscalStatewide.self,
      ContractCommand.self,
      FiscalContracts.self,
      ApprovalCommand.self,
      RecordGroup<SpecialFundingNoun>.self,
      RecordGroup<EffortEvidenceNoun>.self,
      RecordGroup<EDPRequestNoun>.self,
      RecordGroup<TimeCertificationNoun>.self,
      RecordGroup<IndirectRateNoun>.self,
      NaturalGroup<CaseloadNoun>.self,
      FiscalRatio.self,
      FiscalAuditCommand.self,
      RecordGroup<RecordHoldNoun>.self,
      FiscalRetention.self,
    ])
}
