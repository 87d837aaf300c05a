import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: "Editions of CS 921, CS 356, CS 34 and CS 35: their lines and definitions, published by the department.",
    discussion: """
      The official layouts are in no source: what ships with qapi is edition 1, \(FormEditions.heading). A changed line or \
      definition is a new edition; what was reported keeps the edition under which it was.
      """,
    subcommands: [FormList.self, FormShow.self, FormPublish.self], defaultSubcommand: FormList.self)
}

extension FormLine.Form {
  /// "CS 921", as it is typed: "921" and "cs921" are understood.
  static func typed(_ text: String) throws -> FormLine.Form {
    let digits = text.filter(\.isNumber)
    guard let form = allCases.first(where: { $0.rawValue == text || $0.rawValue.filter(\.isNumber) == digits }) else {
      throw Failure.usage(
        "there is no form '\(Shown.line(text, limit: 40))'",
        next: "use one of: \(allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))")
    }
    return form
  }
}

struct FormList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the editions of the forms.",
    discussion: "JSON: editions (form, edition, lines (how many), newest, published (else shipped with qapi)).")
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let (editions, published) = try node.engine.queue.read { db in
      (try FiscalStore.editions(in: db), try RecordStore.published(FormLine.self, in: db))
    }
    let rows = FormLine.Form.allCases.flatMap { form in
      editions.numbers(of: form).map { number in
        (
          form: form, number: number, count: editions.lines(of: form, edition: number).count,
          isPublished: published.contains { $0.form == form.rawValue && $0.edition == number },
          isNewest: number == editions.newest(of: form)
        )
      }
    }
    return Report(
      lines: Layout.table(
        rows.map { row in
          [
            row.form.rawValue, "edition \(row.number)", Layout.count(row.count, "line"),
            (row.isPublished ? "published by the department" : FormEditions.heading)
              + (row.isNewest ? "" : "; an older one"),
          ]
        }),
      json: [
        "editions": .list(
          rows.map { row in
            .object([
              "form": .text(row.form.rawValue), "edition": JSON(row.number), "lines": JSON(row.count),
              "newest": JSON(row.isNewest), "published": JSON(row.isPublished),
            ])
          })
      ])
  }
}

struct FormShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The lines of a form with their definitions.",
    discussion: """
      --csv writes the table that `qapi form publish` takes, to begin the next edition with.

      JSON: form, edition, lines (\(JSON.members(of: FormLine()).map(\.key).joined(separator: ", "))); of a table \
      file_format, file, text besides.
      """)
  @Argument(help: "The form, like \"CS 921\".")
  var form: String
  @Option(help: "Number of the edition; else the newest.")
  var edition: Int?
  @Flag(help: "As a CSV table.")
  var csv = false
  @Option(name: .customLong("output"), help: "Write the table to this file.")
  var path: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard path == nil || csv else { throw ValidationError("--output goes with --csv.") }
  }

  func report() throws -> Report {
    let form = try FormLine.Form.typed(form)
    let editions = try node.open().engine.queue.read { db in try FiscalStore.editions(in: db) }
    let number = edition ?? editions.newest(of: form)
    let lines = editions.lines(of: form, edition: number)
    guard !lines.isEmpty else {
      throw Failure.usage(
        "there is no edition \(number) of the \(form.rawValue)",
        next: "use one of: \(editions.numbers(of: form).map { "\($0)" }.joined(separator: ", "))")
    }
    let members = JSON.members([
      "form": .text(form.rawValue), "edition": JSON(number),
      "lines": .list(lines.map { .object(JSON.members(of: $0)) }),
    ])
    if csv {
      let fields = FormLine.keys + FormLine.fields
      let table = CSVTable(
        columns: fields.map(\.name), rows: lines.map { line in fields.map { $0.content.plain($0.value(line)) } })
      return try PageOptions.report(table.csv(), fileFormat: "csv", to: path, members: members)
    }
    return Report(
      lines: [Terminal.strong("\(form.rawValue), edition \(number)"), editions.heading(of: form, edition: number)]
        + lines.enumerated().flatMap { place, line in
          let begins = place == 0 || lines[place - 1].category != line.category
          return (begins ? ["", line.category.isEmpty ? "lines" : Shown.line(line.category)] : []) + text(of: line)
        }, members: members)
  }

  private func text(of line: FormLine) -> [String] {
    Layout.wrapped("\(Shown.line(line.code)): \(Shown.line(line.title))", margin: "  ", hanging: "    ")
      + (line.definition.isEmpty ? [] : Layout.wrapped(Shown.text(line.definition), margin: "    "))
  }
}
