import ArgumentParser
import GRDB
import Improvement
import Plans
import Records
import Reports
import Store
import SyncEngine

struct ReviewPageCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Make a page of a review, with its quarters as a chart.",
    discussion: "JSON: id, agency, verdict, file_format, file, text.")
  @Argument(help: "Id of the review, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try page.check()
    try page.checkAsked()
  }

  func report() throws -> Report {
    let node = try node.open()
    let standing = try node.engine.queue.read { db in
      let found = try RecordWork<ReviewNoun>.find(id, agency: agency, in: db)
      return try ReviewStanding(of: found.entry, agency: found.agency, in: db)
    }
    let made = ReviewPage.page(
      standing.whole, agency: node.name(of: standing.agency), rules: standing.rules,
      trends: Dictionary(uniqueKeysWithValues: standing.trends.map { ($0.rule, $0.trend) }),
      sampleRemark: standing.sampleRemark)
    return try page.report(
      made,
      members: [
        .init(key: "id", value: .text(standing.whole.review.id)),
        .init(key: "agency", value: .text(standing.agency)),
        .init(key: "verdict", value: .text(standing.verdict.rawValue)),
      ])
  }
}

struct ActionPageCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Make a page of a corrective action, or of all that this node reads.",
    discussion: "JSON: ids, file_format, file, text.")
  @Argument(help: "Its id, or the beginning of it, or `latest`; else all.")
  var id: String?
  @Option(help: "Only those of this agency.")
  var agency: String?
  @Flag(help: "Also those that are closed.")
  var all = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try page.check()
    try page.checkAsked()
  }

  func report() throws -> Report {
    let node = try node.open()
    let today = try Day.argument(nil)
    let (actions, chosen) = try node.engine.queue.read { db in
      let chosen = try id.map { try RecordWork<ActionNoun>.find($0, agency: agency, in: db).entry.id }
      let found = try ImprovementStore.actions(of: agency, in: db).filter { _, whole in
        chosen.map { $0 == whole.action.id } ?? (all || whole.state != .closed)
      }
      return (found, chosen)
    }
    let named = actions.map { (agency: node.name(of: $0.agency), action: $0.action) }
    let made =
      chosen != nil && named.count == 1
      ? ActionPage.page(named[0].action, agency: named[0].agency, today: today)
      : ActionPage.page(of: named, today: today)
    return try page.report(
      made,
      members: [.init(key: "ids", value: JSON(actions.map(\.action.action.id)))])
  }
}
