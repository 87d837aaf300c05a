public import Records

/// A whole plan as one YAML document that a person edits.
///
/// The document carries the ids of its entries, so that a moved entry stays the same record; an entry without an id is a
/// new one. Law: `parse(yaml(of: plan), editing: plan, …)` is `plan`, and reading back an untouched document changes
/// nothing (``PlanChange/changes(from:to:)``).
public enum PlanDocument {
  /// The document of a plan.
  ///
  /// - Parameter template: when given, the document has the fields that its form has, and what else is filled; comments
  ///   list the goals and initiatives to choose from and the due dates. Without it every field stands there.
  public static func yaml(of plan: Plan, template: PlanTemplate? = nil) -> String {
    var writer = PlanDocumentWriter(template: template)
    return writer.document(of: plan)
  }

  /// Reads an edited document.
  ///
  /// - Parameters:
  ///   - yaml: UTF-8, at most 4 MiB; CRLF is accepted.
  ///   - shown: the plan as it was when the document was opened. Ids in the document must be its ids.
  ///   - newID: draws a UUIDv7 for each new entry.
  /// - Returns: the plan as edited. Entries that stand as they stood keep their positions.
  /// - Throws: the first ``DocumentError``; nothing is half read.
  public static func parse(_ yaml: String, editing shown: Plan, newID: () -> String) throws(DocumentError) -> Plan {
    do { return try read(yaml, editing: shown, newID: newID) } catch { throw error.errors[0] }
  }

  /// As ``parse(_:editing:newID:)``, for whoever wants to know everything that is wrong.
  public static func read(_ yaml: String, editing shown: Plan, newID: () -> String) throws(DocumentErrors) -> Plan {
    var reader = PlanDocumentReader(shown: shown)
    return try reader.plan(from: yaml, newID: newID)
  }

  static let planKeys = ["plan", "template"] + Plan.fields.map(\.name) + ["texts", "targets", "blocks", "lost_blocks"]
  static let blockKeys = Block.fields.map(\.name) + lostBlockKeys
  static let lostBlockKeys = ["texts", "measurements", "tactics", "outcomes", "quarters", "id"]
  static let measurementKeys = Measurement.fields.map(\.name) + ["progress", "id"]
  static let tacticKeys = Tactic.fields.map(\.name) + ["id"]
  static let outcomeKeys = Outcome.fields.map(\.name) + ["id"]
}
