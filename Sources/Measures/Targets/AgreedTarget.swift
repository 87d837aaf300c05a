public import Records

/// What an agency and the department say on one measure and federal fiscal year, and what both words make together (IOP.1.1).
/// The plan, the Plan of Cooperation and the comparative report all read this.
public struct AgreedTarget: Hashable, Sendable {
  public let year: Int
  public let measure: String
  /// The agency's word; nil if it has said nothing.
  public let ofAgency: Target?
  /// The department's word; nil if it has said nothing.
  public let ofDepartment: TargetAnswer?

  public init(year: Int, measure: String, ofAgency: Target?, ofDepartment: TargetAnswer?) {
    self.year = year
    self.measure = measure
    self.ofAgency = ofAgency
    self.ofDepartment = ofDepartment
  }

  public enum Side: String, Hashable, Sendable { case agency, department }

  public enum State: Hashable, Sendable {
    case none
    /// One side has said a value, the other nothing.
    case proposed(by: Side)
    /// Both have said a value, and have not agreed on one.
    case discussed
    case agreed
    case withdrawn(by: Side)
  }

  /// 1. Who withdraws takes the target out of the discussion, whatever the other side says.
  /// 2. Both say the same value, in the same unit, and at least one of them agrees to it: it is agreed. Values are compared as
  ///    exact figures, so that 63.8 and 63.80 are the same.
  /// 3. Whoever says another value afterwards opens the discussion again, without the other side's doing.
  public var state: State {
    switch (ofAgency, ofDepartment) {
    case (nil, nil): return .none
    case (let agency?, _) where agency.isWithdrawn: return .withdrawn(by: .agency)
    case (_, let department?) where department.isWithdrawn: return .withdrawn(by: .department)
    case (_?, nil): return .proposed(by: .agency)
    case (nil, _?): return .proposed(by: .department)
    case (let agency?, let department?):
      guard let figure = agency.figure, figure == department.figure,
        TargetUnit.isSame(agency.unit, department.unit)
      else { return .discussed }
      return agency.agrees || department.agrees ? .agreed : .discussed
    }
  }

  /// The agreed value; nil unless both agree.
  public var figure: ExactFigure? { state == .agreed ? ofAgency?.figure : nil }

  /// The agreed value as the agency writes it; empty unless both agree.
  public var value: String { state == .agreed ? ofAgency?.value ?? "" : "" }

  /// The unit that either side has said; empty if none has.
  public var unit: String {
    [ofAgency?.unit, ofDepartment?.unit].compactMap(\.self).first { !$0.isEmpty } ?? ""
  }

  /// The baseline that either side has said, the agency's first; empty if none has.
  public var baseline: String {
    [ofAgency?.baseline, ofDepartment?.baseline].compactMap(\.self).first { !$0.isEmpty } ?? ""
  }

  /// In people's words: "proposed by the agency", "under discussion".
  public var words: String {
    switch state {
    case .none: "nothing said"
    case .proposed(let side): "proposed by the \(side.rawValue)"
    case .discussed: "under discussion"
    case .agreed: "agreed"
    case .withdrawn(let side): "withdrawn by the \(side.rawValue)"
    }
  }

  /// The same without the side: "proposed".
  public var shortWords: String {
    switch state {
    case .proposed: "proposed"
    case .withdrawn: "withdrawn"
    default: words
    }
  }

  /// Why it is still under discussion, in words; empty in every other state.
  public var openPoint: String {
    guard state == .discussed, let ofAgency, let ofDepartment else { return "" }
    guard ofAgency.figure != nil, ofDepartment.figure != nil else { return "a value is not a figure" }
    guard ofAgency.figure == ofDepartment.figure else { return "the values differ" }
    guard TargetUnit.isSame(ofAgency.unit, ofDepartment.unit) else { return "the units differ" }
    if ofAgency.word == Target.agreed || ofDepartment.word == Target.agreed {
      return "the word \"agreed\" was said to another value"
    }
    return "both propose the same value, and nobody has said \"agreed\" yet"
  }
}
