/// What keeps a table of lines from being an edition of a form. An edition is published as a whole and written once, so it is
/// looked at before.
public struct EditionProblem: Hashable, Sendable {
  /// Place of the line in the table, 0 for the first; nil where it is the edition as a whole.
  public let line: Int?
  /// The field that is wrong.
  public let field: String
  public let rule: Rule

  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// No lines.
    case empty = "edition-without-lines"
    /// Lines of more than one form, or of more than one edition.
    case mixed = "edition-mixed"
    /// Its number is not the next one: what is published, or shipped, is never changed.
    case notNext = "edition-not-next"
    case codeMissing = "code-missing"
    case codeTwice = "code-twice"
    case titleMissing = "title-missing"
    /// Of CS 921 and CS 356.
    case categoryMissing = "category-missing"
    /// An EDP sub-category outside of automation, or automation without one.
    case automation = "edp-and-automation"
    /// Of CS 921 and CS 356: two lines of one function.
    case functionTwice = "function-twice"
    /// Of CS 356: the reports to the legislature need a part for each line (AS.2.4 task 4).
    case partMissing = "legislative-part-missing"
    /// Of CS 356: federal reports need a category for each line (AS.2.6 task 7).
    case federalMissing = "federal-category-missing"
    /// A category of no line of the edition before, and no fund source: its rate would be found nowhere.
    case federalUnknown = "federal-category-unknown"

    public var words: String {
      switch self {
      case .empty: "there are no lines"
      case .mixed: "all lines belong to one edition of one form"
      case .notNext: "this is not the next edition: what is published is never changed"
      case .codeMissing: "the code is missing"
      case .codeTwice: "another line has this code"
      case .titleMissing: "the title is missing"
      case .categoryMissing: "the category is missing"
      case .automation: "an EDP sub-category and the category automation go together"
      case .functionTwice: "another line has this function"
      case .partMissing: "the part of the reports to the legislature is missing"
      case .federalMissing: "the federal category is missing"
      case .federalUnknown: "neither the edition before nor a fund source has this federal category"
      }
    }
  }

  public init(line: Int?, field: String, rule: Rule) { (self.line, self.field, self.rule) = (line, field, rule) }
}

extension FormEditions {
  /// The federal categories that a new edition may use.
  ///
  /// - Parameter funds: codes of fund sources, which have the rates.
  public func federalCategories(of form: FormLine.Form, funds: [String]) -> Set<String> {
    Set(lines(of: form, edition: newest(of: form)).map(\.federal) + funds).subtracting([""])
  }

  /// What is wrong with lines that are to be the next edition of their form; empty if nothing is.
  ///
  /// - Parameter funds: codes of fund sources.
  public func problems(publishing new: [FormLine], funds: [String] = []) -> [EditionProblem] {
    guard let first = new.first else { return [EditionProblem(line: nil, field: "", rule: .empty)] }
    var problems: [EditionProblem] = []
    if let form = FormLine.Form(rawValue: first.form), first.edition != newest(of: form) + 1 {
      problems.append(EditionProblem(line: 0, field: "edition", rule: .notNext))
    }
    let isOfCosts = [FormLine.Form.display, .claim].map(\.rawValue).contains(first.form)
    let isClaim = first.form == FormLine.Form.claim.rawValue
    let categories = FormLine.Form(rawValue: first.form).map { federalCategories(of: $0, funds: funds) } ?? []
    var codes: Set<String> = []
    var functions: Set<String> = []
    for (place, line) in new.enumerated() {
      func refuse(_ field: String, _ rule: EditionProblem.Rule, if isWrong: Bool) {
        if isWrong { problems.append(EditionProblem(line: place, field: field, rule: rule)) }
      }
      refuse("form", .mixed, if: line.form != first.form)
      refuse("edition", .mixed, if: line.edition != first.edition)
      refuse("code", .codeMissing, if: line.code.isEmpty)
      refuse("code", .codeTwice, if: !line.code.isEmpty && !codes.insert(line.code).inserted)
      refuse("title", .titleMissing, if: line.title.isEmpty)
      guard isOfCosts else { continue }
      refuse("category", .categoryMissing, if: line.category.isEmpty)
      refuse("edp", .automation, if: line.edp.isEmpty == (line.category == BudgetCategory.automation.rawValue))
      refuse("function", .functionTwice, if: !line.function.isEmpty && !functions.insert(line.function).inserted)
      refuse("legislative", .partMissing, if: isClaim && line.legislative.isEmpty)
      refuse("federal", .federalMissing, if: isClaim && line.federal.isEmpty)
      refuse("federal", .federalUnknown, if: !line.federal.isEmpty && !categories.contains(line.federal))
    }
    return problems
  }
}
