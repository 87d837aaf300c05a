import Foundation
import Testing

extension PrivateNumberTests {
  /// The words of a field: `title=Call ... first`.
  private static func field(_ name: String) -> String { "\(name)=\(text)" }

  /// Every way for words into the rows of the QAPI work, at the agency's node `a` and the department's `d`.
  ///
  /// - Parameters:
  ///   - submission: id of a submission of figures that waits for a decision.
  ///   - dataSet: the document of the data set in force.
  static func attemptsAtQAPIWork(submission: String, dataSet: String) -> [Attempt] {
    figures(submission: submission, dataSet: dataSet) + assessments + reviews + actions + oversight + budgets
      + displays
      + claims
      + execution
      + training + transcripts + sessions
  }

  private static func figures(submission: String, dataSet: String) -> [Attempt] {
    [
      Attempt("a", "measure enter 157-1 2024-01 5 --note", text),
      Attempt("a", "measure enter 157-1 2024-01 5 --source", text),
      Attempt("a", "measure import - --yes", input: "element,period,value,note\n157-1,2024-01,5,\(text)\n"),
      Attempt("a", "measure submit", "FFY 2024 Q1", "--reason", text),
      Attempt("a", "measure submit", "FFY 2024 Q1", "--reason", "late", "--prepared-by", text),
      Attempt("d", "measure accept --clean", "FFY 2024 Q1", "--comments", text),
      Attempt("d", "measure accept \(submission) --comments", text),
      Attempt("d", "measure return \(submission) --comments", text),
      Attempt("a", "measure element add late-calls --definition d --title", text),
      Attempt("a", "measure element add late-calls --title t --definition", text),
      Attempt("a", "measure element add late-calls --title t --definition d --protocol", text),
      Attempt("a", "measure element end early-calls", "-m", text),
      Attempt(
        "d", "measure set publish -", input: dataSet.replacing("version: 1\n", with: "version: 2\n") + "# \(text)\n"),
      Attempt("a", "target propose --ffy 2025 --measure 3 --value 60 --note", text),
      Attempt("a", "target propose --ffy 2025 --measure 3 --value 60 --baseline", text),
      Attempt("d", "target agree --ffy 2024 --measure 3 --agency inv-a --note", text),
      Attempt("a", "target withdraw --ffy 2024 --measure 3 --note", text),
      Attempt("d", "comparison publish", "FFY 2024 Q1", "--note", text),
      Attempt("a", "comparison answer current-support --answer reviewed --text", text),
      Attempt(
        "d", "comparison national import - --yes",
        input: "measure,place,year,value,source,taken_on\ncurrent-support,nation,2022,65.2,\(text),2024-01-01\n"),
    ]
  }

  private static let assessments: [Attempt] = [
    Attempt("a", "obligation set AS.2.6-14 --note", text), Attempt("a", "obligation set AS.2.6-14 --responsible", text),
    Attempt("d", "obligation set AS.2.6-14 --due", "at quarter end", "--source", text),
    Attempt("d", "obligation set AS.2.6-14 --off", "-m", text),
    Attempt("a", "obligation done FM.2.2-1 2023-12 --note", text),
    Attempt("a", "assess add AS.2.6 --rating 3 --findings", text),
    Attempt("a", "assess add AS.2.6 --rating 3 --findings x --evidence", text),
    Attempt("d", "assess scale publish --source x --title", text, "--level", "1 | no", "--level", "2 | yes"),
    Attempt("d", "assess scale publish --source x --title x --level", "1 | \(text)", "--level", "2 | yes"),
    Attempt("d", "assess guide publish AS.2 --source x --question", text),
    Attempt("d", "assess guide publish AS.2 --question x --source", text),
    Attempt("a", "practice offer AS.2.6 --title x --text", text),
    Attempt("a", "practice offer AS.2.6 --text x --title", text),
    Attempt("a", "practice offer AS.2.6 --title x --text x --contact", text),
    Attempt("a", "practice withdraw latest", "-m", text), Attempt("d", "practice publish latest", "-m", text),
    Attempt("d", "practice publish --element AS.2.6 --title x --text", text),
  ]

