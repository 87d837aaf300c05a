import Foundation
import Testing

/// One network of a department `d` and one node `a` of an agency, with a quarter accepted and a report published; nothing
/// below may change a row of either.
@Suite("Wrong input of the QAPI work is refused by a rule with a name, and changes nothing")
struct WrongInputTests {
  /// Where it is tried, what is typed, how it ends, and what the message says: the rule, where it has a name, and the place.
  private struct Case {
    let node: String
    let words: [String]
    let status: Int32
    let says: [String]
    let input: String

    init(_ node: String, _ command: String, _ rest: String..., status: Int32 = 2, input: String = "", says: String...) {
      (self.node, self.status, self.says, self.input) = (node, status, says, input)
      words = command.split(separator: " ").map(String.init) + rest
    }

    /// A file of figures: one row behind the header.
    static func figures(_ row: String, header: String = "element,period,value", says: String...) -> Case {
      Case(all: says, input: "\(header)\n\(row)\n", "a", "measure import - --yes")
    }

    /// A file of figures of other states.
    static func national(_ row: String, says: String...) -> Case {
      Case(
        all: says, input: "measure,place,year,value,source,taken_on\n\(row)\n", "d",
        "comparison national import - --yes")
    }

    private init(all says: [String], input: String, _ node: String, _ command: String) {
      (self.node, self.status, self.says, self.input) = (node, 1, says, input)
      words = command.split(separator: " ").map(String.init)
    }
  }

  /// What is no number, or none that can be.
  private static let numbers: [Case] = [
    .figures("157-1,2023-10,five", says: "not-a-number", "row 2, column value"),
    .figures("157-1,2023-10,", says: "not-a-number", "the number is missing"),
    .figures("157-1,2023-10,-5", says: "not-a-number", "from 0"),
    .figures("157-1,2023-10,1.5", says: "not-a-number", "whole number"),
    .figures("157-1,2023-10,1e3", says: "not-a-number"), .figures("157-1,2023-10,5 cases", says: "not-a-number"),
    .figures("157-1,2023-10,99999999999999999999", says: "not-a-number"),
    .figures("157-25,2023-10,1.234", says: "not-a-number", "dollars and cents"),
    .figures("157-25,2023-10,-1.00", says: "not-a-number", "dollars and cents"),
    .figures("early-calls,FFY 2024 Q1,5,4", header: "element,period,value,out_of", says: "part-above-whole", "row 2"),
    .figures("157-1,2023-10,5,6", header: "element,period,value,out_of", says: "no-share", "column out_of"),
    Case("a", "measure enter 157-1 2023-10 1,5", says: "not-a-number"),
    Case("a", "measure enter 157-25 2023-10 1.234", says: "not-a-number", "dollars and cents"),
    Case("a", "measure enter early-calls", "FFY 2024 Q1", "5", "--out-of", "4", says: "part-above-whole"),
    .national("current-support,nation,2022,about 65,x,2024-01-01", says: "row 2, value", "rule not-a-number"),
  ]

  /// A percentage that cannot be, here and in targets, figures of other states, reviews.
  private static let percentages: [Case] = [
    Case("a", "target propose --ffy 2024 --measure 3 --value 100.01", says: "rule target-over-whole"),
    Case("a", "target propose --ffy 2024 --measure s11 --value 101", says: "rule target-over-whole"),
    .national("current-support,nation,2022,100.1,x,2024-01-01", says: "row 2, value", "rule percent-above-100"),
    Case(
      "d", "measure publish --agency inv-a --measure current-support --period", "FFY 2022", "--value", "101",
      "--source", "x", says: "more than 100 percent"),
    Case("d", "review rule add title=x source=y kind=percentage percent=101", says: "from 0 to 100"),
    Case(
      "a", "review count latest data-reliability-orders --met 3 --not-met 0 --reviewed 2", says: "rule review-counts"),
    Case("a", "review count latest data-reliability-orders --met 41 --not-met 0", says: "rule count-over-sample"),
    Case(
      "a", "review count latest data-reliability-orders --met 30 --not-met 5 --not-applicable 6",
      says: "rule count-over-sample"),
    Case("a", "review edit latest sample_size=7", says: "rule count-over-sample"),
  ]

