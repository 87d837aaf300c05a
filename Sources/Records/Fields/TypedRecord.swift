/// A record beside a plan: an approval, a decision, a comment, a contact. One list of fields makes its table, its rows and
/// its JSON, as for the entries of a plan (``EntryField``).
public protocol TypedRecord: Hashable, Sendable {
  static var fields: [EntryField<Self>] { get }
  /// UUIDv7, lowercase.
  var id: String { get }
  /// A record with nothing in it.
  init(id: String)
}
