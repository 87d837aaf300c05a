public import GRDB
public import Measures
public import Plans
internal import Records

/// Targets of agencies, with what both sides say on them.
public enum TargetStore {
  /// The measures for which targets are agreed.
  public static let dataSet = DataSet.standard

  /// Everything that has been said, in the order of agency, year and measure.
  ///
  /// - Parameters:
  ///   - agency: nil for all that this node may read.
  ///   - year: federal fiscal year; nil for all.
  public static func all(
    of agency: String? = nil, year: Int? = nil, in db: Database
  ) throws -> [(agency: String, target: AgreedTarget)] {
    let words = try RecordStore.all(Target.self, of: agency, in: db)
    let answers = try RecordStore.all(TargetAnswer.self, of: agency, in: db)
    let ofAgencies = Dictionary(
      uniqueKeysWithValues: words.map { (Key(agency: $0.agency, word: $0.record), $0.record) })
    let ofDepartment = Dictionary(
      uniqueKeysWithValues: answers.map { (Key(agency: $0.agency, word: $0.record), $0.record) })
    let keys = Set(ofAgencies.keys).union(ofDepartment.keys).filter { year == nil || $0.year == year }
    return keys.sorted().map { key in
      (
        key.agency,
        AgreedTarget(
          year: key.year, measure: key.measure, ofAgency: ofAgencies[key], ofDepartment: ofDepartment[key])
      )
    }
  }

  /// The targets on which both sides agree: what the comparative report and the plans are held against.
  public static func agreed(
    of agency: String? = nil, year: Int? = nil, in db: Database
  ) throws -> [(agency: String, target: AgreedTarget)] {
    try all(of: agency, year: year, in: db).filter { $0.target.state == .agreed }
  }

  /// What both sides say on one measure.
  public static func target(_ measure: String, year: Int, of agency: String, in db: Database) throws -> AgreedTarget {
    var word = Target()
    word.year = year
    word.measure = measure
    var answer = TargetAnswer()
    answer.year = year
    answer.measure = measure
    return AgreedTarget(
      year: year, measure: measure, ofAgency: try RecordStore.find(word, agency: agency, in: db),
      ofDepartment: try RecordStore.find(answer, agency: agency, in: db))
  }

  private struct Key: Hashable, Comparable {
    let agency: String
    let year: Int
    let measure: String

    init(agency: String, word: some TargetWord) {
      self.agency = agency
      year = word.year
      measure = word.measure
    }

    static func < (left: Key, right: Key) -> Bool {
      if left.agency != right.agency { return Positions.isBefore(left.agency, right.agency) }
      if left.year != right.year { return left.year < right.year }
      return Positions.isBefore(left.measure, right.measure)
    }
  }
}

extension PlanTargets {
  /// What is agreed with an agency for a year, as a plan is compared with it.
  public static func agreed(of agency: String, year: Int, in db: Database) throws -> [AgreedValue] {
    try TargetStore.agreed(of: agency, year: year, in: db).compactMap(\.target.asAgreedValue)
  }
}
