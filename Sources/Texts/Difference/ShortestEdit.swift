/// The fewest removals and insertions that make one list of numbers from another.
///
/// E. W. Myers, An O(ND) Difference Algorithm and Its Variations (1986), section 4, with what is alike at both ends set
/// aside first. The furthest point of each diagonal is kept for every number of differences, to find the way back.
enum ShortestEdit {
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Steps that a comparison may take: about 2,800 differences, and 16 MB to remember them.
  static let stepLimit = 4_000_000

  /// - Returns: what changed, in order, with something equal between any two changes; nil if the comparison would take more
  ///   steps than the limit.
  static func changes(from old: [Int], to new: [Int], stepLimit: Int = stepLimit) -> [Change]? {
    let shorter = min(old.count, new.count)
    var head = 0
    while head < shorter, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    let before = old[head..<old.count - tail]
    let after = new[head..<new.count - tail]
    if before.isEmpty && after.isEmpty { return [] }
    if before.isEmpty || after.isEmpty { return [Change(old: before.indices, new: after.indices)] }
    guard let furthest = furthestPoints(from: before, to: after, stepLimit: stepLimit) else { return nil }
    return wayBack(through: furthest, oldCount: before.count, newCount: after.count).map {
      Change(
        old: $0.old.lowerBound + head..<$0.old.upperBound + head,
        new: $0.new.lowerBound + head..<$0.new.upperBound + head)
    }
  }

  /// For each number of differences, how far along `old` one comes on each of its diagonals, -count, -count + 2 … count.
  /// Row `count` starts at `count * (count + 1) / 2`; the last row reaches the end of both lists.
  private static func furthestPoints(from old: ArraySlice<Int>, to new: ArraySlice<Int>, stepLimit: Int) -> [Int32]? {
    let old = Array(old)
    let new = Array(new)
    var furthest: [Int32] = []
    var steps = 0
    for count in 0...(old.count + new.count) {
      let previous = furthest.count - count
      for place in 0...count {
        let diagonal = 2 * place - count
        var x = count == 0 ? 0 : Int(start(place, of: count, after: previous, in: furthest).x)
        let first = x
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        furthest.append(Int32(x))
        if diagonal == old.count - new.count, x >= old.count { return furthest }
        steps += 1 + x - first
      }
      if steps > stepLimit { return nil }
    }
    return nil
  }

  /// Where a diagonal begins with one difference more than the row before: one down (an insertion) or one to the right (a
  /// removal), whichever comes further.
  private static func start(_ place: Int, of count: Int, after previous: Int, in furthest: [Int32]) -> (
    x: Int32, isInsertion: Bool
  ) {
    let below = place < count ? furthest[previous + place] : -1
    let beside = place > 0 ? furthest[previous + place - 1] + 1 : -1
    return below >= beside ? (below, true) : (beside, false)
  }

  private static func wayBack(through furthest: [Int32], oldCount: Int, newCount: Int) -> [Change] {
    var changes: [Change] = []
    var (x, y) = (oldCount, newCount)
    var count = 0
    while (count + 1) * (count + 2) / 2 < furthest.count { count += 1 }
    while count > 0 {
      let place = (x - y + count) / 2
      let begin = start(place, of: count, after: (count - 1) * count / 2, in: furthest)
      // Behind the step stands what is equal; before it, the step itself.
      let stepX = Int(begin.x)
      let stepY = stepX - (x - y)
      let old = (begin.isInsertion ? stepX : stepX - 1)..<stepX
      let new = (begin.isInsertion ? stepY - 1 : stepY)..<stepY
      if let last = changes.last, last.old.lowerBound == old.upperBound, last.new.lowerBound == new.upperBound {
        changes[changes.count - 1] = Change(
          old: old.lowerBound..<last.old.upperBound, new: new.lowerBound..<last.new.upperBound)
      } else {
        changes.append(Change(old: old, new: new))
      }
      (x, y) = (old.lowerBound, new.lowerBound)
      count -= 1
    }
    return changes.reversed()
  }
}
