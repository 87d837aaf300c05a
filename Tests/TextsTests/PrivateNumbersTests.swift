import Testing

@testable import Texts

@Suite("Numbers of people are found in free text")
struct PrivateNumbersTests {
  static func hits(_ text: String, _ patterns: [String] = []) throws -> [PrivateNumberHit] {
    try PrivateNumbers(caseNumbers: patterns.map { try CaseNumberPattern($0) }).hits(in: text)
  }

  @Test("A text with fewer digits than any number that is looked for is not read; a digit of any script counts")
  func fewDigits() throws {
    let caseNumbers = PrivateNumbers(caseNumbers: [try CaseNumberPattern("@@####")])
    let texts: [(text: String, plain: Bool, withCases: Bool)] = [
      ("voucher 1-43", false, false), ("2024-09-30", false, true), ("no digit", false, false),
      ("123-45-6789", true, true), ("１２３-４５-６７８９", true, true),
    ]
    for (text, plain, withCases) in texts {
      #expect(PrivateNumbers().mayHold(text) == plain && caseNumbers.mayHold(text) == withCases, "\(text)")
    }
  }

  @Test(
    "Three, two and four digits",
    arguments: [
      "123-45-6789", "paid to 123-45-6789.", "(123-45-6789)", "SSN123-45-6789", "123-45-6789A", "123 45 6789",
      "123-45 6789",
      "123 - 45 - 6789", "123\u{2010}45\u{2011}6789", "123\u{2012}45\u{2013}6789", "123\u{2014}45\u{2212}6789",
      "123\u{AD}45\u{AD}6789", "123\u{A0}45\u{202F}6789", "123\u{200B}-45-6789", "12\u{200B}3-45-6789",
      "\u{FF11}\u{FF12}\u{FF13}\u{FF0D}\u{FF14}\u{FF15}\u{FF0D}\u{FF16}\u{FF17}\u{FF18}\u{FF19}",
      "\u{661}\u{662}\u{663}-\u{664}\u{665}-\u{666}\u{667}\u{668}\u{669}", "row 5,123-45-6789,x", "of 2004 123-45-6789",
      // Never issued, or a taxpayer's: refused all the same.
      "000-12-3456", "666-12-3456", "900-70-1234", "123-00-6789", "123-45-0000", "078-05-1120",
    ])
  func form(text: String) throws {
    #expect(try Self.hits(text).map(\.rule) == [.socialSecurityNumber])
  }

  @Test(
    "Nine digits beside a label",
    arguments: [
      "SSN 123456789", "SSN: 123456789", "ssn:123456789", "SSN123456789", "SS#123456789", "SS # 123456789",
      "SS No. 123456789",
      "S.S.N. 123456789", "Social Security 123456789", "Soc. Sec. No. 123456789", "123456789 (SSN)",
      "Name, SSN\nK, 123456789",
      "Social Security number of the other parent is 123456789", "ITIN 912345678",
      "n\u{fa}mero de seguro social 123456789",
      "social\u{200B} security no 123456789",
      "SSN \u{FF11}\u{FF12}\u{FF13}\u{FF14}\u{FF15}\u{FF16}\u{FF17}\u{FF18}\u{FF19}",
    ])
  func label(text: String) throws {
    #expect(try Self.hits(text).map(\.rule) == [.labelledNineDigits])
  }

  @Test(
    "Other figures are left alone",
    arguments: [
      "", "no digits", "916-555-1234", "1-916-555-1234", "(916) 555-1234", "916 555 1234", "2023-09-30", "09-30-2023",
      "09/30/2023", "$123,456,789", "123,456,789 cases", "95741-9064", "957419064", "12,345 of 67,890 cases",
      "FIPS 06067",
      "FIPS 06-067-0000", "EIN 12-3456789", "123-45-67890", "0123-45-6789", "2004-123-45-6789", "123-45-6789-01",
      "123-456-789",
      "1234-5-6789", "123-4-56789", "123--45-6789", "123-45", "123-45-678", "123\n45\n6789", "123.45.6789", "-",
      "1,234 56 7890", "210 145 32 1208 77", "$123 45 6789", "123 45 6789.5", "\u{b9}\u{b2}\u{b3}-45-6789",
      "SSN $123456789", "SSN 1.123456789", "SSN 1234567890", "SSN 12345678", "SSN 123456789-01", "SSN 123,456,789",
      "classN 123456789", "SS 123456789", "social work security 123456789", "no number, 123456789",
      "The Social Security offices of this county have answered in all 123456789",
      "123456789 is what we counted before we ever asked for an SSN",
    ])
  func others(text: String) throws {
    #expect(try Self.hits(text) == [])
  }

