import ArgumentParser
import Catalogue
import GRDB
import Measures
import Records
import Store
import SyncEngine

struct MeasureElement: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "element", abstract: "Data elements: the standard ones, and those that an agency keeps for itself.",
    subcommands: [MeasureElementList.self, MeasureElementShow.self, MeasureElementAdd.self, MeasureElementEnd.self],
    defaultSubcommand: MeasureElementList.self)

  static let jsonNames =
    "code, title, definition, unit, calendar, frequency, cumulation, form, line, standard, version, measures"

  static func json(_ element: DataElement, _ set: DataSet, _ local: [LocalElement]) -> JSON {
    .object([
      "code": .text(element.code), "title": .text(element.title), "definition": .text(element.definition),
      "unit": .text(element.unit.rawValue), "calendar": .text(element.calendar.rawValue),
      "frequency": .text(element.frequency.rawValue), "cumulation": .text(element.cumulation.rawValue),
      "form": .text(element.form), "line": .text(element.line), "standard": JSON(element.isStandard),
      "version": JSON(local.first { $0.code == element.code }?.version ?? set.name.version),
      "measures": JSON(measures(of: element, set, local)),
    ])
  }

  static func measures(of element: DataElement, _ set: DataSet, _ local: [LocalElement]) -> [String] {
    let linked = local.first { $0.code == element.code }?.measure ?? ""
    return set.measures.filter { $0.terms.contains { $0.element == element.code } }.map(\.code)
      + (linked.isEmpty ? [] : [linked])
  }
}

struct MeasureElementList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the data elements.",
    discussion: "JSON: data_set, elements (\(MeasureElement.jsonNames)).")
  @Option(help: "With the elements of this agency; else this node's.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let agency = node.isDepartment && agency == nil ? nil : try node.agencyOfFigures(agency)
    let (set, local) = try node.engine.queue.read { db in
      (
        try FigureStore.dataSetInForce(in: db),
        try agency.map { try FigureStore.localElements(of: $0, in: db) } ?? []
      )
    }
    let elements = set.elements + local.map(DataElement.init(local:))
    return Report(
      lines: ["\(Shown.line(set.title)), \(set.name)"]
        + Layout.wrappedTable(
          elements.map { element in
            [
              Shown.line(element.code), element.unit.rawValue, element.frequency.rawValue,
              element.isStandard ? Shown.line(element.place) : "own", Shown.line(element.title),
            ]
          }),
      json: [
        "data_set": .text("\(set.name)"),
        "elements": .list(elements.map { MeasureElement.json($0, set, local) }),
      ])
  }
}

struct MeasureElementShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a data element with its definition.",
    discussion: "JSON: \(MeasureElement.jsonNames), in element.")
  @Argument(help: "Code of the data element.")
  var code: String
  @Option(help: "The agency that keeps it; else this node's.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let agency = node.isDepartment && agency == nil ? nil : try node.agencyOfFigures(agency)
    let (set, local) = try node.engine.queue.read { db in
      (
        try FigureStore.dataSetInForce(in: db),
        try agency.map { try FigureStore.localElements(of: $0, in: db) } ?? []
      )
    }
    guard let element = FigureRules(set: set, local: local).element(code) else {
      throw Failure.usage(
        "there is no data element \(Shown.line(code, limit: 64))", next: "see `qapi measure element list`")
    }
    let own = local.first { $0.code == code }
    let cumulation =
      switch element.cumulation {
      case .last: "the last figure counts"
      case .sum: "figures are added"
      case .toDate: "counts from the first day of the year, once each; cannot be added"
      }
    let facts: [[String]] = [
      ["code", element.code], ["title", Shown.line(element.title)], ["definition", Shown.text(element.definition)],
      ["unit", element.unit.rawValue], ["counted", "\(element.frequency.rawValue), \(element.calendar.rawValue)"],
      ["in a year", cumulation], ["form", element.place],
      ["kept by", element.isStandard ? "all agencies (\(set.name))" : "this agency, version \(own?.version ?? 1)"],
      ["source", Shown.line(own?.source ?? "")], ["protocol", Shown.text(own?.protocol ?? "")],
      ["measures", MeasureElement.measures(of: element, set, local).joined(separator: ", ")],
    ]
    return Report(
      lines: Layout.facts(facts.filter { !$0[1].isEmpty }),
      json: ["element": MeasureElement.json(element, set, local)])
  }
}

