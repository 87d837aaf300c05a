public import Records

/// One record of a plan, flat: what is stored, merged and logged as one row.
public struct PlanRecord: Hashable, Sendable {
  public let kind: Kind
  /// The values that name the record within its agency: its id; measurement and quarter; block and quarter; or plan, block
  /// (empty for a text of the plan as a whole) and name.
  public let key: [FieldValue]
  /// Everything else, always all of it and in one order.
  public let fields: [RecordField]

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case plan, text, block, measurement, progress, tactic, outcome, quarterlyText
  }
}

extension Plan {
  /// Every record of the plan, parents before children.
  public var records: [PlanRecord] {
    let own = PlanRecord(
      kind: .plan, key: [.text(id)],
      fields: [
        .init(name: "template", value: .text(template.id)),
        .init(name: "template_version", value: .integer(Int64(template.version))),
      ] + Self.fields.map { .init(name: $0.name, value: $0.value(self)) })
    return [own] + texts.map { $0.record(of: id, block: "") } + targets.flatMap { $0.records(of: id, block: "") }
      + blocks.flatMap { $0.records(of: id) } + lostBlocks.flatMap { $0.recordsBelow(of: id) }
  }
}

extension Block {
  fileprivate func records(of plan: String) -> [PlanRecord] {
    let own = PlanRecord(
      kind: .block, key: [.text(id)],
      fields: [.init(name: "plan", value: .text(plan))]
        + Self.fields.map { .init(name: $0.name, value: $0.value(self)) }
        + [.init(name: "position", value: .integer(position))])
    return [own] + recordsBelow(of: plan)
  }

  fileprivate func recordsBelow(of plan: String) -> [PlanRecord] {
    texts.map { $0.record(of: plan, block: id) } + measurements.flatMap { $0.records(of: plan, block: id) }
      + tactics.map { $0.record(of: plan, block: id) } + outcomes.map { $0.record(of: plan, block: id) }
      + quarters.map { entry in
        PlanRecord(
          kind: .quarterlyText, key: [.text(id), .integer(Int64(entry.quarter))],
          fields: [.init(name: "plan", value: .text(plan)), .init(name: "text", value: .text(entry.text))])
      }
  }
}

extension PlanEntry {
  fileprivate func record(of plan: String, block: String) -> PlanRecord {
    PlanRecord(
      kind: Self.kind, key: [.text(id)],
      fields: [.init(name: "plan", value: .text(plan)), .init(name: "block", value: .text(block))]
        + Self.fields.map { .init(name: $0.name, value: $0.value(self)) }
        + [.init(name: "position", value: .integer(position))])
  }
}

extension Measurement {
  /// Its own record, unless only its figures are left, and those of its figures.
  fileprivate func records(of plan: String, block: String) -> [PlanRecord] {
    (isGone ? [] : [record(of: plan, block: block)])
      + progress.map { entry in
        PlanRecord(
          kind: .progress, key: [.text(id), .integer(Int64(entry.quarter))],
          fields: [
            .init(name: "plan", value: .text(plan)), .init(name: "figure", value: .text(entry.figure)),
          ])
      }
  }
}

extension NamedText {
  fileprivate func record(of plan: String, block: String) -> PlanRecord {
    PlanRecord(
      kind: .text, key: [.text(plan), .text(block), .text(name)],
      fields: [.init(name: "text", value: .text(text))])
  }
}
