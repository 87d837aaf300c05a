public import Records

/// One thing in which two versions of a plan differ.
public struct PlanDifference: Hashable, Sendable {
  /// The record, as it is named in the newer version, or in the older one where it was removed.
  public let kind: PlanRecord.Kind
  public let key: [FieldValue]
  /// Where in the plan, in words: "goal 3 objective 2 · tactic "Early calls"".
  public let place: String
  public let change: Change

  public enum Change: Hashable, Sendable {
    case added
    case removed
    /// To another section, or to another place in the list.
    case moved
    /// A field: its column, its name in people's words, and both values as people write them.
    case field(name: String, label: String, from: String, to: String)
  }
}

extension PlanDifference {
  /// "tactic "Early calls": target: 66.0 -> 67.5", on one line. Long texts are shortened: ask ``change`` for the whole.
  public var words: String {
    switch change {
    case .added: "\(place): added"
    case .removed: "\(place): removed"
    case .moved: "\(place): moved"
    case .field(_, let label, let from, let to): "\(place): \(label): \(Self.quoted(from)) -> \(Self.quoted(to))"
    }
  }

  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "(nothing)" : "\"\(RecordText.shown(text, limit: 60))\""
  }
}
