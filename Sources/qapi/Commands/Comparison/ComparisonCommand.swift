import ArgumentParser

struct ComparisonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comparison", abstract: "The quarterly comparative report: every agency against its like.",
    discussion: """
      The department makes it from the accepted figures and publishes it to all; every node that has it makes the same pages \
      from it, offline.
      """,
    subcommands: [
      ComparisonMake.self, ComparisonPublish.self, ComparisonList.self, ComparisonShow.self, ComparisonTriggers.self,
      ComparisonAnswer.self, ComparisonNational.self,
    ], defaultSubcommand: ComparisonList.self)
}
