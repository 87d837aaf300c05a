/// One record of a plan, flat: what is stored, merged and logged as one row.
public struct PlanRecord: Hashable, Sendable {
  public let kind: Kind
  /// The values that name the record within its agency: its id, or block and quarter.
  public let key: [FieldValue]
  /// Everything else, always all of it and in one order.
  public let fields: [Field]

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case plan, block, measurement, tactic, quarterlyText
  }

  public struct Field: Hashable, Sendable {
    public let name: String
    public let value: FieldValue

    public init(name: String, value: FieldValue) {
      self.name = name
      self.value = value
    }
  }
}

/// A stored value. Texts are compared byte by byte: two spellings of é are two values, as they are in the database, though
/// Swift's `String` takes them for one.
public enum FieldValue: Hashable, Sendable {
  case integer(Int64)
  case text(String)

  public static func == (left: FieldValue, right: FieldValue) -> Bool {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): a == b
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .integer(let number): hasher.combine(number)
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    }
  }
}

extension Plan {
  /// Every record of the plan, parents before children.
  public var records: [PlanRecord] {
    let own = PlanRecord(
      kind: .plan, key: [.text(id)],
      fields: [
        .init("template", template.id), .init("template_version", template.version), .init("title", title),
      ])
    return [own] + blocks.flatMap { $0.records(of: id) } + lostBlocks.flatMap { $0.recordsBelow(of: id) }
  }
}

extension Block {
  fileprivate func records(of plan: String) -> [PlanRecord] {
    let own = PlanRecord(
      kind: .block, key: [.text(id)],
      fields: [
        .init("plan", plan), .init("goal", goal), .init("objective", objective), .init("position", Int(position)),
      ])
    return [own] + recordsBelow(of: plan)
  }

  fileprivate func recordsBelow(of plan: String) -> [PlanRecord] {
    measurements.map { entry in
      PlanRecord(
        kind: .measurement, key: [.text(entry.id)],
        fields: [
          .init("plan", plan), .init("block", id), .init("title", entry.title), .init("baseline", entry.baseline),
          .init("target", entry.target), .init("unit", entry.unit), .init("position", Int(entry.position)),
        ])
    }
      + tactics.map { entry in
        PlanRecord(
          kind: .tactic, key: [.text(entry.id)],
          fields: [
            .init("plan", plan), .init("block", id), .init("initiative", entry.initiative ?? 0),
            .init("topic", entry.topic), .init("title", entry.title), .init("leads", entry.leads),
            .init("strategy", entry.strategy), .init("status", entry.status.rawValue),
            .init("position", Int(entry.position)),
          ])
      }
      + quarters.map { entry in
        PlanRecord(
          kind: .quarterlyText, key: [.text(id), .integer(Int64(entry.quarter))],
          fields: [.init("plan", plan), .init("text", entry.text)])
      }
  }
}

extension PlanRecord.Field {
  fileprivate init(_ name: String, _ text: String) { self.init(name: name, value: .text(text)) }
  fileprivate init(_ name: String, _ number: Int) { self.init(name: name, value: .integer(Int64(number))) }
}
