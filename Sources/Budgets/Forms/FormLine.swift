public import Records

/// A line of an edition of a form. The official layouts of CS 921, CS 356, CS 34 and CS 35 are in no source: editions are data that the
/// department publishes, and what is shipped is reconstructed. A line keeps its definition; a changed one is a new edition.
public struct FormLine: NaturalRecord {
  public var form = ""
  public var edition = 0
  public var code = ""
  public var position = 0
  public var title = ""
  public var category = ""
  /// Of salaries and benefits of one function.
  public var function = ""
  /// Empty for administration.
  public var edp = ""
  /// Where the reports to the legislature put it (AS.2.5 task 3).
  public var legislative = ""
  /// Category of OCSE-396A.
  public var federal = ""
  public var definition = ""

  public init() {}

  public enum Form: String, CaseIterable, Hashable, Sendable {
    case display = "CS 921"
    case claim = "CS 356"
    case collections = "CS 34"
    case distributions = "CS 35"
  }

  public static let legislativeParts = [
    "", "salaries and benefits", "contractors", "space", "other county agencies", "indirect", "other",
  ]

  public static let keys: [EntryField<FormLine>] = [
    .text("form", "form", \.form, .choice(Form.allCases.map(\.rawValue), whenEmpty: "")),
    .number("edition", "edition", \.edition, .number(0...999_999)),
    .text("code", "code", \.code),
  ]

  public static let fields: [EntryField<FormLine>] = [
    .number("position", "position", \.position, .number(0...999_999)),
    .text("title", "title", \.title),
    .text("category", "category", \.category, .choice([""] + BudgetCategory.allCases.map(\.rawValue), whenEmpty: "")),
    .text("function", "function", \.function, .choice([""] + StaffFunction.allCases.map(\.rawValue), whenEmpty: "")),
    .text("edp", "EDP sub-category", \.edp, .choice([""] + EDPCategory.allCases.map(\.rawValue), whenEmpty: "")),
    .text("legislative", "legislative report", \.legislative, .choice(legislativeParts, whenEmpty: "")),
    .text("federal", "federal category", \.federal),
    .text("definition", "definition", \.definition, .text),
  ]
}
