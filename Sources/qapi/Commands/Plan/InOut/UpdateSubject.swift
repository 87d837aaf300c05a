import Foundation
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine
import Synchronization

/// The update that a command is about.
struct UpdateSubject {
  let agency: String
  /// Id of the plan.
  let plan: String
  let template: PlanTemplate
  let quarter: PlanTemplate.Quarter
  /// The day by which the update is due at this agency; nil if nobody has set one.
  let due: Day?
  let kept: KeptAnswers

  /// Why answers are written, where nobody says why.
  var message: String { "quarterly update Q\(quarter.number)" }

  func update(of plan: Plan) -> QuarterlyUpdate {
    QuarterlyUpdate(of: plan, template: template, quarter: quarter.number, kept: kept.names)
  }

  /// The rows that a question shows.
  func rows(of question: UpdateQuestion, in update: QuarterlyUpdate, _ engine: Engine) -> [RowKey] {
    update.records(of: question).map { record in
      engine.rowKey(record.kind.table.name, [.text(agency)] + record.key.map(\.value))
    }
  }

  static let gone = Failure.usage(
    "the plan was removed meanwhile; what was answered before stays in its history", next: "see `qapi plan list`")
}

/// Names of questions that somebody on this node has looked at and left as they stand, in a file of the node's folder.
/// Losing it costs a few questions asked again, so nothing that concerns it is an error.
final class KeptAnswers: Sendable {
  private let path: String
  private let state: Mutex<Set<String>>

  init(of plan: String, quarter: Int, in folder: NodeFolder) {
    path = "\(folder.path)/edits/update-\(plan)-q\(quarter)"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    state = Mutex(Set(text.split(separator: "\n").map(String.init)))
  }

  var names: Set<String> { state.withLock { $0 } }

  func add(_ name: String) {
    let text = state.withLock { names in
      names.insert(name)
      return names.sorted().joined(separator: "\n") + "\n"
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
