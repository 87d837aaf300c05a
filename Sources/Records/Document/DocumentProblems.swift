/// Collects what is wrong with a document, so that whoever writes one hears of everything at once.
package final class DocumentProblems {
  private var found: [DocumentError] = []

  package init() {}

  /// In the order of their lines; what is of no line comes first.
  package var inOrder: [DocumentError] { DocumentErrors(found).errors }

  package var isEmpty: Bool { found.isEmpty }

  package func add(_ error: DocumentError) { found.append(error) }

  /// The value, or nil and a problem more.
  package func attempt<Value>(_ read: @autoclosure () throws(DocumentError) -> Value) -> Value? {
    do {
      return try read()
    } catch {
      add(error)
      return nil
    }
  }

  /// Every entry of a list, each with its own problems; nil if one of them cannot be read.
  package func entries<Entry>(
    _ key: String, of reader: MappingReader, read: (MappingReader.Place, DocumentProblems) -> Entry?
  ) -> [Entry]? {
    guard let places = attempt(try reader.list(key)) else { return nil }
    let entries = places.map { read($0, self) }
    let read = entries.compactMap(\.self)
    return read.count == entries.count ? read : nil
  }

  /// The same, of entries that stop at their first problem.
  package func entries<Entry>(
    _ key: String, of reader: MappingReader, eachReading read: (MappingReader.Place) throws(DocumentError) -> Entry
  ) -> [Entry]? {
    guard let places = attempt(try reader.list(key)) else { return nil }
    var entries: [Entry] = []
    for place in places {
      if let entry = attempt(try read(place)) { entries.append(entry) }
    }
    return entries.count == places.count ? entries : nil
  }
}
