import ArgumentParser
import GRDB
import Plans
import Reports
import Store
import SyncEngine

struct TemplateShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a template: its document, or its form with nothing in it.",
    discussion: """
      The document is what `qapi template check` and `publish` take: a new template begins as a copy of an old one.

      JSON: id, version, published, shipped, document.
      """)
  @Argument(help: "Name of the template, like pmp-ffy-2024.")
  var name: String
  @Option(help: "Its version; else the newest.")
  var version: Int?
  @Flag(help: "The empty form, as one HTML file.")
  var html = false
  @Flag(help: "The empty form, as Markdown.")
  var markdown = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !html || !markdown else { throw ValidationError("--html and --markdown exclude one another.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let document = try node.engine.queue.read { db in
      try TemplateSelection.document(name, version: version, in: db)
    }
    return Report(
      lines: [try text(of: document).trimmingLineEnd],
      json: [
        "id": .text(document.name.id), "version": JSON(document.name.version), "published": JSON(document.isPublished),
        "shipped": JSON(document.isShipped), "document": .text(document.text),
      ])
  }

  private func text(of document: TemplateDocument) throws -> String {
    guard html || markdown else {
      // As it is, so that it can be a file; unless something in it hides.
      let hides = document.text.unicodeScalars.contains { !["\n", "\r", "\t"].contains($0) && Shown.isHidden($0) }
      return hides ? Shown.text(document.text) : document.text
    }
    guard let template = document.template else {
      throw Failure(
        .error, "the template \(document.name) cannot be read by this qapi", next: "upgrade; see `qapi template list`")
    }
    let page = PlanPage(blank: template).page
    return html ? page.html() : page.markdown()
  }
}

extension String {
  fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
