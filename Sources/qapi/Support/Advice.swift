import ArgumentParser
import Foundation

/// Advice that names commands, as the person has to type them.
enum Advice {
  /// Commands on a node that is there. `init` makes one, and `whoami` and `audit` are named for other people to type.
  private static let commands = Set(
    QAPI.configuration.groupedSubcommands.flatMap(\.subcommands).map { $0.configuration.commandName ?? "" }
  ).subtracting(["init", "whoami", "audit"])

  /// Puts `--node DIR` into each command, if the person named the node that way.
  static func naming(_ folder: String?, in text: String) -> String {
    guard let folder else { return text }
    let start = "qapi "
    var named = ""
    var rest = text[...]
    while let range = rest.range(of: start) {
      let word = rest[range.upperBound...].prefix { $0.isLetter || $0 == "-" }
      named += rest[..<range.upperBound] + (commands.contains(String(word)) ? "--node \(quoted(folder)) " : "")
      rest = rest[range.upperBound...]
    }
    return named + rest
  }

  /// A word for a shell.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./".contains($0)) }
    return isPlain && !text.isEmpty ? text : "'\(text.replacing("'", with: #"'\''"#))'"
  }
}
