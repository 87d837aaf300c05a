import Reports
import Testing

@Suite("CSV: a table goes out and comes back the same")
struct CSVTableTests {
  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("The header, CRLF at every end, quotes only where they are needed")
  func written() {
    let table = CSVTable(
      columns: ["id", "words"],
      rows: [
        ["1", "plain"], ["2", "a, b"], ["3", "say \"hi\""], ["4", "two\nlines"], ["", " edge "], ["5", "semi;colon"],
      ])
    #expect(
      String(decoding: table.csv(), as: UTF8.self) == "id,words\r\n1,plain\r\n2,\"a, b\"\r\n3,\"say \"\"hi\"\"\"\r\n"
        + "4,\"two\nlines\"\r\n,\" edge \"\r\n5,\"semi;colon\"\r\n")
    #expect(table.csv(byteOrderMark: true) == [0xEF, 0xBB, 0xBF] + table.csv())
  }

  @Test(
    "A field that a spreadsheet program would take for something else gets an apostrophe",
    arguments: [
      // text, field in the file
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-x", "'-x"), ("- a list", "'- a list"), ("@SUM(A1)", "'@SUM(A1)"),
      (" =1", "' =1"), ("\u{A0}=1", "'\u{A0}=1"), ("＝1", "'＝1"), ("=\u{301}1", "'=\u{301}1"), ("\t1", "'␉1"),
      ("\n=1", "\"'\n=1\""), ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
      ("00123", "'00123"), ("1-2", "'1-2"), ("1/2", "'1/2"), ("12:30", "'12:30"), ("1e5", "'1e5"), ("1E+5", "'1E+5"),
      ("Oct-23", "'Oct-23"), ("1 Oct 2023", "'1 Oct 2023"), ("October 1, 2023", "\"'October 1, 2023\""),
      ("9 am", "'9 am"), ("$5", "'$5"), ("5%", "'5%"), ("1,234", "\"'1,234\""), ("(5)", "'(5)"), ("1.", "'1."),
      (".5", "'.5"), ("-0", "'-0"), ("TRUE", "'TRUE"), ("false", "'false"), ("1234567890123456", "'1234567890123456"),
      ("2023-02-29", "'2023-02-29"),
      // an apostrophe only before what has a guard
      ("'=1", "''=1"), ("''=1", "'''=1"), ("'00123", "''00123"), ("'tis", "'tis"), ("'", "'"), ("''", "''"),
      // nothing to guard
      ("", ""), ("0", "0"), ("61.8", "61.8"), ("-5.2", "-5.2"), ("-1200", "-1200"),
      ("123456789012345", "123456789012345"),
      ("2024-02-29", "2024-02-29"), ("Oct-Dec", "Oct-Dec"), ("10 cases", "10 cases"), ("FFY 2024", "FFY 2024"),
      ("a=b", "a=b"), ("1st", "1st"), ("E00123", "E00123"), ("t5", "t5"), ("true story", "true story"), ("May", "May"),
      ("#1", "#1"),
      // tabs, and the pictures that stand for them
      ("a\tb", "a␉b"), ("a␉b", "a␛␉b"), ("␛", "␛␛"), ("␛\t", "␛␛␉"),
    ])
  func guarded(text: String, field: String) throws {
    let file = CSVTable(columns: ["a", "b"], rows: [["x", text]]).csv()
    #expect(String(decoding: file, as: UTF8.self) == "a,b\r\nx,\(field)\r\n")
    let back = try CSVTable(csv: file)
    #expect(back.rows.map { $0.map { Array($0.utf8) } } == [[Self.bytes("x"), Self.bytes(text)]])
  }

  @Test(
    "What spreadsheet programs write is read",
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]),
      ("\u{FEFF}a,b\r\n1,2\r\n", [["1", "2"]]),
      ("a,b\r\n1,2", [["1", "2"]]),
      ("a,b\n1,2\r\n3,4\n", [["1", "2"], ["3", "4"]]),
      ("\"a\",\"b\"\r\n\"1\",\"2\"\r\n", [["1", "2"]]),
      ("a,b\n\"x\r\ny\",\"\"\"\"\n", [["x\r\ny", "\""]]),
      ("a,b\n,\n", [["", ""]]),
      ("a,b\n", []),
      ("a,b", []),
      ("a,b\n1,", [["1", ""]]),
      ("a,b\n ' =,␛x\n", [[" ' =", "␛x"]]),
      ("a,b\n␛,␛\n", [["␛", "␛"]]),
    ] as [(String, [[String]])])
  func read(file: String, rows: [[String]]) throws {
    let table = try CSVTable(csv: Self.bytes(file))
    #expect(table.columns == ["a", "b"])
    #expect(table.rows.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
  }

  @Test("In a table of one column a blank line is an empty field; the writer puts quotes there")
  func oneColumn() throws {
    #expect(try CSVTable(csv: Self.bytes("a\n\nx\n\n")).rows == [[""], ["x"], [""]])
    #expect(String(decoding: CSVTable(columns: ["a"], rows: [[""]]).csv(), as: UTF8.self) == "a\r\n\"\"\r\n")
  }

  @Test(
    "What is not a table is refused, with its place",
    arguments: [
      // file, problem, line, byte, column
      ("", .noHeader, 1, 0, nil),
      ("\u{FEFF}", .noHeader, 1, 3, nil),
      ("a,\n", .emptyColumnName, 1, 0, 2),
      ("\n1\n", .emptyColumnName, 1, 0, 1),
      ("a,b,a\n", .repeatedColumnName, 1, 0, 3),
      ("a;b\n1;2\n", .otherSeparator, 1, 0, nil),
      ("a\tb\n", .otherSeparator, 1, 0, nil),
      ("a,b\n1\n", .fieldCount(found: 1, expected: 2), 2, 4, nil),
      ("a,b\n1,2,3\n", .fieldCount(found: 3, expected: 2), 2, 4, nil),
      ("a,b\n\"x\ny\",2\n\n", .fieldCount(found: 1, expected: 2), 4, 12, nil),
      ("a,b\n1,x\"y\n", .quoteInField, 2, 7, 2),
      ("a,b\n\"x\"y,2\n", .textAfterQuote, 2, 7, 1),
      ("a,b\n\"x\" ,2\n", .textAfterQuote, 2, 7, 1),
      ("a,b\n1,\"x\n\n", .quoteNotClosed, 2, 6, 2),
      ("a,b\n1,2\r3,4\n", .bareCarriageReturn, 2, 7, 2),
      ("a,b\n1,2\r", .bareCarriageReturn, 2, 7, 2),
      ("a,b\n1,\u{0}\n", .zeroByte, 2, 6, nil),
    ] as [(String, CSVError.Problem, Int, Int, Int?)])
  func refused(file: String, problem: CSVError.Problem, line: Int, byte: Int, column: Int?) {
    let error = #expect(throws: CSVError.self) { _ = try CSVTable(csv: Self.bytes(file)) }
    #expect(error?.problem == problem)
    #expect(error?.line == line)
    #expect(error?.byte == byte)
    #expect(error?.column == column)
  }

  @Test(
    "Bytes that are not UTF-8 are refused at the first of them",
    arguments: [
      (Array("a,b\n1,".utf8) + [0xE9, 0x0A], 2, 6), (Array("a,b\n".utf8) + [0xC3], 2, 4),
      ([0xFF, 0xFE, 0x61, 0], 1, 0),
      (Array("a\n".utf8) + [0xED, 0xA0, 0x80], 2, 2),
    ] as [([UInt8], Int, Int)])
  func encoding(file: [UInt8], line: Int, byte: Int) {
    let error = #expect(throws: CSVError.self) { _ = try CSVTable(csv: file) }
    #expect(error?.problem == .notUTF8 && error?.line == line && error?.byte == byte)
  }

  @Test(
    "Sizes are held",
    arguments: [
      (CSVLimits(byteCount: 15), .tooManyBytes(limit: 15)), (CSVLimits(rowCount: 1), .tooManyRows(limit: 1)),
      (CSVLimits(columnCount: 1), .tooManyColumns(limit: 1)), (CSVLimits(fieldByteCount: 3), .fieldTooLong(limit: 3)),
      (CSVLimits(byteCount: 16, rowCount: 2, columnCount: 2, fieldByteCount: 4), nil),
    ] as [(CSVLimits, CSVError.Problem?)])
  func limits(limits: CSVLimits, problem: CSVError.Problem?) {
    let file = Self.bytes("a,b\n1,'-xyz\n3,4\n")
    do throws(CSVError) {
      #expect(try CSVTable(csv: file, limits: limits).rows == [["1", "-xyz"], ["3", "4"]])
      #expect(problem == nil)
    } catch {
      #expect(error.problem == problem)
    }
  }

  @Test("An error says what and where, and nothing of what stands there")
  func words() {
    let error = #expect(throws: CSVError.self) { _ = try CSVTable(csv: Self.bytes("a,b\n1,secret\"\n")) }
    #expect(
      error?.description
        == "line 2, field 2 (byte 12): a quote stands within a field; the whole field needs quotes, "
        + "and the quote is written twice")
  }

  @Test("Whatever valid texts a table holds, it comes back the same to the byte", arguments: 0..<40)
  func everyTable(seed: Int) throws {
    var texts = AwkwardTexts(seed: UInt64(seed))
    for _ in 0..<25 {
      let width = texts.number(below: 5) + 1
      let columns = (0..<width).map { "\(texts.text())\($0)" }
      let rows = (0..<texts.number(below: 6)).map { _ in (0..<width).map { _ in texts.text() } }
      let table = CSVTable(columns: columns, rows: rows)
      let file = table.csv(byteOrderMark: seed.isMultiple(of: 2))
      let back = try CSVTable(csv: file)
      #expect(back.columns.map { Array($0.utf8) } == columns.map { Array($0.utf8) })
      #expect(back.rows.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
      #expect(back.csv(byteOrderMark: seed.isMultiple(of: 2)) == file)
    }
  }
}

/// Texts made of what troubles a CSV file, the same in every run (SplitMix64).
private struct AwkwardTexts {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

  mutating func number(below limit: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  private static let pieces = [
    "'", "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\"", ",", ";", " ", "0", "1", "23", ".", "/", ":", "e", "Oct",
    "true", "am", "a", "é", "e\u{301}", "\u{301}", "\u{FEFF}", "␉", "␛", "😀", "\u{A0}", "＝", "$", "%", "(", ")",
    "\u{1}",
    "\u{202E}",
  ]

  mutating func text() -> String {
    (0..<number(below: 7)).map { _ in Self.pieces[number(below: Self.pieces.count)] }.joined()
  }
}
