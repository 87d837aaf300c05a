import Budgets
import GRDB
import Measures
import Store
import SyncEngine

/// What waits for a member's word, and has no day: figures outside their tolerance band, targets on which the other side has
/// spoken, figures and claims that were handed in or sent back.
struct OpenQuestions {
  struct Question: Equatable {
    /// `figures-outside-band`, `targets`, `submissions`, `returned-submissions`, `claims`, `returned-claims`.
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
    }
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
