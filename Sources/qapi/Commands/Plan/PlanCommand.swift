import ArgumentParser

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Write performance management plans.",
    subcommands: [
      PlanNew.self, PlanList.self, PlanShow.self, PlanEdit.self, PlanUpdate.self, PlanCheckCommand.self,
      PlanApprove.self, PlanSubmit.self, PlanAccept.self, PlanReturn.self, PlanClose.self, PlanCommentCommand.self,
      PlanAnswerCommand.self, PlanComments.self, PlanCompare.self, PlanOverview.self, PlanAdopt.self,
      PlanExport.self, PlanImport.self, PlanCopyCommand.self,
    ])
}
