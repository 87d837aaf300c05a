internal import Records

/// The prior approvals that an EDP agreement needs, each with the request that answers it (AS.2.4 task 5, AS.2.6 task 3).
public struct ContractApprovals: Hashable, Sendable {
  /// By step, as ``PriorApproval`` gives them; one for each authority.
  public let needs: [Need]

  public struct Need: Hashable, Sendable {
    public let approval: PriorApproval
    public let authority: ApprovalRequest.Authority
    public let state: State
    /// What was asked of the authority for this step; nil if nothing was.
    public let request: ApprovalRequest?
    /// Day of the answer; empty if there is none.
    public let answered: String
    /// Day on which the step began: an approval after it is not prior.
    public let begins: String
  }

  public enum State: String, Hashable, Sendable {
    case approved
    case late = "approved after it began"
    case asked, denied, missing

    public var isApproved: Bool { self == .approved || self == .late }
  }

  /// What each reading of the manual asks for and does not have.
  public var missing: [Need] { needs.filter { $0.approval.reading == .certain && !$0.state.isApproved } }
  public var late: [Need] { needs.filter { $0.approval.reading == .certain && $0.state == .late } }

  /// - Parameters:
  ///   - amendments: of the contract, in any order.
  ///   - requests: those of other contracts are left out.
  ///   - answers: of the department, by the request.
  public init(
    of contract: Contract, amendments: [ContractAmendment], requests: [ApprovalRequest], answers: [ApprovalAnswer]
  ) throws(MoneyOverflow) {
    guard contract.edp != 0 else {
      needs = []
      return
    }
    let steps = Self.inOrder(amendments.filter { $0.contract == contract.id })
    let agreement = EDPAgreement(
      amount: Money(cents: Int64(contract.amount)),
      amendments: steps.map { .init(amount: Money(cents: Int64($0.amount)), days: $0.days) })
    let asked = requests.filter { $0.contract == contract.id }
    var needs: [Need] = []
    for approval in try PriorApproval.needed(for: agreement) {
      let step = approval.step == 0 ? "" : steps[approval.step - 1].id
      let begins = approval.step == 0 ? contract.first : steps[approval.step - 1].day
      for authority in approval.isFederal ? [ApprovalRequest.Authority.department, .federal] : [.department] {
        let own = asked.filter { $0.amendment == step && $0.authority == authority.rawValue }
        needs.append(Self.need(approval, authority, own, answers, begins: begins))
      }
    }
    self.needs = needs
  }

  /// In the order in which they were made.
  public static func inOrder(_ amendments: [ContractAmendment]) -> [ContractAmendment] {
    amendments.sorted { $0.day != $1.day ? $0.day < $1.day : Positions.isBefore($0.id, $1.id) }
  }

  private static func need(
    _ approval: PriorApproval, _ authority: ApprovalRequest.Authority, _ requests: [ApprovalRequest],
    _ answers: [ApprovalAnswer], begins: String
  ) -> Need {
    let answered = requests.map { request in (request, request.outcome(among: answers)) }
    func need(_ state: State, _ found: (ApprovalRequest, ApprovalRequest.Outcome?)?) -> Need {
      Need(
        approval: approval, authority: authority, state: state, request: found?.0, answered: found?.1?.day ?? "",
        begins: begins)
    }
    // Of several the earliest that says its day: asking once more does not make an approval late.
    func order(_ outcome: ApprovalRequest.Outcome?) -> (Int, String) {
      let day = outcome?.day ?? ""
      return (day.isEmpty ? 1 : 0, day)
    }
    if let granted = answered.filter({ $0.1?.isApproved == true }).min(by: { order($0.1) < order($1.1) }) {
      let day = granted.1?.day ?? ""
      return need(!day.isEmpty && !begins.isEmpty && day > begins ? .late : .approved, granted)
    }
    if let open = answered.first(where: { $0.1 == nil }) { return need(.asked, open) }
    if let denied = answered.last { return need(.denied, denied) }
    return need(.missing, nil)
  }
}

extension ApprovalRequest {
  /// What an authority answered.
  public struct Outcome: Hashable, Sendable {
    public let isApproved: Bool
    public let day: String
    public let reference: String
  }

  /// The department answers with an ``ApprovalAnswer`` of its own, the latest of which holds; for the others the agency writes
  /// down what came. nil while there is no answer.
  public func outcome(among answers: [ApprovalAnswer]) -> Outcome? {
    guard authority == Authority.department.rawValue else {
      return answer.isEmpty ? nil : Outcome(isApproved: answer == "approved", day: answered, reference: reference)
    }
    return answers.filter { $0.request == id }.max { Positions.isBefore($0.id, $1.id) }.map {
      Outcome(isApproved: $0.result == "approved", day: $0.day, reference: $0.reference)
    }
  }
}

extension ApprovalRequest.Kind {
  /// Who approves it (AS.2.6 task 3; the federal government besides, by AS.2.4 task 5).
  public var authorities: [ApprovalRequest.Authority] {
    switch self {
    case .spending, .attorneyRate: [.department]
    case .agreement, .amendment: [.department, .federal]
    case .countywide: [.controller]
    }
  }
}
