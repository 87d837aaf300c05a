import Canonical
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

/// A plan with its life and what is due of it: what `plan show` and `plan list` say besides the plan, and what approving,
/// submitting and deciding look at.
struct PlanStanding {
  let found: AgencyPlan
  let template: PlanTemplate?
  let life: PlanLife
  /// Empty where the template is not known here.
  let due: [DueItem]
  /// Whether the department runs a node for the agency.
  let isKeptByDepartment: Bool

  init(of found: AgencyPlan, today: Day, in db: Database, node: OpenNode) throws {
    self.found = found
    let template = try DepartmentStore.template(of: found.plan, in: db)
    let life = try LifeStore.life(of: found, template: template, today: today, in: db, sha256: Self.sha256)
    due =
      try template.map { template in
        life.dueItems(
          template: template, dates: try CycleStore.dates(of: template, agency: found.agency, in: db), today: today)
      } ?? []
    self.template = template
    self.life = life
    isKeptByDepartment = node.agenciesRunByDepartment.contains(found.agency)
  }

  static func sha256(_ text: String) -> String { Digest(of: Array(text.utf8)).hex }

  var late: [DueItem] { due.filter(\.isLate) }

  /// The next thing to hand in that has a day.
  var next: DueItem? { due.first { $0.submitted == nil && $0.due != nil } }

  // MARK: In words

  /// On 80 columns.
  var lines: [String] { Layout.facts(facts.map { ["\($0.name):", Shown.line($0.text)] }) }

  private var facts: [(name: String, text: String)] {
    var facts = [("state", stateInWords)]
    if let approval = life.approval { facts.append(("approved", Self.words(approval))) }
    for submission in [life.submission, life.accepted, life.amendment?.submission].uniqued {
      facts.append(("submitted \(submission.item)", Self.words(submission)))
    }
    for decision in [life.decision, life.amendment?.decision, life.closing].compactMap(\.self) {
      facts.append((decision.decision, Self.words(decision)))
    }
    facts += due.filter { $0.due != nil || $0.submitted != nil }.map { ("\($0.item.rawValue) due", $0.words) }
    if life.submissions.isEmpty { facts.append(("submitted", "not yet")) }
    return facts
  }

  /// For the head of the plan's page, marked as what no letter has.
  var fields: [Page.Field] {
    var rows = [Page.Field("State (ours)", stateInWords)]
    if let approval = life.approval { rows.append(Page.Field("Approved (ours)", Self.words(approval))) }
    if let last = life.lastVersion { rows.append(Page.Field("Handed in (ours)", Self.words(last))) }
    if let decision = life.closing ?? life.amendment?.decision ?? life.decision {
      rows.append(Page.Field("Decided (ours)", "\(decision.decision): \(Self.words(decision))"))
    }
    return rows
  }

  private var stateInWords: String {
    life.state.rawValue + (isKeptByDepartment ? " (kept by DCSS for the agency)" : "")
  }

  private static func words(_ approval: Approval) -> String {
    "\(approval.approvedAt) by \(approval.approvedBy.name), "
      + "prepared by \(approval.preparedBy.name)"
  }

  private static func words(_ submission: Submission) -> String {
    "\(submission.submittedAt) by \(submission.submittedBy)"
      + (submission.approvedBy.isEmpty ? "" : ", approved by \(submission.approvedBy)")
  }

  private static func words(_ decision: Decision) -> String {
    "\(decision.decidedAt) by \(decision.decidedBy)"
      + (decision.jointlyWith.isEmpty ? "" : " with \(decision.jointlyWith)")
      + (decision.comments.isEmpty ? "" : ": \(decision.comments)")
  }

  // MARK: For programs

  /// The members that `plan show` and `plan list` have of a plan's life.
  var json: [JSON.Member] {
    let last = life.lastVersion
    let decision = life.closing ?? life.amendment?.decision ?? life.decision
    return [
      .init(key: "state", value: .text(life.state.rawValue)),
      .init(key: "amendment", value: JSON(life.amendment?.state.rawValue)),
      .init(key: "approved_by", value: JSON(life.approval?.approvedBy.name ?? last?.approvedBy)),
      .init(key: "submitted_by", value: JSON(last?.submittedBy)),
      .init(key: "decision", value: JSON(decision?.decision)),
      .init(key: "decided_by", value: JSON(decision?.decidedBy)),
      .init(key: "late", value: .boolean(!late.isEmpty)),
      .init(key: "due", value: .list(due.map(\.json))),
      .init(key: "run_by_department", value: .boolean(isKeptByDepartment)),
    ]
  }

  static let jsonNames =
    "state, amendment (its state), approved_by, submitted_by, decision, decided_by, late, due (item, day, extended, "
    + "submitted, late), run_by_department"
}

extension DueItem {
  /// "2024-01-31 (extended), submitted 2024-01-30".
  var words: String {
    let day = due.map { "\($0)" + (isExtended ? " (extended)" : "") } ?? "no day set"
    let handedIn = submitted.map { ", submitted \($0)" } ?? ""
    return day + handedIn + (isLate ? (submitted == nil ? ": late" : ", late") : "")
  }

  var json: JSON {
    .object([
      "item": .text(item.rawValue), "day": JSON(due.map { "\($0)" }), "extended": .boolean(isExtended),
      "submitted": JSON(submitted.map { "\($0)" }), "late": .boolean(isLate),
    ])
  }
}

extension [Submission?] {
  /// Each once, in order.
  fileprivate var uniqued: [Submission] {
    var seen: Set<String> = []
    return compactMap(\.self).filter { seen.insert($0.id).inserted }
  }
}
