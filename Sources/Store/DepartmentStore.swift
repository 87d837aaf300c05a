public import GRDB
public import Measures
public import Plans
internal import Records
internal import Texts

/// What the state department publishes: templates and figures. Only its nodes write them; the engine sees to that.
public enum DepartmentStore {
  // MARK: Templates

  /// Publishes a template.
  ///
  /// - Parameter document: the text that `template` was read from.
  /// - Returns: whether it was written; not if it is published with this very text.
  /// - Throws: ``StoreError/templateIsPublished(_:)`` if that version is published, or ships with the program, with another
  ///   text: a correction is a new version.
  @discardableResult
  public static func publish(_ template: PlanTemplate, document: String, in db: Database) throws -> Bool {
    let row = RowWriting(
      table: Schema.planTemplate, key: [.text(template.name.id), .integer(Int64(template.name.version))])
    let published = try String.fetchOne(
      db, sql: "SELECT document FROM plan_template WHERE id = ? AND version = ?",
      arguments: [template.name.id, template.name.version])
    if let published {
      guard published.utf8.elementsEqual(document.utf8) else { throw StoreError.templateIsPublished(template.name) }
      return false
    }
    let shipped = shippedDocuments.first { $0.name == template.name }?.document
    if let shipped, !shipped.utf8.elementsEqual(document.utf8) { throw StoreError.templateIsPublished(template.name) }
    try row.insert([.init(name: "document", value: .text(document))], in: db)
    return true
  }

  /// Every template of a letter that can be used: those that ship with the program, and the published ones that read. A
  /// published one goes before a shipped one of the same name and version.
  public static func templates(in db: Database) throws -> [PlanTemplate] {
    try all(with: PlanTemplate.shipped, in: db).filter { $0.kind == nil }
  }

  /// The same of kinds of plans.
  public static func kinds(in db: Database) throws -> [PlanTemplate] {
    try all(with: PlanTemplate.shippedKinds, in: db).filter { $0.kind != nil }
  }

  private static func all(with shipped: [PlanTemplate], in db: Database) throws -> [PlanTemplate] {
    let published = try publishedDocuments(in: db).compactMap { row -> PlanTemplate? in
      guard let template = try? PlanTemplate(document: row.document), template.name == row.name else { return nil }
      return template
    }
    return published + shipped.filter { shipped in !published.contains { $0.name == shipped.name } }
  }

  /// A template of a letter, or a kind of plan that is opened for no year.
  public static func template(_ name: Plan.TemplateName, in db: Database) throws -> PlanTemplate? {
    try templates(in: db).first { $0.name == name } ?? kinds(in: db).first { $0.name == name }
  }

  /// The template of a plan, with the days of the plan's year (``PlanTemplate/opened(for:)-(Plan)``).
  public static func template(of plan: Plan, in db: Database) throws -> PlanTemplate? {
    try template(plan.template, in: db)?.opened(for: plan)
  }

  /// Every template document that is published or ships with the program, by name and version; a published one goes before
  /// a shipped one.
  public static func documents(in db: Database) throws -> [TemplateDocument] {
    let published = try publishedDocuments(in: db)
    let shipped = shippedDocuments
    let documents =
      published.map { row in
        TemplateDocument(
          name: row.name, text: row.document, isPublished: true, isShipped: shipped.contains { $0.name == row.name })
      }
      + shipped.filter { shipped in !published.contains { $0.name == shipped.name } }.map { name, document in
        TemplateDocument(name: name, text: document, isPublished: false, isShipped: true)
      }
    return documents.sorted { ($0.name.id, $0.name.version) < ($1.name.id, $1.name.version) }
  }

  private static var shippedDocuments: [(name: Plan.TemplateName, document: String)] {
    zip(PlanTemplate.shipped, PlanTemplate.shippedDocuments).map { ($0.name, $1) }
      + zip(PlanTemplate.shippedKinds, PlanTemplate.shippedKindDocuments).map { ($0.name, $1) }
  }

  static func publishedDocuments(in db: Database) throws -> [(name: Plan.TemplateName, document: String)] {
    try Row.fetchAll(db, sql: "SELECT * FROM plan_template ORDER BY id, version").map { row in
      (Plan.TemplateName(id: row["id"], version: row["version"]), row["document"])
    }
  }

