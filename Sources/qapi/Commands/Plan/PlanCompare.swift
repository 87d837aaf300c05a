import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine
import Texts
import Trust

struct PlanCompare: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Say in words what differs between two versions of a plan.",
    discussion: """
      A version is `now` (the plan as it stands), `first`, `last` (of its submissions), the number of a submission (1 is \
      the first), or the beginning of a submission's id. Without versions: what changed since the last submission.

      Who made a change, when and why is said where this node's history tells it.

      JSON: plan, agency, from, to (version, submitted_at), differences (table, key, place, change, field, label, before, \
      after, person, time, message).
      """)
  @OptionGroup var selection: PlanSelection
  @Argument(help: "The older version.")
  var from = "last"
  @Argument(help: "The newer version.")
  var to = "now"
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open(unlocking: true)
    let (found, submissions, template) = try node.engine.queue.read { db in
      let found = try selection.find(in: db, of: node)
      return (
        found, try PlanStore.submissions(agency: found.agency, plan: found.plan.id, in: db),
        try DepartmentStore.template(of: found.plan, in: db)
      )
    }
    let old = try version(from, of: found, submissions)
    let new = try version(to, of: found, submissions)
    let differences = PlanComparison.differences(from: old.plan, to: new.plan, template: template)
    let entries = try differences.map { ($0, try writer(of: $0, found.agency, node, untilNow: new.submission == nil)) }
    let heading = "from \(old.name) to \(new.name)"
    return Report(
      lines: differences.isEmpty
        ? Layout.wrapped("nothing differs \(heading)")
        : Layout.wrapped("\(Layout.count(differences.count, "difference")) \(heading)") + [""]
          + entries.flatMap(Self.lines),
      json: [
        "plan": .text(found.plan.id), "agency": .text(found.agency), "from": old.json, "to": new.json,
        "differences": .list(entries.map(Self.json)),
      ])
  }

  // MARK: Versions

  private struct Version {
    let plan: Plan
    let name: String
    let submission: Submission?

    var json: JSON {
      .object(["version": JSON(submission?.id ?? "now"), "submitted_at": JSON(submission?.submittedAt)])
    }
  }

  private func version(_ typed: String, of found: AgencyPlan, _ submissions: [Submission]) throws -> Version {
    let next = "use now, first, last, a number from 1 to \(submissions.count), or an id from `qapi plan show --json`"
    if typed == "now" { return Version(plan: found.plan, name: "now", submission: nil) }
    let numbers = submissions.indices.map { "\($0 + 1)" }
    let beginning = submissions.indices.filter { submissions[$0].id.hasPrefix(typed.lowercased()) && !typed.isEmpty }
    let place: Int? =
      switch typed {
      case "first": submissions.indices.first
      case "last": submissions.indices.last
      default: numbers.firstIndex(of: typed) ?? (beginning.count == 1 ? beginning[0] : nil)
      }
    guard !submissions.isEmpty else {
      throw Failure.usage("the plan was not submitted yet, so there is one version of it", next: "submit it first")
    }
    guard let place else {
      throw Failure.usage(
        beginning.count > 1
          ? "several submissions begin with \(Shown.line(typed))" : "the plan has no version \(Shown.line(typed))",
        next: next)
    }
    let submission = submissions[place]
    do {
      return Version(
        plan: try PlanSnapshot.plan(from: submission.snapshot),
        name: "submission \(place + 1) of \(Shown.line(submission.submittedAt))", submission: submission)
    } catch {
      throw Failure(
        .error, "submission \(place + 1) cannot be read: \(error.problem)", at: error.place,
        next: "see `qapi findings`; a newer program may have written it")
    }
  }

  /// Who wrote the newer value last; nil for a value that is not the one that stands now, or that nobody wrote.
  private func writer(
    of difference: PlanDifference, _ agency: String, _ node: OpenNode, untilNow: Bool
  ) throws -> WriteOrigin? {
    let key = [SQLiteValue.text(agency)] + difference.key.map(\.value)
    let table = difference.kind.table.name
    switch difference.change {
    case .added: return try node.engine.log(table: table, key: key, column: nil).last { $0.kind == .insert }?.origin
    case .removed: return try node.engine.log(table: table, key: key, column: nil).first { $0.kind == .delete }?.origin
    case .moved: return nil
    case .field(let name, _, _, _):
      return untilNow ? try node.engine.log(table: table, key: key, column: name).first?.origin : nil
    }
  }

  // MARK: Words

  static func lines(_ difference: PlanDifference, _ origin: WriteOrigin?) -> [String] {
    var lines: [String]
    if case .field(_, let label, let from, let to) = difference.change, from.count > 60 || to.count > 60 {
      let marked = WordDifference.marked(from: from, to: to)
      lines = Layout.wrapped("\(Shown.line(difference.place)): \(Shown.line(label)):", hanging: "  ")
      if let marked {
        lines += Layout.wrapped(Shown.text(marked), margin: "    ")
      } else {
        lines += ["  before:"] + Layout.wrapped(Shown.text(from.isEmpty ? "(nothing)" : from), margin: "    ")
        lines += ["  after:"] + Layout.wrapped(Shown.text(to.isEmpty ? "(nothing)" : to), margin: "    ")
      }
    } else {
      lines = Layout.wrapped(Shown.line(difference.words), hanging: "  ")
    }
    guard let origin else { return lines }
    let why = origin.message.isEmpty ? "" : ": \(Shown.line(origin.message))"
    return lines
      + Layout.wrapped("by \(origin.person.shown), \(Shown.line(origin.time))\(why)", margin: "    ", hanging: "  ")
  }

  static func json(_ difference: PlanDifference, _ origin: WriteOrigin?) -> JSON {
    let (change, field, label, before, after): (String, String?, String?, String?, String?) =
      switch difference.change {
      case .added: ("added", nil, nil, nil, nil)
      case .removed: ("removed", nil, nil, nil, nil)
      case .moved: ("moved", nil, nil, nil, nil)
      case .field(let name, let label, let from, let to): ("changed", name, label, from, to)
      }
    return .object([
      "table": .text(difference.kind.table.name), "key": JSON(difference.key.map(\.text)),
      "place": .text(difference.place), "change": .text(change), "field": JSON(field), "label": JSON(label),
      "before": JSON(before), "after": JSON(after), "person": JSON(origin?.person.name), "time": JSON(origin?.time),
      "message": JSON(origin?.message),
    ])
  }
}
