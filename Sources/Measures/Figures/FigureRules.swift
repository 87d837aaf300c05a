public import Records

/// The rules on figures. Each has a name; the article on figures and submissions lists them.
public struct FigureRules: Sendable {
  public let set: DataSet
  /// Elements that the agency keeps for itself.
  public let local: [DataElement]
  private let localPlaces: [String: Int]

  /// - Parameter local: the newest version of each, those that ended left out.
  public init(set: DataSet, local: [LocalElement] = []) {
    self.set = set
    self.local = local.map(DataElement.init(local:))
    localPlaces = Dictionary(local.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { $1 })
  }

  /// The standard element of a code, or the agency's own.
  public func element(_ code: String) -> DataElement? { set.element(code) ?? localPlaces[code].map { local[$0] } }

  // MARK: One figure

  /// What is wrong with one figure by itself: `unknown-element`, `no-period`, `other-calendar`, `period-not-over`, `out-of-range`,
  /// `no-share`, `part-above-whole`.
  ///
  /// - Parameter today: nil to leave the calendar out.
  public func problems(of name: FigureName, _ entry: FigureBook.Entry, today: Day?) -> [FigureProblem] {
    func problem(_ rule: String, _ column: String, _ words: String, _ next: String) -> FigureProblem {
      FigureProblem(
        rule: rule, weight: .error, element: name.element, period: name.period, column: column, problem: words,
        next: next)
    }
    guard let element = element(name.element) else {
      return [
        problem(
          "unknown-element", "element", "there is no data element of this code", "see `qapi measure element list`")
      ]
    }
    var problems: [FigureProblem] = []
    if let period = Period(name.period) {
      if !element.takes(period) {
        problems.append(
          problem(
            "other-calendar", "period",
            "\(element.code) is counted \(element.frequency.rawValue), by \(element.calendar == .federal ? "federal" : "state") "
              + "fiscal years, and this period is another kind",
            "write it like \(element.periodExample)"))
      } else if let today, period.lastDay >= today {
        problems.append(
          problem(
            "period-not-over", "period", "the period is not over before \(period.lastDay)",
            "enter the figure when it is"))
      }
    } else {
      problems.append(
        problem(
          "no-period", "period", "this is the name of no period", "write it like \(element.periodExample)"))
    }
    if !Self.range.contains(entry.value) || !Self.range.contains(entry.base) {
      problems.append(
        problem(
          "out-of-range", "value", "the number is not from 0 to 9,999,999,999,999", "write the number that was counted")
      )
    }
    if element.unit != .share, entry.base != 0 {
      problems.append(
        problem("no-share", "out_of", "\(element.code) is no share of anything", "leave \"out of\" empty"))
    }
    if element.unit == .share, entry.value > entry.base {
      problems.append(
        problem(
          "part-above-whole", "value", "\(entry.value) is more than the \(entry.base) that it is a part of",
          "correct one of the two numbers"))
    }
    return problems
  }

  public static let range: ClosedRange<Int64> = 0...9_999_999_999_999

  // MARK: Figures beside one another

  /// What some figures contradict: `part-above-whole`, `forms-disagree`, `falls-within-year`, `large-change`.
  ///
  /// - Parameter names: the figures to look at; what they are held against is in the book.
  public func problems(of names: [FigureName], in book: FigureBook) -> [FigureProblem] {
    let relations = Dictionary(grouping: set.relations, by: \.part)
    let wholes = Dictionary(
      set.relations.flatMap { relation in relation.whole.map { ($0, [relation]) } }, uniquingKeysWith: +)
    var seen: Set<RelationAt> = []
    var problems: [FigureProblem] = []
    for name in names {
      for relation in (relations[name.element] ?? []) + (wholes[name.element] ?? [])
      where seen.insert(RelationAt(relation: relation, period: name.period)).inserted {
        if let problem = problem(of: relation, in: name.period, book) { problems.append(problem) }
      }
      problems += historyProblems(of: name, in: book)
    }
    return problems
  }

