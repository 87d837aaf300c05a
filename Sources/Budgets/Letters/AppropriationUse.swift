/// What the letters in force of all agencies come to, by category, against what the Budget Act gives (AS.2.3 task 5).
public struct AppropriationUse: Hashable, Sendable {
  /// In the order of ``Appropriation/categories``; those without an appropriation and without an amount are left out. Last what
  /// stands under a sub-category of EDP that this program does not know, so that the rows are all of the letters.
  public let rows: [Row]

  public struct Row: Hashable, Sendable {
    /// `administration`, a sub-category of EDP, or ``AppropriationUse/unknown``.
    public let category: String
    /// nil where no appropriation is set.
    public let appropriated: Money?
    public let allocated: Money
    /// nil where no appropriation is set.
    public let left: Money?
    public var isExceeded: Bool { left.map { $0 < .zero } ?? false }

    /// By how much it is exceeded; below zero by how much it is not.
    public func excess() throws(MoneyOverflow) -> Money { try Money.zero.subtracting(left ?? .zero) }
  }

  /// - Parameters:
  ///   - appropriations: of one year.
  ///   - lines: of the letters in force of all agencies.
  public init(_ appropriations: [Appropriation], lines: [AllocationLine]) throws(MoneyOverflow) {
    var rows: [Row] = []
    for category in Appropriation.categories {
      let own = lines.filter { $0.edp == category || ($0.edp.isEmpty && category == Appropriation.categories[0]) }
      let given = appropriations.first { $0.category == category }.map { Money(cents: Int64($0.amount)) }
      guard given != nil || !own.isEmpty else { continue }
      let allocated = try Money.sum(own.map(\.money))
      rows.append(
        Row(
          category: category, appropriated: given, allocated: allocated, left: try given?.subtracting(allocated)))
    }
    let strangers = lines.filter { !$0.edp.isEmpty && !Appropriation.categories.contains($0.edp) }
    if !strangers.isEmpty {
      rows.append(
        Row(category: Self.unknown, appropriated: nil, allocated: try Money.sum(strangers.map(\.money)), left: nil))
    }
    self.rows = rows
  }

  public var isExceeded: Bool { rows.contains(where: \.isExceeded) }

  public static let unknown = "not known here"
}

extension AllocationLine {
  public var money: Money { Money(cents: Int64(amount)) }
}
