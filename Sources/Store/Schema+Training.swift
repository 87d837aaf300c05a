internal import Training

/// Training: staff, what is required of them, sessions, and what they completed.
extension Schema {
  static let training: [SyncedTable] = [
    staffMember, staffAssignment, staffLeave, trainingCourse, trainingProposal, proposalAnswer, trainingRequirement,
    localRequirement, trainingWaiver, trainer, trainerCertification, publishedTrainer, trainingSession,
    sessionEnrolment, staffTranscript, completion, trainingEvaluation, criticalSkill, skillAssessment, developmentGoal,
    recognition, workerErrorCount, errorLevel,
  ]

  public static let staffMember = agencyTable("staff_member", title: "member of staff", of: StaffMember.self)

  public static let staffAssignment = agencyTable("staff_assignment", title: "assignment", of: StaffAssignment.self)

  public static let staffLeave = agencyTable("staff_leave", title: "leave", of: StaffLeave.self)

  public static let trainingCourse = statewideTable("training_course", title: "course", of: Course.self)

  public static let trainingProposal = agencyTable(
    "training_proposal", title: "Training Proposal", of: TrainingProposal.self)

  public static let proposalAnswer = agencyTable(
    "proposal_answer", title: "answer to a Training Proposal", of: ProposalAnswer.self, owner: .department)

  public static let trainingRequirement = statewideTable(
    "training_requirement", title: "requirement", of: TrainingRequirement.self)

  public static let localRequirement = agencyTable(
    "local_requirement", title: "requirement of the agency", of: LocalRequirement.self)

  public static let trainingWaiver = agencyTable("training_waiver", title: "waiver", of: TrainingWaiver.self)

  public static let trainer = agencyTable("trainer", title: "trainer", of: Trainer.self)

  public static let trainerCertification = agencyTable(
    "trainer_certification", title: "certification", of: TrainerCertification.self)

  public static let publishedTrainer = statewideTable(
    "published_trainer", title: "trainer through DCSS", of: PublishedTrainer.self)

  public static let trainingSession = agencyTable("training_session", title: "session", of: TrainingSession.self)

  public static let sessionEnrolment = agencyTable("session_enrolment", title: "enrolment", of: Enrolment.self)

  public static let staffTranscript = agencyTable("staff_transcript", title: "transcript", of: Transcript.self)

  public static let completion = agencyTable("completion", title: "completion", of: Completion.self)

  public static let trainingEvaluation = agencyTable(
    "training_evaluation", title: "evaluation", of: TrainingEvaluation.self)

  public static let criticalSkill = agencyTable("critical_skill", title: "critical skill", of: CriticalSkill.self)

  public static let skillAssessment = agencyTable(
    "skill_assessment", title: "skill assessment", of: SkillAssessment.self)

  public static let developmentGoal = agencyTable(
    "development_goal", title: "development goal", of: DevelopmentGoal.self)

  public static let recognition = agencyTable("recognition", title: "recognition", of: Recognition.self)

  public static let workerErrorCount = agencyTable(
    "worker_error_count", title: "count of worker errors", of: WorkerErrorCount.self)

  public static let errorLevel = statewideTable(
    "error_level", title: "acceptable level of worker errors", of: ErrorLevel.self)
}
