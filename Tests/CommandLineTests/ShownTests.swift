import Testing

@testable import qapi

@Suite("Data is shown so that it cannot steer a terminal")
struct ShownTests {
  @Test(
    "What cannot be seen as what it is stands escaped",
    arguments: [
      ("plain é 漢 text", "plain é 漢 text"),
      ("\u{1b}[31mred\u{1b}[0m", "\\u{1b}[31mred\\u{1b}[0m"),
      ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"),
      ("\u{9b}31m", "\\u{9b}31m"),
      ("a\rb\u{8}", "a\\u{d}b\\u{8}"),
      ("a\r\nb", "a\\u{d} b"),
      ("a\u{202e}b\u{2066}c", "a\\u{202e}b\\u{2066}c"),
      ("a\u{200b}b\u{feff}", "a\\u{200b}b\\u{feff}"),
      ("two\nlines\tand a tab", "two lines and a tab"),
      ("a\u{2028}b", "a\\u{2028}b"),
    ])
  func lines(text: String, shown: String) {
    #expect(Shown.line(text) == shown)
  }

  @Test func linesOfATextStayLines() {
    #expect(Shown.text("one\ntwo\u{1b}c") == "one\ntwo\\u{1b}c")
  }

  @Test func aPileOfCombiningMarksIsCut() {
    let pile = "a" + String(repeating: "\u{301}", count: 10_000)
    #expect(Shown.line(pile).unicodeScalars.count < 20)
  }

  @Test(
    "Columns are counted as a terminal counts them",
    arguments: [("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("🙂", 2), ("", 0)])
  func width(text: String, columns: Int) {
    #expect(Shown.width(text) == columns)
  }

  @Test func jsonEscapesWhatTheTerminalWouldObey() {
    let value = JSON.object(["text": .text("\u{1b}[m\u{202e}\"\\\n\u{e0001}"), "none": .null, "number": .number(-1)])
    #expect(value.line == #"{"text":"\u001b[m\u202e\"\\\n\udb40\udc01","none":null,"number":-1}"#)
  }
}

@Suite("Results fit on 80 columns")
struct LayoutTests {
  @Test func wrappingKeepsTheMarginAndTheColumns() {
    let lines = Layout.wrapped(
      String(repeating: "word ", count: 40) + "end", margin: "first ", hanging: "      ")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("first word") && lines[1].hasPrefix("      word"))
    #expect(lines.allSatisfy { Shown.width($0) <= 80 })
  }

  @Test func aCommandInBackticksStaysWhole() {
    let command = "`qapi --node a/folder plan edit latest --file other.yaml`"
    let lines = Layout.wrapped(
      "next:  run this command when you are ready: \(command), and then sync", hanging: "       ")
    #expect(lines.count == 2 && lines[1].hasPrefix("       \(command), "))
    #expect(Layout.wrapped("an odd ` stays a word").count == 1)
  }

  @Test(
    "Advice names the node that the person named",
    arguments: [
      ("qapi sync, then `qapi plan list`", "n", "qapi --node n sync, then `qapi --node n plan list`"),
      ("`qapi init` makes one", "n", "`qapi init` makes one"), ("qapi sync", "my node", "qapi --node 'my node' sync"),
      ("upgrade qapi", "n", "upgrade qapi"),
      (
        "qapi comparison answer 5, or qapi target agree", "n",
        "qapi --node n comparison answer 5, or qapi --node n target agree"
      ),
      (
        "`qapi audit verify`, `qapi --node m sync`, qapi planner", "n",
        "`qapi audit verify`, `qapi --node m sync`, qapi planner"
      ),
    ])
  func advice(text: String, folder: String, shown: String) {
    #expect(Advice.naming(folder, in: text) == shown)
    #expect(Advice.naming(nil, in: text) == text)
  }

  @Test func shortIDsTellPlansApart() {
    let ids = ["0190a7c4-0000-7000-8000-000000000001", "0190a7c4-0000-7000-9000-000000000002"]
    #expect(PlanName.unique(ids) == ["0190a7c4-0000-7000-8", "0190a7c4-0000-7000-9"])
    #expect(PlanName.unique([ids[0]]) == ["0190a7c4-0000"])
  }

  @Test func columnsOfATableLineUp() {
    #expect(Layout.table([["a", "b"], ["漢字", "c"], ["x"]]) == ["a     b", "漢字  c", "x"])
    #expect(Layout.table([["a", "bbb", ""], ["aa", "", ""]]) == ["a   bbb", "aa"])
  }

  @Test func theLastColumnGoesOnBelowItself() {
    let words = Array(repeating: "word", count: 20).joined(separator: " ")
    let lines = Layout.wrappedTable([["AS.2", "monthly", words], ["AS.2.6-16", "", "x"], ["A", "b", ""]])
    #expect(lines.count == 4 && lines.allSatisfy { $0.utf8.count <= 80 })
    #expect(lines[0].hasPrefix("AS.2       monthly  word word"))
    #expect(lines[1].hasPrefix(String(repeating: " ", count: 20) + "word"))
    #expect(lines[2] == "AS.2.6-16           x")
    #expect(lines[3] == "A          b")
  }

  @Test func theLastColumnIsCutToTheRoomThatIsLeft() {
    func lengths(first: Int, last: Int) -> [Int] {
      Layout.table([[String(repeating: "a", count: first), String(repeating: "b", count: last)]], cuttingLast: true)
        .map(Shown.width)
    }
    #expect(lengths(first: 10, last: 68) == [80])
    #expect(lengths(first: 10, last: 69) == [80])
    #expect(lengths(first: 66, last: 20) == [80])
    #expect(lengths(first: 67, last: 20) == [67])
  }
}
