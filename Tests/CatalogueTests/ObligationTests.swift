import Foundation
import Records
import Testing

@testable import Catalogue

@Suite("The obligations of the catalogue")
struct ObligationTests {
  @Test("There are 570, of the kinds and frequencies that were counted")
  func counts() {
    #expect(Obligation.all.count == 570)
    #expect(Set(Obligation.all.map(\.id)).count == 570)
    let kinds = Dictionary(grouping: Obligation.all, by: \.kind.rawValue).mapValues(\.count)
    #expect(
      kinds == [
        "record": 211, "timeframe": 92, "review": 88, "report": 68, "plan": 54, "approval": 28, "training": 18,
        "survey": 11,
      ])
    let frequencies = Dictionary(grouping: Obligation.all, by: \.frequency.rawValue).mapValues(\.count)
    #expect(
      frequencies == [
        "ongoing": 234, "on event": 199, "annual": 56, "once": 41, "quarterly": 24, "monthly": 16,
      ])
  }

  @Test("An id is the element and a number, from 1 on without a gap")
  func ids() {
    for (element, rows) in Dictionary(grouping: Obligation.all, by: \.element) {
      #expect(rows.map(\.id) == (1...rows.count).map { "\(element)-\($0)" })
    }
  }

  @Test("A row that repeats another names one that stands for itself and is owed by the same")
  func repeats() throws {
    let repeating = Obligation.all.filter { $0.repeats != nil }
    #expect(!repeating.isEmpty)
    for row in repeating {
      let other = try #require(Obligation.named(row.repeats ?? ""), "\(row.id)")
      #expect(other.repeats == nil && other.id != row.id && other.debtor == row.debtor, "\(row.id)")
      #expect(!row.canBeDue && (row.rule == nil || row.rule == other.rule), "\(row.id)")
    }
  }

  @Test("Systems long retired and what was only recommended start switched off, and nothing else")
  func switchedOff() {
    let retired: Set = ["AS.1.1", "AS.1.2", "AS.1.3", "AS.1.4"]
    for row in Obligation.all {
      #expect(
        row.startsOff == (retired.contains(row.element) || ["CSS.5.2-6", "CSS.5.2-7"].contains(row.id)), "\(row.id)")
    }
  }

  @Test("A time within a case has a limit and no rule")
  func timeframes() {
    for row in Obligation.all {
      #expect((row.kind == .timeframe) == !row.limit.isEmpty, "\(row.id)")
      #expect(row.kind != .timeframe || (row.rule == nil && !row.canBeDue), "\(row.id)")
    }
  }

  @Test("No time of day, no case and no office is owed by nobody: everyone who owes is known")
  func debtors() {
    let others = Set(Obligation.all.filter { $0.debtor == .other }.map(\.from))
    #expect(
      others == [
        "Consortia lead agency", "noncustodial parent", "court", "Review team", "alleged father", "custodial party",
        "advisory body", "BEST and CHASER lead agencies", "ARS and CASES lead agencies",
        "Seven BEST and CHASER agencies", "CPS for SPB",
      ])
  }

  @Test("The rows are those of the catalogue's source files, word for word")
  func source() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../shared/domain/catalogue"
    )
    .standardizedFileURL
    let names = ["LO-CM", "FM-CSS", "AS-IOP"].map { folder.appending(path: "obligations-\($0).json") }
    guard names.allSatisfy({ FileManager.default.fileExists(atPath: $0.path) }) else {
      print("skipped: the catalogue's source files are not at \(folder.path)")
      return
    }
    var numbers: [String: Int] = [:]
    var count = 0
    for name in names {
      let rows = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: name)) as? [[String: Any]])
      for row in rows {
        func text(_ name: String) -> String {
          let text = row[name] as? String ?? ""
          return text == "not stated" ? "" : text
        }
        numbers[text("element"), default: 0] += 1
        let id = "\(text("element"))-\(numbers[text("element"), default: 0])"
        let own = try #require(Obligation.named(id), "\(id)")
        #expect(
          [
            own.element, own.what, own.kind.rawValue, own.frequency.rawValue, own.from, own.to, own.due, own.note,
            own.limit,
          ] == ["element", "what", "kind", "frequency", "from", "to", "due", "notes", "limit"].map(text), "\(id)")
        count += 1
      }
    }
    #expect(count == 570)
  }

  static let sound = """
    AS.2.6-16 | report | quarterly | LCSA > DCSS
    what: CS 356 submitted
    due: 15th calendar day after
      quarter end
    rule: 15 days after quarter end
    """

  @Test("A sound row is read whole")
  func reading() throws {
    let row = try #require(try ObligationText.read(Self.sound).first)
    #expect(row.id == "AS.2.6-16" && row.element == "AS.2.6" && row.from == "LCSA" && row.to == "DCSS")
    #expect(row.due == "15th calendar day after quarter end" && row.rule == DueRule("15 days after quarter end"))
    #expect(row.note.isEmpty && !row.startsOff)
  }

  @Test(
    "A damaged row is refused, with its line",
    arguments: [
      ("AS.2.6-16 | report", "AS.2.6-16 | letter", 1), ("| quarterly |", "| weekly |", 1), (" > DCSS", " > ", 1),
      ("AS.2.6-16", "AS.2.6-016", 1), ("AS.2.6-16", "AS.2-16", 1), ("AS.2.6-16", "as.2.6-16", 1),
      ("what: CS 356", "hwat: CS 356", 2), ("what: CS 356 submitted\n", "", 1), ("due: 15th", "due:  15th", 3),
      ("  quarter end", "   quarter end", 4), ("15 days after quarter end", "15 days after quarters", 1),
      ("rule: 15 days after quarter end", "rule: at quarter end\nrule: at quarter end", 6),
      ("rule: 15 days after quarter end", "note: n\nrule: at quarter end", 6),
      ("rule: 15 days after quarter end", "off: no", 1), ("rule: 15 days after quarter end", "repeats: x", 1),
      ("rule: 15 days after quarter end", "by: ours", 1), ("what: CS 356", "\nwhat: CS 356", 1),
    ])
  func damage(old: String, new: String, line: Int) {
    #expect(throws: ObligationText.Problem.self) { try ObligationText.read(Self.sound.replacing(old, with: new)) }
    do {
      _ = try ObligationText.read(Self.sound.replacing(old, with: new))
    } catch {
      #expect(error.line == line, "\(error.problem)")
    }
  }
}
