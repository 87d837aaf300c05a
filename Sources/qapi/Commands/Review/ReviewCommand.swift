import ArgumentParser
import GRDB
import Improvement
import Records

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Quarterly case reviews: samples, counts by rule, findings.",
    subcommands: [ReviewRuleCommand.self, ReviewSampleCommand.self])
}

/// Rules of case reviews, kept by the department beside those that ship.
enum ReviewRuleNoun: RecordNoun {
  typealias Entry = ReviewRule
  static let command = "review rule"
  static let title = "rule"
  static let columns = ["kind", "percent", "elements", "title"]
  static let required = ["title", "source"]
  static func isOpen(_ entry: ReviewRule) -> Bool { entry.ended.isEmpty }
}

struct ReviewRuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "The rules that case reviews look at.",
    subcommands: [
      RecordAdd<ReviewRuleNoun>.self, RecordList<ReviewRuleNoun>.self, RecordShow<ReviewRuleNoun>.self,
      RecordEdit<ReviewRuleNoun>.self, RecordRemove<ReviewRuleNoun>.self,
    ], defaultSubcommand: RecordList<ReviewRuleNoun>.self)
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
