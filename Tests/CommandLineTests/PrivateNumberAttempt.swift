import Foundation
import Testing

/// A command that would write the number of a person: where it runs, what stands on its input, and the editor.
struct PrivateNumberAttempt {
  /// A made-up number in the form of a Social Security number.
  static let number = "123-45-6789"
  static let text = "Call \(number) first"

  let node: String
  let words: [String]
  let input: String
  let editor: String

  init(_ node: String, _ command: String, _ rest: String..., input: String = "", editor: String = "true") {
    self.init(node, command, rest, input: input, editor: editor)
  }

  init(_ node: String, _ command: String, _ rest: [String], input: String = "", editor: String = "true") {
    (self.node, self.input, self.editor) = (node, input, editor)
    words = command.split(separator: " ").map(String.init) + rest
  }

  /// It ends with 2, says why and what to do, and does not repeat the number.
  func expectRefused(by binary: Binary) throws {
    let run = try binary.run(
      Binary.program.path, words + ["--node", node], input: input, environment: ["EDITOR": editor])
    #expect(run.status == 2, "\(words): \(run.status) \(run.output)\(run.messages)")
    #expect(
      run.messages.contains("the number of a person") && run.messages.contains("nothing was changed")
        && run.messages.contains("next:  take it out, or, if it is no such number, say why with --confirm-number"),
      "\(words): \(run.messages)")
    // A preview says it, and what follows does not.
    #expect(
      run.messages.split(separator: "error: ").last?.contains(Self.number) == false, "\(words): \(run.messages)")
  }

  /// The number stands in no file of the database of a node.
  static func expectNotWritten(in nodes: [String], of binary: Binary) throws {
    for node in nodes {
      let folder = binary.folder.appending(path: node)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
        $0.hasPrefix("node.sqlite")
      }
      #expect(files.contains("node.sqlite"))
      for file in files {
        let bytes = try Data(contentsOf: folder.appending(path: file))
        #expect(bytes.range(of: Data(number.utf8)) == nil, "\(node)/\(file)")
      }
    }
  }

  /// Every command that takes a confirmation, as the program describes itself.
  static func writingCommands(_ binary: Binary) throws -> [[String]] {
    let help = try binary.qapi("--experimental-dump-help").output
    let root = try #require(
      (try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any])?["command"] as? [String: Any])
    func commands(below command: [String: Any], _ path: [String]) -> [[String]] {
      let own = (command["arguments"] as? [[String: Any]] ?? []).contains { argument in
        (argument["names"] as? [[String: Any]] ?? []).contains { $0["name"] as? String == "confirm-number" }
      }
      return (own ? [path] : [])
        + (command["subcommands"] as? [[String: Any]] ?? []).flatMap { below in
          commands(below: below, path + [below["commandName"] as? String ?? ""])
        }
    }
    return commands(below: root, [])
  }
}
