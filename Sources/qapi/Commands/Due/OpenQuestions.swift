import Budgets
import GRDB
import Measures
import Records
import Store
import SyncEngine

/// What waits for a member's word, and has no day: figures outside their tolerance band, targets on which the other side has
/// spoken, figures, claims and Budget Displays that were handed in or sent back, and what else was asked of the department.
struct OpenQuestions {
  struct Question: Equatable {
    /// `figures-outside-band`, `targets`, `submissions`, `returned-submissions`, `claims`, `returned-claims`,
    /// `returned-displays`; at the department `displays`, `funding-needs`, `approvals`, `insufficiency-notices`,
    /// `training-proposals`.
    let kind: String
    let count: Int
    let one: String
    let many: String
    /// Shows them.
    let command: String

    var words: String { "\(Layout.count(count, one, many)) (see `\(command)`)" }
  }

  let questions: [Question]

  /// - Parameter member: an agency, or the department.
  init(of member: String, on node: OpenNode) throws {
    guard !node.engine.identity.isReader else {
      questions = []
      return
    }
    let isDepartment = member == Deployment.department
    let today = try Day.argument(nil)
    questions = try node.engine.queue.read { db in
      let targets = try TargetStore.all(of: isDepartment ? nil : member, in: db)
        .count { Self.waits($0.target, for: isDepartment ? .department : .agency) }
      let standings = try FigureStore.standings(of: isDepartment ? nil : member, in: db).values.flatMap(\.values)
      let claims = try FiscalStore.standings(of: [.claim], agency: isDepartment ? nil : member, in: db)
        .map { $0.standing.state() }
      return [
        Question(
          kind: "figures-outside-band", count: isDepartment ? 0 : try Self.triggers(of: member, in: db),
          one: "figure outside its band", many: "figures outside their band", command: "qapi comparison triggers"),
        Question(
          kind: "targets", count: targets, one: "target", many: "targets", command: "qapi target list --open"),
        Question(
          kind: "submissions", count: isDepartment ? standings.count { $0.waiting != nil } : 0,
          one: "submission of figures to decide", many: "submissions of figures to decide",
          command: "qapi measure submissions"),
        Question(
          kind: "returned-submissions", count: isDepartment ? 0 : standings.count { $0.state == .returned },
          one: "submission of figures sent back", many: "submissions of figures sent back",
          command: "qapi measure submissions"),
        Question(
          kind: "claims", count: isDepartment ? claims.count { $0 == .submitted } : 0, one: "claim to decide",
          many: "claims to decide", command: "qapi claim submissions"),
        Question(
          kind: "returned-claims", count: isDepartment ? 0 : claims.count { $0 == .returned }, one: "claim sent back",
          many: "claims sent back", command: "qapi claim submissions"),
      ].filter { $0.count > 0 }
        + (isDepartment ? try Self.sent(on: today, in: db) : try Self.returnedDisplays(to: member, in: db))
    }
  }

  private static func sent(on today: Day, in db: Database) throws -> [Question] {
    let waiting = try WaitingForDepartment(on: today, in: db)
    return [
      Question(
        kind: "displays", count: waiting.displays, one: "Budget Display to decide", many: "Budget Displays to decide",
        command: "qapi display submissions"),
      Question(
        kind: "funding-needs", count: waiting.needs, one: "funding need to decide", many: "funding needs to decide",
        command: "qapi display need list"),
      Question(
        kind: "approvals", count: waiting.approvals, one: "approval to answer", many: "approvals to answer",
        command: "qapi fiscal approval list authority=DCSS"),
      Question(
        kind: "insufficiency-notices", count: waiting.notices, one: "notice that an allocation is insufficient",
        many: "notices that allocations are insufficient", command: "qapi allocation notice list"),
      Question(
        kind: "training-proposals", count: waiting.proposals, one: "Training Proposal to answer",
        many: "Training Proposals to answer", command: "qapi training proposal list"),
    ].filter { $0.count > 0 }
  }

  private static func returnedDisplays(to agency: String, in db: Database) throws -> [Question] {
    let count = try FiscalStore.standings(of: [.display], agency: agency, in: db)
      .count { $0.standing.state() == .returned }
    return count == 0
      ? []
      : [
        Question(
          kind: "returned-displays", count: count, one: "Budget Display sent back", many: "Budget Displays sent back",
          command: "qapi display submissions")
      ]
  }

  private static func waits(_ target: AgreedTarget, for side: AgreedTarget.Side) -> Bool {
    switch target.state {
    case .proposed(let other): other != side
    case .discussed: true
    case .none, .agreed, .withdrawn: false
    }
  }

  /// A report that cannot be read asks nothing; `findings` has it.
  private static func triggers(of agency: String, in db: Database) throws -> Int {
    guard let newest = try ComparisonStore.newest(in: db), let read = try? ReadComparison(newest, in: db) else {
      return 0
    }
    return try ComparisonStore.openTriggers(of: agency, newest, read.comparison, in: db).count
  }

  var json: JSON {
    .list(
      questions.map {
        .object(["kind": .text($0.kind), "count": JSON($0.count), "see": .text($0.command)])
      })
  }
}