  /// Periods of another calendar, of none, and of the future.
  private static let periods: [Case] = [
    .figures("157-1,FFY 2024 Q1,5", says: "other-calendar", "column period"),
    .figures("157-1,SFY 2023-24,5", says: "other-calendar"), .figures("396-7,2023-10,5", says: "other-calendar"),
    .figures("396-7,SFY 2023-24 Q1,5", says: "other-calendar"), .figures("157-8,SFY 2022-23,5", says: "other-calendar"),
    .figures("157-1,2023-13,5", says: "no-period"), .figures("157-1,2023-00,5", says: "no-period"),
    .figures("396-7,FFY 2024 Q5,5", says: "no-period"), .figures("157-1,2023-02-30,5", says: "no-period"),
    .figures("157-1,2199-01,5", says: "period-not-over"), .figures("157-8,FFY 2199,5", says: "period-not-over"),
    Case("a", "measure submit", "SFY 2023-24 Q2", says: "rule other-calendar"),
    Case("a", "measure submit", "2023-12", says: "rule other-calendar"),
    Case("a", "measure submit", "FFY 2024 Q5", says: "rule no-period"),
    Case("a", "measure submit", "FFY 2199 Q1", says: "rule period-not-over"),
    Case("d", "measure accept --clean", "SFY 2023-24 Q2", says: "rule other-calendar"),
    Case("d", "comparison publish", "SFY 2023-24 Q2", says: "rule other-calendar"),
    Case("d", "comparison publish", "FFY 2024 Q5", says: "rule no-period"),
    Case("a", "review new title=x area=y", "quarter=SFY 2023-24 Q2", says: "rule review-quarter"),
    Case("a", "target propose --measure 3 --value 60 --ffy", "SFY 2023-24", says: "not a federal fiscal year"),
    .national("current-support,nation,2199,65,x,2024-01-01", says: "row 2, year", "rule period-not-over"),
  ]

  /// The same twice.
  private static let twice: [Case] = [
    Case("a", "measure submit", "FFY 2024 Q1", says: "duplicate-submission"),
    Case("a", "measure submit", "FFY 2024 Q1", "--reason", "once more", says: "duplicate-submission"),
    .figures("157-1,2023-10,5\n157-1,2023-10,5", says: "repeated-row", "row 3", "row 2 has"),
    .national(
      "current-support,nation,2022,65,x,2024-01-01\ncurrent-support,nation,2022,66,x,2024-01-01",
      says: "row 3, measure", "rule repeated-row"),
    Case("d", "comparison publish", "FFY 2024 Q1", says: "says the very same"),
  ]

  /// Files that are no table of figures.
  private static let files: [Case] = [
    .figures("157-1,2023-10", header: "element,period", says: "the column value is missing"),
    .figures("2023-10,5", header: "period,value", says: "the column element is missing"),
    .figures("157-1,2023-10,5,x", header: "element,period,value,colour", says: "the column colour is not known"),
    .figures("157-1,2023-10,5,6", says: "line 2", "the row has 4 fields"),
    .figures("157-1,2023-10,\"5", says: "never closed"),
    Case("a", "measure import - --yes", status: 1, says: "names of the columns"),
    Case("a", "measure import nowhere.csv --yes", says: "cannot be read"),
    Case(
      "d", "comparison national import - --yes", status: 1, input: "measure,place\ncurrent-support,nation\n",
      says: "the column value is missing"),
  ]

  /// Names of nothing.
  private static let names: [Case] = [
    .figures("157-99,2023-10,5", says: "unknown-element", "column element"),
    .figures(",2023-10,5", says: "unknown-element"),
    Case("a", "measure enter nothing 2023-10 5", says: "unknown-element"),
    Case("a", "target propose --ffy 2024 --measure 6 --value 60", says: "there is no measure 6"),
    Case("a", "measure element add own --title t --definition d --measure 9 --link 1", says: "there is no measure 9"),
    Case("a", "measure element add own --title t --definition d --of ZZ.1.1", says: "no code ZZ.1.1"),
    Case("a", "comparison answer 6 --answer reviewed --text x", says: "no measure 6"),
    .national("nothing,nation,2022,65,x,2024-01-01", says: "row 2, measure", "rule unknown-measure"),
    Case("a", "assess add AS.2.9 --rating 3 --findings x", says: "no code AS.2.9", "AS.2.6 Meet IV-D"),
    Case("a", "assess add AS --rating 3 --findings x", says: "AS is a performance area, and no element"),
    Case("d", "assess guide publish XX.1 --question x --source y", says: "no code XX.1"),
    Case("a", "practice offer ZZ.1.1 --title x --text y", says: "no code ZZ.1.1"),
    Case("a", "action open title=x problem=y element=ZZ.1.1", says: "no code ZZ.1.1"),
    Case("a", "risk add title=x element=AS.2", says: "AS.2 is a function, and no element"),
    Case("a", "change add title=x element=ZZ.1.1", says: "no code ZZ.1.1"),
    Case("d", "oversight finding add latest --text x --element ZZ.1.1", says: "no code ZZ.1.1"),
    Case("a", "obligation done ZZ.1.1-1 2023-12", says: "there is no"),
  ]

