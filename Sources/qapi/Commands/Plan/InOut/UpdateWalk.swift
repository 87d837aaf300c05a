import Changesets
import Foundation
import Plans
import Records
import Store
import SyncEngine
import Synchronization

/// Asks the questions of a quarterly update on a terminal, and writes each answer as it comes.
///
/// The plan is read anew for each question, and the engine is told what was shown: what a sync brings meanwhile is seen at
/// the next question, and nothing that was not seen is overwritten.
struct UpdateWalk {
  let node: OpenNode
  let subject: UpdateSubject
  let person: Person
  let writing: WritingOptions
  /// Whether questions that have an answer are asked too.
  let again: Bool
  /// What the person gave with `--node`.
  let folder: String?

  /// - Returns: how many rows were written.
  func run() throws -> Int {
    let sum = Mutex("nothing was asked yet")
    let written = Mutex(0)
    let words = { @Sendable in "\(sum.withLock { $0 }); what was answered is saved" }
    try Interruption.saying(words) {
      var step = Step.first
      var section: [String] = []
      var refused: [String: String] = [:]
      while let asked = try open(step) {
        let update = asked.update
        sum.withLock { $0 = update.progressWords }
        if case .first = step { introduce(update) }
        show(asked.question, in: update, with: asked.question.section != section)
        section = asked.question.section
        switch try ask(asked, refused: refused[asked.question.name]) {
        case .leave: return
        case .back:
          if update.question(before: asked.question.name) == nil { Terminal.note("that was the first question") }
          step = .before(asked.question.name)
        case .skip: step = .after(asked.question.name)
        case .keep:
          subject.kept.add(asked.question.name)
          step = .after(asked.question.name)
        case .write(let value):
          do {
            let count = try write(value, asked)
            written.withLock { $0 += count }
            if asked.question.kind != .figure { subject.kept.add(asked.question.name) }
            step = .after(asked.question.name)
          } catch  where Self.canBeTriedAgain(error) {
            Failure(describing: error).say(forNode: folder)
            refused[asked.question.name] = value
            step = .again(asked.question.name)
          }
        }
      }
    }
    return written.withLock { $0 }
  }

  /// The number of a person in a text, or a sync that holds the node: it is said, and the question asked again.
  private static func canBeTriedAgain(_ error: any Error) -> Bool {
    if case EngineError.busy = error { return true }
    return error is StoreError
  }

  // MARK: Which question

  private enum Step {
    case first
    case after(String)
    case before(String)
    case again(String)
  }

  private struct Asked {
    let update: QuarterlyUpdate
    let question: UpdateQuestion
    let shown: ShownRows
  }

  private func open(_ step: Step) throws -> Asked? {
    let (found, shown) = try node.engine.open { db in
      guard let plan = try PlanStore.plan(agency: subject.agency, id: subject.plan, in: db) else {
        throw UpdateSubject.gone
      }
      let update = subject.update(of: plan)
      let question: UpdateQuestion? =
        switch step {
        case .first: again ? update.questions.first : update.firstOpen
        case .after(let name): update.question(after: name, again: again)
        case .again(let name): update.questions.first { $0.name == name }
        case .before(let name): update.question(before: name) ?? update.questions.first { $0.name == name }
        }
      return (
        question.map { (update, $0) }, question.map { subject.rows(of: $0, in: update, node.engine) } ?? []
      )
    }
    return found.map { Asked(update: $0.0, question: $0.1, shown: shown) }
  }

  // MARK: What is shown

  private func introduce(_ update: QuarterlyUpdate) {
    let due = subject.due.map { ", due \($0)" } ?? ""
    let lines =
      Layout.wrapped("\(Shown.line(update.plan.title)): quarter \(subject.quarter.number)\(due)")
      + [
        "\(update.progressWords). Each answer is saved at once.",
        "Enter keeps or skips, - empties, e opens an editor, b goes back, q leaves.",
      ]
    for line in lines { Terminal.note(line) }
  }

  private func show(_ question: UpdateQuestion, in update: QuarterlyUpdate, with section: Bool) {
    let place = (update.questions.firstIndex(of: question) ?? 0) + 1
    let rule = "-- \(place) of \(update.questions.count) "
    var lines = ["", rule + String(repeating: "-", count: Layout.columnCount - rule.count)]
    if section { lines += question.section.flatMap { Layout.wrapped(Shown.line($0), hanging: "  ") } }
    lines += Layout.wrapped("\(Self.noun(question)): \(Shown.line(question.title))", hanging: "  ").map(Terminal.strong)
    lines += question.facts.flatMap { fact in
      Layout.wrapped("\(fact.label): \(Shown.line(fact.value, limit: 300))", margin: "  ", hanging: "    ")
    }
    if !question.lastLabel.isEmpty, question.kind != .status, question.kind != .completed {
      lines += text(question.last, "last quarter (\(Shown.line(Self.bare(question.lastLabel))))")
    }
    if !question.current.isEmpty { lines += text(question.current, "now") }
    if question.kind == .status {
      let choices = TacticStatus.known.enumerated().map { "\($0 + 1) \($1.rawValue)" }
      lines += Layout.wrapped(choices.joined(separator: ", "), margin: "  ")
    }
    for line in lines { Terminal.note(line) }
  }

