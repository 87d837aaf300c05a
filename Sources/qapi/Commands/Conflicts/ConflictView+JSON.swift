import Canonical
import Changesets
import Records
import SQLiteChangeset
import Store
import SyncEngine
import Trust

extension ConflictView {
  /// As `conflicts show` documents it.
  var json: JSON { .object(members) }

  var members: KeyValuePairs<String, JSON> {
    let subject =
      switch conflict.subject {
      case .column(let name): name
      case .presence: "presence"
      }
    return [
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
      "suggestion": JSON(suggestion.text),
    ]
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

  /// A number as the field of this column writes it: `1,000.00`.
  func shownText(in column: SyncedTable.Column?) -> String {
    guard case .integer(let number) = self, let written = column?.content?.written(.integer(number)),
      !written.isEmpty
    else { return shownText }
    return written
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
