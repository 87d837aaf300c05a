internal import Improvement

/// Reviews, corrective actions, events and oversight.
extension Schema {
  static let improvement: [SyncedTable] = [
    reviewRule, sampleRule, caseReview, reviewResult, reviewItem, reviewFinding, correctiveAction, rootCause,
    actionStep, actionProgress, reassessment, actionMonitoring, exceptionalEvent, eventAnswer, risk, processChange,
    oversightReview, oversightFinding, oversightAnswer, ratingScale, assessmentGuide, assessment, practiceOffer,
    practice,
  ]

  static let reviewRule = statewideTable("review_rule", title: "rule of case reviews", of: ReviewRule.self)

  static let sampleRule = statewideTable("sample_rule", title: "smallest sample", of: SampleRule.self)

  public static let caseReview = agencyTable("case_review", title: "case review", of: CaseReview.self)

  static let reviewResult = agencyTable("review_result", title: "result of a review", of: ReviewResult.self)

  static let reviewItem = agencyTable("review_item", title: "case of a sample", of: ReviewItem.self)

  public static let reviewFinding = agencyTable("review_finding", title: "finding of a review", of: ReviewFinding.self)

  public static let correctiveAction = agencyTable(
    "corrective_action", title: "corrective action", of: CorrectiveAction.self)

  static let rootCause = agencyTable("root_cause", title: "root cause", of: RootCause.self)

  static let actionStep = agencyTable("action_step", title: "step of a corrective action", of: ActionStep.self)

  static let actionProgress = agencyTable(
    "action_progress", title: "progress of a corrective action", of: ActionProgress.self)

  static let reassessment = agencyTable("reassessment", title: "reassessment", of: Reassessment.self)

  static let actionMonitoring = agencyTable(
    "action_monitoring", title: "monitoring of a corrective action", of: ActionMonitoring.self, owner: .department)

  public static let exceptionalEvent = agencyTable(
    "exceptional_event", title: "exceptional event", of: ExceptionalEvent.self)

  static let eventAnswer = agencyTable(
    "event_answer", title: "answer to an exceptional event", of: EventAnswer.self, owner: .department)

  static let risk = agencyTable("risk", title: "risk", of: Risk.self)

  static let processChange = agencyTable("process_change", title: "process change", of: ProcessChange.self)

  static let oversightReview = agencyTable(
    "oversight_review", title: "oversight review", of: OversightReview.self, owner: .department)

  public static let oversightFinding = agencyTable(
    "oversight_finding", title: "finding of an oversight review", of: OversightFinding.self, owner: .department)

  static let oversightAnswer = agencyTable("oversight_answer", title: "answer to a finding", of: OversightAnswer.self)

  static let ratingScale = statewideTable("rating_scale", title: "rating scale", of: RatingScale.self)

  static let assessmentGuide = statewideTable("assessment_guide", title: "assessment guide", of: AssessmentGuide.self)

  static let assessment = agencyTable("assessment", title: "self-assessment", of: Assessment.self)

  static let practiceOffer = agencyTable("practice_offer", title: "offered practice", of: PracticeOffer.self)

  static let practice = statewideTable("practice", title: "published practice", of: Practice.self)
}
