import ArgumentParser

/// What to say to someone who writes FIELD=VALUE where options are asked for, or the other way round.
enum SpellingAdvice {
  /// - Parameters:
  ///   - arguments: what was typed.
  ///   - message: the parser's words: the error, then the usage.
  /// - Returns: what to write instead; nil where neither was mistaken for the other.
  static func next(_ arguments: [String], _ message: String) -> String? {
    if message.contains("<values>"), let start = message.firstRange(of: "Unknown option '--") {
      let name = message[start.upperBound...].prefix { $0.isLetter || $0 == "-" }
      return "write it as a field: \(name.replacing("-", with: "_"))=\"...\""
    }
    guard !message.contains("<values>") else { return nil }
    let fields = arguments.compactMap { argument -> Substring? in
      guard let end = argument.firstIndex(of: "="), !argument.hasPrefix("-") else { return nil }
      let name = argument[..<end]
      let option = "--" + name.replacing("_", with: "-")
      return !name.isEmpty && message.contains(option + " <") ? name : nil
    }
    guard let field = fields.first else { return nil }
    return "write it as an option: --\(field.replacing("_", with: "-")) \"...\""
  }

  /// Where a word stands in place of a subcommand: the group with the names of its subcommands, `commands of qapi fiscal: ...`.
  ///
  /// - Returns: nil where the words name a command, or where the first word behind a group is a value or an option.
  static func commands(_ arguments: [String]) -> String? {
    var known = QAPI.configuration.subcommands
    var path = "qapi"
    for word in arguments {
      let next = known.first { command in
        let configuration = command.configuration
        return configuration.commandName == word || configuration.aliases.contains(word)
      }
      if let next {
        known = next.configuration.subcommands
        path += " " + word
        continue
      }
      let names = known.compactMap { $0.configuration.commandName }
      guard !names.isEmpty, !word.hasPrefix("-"), !word.contains("=") else { return nil }
      return "commands of `\(path)`: \(names.joined(separator: ", ")); see `\(path) --help`"
    }
    return nil
  }
}
