import Canonical
import Changesets
import GRDB
import Plans
import SQLiteChangeset
import Store
import SyncEngine
import Trust

/// A conflict in words.
struct ConflictView {
  let conflict: Conflict
  /// The row, in people's words.
  let label: String
  /// The same with the short id of its plan: two plans may have one title.
  private let place: String
  /// The field, in people's words.
  let field: String
  private let node: String

  static func all(of node: OpenNode) throws -> [ConflictView] {
    let conflicts = try node.engine.conflicts()
    return try node.engine.queue.read { db in try conflicts.map { try ConflictView($0, of: node, in: db) } }
  }

  static func named(_ name: String, of node: OpenNode) throws -> ConflictView {
    let all = try all(of: node)
    let found = all.filter { $0.conflict.name.hasPrefix(name.lowercased()) && !name.isEmpty }
    guard let only = found.first, found.count == 1 else {
      throw Failure.usage(
        found.isEmpty
          ? "no open conflict is called \(Shown.line(name)); nothing was changed"
          : "\(found.count) conflicts begin with \(Shown.line(name)); nothing was changed", next: "see `qapi conflicts`"
      )
    }
    return only
  }

  private init(_ conflict: Conflict, of node: OpenNode, in db: Database) throws {
    self.conflict = conflict
    self.node = node.engine.identity.node
    let key = conflict.key.map(\.field)
    label = try RowLabel.describe(table: conflict.table, key: key, in: db)
    place = try PlanName.label(label, table: conflict.table, key: key, in: db)
    switch conflict.subject {
    case .column(let name): field = Schema.table(named: conflict.table)?.column(named: name)?.label ?? name
    case .presence: field = "whether it is there"
    }
  }

  // MARK: Sides

  /// The side that this node wrote; nil if it wrote none, or more than one.
  var mine: ConflictSide? { only(conflict.sides.filter(isMine)) }

  /// The other side, if there is one only.
  var theirs: ConflictSide? { mine == nil ? nil : only(conflict.sides.filter { !isMine($0) }) }

  /// Not sealed yet is written here.
  func isMine(_ side: ConflictSide) -> Bool { side.origins.contains { $0.node == nil || $0.node == node } }

  private func only(_ sides: [ConflictSide]) -> ConflictSide? { sides.count == 1 ? sides.first : nil }

  /// What all sides began with; nil if they differ in that, or nothing was there.
  var base: SQLiteValue? {
    let bases = Set(conflict.sides.map(\.base))
    return bases.count == 1 ? bases.first ?? nil : nil
  }

  // MARK: Words

  var title: String { "\(agency): \(place), \(field.split(separator: " · ").last.map(String.init) ?? field)" }

  private var agency: String { Shown.line(conflict.key.first?.string ?? "") }

  var writers: String {
    conflict.sides.map { side in side.origins.map { Shown.line($0.person.name) }.joined(separator: " and ") }
      .joined(separator: " or ")
  }

  var lines: [String] {
    var lines = ["conflict \(conflict.name)"] + Layout.wrapped("\(agency): \(place)") + ["field: \(field)", ""]
    if let base {
      lines += ["before, on both sides:"] + shown(base, against: nil, isBase: true)
    } else if conflict.sides.contains(where: { $0.base != nil }) {
      lines.append("The sides began with different values.")
    }
    for (index, side) in conflict.sides.enumerated() {
      let marks = [isMine(side) ? "written on this node" : nil, side.isShown ? "stands until resolved" : nil]
      let remark = marks.compactMap(\.self).joined(separator: "; ")
      lines += ["", Terminal.strong("side \(index + 1)") + (remark.isEmpty ? "" : " (\(remark))")]
      lines += side.origins.flatMap(words)
      lines += shown(side.value, against: base)
    }
    return lines
  }

  private func words(_ origin: WriteOrigin) -> [String] {
    let place = origin.node.map { "on \($0)" } ?? "on this node, not sealed yet"
    return ["  \(origin.person.shown), \(Shown.line(origin.time)), \(place)"]
      + (origin.message.isEmpty ? [] : Layout.wrapped("why: \(Shown.line(origin.message))", margin: "  "))
  }

  private func shown(_ value: SQLiteValue, against base: SQLiteValue?, isBase: Bool = false) -> [String] {
    if conflict.subject == .presence {
      return [value == .integer(0) ? "    deleted" : isBase ? "    there" : "    kept, and edited"]
    }
    guard let text = value.string else { return ["    \(value.shownText)"] }
    guard let before = base?.string, before != text, !text.isEmpty,
      let marked = WordDifference.marked(from: before, to: text)
    else { return Layout.wrapped(text.isEmpty ? "(empty)" : Shown.text(text), margin: "    ") }
    return Layout.wrapped(marked, margin: "    ")
  }

  func advice(to node: OpenNode) -> String {
    guard isResolvable(by: node) else { return "let \(Shown.line(owner)) resolve it" }
    let mayResolve = theirs != nil ? "--mine|--theirs" : "--side N"
    return conflict.subject == .presence
      ? "qapi conflicts resolve \(conflict.name) --keep|--delete -m WHY"
      : "qapi conflicts resolve \(conflict.name) \(mayResolve)|--value TEXT -m WHY"
  }

  var json: JSON {
    let subject =
      switch conflict.subject {
      case .column(let name): name
      case .presence: "presence"
      }
    return .object([
      "name": .text(conflict.name), "agency": JSON(conflict.key.first?.string), "table": .text(conflict.table),
      "key": .list(conflict.key.map(JSON.init(value:))), "subject": .text(subject), "label": .text(label),
      "field": .text(field), "base": base.map(JSON.init(value:)) ?? .null,
      "sides": .list(
        conflict.sides.enumerated().map { index, side in
          .object([
            "number": JSON(index + 1), "value": JSON(value: side.value), "shown": .boolean(side.isShown),
            "mine": .boolean(isMine(side)), "origins": .list(side.origins.map(JSON.init(origin:))),
          ])
        }),
    ])
  }
}

extension SQLiteValue {
  var shownText: String {
    switch self {
    case .null: "(nothing)"
    case .integer(let number): "\(number)"
    case .text: string.map { Shown.line($0) } ?? ""
    case .blob(let bytes): "(\(bytes.count) bytes)"
    }
  }
}

extension JSON {
  init(value: SQLiteValue) {
    switch value {
    case .null: self = .null
    case .integer(let number): self = .number(number)
    case .text, .blob: self = .text(value.string ?? "")
    }
  }

  init(origin: WriteOrigin) {
    self = .object([
      "person": .text(origin.person.name), "person_id": .text(origin.person.id), "time": .text(origin.time),
      "message": .text(origin.message), "transaction": .text(origin.transaction), "node": JSON(origin.node),
      "changeset": JSON(origin.changeset?.hex), "sequence": JSON(origin.sequence),
      "verdict": JSON(origin.verdict?.rawValue),
    ])
  }
}
