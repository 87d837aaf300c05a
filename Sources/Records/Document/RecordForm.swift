/// A record as a YAML form that a person fills: one key for each field, in their order.
///
/// Law: reading an untouched form back gives the record that was shown.
public enum RecordForm {
  /// - Parameter comments: what stands at the top, a line each.
  public static func yaml<Entry>(of entry: Entry, fields: [EntryField<Entry>], comments: [String] = []) -> String {
    var writer = YAMLWriter()
    for line in comments { writer.comment(line) }
    for field in fields where field.hint != field.name { writer.comment("\(field.name): \(field.hint)") }
    for field in fields { writer.field(field.name, field.written(entry), indent: 0, long: field.content == .text) }
    return writer.text
  }

  /// Reads a form; a key that is missing keeps what was shown.
  ///
  /// - Parameters:
  ///   - title: what the record is called, for messages: "risk".
  ///   - shown: the record as it was shown.
  /// - Throws: everything that is wrong with it.
  public static func read<Entry>(
    _ yaml: String, fields: [EntryField<Entry>], title: String, editing shown: Entry
  ) throws(DocumentErrors) -> Entry {
    let problems = DocumentProblems()
    let path = DocumentPath(root: title)
    guard let root = problems.attempt(try DocumentNode(reading: yaml, at: path)),
      let reader = MappingReader(root, at: path, keys: fields.map(\.name), problems)
    else { throw DocumentErrors(problems.inOrder) }
    var entry = shown
    for field in fields where reader.has(field.name) {
      guard let text = problems.attempt(try reader.text(field.name, unchecked: true)) else { continue }
      do throws(FieldProblem) {
        try field.take(text, into: &entry, shown: shown)
      } catch {
        problems.add(reader.error(at: field.name, error.problem, next: error.next))
      }
    }
    guard problems.isEmpty else { throw DocumentErrors(problems.inOrder) }
    return entry
  }
}
