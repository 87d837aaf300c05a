import ArgumentParser

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Write performance management plans.",
    subcommands: [
      PlanNew.self, PlanList.self, PlanShow.self, PlanEdit.self, PlanCheckCommand.self, PlanSubmit.self,
      PlanCompare.self,
      PlanUpdate.self, PlanExport.self, PlanImport.self, PlanCopyCommand.self,
    ])
}
