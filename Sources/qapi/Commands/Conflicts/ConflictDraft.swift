import Changesets
import Foundation
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine

/// Another value for a text, written in the person's editor with both sides before their eyes.
struct ConflictDraft {
  static let mark = "# Write the text below this line. If nothing is changed, nothing is taken."

  /// Whether the conflict is about a text.
  static func suits(_ conflict: Conflict) -> Bool {
    guard case .column(let name) = conflict.subject else { return false }
    return Schema.table(named: conflict.table)?.column(named: name)?.type == .text
  }

  /// Begins with the suggestion if there is one, else with the text that stands.
  ///
  /// - Parameter draft: what was written before and could not be taken; it goes before both.
  /// - Returns: what was written; nil if that is nothing, or what it began with.
  static func write(_ view: ConflictView, draft: String?, in folder: NodeFolder) throws -> String? {
    let start = draft ?? view.suggestion.text ?? view.conflict.sides.first(where: \.isShown)?.value.string ?? ""
    let drafts = folder.path + "/edits"
    let path = "\(drafts)/conflict-\(view.conflict.name)-\(ProcessInfo.processInfo.processIdentifier).txt"
    do {
      try FileManager.default.createDirectory(
        atPath: drafts, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data((sides(view) + [mark, start, ""]).joined(separator: "\n").utf8)
        .write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      throw Failure(
        .error, "the text for the editor cannot be written", at: path,
        next: "check the space and the rights of the folder")
    }
    return try Interruption.cleaningUp(
      { try? FileManager.default.removeItem(atPath: path) },
      after: {
        try Editor.edit(path)
        let text = written(in: try Terminal.readText(path))
        return text.isEmpty || SQLiteValue.text(text) == .text(RecordText.normalised(start)) ? nil : text
      })
  }

  /// What stands below the mark; if the mark is gone, below the lines of the sides.
  static func written(in document: String) -> String {
    let lines = RecordText.normalised(document).split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.firstIndex { $0 == mark }.map { lines[($0 + 1)...] } ?? lines.drop { $0.hasPrefix("#") }
    return RecordText.normalised(text.joined(separator: "\n"))
  }

  private static func sides(_ view: ConflictView) -> [String] {
    view.conflict.sides.flatMap { side in
      ["# \(view.name(of: side)), by \(view.writers(of: side)):"]
        + Shown.text(side.value.string ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        .map { "#   \($0)" } + ["#"]
    } + (view.suggestion.text == nil ? [] : ["# The text below has the edits of both sides in it.", "#"])
  }
}
