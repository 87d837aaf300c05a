public import Records

/// One measure, computed: every agency against its group, the state, its own past and the lines of the data set.
public struct MeasureComparison: Hashable, Sendable {
  public let measure: ComparedMeasure
  public let quarter: FederalQuarter
  /// In the order of the report's agencies.
  public let standings: [Standing]
  public let statewide: ComparedAverage
  /// Statewide, the same quarter of the year before.
  public let statewideYearBefore: ComparedAverage
  /// Statewide, quarter by quarter.
  public let statewidePast: [ComparedAverage]
  /// By the code of the group; agencies without one are in none.
  public let groupAverages: [String: ComparedAverage]
  /// Beyond these a value is an outlier; nil if there are too few values, or the middle half of them is one value.
  public let fences: Fences?

  /// Tukey's: one and a half times the distance of the quartiles, beyond each of them.
  public struct Fences: Hashable, Sendable {
    public let firstQuartile: ExactFigure
    public let thirdQuartile: ExactFigure
  }

  /// What a report says of one agency on the measure.
  public struct Standing: Hashable, Sendable {
    public let agency: ComparedAgency
    public let figure: ComparedFigure
    /// nil if there is none, or if it is not computable.
    public let value: ExactFigure?
    public let figures: [ComparedFigure]
    public let target: ExactFigure?
    /// The other agencies of its group.
    public let peers: ComparedAverage
    public let yearBefore: ExactFigure?
    public let statewideRank: Rank?
    public let groupRank: Rank?
    public let trend: Trend
    /// About the mean of its own earlier quarters; nil where there are no limits.
    public let ownLimits: ControlLimits?
    public let ownVerdict: ControlLimits.Verdict?
    /// Against the statewide average.
    public let statewideVerdict: ControlLimits.Verdict?
    public let outlier: Outlier?
    public let triggers: [Trigger]

    public var isNotComputable: Bool {
      if case .figure = figure { return value == nil }
      return false
    }
  }

  /// 1 is the best; equal values share a place.
  public struct Rank: Hashable, Sendable {
    public let place: Int
    public let of: Int
  }

  public enum Trend: String, Hashable, Sendable {
    case improving, worsening
    case none = "no direction"
    case tooFew = "too few quarters"
    /// Quarters of a year cannot be held against each other: see the same quarter of the year before.
    case toDate = "counts to date"
  }

  public enum Outlier: String, Hashable, Sendable { case high, low }

  /// A figure outside a tolerance band: it asks the agency for a look (IOP.2.6).
  public struct Trigger: Hashable, Sendable {
    public let against: ToleranceBand.Basis
    /// What the value was held against.
    public let basis: ExactFigure
    /// How much worse it may be.
    public let by: ExactFigure
  }

  /// So many agencies with a value are needed for ``Fences``.
  public static let fewestForFences = 8
  /// So many earlier quarters with a figure are needed for an agency's own limits.
  public static let fewestForLimits = 4

  public init(_ measure: ComparedMeasure, in comparison: Comparison) {
    self.measure = measure
    quarter = comparison.quarter
    let kind = measure.kind
    let rows = Dictionary(measure.rows.map { ($0.agency, $0) }, uniquingKeysWith: { first, _ in first })
    let count = measure.quarters.count
    let missing = [ComparedFigure](repeating: .missing, count: count)
    func figures(_ agency: ComparedAgency) -> [ComparedFigure] { rows[agency.code]?.figures ?? missing }
    let agencies = comparison.agencies
    let last = agencies.map { figures($0).last ?? .missing }
    let values = last.map { $0.value(kind) }
    let statewide = ComparedAverage(kind, last)
    let past = (0..<count).map { index in ComparedAverage(kind, agencies.map { figures($0)[index] }) }
    self.statewide = statewide
    statewidePast = past
    statewideYearBefore = count > 4 ? past[count - 5] : ComparedAverage(kind, [])
    let inGroups = Dictionary(grouping: agencies.indices.filter { !agencies[$0].group.isEmpty }) { agencies[$0].group }
    groupAverages = inGroups.mapValues { indices in ComparedAverage(kind, indices.map { last[$0] }) }
    let fences = Self.fences(of: values.compactMap(\.self))
    self.fences = fences
    standings = agencies.indices.map { index in
      let agency = agencies[index]
      let own = figures(agency)
      let value = values[index]
      let group = inGroups[agency.group] ?? []
      let peers = ComparedAverage(kind, group.filter { $0 != index }.map { last[$0] })
      let before = count > 4 ? own[count - 5].value(kind) : nil
      let limits = Self.ownLimits(own, measure, comparison.rules)
      let statewideLimits =
        measure.isShare
        ? ControlLimits(
          numerator: statewide.numerator, denominator: statewide.denominator, deviations: comparison.rules.deviations)
        : nil
      return Standing(
        agency: agency, figure: last[index], value: value, figures: own, target: rows[agency.code]?.target,
        peers: peers, yearBefore: before,
        statewideRank: Self.rank(of: value, among: values, measure),
        groupRank: Self.rank(of: value, among: group.map { values[$0] }, measure),
        trend: Self.trend(own, measure, changes: comparison.rules.trendChanges), ownLimits: limits,
        ownVerdict: Self.verdict(last[index], limits),
        statewideVerdict: Self.verdict(last[index], statewideLimits),
        outlier: Self.outlier(value, fences),
        triggers: Self.triggers(value, measure, peers: peers.value, statewide: statewide.value, yearBefore: before))
    }
  }

