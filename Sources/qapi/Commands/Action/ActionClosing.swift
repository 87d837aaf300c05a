import ArgumentParser
import Changesets
import GRDB
import Improvement
import Plans
import Records
import Store
import SyncEngine

/// A command that takes a corrective action from one state into another.
private struct ActionChange {
  let id: String
  let reason: String
  let writing: WritingOptions

  func report(_ node: OpenNode, _ change: (inout CorrectiveAction, WholeAction, String) throws -> Void) throws -> Report
  {
    try RecordWork<ActionNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let whole = try writing.write(on: node, as: person, otherwise: reason) { db in
      let (agency, old) = try RecordWork<ActionNoun>.findToWrite(id, agency: nil, on: node, in: db)
      func whole() throws -> WholeAction {
        try ImprovementStore.actions(of: agency, in: db).first { $0.action.action.id == old.id }?.action
          ?? WholeAction(action: old)
      }
      var action = old
      try change(&action, try whole(), person.name)
      try RecordStore.update(action, from: old, agency: agency, in: db)
      return try whole()
    }
    let view = ActionView(whole, today: today)
    return Report(
      lines: ["corrective action \(whole.action.id)", "state: \(view.standing)"], notes: [node.nextExchange],
      members: ActionNoun.members(of: whole.action, agency: node.member) + [
        .init(key: "state", value: .text(whole.state.rawValue))
      ])
  }
}

struct ActionReach: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach", abstract: "Say that the outcome of a corrective action is reached (the agency).",
    discussion: "What follows is a reassessment. JSON: \(ActionNoun.jsonNames), state.")
  @Argument(help: "Its id, or the beginning of it, or `latest`.")
  var id: String
  @Option(name: .customLong("outcome"), help: "What was reached, in words.")
  var outcome: String
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @Option(help: "The day by which it is reassessed, like 2024-01-31.")
  var reassessBy: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let words = try Entered.text(outcome, "--outcome", mayBeEmpty: false)
    let day = try Day.argument(day)
    let reassessBy = try reassessBy.map { try Entered.day($0, "--reassess-by") }
    return try ActionChange(id: id, reason: "outcome reached", writing: writing).report(node) { action, _, _ in
      guard action.closed.isEmpty else {
        throw Failure.rule(
          "action-closed", "the corrective action is closed", next: "open it again with `qapi action reopen`")
      }
      guard Day(action.opened).map({ $0 <= day }) ?? true else {
        throw Failure.rule("reached-before-opened", "it was opened on \(action.opened)", next: "correct the day")
      }
      action.reached = words
      action.reachedOn = "\(day)"
      if let reassessBy { action.reassessBy = "\(reassessBy)" }
    }
  }
}

struct ActionClose: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a corrective action (the agency).",
    discussion: """
      It is closed when its outcome is reached and a reassessment says that the problem is remedied; otherwise with a \
      --reason, which stays with it.

      JSON: \(ActionNoun.jsonNames), state.
      """)
  @Argument(help: "Its id, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "Why it is closed; needed where the problem is not shown to be remedied.")
  var reason: String?
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let words = try reason.map { try Entered.text($0, "--reason", mayBeEmpty: false) }
    let day = try Day.argument(day)
    return try ActionChange(id: id, reason: "corrective action closed", writing: writing).report(node) {
      action, whole, person in
      guard action.closed.isEmpty else {
        throw Failure.usage(
          "the corrective action is closed since \(action.closed); nothing was changed",
          next: "open it again with `qapi action reopen`")
      }
      guard words != nil || whole.missingForClosing.isEmpty else {
        throw Failure.rule(
          "closed-unremedied", whole.missingForClosing.joined(separator: ", and "),
          next: "use `qapi action reach` and `qapi action reassess`, or say with --reason why it is closed all the same"
        )
      }
      action.closed = "\(day)"
      action.closedBy = person
      if let words { action.closing = words }
    }
  }
}

struct ActionReopen: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Open a closed corrective action again: the problem is still there (the agency).",
    discussion: "The outcome counts as not reached. `qapi log` keeps both. JSON: \(ActionNoun.jsonNames), state.")
  @Argument(help: "Its id, or the beginning of it, or `latest`.")
  var id: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    return try ActionChange(id: id, reason: "corrective action reopened", writing: writing).report(node) {
      action, _, _ in
      guard !action.closed.isEmpty else {
        throw Failure.usage("the corrective action is not closed; nothing was changed", next: "see `qapi action list`")
      }
      (action.closed, action.closedBy, action.closing) = ("", "", "")
      (action.reached, action.reachedOn) = ("", "")
    }
  }
}
