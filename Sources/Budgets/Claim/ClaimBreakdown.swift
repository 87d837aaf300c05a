/// Claimed costs as the reports to the legislature and to the federal government take them apart (AS.2.4 task 4, AS.2.6 task 7).
public struct ClaimBreakdown: Hashable, Sendable {
  /// In the order of ``FormLine/legislativeParts``; what names none stands under "other".
  public let legislative: [Part]
  /// Salaries and benefits by function, with positions.
  public let functions: [Function]
  /// By federal category, in the order of their first lines.
  public let federal: [Federal]
  public let total: Money

  public struct Part: Hashable, Sendable {
    public let name: String
    public let amount: Money
  }

  public struct Function: Hashable, Sendable {
    public let function: StaffFunction
    public let amount: Money
    /// Hundredths of a position (FTE): of several quarters the average, rounded half up.
    public let positions: Int
  }

  public struct Federal: Hashable, Sendable {
    public let category: String
    public let amount: Money
    /// Of the ``FundSource`` with the category as its code, in hundredths of a percent; nil where there is none.
    public let rate: Int?
    /// Cents are cut toward zero; what is left is not federal.
    public let share: Money?
  }

  /// A line in force with its definition.
  public struct Line: Hashable, Sendable {
    public let quarter: StateQuarter
    public let form: FormLine
    public let amount: Money
    public let positions: Int

    public init(quarter: StateQuarter, form: FormLine, amount: Money, positions: Int) {
      self.quarter = quarter
      self.form = form
      self.amount = amount
      self.positions = positions
    }
  }

  /// - Parameters:
  ///   - lines: of one agency or of all, of one quarter or of several.
  ///   - funds: rates of the department.
  public init(_ lines: [Line], funds: [FundSource]) throws(MoneyOverflow) {
    func sum(_ isIn: (Line) -> Bool) throws(MoneyOverflow) -> Money { try Money.sum(lines.filter(isIn).map(\.amount)) }
    var parts: [Part] = []
    let names = FormLine.legislativeParts.filter { !$0.isEmpty }
    for name in names {
      parts.append(
        Part(
          name: name,
          amount: try sum {
            $0.form.legislative == name || (name == names.last && !names.contains($0.form.legislative))
          }))
    }
    legislative = parts
    let quarters = Set(lines.map(\.quarter)).count
    var functions: [Function] = []
    for function in StaffFunction.allCases {
      let own = lines.filter { $0.form.function == function.rawValue }
      let positions = own.reduce(0) { $0 + $1.positions }
      functions.append(
        Function(
          function: function, amount: try Money.sum(own.map(\.amount)),
          positions: quarters == 0 ? 0 : (positions * 2 + quarters) / (quarters * 2)))
    }
    self.functions = functions
    var federal: [Federal] = []
    var seen: Set<String> = []
    for category in lines.map(\.form.federal) where seen.insert(category).inserted {
      let amount = try sum { $0.form.federal == category }
      let rate = funds.first { $0.code == category }?.federal
      federal.append(
        Federal(
          category: category, amount: amount, rate: rate, share: rate.map { amount.share($0, of: 10_000) }))
    }
    self.federal = federal
    total = try sum { _ in true }
  }
}
