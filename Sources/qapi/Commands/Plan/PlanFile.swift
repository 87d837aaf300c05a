import Canonical
import Foundation
import Plans
import Records

/// The document of a plan as a file.
enum PlanFile {
  /// Begins the comment that ties a document to the plan that it shows.
  private static let mark = "# Shown: "

  /// The document of a plan, with a first line that says which state of the plan it shows.
  static func text(of plan: Plan, template: PlanTemplate?) -> String {
    mark + state(of: plan) + "\n" + PlanDocument.yaml(of: plan, template: template)
  }

  /// - Throws: `Failure` when a document shows another state of the plan than the one that stands here: every field in it
  ///   would count as changed by whoever hands it in.
  static func checkShows(_ plan: Plan, _ text: String, file: String) throws {
    guard let shown = shownState(in: text) else { return }
    guard shown == state(of: plan) else {
      throw Failure(
        .usage,
        "the plan was changed since this document was written, so it would undo those changes; nothing was changed",
        at: file,
        next: "open the plan anew with `qapi plan edit` or `qapi plan show --yaml`, and carry your changes over")
    }
  }

  /// The state of the plan that a document shows; nil if it does not say.
  static func shownState(in text: String) -> String? {
    text.split(whereSeparator: \.isNewline).first { $0.hasPrefix(mark) }
      .map { $0.dropFirst(mark.count).trimmingCharacters(in: .whitespaces) }
  }

  /// Changes whenever the plan does.
  static func state(of plan: Plan) -> String {
    Digest(of: Array(PlanDocument.yaml(of: plan).utf8)).hex
  }

  /// - Throws: `Failure` for a document that is empty or cut off: it would take every goal out of the plan.
  static func checkIsWhole(_ text: String, file: String) throws {
    guard !text.split(whereSeparator: \.isNewline).contains(where: { $0.hasPrefix("blocks:") }) else { return }
    throw Failure(
      .error, "the document has no \"blocks:\", so it is not a whole plan; nothing was changed", at: file,
      next: "see `qapi plan show --yaml` for the form; a plan without goals has \"blocks: []\"")
  }

  /// Adds the keys that a document written by hand may leave out. They stand at the end, so that lines keep their numbers.
  static func completed(_ text: String, plan: String, template: Plan.TemplateName, title: String) -> String {
    let keys = ["plan": plan, "template": "\(template)"]
    let missing = keys.sorted { $0.key < $1.key }.filter { key, _ in
      !text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("\(key):") }
    }
    let hasTitle = text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("title:") }
    return text + "\n" + missing.map { "\($0.key): \($0.value)\n" }.joined()
      + (hasTitle ? "" : "title: |\n  \(title)\n")
  }

  /// The template that a document names on its first line of that key; nil if there is none, or it names none.
  static func template(namedIn text: String) -> Plan.TemplateName? {
    let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("template:") }
    let words = line?.dropFirst(9).split(separator: " ").map(String.init) ?? []
    guard words.count == 3, words[1] == "version", let version = Int(words[2]) else { return nil }
    return Plan.TemplateName(id: words[0], version: version)
  }

  static func failure(_ error: DocumentError, file: String) -> Failure {
    let line = error.line.map { " line \($0)" } ?? ""
    return Failure(
      .error, "\(error.problem); nothing was changed", at: "\(file)\(line), \(error.place)", next: error.next)
  }
}
