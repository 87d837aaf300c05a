public import Records

/// A Budget Display, form CS 921, of an agency (AS.2.2 task 2, AS.2.3 task 1, AS.2.4 task 4): every fall, and whenever the department asks.
/// The official layout is in no source; an edition is data of the department, and ours is headed as reconstructed.
public struct BudgetDisplay: TypedRecord {
  public let id: String
  /// The current year that it displays, `SFY 2024-25`.
  public var year = ""
  /// Edition of the form; 0 before it is known which is the newest.
  public var edition = 0
  public var title = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<BudgetDisplay>] = [
    .text("year", "state fiscal year", \.year),
    .number("edition", "edition of the form", \.edition, .number(0...999_999)),
    .text("title", "title", \.title),
    .text("note", "note", \.note, .text),
  ]
}

/// Staffing of one function, by what people do and not by their titles (AS.2.3 task 1). Named by display, function and program, so
/// that two people who report the same function make a conflict, and not two rows.
///
/// The monthly average and the annual total are both reported as the county authorized them: compared, never derived.
public struct DisplayStaffing: NaturalRecord {
  public var display = ""
  public var function = ""
  /// Of the function "targeted programs".
  public var program = ""
  /// Hundredths of a position (FTE).
  public var authorized = 0
  public var filled = 0
  /// Filled at mid-year of the prior state fiscal year.
  public var filledMidYear = 0
  /// Whole cents.
  public var monthlyAverage = 0
  /// Whole cents.
  public var annualTotal = 0
  public var note = ""

  public init() {}

  public static let keys: [EntryField<DisplayStaffing>] = [
    .text("display", "Budget Display", \.display),
    .text("function", "function", \.function, .choice(StaffFunction.allCases.map(\.rawValue), whenEmpty: "")),
    .text(
      "program", "targeted program", \.program,
      .choice([""] + TargetedProgram.allCases.map(\.rawValue), whenEmpty: "")),
  ]

  public static let fields: [EntryField<DisplayStaffing>] = [
    .number("authorized", "positions authorized", \.authorized, .positions),
    .number("filled", "positions filled", \.filled, .positions),
    .number("filled_mid_year", "positions filled at mid-year of the prior year", \.filledMidYear, .positions),
    .number("monthly_average", "average monthly salary", \.monthlyAverage, .cents),
    .number("annual_total", "annual salaries and wages", \.annualTotal, .cents),
    .text("note", "note", \.note, .text),
  ]

  /// What the reported numbers make one ask; none of it is refused, because no source gives a formula.
  ///
  /// - `filled-above-authorized`: more positions filled than authorized.
  /// - `mid-year-not-said`: positions are filled, and none at mid-year of the prior year, against which they are contrasted.
  /// - `salaries-disagree`: the annual total is more than a tenth away from twelve times the average for each filled position.
  public var remarks: [String] {
    var remarks: [String] = []
    if filled > authorized { remarks.append("filled-above-authorized") }
    if filled > 0, filledMidYear == 0 { remarks.append("mid-year-not-said") }
    if salariesDisagree { remarks.append("salaries-disagree") }
    return remarks
  }

  /// What does not fit into the arithmetic is further away than any tenth.
  private var salariesDisagree: Bool {
    let (expected, isLarge) = (Int128(monthlyAverage) * 12).multipliedReportingOverflow(by: Int128(filled))
    guard !isLarge else { return true }
    guard expected > 0 else { return false }
    let (difference, isFar) = expected.subtractingReportingOverflow(Int128(annualTotal) * 100)
    let (tenfold, isFarther) = difference.magnitude.multipliedReportingOverflow(by: 10)
    return isFar || isFarther || tenfold > expected.magnitude
  }

  /// What a remark says, in words.
  public static func words(_ remark: String) -> String {
    switch remark {
    case "filled-above-authorized": "more positions are filled than authorized"
    case "mid-year-not-said": "no positions are said for mid-year of the prior year"
    case "salaries-disagree":
      "annual salaries are more than a tenth away from twelve monthly averages for each filled position"
    default: remark
    }
  }

  /// Filled now less filled at mid-year of the prior state fiscal year.
  public var change: FTE { FTE(hundredths: filled) - FTE(hundredths: filledMidYear) }

  /// "casework", or the targeted program.
  public var title: String { program.isEmpty ? function : program }
}

/// Another cost of a Budget Display, by line of the edition: operating expenses, direct service contracts, indirect expenses,
/// automation.
public struct DisplayCost: NaturalRecord {
  public var display = ""
  public var line = ""
  /// Whole cents.
  public var amount = 0
  public var note = ""

  public init() {}

  public static let keys: [EntryField<DisplayCost>] = [
    .text("display", "Budget Display", \.display),
    .text("line", "line", \.line),
  ]

  public static let fields: [EntryField<DisplayCost>] = [
    .number("amount", "amount", \.amount, .amount),
    .text("note", "note", \.note, .text),
  ]
}

/// A new funding need (AS.2.2 task 2, AS.2.3 task 3), with a Budget Display or whenever it becomes known.
public struct FundingNeed: TypedRecord {
  public let id: String
  /// The year for which it is needed, `SFY 2025-26`.
  public var year = ""
  /// Empty where it was sent at once, and not with a display.
  public var display = ""
  public var title = ""
  public var kind = "new item"
  /// Whole cents.
  public var amount = 0
  public var funding = "new"
  public var text = ""
  public var justification = ""
  /// Day on which it became known.
  public var day = ""
  public var person = ""

  public init(id: String) { self.id = id }

  /// Whether so many cents are part of what is needed: more than nothing, and less than all.
  public func isPart(_ cents: Int) -> Bool { cents > 0 && cents < amount }

  public static let kinds = ["new item", "change", "initiative", "shortfall of the baseline"]

  public static let fields: [EntryField<FundingNeed>] = [
    .text("year", "state fiscal year", \.year),
    .text("display", "Budget Display", \.display),
    .text("title", "title", \.title),
    .text("kind", "kind", \.kind, .choice(kinds, whenEmpty: "new item")),
    .number("amount", "amount", \.amount, .amount),
    .text("funding", "funded", \.funding, .choice(["new", "from within"], whenEmpty: "new")),
    .text("text", "detail", \.text, .text),
    .text("justification", "justification", \.justification, .text),
    .text("day", "known since", \.day, .day),
    .text("person", "person", \.person),
  ]
}

/// The department's decision on a funding need, which points to the line of the letter that grants it.
public struct NeedDecision: TypedRecord {
  public let id: String
  public var need = ""
  public var result = "granted"
  /// Whole cents; what is granted.
  public var amount = 0
  /// Id of the ``AllocationLine``; empty where nothing is granted.
  public var line = ""
  public var text = ""
  public var day = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let results = ["granted", "granted in part", "denied"]

  public static let fields: [EntryField<NeedDecision>] = [
    .text("need", "funding need", \.need),
    .text("result", "result", \.result, .choice(results, whenEmpty: "granted")),
    .number("amount", "amount granted", \.amount, .amount),
    .text("line", "line of a letter", \.line),
    .text("text", "text", \.text, .text),
    .text("day", "day", \.day, .day),
    .text("person", "by whom", \.person),
  ]
}