  @Test func aHitSaysWhereAndNeverWhich() throws {
    let text = "é: 123-45-6789, SSN 987654321"
    let hits = try Self.hits(text)
    #expect(hits.map(\.range) == [4..<15, 21..<30])
    #expect(
      hits.map(\.description) == [
        "social-security-number at bytes 4 to 15", "nine-digits-beside-a-label at bytes 21 to 30",
      ])
    #expect(!hits.map { "\($0) \(String(reflecting: $0))" }.joined().contains("6789"))
  }

  @Test(
    "The distance to the label is counted in words, on either side",
    arguments: [
      ("SSN a b c d e f 123456789", 1), ("SSN a b c d e f g 123456789", 0), ("123456789 a b c d e f SSN", 1),
      ("123456789 a b c d e f g SSN", 0), ("SSN 1 2 3 4 5 6 123456789", 1), ("SSN 1 2 3 4 5 6 7 123456789", 0),
      ("SSN 123456789, 987654321 and 123456780", 3),
    ])
  func distance(text: String, count: Int) throws {
    #expect(try Self.hits(text).count == count)
  }

  @Test(
    "Case numbers of the department's patterns",
    arguments: [
      // pattern, text, hits
      ("##########", "case 0123456789", 1), ("##########", "case 01234567890", 0),
      ("##########", "phone 916-555-1234", 0),
      ("@@-######", "case ab-123456, CD-654321.", 2), ("@@-######", "xab-123456", 0), ("@@-######", "ab-123456x", 0),
      ("KC #### ##", "kc 1234 56", 1), ("KC #### ##", "KD 1234 56", 0), ("19#####@", "1912345z", 1),
      ("##/####.#_#", "12/3456.7_8", 1), ("#######", "123-4567", 0),
      ("@@-######", "\u{c4}b\u{2011}12345\u{FF16}", 1),
    ])
  func caseNumbers(pattern: String, text: String, count: Int) throws {
    let hits = try Self.hits(text, [pattern])
    #expect(hits.map(\.rule) == Array(repeating: .caseNumber(pattern: pattern), count: count))
  }

  @Test(
    "A pattern that could forbid ordinary words and numbers is refused",
    arguments: [
      "", "####", "#####", "@@@@@@", "12345", "@@@@#", "(######)", "#*", ".*", "#{9}", "######-", " ######",
      "\u{e9}######",
      String(repeating: "#", count: 41),
    ])
  func badPatterns(pattern: String) {
    let error = #expect(throws: CaseNumberPatternError.self) { try CaseNumberPattern(pattern) }
    #expect(error.map { !$0.problem.isEmpty && !$0.next.isEmpty } == true)
  }

  @Test("Hits are places of the text in order, whatever the text", arguments: [UInt64(1), 2])
  func placesOfDrawnTexts(seed: UInt64) throws {
    let pieces = [
      "123", "45", "6789", "-", " ", "SSN", "#", "12", "\u{2013}", "é", "123456789", "\n", "ab-123456", ".",
    ]
    var drawn = Drawn(seed: seed)
    var found = 0
    for _ in 0..<3000 {
      let text = (0..<drawn.number(below: 12)).map { _ in pieces[drawn.number(below: pieces.count)] }.joined()
      let hits = try Self.hits(text, ["@@-######"])
      found += hits.count
      var end = 0
      for hit in hits {
        #expect(hit.range.lowerBound >= end && hit.range.upperBound <= text.utf8.count && !hit.range.isEmpty)
        end = hit.range.upperBound
        let piece = Array(text.utf8)[hit.range]
        #expect(piece.count { (48...57).contains($0) } >= 6)
      }
    }
    #expect(found > 50)
  }

  @Test("A long text made to be hard is read once")
  func longTexts() throws {
    for piece in ["1", "123-45-", "SSN ", "# ", "S.", "12345678 "] {
      let text = String(repeating: piece, count: 256 * 1024 / piece.utf8.count)
      #expect(try Self.hits(text, ["@@-######", "##########"]) == [])
    }
  }
}
