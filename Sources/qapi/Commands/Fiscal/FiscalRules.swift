import Budgets
import GRDB
import Records
import Store

/// What several records of money ask of their fields.
enum FiscalRules {
  @discardableResult
  static func checkYear(_ year: String) throws -> StateFiscalYear {
    guard let year = StateFiscalYear(year) else {
      throw Failure.rule("no-state-fiscal-year", "the year is no state fiscal year", next: "write it like SFY 2024-25")
    }
    return year
  }

  /// What is said where a second budget or display of one year is begun: others stay as they are, and `latest` moves.
  static func notes<Noun: RecordNoun>(
    onNew entry: Noun.Entry, _: Noun.Type, year: KeyPath<Noun.Entry, String>, of agency: String?, in db: Database
  ) throws -> [String] {
    let others = try RecordStore.all(Noun.Entry.self, of: agency, in: db).map(\.record)
      .filter { $0.id != entry.id && $0[keyPath: year] == entry[keyPath: year] }
    guard let first = others.min(by: { Positions.isBefore($0.id, $1.id) }) else { return [] }
    return [
      "there is \(Noun.withArticle) of \(Shown.line(entry[keyPath: year], limit: 40)) already: \(Shown.line(first.id)); "
        + "`latest` names the new one from now on"
    ]
  }

  @discardableResult
  static func checkQuarter(_ quarter: String) throws -> StateQuarter {
    guard let quarter = StateQuarter(quarter) else {
      throw Failure.rule(
        "no-quarter", "the quarter is none of a state fiscal year", next: "write it like SFY 2024-25 Q1")
    }
    return quarter
  }

  @discardableResult
  static func checkMonth(_ month: String) throws -> CollectionDays {
    guard let days = CollectionDays(month) else {
      throw Failure.rule("no-month", "the month is none", next: "write it like 2024-07")
    }
    return days
  }

  /// The day on which something of a year is handed in: not after today, and not before the year that goes before it.
  ///
  /// - Parameter period: a state fiscal year or a quarter of one; another asks only that the day is not after today.
  static func checkHandIn(_ day: Day, of period: String) throws {
    let today = try Day.argument(nil)
    guard day <= today else {
      throw Failure.rule(
        "day-not-come", "it would be handed in on \(day), and today is \(today)",
        next: "leave --on out for today, or say the day on which it was handed in")
    }
    guard let year = StateFiscalYear(String(period.prefix(11))), let before = StateFiscalYear(first: year.first - 1),
      day < before.days.lowerBound
    else { return }
    throw Failure.rule(
      "day-before-its-time", "it is of \(year), and \(day) lies before \(before)", next: "correct --on, or the year")
  }

  /// The day of an allocation letter: from one year before its state fiscal year begins to two years after it ends.
  static func checkLetter(_ day: Day, of year: StateFiscalYear) throws {
    guard let before = StateFiscalYear(first: year.first - 1), let after = StateFiscalYear(first: year.first + 2) else {
      return
    }
    let days = before.days.lowerBound...after.days.upperBound
    guard !days.contains(day) else { return }
    throw Failure.rule(
      "day-of-another-year",
      "a letter of \(year) is issued from \(days.lowerBound) to \(days.upperBound), and this is of \(day)",
      next: "correct --on, or --year")
  }

  /// - Throws: `Failure.rule` where the last day lies before the first.
  static func checkDays(_ first: String, _ last: String) throws {
    guard let begin = Day(first), let end = Day(last), end < begin else { return }
    throw Failure.rule("ends-before-it-begins", "the last day lies before the first", next: "correct one of them")
  }

  /// - Parameter edition: of the form; nil for the newest.
  @discardableResult
  static func checkLine(
    _ code: String, of form: FormLine.Form, edition: Int? = nil, in db: Database
  ) throws -> FormLine {
    let editions = try FiscalStore.editions(in: db)
    let edition = edition ?? editions.newest(of: form)
    let lines = editions.lines(of: form, edition: edition)
    guard let line = lines.first(where: { $0.code == code }) else {
      throw Failure.rule(
        ClaimRules.Rule.unknownLine.rawValue,
        "edition \(edition) of the \(form.rawValue) has no line '\(Shown.line(code, limit: 40))'",
        next: "use one of: \(lines.map(\.code).joined(separator: ", "))")
    }
    return line
  }
}
