import ArgumentParser
import Foundation
import Reports

/// On commands that can make a page of what they show.
struct PageOptions: ParsableArguments {
  @Flag(help: "As a page in HTML.")
  var html = false
  @Flag(help: "As a page in Markdown.")
  var markdown = false
  @Option(name: .customLong("output"), help: "Write the page to this file.")
  var path: String?

  func validate() throws {
    guard !html || !markdown else { throw ValidationError("Say only one of --html, --markdown.") }
    guard path == nil || html || markdown else { throw ValidationError("--output goes with --html or --markdown.") }
  }

  var isAsked: Bool { html || markdown }

  /// The page as text, or, where it is written to a file, the name of the file.
  func lines(of page: Page) throws -> [String] {
    let text = html ? page.html() : page.markdown()
    guard let path else { return [text.hasSuffix("\n") ? String(text.dropLast()) : text] }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.error, "the page cannot be written", at: path, next: "check the path, its rights and the space")
    }
    return [Shown.line(path)]
  }
}
