import Changesets
import SQLiteChangeset
import Testing

@testable import SyncEngine
@testable import qapi

@Suite("A conflict is shown so that one letter answers it")
struct ConflictPromptTests {
  /// A conflict about a strategy; the first side was written on this node unless it is said otherwise.
  static func view(
    _ sides: [String], base: String? = "we call in ten days", mine: Int? = 0, table: String = "plan_tactic",
    column: String = "strategy"
  ) -> ConflictView {
    let values = sides.map { SQLiteValue.text($0) }
    return view(values, base: base.map { .text($0) }, mine: mine, table: table, subject: .column(column))
  }

  static func view(
    _ values: [SQLiteValue], base: SQLiteValue?, mine: Int? = 0, table: String = "plan_tactic", subject: ConflictSubject
  ) -> ConflictView {
    let sides = values.enumerated().map { index, value in
      let origin = WriteOrigin(
        person: Person(id: "p\(index)", name: "Person \(index)"), message: "why \(index)", time: "2026-07-01T12:00:00Z",
        transaction: "t\(index)", node: index == mine ? "here" : "there-\(index)")
      return ConflictSide(value: value, origins: [origin], base: base, isShown: index == 0, writes: [])
    }
    let conflict = Conflict(
      table: table, key: [.text("inv-a"), .text("id")], subject: subject, sides: sides)
    return ConflictView(
      conflict: conflict, label: "tactic \"Calls\"", place: "plan 1 · tactic \"Calls\"", field: "tactic · strategy",
      node: "here")
  }

  static let apart = view(["we call in five days", "they call in ten days"], base: "we call in ten days")
  static let alike = view(["we call in five days", "we call in nine days"])
  static let three = view(["one", "two", "three"])
  static let presence = view([.integer(1), .integer(0)], base: .integer(1), subject: .presence)

  @Test(
    "The question names the answers that there are, on one line",
    arguments: [
      (apart, "m mine, t theirs, s suggestion, e edit, l later, q quit, ? help:"),
      (alike, "m mine, t theirs, e edit, l later, q quit, ? help:"),
      (three, "1-3 that side, e edit, l later, q quit, ? help:"),
      (
        view(["we call in five days", "they call in ten days"], mine: nil),
        "1-2 that side, s suggestion, e edit, l later, q quit, ? help:"
      ),
      (presence, "k keep, d delete, l later, q quit, ? help:"),
    ])
  func question(view: ConflictView, line: String) {
    #expect(ConflictPrompt(view).line == line)
    let help = ConflictPrompt(view).help
    #expect(help.allSatisfy { Shown.width($0) <= 80 })
    // Each letter of the question is explained.
    for letter in line.split(separator: ", ").compactMap({ $0.split(separator: " ").first }) where letter != "?" {
      #expect(help.contains { $0.hasPrefix(letter) }, "\(letter)")
    }
  }

  @Test(
    "What an answer means",
    arguments: [
      (apart, "m", .take(.text("we call in five days"), words: "side 1, mine, by Person 0")),
      (apart, "t", .take(.text("they call in ten days"), words: "side 2, theirs, by Person 1")),
      (apart, "2", .take(.text("they call in ten days"), words: "side 2, theirs, by Person 1")),
      (apart, "S", .take(.text("they call in five days"), words: "the suggestion, with both edits")),
      (alike, "s", nil), (three, "m", nil), (three, "t", nil),
      (three, "3", .take(.text("three"), words: "side 3, by Person 2")), (three, "4", nil), (three, "0", nil),
      (three, "-1", nil), (apart, "e", .edit), (apart, "w", .whole), (apart, "?", .help), (apart, "l", .later),
      (apart, "", .later), (apart, "q", .quit), (apart, "k", nil), (apart, "yes", nil), (presence, "e", nil),
      (presence, "s", nil), (presence, "k", .take(.integer(1), words: "the record is kept")),
      (presence, "d", .take(.integer(0), words: "the record is deleted")),
      (presence, "t", .take(.integer(0), words: "side 2, theirs, by Person 1")),
    ] as [(ConflictView, String, ConflictPrompt.Answer?)])
  func answers(view: ConflictView, typed: String, answer: ConflictPrompt.Answer?) {
    #expect(ConflictPrompt(view).answer(typed) == answer)
  }