  private static let reviews: [Attempt] =
    [
      Attempt("a", "review new area=x", field("title")),
      Attempt("a", "review new --file -", input: "title: \(text)\narea: x\nquarter: FFY 2024 Q2\n"),
      Attempt("a", "review new --edit", editor: "sed -i -e 's/^title:.*/title: \(text)/;s/^area:.*/area: x/'"),
      Attempt("a", "review edit latest", field("area")),
      Attempt("a", "review edit latest", editor: "sed -i -e 's/^title:.*/title: \(text)/'"),
      Attempt("a", "review remove latest", "-m", text),
      Attempt("a", "review count latest data-reliability-orders --met 1 --not-met 0 --note", text),
      Attempt(
        "a", "review items latest --csv -", input: "number,rule,result,note\n1,data-reliability-orders,met,\(text)\n"),
      Attempt("a", "review finding add review=latest", field("text")),
      Attempt("a", "review finding edit latest", field("text")),
      Attempt("a", "review finding dispose latest --result explained --reason", text),
      Attempt("a", "review finding remove latest", "-m", text), Attempt("a", "review finish latest", "-m", text),
      Attempt("d", "review rule add source=x", field("title")), Attempt("d", "review rule edit latest", field("title")),
      Attempt("d", "review rule publish data-reliability-orders", field("title")),
      Attempt("d", "review rule remove latest", "-m", text),
      Attempt("d", "review sample add minimum=7", field("source")),
      Attempt("d", "review sample edit latest", field("source")),
      Attempt("d", "review sample remove latest", "-m", text),
    ]

  private static let actions: [Attempt] =
    [
      Attempt("a", "action open problem=x", field("title")), Attempt("a", "action open title=x", field("problem")),
      Attempt("a", "action edit latest", field("outcome")), Attempt("a", "action remove latest", "-m", text),
      Attempt("a", "action reach latest --outcome", text), Attempt("a", "action close latest --reason", text),
      Attempt("a", "action reopen latest", "-m", text),
      Attempt("a", "action step add action=latest text=x", field("person")),
      Attempt("d", "action monitor add --agency inv-a action=latest", field("text")),
      Attempt("d", "action monitor edit latest", field("text")),
      Attempt("d", "action monitor remove latest", "-m", text),
    ]
    + ["cause", "step", "progress", "reassess"].flatMap { part in
      [
        Attempt("a", "action \(part) add action=latest", field("text"), part == "cause" ? "evidence=x" : "person=x"),
        Attempt("a", "action \(part) edit latest", field("text")),
        Attempt("a", "action \(part) remove latest", "-m", text),
      ]
    }

  private static let oversight: [Attempt] = [
    Attempt("a", "event report kind=other", field("title")), Attempt("a", "event edit latest", field("effect")),
    Attempt("a", "event end latest", "-m", text), Attempt("a", "event remove latest", "-m", text),
    Attempt("d", "event answer latest --text", text), Attempt("d", "event answer latest --text x --analyst", text),
    Attempt("a", "risk add", field("title")), Attempt("a", "risk edit latest", field("title")),
    Attempt("a", "risk close latest --reason", text), Attempt("a", "risk remove latest", "-m", text),
    Attempt("a", "change add", field("title")), Attempt("a", "change edit latest", field("design")),
    Attempt("a", "change remove latest", "-m", text),
    Attempt("d", "oversight plan --agency inv-a", field("scope")),
    Attempt("d", "oversight edit latest", field("scope")), Attempt("d", "oversight remove latest", "-m", text),
    Attempt("d", "oversight finding add latest --text", text),
    Attempt("d", "oversight finding edit latest", field("text")),
    Attempt("d", "oversight finding remove latest", "-m", text),
    Attempt("a", "oversight answer latest --text", text),
  ]

  private static let budgets: [Attempt] = [
    Attempt("a", "budget new", "year=SFY 2024-25", field("title")), Attempt("a", "budget edit latest", field("note")),
    Attempt("a", "budget remove latest", "-m", text),
    Attempt(
      "a", "budget line add budget=latest", "category=automation", "edp=enhancements", "project=P", field("title")),
    Attempt("a", "budget line edit latest", field("division")), Attempt("a", "budget line remove latest", "-m", text),
    Attempt("a", "budget change add line=latest amount=1", field("text")),
    Attempt("a", "budget change edit latest", field("text")), Attempt("a", "budget change remove latest", "-m", text),
    Attempt("a", "budget decide latest --result denied", "-m", text),
    Attempt(
      "d", "allocation issue - --yes --kind final --year", "SFY 2024-25",
      input: "agency,amount,note\ninv-a,1,\(text)\n"),
    Attempt(
      "d", "allocation issue - --yes --kind final --year", "SFY 2024-25", "--text", text,
      input: "agency,amount\ninv-a,2\n"),
  ]