  /// Days that do not exist, or have not come.
  private static let days: [Case] = [
    Case("a", "event report title=x kind=other day=2024-02-30", says: "day: this is not a day"),
    Case("a", "event report title=x kind=other day=2199-01-01", says: "rule event-reported-before"),
    Case("a", "action open title=x problem=y due=2023-02-29", says: "due: this is not a day"),
    Case("a", "assess add AS.2.6 --rating 3 --findings x --on 2024-06-31", says: "--on is not a day"),
    Case("a", "assess add AS.2.6 --rating 3 --findings x --on 2199-01-01", says: "still to come"),
    Case("a", "obligation done FM.2.2-1 2023-12 --on 2199-01-01", says: "has not come yet"),
    Case("d", "obligation set AS.2.6-14 --due 2024-02-30 --source x", says: "this is no rule: 2024-02-30"),
    Case("d", "oversight plan --agency inv-a visit_begin=2023-02-29", says: "visit_begin: this is not a day"),
    Case("d", "measure accept --clean", "FFY 2024 Q1", "--received", "2024-02-30", says: "--received is not a day"),
    Case(
      "d", "measure accept --clean", "FFY 2024 Q1", "--received", "2199-01-01", says: "rule received-in-future"),
    Case("a", "measure element end early-calls --on 2024-02-30", says: "--on is not a day"),
    .national("current-support,nation,2022,65,x,2024-02-30", says: "row 2, taken_on", "this is not a day"),
    .national("current-support,nation,2022,65,x,2199-01-01", says: "row 2, taken_on", "has not come yet"),
  ]

  @Test("Each is refused, on the agency's node and at the department; no row is another after all of them")
  func refused() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try Network(binary)
    try network.add("a", agency: "inv-a")
    func done(_ node: String, _ command: String, _ rest: String..., input: String = "") throws {
      let words = command.split(separator: " ").map(String.init) + rest + ["--node", node]
      let run = try binary.run(Binary.program.path, words, input: input)
      try #require(run.status == 0, "\(words): \(run.status) \(run.output)\(run.messages)")
    }
    try done("a", "measure import - --yes", input: FigureTests.table())
    try done("a", "measure submit", "FFY 2024 Q1")
    try done(
      "a", "measure element add early-calls --title t --definition d --unit share --frequency quarterly")
    try done("a", "review new title=Orders area=x sample_size=40")
    try done("a", "review count latest data-reliability-orders --met 7 --not-met 1")
    try network.exchange("a")
    try done("d", "measure accept --clean", "FFY 2024 Q1")
    try done("d", "comparison publish", "FFY 2024 Q1")
    try done("d", "oversight plan --agency inv-a visit_begin=2024-03-02")
    try network.exchange("a")

    func status() throws -> [String] {
      try ["a", "d"].map { try binary.qapi("status", "--json", "--node", $0).output }
    }
    let before = try status()
    let all = Self.numbers + Self.percentages + Self.periods + Self.twice + Self.files + Self.names + Self.days
    for one in all {
      let run = try binary.run(Binary.program.path, one.words + ["--node", one.node], input: one.input)
      let place = "\(one.words) \(one.input.split(separator: "\n").dropFirst().joined(separator: " / "))"
      #expect(run.status == one.status, "\(place): \(run.status) \(run.output)\(run.messages)")
      let words = run.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for part in one.says { #expect(words.contains(part), "\(part) at \(place): \(run.messages)") }
      #expect(words.contains("error: ") && words.contains("next: "), "\(place): \(run.messages)")
      #expect(words.contains("nothing was changed"), "\(place): \(run.messages)")
    }
    #expect(try status() == before)
  }

  @Test("What may be over 100 percent is taken: paternity, whose denominator is of the year before")
  func taken() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try Network(binary)
    try network.add("a", agency: "inv-a")
    for words in [
      ["target", "propose", "--ffy", "2024", "--measure", "1b", "--value", "101.5", "--node", "a"],
      ["comparison", "national", "import", "table.csv", "--yes", "--node", "d"],
      [
        "measure", "publish", "--agency", "inv-a", "--measure", "statewide-paternity", "--period", "FFY 2022",
        "--value", "101.5", "--source", "x", "--node", "d",
      ],
    ] {
      try Data("measure,place,year,value,source,taken_on\nstatewide-paternity,nation,2022,101.5,x,2024-01-01\n".utf8)
        .write(to: binary.folder.appending(path: "table.csv"))
      let run = try binary.run(Binary.program.path, words)
      #expect(run.status == 0, "\(words): \(run.messages)")
    }
  }
}
