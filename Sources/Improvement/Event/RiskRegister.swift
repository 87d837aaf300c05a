public import Records

/// The risks of an agency, ranked by likelihood and impact (IOP.3.2 task 1).
public enum RiskRegister {
  /// The highest score first; those whose likelihood or impact is not said come last. Within a score the older one first.
  public static func ranked(_ risks: [Risk]) -> [Risk] {
    risks.sorted { left, right in
      let (ofLeft, ofRight) = (left.score ?? 0, right.score ?? 0)
      if ofLeft != ofRight { return ofLeft > ofRight }
      if left.impact != right.impact { return left.impact > right.impact }
      return Positions.isBefore(left.id, right.id)
    }
  }

  /// The open risks of each likelihood and impact, as numbers of their place in the ranked list, from 1.
  ///
  /// - Returns: `[likelihood - 1][impact - 1]`.
  public static func grid(_ ranked: [Risk]) -> [[[Int]]] {
    var grid = [[[Int]]](repeating: [[Int]](repeating: [], count: 5), count: 5)
    for (place, risk) in ranked.enumerated() where risk.score != nil && risk.isOpen {
      grid[risk.likelihood - 1][risk.impact - 1].append(place + 1)
    }
    return grid
  }
}

extension Risk {
  /// Likelihood times impact, 1 to 25; nil unless both are 1 to 5. The manual asks to rank by both and has no scale: the
  /// numbers are ours.
  public var score: Int? {
    guard (1...5).contains(likelihood), (1...5).contains(impact) else { return nil }
    return likelihood * impact
  }

  public var isOpen: Bool { closed.isEmpty }

  /// Whether the day by which it was to be looked at again has passed.
  public func isReviewLate(on today: Day) -> Bool {
    guard isOpen, let day = Day(reviewBy) else { return false }
    return day < today
  }
}
