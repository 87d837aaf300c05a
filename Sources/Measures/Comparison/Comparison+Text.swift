internal import Records

/// Parts of a published report, as canonical text: UTF-8, lines of fields with a tab between them, LF at the end of each. What
/// ``Comparison/parts`` writes, ``Comparison/init(parts:)`` reads, and it refuses whatever it would not itself write.
extension Comparison {
  public struct Part: Hashable, Sendable {
    /// `agencies`, or the code of a measure.
    public let name: String
    public let text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  public static let heading = "qapi comparative report, format 1"
  public static let agenciesPart = "agencies"

  /// `agencies` first, then the measures.
  public var parts: [Part] {
    [Part(name: Self.agenciesPart, text: Self.text(agencyLines))]
      + measures.map { Part(name: $0.code, text: Self.text(Self.lines($0, quarter))) }
  }

  private static func text(_ lines: [[String]]) -> String {
    ([[heading]] + lines).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  private var agencyLines: [[String]] {
    [
      ["quarter", "\(quarter)"], ["data set", dataSet],
      ["rules", "\(rules.smallest)", "\(rules.trendChanges)", "\(rules.deviations)"],
    ] + groups.map { ["group", $0.code, $0.title, "\($0.from)", $0.below.map { "\($0)" } ?? ""] }
      + agencies.map { ["agency", $0.code, $0.name, $0.cases.map { "\($0)" } ?? "", $0.group, $0.submission] }
      + measures.map { ["measure", $0.code] }
  }

  private static func lines(_ measure: ComparedMeasure, _ quarter: FederalQuarter) -> [[String]] {
    [
      ["quarter", "\(quarter)"],
      [
        "measure", measure.code, measure.number, measure.title, measure.origin.rawValue, measure.kind.rawValue,
        measure.direction.rawValue, measure.isCounted ? "counted" : "", measure.isShare ? "share" : "",
        measure.countsToDate ? "to date" : "",
      ],
    ] + measure.thresholds.map { ["threshold", written($0.value), $0.title] }
      + measure.bands.map { ["band", $0.against.rawValue, written($0.by)] }
      + measure.national.map { ["national", $0.place, "\($0.year)", written($0.value), $0.source] }
      + [["quarters"] + measure.quarters.map(\.description)]
      + measure.rows.map { ["figures", $0.agency, $0.target.map(written) ?? ""] + $0.figures.map(\.written) }
  }

  private static func written(_ figure: ExactFigure) -> String { "\(figure.numerator)/\(figure.denominator)" }

  // MARK: Reading

  /// - Parameter parts: all of one report, in any order.
  /// - Throws: ``ComparisonProblem`` if a part is missing, or is not written as this program writes it.
  public init(parts: [Part]) throws(ComparisonProblem) {
    guard let first = parts.first(where: { $0.name == Self.agenciesPart }) else {
      throw ComparisonProblem(part: Self.agenciesPart, line: 0)
    }
    var reader = try PartReader(first)
    let quarter = try reader.quarter()
    let dataSet = try reader.fields("data set", 1)[0]
    let numbers = try reader.fields("rules", 3)
    guard let smallest = Int64(numbers[0]), let changes = Int(numbers[1]), let deviations = Int(numbers[2]) else {
      throw reader.problem
    }
    var groups: [CaseloadGroup] = []
    while let fields = try reader.next("group", 4) {
      guard let from = Int64(fields[2]), fields[3].isEmpty || Int64(fields[3]) != nil else { throw reader.problem }
      groups.append(CaseloadGroup(code: fields[0], title: fields[1], from: from, below: Int64(fields[3])))
    }
    var agencies: [ComparedAgency] = []
    while let fields = try reader.next("agency", 5) {
      guard fields[2].isEmpty || Int64(fields[2]) != nil else { throw reader.problem }
      agencies.append(
        ComparedAgency(
          code: fields[0], name: fields[1], cases: Int64(fields[2]), group: fields[3], submission: fields[4]))
    }
    var codes: [String] = []
    while let fields = try reader.next("measure", 1) { codes.append(fields[0]) }
    try reader.end()
    guard Set(codes).count == codes.count, parts.count == codes.count + 1 else { throw reader.problem }
    var measures: [ComparedMeasure] = []
    for code in codes {
      guard let part = parts.first(where: { $0.name == code }) else { throw ComparisonProblem(part: code, line: 0) }
      measures.append(try Self.measure(part, quarter, agencies))
    }
    self.init(
      quarter: quarter, dataSet: dataSet,
      rules: Rules(smallest: smallest, trendChanges: changes, deviations: deviations), groups: groups,
      agencies: agencies, measures: measures)
    for (written, part) in zip(self.parts, [first] + codes.compactMap { code in parts.first { $0.name == code } })
    where !written.text.utf8.elementsEqual(part.text.utf8) {
      throw ComparisonProblem(part: part.name, line: 0)
    }
  }

  private static func measure(
    _ part: Part, _ quarter: FederalQuarter, _ agencies: [ComparedAgency]
  ) throws(ComparisonProblem) -> ComparedMeasure {
    var reader = try PartReader(part)
    let own = try reader.quarter()
    let fields = try reader.fields("measure", 9)
    guard own == quarter, fields[0] == part.name, let origin = Measure.Origin(rawValue: fields[3]),
      let kind = Measure.Kind(rawValue: fields[4]), let direction = Measure.Direction(rawValue: fields[5])
    else { throw reader.problem }
    var thresholds: [ComparedMeasure.Line] = []
    while let fields = try reader.next("threshold", 2) {
      thresholds.append(.init(title: fields[1], value: try reader.figure(fields[0])))
    }
    var bands: [ComparedMeasure.Band] = []
    while let fields = try reader.next("band", 2) {
      guard let basis = ToleranceBand.Basis(rawValue: fields[0]) else { throw reader.problem }
      bands.append(.init(against: basis, by: try reader.figure(fields[1])))
    }
    var national: [ComparedMeasure.NationalLine] = []
    while let fields = try reader.next("national", 4) {
      guard let year = Int(fields[1]) else { throw reader.problem }
      national.append(.init(place: fields[0], year: year, value: try reader.figure(fields[2]), source: fields[3]))
    }
    let quarters = try reader.fields("quarters", nil).compactMap { FederalQuarter($0) }
    guard quarters.last == quarter else { throw reader.problem }
    var rows: [ComparedMeasure.Row] = []
    for agency in agencies {
      let fields = try reader.fields("figures", 2 + quarters.count)
      let figures = fields.dropFirst(2).compactMap(ComparedFigure.init(written:))
      guard fields[0] == agency.code, figures.count == quarters.count else { throw reader.problem }
      rows.append(
        .init(agency: agency.code, target: fields[1].isEmpty ? nil : try reader.figure(fields[1]), figures: figures))
    }
    try reader.end()
    return ComparedMeasure(
      code: fields[0], number: fields[1], title: fields[2], origin: origin, kind: kind, direction: direction,
      isCounted: fields[6] == "counted", isShare: fields[7] == "share", countsToDate: fields[8] == "to date",
      thresholds: thresholds, bands: bands,
      national: national, quarters: quarters, rows: rows)
  }
}

/// A part of a report that cannot be read.
public struct ComparisonProblem: Error, Hashable, Sendable {
  public let part: String
  /// From 1; 0 if the part is missing, or is not spelled as it is written.
  public let line: Int
}

/// Reads the lines of a part one after the other.
private struct PartReader {
  private let part: String
  private let lines: [[String]]
  private var place = 0

