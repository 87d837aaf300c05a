internal import Records

/// What differs between two versions of a plan, entry by entry and field by field.
///
/// Entries are the same when their ids are: a moved or renamed tactic is the same tactic. Places in lists are compared by
/// the order of the entries that both versions have, not by number, so that an added entry does not move those behind it.
/// A removed section or measurement says which texts and figures went with it. Entries without a section are in no version.
public struct PlanComparison {
  private let template: PlanTemplate?
  /// What the sections are called, by the ids of their blocks.
  private let names: [String: String]
  private var differences: [PlanDifference] = []

  /// - Parameters:
  ///   - template: says what goals are called; nil if it is not known.
  /// - Returns: in the order of the newer version, what was removed behind it.
  public static func differences(
    from old: Plan, to new: Plan, template: PlanTemplate? = nil
  ) -> [PlanDifference] {
    let names = (old.blocks + new.blocks).map { ($0.id, $0.heading) }
    var comparison = PlanComparison(
      template: template, names: Dictionary(names, uniquingKeysWith: { _, newer in newer }))
    comparison.compare(old, new)
    return comparison.differences
  }

  private init(template: PlanTemplate?, names: [String: String]) {
    self.template = template
    self.names = names
  }

  private mutating func compare(_ old: Plan, _ new: Plan) {
    let plan: [FieldValue] = [.text(new.id)]
    if old.template != new.template {
      add(
        .plan, plan, "plan",
        .field(name: "template_version", label: "template", from: "\(old.template)", to: "\(new.template)"))
    }
    fields(Plan.fields, old, new, .plan, plan, "plan")
    texts(old.texts, new.texts, plan: new.id, block: "", "plan")
    entries(old.targets.map { ("", $0) }, new.targets.map { ("", $0) }, name: { "target \(Self.quoted($0.title))" })
    let before = Dictionary(old.blocks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let stayed = Self.inOrder(old.blocks.map(\.id), new.blocks.map(\.id))
    for block in new.blocks {
      let place = place(of: block)
      if let was = before[block.id] {
        if !stayed.contains(block.id) { add(.block, [.text(block.id)], place, .moved) }
        fields(Block.fields, was, block, .block, [.text(block.id)], place)
      } else {
        add(.block, [.text(block.id)], place, .added)
      }
      texts(before[block.id]?.texts ?? [], block.texts, plan: new.id, block: block.id, place)
      quarters(before[block.id]?.quarters ?? [], block.quarters, block: block.id, place)
    }
    entries(Self.pairs(old, \.measurements), Self.pairs(new, \.measurements)) { "measurement \(Self.quoted($0.title))" }
    entries(Self.pairs(old, \.tactics), Self.pairs(new, \.tactics)) { "tactic \(Self.quoted($0.title))" }
    entries(Self.pairs(old, \.outcomes), Self.pairs(new, \.outcomes)) { "expected outcome \(Self.quoted($0.text))" }
    let after = Set(new.blocks.map(\.id))
    for block in old.blocks where !after.contains(block.id) {
      texts(block.texts, [], plan: new.id, block: block.id, place(of: block))
      quarters(block.quarters, [], block: block.id, place(of: block))
      add(.block, [.text(block.id)], place(of: block), .removed)
    }
  }

  // MARK: Lists

  private typealias Placed<Entry> = (block: String, entry: Entry)

  private static func pairs<Entry>(_ plan: Plan, _ list: (Block) -> [Entry]) -> [Placed<Entry>] {
    plan.blocks.flatMap { block in list(block).map { (block.id, $0) } }
  }

  private mutating func entries<Entry: PlanEntry>(
    _ old: [Placed<Entry>], _ new: [Placed<Entry>], name: (Entry) -> String
  ) {
    let before = Dictionary(old.map { ($0.entry.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(\.entry.id))
    func place(_ placed: Placed<Entry>) -> String {
      [names[placed.block], name(placed.entry)].compactMap(\.self).joined(separator: " · ")
    }
    let sections = Dictionary(grouping: new, by: \.block)
    let stayed = Dictionary(grouping: old, by: \.block).reduce(into: Set<String>()) { result, section in
      result.formUnion(Self.inOrder(section.value.map(\.entry.id), (sections[section.key] ?? []).map(\.entry.id)))
    }
    for placed in new {
      let entry = placed.entry
      let key: [FieldValue] = [.text(entry.id)]
      guard let was = before[entry.id] else {
        add(Entry.kind, key, place(placed), .added)
        progress(nil, entry, place(placed))
        continue
      }
      if !stayed.contains(entry.id) { add(Entry.kind, key, place(placed), .moved) }
      fields(Entry.fields, was.entry, entry, Entry.kind, key, place(placed))
      progress(was.entry, entry, place(placed))
    }
    for placed in old where !after.contains(placed.entry.id) {
      progress(placed.entry, nil, place(placed))
      add(Entry.kind, [.text(placed.entry.id)], place(placed), .removed)
    }
  }

  /// Figures by quarter, where the entries are measurements.
  private mutating func progress<Entry: PlanEntry>(_ old: Entry?, _ new: Entry?, _ place: String) {
    let (old, new) = (old as? Measurement, new as? Measurement)
    guard let id = (new ?? old)?.id else { return }
    for quarter in Set(((old?.progress ?? []) + (new?.progress ?? [])).map(\.quarter)).sorted() {
      field(
        .progress, [.text(id), .integer(Int64(quarter))], place, name: "figure",
        label: "figure of quarter \(quarter)",
        from: old?.figure(quarter) ?? "", to: new?.figure(quarter) ?? "")
    }
  }

  /// The entries of both lists that kept their order: a longest run.
  private static func inOrder(_ old: [String], _ new: [String]) -> Set<String> {
    let (before, after) = (Set(old), Set(new))
    let difference = new.filter(before.contains).difference(from: old.filter(after.contains))
    let moved = difference.insertions.compactMap { change -> String? in
      if case .insert(_, let id, _) = change { id } else { nil }
    }
    return before.intersection(after).subtracting(moved)
  }

  // MARK: Values

  private mutating func fields<Entry>(
    _ fields: [EntryField<Entry>], _ old: Entry, _ new: Entry, _ kind: PlanRecord.Kind, _ key: [FieldValue],
    _ place: String
  ) {
    for item in fields {
      field(
        kind, key, place, name: item.name, label: item.label, from: item.written(old), to: item.written(new))
    }
  }

  private mutating func texts(
    _ old: [NamedText], _ new: [NamedText], plan: String, block: String, _ place: String
  ) {
    for name in Set((old + new).map(\.name)).sorted(by: Positions.isBefore) {
      let title = template?.form.parts.first { $0.kind == .text && $0.text == name }?.title ?? name
      field(
        .text, [.text(plan), .text(block), .text(name)], place, name: "text", label: title,
        from: old.first { $0.name == name }?.text ?? "", to: new.first { $0.name == name }?.text ?? "")
    }
  }

  private mutating func quarters(_ old: [QuarterlyText], _ new: [QuarterlyText], block: String, _ place: String) {
    for quarter in Set((old + new).map(\.quarter)).sorted() {
      field(
        .quarterlyText, [.text(block), .integer(Int64(quarter))], place, name: "text",
        label: "update of quarter \(quarter)", from: old.first { $0.quarter == quarter }?.text ?? "",
        to: new.first { $0.quarter == quarter }?.text ?? "")
    }
  }

  private mutating func field(
    _ kind: PlanRecord.Kind, _ key: [FieldValue], _ place: String, name: String, label: String, from old: String,
    to new: String
  ) {
    guard FieldValue.text(old) != .text(new) else { return }
    add(kind, key, place, .field(name: name, label: label, from: old, to: new))
  }

  private mutating func add(
    _ kind: PlanRecord.Kind, _ key: [FieldValue], _ place: String, _ change: PlanDifference.Change
  ) {
    differences.append(PlanDifference(kind: kind, key: key, place: place, change: change))
  }

  private func place(of block: Block) -> String { names[block.id] ?? block.heading }

  private static func quoted(_ text: String) -> String { "\"\(RecordText.shown(text, limit: 40))\"" }
}
