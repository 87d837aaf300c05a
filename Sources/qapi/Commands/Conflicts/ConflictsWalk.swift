import ArgumentParser
import SQLiteChangeset
import SyncEngine

extension ConflictsCommand {
  struct Walk: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Go through the open conflicts one by one, and answer each.",
      discussion: """
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
      var resolved: [String] = []
      walk: for (index, view) in own.enumerated() {
        Terminal.note("\n\(index + 1) of \(own.count)")
        for line in view.lines { Terminal.note(line) }
        switch ask(view) {
        case .take(let value):
          let why = writing.message ?? Terminal.ask("Why?") ?? ""
          try node.engine.resolve(
            view.conflict, with: value, as: person, message: why.isEmpty ? "conflict resolved" : why)
          resolved.append(view.conflict.name)
        case .skip: continue
        case .stop: break walk
        }
      }
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

    private enum Answer {
      case take(SQLiteValue)
      case skip
      case stop
    }

    private func ask(_ view: ConflictView) -> Answer {
      let count = view.conflict.sides.count
      let other = view.conflict.subject == .presence ? "k keep, d delete" : "v another value"
      while true {
        guard let answer = Terminal.ask("\n[1-\(count)] take that side, \(other), s skip, q stop:") else {
          return .stop
        }
        switch answer {
        case "s", "": return .skip
        case "q": return .stop
        case "k" where view.conflict.subject == .presence: return .take(.integer(1))
        case "d" where view.conflict.subject == .presence: return .take(.integer(0))
        case "v" where view.conflict.subject != .presence:
          guard let text = Terminal.ask("Value (one line):") else { return .stop }
          do {
            return .take(try view.value(typed: text))
          } catch {
            for line in Failure(describing: error).lines { Terminal.note(line) }
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
