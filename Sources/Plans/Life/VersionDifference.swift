internal import Records

/// Which entries differ between two versions of a plan, in words that hold nothing of what they say: a finding, and the
/// note of a resubmission, name the places; `qapi plan compare` shows the texts. What differs is ``PlanComparison``'s to say.
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
    /// tactics in force, so goals and texts may grow with them. Their order says nothing of it.
    case targets
    /// The texts and figures of one quarter.
    case quarter(Int)
  }

  public init(from old: Plan, to new: Plan, in part: Part = .everything) {
    let names = PlanPlaces(of: old).merging(PlanPlaces(of: new))
    let found = PlanComparison.differences(from: old, to: new).filter(part.holds)
    let inOrder = found.enumerated().map { (place: names.index($1.kind, $1.key) ?? .max, offset: $0, difference: $1) }
      .sorted { ($0.place, $0.offset) < ($1.place, $1.offset) }.map(\.difference)
    var entries: [(place: String, changes: [String])] = []
    for difference in inOrder {
      let place = names.place(difference.kind, difference.key)
      if entries.last?.place != place { entries.append((place, [])) }
      entries[entries.count - 1].changes.append(Self.words(difference))
    }
    places = entries.map { "\($0.place): \($0.changes.joined(separator: ", "))" }
  }

  private static func words(_ difference: PlanDifference) -> String {
    switch difference.change {
    case .added: "added"
    case .removed: "removed"
    case .moved: "moved"
    case .field(let name, let label, let from, let to):
      switch difference.kind {
      case .text, .progress, .quarterlyText: from.isEmpty ? "added" : to.isEmpty ? "removed" : name
      case .plan, .block, .measurement, .tactic, .outcome: label
      }
    }
  }
}

extension VersionDifference.Part {
  fileprivate func holds(_ difference: PlanDifference) -> Bool {
    let kind = difference.kind
    let isOfQuarter = kind == .progress || kind == .quarterlyText
    switch self {
    case .everything: return true
    case .whatWasPlanned:
      guard case .field(let name, _, _, _) = difference.change, kind == .tactic else { return !isOfQuarter }
      return !["status", "completed"].contains(name)
    case .targets: return (kind == .measurement || kind == .outcome) && difference.change != .moved
    case .quarter(let number): return isOfQuarter && difference.key.last == .integer(Int64(number))
    }
  }
}
