/// An obligation as it stands for one agency: the catalogue's row, what the department says of it, and what the agency says.
public struct ObligationState: Hashable, Sendable {
  public let obligation: Obligation
  /// The department's word; nil if it has said nothing.
  public let setting: ObligationSetting?
  /// The agency's word; nil if it has said nothing.
  public let local: LocalObligation?

  public init(_ obligation: Obligation, setting: ObligationSetting? = nil, local: LocalObligation? = nil) {
    self.obligation = obligation
    self.setting = setting
    self.local = local
  }

  public enum Origin: String, Sendable {
    case department, catalogue, agency
  }

  public var isOn: Bool {
    switch setting?.status {
    case "on": true
    case "off": false
    default: !obligation.startsOff
    }
  }

  /// The rule that holds, and whose it is: the department's goes before the catalogue's, and the agency's counts only where
  /// neither has one. A rule that does not read is none, and a finding.
  public var rule: (rule: DueRule, origin: Origin)? {
    if let rule = setting.flatMap({ DueRule($0.rule) }) { return (rule, .department) }
    if let rule = obligation.rule { return (rule, .catalogue) }
    return local.flatMap { DueRule($0.rule) }.map { ($0, .agency) }
  }

  public var person: String { local?.person ?? "" }

  /// Whether it stands in the calendar at all: in force, no time within a case, and no other row's duty.
  public var isShown: Bool { isOn && obligation.canBeDue }

  /// Whether it waits for somebody to set a day. What comes due on an event, and what other records show, does not.
  public var isOpen: Bool {
    isShown && rule == nil && obligation.frequency != .onEvent && obligation.shownAs == nil
  }
}
