extension ReviewRule {
  /// The rules that ship. Their ids are names, the same on every node: the department corrects one by publishing a rule of the
  /// same id.
  ///
  /// - Source: the manual's compliance measures; 95 percent: chapter 1 and IOP.4.7.
  public static let shipped: [ReviewRule] =
    ShippedRuleRows.rows.map { row in
      var rule = ReviewRule(id: row.id)
      rule.title = row.title
      rule.kind = row.kind
      rule.duration = row.duration
      rule.unit = row.unit
      rule.percent = row.percent
      var elements: [String] = []
      for code in row.rows.compactMap({ $0.split(separator: ":").first.map(String.init) })
      where !elements.contains(code) { elements.append(code) }
      rule.elements = elements.joined(separator: ", ")
      rule.source = "QAPI manual, \(rule.elements)"
      return rule
    } + reliability

  /// One for each federal measure: a measure whose data are below the standard earns nothing.
  private static let reliability = [
    ("paternity", "paternity establishment"), ("orders", "support orders established"),
    ("current-support", "collections on current support"), ("arrears", "cases with arrears collections"),
    ("cost-effectiveness", "cost effectiveness"),
  ].map { name, title in
    var rule = ReviewRule(id: "data-reliability-\(name)")
    rule.title = "The data behind \(title) are as the case shows them"
    rule.percent = 95
    rule.elements = "IOP.1.4, IOP.4.7"
    rule.source = "QAPI manual, chapter 1 and IOP.4.7"
    return rule
  }

  /// The rules by id: what the department published stands over what ships.
  public static func known(published: [ReviewRule]) -> [String: ReviewRule] {
    var rules = Dictionary(uniqueKeysWithValues: shipped.map { ($0.id, $0) })
    for rule in published { rules[rule.id] = rule }
    return rules
  }

  /// The catalogue's rows of kind `timeframe`, as "element: what", with the id of the rule that each became; nil for one that
  /// is no rule of a case review.
  public static let origins: [(row: String, rule: String?)] =
    ShippedRuleRows.rows.flatMap { rule in rule.rows.map { ($0, Optional(rule.id)) } }
    + ShippedRuleRows.leftOut.map { ($0.row, nil) }

  /// What it says of time, in words: "20 calendar days"; empty if nothing.
  public var limit: String {
    switch (duration, unit) {
    case (_, ""): ""
    case (0, _): "the same day"
    case (1, _) where unit.hasSuffix("s"): "1 \(unit.dropLast())"
    default: "\(duration) \(unit)"
    }
  }
}
