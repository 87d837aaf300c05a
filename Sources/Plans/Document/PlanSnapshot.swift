public import Records

/// A plan frozen as text: JSON in one fixed form, so that equal plans are equal bytes.
///
/// Keys are those of the plan's document and stand in its order; what is empty is left out, so that a field that a later
/// program knows does not change the bytes of a plan that has nothing in it. No white space; characters are escaped only
/// where JSON or YAML asks for it. Order stands for positions. Entries without a block are not part of what is submitted.
public enum PlanSnapshot {
  public static func json(of plan: Plan) -> String {
    object(
      [("plan", text(plan.id)), ("template", text("\(plan.template)"))] + fields(Plan.fields, of: plan)
        + texts(plan.texts) + list("targets", plan.targets.map(json))
        + [("blocks", "[" + plan.blocks.map(json).joined(separator: ",") + "]")])
  }

  /// Reads a snapshot back, strictly. Positions are drawn anew.
  public static func plan(from json: String) throws(DocumentError) -> Plan {
    let root = DocumentPath(root: "plan")
    let top = try MappingReader(
      try DocumentNode(reading: json, at: root), at: root, keys: PlanDocument.planKeys)
    var reader = PlanDocumentReader(restoring: Plan(id: try top.line("plan"), template: try top.template(), title: ""))
    do { return try reader.plan(from: top, newID: { "" }) } catch { throw error.errors[0] }
  }

  private static func json(_ block: Block) -> String {
    object(
      fields(Block.fields, of: block) + texts(block.texts) + list("measurements", block.measurements.map(json))
        + list("tactics", block.tactics.map { object(fields(Tactic.fields, of: $0) + id($0.id)) })
        + list("outcomes", block.outcomes.map { object(fields(Outcome.fields, of: $0) + id($0.id)) })
        + quarters("quarters", block.quarters.map { ($0.quarter, $0.text) }) + id(block.id))
  }

  private static func json(_ entry: Measurement) -> String {
    object(
      fields(Measurement.fields, of: entry) + quarters("progress", entry.progress.map { ($0.quarter, $0.figure) })
        + id(entry.id))
  }

  // MARK: Pieces

  private typealias Pair = (key: String, value: String)

  private static func fields<Entry>(_ fields: [EntryField<Entry>], of entry: Entry) -> [Pair] {
    fields.compactMap { field in
      let value = field.value(entry)
      return value == field.content.empty ? nil : (field.name, text(field.content.written(value)))
    }
  }

  private static func texts(_ texts: [NamedText]) -> [Pair] {
    texts.isEmpty ? [] : [("texts", object(texts.map { ($0.name, text($0.text)) }))]
  }

  private static func quarters(_ key: String, _ entries: [(quarter: Int, text: String)]) -> [Pair] {
    let known = entries.filter { PlanItem.quarterNumbers.contains($0.quarter) }
    return known.isEmpty ? [] : [(key, object(known.map { (PlanItem.quarter($0.quarter).rawValue, text($0.text)) }))]
  }

  private static func list(_ key: String, _ values: [String]) -> [Pair] {
    values.isEmpty ? [] : [(key, "[" + values.joined(separator: ",") + "]")]
  }

  private static func id(_ id: String) -> [Pair] { [("id", text(id))] }

  private static func object(_ pairs: [Pair]) -> String {
    "{" + pairs.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
  }

  private static func text(_ value: String) -> String { YAMLWriter.quoted(value) }
}
