import Changesets
import Foundation
import Plans
import SQLiteChangeset
import Store
import SyncEngine

/// Another value for a text, written in the person's editor with both sides before their eyes.
struct ConflictDraft {
  private static let mark = "# Write the text below this line. If nothing is changed, the conflict is skipped."

  /// Whether the conflict is about a text that may have more than one line.
  static func suits(_ conflict: Conflict) -> Bool {
    guard case .column(let name) = conflict.subject else { return false }
    return [
      (Schema.planTactic, "strategy"), (Schema.planTactic, "leads"), (Schema.planUpdate, "text"),
      (Schema.planSubmission, "note"),
    ].contains { $0.0.name == conflict.table && $0.1 == name }
  }

  /// - Returns: what was written; nil if that is nothing, or the text that stands.
  static func write(_ view: ConflictView, in folder: NodeFolder) throws -> String? {
    let standing = view.conflict.sides.first(where: \.isShown)?.value.string ?? ""
    let drafts = folder.path + "/edits"
    let path = "\(drafts)/conflict-\(view.conflict.name)-\(ProcessInfo.processInfo.processIdentifier).txt"
    do {
      try FileManager.default.createDirectory(
        atPath: drafts, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data((sides(view) + [mark, standing, ""]).joined(separator: "\n").utf8)
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
        let lines = try Terminal.readText(path).split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0 == mark }) else { return nil }
        let text = PlanText.normalised(lines[(start + 1)...].joined(separator: "\n"))
        return text.isEmpty || text == PlanText.normalised(standing) ? nil : text
      })
  }

  private static func sides(_ view: ConflictView) -> [String] {
    view.conflict.sides.enumerated().flatMap { index, side in
      ["# side \(index + 1), \(side.origins.map { Shown.line($0.person.name) }.joined(separator: " and ")):"]
        + Shown.text(side.value.string ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        .map { "#   \($0)" } + ["#"]
    }
  }
}
