import ArgumentParser
import GRDB
import Plans
import Store
import SyncEngine
import Texts

struct TemplateCompare: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Say in words what differs between two versions of a template.",
    discussion: """
      Without more, the newest version and the one before it. With --file, a file that is not published yet.

      JSON: template, from, to (versions; null for a file), changes (place, was, now; empty for what was not there).
      """)
  @Argument(help: "Name of the template, like pmp-ffy-2024.")
  var name: String
  @Option(name: .customLong("from"), help: "The older version.")
  var older: Int?
  @Option(name: .customLong("to"), help: "The newer version.")
  var newer: Int?
  @Option(help: "Compare with this file instead (- for standard input).")
  var file: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard newer == nil || file == nil else { throw ValidationError("--to and --file exclude one another.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let (old, new) = try node.engine.queue.read { db in try versions(in: db) }
    let text = try file.map { try TemplateFile.text($0) } ?? new?.text ?? ""
    if let file { _ = try TemplateFile.template(text, file: file) }
    let changes = try TemplateComparison.changes(from: old.text, to: text)
    let title = "\(old.name) and \(file == nil ? "version \(new?.name.version ?? 0)" : "the file")"
    return Report(
      lines: [Shown.line("\(title): \(Layout.count(changes.count, "difference"))")] + TemplateDifference.lines(changes),
      json: [
        "template": .text(name), "from": JSON(old.name.version),
        "to": JSON(file == nil ? new.map { Int64($0.name.version) } : nil),
        "changes": TemplateDifference.json(changes),
      ])
  }

  /// The two documents; the second is nil where a file takes its place.
  private func versions(in db: Database) throws -> (old: TemplateDocument, new: TemplateDocument?) {
    let new = try TemplateSelection.document(name, version: newer, in: db)
    if file != nil { return (try TemplateSelection.document(name, version: older, in: db), nil) }
    if let older { return (try TemplateSelection.document(name, version: older, in: db), new) }
    let before = try DepartmentStore.documents(in: db).last { document in
      document.name.id == new.name.id && document.name.version < new.name.version
    }
    guard let before else {
      throw Failure.usage("\(new.name) has no version before it", next: "name two with --from and --to, or a --file")
    }
    return (before, new)
  }
}

/// What differs between two templates, for people and for programs.
enum TemplateDifference {
  static func lines(_ changes: [TemplateComparison.Change]) -> [String] {
    changes.flatMap { change -> [String] in
      let place = Shown.line(change.place)
      if change.was.isEmpty { return Layout.wrapped("new: \(place): \(Shown.line(change.now))", hanging: "  ") }
      if change.now.isEmpty { return Layout.wrapped("gone: \(place): \(Shown.line(change.was))", hanging: "  ") }
      if let marked = WordDifference.marked(from: change.was, to: change.now) {
        return Layout.wrapped("changed: \(place): \(Shown.line(marked))", hanging: "  ")
      }
      return ["changed: \(place)"] + Layout.wrapped("was: \(Shown.line(change.was))", margin: "  ", hanging: "    ")
        + Layout.wrapped("now: \(Shown.line(change.now))", margin: "  ", hanging: "    ")
    }
  }

  static func json(_ changes: [TemplateComparison.Change]) -> JSON {
    .list(changes.map { .object(["place": .text($0.place), "was": .text($0.was), "now": .text($0.now)]) })
  }
}
