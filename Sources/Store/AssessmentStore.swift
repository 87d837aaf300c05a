public import GRDB
public import Improvement

/// What the department has published for self-assessments, and what ships with the program (IOP.4.2).
public enum AssessmentStore {
  /// Every scale that assessments may name: ours, then the published ones, the oldest first.
  public static func scales(in db: Database) throws -> [RatingScale] {
    let published = try RecordStore.published(RatingScale.self, in: db)
    return [RatingScale.shipped].filter { ours in !published.contains { $0.id == ours.id } } + published
  }

  /// The scale in which elements are rated now: the newest of the department that can be read; ours if there is none.
  public static func scaleInForce(in db: Database) throws -> RatingScale {
    try RecordStore.published(RatingScale.self, in: db).last { $0.readLevels != nil } ?? .shipped
  }

  /// How one agency rates the elements of the catalogue.
  public static func standings(of agency: String, in db: Database) throws -> [AssessmentStanding] {
    AssessmentStanding.standings(of: try RecordStore.all(Assessment.self, of: agency, in: db).map(\.record))
  }
}
