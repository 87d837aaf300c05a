import Canonical
import GRDB
import Plans
import Records
import Store
import SyncEngine

/// The form of a record as a file.
enum RecordFile {
  /// Begins the comment that ties a form to the record that it shows.
  private static let mark = "Shown: "

  /// The form of a record that stands, with a first line that says in which state it is shown.
  static func text<Noun: RecordNoun>(of entry: Noun.Entry, _: Noun.Type, isNew: Bool) -> String {
    RecordForm.yaml(
      of: entry, fields: Noun.entered, comments: (isNew ? [] : [mark + state(of: entry)]) + ["\(Noun.title)"])
  }

  /// - Throws: `Failure` when a form shows another state of the record than the one that stands here: every field in it
  ///   would count as changed by whoever hands it in.
  static func checkShows(_ entry: some StoredRecord, _ text: String, file: String, command: String) throws {
    let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("# " + mark) }
    guard let shown = line?.dropFirst(mark.count + 2).split(separator: " ").first, shown != state(of: entry) else {
      return
    }
    throw Failure(
      .usage,
      "the record was changed since this form was written, so it would undo those changes; nothing was changed",
      at: file,
      next: "open it anew with `\(command)`, and carry your changes over")
  }

  /// Changes whenever the record does.
  private static func state<Entry: StoredRecord>(of entry: Entry) -> String {
    Digest(of: Array(RecordForm.yaml(of: entry, fields: Entry.fields).utf8)).hex
  }

  static func failure(_ error: DocumentErrors, file: String) -> Failure {
    guard error.errors.count > 1 else { return PlanFile.failure(error.errors[0], file: file) }
    let places = error.errors.map { error in
      (error.line.map { "line \($0), " } ?? "") + "\(error.place): \(error.problem) (\(error.next))"
    }
    return Failure(
      .error, "\(Layout.count(places.count, "error")); nothing was changed: \(places.joined(separator: "; "))",
      at: file, next: "correct them, and try again")
  }

  /// Where a form comes from: the values of the command line, a file, or the editor.
  struct Source {
    var values: [String]
    var file: String?
    var editor: Bool

    func check() throws {
      guard values.isEmpty || (file == nil && !editor), file == nil || !editor else {
        throw Failure.usage(
          "values, --file and --edit say the same thing in three ways; nothing was changed", next: "use one of them")
      }
    }
  }

  /// Reads a form that was given with `--file`.
  static func read<Noun: RecordNoun>(
    _ file: String, editing shown: Noun.Entry, _: Noun.Type, isNew: Bool
  ) throws -> Noun.Entry {
    let text = try Terminal.readText(file)
    let name = file == "-" ? "standard input" : file
    if !isNew { try checkShows(shown, text, file: name, command: "qapi \(Noun.command) edit \(shown.id)") }
    do {
      return try RecordForm.read(text, fields: Noun.entered, title: Noun.title, editing: shown)
    } catch {
      throw failure(error, file: name)
    }
  }
}
