/// What is handed in, and what is due: the plan, an amendment of it, or the update of a quarter.
public enum PlanItem: Hashable, Sendable {
  case plan, amendment
  /// 1 to 4.
  case quarter(Int)

  public static let all: [PlanItem] = [.plan, .amendment] + quarterNumbers.map { .quarter($0) }

  /// The quarters that a plan can have.
  public static let quarterNumbers = 1...4

  /// `q1` to `q4`: as items are called, and keys of documents, columns of forms and of tables.
  public static let quarterNames = quarterNumbers.map { PlanItem.quarter($0).rawValue }

  /// `plan`, `amendment`, `q1` to `q4`: as it stands in rows, and as people type it.
  public var rawValue: String {
    switch self {
    case .plan: "plan"
    case .amendment: "amendment"
    case .quarter(let number): "q\(number)"
    }
  }

  public init?(rawValue: String) {
    guard let item = Self.all.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = item
  }
}

extension Submission {
  /// nil for an item that a newer program wrote.
  public var planItem: PlanItem? { PlanItem(rawValue: item) }

  /// Whether the whole plan was handed in, first or as an amendment.
  public var isWhole: Bool { planItem == .plan || planItem == .amendment }
}