  public func standing(of agency: String) -> Standing? { standings.first { $0.agency.code == agency } }

  // MARK: Rules, one after the other

  private static func rank(of value: ExactFigure?, among values: [ExactFigure?], _ measure: ComparedMeasure) -> Rank? {
    guard let value else { return nil }
    let present = values.compactMap(\.self)
    guard !present.isEmpty else { return nil }
    return Rank(place: present.count { measure.isBetter($0, than: value) } + 1, of: present.count)
  }

  /// So many changes in one direction up to the report's quarter, none of them zero, no quarter missing.
  private static func trend(_ figures: [ComparedFigure], _ measure: ComparedMeasure, changes: Int) -> Trend {
    guard !measure.countsToDate else { return .toDate }
    let values = figures.suffix(changes + 1).compactMap { $0.value(measure.kind) }
    guard changes > 0, values.count == changes + 1 else { return .tooFew }
    let pairs = zip(values, values.dropFirst())
    if pairs.allSatisfy({ measure.isBetter($1, than: $0) }) { return .improving }
    if pairs.allSatisfy({ measure.isBetter($0, than: $1) }) { return .worsening }
    return .none
  }

  /// The quarters before the report's are the centre: whether the last one has left them is what is asked.
  private static func ownLimits(
    _ figures: [ComparedFigure], _ measure: ComparedMeasure, _ rules: Comparison.Rules
  ) -> ControlLimits? {
    guard measure.isShare, !measure.countsToDate else { return nil }
    let mean = ComparedAverage(measure.kind, figures.dropLast())
    guard mean.count >= fewestForLimits else { return nil }
    return ControlLimits(numerator: mean.numerator, denominator: mean.denominator, deviations: rules.deviations)
  }

  private static func verdict(_ figure: ComparedFigure, _ limits: ControlLimits?) -> ControlLimits.Verdict? {
    guard case .figure(let numerator, let denominator) = figure else { return nil }
    return limits?.verdict(numerator: numerator, size: denominator)
  }

  /// Quartiles are values of agencies, by nearest rank: the ⌈m/4⌉th and the ⌈3m/4⌉th of m values in rising order.
  private static func fences(of values: [ExactFigure]) -> Fences? {
    guard values.count >= fewestForFences else { return nil }
    let sorted = values.sorted()
    let first = sorted[(sorted.count + 3) / 4 - 1]
    let third = sorted[(sorted.count * 3 + 3) / 4 - 1]
    return first < third ? Fences(firstQuartile: first, thirdQuartile: third) : nil
  }

  private static func outlier(_ value: ExactFigure?, _ fences: Fences?) -> Outlier? {
    guard let value, let fences else { return nil }
    let spread = FigureDifference(fences.thirdQuartile, less: fences.firstQuartile)
    if FigureDifference(value, less: fences.thirdQuartile).isMoreThanHalfAgain(spread) { return .high }
    if FigureDifference(fences.firstQuartile, less: value).isMoreThanHalfAgain(spread) { return .low }
    return nil
  }

  /// A value that is worse than its basis by exactly the band's width is inside. A threshold of the whole year is not held
  /// against a measure that counts to date before the year is over.
  private static func triggers(
    _ value: ExactFigure?, _ measure: ComparedMeasure, peers: ExactFigure?, statewide: ExactFigure?,
    yearBefore: ExactFigure?
  ) -> [Trigger] {
    guard let value else { return [] }
    return measure.bands.flatMap { band -> [Trigger] in
      let bases =
        switch band.against {
        case .peers: [peers]
        case .statewide: [statewide]
        case .yearBefore: [yearBefore]
        case .threshold: measure.isToDate ? [] : measure.thresholds.map(\.value)
        }
      return bases.compactMap { basis in
        guard let basis, measure.isBetter(basis, than: value) else { return nil }
        let distance =
          basis > value ? FigureDifference(basis, less: value) : FigureDifference(value, less: basis)
        guard distance > FigureDifference(band.by) else { return nil }
        return Trigger(against: band.against, basis: basis, by: band.by)
      }
    }
  }
}
