import ArgumentParser
import SQLiteChangeset
import SyncEngine
import Synchronization

extension ConflictsCommand {
  struct Walk: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Go through the open conflicts one by one, and answer each.",
      discussion: """
        Another value for a long text is written in $VISUAL or $EDITOR, with both sides above it.

        Each answer is written at once, as a change of its own; stopping keeps what was answered.

        JSON: resolved (names), skipped (names).
        """)
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

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
        walk: for (index, view) in own.enumerated() {
          Terminal.note("\n\(index + 1) of \(own.count)")
          for line in view.lines { Terminal.note(line) }
          switch try ask(view, in: node) {
          case .take(let value):
            let why = writing.message ?? Terminal.ask("Why?") ?? ""
            try node.engine.resolve(
              view.conflict, with: value, as: person, message: why.isEmpty ? "conflict resolved" : why)
            done.add(view.conflict.name)
          case .skip: continue
          case .stop: break walk
          }
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

    private enum Answer {
      case take(SQLiteValue)
      case skip
      case stop
    }

    private func ask(_ view: ConflictView, in node: OpenNode) throws -> Answer {
      let count = view.conflict.sides.count
      let other = view.conflict.subject == .presence ? "k keep, d delete" : "v another value"
      while true {
        guard let answer = Terminal.ask("\n[1-\(count)] take that side, \(other), s or Enter skip, q stop:") else {
          return .stop
        }
        switch answer {
        case "s", "": return .skip
        case "q": return .stop
        case "k" where view.conflict.subject == .presence: return .take(.integer(1))
        case "d" where view.conflict.subject == .presence: return .take(.integer(0))
        case "v" where view.conflict.subject != .presence:
          do {
            if ConflictDraft.suits(view.conflict), Editor.isAvailable {
              guard let text = try ConflictDraft.write(view, in: node.engine.folder) else { return .skip }
              return .take(try view.value(typed: text))
            }
            guard let text = Terminal.ask("Value (one line; Enter goes back):") else { return .stop }
            if !text.isEmpty { return .take(try view.value(typed: text)) }
          } catch {
            Failure(describing: error).say(forNode: self.node.path)
          }
        default:
          if let number = Int(answer), view.conflict.sides.indices.contains(number - 1) {
            return .take(view.conflict.sides[number - 1].value)
          }
          Terminal.note("that is none of the answers")
        }
      }
    }
  }
}
