extension BudgetLine {
  /// What the fields of a line item say against each other, so that its money would be held against another control than the one that it
  /// belongs to (AS.2.1 task 2, AS.2.4 task 5).
  public enum Miscoding: String, CaseIterable, Hashable, Sendable {
    case edpAndAutomation = "edp-and-automation"
    case displayLine = "line-of-another-control"
    case initiative = "initiative-for-other-work"

    public var words: String {
      switch self {
      case .edpAndAutomation: "an EDP sub-category and the category automation go together"
      case .displayLine: "the line of the CS 921 is of another category, or of another EDP sub-category"
      case .initiative: "money of the Customer Service Initiative is for customer service alone"
      }
    }

    public var next: String {
      switch self {
      case .edpAndAutomation: "say edp=\"...\" of what is automation, and of nothing else"
      case .displayLine: "name another line with display_line=..., or correct category and edp"
      case .initiative: "leave out program or initiative, or name a program of customer service"
      }
    }
  }

  /// The first that is found; nil where the fields agree, and where the sub-category of EDP is none that is known.
  ///
  /// - Parameter form: the line of the CS 921 that is named; nil where none is, or where it is not known.
  public func miscoding(on form: FormLine?) -> Miscoding? {
    guard control != nil else { return nil }
    if edp.isEmpty == (category == BudgetCategory.automation.rawValue) { return .edpAndAutomation }
    if let form, form.category != category || form.edp != edp { return .displayLine }
    if !initiative.isEmpty, let program = TargetedProgram(rawValue: program), !program.isCustomerService {
      return .initiative
    }
    return nil
  }
}

extension TargetedProgram {
  /// Whether money of the Customer Service Initiative may pay for it (AS.2.4 task 2).
  public var isCustomerService: Bool {
    switch self {
    case .customerService, .ombudsperson, .complaints, .hearings: true
    case .training, .outreach, .quality, .teams: false
    }
  }
}
