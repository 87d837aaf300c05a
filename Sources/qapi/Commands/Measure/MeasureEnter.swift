import ArgumentParser
import GRDB
import Measures
import Records
import Store
import SyncEngine

struct MeasureEnter: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter", abstract: "Enter or correct one figure of this agency.",
    discussion: """
      Counts are whole numbers; money is dollars and cents. What the rules find wrong with the figure by itself is refused; \
      what it contradicts is said.

      JSON: element, period, value (count or whole cents), out_of, source, written (whether it differs from what stood), \
      problems (\(FigureValues.problemNames)).
      """)
  @Argument(help: "Code of the data element, like 157-1.")
  var element: String
  @Argument(help: "The period, like 2024-01.")
  var period: String
  @Argument(help: "The number, from 0: a whole number, or dollars and cents.")
  var value: String
  @Option(help: "Of a share: the number that the value is a part of.")
  var outOf: String?
  @Option(help: "Where it is taken from.")
  var source = ""
  @Option(help: "A note.")
  var note = ""
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsAgency("figures belong to the agencies", see: "qapi measure figures")
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let rules = try node.engine.queue.read { db in try FigureStore.rules(of: node.member, in: db) }
    let content = FigureValues.content(of: rules.element(element)?.unit)
    var figure = Figure()
    figure.element = element
    figure.period = period
    figure.value = try number(value, content, "the value")
    if let outOf { figure.base = try number(outOf, content, "--out-of") }
    figure.source = try Entered.text(source, "--source", oneLine: true)
    figure.note = try Entered.text(note, "--note")
    let wrong = rules.problems(of: figure.name, FigureBook.Entry(figure), today: today)
    if let first = wrong.first {
      throw Failure(
        .usage, "\(first.rule): \(first.problem); nothing was changed",
        at: "\(Shown.line(element)) of \(Shown.line(period)), \(first.column)", next: first.next)
    }
    let (isWritten, problems) = try writing.write(on: node, as: person, otherwise: "figure \(element) \(period)") {
      db in
      let isWritten = try RecordStore.put(figure, agency: node.member, in: db)
      return (isWritten, rules.problems(of: [figure.name], in: try FigureStore.book(of: node.member, in: db)))
    }
    let unit = rules.element(element)?.unit
    return Report(
      lines: [
        "\(isWritten ? "entered" : "nothing differs:") \(element) of \(period): "
          + FigureValues.written(Int64(figure.value), unit)
          + (figure.base == 0 ? "" : " out of \(FigureValues.written(Int64(figure.base), unit))")
      ],
      json: [
        "element": .text(element), "period": .text(period), "value": JSON(figure.value), "out_of": JSON(figure.base),
        "source": .text(figure.source), "written": JSON(isWritten),
        "problems": .list(problems.map(FigureValues.json)),
      ], notes: problems.flatMap(FigureValues.lines), status: problems.isEmpty ? .done : .open)
  }

  private func number(_ text: String, _ content: FieldContent, _ name: String) throws -> Int {
    do {
      guard case .integer(let number) = try content.value(of: RecordText.normalised(text)), !text.isEmpty else {
        throw FieldProblem(problem: "this is not a number", next: "write it in digits")
      }
      return Int(number)
    } catch let problem as FieldProblem {
      throw Failure.usage("not-a-number: \(name): \(problem.problem); nothing was changed", next: problem.next)
    }
  }
}
