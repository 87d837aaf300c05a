import ArgumentParser
import Foundation
import GRDB
import Plans
import Reports
import Store
import SyncEngine

/// In which form a plan leaves.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case html, markdown, csv, json, yaml

  /// The one that the name of a file says; nil if it says none.
  init?(file: String) {
    switch URL(fileURLWithPath: file).pathExtension.lowercased() {
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    case "json": self = .json
    case "yaml", "yml": self = .yaml
    default: return nil
    }
  }
}

struct PlanExport: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a plan, or all plans, as a page, as tables or as data.",
    discussion: """
      html and markdown have the order and the words of the template's form; json is what `plan show --json` prints; \
      yaml is what people edit. csv is a folder with one table for each kind of record, for a spreadsheet program: open \
      its files with all columns as text. `plan import` takes yaml and csv back.

      Without --output the result goes to standard output (csv needs a folder). Without --format the name of the file \
      decides, and else html is written. --all leaves out plans whose template is not known here, and says so; the exit \
      code is 3 then.

      JSON: plans (plan, agency), file_format, files (paths), and without --output: text; with `--format json` and without \
      --output: plans, as `plan show --all --json`.
      """)
  @Argument(help: "Id of the plan, or the beginning of it, or `latest` for the newest.")
  var id: String?
  @Option(help: "Code of the agency whose plan it is; with --all, only its plans.")
  var agency: String?
  @Flag(help: "All plans that this node reads.")
  var all = false
  @Option(help: "One of html, markdown, csv, json, yaml.")
  var format: ExportFormat?
  @Option(name: .customLong("output"), help: "The file to write, or for csv, and for yaml with --all, the folder.")
  var path: String?
  @Flag(help: "Replace files that are there.")
  var replace = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (id == nil) == all else { throw ValidationError("Name a plan, or say --all.") }
    guard path != nil || !(written == .csv || (written == .yaml && all)) else {
      throw ValidationError("Name a folder with --output FOLDER: there are several files to write.")
    }
  }

  private var written: ExportFormat { format ?? path.flatMap(ExportFormat.init(file:)) ?? .html }

  func report() throws -> Report {
    let node = try node.open()
    let (plans, notes) = try PlanShow.entries(id, agency: agency, in: node)
    let status: Outcome = notes.isEmpty ? .done : .open
    let files = try files(of: plans, node)
    let names = JSON.list(
      plans.map { .object(["plan": .text($0.plan.id), "agency": .text($0.agency)]) })
    guard let path else {
      let text = files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
      let json: KeyValuePairs<String, JSON> =
        written == .json
        ? ["plans": .list(plans.map { .object($0.members(in: node)) })]
        : ["plans": names, "file_format": .text(written.rawValue), "files": .list([]), "text": .text(text)]
      return Report(
        lines: [text.hasSuffix("\n") ? String(text.dropLast()) : text], json: json, notes: notes, status: status)
    }
    let paths = try write(files, to: path)
    return Report(
      lines: paths.map { Shown.line($0) },
      json: ["plans": names, "file_format": .text(written.rawValue), "files": JSON(paths)], notes: notes, status: status
    )
  }

  // MARK: Files

  private struct File {
    /// Below the folder; empty if there is one file alone.
    let name: String
    let bytes: [UInt8]
  }

  private func files(of plans: [PlanShow.Entry], _ node: OpenNode) throws -> [File] {
    func file(_ text: String, name: String = "") -> File { File(name: name, bytes: Array(text.utf8)) }
    let pages = plans.map { $0.page(in: node) }
    let page = pages.count == 1 && !all ? pages[0].page : PlanPage.statewide(pages, title: PlanShow.statewideTitle)
    switch written {
    case .html: return [file(page.html())]
    case .markdown: return [file(page.markdown())]
    case .json:
      let json: [JSON.Member] =
        [JSON.Member(key: "format", value: .number(1))]
        + [JSON.Member(key: "plans", value: .list(plans.map { .object($0.members(in: node)) }))]
      return [file(JSON.object(json).line + "\n")]
    case .yaml:
      return plans.map { entry in
        file(
          PlanFile.text(of: entry.plan, template: entry.template),
          name: all ? "\(entry.agency)-\(PlanName.short(entry.plan.id)).yaml" : "")
      }
    case .csv:
      let entries = plans.map {
        PlanTables.Entry(agency: $0.agency, plan: $0.plan, state: PlanFile.state(of: $0.plan))
      }
      return PlanTables.tables(of: entries).map { name, table in
        File(name: "\(name.rawValue).csv", bytes: table.csv(byteOrderMark: true))
      }
    }
  }

  private func write(_ files: [File], to path: String) throws -> [String] {
    let paths = files.map { $0.name.isEmpty ? path : "\(path)/\($0.name)" }
    let manager = FileManager.default
    if !replace, let there = paths.first(where: { manager.fileExists(atPath: $0) }) {
      throw Failure(
        .usage, "there is a file here already; nothing was written", at: there,
        next: "name another with --output, or say --replace")
    }
    do {
      if files.contains(where: { !$0.name.isEmpty }) {
        try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
      for (file, path) in zip(files, paths) {
        try Data(file.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      }
    } catch {
      throw Failure(.error, "the export cannot be written", at: path, next: "check the path, its rights and the space")
    }
    return paths
  }
}
