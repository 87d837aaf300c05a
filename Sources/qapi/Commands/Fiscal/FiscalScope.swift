import Budgets
import GRDB
import Records
import Store
import SyncEngine
import Trust

/// Whose money is meant, and of which year.
extension OpenNode {
  /// The agency that is named, or the member's own; the department and readers must name one.
  ///
  /// - Parameter all: the command that shows all agencies beside each other, if there is one.
  func agencyToRead(_ named: String?, all: String? = nil) throws -> String {
    guard let agency = named ?? (isDepartment || engine.identity.isReader ? nil : member) else {
      let codes = agenciesRead
      let known = codes.count > 8 ? "see `qapi roster show`" : codes.joined(separator: ", ")
      throw Failure.usage(
        "it is not said of which agency",
        next: "say it with --agency CODE" + (codes.isEmpty ? "" : " (\(known))")
          + (all.map { "; `\($0)` shows all of them" } ?? ""))
    }
    try checkReads(agency)
    return agency
  }

  /// The agency that is named, or all whose rows this node reads, in the order of their codes.
  func agenciesToRead(_ named: String?) throws -> [String] {
    if let named {
      try checkReads(named)
      return [named]
    }
    guard isDepartment || engine.identity.isReader else { return [member] }
    guard !agenciesRead.isEmpty || isDepartment else {
      throw Failure.usage(
        "this node reads the rows of no agency", next: "ask for a reading identity of the agency, or of all")
    }
    return agenciesRead
  }
}

extension StateFiscalYear {
  /// - Parameter text: what a person typed.
  static func argument(_ text: String) throws -> StateFiscalYear {
    guard let year = StateFiscalYear(RecordText.normalised(text)) else {
      throw Failure.usage(
        "'\(Shown.line(text, limit: 40))' is no state fiscal year; nothing was changed",
        next: "write it like \"SFY 2024-25\"")
    }
    return year
  }

  /// The newest year with a letter for one of the agencies that has begun; the first to come if none has. Planning letters come
  /// months before their year, and what goes on is what people ask for.
  static func newest(of agencies: [String], in db: Database) throws -> StateFiscalYear? {
    let today = try Day.argument(nil)
    let years = try agencies.flatMap { try RecordStore.all(AllocationLetter.self, of: $0, in: db) }
      .compactMap { StateFiscalYear($0.record.year) }
    return years.filter { $0.months[0] <= today }.max() ?? years.min()
  }
}

extension StateQuarter {
  /// - Parameter text: what a person typed.
  static func argument(_ text: String) throws -> StateQuarter {
    guard let quarter = StateQuarter(RecordText.normalised(text)) else {
      throw Failure.usage(
        "'\(Shown.line(text, limit: 40))' is no quarter of a state fiscal year; nothing was changed",
        next: "write it like \"SFY 2024-25 Q1\"")
    }
    return quarter
  }
}

extension JSON {
  /// As people write it: "1,234.50".
  init(_ money: Money?) { self = money.map { .text("\($0)") } ?? .null }
}

extension Money {
  /// An amount as a person typed it, 0 excluded.
  ///
  /// - Parameter name: of the option, for the message.
  static func argument(_ text: String, _ name: String) throws -> Money {
    do throws(FieldProblem) {
      guard case .integer(let cents) = try FieldContent.amount.value(of: RecordText.normalised(text)), cents != 0 else {
        throw FieldProblem(problem: "the amount is zero", next: "write another one, like 310.00")
      }
      return Money(cents: cents)
    } catch {
      throw Failure.usage("\(name): \(error.problem); nothing was changed", next: error.next)
    }
  }
}
