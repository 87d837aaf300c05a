/// Places in a list, as integers with room between them.
///
/// Entries are ordered by (position, id). Moving or inserting one entry touches that entry alone: the entries that are
/// still in order keep their positions (a longest increasing run), the others go between them. Only when there is no room
/// left is the whole list numbered anew.
public enum Positions {
  /// The distance at which entries are placed behind one another.
  public static let step: Int64 = 1024

  /// Positions for a list in the order that a person gave it.
  ///
  /// - Parameter entries: id, and the position that the entry had in this list; nil for one that is new in it.
  /// - Returns: one position for each entry; sorting by (position, id) gives the order of `entries`.
  public static func assigned(to entries: [(id: String, position: Int64?)]) -> [Int64] {
    let kept = keptEntries(of: entries)
    var result: [Int64] = []
    for (index, entry) in entries.enumerated() {
      if kept.contains(index), let position = entry.position {
        result.append(position)
        continue
      }
      let next = entries.indices.first { $0 > index && kept.contains($0) }.flatMap { entries[$0].position }
      guard let position = between(result.last, next) else { return entries.indices.map { Int64($0 + 1) * step } }
      result.append(position)
    }
    return result
  }

  /// The indices of a longest run of known entries that are already in order.
  private static func keptEntries(of entries: [(id: String, position: Int64?)]) -> Set<Int> {
    var length = [Int](repeating: 0, count: entries.count)
    var before = [Int?](repeating: nil, count: entries.count)
    for (index, entry) in entries.enumerated() {
      guard let position = entry.position else { continue }
      length[index] = 1
      for earlier in 0..<index {
        guard let other = entries[earlier].position, length[earlier] >= length[index] else { continue }
        let inOrder = other == position ? isBefore(entries[earlier].id, entry.id) : other < position
        if inOrder {
          length[index] = length[earlier] + 1
          before[index] = earlier
        }
      }
    }
    var kept: Set<Int> = []
    var index = length.indices.max { length[$0] < length[$1] }
    while let current = index, length[current] > 0 {
      kept.insert(current)
      index = before[current]
    }
    return kept
  }

  /// The number that follows on the largest of those that stand. A merged row may hold the largest that there is: it is its own
  /// successor.
  public static func next(after numbers: some Sequence<Int>, by distance: Int = 1) -> Int {
    let (next, isOver) = (numbers.max() ?? 0).addingReportingOverflow(distance)
    return isOver ? .max : next
  }

  /// Whether one id stands before another: by bytes, as the database orders them.
  public static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static func between(_ left: Int64?, _ right: Int64?) -> Int64? {
    switch (left, right) {
    case (nil, nil): return step
    case (let left?, nil):
      let (sum, overflow) = left.addingReportingOverflow(step)
      return overflow ? nil : sum
    case (nil, let right?):
      let (difference, overflow) = right.subtractingReportingOverflow(step)
      return overflow ? nil : difference
    case (let left?, let right?):
      let middle = Int64((Int128(left) + Int128(right)) >> 1)
      return middle > left && middle < right ? middle : nil
    }
  }
}
