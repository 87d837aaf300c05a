import ArgumentParser
import Catalogue
import Reports

struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "Browse and search the QAPI work breakdown structure.",
    discussion: """
      6 performance areas, 28 functions, 136 elements and 440 tasks of the QAPI manual of October 2002. They are part of \
      the program: no node is needed.
      """,
    subcommands: [
      CatalogueAreas.self, CatalogueList.self, CatalogueShow.self, CatalogueSearchCommand.self, CatalogueExport.self,
    ], defaultSubcommand: CatalogueAreas.self)
}

struct CatalogueAreas: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "areas", abstract: "List the performance areas.",
    discussion: "JSON: areas (code, title, chapter, functions, elements, tasks: counts).")
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let areas = Catalogue.shipped.areas
    func tasks(_ area: Catalogue.Area) -> Int { area.elements.reduce(0) { $0 + $1.tasks.count } }
    return Report(
      lines: Layout.table(
        areas.map { area in
          [
            area.code, area.title, Layout.count(area.functions.count, "function"),
            Layout.count(area.elements.count, "element"), Layout.count(tasks(area), "task"),
          ]
        }),
      json: [
        "areas": .list(
          areas.map { area in
            .object([
              "code": .text(area.code), "title": .text(area.title), "chapter": JSON(area.chapter),
              "functions": JSON(area.functions.count), "elements": JSON(area.elements.count),
              "tasks": JSON(tasks(area)),
            ])
          })
      ])
  }
}

struct CatalogueList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the areas, functions and elements, or what stands below a code.",
    discussion: "An element is listed with its tasks. JSON: entries (code, kind, title, tasks (part, number, title)).")
  @Argument(help: "Code of an area, a function or an element, like AS, AS.2 or AS.2.6; else everything.")
  var code: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let catalogue = Catalogue.shipped
    let entries = try code.map { catalogue.tree(of: try CatalogueCode.entry($0).code) } ?? catalogue.entries
    return Report(
      lines: entries.flatMap { Self.lines(of: $0, withTasks: entries.count == 1) },
      json: ["entries": .list(entries.map { .object(Self.members(of: $0)) })])
  }

  static func lines(of entry: Catalogue.Entry, withTasks: Bool = false) -> [String] {
    let line = "\(entry.code)  \(entry.title)"
    switch entry {
    case .area: return [Terminal.strong(line)]
    case .function: return Layout.wrapped(line, margin: "  ", hanging: "        ")
    case .element(let element):
      let own = Layout.wrapped(line, margin: withTasks ? "" : "    ", hanging: "            ")
      return own + (withTasks ? CatalogueShow.tasks(of: element) : [])
    }
  }

  static func members(of entry: Catalogue.Entry) -> [JSON.Member] {
    let tasks: JSON = .list(
      entry.elements.count == 1 ? entry.elements[0].tasks.map(json) : [])
    let own: [JSON.Member] = [
      .init(key: "code", value: .text(entry.code)), .init(key: "kind", value: .text(entry.kind)),
      .init(key: "title", value: .text(entry.title)),
    ]
    if case .element = entry { return own + [.init(key: "tasks", value: tasks)] }
    return own
  }

  private static func json(_ task: Catalogue.Task) -> JSON {
    .object(["part": .text(task.part), "number": JSON(task.number), "title": .text(task.title)])
  }
}

struct CatalogueSearchCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search the catalogue by codes and words.",
    discussion: """
      Every word must occur, at the beginning of a word, whatever its case; what is found by code comes first, then by title, \
      by task, and by anything else. A citation is found by its number: `qapi catalogue search 303.101`.

      JSON: hits (code, kind, title, place, matches (place, text)).
      """)
  @Argument(help: "Words, and codes like AS.2.")
  var words: [String]
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let search = CatalogueSearch(words.joined(separator: " "))
    guard !search.words.isEmpty else {
      throw Failure.usage("there is no word to search for", next: "write one, like `qapi catalogue search claim`")
    }
    let hits = search.hits(in: .shipped)
    return Report(
      lines: hits.isEmpty
        ? ["nothing in the catalogue has all of: \(Shown.line(search.words.joined(separator: ", ")))"]
        : hits.flatMap(lines) + [Layout.count(hits.count, "hit")],
      json: [
        "hits": .list(
          hits.map { hit in
            .object([
              "code": .text(hit.entry.code), "kind": .text(hit.entry.kind), "title": .text(hit.entry.title),
              "place": .text(hit.place.name),
              "matches": .list(hit.matches.map { .object(["place": .text($0.place.name), "text": .text($0.text)]) }),
            ])
          })
      ])
  }

  private func lines(of hit: CatalogueSearch.Hit) -> [String] {
    let head = Layout.wrapped("\(hit.entry.code)  \(hit.entry.title)", hanging: "        ")
    // The code and the title stand there already.
    let found = hit.matches.flatMap { match in
      match.place <= .title
        ? [] : Layout.wrapped("\(match.place.name): \(match.text)", margin: "    ", hanging: "      ")
    }
    return head + (found.isEmpty ? ["    \(hit.matches.map(\.place.name).joined(separator: ", "))"] : found)
  }
}

struct CatalogueExport: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the whole catalogue as a page, or as a table.",
    discussion: """
      The table has one row for each thing that the catalogue says, with the columns code, kind, part, number, text.

      JSON: file_format, file, text (file is null without --output, and text with it).
      """)
  @Flag(help: "As a table for a spreadsheet program.")
  var csv = false
  @OptionGroup var form: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try form.check(besides: csv)
    guard csv || form.isAsked else { throw ValidationError("Say in which form: --html, --markdown or --csv.") }
  }

  func report() throws -> Report {
    let bytes =
      csv
      ? CataloguePage.table(of: .shipped).csv(byteOrderMark: form.path != nil)
      : Array(form.text(of: CataloguePage.page(of: .shipped)).utf8)
    return try form.report(
      bytes,
      fileFormat: csv ? "csv" : form.name)
  }
}
