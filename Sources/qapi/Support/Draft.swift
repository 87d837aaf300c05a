import Foundation
import Plans
import Records
import SyncEngine

/// A document while it is in the editor: a file in the node's folder, which nobody else may read.
struct Draft {
  let path: String
  private let original: String
  /// The command that takes the kept text: "qapi plan edit ID".
  private let command: String

  private static func drafts(in folder: NodeFolder) -> String { folder.path + "/edits" }

  /// Texts of a document that were kept because they could not be read, and are in no editor now.
  static func kept(of name: String, in folder: NodeFolder) -> [String] {
    let drafts = drafts(in: folder)
    let start = name + "-"
    return ((try? FileManager.default.contentsOfDirectory(atPath: drafts)) ?? []).sorted().filter { name in
      guard name.hasPrefix(start), name.hasSuffix(".yaml"), let process = pid_t(name.dropFirst(start.count).dropLast(5))
      else { return false }
      return kill(process, 0) != 0
    }.map { "\(drafts)/\($0)" }
  }

  /// - Parameters:
  ///   - name: what the document is of, in the name of the file: "plan-ID".
  ///   - command: the command that takes a kept text with `--file`.
  init(of name: String, in folder: NodeFolder, text: String, command: String) throws {
    let drafts = Self.drafts(in: folder)
    original = text
    self.command = command
    path = "\(drafts)/\(name)-\(ProcessInfo.processInfo.processIdentifier).yaml"
    do {
      try FileManager.default.createDirectory(
        atPath: drafts, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      throw Failure(
        .error, "the document for the editor cannot be written", at: path,
        next: "check the space and the rights of the folder")
    }
  }

  /// Edits a document until it can be saved; a text that cannot be read or saved is kept, and can be edited again.
  ///
  /// - Parameters:
  ///   - folder: what the person gave with `--node`.
  ///   - save: reads and writes what came back.
  /// - Returns: what `save` returns; nil if the document was not touched.
  static func saved<Value>(
    _ text: String, of name: String, in node: OpenNode, folder: String?, command: String,
    save: (String) throws -> Value
  ) throws -> Value? {
    for kept in Self.kept(of: name, in: node.engine.folder) {
      Terminal.note("kept text: \(Shown.line(kept)); use it with `--file`, or delete it")
    }
    let draft = try Draft(of: name, in: node.engine.folder, text: text, command: command)
    while true {
      let edited = try draft.edit()
      guard edited != text, !edited.allSatisfy(\.isWhitespace) else {
        draft.remove()
        return nil
      }
      do {
        let value = try save(edited)
        draft.remove()
        return value
      } catch {
        let failure = draft.failure(error)
        guard Terminal.isInteractive else { throw draft.kept(failure) }
        failure.say(forNode: folder)
        let kept = draft.kept(failure)
        let advice = "your text is kept in \(Shown.line(draft.path)); use it with `--file`"
        let answer = Interruption.saying({ advice }, whenStopped: { Terminal.ask("Edit again? [Y/n]") })
        guard let answer, !answer.lowercased().hasPrefix("n") else { throw kept }
      }
    }
  }

  private func failure(_ error: any Error) -> Failure {
    switch error {
    case let error as DocumentError: PlanFile.failure(error, file: path)
    case let error as DocumentErrors: RecordFile.failure(error, file: path)
    default: Failure(describing: error)
    }
  }

  private func edit() throws -> String {
    do {
      try Editor.edit(path)
    } catch var failure as Failure {
      if (try? Terminal.readText(path)) == original {
        remove()
      } else {
        failure.next += "; what was written is kept in \(path)"
      }
      throw failure
    }
    return try Terminal.readText(path)
  }

  private func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// The failure, with the words that the text is not lost.
  private func kept(_ failure: Failure) -> Failure {
    var failure = failure
    failure.next += "; your text is kept: correct it there, then `\(command) --file '\(path)'`"
    return failure
  }
}
