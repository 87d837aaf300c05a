public import Records

/// A list entry of a plan: what is measured, what is done, what is expected of it.
public protocol PlanEntry: Hashable, Sendable {
  /// Without plan, block and position.
  static var fields: [EntryField<Self>] { get }
  static var kind: PlanRecord.Kind { get }
  /// UUIDv7, lowercase.
  var id: String { get }
  /// Place in its list (``Positions``).
  var position: Int64 { get set }
  /// An entry with nothing in it.
  init(id: String, position: Int64)
}