struct MeasureElementAdd: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a data element that this agency keeps for itself, or a new version of one.",
    discussion: "JSON: id, code, version.")
  @Argument(help: "Code: a-z, 0-9 and hyphens.")
  var code: String
  @Option(help: "What it is called.")
  var title: String
  @Option(help: "What is counted, and what is not.")
  var definition: String
  @Option(help: "One of: \(LocalElement.units.joined(separator: ", ")).")
  var unit = "count"
  @Option(help: "One of: \(LocalElement.frequencies.joined(separator: ", ")).")
  var frequency = "monthly"
  @Option(help: "Where it is taken from.")
  var source = ""
  @Option(name: .customLong("protocol"), help: "How it is collected.")
  var collection = ""
  @Option(name: .customLong("of"), help: "Element of the catalogue, like CM.4.2.")
  var catalogueElement = ""
  @Option(help: "The measure that it is linked to.")
  var measure = ""
  @Option(help: "Strength of the link: 1 direct, 2 secondary, 3 indirect.")
  var link = 0
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsAgency("data elements of their own belong to the agencies", see: "qapi measure element list")
    let person = try writing.person(of: node)
    guard RecordText.isName(code) else {
      throw Failure.usage(
        "'\(Shown.line(code, limit: 64))' is no code; nothing was changed", next: "use a-z, 0-9 and hyphens, 64 at most"
      )
    }
    var element = LocalElement(id: node.newID())
    element.code = code
    element.title = try Entered.text(title, "--title", oneLine: true, mayBeEmpty: false)
    element.definition = try Entered.text(definition, "--definition", mayBeEmpty: false)
    element.unit = try word(unit, of: LocalElement.units, "--unit")
    element.frequency = try word(frequency, of: LocalElement.frequencies, "--frequency")
    element.source = try Entered.text(source, "--source", oneLine: true)
    element.protocol = try Entered.text(collection, "--protocol")
    if !catalogueElement.isEmpty {
      element.element = try CatalogueCode.element(catalogueElement, "; nothing was changed").code
    }
    guard measure.isEmpty == (link == 0), (0...3).contains(link) else {
      throw Failure.usage(
        "a link has a measure and a strength from 1 to 3; nothing was changed", next: "say both --measure and --link")
    }
    element.link = link
    try writing.write(on: node, as: person, otherwise: "data element \(code)") { db in
      let set = try FigureStore.dataSetInForce(in: db)
      guard set.element(code) == nil else {
        throw Failure.usage(
          "\(code) is a standard data element; nothing was changed", next: "choose another code, like local-\(code)")
      }
      if !measure.isEmpty {
        guard let known = set.measure(measure) else {
          throw Failure.usage(
            "there is no measure \(Shown.line(measure, limit: 64)); nothing was changed",
            next: "use one of: \(set.measures.map(\.code).joined(separator: ", "))")
        }
        element.measure = known.code
      }
      let versions = try RecordStore.all(LocalElement.self, of: node.member, in: db).map(\.record)
      element.version = (versions.filter { $0.code == code }.map(\.version).max() ?? 0) + 1
      try RecordStore.insert(element, agency: node.member, in: db)
    }
    return Report(
      lines: ["data element \(code), version \(element.version)"],
      json: ["id": .text(element.id), "code": .text(code), "version": JSON(element.version)])
  }

  private func word(_ text: String, of words: [String], _ name: String) throws -> String {
    guard words.contains(text) else {
      throw Failure.usage(
        "\(name): this word is not known here; nothing was changed",
        next: "use one of: \(words.joined(separator: ", "))")
    }
    return text
  }
}

struct MeasureElementEnd: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "End a data element of this agency; its figures stay.",
    discussion: "JSON: code, ended.")
  @Argument(help: "Code of the data element.")
  var code: String
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsAgency("data elements of their own belong to the agencies", see: "qapi measure element list")
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    try writing.write(on: node, as: person, otherwise: "end of data element \(code)") { db in
      guard let old = try FigureStore.localElements(of: node.member, in: db).first(where: { $0.code == code }) else {
        throw Failure.usage(
          "this agency keeps no data element \(Shown.line(code, limit: 64)); nothing was changed",
          next: "see `qapi measure element list`")
      }
      var element = old
      element.ended = "\(day)"
      try RecordStore.update(element, from: old, agency: node.member, in: db)
    }
    return Report(lines: ["\(code) ended on \(day)"], json: ["code": .text(code), "ended": .text("\(day)")])
  }
}
