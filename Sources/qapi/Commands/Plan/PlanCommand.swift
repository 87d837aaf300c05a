import ArgumentParser

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Write performance management plans, and plans of other kinds.",
    subcommands: [
      PlanNew.self, PlanKinds.self, PlanList.self, PlanShow.self, PlanEdit.self, PlanUpdate.self, PlanCheckCommand.self,
      PlanApprove.self, PlanSubmit.self, PlanAccept.self, PlanReturn.self, PlanClose.self, PlanCommentCommand.self,
      PlanAnswerCommand.self, PlanComments.self, PlanCompare.self, PlanOverview.self, PlanAdopt.self,
      PlanExport.self, PlanImport.self, PlanCopyCommand.self,
    ])
}
