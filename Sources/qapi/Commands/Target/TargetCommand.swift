import ArgumentParser
import Changesets
import GRDB
import Measures
import Plans
import Records
import Store
import SyncEngine
import Trust

struct TargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target",
    abstract: "Agree on the targets of an agency for a federal fiscal year (Plan of Cooperation).",
    discussion: """
      The agency and the department each keep their own word on a target: they propose a value, agree to the other's, or \
      withdraw. A target is agreed when both say the same value and one of them agrees to it. Whoever says another value \
      afterwards opens the discussion again. Who writes decides by node: an agency for itself, the department with --agency.
      """,
    subcommands: [TargetList.self, TargetShow.self, TargetPropose.self, TargetAgree.self, TargetWithdraw.self],
    defaultSubcommand: TargetList.self)

  static let jsonNames =
    "agency, ffy, measure, number, title, state (none, proposed, discussed, agreed, withdrawn), by, open_point, value, unit, "
    + "baseline, agency_word and department_word (each value, unit, baseline, word, agreed_to, note, said_by, said_at; or "
    + "null)"

  static func measure(_ name: String) throws -> Measure {
    guard let measure = TargetStore.dataSet.measure(name.lowercased()) else {
      throw Failure.usage(
        "there is no measure \(Shown.line(name)); nothing was changed",
        next: "use one of: \(TargetStore.dataSet.measures.map(\.code).joined(separator: ", "))")
    }
    return measure
  }

  static func year(_ text: String) throws -> Int {
    let text = text.uppercased()
    let digits = text.hasPrefix("FFY ") ? String(text.dropFirst(4)) : text
    guard digits.utf8.count == 4, let period = Period("FFY \(digits)"), (1998...2199).contains(period.lastDay.year)
    else {
      throw Failure.usage(
        "'\(Shown.line(text))' is not a federal fiscal year; nothing was changed",
        next: "write the year that it ends in, like 2024")
    }
    return period.lastDay.year
  }

  static func members(of target: AgreedTarget, agency: String) -> [JSON.Member] {
    let measure = TargetStore.dataSet.measure(target.measure)
    let (state, by): (String, AgreedTarget.Side?) =
      switch target.state {
      case .none: ("none", nil)
      case .proposed(let side): ("proposed", side)
      case .discussed: ("discussed", nil)
      case .agreed: ("agreed", nil)
      case .withdrawn(let side): ("withdrawn", side)
      }
    return JSON.members([
      "agency": .text(agency), "ffy": JSON(target.year), "measure": .text(target.measure),
      "number": JSON(measure?.number), "title": JSON(measure?.title), "state": .text(state), "by": JSON(by?.rawValue),
      "open_point": .text(target.openPoint), "value": JSON(target.figure.map { "\($0)" }), "unit": .text(target.unit),
      "baseline": .text(target.baseline), "agency_word": target.ofAgency.map(word) ?? .null,
      "department_word": target.ofDepartment.map(word) ?? .null,
    ])
  }

  private static func word(_ word: some TargetWord) -> JSON {
    .object([
      "value": .text(word.value), "unit": .text(word.unit), "baseline": .text(word.baseline),
      "word": .text(word.word), "agreed_to": .text(word.agreedTo), "note": .text(word.note),
      "said_by": .text(word.saidBy), "said_at": .text(word.saidAt),
    ])
  }
}

extension JSON {
  static func members(_ pairs: KeyValuePairs<String, JSON>) -> [Member] {
    pairs.map { Member(key: $0.key, value: $0.value) }
  }
}

/// Which target a command is about.
struct TargetSelection: ParsableArguments {
  @Option(help: "Federal fiscal year, like 2024.")
  var ffy: String

  @Option(help: "Code or number of the measure, like current-support or 3.")
  var measure: String

  @Option(help: "Code of the agency; the department must say it.")
  var agency: String?
}

/// A target that this node may say a word on.
struct TargetToWrite {
  let agency: String
  let year: Int
  let measure: Measure

  /// - Throws: `Failure` when this node cannot write the word.
  init(_ selection: TargetSelection, on node: OpenNode) throws {
    try node.checkWrites()
    year = try TargetCommand.year(selection.ffy)
    measure = try TargetCommand.measure(selection.measure)
    if node.isDepartment {
      guard let named = selection.agency else {
        throw Failure.usage("it is not said whose target; nothing was changed", next: "say it with --agency CODE")
      }
      try node.checkAgency(named)
      agency = named
    } else {
      guard selection.agency == nil || selection.agency == node.member else {
        throw Failure.usage(
          "this node says the word of \(node.member); nothing was changed", next: "leave out --agency")
      }
      agency = node.member
    }
  }

  /// Writes this node's word, and says what both make together.
  ///
  /// - Parameters:
  ///   - deed: for the log: "proposed target".
  ///   - change: gets this side's word as it stands, and what both sides say.
  func write(
    _ deed: String, _ writing: WritingOptions, on node: OpenNode, note: String?,
    change: (inout any TargetWord, AgreedTarget) throws -> Void
  ) throws -> Report {
    let person = try writing.person(of: node)
    let note = try note.map { try Entered.text($0, "--note") }
    let (target, isChanged) = try writing.write(
      on: node, as: person, otherwise: "\(deed): \(measure.code), FFY \(year)"
    ) { db in
      let before = try TargetStore.target(measure.code, year: year, of: agency, in: db)
      func put<Word: TargetWord & StoredRow>(_ old: Word?) throws -> Bool {
        var word: any TargetWord = old ?? Word()
        word.year = year
        word.measure = measure.code
        let said = (word.word, word.value)
        try change(&word, before)
        // A note is on the word that it was said with.
        if let note { word.note = note } else if (word.word, word.value) != said { word.note = "" }
        guard var word = word as? Word else { preconditionFailure("the word is of its own side") }
        guard word != old else { return false }
        word.saidBy = person.name
        word.saidAt = node.now
        return try RecordStore.put(word, agency: agency, in: db)
      }
      let isChanged =
        node.isDepartment ? try put(before.ofDepartment) : try put(before.ofAgency)
      return (try TargetStore.target(measure.code, year: year, of: agency, in: db), isChanged)
    }
    var line = "\(agency) FFY \(year) \(measure.code): \(target.words)"
    if target.state == .agreed { line += ", \(Shown.line(target.value)) \(Shown.line(target.unit))" }
    return Report(
      lines: Layout.wrapped(line),
      notes: (isChanged ? [] : ["nothing was changed: this word stands already"])
        + (target.openPoint.isEmpty ? [] : ["still open: \(target.openPoint)"])
        + [node.nextExchange],
      members: TargetCommand.members(of: target, agency: agency))
  }
}
