import ArgumentParser

struct TrainingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "training",
    abstract: "Training: staff, courses, sessions, completions, and who has what is required (AS.5).",
    subcommands: [],
    groupedSubcommands: [
      CommandGroup(
        name: "Staff and what is required of them",
        subcommands: [
          NaturalGroup<StaffNoun>.self,
          NaturalGroup<StaffAssignmentNoun>.self,
          NaturalGroup<StaffLeaveNoun>.self,
          NaturalGroup<CourseNoun>.self,
          TrainingCourses.self,
          TrainingProposalCommand.self,
          TrainingDuties.self,
          RecordGroup<TrainingRequirementNoun>.self,
          RecordGroup<LocalRequirementNoun>.self,
          NaturalGroup<TrainingWaiverNoun>.self,
        ]),
      CommandGroup(
        name: "Sessions and what was completed",
        subcommands: [
          NaturalGroup<TrainerNoun>.self,
          NaturalGroup<TrainerCertificationNoun>.self,
          NaturalGroup<PublishedTrainerNoun>.self,
          SessionCommand.self,
          EnrolCommand.self,
          WithdrawCommand.self,
          SessionAttend.self,
          SessionEnter.self,
          SheetCommand.self,
          CompletionCommand.self,
          EvaluationCommand.self,
        ]),
      CommandGroup(
        name: "Who has what is required",
        subcommands: [
          ComplianceCommand.self,
          TrainingDueCommand.self,
          TranscriptCommand.self,
          CertificateCommand.self,
          TrainingStatewideCommand.self,
        ]),
      CommandGroup(
        name: "Needs and development",
        subcommands: [
          NeedsCommand.self,
          DevelopmentCommand.self,
          TrainingPlanCommand.self,
          HoursCommand.self,
          NaturalGroup<CriticalSkillNoun>.self,
          NaturalGroup<SkillAssessmentNoun>.self,
          RecordGroup<DevelopmentGoalNoun>.self,
          RecordGroup<RecognitionNoun>.self,
          RecordGroup<WorkerErrorNoun>.self,
          NaturalGroup<ErrorLevelNoun>.self,
        ]),
    ])
}

/// Special training (AS.5.2 task 2).
struct TrainingProposalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposal", abstract: "Training Proposals (the agency), and the department's answers.",
    subcommands: [
      RecordAdd<TrainingProposalNoun>.self, RecordList<TrainingProposalNoun>.self,
      RecordShow<TrainingProposalNoun>.self,
      RecordEdit<TrainingProposalNoun>.self, RecordRemove<TrainingProposalNoun>.self,
      RecordGroup<ProposalAnswerNoun>.self,
    ], defaultSubcommand: RecordAdd<TrainingProposalNoun>.self)
}
