import ArgumentParser
import GRDB
import Measures
import Records
import Store
import SyncEngine

struct MeasureSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Data sets: definitions, measures, thresholds and bands, with their days.",
    subcommands: [MeasureSetList.self, MeasureSetShow.self, MeasureSetPublish.self],
    defaultSubcommand: MeasureSetList.self)
}

struct MeasureSetList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the data sets that can be used, and say which is in force.",
    discussion: "JSON: sets (name, title, in_force, elements and measures as numbers).")
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let (sets, inForce) = try node.engine.queue.read { db in
      (try FigureStore.dataSets(in: db), try FigureStore.dataSetInForce(in: db).name)
    }
    return Report(
      lines: Layout.table(
        sets.map { set in
          ["\(set.name)", set.name == inForce ? "in force" : "", Shown.line(set.title)]
        }),
      json: [
        "sets": .list(
          sets.map { set in
            .object([
              "name": .text("\(set.name)"), "title": .text(set.title), "in_force": JSON(set.name == inForce),
              "elements": JSON(set.elements.count), "measures": JSON(set.measures.count),
            ])
          })
      ])
  }
}

struct MeasureSetShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the document of a data set: what a new version is made from.",
    discussion: "JSON: name, document.")
  @Argument(help: "The version; else the one in force.")
  var version: Int?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let (name, document) = try node.engine.queue.read { db -> (DataSet.Name, String) in
      let inForce = try FigureStore.dataSetInForce(in: db).name
      let name = DataSet.Name(id: inForce.id, version: version ?? inForce.version)
      if let published = try FigureStore.publishedDocuments(in: db).first(where: { $0.name == name }) {
        return (name, published.document)
      }
      guard name == DataSet.standard.name else {
        throw Failure.usage("there is no data set \(name)", next: "see `qapi measure set list`")
      }
      return (name, DataSet.standardDocument)
    }
    return Report(
      lines: [Shown.text(document.hasSuffix("\n") ? String(document.dropLast()) : document)],
      json: ["name": .text("\(name)"), "document": .text(document)])
  }
}

struct MeasureSetPublish: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publish a new version of the data set (the department only).",
    discussion: """
      A version that is published, or ships with qapi, is never changed. The highest version of the standard data set is in \
      force; what was submitted keeps the version under which it was reported.

      JSON: name, written (false if this very text is published already). An error has problems (where, what, next).
      """)
  @Argument(help: "The file (- for standard input).")
  var file: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("publishes data sets", see: "qapi measure set list")
    let person = try writing.person(of: node)
    let text = try Terminal.readText(file)
    let (set, problems) = DataSet.read(text)
    guard let set else {
      return .problems(
        problems.map { problem in
          InputProblem(
            place: problem.line.map { "line \($0), \(problem.place)" } ?? problem.place, problem: problem.problem,
            next: problem.next)
        }, at: file)
    }
    guard text.utf8.count <= RecordText.byteLimit else {
      throw Failure(
        .error,
        "the data set has \(text.utf8.count) bytes, and \(RecordText.byteLimit) is the limit; nothing was changed",
        at: file, next: "shorten it: it travels as one value")
    }
    let isWritten = try writing.write(on: node, as: person, otherwise: "data set \(set.name)") { db in
      try FigureStore.publish(set, document: text, in: db)
    }
    return Report(
      lines: ["\(isWritten ? "published" : "already published:") \(set.name)"],
      json: ["name": .text("\(set.name)"), "written": JSON(isWritten)],
      notes: isWritten ? ["next:  qapi merge"] : ["nothing was changed"])
  }
}
