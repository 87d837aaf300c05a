import ArgumentParser
import GRDB
import Improvement
import Records
import Store
import SyncEngine

/// Rules of case reviews that the department published.
enum ReviewRuleNoun: RecordNoun {
  typealias Entry = ReviewRule
  static let command = "review rule"
  static let title = "rule"
  static let columns = ["kind", "percent", "elements", "title"]
  static let required = ["title", "source"]
  static func isOpen(_ entry: ReviewRule) -> Bool { entry.ended.isEmpty }

  static func check(_ entry: ReviewRule, was old: ReviewRule?, of agency: String?, in db: Database) throws {
    guard entry.kind != ReviewRule.percentage || entry.percent > 0 else {
      throw Failure.rule(
        "percentage-without-percent", "a percentage rule says which share of the cases must meet it",
        next: "say it with percent=75")
    }
  }
}

struct ReviewRuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "The rules that case reviews look at: those that ship, and the department's.",
    subcommands: [
      ReviewRuleList.self, RecordAdd<ReviewRuleNoun>.self, ReviewRulePublish.self, RecordShow<ReviewRuleNoun>.self,
      RecordEdit<ReviewRuleNoun>.self, RecordRemove<ReviewRuleNoun>.self,
    ], defaultSubcommand: ReviewRuleList.self)
}

struct ReviewRuleList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rules, with their ids, limits and shares.",
    discussion: "JSON: records (\(ReviewRuleNoun.jsonNames), ships).")
  @Option(help: "Only those of this element of the catalogue.")
  var element: String?
  @Option(help: "One of: \(ReviewRule.kinds.joined(separator: ", ")).")
  var kind: String?
  @Flag(help: "Also those that have ended.")
  var all = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let published = try node.engine.queue.read { db in try RecordStore.published(ReviewRule.self, in: db) }
    let known = ReviewRule.known(published: published)
    let changed = Set(published.map(\.id))
    let order =
      ReviewRule.shipped.map(\.id)
      + published.map(\.id).filter { id in
        !ReviewRule.shipped.contains { $0.id == id }
      }
    let rules = order.compactMap { known[$0] }.filter { rule in
      (all || rule.ended.isEmpty) && (kind.map { $0 == rule.kind } ?? true)
        && (element.map { rule.elements.split(separator: ", ").map(String.init).contains($0) } ?? true)
    }
    let lines = rules.flatMap { rule in
      let share = rule.percent > 0 ? "\(rule.percent) percent" : ""
      let limit = rule.kind == ReviewRule.notBefore ? "not before \(rule.limit)" : rule.limit
      let facts = [limit, share, Shown.line(rule.elements)].filter { !$0.isEmpty }.joined(separator: ", ")
      return [Shown.line(rule.id)] + Layout.wrapped("\(Shown.line(rule.title)) (\(facts))", margin: "  ")
    }
    return Report(
      lines: rules.isEmpty ? ["no rules"] : lines,
      json: [
        "records": .list(
          rules.map { rule in
            .object(
              JSON.members(of: rule) + [.init(key: "ships", value: .boolean(!changed.contains(rule.id)))])
          })
      ])
  }
}

struct ReviewRulePublish: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publish a rule that ships with other values, like its share (the department).",
    discussion: """
      \(ReviewRuleNoun.fieldHelp)

      JSON: \(ReviewRuleNoun.jsonNames).
      """)
  @Argument(help: "Id of a rule that ships.")
  var id: String
  @Argument(help: "What it says instead, as FIELD=VALUE.")
  var values: [String]
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<ReviewRuleNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let rule = try writing.write(on: node, as: person, otherwise: "rule of case reviews") { db in
      guard let stands = try ImprovementStore.rules(in: db)[id] else {
        throw Failure.usage(
          "there is no rule \(Shown.line(id)); nothing was changed", next: "see `qapi review rule list`")
      }
      var rule = stands
      try RecordWork<ReviewRuleNoun>.take(values, into: &rule)
      rule = try RecordWork<ReviewRuleNoun>.checked(rule, was: stands, of: nil, in: db)
      try RecordStore.put(rule, agency: nil, in: db)
      return rule
    }
    return Report(
      lines: ["rule \(rule.id)"], notes: [node.nextExchange], members: ReviewRuleNoun.members(of: rule, agency: ""))
  }
}

/// The smallest samples that the department asks for.
enum SampleRuleNoun: RecordNoun {
  typealias Entry = SampleRule
  static let command = "review sample"
  static let columns = ["kind", "cases_from", "minimum", "source"]
  static let required = ["minimum", "source"]
}

struct ReviewSampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "The smallest samples of case reviews (department data; none ships).",
    subcommands: [
      RecordAdd<SampleRuleNoun>.self, RecordList<SampleRuleNoun>.self, RecordShow<SampleRuleNoun>.self,
      RecordEdit<SampleRuleNoun>.self, RecordRemove<SampleRuleNoun>.self,
    ], defaultSubcommand: RecordList<SampleRuleNoun>.self)
}
