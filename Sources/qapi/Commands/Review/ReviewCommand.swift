import ArgumentParser

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Quarterly case reviews: samples, counts by rule, findings (IOP.1.4).",
    discussion: """
      A review counts, rule by rule, how many cases met it. A rule that recurs in several elements is counted once. Where \
      the cases of the sample are entered one by one, the counts are made from them. Cases bear a local number from 1: no \
      name, no case number.
      """,
    subcommands: [
      RecordAdd<ReviewNoun>.self, RecordList<ReviewNoun>.self, RecordShow<ReviewNoun>.self, RecordEdit<ReviewNoun>.self,
      RecordRemove<ReviewNoun>.self, ReviewCountCommand.self, ReviewItems.self, ReviewFindingCommand.self,
      ReviewFinish.self, ReviewPageCommand.self, ReviewRuleCommand.self, ReviewSampleCommand.self,
    ], defaultSubcommand: RecordList<ReviewNoun>.self)
}
