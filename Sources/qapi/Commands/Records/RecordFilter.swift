import Records
import Store

/// FIELD=VALUE as a condition on records: the value as it is written, or the beginning of an id.
struct RecordFilter<Noun: KeptNoun> {
  let field: EntryField<Noun.Entry>
  let text: String

  init(_ value: String) throws {
    let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0].lowercased().replacing("-", with: "_")
    guard parts.count == 2, let field = Noun.fields.first(where: { $0.name == name }) else {
      throw Failure.usage(
        "'\(Shown.line(value, limit: 40))' is not FIELD=VALUE",
        next: "use one of: \(Noun.fields.map(\.name).joined(separator: ", "))")
    }
    self.field = field
    text = RecordText.normalised(parts[1])
  }

  func matches(_ entry: Noun.Entry) -> Bool {
    let written = field.written(entry)
    let isID = Schema.references(of: Noun.Entry.table).contains { $0.column == field.name }
    return written == text || (isID && !text.isEmpty && written.hasPrefix(text))
  }
}
