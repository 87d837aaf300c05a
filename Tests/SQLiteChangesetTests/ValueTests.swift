import SQLiteChangeset
import Testing

@Suite("Values")
struct ValueTests {
  private static let samples: [SQLiteValue] = [
    .null, .integer(0), .integer(1), .integer(-1), .integer(.max), .integer(.min), .text(""), .text("a"), .text("b"),
    .text("aa"), .text("é"), .text("e\u{301}"), .blob([]), .blob([0]), .blob([0x61]),
    .text([UInt8](repeating: 0x61, count: 127)), .text([UInt8](repeating: 0x61, count: 128)),
    .blob([UInt8](repeating: 7, count: 16_383)), .blob([UInt8](repeating: 7, count: 16_384)),
    .blob([UInt8](repeating: 7, count: 200_000)),
  ]

  @Test func anEncodingDecodesToItsValue() throws {
    for value in Self.samples {
      let bytes = SQLiteValue.encoding(of: [value])
      var position = 0
      #expect(try SQLiteValue.decode(bytes, at: &position) == value)
      #expect(position == bytes.count)
    }
    #expect(try SQLiteValue.values(decoding: SQLiteValue.encoding(of: Self.samples)) == Self.samples)
  }

  @Test func theOrderIsThatOfTheEncodedBytes() {
    for left in Self.samples {
      for right in Self.samples {
        let a = SQLiteValue.encoding(of: [left])
        let b = SQLiteValue.encoding(of: [right])
        #expect((left < right) == a.lexicographicallyPrecedes(b), "\(left.type) \(right.type)")
        #expect((left == right) == (a == b))
      }
    }
  }

  @Test func twoSpellingsOfOneLetterAreTwoValues() {
    #expect(SQLiteValue.text("é") != .text("e\u{301}"))
    #expect("é" == "e\u{301}")
    #expect(SQLiteValue.text("é").string?.unicodeScalars.count == 1)
  }

  @Test(
    "Bytes that are no canonical encoding are refused",
    arguments: [
      ([1, 0, 0], .truncated, 3),
      ([3, 2, 0x61], .truncated, 3),
      ([3], .truncated, 1),
      ([4, 0x80, 0], .nonCanonicalVarint, 1),
      ([4, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00], .valueTooLong, 1),
      ([4, 0x90, 0x80, 0x01], .valueTooLong, 1),
      ([2, 0, 0, 0, 0, 0, 0, 0, 0], .real, 0),
      ([0], .undefinedField, 0),
      ([6], .fieldType, 0),
      ([3, 1, 0x80], .textNotUTF8, 2),
      ([3, 3, 0x61, 0x00, 0x62], .textWithNUL, 3),
    ] as [([UInt8], ChangesetError.Rule, Int)])
  func refused(bytes: [UInt8], rule: ChangesetError.Rule, offset: Int) {
    var position = 0
    #expect { _ = try SQLiteValue.decode(bytes, at: &position) } throws: {
      ($0 as? ChangesetError)?.rule == rule && ($0 as? ChangesetError)?.offset == offset
    }
    #expect(position == 0)
  }

  @Test("Text is accepted exactly where the standard library finds valid UTF-8 without NUL")
  func textAgreesWithTheStandardLibrary() {
    var seed = Seed(11)
    // Pieces that meet at every alignment of the eight-byte steps: ASCII, NUL, whole, cut, overlong, surrogate.
    let pieces: [[UInt8]] = [
      [0x61], [0x7F], [0x00], [0xC3, 0xA9], [0xC3], [0xA9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x92, 0xA9],
      [0xF4, 0x90, 0x80, 0x80], [0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67],
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      var text: [UInt8] = []
      let plain = Bool.random(using: &seed)
      for _ in 0..<Int.random(in: 0...9, using: &seed) {
        text += plain ? pieces[[0, 1, 3, 8, 10].randomElement(using: &seed)!] : pieces.randomElement(using: &seed)!
      }
      let isValid = String(validating: text, as: UTF8.self) != nil && !text.contains(0)
      let decoded = try? SQLiteValue.values(decoding: SQLiteValue.encoding(of: [.text(text)]))
      #expect((decoded != nil) == isValid, "\(text)")
      accepted += isValid ? 1 : 0
    }
    #expect(accepted > 10_000 && accepted < 18_000)
  }
}