  // MARK: Forms of case numbers

  /// Publishes a form of case numbers, which no free text may hold from then on.
  ///
  /// - Throws: ``StoreError/noCaseNumberPattern(problem:next:)``.
  public static func publishCaseNumbers(_ pattern: String, note: String, in db: Database) throws {
    do throws(CaseNumberPatternError) {
      _ = try CaseNumberPattern(pattern)
    } catch {
      throw StoreError.noCaseNumberPattern(problem: error.problem, next: error.next)
    }
    let row = RowWriting(table: Schema.caseNumberPattern, key: [.text(pattern)])
    let fields = [RecordField(name: "note", value: .text(note))]
    if try row.exists(in: db) { try row.update(fields, in: db) } else { try row.insert(fields, in: db) }
  }

  /// Whether there was such a form.
  public static func withdrawCaseNumbers(_ pattern: String, in db: Database) throws -> Bool {
    try RowWriting(table: Schema.caseNumberPattern, key: [.text(pattern)]).delete(in: db)
  }

  public static func caseNumbers(in db: Database) throws -> [(pattern: String, note: String)] {
    try Row.fetchAll(db, sql: "SELECT pattern, note FROM case_number_pattern ORDER BY pattern").map {
      ($0["pattern"], $0["note"])
    }
  }

  // MARK: Figures

  /// Publishes a figure of one agency, or corrects the one of that measure and period: only what differs is written.
  public static func publish(_ figure: PublishedFigure, agency: String, in db: Database) throws {
    let row = RowWriting(
      table: Schema.measureFigure, key: [.text(agency), .text(figure.measure), .text(figure.period)])
    let fields: [RecordField] = [
      .init(name: "value_numerator", value: .integer(figure.value?.numerator ?? 0)),
      .init(name: "value_denominator", value: .integer(figure.value?.denominator ?? 0)),
      .init(name: "source", value: .text(figure.source)),
    ]
    if try row.exists(in: db) {
      try row.update(fields, in: db)
    } else {
      try row.insert(fields, in: db)
    }
  }

  /// The figures of one agency, by measure and period.
  public static func figures(of agency: String, in db: Database) throws -> [PublishedFigure] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM measure_figure WHERE agency = ? ORDER BY measure, period", arguments: [agency]
    ).map(PublishedFigure.init(row:))
  }
}

/// A template as the text that it is, and where it comes from.
public struct TemplateDocument: Hashable, Sendable {
  public let name: Plan.TemplateName
  public let text: String
  public let isPublished: Bool
  public let isShipped: Bool

  /// nil if this program cannot read it, or if it bears another name inside.
  public var template: PlanTemplate? {
    guard let template = try? PlanTemplate(document: text), template.name == name else { return nil }
    return template
  }
}

extension PublishedFigure {
  init(row: Row) {
    self.init(
      measure: row["measure"], period: row["period"],
      value: ExactFigure(row["value_numerator"], over: row["value_denominator"]), source: row["source"])
  }
}

/// What the store refuses.
public enum StoreError: Error, Hashable, Sendable {
  /// This version of the template is published, or ships with the program, with another text.
  case templateIsPublished(Plan.TemplateName)
  /// This version of the data set is published, or ships with the program, with another text.
  case dataSetIsPublished(DataSet.Name)
  /// The fields, by their labels, in which the number of a person seems to stand.
  case privateNumbers([String])
  /// The text is no form of case numbers.
  case noCaseNumberPattern(problem: String, next: String)
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .templateIsPublished(let name):
      "the template \(name) is published with another text; publish the correction as a new version"
    case .dataSetIsPublished(let name):
      "the data set \(name) is published with another text; publish the correction as a new version"
    case .privateNumbers(let fields):
      "the number of a person (a Social Security number, or a case number) seems to stand in \(fields.joined(separator: ", ")), "
        + "where it would stay for ever in the signed history; nothing was changed. "
        + "Take it out, or, if it is no such number, say why with --confirm-number REASON"
    case .noCaseNumberPattern(let problem, let next): "\(problem); nothing was changed; \(next)"
    }
  }
}
