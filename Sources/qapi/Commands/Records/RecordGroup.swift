import ArgumentParser

/// Records that hang on another: `qapi action step action=ID text="..."` adds one.
struct RecordGroup<Noun: RecordNoun>: ParsableCommand {
  static var configuration: CommandConfiguration {
    let words = Noun.command.split(separator: " ").map(String.init)
    return CommandConfiguration(
      commandName: words[words.count - 1],
      abstract: "The \(Noun.plural) (\(Noun.owner)): adds one, if nothing else is said.",
      subcommands: [
        RecordAdd<Noun>.self, RecordList<Noun>.self, RecordShow<Noun>.self, RecordEdit<Noun>.self,
        RecordRemove<Noun>.self,
      ] + (Noun.hasTables ? [RecordImport<Noun>.self, RecordExport<Noun>.self] : []),
      defaultSubcommand: RecordAdd<Noun>.self)
  }
}
