/// A plan frozen as text: JSON in one fixed form, so that equal plans are equal bytes.
///
/// Keys are those of the plan's document and stand in its order; no white space; characters are escaped only where JSON or
/// YAML asks for it. Order stands for positions. Entries without a block are not part of what is submitted.
public enum PlanSnapshot {
  public static func json(of plan: Plan) -> String {
    object([
      ("plan", text(plan.id)), ("template", text("\(plan.template)")), ("title", text(plan.title)),
      ("blocks", list(plan.blocks.map(json))),
    ])
  }

  /// Reads a snapshot back, strictly. Positions are drawn anew.
  public static func plan(from json: String) throws(DocumentError) -> Plan {
    let root = DocumentPath(root: "plan")
    let top = try MappingReader(
      try DocumentNode(reading: json, at: root), at: root, keys: ["plan", "template", "title", "blocks"])
    let words = try top.line("template").split(separator: " ")
    guard words.count == 3, words[1] == "version", let version = Int(words[2]) else {
      throw top.error(at: "template", "this does not name a template", next: "submit the plan again")
    }
    var plan = Plan(
      id: try top.line("plan"), template: .init(id: String(words[0]), version: version), title: try top.raw("title"))
    for (index, (node, path)) in try top.list("blocks").enumerated() {
      plan.blocks.append(try block(node, at: path, position: Int64(index + 1) * Positions.step))
    }
    return plan
  }

  private static func json(_ block: Block) -> String {
    object([
      ("goal", text("\(block.goal)")), ("objective", text("\(block.objective)")),
      (
        "measurements",
        list(
          block.measurements.map { entry in
            object([
              ("title", text(entry.title)), ("baseline", text(entry.baseline)), ("target", text(entry.target)),
              ("unit", text(entry.unit)), ("id", text(entry.id)),
            ])
          })
      ),
      (
        "tactics",
        list(
          block.tactics.map { entry in
            object([
              ("initiative", text(entry.initiative.map { "\($0)" } ?? "")), ("topic", text(entry.topic)),
              ("title", text(entry.title)), ("leads", text(entry.leads)), ("strategy", text(entry.strategy)),
              ("status", text(entry.status.rawValue)), ("id", text(entry.id)),
            ])
          })
      ),
      (
        "quarters",
        object(block.quarters.filter { (1...4).contains($0.quarter) }.map { ("q\($0.quarter)", text($0.text)) })
      ),
      ("id", text(block.id)),
    ])
  }

  private static func block(_ node: DocumentNode, at path: DocumentPath, position: Int64) throws(DocumentError) -> Block
  {
    let reader = try MappingReader(node, at: path, keys: PlanDocument.blockKeys)
    var block = Block(
      id: try reader.line("id"), goal: try reader.number("goal"), objective: try reader.number("objective"),
      position: position)
    for (index, (node, path)) in try reader.list("measurements").enumerated() {
      let inner = try MappingReader(node, at: path, keys: PlanDocument.measurementKeys)
      block.measurements.append(
        Measurement(
          id: try inner.line("id"), title: try inner.raw("title"), baseline: try inner.raw("baseline"),
          target: try inner.raw("target"), unit: try inner.raw("unit"), position: Int64(index + 1) * Positions.step))
    }
    for (index, (node, path)) in try reader.list("tactics").enumerated() {
      let inner = try MappingReader(node, at: path, keys: PlanDocument.tacticKeys)
      let initiative = try inner.raw("initiative").isEmpty ? nil : try inner.number("initiative")
      block.tactics.append(
        Tactic(
          id: try inner.line("id"), initiative: initiative, topic: try inner.raw("topic"),
          title: try inner.raw("title"), leads: try inner.raw("leads"), strategy: try inner.raw("strategy"),
          status: TacticStatus(rawValue: try inner.raw("status")), position: Int64(index + 1) * Positions.step))
    }
    let quarters = try reader.required("quarters")
    let inner = try MappingReader(quarters.node, at: quarters.path, keys: PlanDocument.quarterKeys)
    for (index, key) in PlanDocument.quarterKeys.enumerated() where inner.has(key) {
      block.quarters.append(QuarterlyText(quarter: index + 1, text: try inner.raw(key)))
    }
    return block
  }

  private static func object(_ pairs: [(String, String)]) -> String {
    "{" + pairs.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }

  private static func list(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

  private static func text(_ value: String) -> String { YAMLWriter.quoted(value) }
}

extension MappingReader {
  /// A text exactly as it stands.
  fileprivate func raw(_ key: String) throws(DocumentError) -> String {
    guard case (.text(let text, _), _) = try required(key) else {
      throw error(at: key, "a text is expected here", next: "submit the plan again")
    }
    return text
  }

  fileprivate func number(_ key: String) throws(DocumentError) -> Int {
    guard let number = Int(try raw(key)) else {
      throw error(at: key, "this is not a number", next: "submit the plan again")
    }
    return number
  }
}
