public import Records

/// What an edit did to one record.
public enum PlanChange: Hashable, Sendable {
  case insert(PlanRecord)
  /// The record as it is now, and the fields that the person changed: only they are written.
  case update(PlanRecord, changed: [String])
  case delete(kind: PlanRecord.Kind, key: [FieldValue])

  /// What a person changed between the plan that was shown and the plan that came back.
  ///
  /// Nothing is reported that the person did not do: a text that differs only in its spelling (``RecordText``: normal form,
  /// line ends, blank ends) is as it was, because reading a document respells every text in it.
  ///
  /// - Parameters:
  ///   - old: as shown; nil for a new plan.
  ///   - new: as edited; nil for a removed plan.
  /// - Returns: inserts and updates in the order of the document (parents first), then deletes (children first).
  public static func changes(from old: Plan?, to new: Plan?) -> [PlanChange] {
    let before = old?.records ?? []
    let after = new?.records ?? []
    let known = Dictionary(before.map { (Name($0), $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(after.map(Name.init))
    let written = after.compactMap { record -> PlanChange? in
      guard let shown = known[Name(record)] else { return .insert(record) }
      let changed = zip(shown.fields, record.fields).filter { !same($0.value, $1.value) }.map(\.1.name)
      return changed.isEmpty ? nil : .update(record, changed: changed)
    }
    let removed = before.reversed().filter { !kept.contains(Name($0)) }
    return written + removed.map { .delete(kind: $0.kind, key: $0.key) }
  }

  private struct Name: Hashable {
    let kind: PlanRecord.Kind
    let key: [FieldValue]
    init(_ record: PlanRecord) {
      kind = record.kind
      key = record.key
    }
  }

  private static func same(_ shown: FieldValue, _ edited: FieldValue) -> Bool {
    if shown == edited { return true }
    guard case .text(let text) = shown else { return false }
    return FieldValue.text(RecordText.normalised(text)) == edited
  }
}
