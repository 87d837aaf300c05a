import ArgumentParser
import GRDB
import Plans
import Store
import SyncEngine

struct PlanKinds: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "kinds", abstract: "List the kinds of plans beside the letters': who asks for them, how often.",
    discussion: """
      `qapi plan new --kind NAME` begins one; `qapi template show NAME` shows its form. Below each stand the duties of the \
      QAPI manual that it fulfils, as `qapi obligation show` takes them.

      JSON: kinds, a list with an object for each (kind, version, title, elements, obligations, often, fiscal_year, goes_to, \
      source, published).
      """)
  @Option(help: "Only those that this element asks for, like CSS.1.5.")
  var element: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let (all, published) = try node.engine.queue.read { db in
      (
        try DepartmentStore.kinds(in: db),
        Set(try DepartmentStore.documents(in: db).filter(\.isPublished).map(\.name))
      )
    }
    let newest = Dictionary(
      all.map { ($0.name.id, $0) }, uniquingKeysWith: { $0.name.version > $1.name.version ? $0 : $1 })
    let kinds = newest.values.compactMap { template in template.kind.map { (template: template, kind: $0) } }
      .filter { element == nil || $0.kind.elements.contains(element ?? "") }
      .sorted { $0.template.name.id < $1.template.name.id }
    guard element == nil || !kinds.isEmpty else {
      throw Failure.usage(
        "no kind of plan is for the element \(Shown.line(element ?? ""))", next: "see `qapi plan kinds`")
    }
    return Report(
      lines: kinds.flatMap { template, kind in
        Layout.wrapped("\(Terminal.strong(template.name.id))  \(Shown.line(template.title))", hanging: "  ")
          + Layout.wrapped(
            "\(kind.words); \(Shown.line(kind.obligations.joined(separator: ", ")))", margin: "    ", hanging: "    ")
      },
      json: [
        "kinds": .list(
          kinds.map { template, kind in
            .object([
              "kind": .text(template.name.id), "version": JSON(template.name.version), "title": .text(template.title),
              "elements": JSON(kind.elements), "obligations": JSON(kind.obligations),
              "often": .text(kind.often.rawValue), "fiscal_year": JSON(kind.fiscalYear?.rawValue),
              "goes_to": .text(kind.goesTo.rawValue), "source": .text(template.source),
              "published": .boolean(published.contains(template.name)),
            ])
          })
      ])
  }
}
