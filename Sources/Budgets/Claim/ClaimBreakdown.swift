/// Claimed costs as the reports to the legislature and to the federal government take them apart (AS.2.4 task 4, AS.2.6 task 7).
public struct ClaimBreakdown: Hashable, Sendable {
  /// In the order of ``FormLine/legislativeParts``; what names none stands under "other".
  public let legislative: [Part]
  /// Salaries and benefits by function, with positions.
  public let functions: [Function]
  /// By federal category, in the order of their first lines.
  public let federal: [Federal]
  public let total: Money
  /// Of all functions together.
  public let salaries: Money
  public let positions: FTE

  public struct Part: Hashable, Sendable {
    public let name: String
    public let amount: Money
  }

  public struct Function: Hashable, Sendable {
    public let function: StaffFunction
    public let amount: Money
    /// Of several quarters the average, rounded half up.
    public let positions: FTE
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
      let hundredths = Int128(FTE.sum(own.map { FTE(hundredths: $0.positions) }).hundredths)
      let count = Int128(max(quarters, 1))
      functions.append(
        Function(
          function: function, amount: try Money.sum(own.map(\.amount)),
          positions: FTE(hundredths: Int(clamping: (hundredths * 2 + count) / (count * 2)))))
    }
    self.functions = functions
    salaries = try Money.sum(functions.map(\.amount))
    positions = FTE.sum(functions.map(\.positions))
    var federal: [Federal] = []
    var seen: Set<String> = []
    for category in lines.map(\.form.federal) where seen.insert(category).inserted {
      let amount = try sum { $0.form.federal == category }
      let rate = funds.first { $0.code == category }.flatMap { $0.federal < 0 ? nil : $0.federal }
      federal.append(
        Federal(
          category: category, amount: amount, rate: rate, share: rate.map { amount.share($0, of: 10_000) }))
    }
    self.federal = federal
    total = try sum { _ in true }
  }
}
