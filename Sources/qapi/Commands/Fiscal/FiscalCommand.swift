import ArgumentParser

struct FiscalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fiscal",
    abstract: "What belongs to money besides budgets and claims: statewide figures, agreements, records (AS.2).",
    subcommands: [
      FiscalStatewide.self
    ])
}