  @Test("Each command of the QAPI work refuses, says why and what to do, and writes nothing")
  func qapiWork() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try Network(binary)
    try network.add("a", agency: "inv-a")
    @discardableResult
    func done(_ node: String, _ command: String, _ rest: String..., input: String = "") throws -> Binary.Run {
      let words = command.split(separator: " ").map(String.init) + rest + ["--node", node]
      let run = try binary.run(Binary.program.path, words, input: input)
      try #require(run.status == 0, "\(words): \(run.status) \(run.output)\(run.messages)")
      return run
    }
    func prepare(_ deeds: [Attempt]) throws {
      for deed in deeds {
        let run = try binary.run(Binary.program.path, deed.words + ["--node", deed.node], input: deed.input)
        try #require(run.status == 0, "\(deed.words): \(run.messages)")
      }
    }
    // Something for each of them to work on: a submission in force, and a revision that waits.
    try done("a", "measure import - --yes", input: FigureTests.table())
    try done("a", "measure submit", "FFY 2024 Q1")
    try done("a", "measure element add early-calls --title t --definition d")
    try done("a", "target propose --ffy 2024 --measure 3 --value 60")
    try done("a", "review new title=Orders sample_size=40 area=x")
    try done("a", "review finding add review=latest text=x")
    try done("a", "action open title=x problem=y")
    for part in ["cause", "progress", "reassess"] { try done("a", "action \(part) action=latest text=x") }
    try done("a", "action step action=latest text=x person=y")
    try done("a", "event report title=Flood kind=other day=2024-01-01")
    try done("a", "risk add title=x")
    try done("a", "change add title=x")
    try done("a", "practice offer AS.2.6 --title x --text y")
    try done("a", "budget new", "year=SFY 2024-25")
    try done("a", "budget line budget=latest title=x", "category=operating expenses")
    try done("a", "budget change line=latest amount=1")
    for (node, command, word) in Self.displaysPrepared { try done(node, command, word) }
    try network.add("b", agency: "inv-b")
    try prepare(Self.claimsPrepared)
    for deed in Self.sessionsPrepared {
      try prepare([deed])
      if deed.node == "d" { try network.exchange("a") }
    }
    for command in Self.preparedForExecution {
      let run = try binary.run(Binary.program.path, Self.preparation(command) + ["--node", "a"])
      try #require(run.status == 0, "\(command): \(run.messages)")
    }
    try done("a", "ledger import - --yes", input: "account,paid,amount\n1,2024-01-08,3\n")
    try prepare(Self.trainingPrepared)
    try network.exchange("a")
    try prepare(Self.trainingPreparedThen)
    try done("d", "fiscal approval answer request=latest --agency inv-a result=denied")
    try done("a", "fiscal approval title=y")
    try done("d", "measure accept --clean", "FFY 2024 Q1")
    try done("d", "comparison publish", "FFY 2024 Q1")
    try done(
      "d", "comparison national import - --yes",
      input: "measure,place,year,value,source,taken_on\ncurrent-support,nation,2023,65.2,x,2024-01-01\n")
    try done("d", "oversight plan --agency inv-a visit_begin=2024-03-02")
    try done("d", "oversight finding add latest --text x")
    try done("d", "action monitor --agency inv-a action=latest")
    try done("d", "review rule add title=x source=y")
    try done("d", "review sample add minimum=5 source=y")
    try done("a", "measure enter 157-2 2023-12 801")
    let submission = try done("a", "measure submit --reason x --json", "FFY 2024 Q1").member("submission") as? String
    try network.exchange("a")
    try done("a", "measure enter 157-2 2023-12 802")
    let dataSet = try done("d", "measure set show").output

    func status() throws -> [String] { try ["a", "d"].map { try done($0, "status --json").output } }
    let before = try status()
    for attempt in Self.attemptsAtQAPIWork(submission: try #require(submission), dataSet: dataSet) {
      try attempt.expectRefused(by: binary)
    }
    #expect(try status() == before)
    try Attempt.expectNotWritten(in: ["a", "d"], of: binary)
  }
}
