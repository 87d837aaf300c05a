public import Catalogue
public import Improvement
public import Measures

// MARK: Measures

extension Figure: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.figure }
}
extension FigureSubmission: StoredRecord {
  public static var table: SyncedTable { Schema.figureSubmission }
}
extension FigureDecision: StoredRecord {
  public static var table: SyncedTable { Schema.figureDecision }
}
extension LocalElement: StoredRecord {
  public static var table: SyncedTable { Schema.localElement }
}
extension Target: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.target }
}
extension TargetAnswer: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.targetAnswer }
}
extension ComparativeReport: StoredRecord {
  public static var table: SyncedTable { Schema.comparativeReport }
}
extension ComparativePart: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.comparativePart }
}
extension NationalFigure: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.nationalFigure }
}
extension TriggerAnswer: StoredRecord {
  public static var table: SyncedTable { Schema.triggerAnswer }
}

// MARK: Improvement

extension ReviewRule: StoredRecord {
  public static var table: SyncedTable { Schema.reviewRule }
}
extension SampleRule: StoredRecord {
  public static var table: SyncedTable { Schema.sampleRule }
}
extension CaseReview: StoredRecord {
  public static var table: SyncedTable { Schema.caseReview }
}
extension ReviewResult: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.reviewResult }
}
extension ReviewItem: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.reviewItem }
}
extension ReviewFinding: StoredRecord {
  public static var table: SyncedTable { Schema.reviewFinding }
}
extension CorrectiveAction: StoredRecord {
  public static var table: SyncedTable { Schema.correctiveAction }
}
extension RootCause: StoredRecord {
  public static var table: SyncedTable { Schema.rootCause }
}
extension ActionStep: StoredRecord {
  public static var table: SyncedTable { Schema.actionStep }
}
extension ActionProgress: StoredRecord {
  public static var table: SyncedTable { Schema.actionProgress }
}
extension Reassessment: StoredRecord {
  public static var table: SyncedTable { Schema.reassessment }
}
extension ActionMonitoring: StoredRecord {
  public static var table: SyncedTable { Schema.actionMonitoring }
}
extension ExceptionalEvent: StoredRecord {
  public static var table: SyncedTable { Schema.exceptionalEvent }
}
extension EventAnswer: StoredRecord {
  public static var table: SyncedTable { Schema.eventAnswer }
}
extension Risk: StoredRecord {
  public static var table: SyncedTable { Schema.risk }
}
extension ProcessChange: StoredRecord {
  public static var table: SyncedTable { Schema.processChange }
}
extension OversightReview: StoredRecord {
  public static var table: SyncedTable { Schema.oversightReview }
}
extension OversightFinding: StoredRecord {
  public static var table: SyncedTable { Schema.oversightFinding }
}
extension OversightAnswer: StoredRecord {
  public static var table: SyncedTable { Schema.oversightAnswer }
}
extension RatingScale: StoredRecord {
  public static var table: SyncedTable { Schema.ratingScale }
}
extension AssessmentGuide: StoredRecord {
  public static var table: SyncedTable { Schema.assessmentGuide }
}
extension Assessment: StoredRecord {
  public static var table: SyncedTable { Schema.assessment }
}
extension PracticeOffer: StoredRecord {
  public static var table: SyncedTable { Schema.practiceOffer }
}
extension Practice: StoredRecord {
  public static var table: SyncedTable { Schema.practice }
}

// MARK: Catalogue

extension ObligationSetting: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.obligationSetting }
}
extension LocalObligation: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.localObligation }
}
extension ObligationDone: StoredNaturalRecord {
  public static var table: SyncedTable { Schema.obligationDone }
}
