import ArgumentParser
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct TemplateList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the templates of letters that plans can be made of; `qapi plan kinds` has the others.",
    discussion: """
      JSON: templates, a list with an object for each version (id, version, year, source, published, shipped, readable).
      """)
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let documents = try node.engine.queue.read { try DepartmentStore.documents(in: $0) }
    let entries = documents.map { (document: $0, template: $0.template) }.filter { $0.template?.kind == nil }
    let ordered = entries.sorted {
      ($1.template?.begins.description ?? "", $0.document.name.id, $0.document.name.version)
        < ($0.template?.begins.description ?? "", $1.document.name.id, $1.document.name.version)
    }
    return Report(
      lines: Layout.table(
        ordered.map { document, template in
          [
            Shown.line(document.name.id), "version \(document.name.version)", origin(of: document),
            template.map { Shown.line("\($0.year), \($0.source)") } ?? "cannot be read by this qapi",
          ]
        }, cuttingLast: true),
      json: [
        "templates": .list(
          ordered.map { document, template in
            .object([
              "id": .text(document.name.id), "version": JSON(document.name.version), "year": JSON(template?.year),
              "source": JSON(template?.source), "published": JSON(document.isPublished),
              "shipped": JSON(document.isShipped), "readable": JSON(template != nil),
            ])
          })
      ],
      notes: ordered.contains { $0.template == nil }
        ? ["next:  upgrade qapi; at the department, publish a corrected version"] : [])
  }

  private func origin(of document: TemplateDocument) -> String {
    [document.isShipped ? "shipped" : "", document.isPublished ? "published" : ""].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}
