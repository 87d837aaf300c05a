public import Records

/// The places of a plan in words, as ``PlanCheckItem/place`` has them: "block 2 · tactic 1". They hold nothing of what the
/// entries say, and a person can type them: `block 2 tactic 1`.
public struct PlanPlaces: Sendable {
  /// In the order of the plan.
  public private(set) var all: [Place] = []
  private var indices: [Name: Int] = [:]

  public struct Place: Hashable, Sendable {
    public let kind: PlanRecord.Kind
    public let key: [FieldValue]
    /// "block 2 · tactic 1".
    public let words: String

    /// The key as a comment has it: its values with `/` between them (``PlanComment/item``).
    public var item: String {
      key.map { value in
        switch value {
        case .integer(let number): "\(number)"
        case .text(let text): text
        }
      }.joined(separator: "/")
    }
  }

  private struct Name: Hashable {
    let kind: PlanRecord.Kind
    let key: [FieldValue]
  }

  public init(of plan: Plan) {
    add(.plan, [.text(plan.id)], "plan")
    for text in plan.texts { add(.text, [.text(plan.id), .text(""), .text(text.name)], "text \(text.name)") }
    add(plan.targets, "target", below: "")
    for (index, block) in (plan.blocks + plan.lostBlocks).enumerated() {
      let place = index < plan.blocks.count ? "block \(index + 1)" : "lost block \(index + 1 - plan.blocks.count)"
      add(.block, [.text(block.id)], place)
      for text in block.texts {
        add(.text, [.text(plan.id), .text(block.id), .text(text.name)], "\(place) · text \(text.name)")
      }
      add(block.measurements, "measurement", below: place)
      for (number, tactic) in block.tactics.enumerated() {
        add(.tactic, [.text(tactic.id)], "\(place) · tactic \(number + 1)")
      }
      for (number, outcome) in block.outcomes.enumerated() {
        add(.outcome, [.text(outcome.id)], "\(place) · outcome \(number + 1)")
      }
      for quarter in PlanItem.quarterNumbers {
        add(.quarterlyText, [.text(block.id), .integer(Int64(quarter))], "\(place) · quarter \(quarter)")
      }
    }
  }

  private mutating func add(_ entries: [Measurement], _ title: String, below place: String) {
    for (number, entry) in entries.enumerated() {
      let own = (place.isEmpty ? "" : "\(place) · ") + "\(title) \(number + 1)"
      add(.measurement, [.text(entry.id)], own)
      for quarter in PlanItem.quarterNumbers {
        add(.progress, [.text(entry.id), .integer(Int64(quarter))], "\(own) · quarter \(quarter)")
      }
    }
  }

  private mutating func add(_ kind: PlanRecord.Kind, _ key: [FieldValue], _ place: String) {
    guard index(kind, key) == nil else { return }
    indices[Name(kind: kind, key: key)] = all.count
    all.append(Place(kind: kind, key: key, words: place))
  }

  /// These places, and those of another version that are not here.
  func merging(_ other: PlanPlaces) -> PlanPlaces {
    var both = other
    for place in all { both.add(place.kind, place.key, "earlier \(place.words)") }
    return both
  }

  /// What an entry is called that the plan does not have.
  public static let gone = "an entry that is gone"

  /// A place in words.
  public func place(_ kind: PlanRecord.Kind, _ key: [FieldValue]) -> String {
    index(kind, key).map { all[$0].words } ?? Self.gone
  }

  /// The place of an entry in ``all``; nil if the plan does not have it.
  func index(_ kind: PlanRecord.Kind, _ key: [FieldValue]) -> Int? { indices[Name(kind: kind, key: key)] }

  /// The entry that a person names: by its place, or by the beginning of its id. nil if it is none, or several.
  public func entry(named text: String) -> Place? {
    func plain(_ text: String) -> [Substring] { text.lowercased().split { $0 == " " || $0 == "·" } }
    if let place = all.first(where: { plain($0.words) == plain(text) }) { return place }
    let text = text.lowercased()
    let found = all.filter { place in
      guard place.key.count == 1, case .text(let id) = place.key[0] else { return false }
      return id.hasPrefix(text) && !text.isEmpty
    }
    return found.count == 1 ? found[0] : nil
  }
}
