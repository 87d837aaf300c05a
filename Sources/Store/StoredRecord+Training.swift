public import Training

extension StaffMember: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.staffMember }
}
extension StaffAssignment: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.staffAssignment }
}
extension StaffLeave: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.staffLeave }
}
extension Course: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.trainingCourse }
}
extension TrainingProposal: StoredRecord {
  public static var table: SyncedTable { Schema.trainingProposal }
}
extension ProposalAnswer: StoredRecord {
  public static var table: SyncedTable { Schema.proposalAnswer }
}
extension TrainingRequirement: StoredRecord {
  public static var table: SyncedTable { Schema.trainingRequirement }
}
extension LocalRequirement: StoredRecord {
  public static var table: SyncedTable { Schema.localRequirement }
}
extension TrainingWaiver: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.trainingWaiver }
}
extension Trainer: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.trainer }
}
extension TrainerCertification: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.trainerCertification }
}
extension PublishedTrainer: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.publishedTrainer }
}
extension TrainingSession: StoredRecord {
  public static var table: SyncedTable { Schema.trainingSession }
}
extension Enrolment: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.sessionEnrolment }
}
extension Transcript: StoredRecord {
  public static var table: SyncedTable { Schema.staffTranscript }
}
extension Completion: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.completion }
}
extension TrainingEvaluation: StoredRecord {
  public static var table: SyncedTable { Schema.trainingEvaluation }
}
extension CriticalSkill: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.criticalSkill }
}
extension SkillAssessment: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.skillAssessment }
}
extension DevelopmentGoal: StoredRecord {
  public static var table: SyncedTable { Schema.developmentGoal }
}
extension Recognition: StoredRecord {
  public static var table: SyncedTable { Schema.recognition }
}
extension WorkerErrorCount: StoredRecord {
  public static var table: SyncedTable { Schema.workerErrorCount }
}
extension ErrorLevel: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.errorLevel }
}
