import ArgumentParser
import GRDB
import Plans
import Store
import SyncEngine

struct TemplatePublish: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publish a template, or a new version of one (the department only).",
    discussion: """
      A version that is published, or ships with qapi, is never changed. Plans keep the version that they were made of.

      JSON: template, version, written (false if this very text is published already).
      """)
  @Argument(help: "The file (- for standard input).")
  var file: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWrites()
    guard node.isDepartment else {
      throw Failure.usage(
        "only the department publishes templates; nothing was changed",
        next: "`qapi template check` reads a file; see `qapi template list`")
    }
    let person = try writing.person(of: node)
    let text = try TemplateFile.text(file)
    let template = try TemplateFile.template(text, file: file == "-" ? "standard input" : file)
    let isWritten = try writing.write(on: node, as: person, otherwise: "template \(template.name)") { db in
      try DepartmentStore.publish(template, document: text, in: db)
    }
    return Report(
      lines: ["\(isWritten ? "published" : "already published:") \(template.name)"],
      json: [
        "template": .text(template.name.id), "version": JSON(template.name.version), "written": JSON(isWritten),
      ], notes: isWritten ? ["next:  qapi merge"] : ["nothing was changed"])
  }
}