  private struct RelationAt: Hashable {
    let relation: Relation
    let period: String
  }

  private func problem(of relation: Relation, in period: String, _ book: FigureBook) -> FigureProblem? {
    guard let part = book.value(FigureName(element: relation.part, period: period)) else { return nil }
    var whole: Int64 = 0
    for code in relation.whole {
      guard let value = book.value(FigureName(element: code, period: period)) else { return nil }
      let (sum, overflow) = whole.addingReportingOverflow(value)
      if overflow { return nil }
      whole = sum
    }
    guard part > whole else { return nil }
    return FigureProblem(
      rule: relation.rule, weight: relation.weight, element: relation.part, period: period, column: "value",
      problem: "\(named(relation.part)) is \(part), more than \(relation.whole.map(named).joined(separator: " + ")), "
        + "\(whole): \(relation.reason)",
      next: relation.weight == .error
        ? "correct one of the figures with `qapi measure enter`" : "look whether both are right")
  }

  private func named(_ code: String) -> String {
    guard let element = element(code), !element.place.isEmpty else { return code }
    return "\(code) (\(element.place))"
  }

  private func historyProblems(of name: FigureName, in book: FigureBook) -> [FigureProblem] {
    guard let element = element(name.element), let value = book.value(name),
      let before = Self.period(before: name.period),
      let earlier = book.value(FigureName(element: name.element, period: before))
    else { return [] }
    func problem(_ rule: String, _ weight: Relation.Weight, _ words: String) -> FigureProblem {
      FigureProblem(
        rule: rule, weight: weight, element: name.element, period: name.period, column: "value", problem: words,
        next: weight == .error ? "correct one of the figures" : "look whether both are right")
    }
    if element.cumulation == .toDate {
      guard Self.isSameYear(before, name.period), value < earlier else { return [] }
      return [
        problem(
          "falls-within-year", .error,
          "\(element.code) counts from the first day of the year, and falls from \(earlier) in \(before) to \(value)")
      ]
    }
    let (large, small) = (max(value, earlier), min(value, earlier))
    let (limit, overflow) = small.multipliedReportingOverflow(by: Int64(set.largestChange))
    guard !overflow, large > limit, large >= Self.smallestLooked else { return [] }
    return [
      problem(
        "large-change", .warning,
        "\(element.code) goes from \(earlier) in \(before) to \(value), by more than a factor of \(set.largestChange)")
    ]
  }

  /// Numbers below this jump all the time.
  private static let smallestLooked: Int64 = 50

  // MARK: Periods

  /// The period of the same kind before; nil for one that cannot be read.
  static func period(before text: String) -> String? {
    if let quarter = FederalQuarter(text) { return quarter.previous?.description }
    guard let period = Period(text) else { return nil }
    if text.hasPrefix("FFY ") { return "FFY \(period.lastDay.year - 1)" }
    guard text.utf8.count == 7 else { return nil }
    let (year, month) = (period.lastDay.year, period.lastDay.month)
    return month == 1 ? "\(year - 1)-12" : "\(year)-\(month <= 10 ? "0" : "")\(month - 1)"
  }

  private static func isSameYear(_ first: String, _ second: String) -> Bool {
    guard let first = Period(first), let second = Period(second) else { return false }
    return FederalQuarter(of: first.lastDay).year == FederalQuarter(of: second.lastDay).year
  }
}

extension DataElement {
  /// An element that an agency keeps for itself, as one that figures can be entered for.
  public init(local: LocalElement) {
    self.init(
      code: local.code, title: local.title, definition: local.definition,
      unit: Unit(rawValue: local.unit) ?? .count, calendar: .federal,
      frequency: Frequency(rawValue: local.frequency) ?? .monthly, cumulation: .sum, form: "", line: "",
      isStandard: false)
  }
}
