import ArgumentParser
import Foundation
import Reports

/// On commands whose answer can be a page, or a table.
struct PageOptions: ParsableArguments {
  @Flag(help: "As a page in HTML.")
  var html = false
  @Flag(help: "As a page in Markdown.")
  var markdown = false
  @Option(name: .customLong("output"), help: "Write it to this file.")
  var path: String?

  var isAsked: Bool { html || markdown }

  /// - Parameter isOther: whether the command was asked for another form of its own, a table.
  func check(besides isOther: Bool = false) throws {
    guard [html, markdown, isOther].count(where: { $0 }) <= 1 else {
      throw ValidationError("Say only one of the forms: --html, --markdown\(isOther ? ", --csv" : "").")
    }
    guard path == nil || isAsked || isOther else { throw ValidationError("--output needs a form, like --html.") }
  }

  /// Where the page is all that the command makes.
  func checkAsked() throws {
    guard isAsked else { throw ValidationError("Say the form: --html or --markdown.") }
  }

  /// "html" or "markdown".
  var name: String { html ? "html" : "markdown" }

  func text(of page: Page) -> String { html ? page.html() : page.markdown() }

  /// The page on standard output, or in the file that was named.
  func report(_ page: Page, members: [JSON.Member] = []) throws -> Report {
    try report(Array(text(of: page).utf8), fileFormat: name, members: members)
  }

  /// The text on standard output, or in the file that was named; for `--json` file_format, file and text.
  ///
  /// - Parameter members: what `--json` says besides.
  func report(_ bytes: [UInt8], fileFormat: String, members: [JSON.Member] = []) throws -> Report {
    try Self.report(bytes, fileFormat: fileFormat, to: path, members: members)
  }

  /// - Parameter path: of the file; nil for standard output.
  static func report(_ bytes: [UInt8], fileFormat: String, to path: String?, members: [JSON.Member] = []) throws
    -> Report
  {
    let text = path == nil ? String(decoding: bytes, as: UTF8.self) : nil
    let members =
      members + [
        .init(key: "file_format", value: .text(fileFormat)), .init(key: "file", value: JSON(path)),
        .init(key: "text", value: JSON(text)),
      ]
    if let text {
      // Scalar by scalar: the line end of a table, CR LF, is one character, and no character ends in it.
      let scalars = text.unicodeScalars
      let line = scalars.last == "\n" ? String(String.UnicodeScalarView(scalars.dropLast())) : text
      return Report(lines: [line], json: [:], members: members)
    }
    guard let path else { preconditionFailure("there is a text or a file") }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.error, "the file cannot be written", at: path, next: "check the path, its rights and the space")
    }
    return Report(lines: [Shown.line(path)], json: [:], members: members)
  }
}

extension CSVTable {
  /// A list of objects that `--json` has, as a table: columns are called as its members. Lists and objects in it are left out.
  ///
  /// - Parameter name: of the list among the members.
  init(of name: String, in members: [JSON.Member]) {
    var objects: [[JSON.Member]] = []
    if case .list(let list) = members.first(where: { $0.key == name })?.value {
      objects = list.compactMap { if case .object(let members) = $0 { members } else { nil } }
    }
    func isSimple(_ value: JSON) -> Bool {
      switch value {
      case .text, .number, .boolean, .null: true
      case .list, .object: false
      }
    }
    let first = objects.first ?? []
    let columns = first.map(\.key).filter { key in
      objects.allSatisfy { $0.first { $0.key == key }.map { isSimple($0.value) } ?? true }
    }
    self.init(
      columns: columns.isEmpty ? [name] : columns,
      rows: objects.map { object in columns.map { key in Self.plain(object.first { $0.key == key }?.value ?? .null) } })
  }

  private static func plain(_ value: JSON) -> String {
    switch value {
    // Amounts and positions stand with thousands separators, and a table has plain numbers.
    case .text(let text):
      text.wholeMatch(of: /-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?/) == nil ? text : text.replacing(",", with: "")
    case .number(let number): "\(number)"
    case .boolean(let value): value ? "yes" : "no"
    case .null, .list, .object: ""
    }
  }
}
