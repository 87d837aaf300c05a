import ArgumentParser
import Foundation

/// Advice that names commands, as the person has to type them.
enum Advice {
  /// Commands on a node that is there. `init` makes one, and `whoami` and `audit` are named for other people to type.
  private static let commands: [String] = {
    var names: [String] = []
    for group in QAPI.configuration.groupedSubcommands {
      for command in group.subcommands {
        guard let name = command.configuration.commandName, !["init", "whoami", "audit"].contains(name) else {
          continue
        }
        names.append(name)
      }
    }
    return names
  }()

  /// Puts `--node DIR` into each command, if the person named the node that way.
  static func naming(_ folder: String?, in text: String) -> String {
    guard let folder else { return text }
    return commands.reduce(text) { text, command in
      text.replacing("qapi \(command)", with: "qapi --node \(quoted(folder)) \(command)")
    }
  }

  /// A word for a shell.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./".contains($0)) }
    return isPlain && !text.isEmpty ? text : "'\(text.replacing("'", with: #"'\''"#))'"
  }
}
