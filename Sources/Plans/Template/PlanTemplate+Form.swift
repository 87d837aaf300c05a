internal import Records

extension PlanTemplate {
  /// One part of the form: a text, or a table of entries.
  public struct Part: Hashable, Sendable {
    public let kind: Kind
    /// Over the part; may be empty.
    public let title: String
    /// Below the title; may be empty.
    public let note: String
    /// Name of the text, where the part is one (``NamedText``).
    public let text: String
    /// Which targets stand in the part (``Measurement/origin``); empty for all.
    public let origin: String
    /// Ids of the measures for which the form has printed a line, filled in or not; of targets only.
    public let rows: [String]
    public let columns: [Column]
    /// Numbers of the goals whose sections have this part; empty for all of them.
    public let goals: [Int]
    /// Whether no source has this part.
    public let isOurs: Bool

    /// Whether the section of a goal has this part.
    public func isIn(goal: Int) -> Bool { goals.isEmpty || goals.contains(goal) }
  }

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case text, targets, measurements, tactics, outcomes, quarters
  }

  public struct Column: Hashable, Sendable {
    public let label: String
    /// Over several columns that stand side by side and have the same: "Completion Dates". May be empty.
    public let group: String
    /// Names of the fields that stand in the column, one below the other; `q1` to `q4` are the quarters' figures.
    public let fields: [String]
    /// Whether the form can do without it; else an empty cell is a warning.
    public let mayBeEmpty: Bool
    public let isOurs: Bool
  }
}

extension PlanTemplate.Form {
  public var parts: [PlanTemplate.Part] { plan + block + goal + end }
}

extension PlanTemplate {
  /// The texts of the plan as a whole that the form has.
  public var planTexts: [Part] { (form.plan + form.end).filter { $0.kind == .text } }
  /// The texts that the form has in each section.
  public var blockTexts: [Part] { (form.block + form.goal).filter { $0.kind == .text } }
  /// The parts of the section of a goal; of a goal that the template does not have, all of them.
  public func parts(ofGoal number: Int) -> [Part] {
    (form.block + form.goal).filter { goal(number) == nil || $0.isIn(goal: number) }
  }
  /// Whether the section of a goal has such a part.
  public func hasPart(_ kind: Kind, inGoal number: Int) -> Bool { parts(ofGoal: number).contains { $0.kind == kind } }
  public var targetParts: [Part] { form.parts.filter { $0.kind == .targets } }
  /// The part in which a target stands: that of its origin, else the first.
  public func part(of target: Measurement) -> Part? {
    targetParts.first { $0.origin == target.origin } ?? targetParts.first
  }
  public var hasTargets: Bool { form.parts.contains { $0.kind == .targets } }
  public var hasMeasurements: Bool { form.parts.contains { $0.kind == .measurements } }
  public var hasOutcomes: Bool { form.parts.contains { $0.kind == .outcomes } }
  public var hasQuarterlyTexts: Bool { form.parts.contains { $0.kind == .quarters } }

  public var hasTactics: Bool { form.parts.contains { $0.kind == .tactics } }

  /// The names of the fields that a plan's document shows even when they are empty.
  var documentFields: DocumentFields {
    func columns(_ kind: Kind) -> Set<String> {
      Set(form.parts.filter { $0.kind == kind }.flatMap(\.columns).flatMap(\.fields))
    }
    func demanded(_ needs: Demanded.Need) -> Set<String> {
      Set(demands.filter { $0.needs == needs }.map(\.name).filter { !$0.isEmpty })
    }
    var block: Set<String> = ["goal"]
    if !labels.objective.isEmpty { block.insert("objective") }
    if !labels.objective.isEmpty, goals.contains(where: { $0.objectives.isEmpty }) { block.insert("objective_text") }
    if !labels.strategy.isEmpty { block.formUnion(["strategy", "strategy_text"]) }
    return DocumentFields(
      plan: Set(["title"]).union(periods.count > 1 ? ["period"] : []).union(formats.count > 1 ? ["format"] : []),
      block: block,
      target: columns(.targets).union(["title", "baseline", "increase", "target", "kind", "origin"]),
      measurement: columns(.measurements).union(["title", "baseline", "target", "unit", "kind"]),
      tactic: columns(.tactics).union(demanded(.tacticField)).union(["title", "status"])
        .union(initiatives.isEmpty ? [] : ["initiative", "topic"]),
      outcome: columns(.outcomes).union(["text"]))
  }

  struct DocumentFields {
    let plan: Set<String>
    let block: Set<String>
    let target: Set<String>
    let measurement: Set<String>
    let tactic: Set<String>
    let outcome: Set<String>
  }
}
