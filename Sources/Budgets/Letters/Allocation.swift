internal import Records

/// What the letters of a year allocate to an agency, taken together.
public struct Allocation: Hashable, Sendable {
  /// The standard letter in force: of the highest kind, the latest of them; nil if there is none.
  public let standard: AllocationLetter?
  /// The letters that add to it, by day: those of its day or later.
  public let additions: [AllocationLetter]
  /// Letters that count no more: replaced by another, or overtaken by a later standard letter.
  public let past: [AllocationLetter]
  /// Of letters that take the place of one and the same, those that do not count: the latest does, by its day.
  public let contested: [AllocationLetter]

  /// - Parameter letters: of one agency and year.
  public init(of letters: [AllocationLetter]) {
    let replaced = Set(letters.map(\.supersedes).filter { !$0.isEmpty })
    func isBefore(_ left: AllocationLetter, _ right: AllocationLetter) -> Bool {
      left.day != right.day ? left.day < right.day : Positions.isBefore(left.id, right.id)
    }
    let origin = Self.origins(of: letters)
    let last = letters.filter { !replaced.contains($0.id) }.sorted(by: isBefore)
    let corrections = Dictionary(grouping: last) { origin[$0.id] ?? $0.id }
    let standing = last.filter { corrections[origin[$0.id] ?? $0.id]?.last == $0 }
    contested = last.filter { !standing.contains($0) }
    func rank(_ letter: AllocationLetter) -> Int? { AllocationLetter.Kind(rawValue: letter.kind)?.rank }
    let highest = standing.compactMap(rank).max()
    let standard = standing.last { rank($0) != nil && rank($0) == highest }
    self.standard = standard
    additions = standing.filter { rank($0) == nil && $0.day >= standard?.day ?? "" }
    let inForce = Set(([standard].compactMap(\.self) + additions).map(\.id))
    past = letters.filter { !inForce.contains($0.id) }.sorted(by: isBefore)
  }

  /// By id, the id of the letter whose corrections began with it: however long the chain, its money counts once.
  private static func origins(of letters: [AllocationLetter]) -> [String: String] {
    let named = Dictionary(letters.map { ($0.id, $0.supersedes) }, uniquingKeysWith: { first, _ in first })
    return named.keys.reduce(into: [:]) { origins, id in
      var (first, seen) = (id, Set([id]))
      while let before = named[first], !before.isEmpty, seen.insert(before).inserted { first = before }
      origins[id] = first
    }
  }

  /// Whether a letter is of those whose lines count.
  public func isInForce(_ letter: String) -> Bool { inForce.contains(letter) }

  /// Ids of the letters whose lines count.
  public var inForce: [String] { [standard].compactMap { $0?.id } + additions.map(\.id) }

  /// Only the Final Allocation binds (AS.2.3 task 4); planning letters are for planning.
  public var binds: Bool { standard?.kind == AllocationLetter.Kind.final.rawValue }
}
