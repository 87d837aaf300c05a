import GRDB
import Plans
import Records
import Store

/// Which template a command is about, among those that a node has.
enum TemplateSelection {
  /// The document of a template.
  ///
  /// - Parameter version: nil for the newest.
  static func document(_ id: String, version: Int?, in db: Database) throws -> TemplateDocument {
    let documents = try DepartmentStore.documents(in: db)
    let versions = documents.filter { $0.name.id == id }
    guard let newest = versions.last else {
      throw Failure.usage("there is no template \(Shown.line(id))", next: "use one of: \(names(of: documents))")
    }
    guard let version else { return newest }
    guard let document = versions.first(where: { $0.name.version == version }) else {
      throw Failure.usage(
        "the template \(Shown.line(id)) has no version \(version)",
        next: "use one of: \(versions.map { "\($0.name.version)" }.joined(separator: ", "))")
    }
    return document
  }

  /// The template for a new plan, in its newest version.
  ///
  /// - Parameters:
  ///   - id: nil for whichever there is of the year.
  ///   - endsIn: the federal fiscal year, by the year that it ends in; nil for the newest cycle.
  static func forNewPlan(_ id: String?, endsIn year: Int?, in db: Database) throws -> PlanTemplate {
    let all = try DepartmentStore.templates(in: db).sorted { $0.name.version > $1.name.version }
    let newest = Dictionary(all.map { ($0.name.id, $0) }, uniquingKeysWith: { first, _ in first }).values
      .sorted { ($1.begins, $0.name.id) < ($0.begins, $1.name.id) }
    let choices =
      "use one of: " + newest.map { "\(Shown.line($0.name.id)) (\(Shown.line($0.year)))" }.joined(separator: ", ")
    var found = newest
    if let id { found = found.filter { $0.name.id == id } }
    if let year { found = found.filter { $0.ends.year == year } }
    if id == nil, year == nil { found = found.filter { $0.begins == newest.first?.begins } }
    guard let template = found.first else {
      let words = [id.map { " \(Shown.line($0))" }, year.map { " for FFY \($0)" }].compactMap(\.self).joined()
      throw Failure.usage("there is no template\(words)", next: choices)
    }
    guard found.count == 1 else {
      throw Failure.usage("several templates are for \(Shown.line(template.year))", next: "say --template; \(choices)")
    }
    return template
  }

  /// A kind of plan, in its newest version.
  static func kind(_ id: String, in db: Database) throws -> PlanTemplate {
    let kinds = try DepartmentStore.kinds(in: db)
    guard let kind = kinds.filter({ $0.name.id == id }).max(by: { $0.name.version < $1.name.version }) else {
      throw Failure.usage(
        "there is no kind of plan \(Shown.line(id)); nothing was changed", next: "see `qapi plan kinds`")
    }
    return kind
  }

  private static func names(of documents: [TemplateDocument]) -> String {
    Set(documents.map(\.name.id)).sorted().map { Shown.line($0) }.joined(separator: ", ")
  }
}
