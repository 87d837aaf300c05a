/// One field of an entry of a plan: its name in the database and in documents, what it holds, and what people call it.
///
/// The lists of fields (``Measurement/fields`` and its like) are the one place that says what an entry has. The schema,
/// the documents, the frozen copies, the CSV files and the comparison of two versions are all made from them.
public struct EntryField<Entry>: Sendable {
  /// Column, and key in documents: "baseline_period".
  public let name: String
  /// In people's words: "baseline is of".
  public let label: String
  public let content: FieldContent
  public let value: @Sendable (Entry) -> FieldValue
  public let assign: @Sendable (inout Entry, FieldValue) -> Void

  public init(
    name: String, label: String, content: FieldContent, value: @escaping @Sendable (Entry) -> FieldValue,
    assign: @escaping @Sendable (inout Entry, FieldValue) -> Void
  ) {
    self.name = name
    self.label = label
    self.content = content
    self.value = value
    self.assign = assign
  }

  /// The value as people write it.
  public func written(_ entry: Entry) -> String { content.written(value(entry)) }

  /// What to write behind the field's name.
  public var hint: String {
    switch content {
    case .choice(let words, _): words.filter { !$0.isEmpty }.joined(separator: ", ")
    case .day: "\(label), like 2024-01-31"
    case .number, .count: "\(label), a number"
    case .cents: "\(label), like 310.00"
    case .amount: "\(label), like 310.00 or -12.50"
    case .positions: "\(label), like 12.5"
    case .positionChange: "\(label), like 1 or -0.5"
    case .hundredths: "\(label), like 2.5"
    case .percentage: "\(label), like 66.5; 0 to 100"
    case .yes: "yes, if it \(label.hasPrefix("is ") ? label : "is \(label)")"
    case .line, .text: label
    }
  }

  /// Takes what a person wrote. A value that stands as it was shown stays what it was, whatever it is; what was changed is
  /// judged.
  ///
  /// - Parameters:
  ///   - text: normalised (``RecordText/normalised(_:)``).
  ///   - shown: the entry as it was shown; nil for a new one.
  public func take(_ text: String, into entry: inout Entry, shown: Entry?) throws(FieldProblem) {
    guard let shown, FieldValue.text(RecordText.normalised(written(shown))) == .text(text) else {
      assign(&entry, try content.value(of: text))
      return
    }
    // Reading respells a text; everything else is what it was.
    let before = value(shown)
    if case .text = before { assign(&entry, .text(text)) } else { assign(&entry, before) }
  }
}

extension EntryField {
  public static func text(
    _ name: String, _ label: String, _ path: any WritableKeyPath<Entry, String> & Sendable,
    _ content: FieldContent = .line
  ) -> EntryField {
    EntryField(
      name: name, label: label, content: content, value: { .text($0[keyPath: path]) },
      assign: { entry, value in
        if case .text(let text) = value { entry[keyPath: path] = text }
      })
  }

  public static func number(
    _ name: String, _ label: String, _ path: any WritableKeyPath<Entry, Int> & Sendable, _ content: FieldContent
  ) -> EntryField {
    EntryField(
      name: name, label: label, content: content, value: { .integer(Int64($0[keyPath: path])) },
      assign: { entry, value in
        if case .integer(let number) = value { entry[keyPath: path] = Int(number) }
      })
  }
}

extension EntryField {
  /// The same field of a record that holds such an entry.
  public func within<Outer>(_ path: any WritableKeyPath<Outer, Entry> & Sendable) -> EntryField<Outer> {
    let (value, assign) = (value, assign)
    return EntryField<Outer>(
      name: name, label: label, content: content, value: { value($0[keyPath: path]) },
      assign: { assign(&$0[keyPath: path], $1) })
  }
}
