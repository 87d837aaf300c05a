/// The five categories of a budget (AS.2.1 task 2).
public enum BudgetCategory: String, CaseIterable, Hashable, Sendable {
  case personal = "personal services"
  case operating = "operating expenses"
  case contracts = "direct services contracts"
  case indirect = "indirect expenses"
  case automation = "automation"
}

/// What a position does, whatever its title (AS.2.3 task 1).
public enum StaffFunction: String, CaseIterable, Hashable, Sendable {
  case casework, investigation, legal
  case disbursement = "SDU"
  case clerical = "clerical support"
  case targeted = "targeted programs"
  case administrative, automation

  public var isCore: Bool {
    switch self {
    case .casework, .investigation, .legal, .disbursement, .clerical: true
    case .targeted, .administrative, .automation: false
    }
  }
}

/// Statewide targeted programs (AS.2.4 task 2). They are not controlled by category: their allocation is a floor of effort.
public enum TargetedProgram: String, CaseIterable, Hashable, Sendable {
  case customerService = "Customer Service"
  case ombudsperson = "Ombudsperson Program"
  case complaints = "Complaint Resolution"
  case hearings = "State Hearings"
  case training = "Training"
  case outreach = "Customer and Community Awareness, Education and Outreach"
  case quality = "Quality Assurance and Performance Improvement"
  case teams = "Program Improvement Teams"
}

/// The control of an amount, in a plan and in a letter (AS.2.4 task 5).
public enum BudgetControl: Hashable, Sendable {
  /// Administration that is not EDP.
  case administration
  case edp(EDPCategory, project: String, account: String)

  public var isEDP: Bool { self != .administration }

  /// As the fields of a line name it: an empty sub-category is administration.
  ///
  /// nil where the sub-category of EDP is none that is known.
  public init?(edp: String, project: String, account: String) {
    guard !edp.isEmpty else {
      self = .administration
      return
    }
    guard let category = EDPCategory(rawValue: edp) else { return nil }
    self = .edp(category, project: project, account: account)
  }

  /// What the fields of a line leave out, or say too much (AS.2.4 task 5).
  public enum Gap: String, Hashable, Sendable {
    case projectWithoutEDP = "project-without-edp"
    case edpWithoutProject = "edp-without-project"

    public var words: String {
      switch self {
      case .projectWithoutEDP: "a project code and an account belong to an EDP sub-category"
      case .edpWithoutProject:
        "EDP is controlled by sub-category, project code, and account where there is one (AS.2.4)"
      }
    }

    public var next: String {
      switch self {
      case .projectWithoutEDP: "say it with edp=\"...\", or leave them out"
      case .edpWithoutProject: "say the project code with project=..."
      }
    }
  }

  public static func gap(edp: String, project: String, account: String) -> Gap? {
    if edp.isEmpty { return project.isEmpty && account.isEmpty ? nil : .projectWithoutEDP }
    return project.isEmpty ? .edpWithoutProject : nil
  }
}

/// The sub-categories that control EDP costs (AS.2.4 task 5).
public enum EDPCategory: String, CaseIterable, Hashable, Sendable {
  case localRecurring = "local M&O recurring"
  case localNonRecurring = "local M&O non-recurring"
  case consortiaRecurring = "consortia M&O recurring"
  case consortiaNonRecurring = "consortia M&O non-recurring"
  case enhancements, conversions
}

/// The two parts of the Customer Service Initiative, between which money may move and out of which it may not (AS.2.4 task 5).
public enum InitiativePart: String, CaseIterable, Hashable, Sendable {
  case ombudsperson = "Ombudsperson Program"
  case local = "Local Customer Service Initiative"
}