  private func text(_ text: String, _ label: String) -> [String] {
    let shown = text.isEmpty ? "(nothing)" : text
    return Layout.wrapped("\(label): \(Shown.text(shown))", margin: "  ", hanging: "    ")
  }

  private static func bare(_ label: String) -> String { label.hasSuffix(":") ? String(label.dropLast()) : label }

  private static func noun(_ question: UpdateQuestion) -> String {
    switch question.kind {
    case .figure: "Figure"
    case .status: "Tactic"
    case .completed: "Completed on which day"
    case .words: "What there is to say of the tactic"
    case .text: "Text of the quarter"
    }
  }

  // MARK: Answers

  private enum Answer {
    /// Goes on; the question stays open.
    case skip
    /// Goes on; what stands there is the answer.
    case keep
    case write(String)
    case back
    case leave
  }

  /// Asks until there is an answer.
  ///
  /// - Parameter refused: what was written before and could not be kept: the editor begins with it.
  private func ask(_ asked: Asked, refused: String?) throws -> Answer {
    var draft = refused
    let question = asked.question
    let isText = question.kind == .text || question.kind == .words
    let enter = question.current.isEmpty ? (question.kind == .words ? "nothing to say" : "skips") : "keeps"
    while true {
      guard let typed = Terminal.ask("[Enter \(enter)\(isText ? ", e edits" : ""), b back, q leave]") else {
        Terminal.note("")
        return .leave
      }
      switch typed {
      case "": return question.current.isEmpty && question.kind != .words ? .skip : .keep
      case "b": return .back
      case "q": return .leave
      case "?": help(question)
      case UpdateForm.emptying where question.kind == .status: Terminal.note("a tactic always has a status")
      case UpdateForm.emptying: return question.current.isEmpty ? .skip : .write("")
      case "e" where isText:
        let edited = try UpdateDraft.edited(question, draft: draft, of: subject, in: node.engine.folder)
        guard let text = edited else { continue }
        draft = text
        if let value = accepted(text, asked, wasSeen: true) { return .write(value) }
      case "e": Terminal.note("the editor is for texts; write the answer here")
      default: if let value = accepted(typed, asked) { return .write(value) }
      }
    }
  }

  /// The value that a person typed; nil if it cannot be kept, or was a slip of the pen.
  ///
  /// - Parameter wasSeen: whether what stood there was seen in the editor, and may be replaced unasked.
  private func accepted(_ typed: String, _ asked: Asked, wasSeen: Bool = false) -> String? {
    do {
      let value = try asked.update.value(of: typed, for: asked.question)
      guard !wasSeen, let doubt = asked.update.doubt(about: value, for: asked.question) else { return value }
      let answer = Terminal.ask("\(Shown.line(value)): \(Shown.line(doubt)). Is it right? [y/N]") ?? ""
      return answer.lowercased().hasPrefix("y") ? value : nil
    } catch {
      for line in Layout.wrapped("\(error.problem); \(error.next)", hanging: "  ") { Terminal.note(line) }
      return nil
    }
  }

  private func help(_ question: UpdateQuestion) {
    let lines = [
      "Enter  keeps what stands there; where nothing does, the question stays open",
      "-      takes away what stands there",
      "e      opens $EDITOR, for a text of several lines",
      "b      goes back to the question before",
      "q      leaves; the same command goes on here",
    ]
    for line in lines { Terminal.note(line) }
  }

  private func write(_ value: String, _ asked: Asked) throws -> Int {
    let changes = PlanChange.changes(
      from: asked.update.plan, to: asked.update.plan(answering: asked.question, with: value))
    guard !changes.isEmpty else { return 0 }
    let applied = try writing.write(on: node, as: person, otherwise: subject.message, shown: asked.shown) { db in
      try PlanStore.apply(changes, agency: subject.agency, in: db)
    }
    Terminal.note(
      applied.broughtBack.isEmpty ? "saved" : "saved, and brought back: somebody removed the entry meanwhile")
    return applied.writtenCount
  }
}

/// The text of an answer while it is in the editor: a file in the node's folder, which nobody else may read.
enum UpdateDraft {
  /// - Parameter draft: what was written before and could not be kept; it goes before what stands there.
  /// - Returns: nil if the text was not changed, or nothing is left of it.
  static func edited(
    _ question: UpdateQuestion, draft: String?, of subject: UpdateSubject, in folder: NodeFolder
  ) throws -> String? {
    let path = "\(folder.path)/edits/answer-\(subject.plan)-\(ProcessInfo.processInfo.processIdentifier).txt"
    let original = (draft ?? question.current) + "\n"
    do {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/edits", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(original.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw Failure(.error, "the text for the editor cannot be written", at: path, next: "check space and rights")
    }
    let remove = { @Sendable in _ = try? FileManager.default.removeItem(atPath: path) }
    return try Interruption.cleaningUp(remove) {
      try Editor.edit(path)
      let text = RecordText.normalised(try Terminal.readText(path))
      if text.isEmpty || FieldValue.text(text) == .text(RecordText.normalised(original)) {
        Terminal.note("not changed")
        return nil
      }
      return text
    }
  }
}
