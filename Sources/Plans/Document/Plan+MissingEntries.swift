internal import Records

extension Plan {
  /// The plan with every section and list entry back in its place that another version of it has and this one lacks: for
  /// a document in which what is left out is not meant to be removed. Texts and figures are taken as this version has them.
  public func keepingEntries(of other: Plan) -> Plan {
    var plan = self
    let mine = Set(entryIDs)
    plan.targets = Self.keeping(other.targets, in: targets, mine)
    let lost = other.lostBlocks.filter { block in !plan.blocks.contains { $0.id == block.id } }
    plan.blocks = Self.keepingBlocks(other.blocks, in: blocks, mine).sorted {
      $0.position == $1.position ? Positions.isBefore($0.id, $1.id) : $0.position < $1.position
    }
    plan.lostBlocks = Self.keepingBlocks(lost, in: lostBlocks, mine)
    return plan
  }

  private var entryIDs: [String] {
    targets.map(\.id)
      + (blocks + lostBlocks).flatMap { $0.measurements.map(\.id) + $0.tactics.map(\.id) + $0.outcomes.map(\.id) }
  }

  private static func keepingBlocks(_ others: [Block], in blocks: [Block], _ mine: Set<String>) -> [Block] {
    var result = blocks
    for other in others {
      let place = result.firstIndex { $0.id == other.id }
      var block = place.map { result[$0] } ?? other
      if place == nil {
        // Entries of it may have moved elsewhere.
        block.measurements = []
        block.tactics = []
        block.outcomes = []
      }
      block.measurements = keeping(other.measurements, in: block.measurements, mine)
      block.tactics = keeping(other.tactics, in: block.tactics, mine)
      block.outcomes = keeping(other.outcomes, in: block.outcomes, mine)
      if let place { result[place] = block } else { result.append(block) }
    }
    return result
  }

  private static func keeping<Entry: PlanEntry>(
    _ others: [Entry], in entries: [Entry], _ mine: Set<String>
  ) -> [Entry] {
    let missing = others.filter { !mine.contains($0.id) }
    return missing.isEmpty
      ? entries
      : (entries + missing).sorted {
        $0.position == $1.position ? Positions.isBefore($0.id, $1.id) : $0.position < $1.position
      }
  }
}
