/// A record that its own fields name: two nodes that write the same one make a conflict, not two records.
public protocol NaturalRecord: Hashable, Sendable {
  /// The fields that name it within its agency, in order.
  static var keys: [EntryField<Self>] { get }
  /// All others.
  static var fields: [EntryField<Self>] { get }
  /// A record with nothing in it.
  init()
}
