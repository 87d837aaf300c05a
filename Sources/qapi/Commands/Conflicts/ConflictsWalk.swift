import ArgumentParser
import Changesets
import SQLiteChangeset
import SyncEngine
import Synchronization

extension ConflictsCommand {
  struct Walk: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Go through the open conflicts one by one, and answer each.",
      discussion: """
        Each conflict shows what changed, who wrote it, when and why, and asks for one letter; ? explains the letters. \
        Another value for a text is written in $VISUAL or $EDITOR, with both sides above it.

        Each answer is written at once, as a change of its own; quitting keeps what was answered and writes nothing more.

        JSON: resolved (names), skipped (names).
        """)
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    private static let noReason = "conflict resolved"

    /// The beginning of a new screen.
    private static func rule(_ words: String) -> String {
      "-- \(words) " + String(repeating: "-", count: Layout.columnCount - words.count - 4)
    }

    func report() throws -> Report {
      let node = try node.open(unlocking: true)
      try node.checkWrites()
      let person = try writing.person(of: node)
      let views = try ConflictView.all(of: node)
      let own = views.filter { $0.isResolvable(by: node) }
      let count = views.count
      let done = Resolved()
      let sum = { @Sendable in "\(done.names.count) resolved, \(count - done.names.count) left" }
      try Interruption.saying(sum) {
        for (index, view) in own.enumerated() {
          Terminal.note("\n" + Self.rule("\(index + 1) of \(own.count)"))
          for line in view.lines(.excerpt) { Terminal.note(line) }
          guard let answer = try ask(view, in: node, as: person) else { break }
          guard case .take(let value, let words) = answer else {
            Terminal.note("left for later")
            continue
          }
          for line in Layout.wrapped("taken: \(words)", hanging: "       ") { Terminal.note(line) }
          guard let why = reason(on: node) else {
            Terminal.note("\nended before it was saved; nothing was written for conflict \(view.conflict.name)")
            break
          }
          try writing.resolve(
            [(view.conflict, value)], on: node, as: person, message: why.isEmpty ? Self.noReason : why)
          done.add(view.conflict.name)
          Terminal.note("saved")
        }
      }
      let resolved = done.names
      let left = try node.engine.status().conflicts
      let others = views.count - own.count
      return Report(
        lines: ["\(resolved.count) resolved, \(left) left"],
        json: [
          "resolved": JSON(resolved), "skipped": JSON(views.map(\.conflict.name).filter { !resolved.contains($0) }),
        ],
        notes: (others > 0 ? ["\(Layout.count(others, "conflict")) in rows of others, who resolve them"] : [])
          + (resolved.isEmpty ? [] : ["next:  qapi sync"]), status: left > 0 ? .open : .done)
    }

    /// What was answered so far, for whoever stops the walk as well.
    private final class Resolved: Sendable {
      private let state = Mutex<[String]>([])
      var names: [String] { state.withLock { $0 } }
      func add(_ name: String) { state.withLock { $0.append(name) } }
    }

    /// Asks until there is an answer.
    ///
    /// - Returns: `take` or `later`; nil to stop.
    private func ask(_ view: ConflictView, in node: OpenNode, as person: Person) throws -> ConflictPrompt.Answer? {
      let prompt = ConflictPrompt(view)
      var draft: String?
      while let typed = Terminal.ask("\n" + prompt.line) {
        switch prompt.answer(typed) {
        case nil: Terminal.note("that is none of the answers; ? explains them")
        case .help: for line in prompt.help { Terminal.note(line) }
        case .whole: for line in view.lines() { Terminal.note(line) }
        case .quit: return nil
        case .edit: if let answer = written(view, &draft, in: node, as: person) { return answer }
        case .take(let value, let words): return .take(value, words: words)
        case .later: return .later
        }
      }
      Terminal.note("")
      return nil
    }

    /// Why a conflict is resolved so, asked until it can be kept; nil at the end of input.
    private func reason(on node: OpenNode) -> String? {
      if let message = writing.message { return message }
      while let why = Terminal.ask("Why? (Enter for \"\(Self.noReason)\")") {
        do {
          try writing.check(why, "the reason", on: node)
          return why
        } catch {
          Failure(describing: error).say(forNode: self.node.path)
        }
      }
      return nil
    }

    /// Another value, from the editor or from one line; nil to ask again.
    ///
    /// - Parameter draft: what was written before and could not be taken.
    private func written(
      _ view: ConflictView, _ draft: inout String?, in node: OpenNode, as person: Person
    ) -> ConflictPrompt.Answer? {
      do {
        let isForEditor = ConflictDraft.suits(view.conflict) && Editor.isAvailable
        let text =
          isForEditor
          ? try ConflictDraft.write(view, draft: draft, in: node.engine.folder)
          : Terminal.ask("Value (one line; Enter goes back):")
        guard let text, !text.isEmpty else {
          Terminal.note("nothing else was written")
          return nil
        }
        draft = text
        let value = try view.checkedValue(typed: text, in: node, as: person, writing)
        return .take(value, words: "\"\(Shown.line(text, limit: 50))\"")
      } catch {
        Failure(describing: error).say(forNode: self.node.path)
        return nil
      }
    }
  }
}