  @Test(
    "A merged text is suggested where two edits of one text do not overlap",
    arguments: [
      (apart, .text("they call in five days")), (alike, .none(because: "both sides changed the same words")),
      (three, .none(because: "it has more than two sides")),
      (view(["a b", "a c"], base: nil), .none(because: "its sides did not begin with one text")),
      (
        view([.integer(1), .integer(2)], base: .integer(0), subject: .column("goal")),
        .none(because: "it is not about a text")
      ),
      (view(["we call in ten days", "we call"]), .none(because: "one side has the text as it was before")),
      (presence, .none(because: "the record is kept or deleted")),
    ] as [(ConflictView, ConflictSuggestion)])
  func suggestions(view: ConflictView, suggestion: ConflictSuggestion) {
    #expect(view.suggestion == suggestion)
    #expect(view.json.line.hasSuffix(",\"suggestion\":\(suggestion.text.map { "\"\($0)\"" } ?? "null")}"))
  }

  @Test func sidesThatBeganDifferentlyHaveNoSuggestion() {
    var sides = Self.apart.conflict.sides
    sides[1].base = .text("they call in two days")
    let conflict = Conflict(table: "plan_tactic", key: [.text("inv-a")], subject: .column("strategy"), sides: sides)
    let view = ConflictView(conflict: conflict, label: "", place: "", field: "", node: "here")
    #expect(view.suggestion.text == nil && view.base == nil)
    #expect(view.lines().contains("The sides began with different values."))
  }

  @Test func whatIsShownNamesBothSidesAndMarksTheirWords() {
    #expect(
      Self.apart.lines(.excerpt).dropFirst() == [
        "inv-a: plan 1 · tactic \"Calls\"", "field: tactic · strategy", "", "side 1, mine (stands until resolved)",
        "  Person 0 <p0>, 2026-07-01T12:00:00Z, on here", "  why: why 0", "    we call in [-ten-] {+five+} days", "",
        "side 2, theirs", "  Person 1 <p1>, 2026-07-01T12:00:00Z, on there-1", "  why: why 1",
        "    [-we-] {+they+} call in ten days", "", "suggestion (both edits together; they do not overlap)",
        "    [-we-] {+they+} call in [-ten-] {+five+} days",
      ])
    #expect(Self.apart.lines().contains("before, on both sides:"))
    let presence = Self.presence.lines(.excerpt)
    #expect(presence.contains("    kept, and edited") && presence.contains("    deleted"))
  }

  @Test("A conflict in long texts goes on one screen, and whole on demand")
  func excerpt() {
    let paragraph = String(repeating: "One word after another is written here, line by line. ", count: 12)
    let base = paragraph + "\n\nWe call in ten days.\n\n" + paragraph
    let view = Self.view(
      [base.replacing("ten days", with: "five days"), base + "\n\nThe team looks at it once a month."], base: base)
    let lines = view.lines(.excerpt)
    // 24 rows, less the rule above, the question and the row before it.
    #expect(lines.count <= 21)
    #expect(lines.allSatisfy { Shown.width($0) <= 80 })
    #expect(lines.contains { $0.hasPrefix("    … We call in [-ten-] {+five+} days.") })
    #expect(ConflictPrompt(view).line.contains("w whole") && ConflictPrompt(view).line.count <= 80)
    #expect(view.lines().count > 60 && view.lines().allSatisfy { Shown.width($0) <= 80 })
    let anew = Self.view([paragraph, String(paragraph.reversed())], base: base)
    #expect(anew.lines(.excerpt).count <= 32 && ConflictPrompt(anew).line.contains("w whole"))
  }

  @Test func whatPeopleWroteCannotSteerTheTerminal() {
    let view = Self.view(["we call in \u{1b}[2J days", "they call in ten days"])
    let text = (view.lines() + view.lines(.excerpt)).joined(separator: "\n")
    #expect(!text.contains("\u{1b}") && text.contains("[-ten-] {+\\u{1b}[2J+} days"))
  }

  @Test(
    "What was written below the mark is taken, whatever the editor did to line ends, or to the mark",
    arguments: [
      ("# mine:\n#   a\n#\n%\nNew\n# two\n", "New\n# two"), ("# mine:\r\n#   a\r\n%\r\nNew\r\ntwo\r\n", "New\ntwo"),
      ("# mine:\n#   a\nNew\n# two\n", "New\n# two"), ("New\n", "New"), ("# mine:\n%\n\n", ""), ("", ""),
    ])
  func written(document: String, text: String) {
    #expect(ConflictDraft.written(in: document.replacing("%", with: ConflictDraft.mark)) == text)
  }
}
