/// Which entries differ between two versions of a plan, in words that hold nothing of what they say: a finding, and the
/// note of a resubmission, name the places; `qapi plan compare` shows the texts.
public struct VersionDifference: Hashable, Sendable {
  /// One line an entry: "block 1 · tactic 2: strategy, leads". Empty if nothing differs.
  public let places: [String]

  public var isEmpty: Bool { places.isEmpty }

  /// The first few places, and how many more there are.
  public func summary(limit: Int = 6) -> String {
    places.prefix(limit).joined(separator: "; ") + (places.count > limit ? "; and \(places.count - limit) more" : "")
  }

  /// What of a plan is compared.
  public enum Part: Hashable, Sendable {
    case everything
    /// All but what is written while the plan runs: quarterly texts and figures, and where a tactic stands.
    case whatWasPlanned
    /// What the plan is to reach: targets, measurements, expected outcomes. The letters let an agency add and complete
    /// tactics in force, so goals and texts may grow with them.
    case targets
    /// The texts and figures of one quarter.
    case quarter(Int)
  }

  public init(from old: Plan, to new: Plan, in part: Part = .everything) {
    let names = PlanPlaces(of: old).merging(PlanPlaces(of: new))
    places = PlanChange.changes(from: old, to: new).compactMap { change in
      switch change {
      case .insert(let record):
        guard part.holds(record.kind, record.key) else { return nil }
        return "\(names.place(record.kind, record.key)): added"
      case .delete(let kind, let key):
        guard part.holds(kind, key) else { return nil }
        return "\(names.place(kind, key)): removed"
      case .update(let record, let changed):
        // A frozen copy has its order from the order of its text: positions in it are drawn anew.
        let fields = changed.filter { $0 != "position" && part.holds(field: $0, of: record.kind) }
        guard part.holds(record.kind, record.key), !fields.isEmpty else { return nil }
        return "\(names.place(record.kind, record.key)): "
          + fields.map { Self.label(of: $0, in: record.kind) }.joined(separator: ", ")
      }
    }
  }

  private static func label(of field: String, in kind: PlanRecord.Kind) -> String {
    func label<Entry>(_ fields: [EntryField<Entry>]) -> String { fields.first { $0.name == field }?.label ?? field }
    return switch kind {
    case .plan: label(Plan.fields)
    case .block: label(Block.fields)
    case .measurement: label(Measurement.fields)
    case .tactic: label(Tactic.fields)
    case .outcome: label(Outcome.fields)
    case .text, .progress, .quarterlyText: field
    }
  }
}

extension VersionDifference.Part {
  fileprivate func holds(_ kind: PlanRecord.Kind, _ key: [FieldValue]) -> Bool {
    switch self {
    case .everything: true
    case .whatWasPlanned: kind != .progress && kind != .quarterlyText
    case .targets: kind == .measurement || kind == .outcome
    case .quarter(let number):
      (kind == .progress || kind == .quarterlyText) && key.last == .integer(Int64(number))
    }
  }

  fileprivate func holds(field: String, of kind: PlanRecord.Kind) -> Bool {
    self != .whatWasPlanned || kind != .tactic || !["status", "completed"].contains(field)
  }
}
