import Plans
import Records

extension JSON {
  /// A plan with the keys of its document; every key is there, also of what is empty. Texts are as they are, numbers are
  /// numbers: money in cents, percentage points in hundredths, nothing as 0.
  init(plan: Plan) {
    var members = [Member(key: "id", value: .text(plan.id))]
    members.append(Member(key: "template", value: .text("\(plan.template)")))
    members += Self.fields(Plan.fields, of: plan)
    members.append(Member(key: "texts", value: JSON(texts: plan.texts)))
    members.append(Member(key: "targets", value: .list(plan.targets.map(JSON.init(measurement:)))))
    members.append(Member(key: "blocks", value: .list(plan.blocks.map(JSON.init(block:)))))
    members.append(Member(key: "lost_blocks", value: .list(plan.lostBlocks.map(JSON.init(block:)))))
    self = .object(members)
  }

  private init(block: Block) {
    var members = [Member(key: "id", value: .text(block.id))] + Self.fields(Block.fields, of: block)
    members.append(Member(key: "texts", value: JSON(texts: block.texts)))
    members.append(Member(key: "measurements", value: .list(block.measurements.map(JSON.init(measurement:)))))
    members.append(Member(key: "tactics", value: .list(block.tactics.map(JSON.init(entry:)))))
    members.append(Member(key: "outcomes", value: .list(block.outcomes.map(JSON.init(entry:)))))
    let quarters = block.quarters.map { JSON.object(["quarter": JSON($0.quarter), "text": .text($0.text)]) }
    members.append(Member(key: "quarters", value: .list(quarters)))
    self = .object(members)
  }

  private init(measurement entry: Measurement) {
    let progress = entry.progress.map { JSON.object(["quarter": JSON($0.quarter), "figure": .text($0.figure)]) }
    let own = [Member(key: "id", value: .text(entry.id))] + Self.fields(Measurement.fields, of: entry)
    self = .object(own + [Member(key: "progress", value: .list(progress))])
  }

  private init<Entry: PlanEntry>(entry: Entry) {
    self = .object([Member(key: "id", value: .text(entry.id))] + Self.fields(Entry.fields, of: entry))
  }

  private init(texts: [NamedText]) { self = .object(texts.map { Member(key: $0.name, value: .text($0.text)) }) }

  /// The id and every field of a record beside a plan.
  static func members<Record: TypedRecord>(of record: Record) -> [Member] {
    [Member(key: "id", value: .text(record.id))] + fields(Record.fields, of: record)
  }

  /// The key and every field of a record that its own fields name.
  static func members<Record: NaturalRecord>(of record: Record) -> [Member] {
    fields(Record.keys + Record.fields, of: record)
  }

  private static func fields<Entry>(_ fields: [EntryField<Entry>], of entry: Entry) -> [Member] {
    fields.map { field in
      switch field.value(entry) {
      case .text(let text): Member(key: field.name, value: .text(text))
      case .integer(let number): Member(key: field.name, value: .number(number))
      }
    }
  }
}
