import Budgets
import GRDB
import Plans
import Records
import Store

/// Contracts, purchase orders and leases: the contract list (AS.3.1).
enum ContractNoun: RecordNoun {
  typealias Entry = Contract
  static let command = "fiscal contract"
  static let hasTables = true
  static let columns = ["kind", "direct_service", "edp", "last", "amount", "title"]
  static let required = ["title"]
  static let detailNames = "total, approvals (\(ApprovalView.names))"

  static func check(_ entry: Contract, was old: Contract?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkDays(entry.first, entry.last)
    guard !entry.budget.isEmpty else { return }
    try BudgetRules.checkLine(entry.line, isOf: entry.budget, agency, in: db)
  }

  static func details(
    of entry: Contract, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    guard
      let found = try ExecutionStore.approvals(of: agency ?? "", in: db).first(where: { $0.contract.id == entry.id })
    else { return RecordDetails() }
    let view = ApprovalView(try found.approvals.get())
    let total = try found.contract.total(with: found.amendments)
    return RecordDetails(
      lines: [""] + Layout.facts([["with amendments:", "\(total)"]])
        + (view.approvals.needs.isEmpty ? [] : [""] + view.lines),
      members: JSON.members(["total": .text("\(total)"), "approvals": view.json]))
  }

  static func remarks(on entry: Contract) -> [String] {
    entry.edp == 0
      ? []
      : ["EDP: see which prior approvals it needs with `qapi fiscal contract approvals \(entry.id)`"]
  }
}

/// Amendments of contracts.
enum ContractAmendmentNoun: RecordNoun {
  typealias Entry = ContractAmendment
  static let command = "fiscal contract amendment"
  static let hasTables = true
  static let title = "amendment"
  static let columns = ["contract", "day", "amount", "days", "note"]
  static let required = ["day"]

  static func check(_ entry: ContractAmendment, was old: ContractAmendment?, of agency: String?, in db: Database) throws
  {
    guard entry.amount != 0 || entry.days != 0 || !entry.note.isEmpty else {
      throw Failure.rule(
        "amendment-of-nothing", "an amendment changes the amount, the term or, in words, something else",
        next: "say it with amount=, days= or note=")
    }
    guard let agency, let contract = try RecordStore.find(Contract(id: entry.contract), agency: agency, in: db) else {
      return
    }
    let others = try RecordStore.records(
      ContractAmendment.self, of: agency, where: "contract", is: contract.id, in: db
    ).filter { $0.id != entry.id }
    let amount = try Money.sum(
      ([contract.amount, entry.amount] + others.map(\.amount)).map { Money(cents: Int64($0)) })
    guard amount < .zero else { return }
    throw Failure.rule(
      "amended-below-zero", "with its amendments the contract would come to \(amount)",
      next: "take off what is left of it at most")
  }
}

/// Written approvals that are asked for before money is spent (AS.2.6 task 3).
enum ApprovalNoun: RecordNoun {
  typealias Entry = ApprovalRequest
  static let command = "fiscal approval"
  static let hasTables = true
  static let title = "approval request"
  static let columns = ["kind", "authority", "amount", "title"]
  static let required = ["title"]
  static let standingNames = "state, answered_by_department"

  static func begin(_ entry: inout ApprovalRequest, _ occasion: RecordOccasion) {
    (entry.day, entry.person) = ("\(occasion.today)", occasion.person)
  }

  static func check(_ entry: ApprovalRequest, was old: ApprovalRequest?, of agency: String?, in db: Database) throws {
    guard let kind = ApprovalRequest.Kind(rawValue: entry.kind),
      let authority = ApprovalRequest.Authority(rawValue: entry.authority)
    else { return }
    guard kind.authorities.contains(authority) else {
      throw Failure.rule(
        "wrong-authority", "this kind is not approved by that authority (AS.2.4, AS.2.6)",
        next: "say authority=\(kind.authorities.map { "\"\($0.rawValue)\"" }.joined(separator: " or "))")
    }
    guard entry.answer.isEmpty || authority != .department else {
      throw Failure.rule(
        "department-answers-itself", "DCSS answers in a record of its own",
        next: "leave answer out: it comes with a sync")
    }
    guard entry.answer.isEmpty || !entry.answered.isEmpty else {
      throw Failure.rule("answer-without-day", "an answer has a day", next: "say it with answered=2024-01-31")
    }
    guard kind == .amendment || entry.amendment.isEmpty else {
      throw Failure.rule(
        "amendment-of-other-kind", "only a request of the kind \"EDP amendment\" names an amendment",
        next: "say kind=\"EDP amendment\", or leave the amendment out")
    }
    guard !entry.amendment.isEmpty else { return }
    let amendment = try RecordStore.find(ContractAmendment(id: entry.amendment), agency: agency, in: db)
    guard amendment?.contract != entry.contract else { return }
    throw Failure.rule(
      "amendment-of-other-contract", "the amendment is not one of this contract",
      next: "name its contract: contract=\(amendment?.contract ?? "ID")")
  }

  static func standings(
    of entries: [(agency: String, record: ApprovalRequest)], in db: Database
  ) throws -> [RecordDetails] {
    let answers = Dictionary(grouping: try RecordStore.all(ApprovalAnswer.self, in: db), by: \.agency)
    return entries.map { agency, request in
      let outcome = request.outcome(among: (answers[agency] ?? []).map(\.record))
      let state = outcome.map { $0.isApproved ? "approved" : "denied" } ?? "open"
      return RecordDetails(
        lines: [state],
        members: JSON.members([
          "state": .text(state),
          "answered_by_department": JSON(
            outcome != nil && request.authority == ApprovalRequest.Authority.department.rawValue),
        ]))
    }
  }
}

/// The department's answers.
enum ApprovalAnswerNoun: RecordNoun {
  typealias Entry = ApprovalAnswer
  static let command = "fiscal approval answer"
  static let hasTables = true
  static let title = "answer"
  static let columns = ["request", "result", "day", "reference", "text"]

  static func begin(_ entry: inout ApprovalAnswer, _ occasion: RecordOccasion) {
    (entry.day, entry.person) = ("\(occasion.today)", occasion.person)
  }

  static func check(_ entry: ApprovalAnswer, was old: ApprovalAnswer?, of agency: String?, in db: Database) throws {
    guard let agency,
      let request = try RecordStore.find(ApprovalRequest(id: entry.request), agency: agency, in: db)
    else { return }
    guard request.authority == ApprovalRequest.Authority.department.rawValue else {
      throw Failure.rule(
        "asked-of-another", "this was asked of another authority: \(request.authority)",
        next: "the agency writes down what that one answers")
    }
    let others = try RecordStore.records(ApprovalAnswer.self, of: agency, where: "request", is: entry.request, in: db)
    guard others.allSatisfy({ $0.id == entry.id }) else {
      throw Failure.rule(
        "answered-already", "this request is answered",
        next: "change the answer with `qapi fiscal approval answer edit`")
    }
  }
}