  init(_ part: Comparison.Part) throws(ComparisonProblem) {
    self.part = part.name
    lines = part.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard part.text.hasSuffix("\n"), lines.first == [Comparison.heading] else {
      throw ComparisonProblem(part: part.name, line: 1)
    }
    place = 1
  }

  var problem: ComparisonProblem { ComparisonProblem(part: part, line: place) }

  /// The fields of the next line if it begins with this word.
  ///
  /// - Parameter count: how many there must be behind the word; nil for any number.
  mutating func next(_ word: String, _ count: Int?) throws(ComparisonProblem) -> [String]? {
    guard place < lines.count, lines[place].first == word else { return nil }
    place += 1
    let fields = Array(lines[place - 1].dropFirst())
    guard count == nil || fields.count == count else { throw problem }
    return fields
  }

  mutating func fields(_ word: String, _ count: Int?) throws(ComparisonProblem) -> [String] {
    guard let fields = try next(word, count) else { throw ComparisonProblem(part: part, line: place + 1) }
    return fields
  }

  mutating func quarter() throws(ComparisonProblem) -> FederalQuarter {
    guard let quarter = FederalQuarter(try fields("quarter", 1)[0]) else { throw problem }
    return quarter
  }

  func figure(_ text: String) throws(ComparisonProblem) -> ExactFigure {
    let parts = text.split(separator: "/").compactMap { Int64($0) }
    guard parts.count == 2, let figure = ExactFigure(parts[0], over: parts[1]) else { throw problem }
    return figure
  }

  func end() throws(ComparisonProblem) {
    guard place == lines.count else { throw ComparisonProblem(part: part, line: place + 1) }
  }
}
