internal import Records

/// The claims of an agency for one quarter, as they stand (AS.2.6 task 7).
///
/// In force is what was handed in and not returned: the original claim, or the revised one that was handed in last, which replaces
/// what was filed before it; and the supplemental claims that name the one in force.
public struct QuarterClaims: Hashable, Sendable {
  public let quarter: StateQuarter
  /// The oldest first; drafts among them.
  public let claims: [Filed]

  /// A claim with what was handed in of it: where it waits or stands, both are as they were handed in.
  public struct Filed: Hashable, Sendable {
    public let claim: Claim
    public let standing: FiscalStanding
    /// As they were handed in last; those of a draft, and of a returned claim, count nowhere.
    public let lines: [ClaimLine]

    public init(claim: Claim, standing: FiscalStanding, lines: [ClaimLine]) {
      self.claim = claim
      self.standing = standing
      self.lines = lines
    }

    public var form: Claim.Form? { Claim.Form(rawValue: claim.form) }

    /// By when they were handed in last, whenever they were begun.
    func isFiled(before other: Filed) -> Bool {
      Positions.isBefore(standing.submissions.last?.id ?? "", other.standing.submissions.last?.id ?? "")
    }

    public var total: Money { get throws(MoneyOverflow) { try Money.sum(lines.map(\.money)) } }
  }

  /// - Parameter claims: of one agency; those of other quarters are left out.
  public init(_ quarter: StateQuarter, claims: [Filed]) {
    self.quarter = quarter
    self.claims = claims.filter { $0.claim.quarter == "\(quarter)" }
      .sorted { Positions.isBefore($0.claim.id, $1.claim.id) }
  }

  /// What was handed in and not returned, in the order in which it was handed in.
  public var filed: [Filed] { claims.filter(\.standing.isClosed).sorted { $0.isFiled(before: $1) } }

  /// Of several the one that was handed in first.
  public var original: Filed? { filed.first { $0.form == .original } }

  /// The original claim in force, or the revised one that replaces it; nil where nothing is filed.
  public var whole: Filed? { filed.last { $0.form == .revised } ?? original }

  /// What a claim found when it was handed in; for one that is not, what it finds now.
  public func before(_ id: String) -> QuarterClaims {
    let own = filed.first { $0.claim.id == id }
    return QuarterClaims(
      quarter, claims: claims.filter { $0.claim.id != id && (own.map($0.isFiled(before:)) ?? true) })
  }

  /// The supplemental claims that add to ``whole``.
  public var supplements: [Filed] {
    guard let whole else { return [] }
    return filed.filter { $0.form == .supplemental && $0.claim.prior == whole.claim.id }
  }

  public var inForce: [Filed] { [whole].compactMap(\.self) + supplements }

  /// Why a claim that was handed in, and not returned, counts nothing.
  public enum Gap: String, Hashable, Sendable {
    case otherOriginal = "another original claim of the quarter counts"
    case replaced = "a revised claim replaces it"
    case otherRevised = "another revised claim counts"
    case priorNotInForce = "it adds to a claim that is not in force; in force is another"
  }

  /// nil for a claim that counts, and for one that waits nowhere: a draft, or a returned one.
  public func gap(of id: String) -> Gap? {
    guard let entry = filed.first(where: { $0.claim.id == id }), !inForce.contains(where: { $0.claim.id == id }) else {
      return nil
    }
    switch entry.form {
    case .supplemental: return .priorNotInForce
    case .revised: return .otherRevised
    case .original, nil: return whole?.form == .revised ? .replaced : .otherOriginal
    }
  }

  /// Whether payment of any of them is scheduled, so that no revised claim may follow.
  public var isPaymentScheduled: Bool { claims.contains(where: \.standing.isPaymentScheduled) }

  /// Amounts in force, by the code of the line.
  public func amounts() throws(MoneyOverflow) -> [String: Money] {
    var sums: [String: Money] = [:]
    for line in inForce.flatMap(\.lines) { sums[line.line] = try sums[line.line, default: .zero].adding(line.money) }
    return sums
  }

  /// nil where nothing is filed.
  public func total() throws(MoneyOverflow) -> Money? {
    guard whole != nil else { return nil }
    return try Money.sum(inForce.flatMap(\.lines).map(\.money))
  }
}

extension ClaimLine {
  public var money: Money { Money(cents: Int64(amount)) }
}
