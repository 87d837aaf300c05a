/// The editions of the forms: the one that is shipped, and those that the department published.
public struct FormEditions: Hashable, Sendable {
  private let lines: [FormLine]
  /// Forms with the numbers of their editions that the department published.
  private let published: Set<String>

  /// - Parameter published: a published edition of the number of the shipped one takes its place.
  public init(published: [FormLine]) {
    func name(_ line: FormLine) -> String { "\(line.form) \(line.edition)" }
    let names = Set(published.map(name))
    self.published = names
    lines = Self.shipped.filter { !names.contains(name($0)) } + published
  }

  /// The highest number of an edition of a form.
  public func newest(of form: FormLine.Form) -> Int {
    numbers(of: form).last ?? 1
  }

  /// In their order.
  public func numbers(of form: FormLine.Form) -> [Int] {
    Set(lines.filter { $0.form == form.rawValue }.map(\.edition)).sorted()
  }

  /// In their order; empty where the edition is not known here.
  public func lines(of form: FormLine.Form, edition: Int) -> [FormLine] {
    lines.filter { $0.form == form.rawValue && $0.edition == edition }
      .sorted { ($0.position, $0.code) < ($1.position, $1.code) }
  }

  /// A line of a form, as the newest edition has it that has it at all.
  public func line(_ code: String, of form: FormLine.Form) -> FormLine? {
    lines.filter { $0.form == form.rawValue && $0.code == code }.max { $0.edition < $1.edition }
  }

  /// What a form says of itself: an edition of the department is its own, and the shipped one is ours.
  public func heading(of form: FormLine.Form, edition: Int) -> String {
    published.contains("\(form.rawValue) \(edition)") ? "edition \(edition), published by DCSS" : Self.heading
  }

  /// What the shipped edition of every form says of itself.
  public static let heading = "reconstructed from AS.2.3 and AS.2.6, not the official form"
}

extension FormEditions {
  /// Edition 1. The categories are those of AS.2.1 task 2 and AS.2.3 task 1; the claim has fewer lines, with the same
  /// definitions (AS.2.6 task 7).
  static let shipped: [FormLine] = display + claim + collections

  private static let display: [FormLine] = numbered(
    .display,
    staffing("Salaries and wages", defined: true) + [
      line("ps-benefits", "Benefits", .personal, legislative: "salaries and benefits"),
      line("ps-overtime", "Overtime and pay differentials", .personal, legislative: "salaries and benefits"),
      line("ps-temporary", "Temporary help", .personal, legislative: "salaries and benefits"),
      line("op-facilities", "Facilities: space, utilities, maintenance", .operating, legislative: "space"),
      line("op-equipment", "Equipment", .operating, legislative: "other"),
      line("op-postage", "Postage", .operating, legislative: "other"),
      line("op-travel", "Travel", .operating, legislative: "other"),
      line("op-general", "General expenses", .operating, legislative: "other"),
      line("op-contracts", "Contracts for operating items", .operating, legislative: "contractors"),
      line("dc-legal", "Legal services", .contracts, legislative: "contractors"),
      line("dc-investigator", "Investigator services", .contracts, legislative: "contractors"),
      line("dc-service-of-process", "Service of process", .contracts, legislative: "contractors"),
      line("dc-criminal-information", "Access to criminal information", .contracts, legislative: "contractors"),
      line("dc-laboratory", "Laboratory services", .contracts, legislative: "contractors"),
      line("dc-other-county", "Other county agencies", .contracts, legislative: "other county agencies"),
      line("dc-other", "Other direct services contracts", .contracts, legislative: "contractors"),
      line("in-countywide", "Countywide overhead (A-87)", .indirect, legislative: "indirect"),
      line("in-attorney", "Residual settlement of district attorney rates", .indirect, legislative: "indirect"),
    ] + automation)

  private static let claim: [FormLine] = numbered(
    .claim,
    staffing("Salaries and benefits") + [
      line("op-space", "Space", .operating, legislative: "space"),
      line("op-other", "Other operating expenses", .operating, legislative: "other"),
      line("dc-contracts", "Direct services contracts", .contracts, legislative: "contractors"),
      line("dc-other-county", "Other county agencies", .contracts, legislative: "other county agencies"),
      line("in-countywide", "Countywide overhead (A-87)", .indirect, legislative: "indirect"),
      line("in-attorney", "Residual settlement of district attorney rates", .indirect, legislative: "indirect"),
    ] + automation)

  private static let collections: [FormLine] =
    numbered(
      .collections, [line("collections", "Collections"), line("distributions", "Distributions")])
    + numbered(
      .distributions,
      [line("distributions", "Distributions"), line("190", "Box 190: federal and state share of recoupment")])

  /// A line for each function. The definitions of the CS 921 hold for the claim too.
  private static func staffing(_ title: String, defined isDefined: Bool = false) -> [FormLine] {
    StaffFunction.allCases.map { function in
      var line = line(
        "ps-" + (function == .disbursement ? "sdu" : function == .clerical ? "clerical" : function.firstWord),
        "\(title): \(function.rawValue)", .personal, legislative: "salaries and benefits")
      line.function = function.rawValue
      if isDefined { line.definition = function.definition }
      return line
    }
  }

  private static let automation: [FormLine] = EDPCategory.allCases.map { category in
    var line = line(
      "au-" + category.rawValue.replacing("M&O ", with: "").replacing(" ", with: "-"), category.inFull, .automation,
      federal: "automation", legislative: "other")
    line.edp = category.rawValue
    return line
  }

  private static func line(
    _ code: String, _ title: String, _ category: BudgetCategory? = nil, federal: String = "administration",
    legislative: String = ""
  ) -> FormLine {
    var line = FormLine()
    (line.edition, line.code, line.title, line.category) = (1, code, title, category?.rawValue ?? "")
    (line.federal, line.legislative) = (category == nil ? "" : federal, legislative)
    return line
  }

  private static func numbered(_ form: FormLine.Form, _ lines: [FormLine]) -> [FormLine] {
    lines.enumerated().map { index, line in
      var line = line
      (line.form, line.position) = (form.rawValue, index + 1)
      return line
    }
  }
}

extension StaffFunction {
  /// In our words: the Budget Display definitions of DCSS are in no source.
  fileprivate var definition: String {
    switch self {
    case .casework: "Opening, establishing, enforcing and closing cases, whatever the title of who does it."
    case .investigation: "Locating people, income and assets for cases."
    case .legal: "Attorneys, and those who prepare and file what goes to court."
    case .disbursement: "Receiving, posting and paying out collections (State Disbursement Unit work)."
    case .clerical: "Support of the other core functions: mail, records, reception, data entry."
    case .targeted: "A statewide targeted program, each reported by itself (AS.2.4 task 2)."
    case .administrative: "Management, fiscal, personnel and other work for the agency as a whole."
    case .automation: "Running and supporting automated systems."
    }
  }

  fileprivate var firstWord: String { rawValue.split(separator: " ").first.map(String.init) ?? rawValue }
}

extension EDPCategory {
  fileprivate var inFull: String {
    rawValue.replacing("M&O", with: "maintenance and operation").prefix(1).uppercased()
      + rawValue.replacing("M&O", with: "maintenance and operation").dropFirst()
  }
}
