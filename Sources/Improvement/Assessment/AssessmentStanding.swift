internal import Records

/// How an agency rates one element, and how that came about.
public struct AssessmentStanding: Hashable, Sendable {
  /// Code of the element.
  public let element: String
  /// All self-assessments of the element, the earliest first. At least one.
  public let history: [Assessment]

  /// - Parameter history: the earliest first, at least one.
  public init(element: String, history: [Assessment]) {
    precondition(!history.isEmpty, "an element without an assessment has no standing")
    self.element = element
    self.history = history
  }

  /// The one that counts: of the latest day, and of one day the last that was written.
  public var latest: Assessment { history[history.count - 1] }

  /// What the rating was before.
  public var before: Assessment? { history.count > 1 ? history[history.count - 2] : nil }

  /// The latest rating against the one before. Ratings in two scales are not compared.
  public var change: Change {
    guard let before else { return .first }
    return before.scale == latest.scale ? .levels(latest.rating - before.rating) : .otherScale
  }

  public enum Change: Hashable, Sendable {
    /// There is no earlier one.
    case first
    /// The one before is in another scale.
    case otherScale
    /// By how many; 0 for none.
    case levels(Int)

    /// In people's words: "first", "+1", "-2", "same", "other scale".
    public var words: String {
      switch self {
      case .first: "first"
      case .otherScale: "other scale"
      case .levels(0): "same"
      case .levels(let number): number > 0 ? "+\(number)" : "\(number)"
      }
    }
  }

  /// The standings of one agency, element by element, in the order of their codes as texts.
  ///
  /// - Parameter assessments: of one agency, in any order.
  public static func standings(of assessments: [Assessment]) -> [AssessmentStanding] {
    let grouped = Dictionary(grouping: assessments, by: \.element)
    return grouped.keys.sorted(by: Positions.isBefore).map { element in
      let history = (grouped[element] ?? []).sorted { left, right in
        left.day == right.day ? Positions.isBefore(left.id, right.id) : Positions.isBefore(left.day, right.day)
      }
      return AssessmentStanding(element: element, history: history)
    }
  }
}
