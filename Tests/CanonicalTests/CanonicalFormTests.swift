import Canonical
import Testing

@Suite("The canonical form of documents")
struct CanonicalFormTests {
  private struct Sample: Equatable {
    var text: String
    var number: Int64
    var bytes: [UInt8]
    var list: [Int64]
    var isTrue: Bool
    var nothing: String?

    var encoded: [UInt8] {
      CanonicalWriter.document { writer in
        writer.key("text")
        writer.string(text)
        writer.key("number")
        writer.integer(number)
        writer.key("bytes")
        writer.hex(bytes)
        writer.key("list")
        writer.array(list) { $0.integer($1) }
        writer.key("is_true")
        writer.boolean(isTrue)
        writer.key("nothing")
        writer.optional(nothing)
      }
    }

    init(text: String, number: Int64, bytes: [UInt8], list: [Int64], isTrue: Bool, nothing: String?) {
      (self.text, self.number, self.bytes) = (text, number, bytes)
      (self.list, self.isTrue, self.nothing) = (list, isTrue, nothing)
    }

    init(_ bytes: [UInt8]) throws(CanonicalError) {
      self = try CanonicalReader.document(bytes) { (reader) throws(CanonicalError) in
        try reader.key("text")
        let text = try reader.string()
        try reader.key("number")
        let number = try reader.integer()
        try reader.key("bytes")
        let bytes = try reader.hex()
        try reader.key("list")
        let list = try reader.array(maximumCount: 3) { (reader) throws(CanonicalError) in try reader.integer() }
        try reader.key("is_true")
        let isTrue = try reader.boolean()
        try reader.key("nothing")
        let nothing = try reader.optional { (reader) throws(CanonicalError) in try reader.string() }
        return Sample(text: text, number: number, bytes: bytes, list: list, isTrue: isTrue, nothing: nothing)
      }
    }
  }

  private static let sample = Sample(
    text: "a\"b\\c\u{1}\u{7f}é", number: -12, bytes: [0xab, 0x01], list: [0, 1], isTrue: false, nothing: nil)
  private static let line =
    #"{"text":"a\"b\\c\u0001\u007fé","number":-12,"bytes":"ab01","list":[0,1],"is_true":false,"nothing":null}"#

  @Test("What is written is these bytes, and is read back")
  func golden() throws {
    #expect(String(decoding: Self.sample.encoded, as: UTF8.self) == Self.line)
    #expect(try Sample(Array(Self.line.utf8)) == Self.sample)
  }

  @Test(
    "Another way to write the same is refused",
    arguments: [
      (#""number":-12"#, #""number": -12"#), (#""number":-12"#, #""number":-012"#),
      (#""number":-12"#, #""number":-12.0"#),
      (#""number":-12"#, #""number":-1.2e1"#), (#""number":-12"#, #""number":+12"#),
      (#""number":-12"#, #""number":-0"#),
      (#""number":-12"#, #""number":9007199254740992"#), (#""number":-12"#, #""number":-9007199254740992"#),
      (#""number":-12"#, #""number":99999999999999999999999"#), (#""number":-12"#, #""number":-"#),
      (#""number":-12"#, #""number":"-12""#), (#""number":-12,"#, #""number":-12,"number":-12,"#),
      (#""number":-12,"#, ""), (#""number":-12,"#, #""number":-12,"more":1,"#), (#""number":-12"#, #""Number":-12"#),
      (#""number":-12,"bytes":"ab01""#, #""bytes":"ab01","number":-12"#), ("ab01", "AB01"), ("ab01", "ab0"),
      ("ab01", "ag01"), ("[0,1]", "[0, 1]"), ("[0,1]", "[0,1,]"), ("[0,1]", "[0,1,2,3]"), ("[0,1]", "[,0,1]"),
      ("[0,1]", "[0 1]"), ("false", "False"), ("false", "0"), ("null}", "null}\n"), ("null}", "null,}"),
      ("null}", "null}}"),
      ("null}", "null"), ("{\"text", " {\"text"), ("{\"text", "\u{feff}{\"text"), (#"\u0001"#, #"\u0041"#),
      (#"\u007f"#, #"\u007F"#), (#"\u0001"#, "\u{1}"), (#"\u007f"#, "\u{7f}"), (#"\""#, #"\u0022"#), ("c", #"\/"#),
      ("c", #"\n"#), ("c", #"\u000"#), ("null", "nul"), (#""text""#, #""\u0074ext""#),
    ])
  func variations(part: String, other: String) throws {
    let text = Self.line.replacing(part, with: other, maxReplacements: 1)
    #expect(text.utf8.elementsEqual(Self.line.utf8) == false)
    #expect(throws: CanonicalError.self) { try Sample(Array(text.utf8)) }
  }

  @Test(
    "Text that is no UTF-8 is refused",
    arguments: [
      [0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0xf4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func invalidText(bytes: [UInt8]) {
    let line = Array(Self.line.utf8)
    #expect(throws: CanonicalError.self) { try Sample(Array(line[..<9]) + bytes + Array(line[9...])) }
  }

  @Test("Whatever byte is put in, taken out or changed: refused, or it is the canonical form of another value")
  func everyByte() {
    let line = Array(Self.line.utf8)
    let bytes: [UInt8] = Array("\"\\{}[]:,-+.01289aAfFeEuz \n\t\0".utf8) + [0x7f, 0x80, 0xc3, 0xff]
    for place in line.indices {
      for byte in bytes {
        for kind in 0..<3 {
          var changed = line
          switch kind {
          case 0: changed[place] = byte
          case 1: changed.insert(byte, at: place)
          default: changed.remove(at: place)
          }
          guard let value = try? Sample(changed) else { continue }
          #expect(value.encoded == changed)
        }
      }
    }
  }

  @Test("An error says where", arguments: ["\"number\"", "-12", "[0,1]", "null}"])
  func offsets(part: String) throws {
    let place = try #require(Self.line.ranges(of: part).first)
    let offset = Self.line.utf8.distance(from: Self.line.startIndex, to: place.lowerBound)
    let error = #expect(throws: CanonicalError.self) { try Sample(Array(Self.line.utf8.prefix(offset)) + [63]) }
    #expect(error?.offset == offset)
  }

  @Test("A nest deeper than 16 is refused")
  func depth() {
    func read(_ reader: inout CanonicalReader, _ levels: Int) throws(CanonicalError) -> Int {
      guard levels > 0 else { return 0 }
      return try reader.array(maximumCount: 1) { (reader) throws(CanonicalError) in try read(&reader, levels - 1) }
        .reduce(0, +)
    }
    for (levels, isFine) in [(15, true), (16, false)] {
      let text = "{\"k\":" + String(repeating: "[", count: levels) + String(repeating: "]", count: levels) + "}"
      let value = try? CanonicalReader.document(Array(text.utf8)) { (reader) throws(CanonicalError) -> Int in
        try reader.key("k")
        return try read(&reader, levels)
      }
      #expect((value != nil) == isFine)
    }
  }
}

@Suite("Digests and hexadecimal")
struct DigestTests {
  @Test(
    "SHA-256 of the FIPS 180-4 examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func vectors(text: String, hex: String) {
    #expect(Digest(of: Array(text.utf8)).hex == hex)
    #expect(Digest(hex: hex) == Digest(of: Array(text.utf8)))
    #expect(Digest(bytes: Digest(of: Array(text.utf8)).bytes)?.hex == hex)
  }

  @Test("Only 64 lowercase digits are a digest")
  func strictHex() {
    let hex = Digest(of: []).hex
    #expect(Digest(hex: hex.uppercased()) == nil)
    #expect(Digest(hex: String(hex.dropLast())) == nil)
    #expect(Digest(hex: hex + "0") == nil)
    #expect(Digest(hex: "g" + hex.dropFirst()) == nil)
    #expect(Digest(bytes: [UInt8](repeating: 0, count: 31)) == nil)
  }

  @Test("Digests are ordered as their bytes")
  func order() {
    let digests = (0..<200).map { Digest(of: [UInt8($0)]) }
    let byBytes = digests.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    #expect(digests.sorted() == byBytes)
  }

  @Test("A new id is a UUIDv7 of the clock")
  func newID() {
    let surroundings = Surroundings(now: { 1_700_000_000 }, randomBytes: { [UInt8](repeating: 0xff, count: $0) })
    let id = surroundings.newID()
    // 1,700,000,000,000 ms is 18bcfe56800.
    #expect(id == "018bcfe5-6800-7fff-bfff-ffffffffffff")
  }

  @Test(
    "What is made later has a later id, also where the clock is behind",
    arguments: [
      // the id before it, milliseconds of the clock, beginning of the new id
      (nil, 1000, "00000000-03e8-7"), ("00000000-03e7-7fff-bfff-ffffffffffff", 1000, "00000000-03e8-7"),
      ("00000000-03e8-7fff-bfff-ffffffffffff", 1000, "00000000-03e9-7"),
      ("018bcfe5-6800-7fff-bfff-ffffffffffff", 1000, "018bcfe5-6801-7"), ("no id", 1000, "00000000-03e8-7"),
      ("ffffffff-ffff-7fff-bfff-ffffffffffff", 1000, "00000000-03e8-7"),
    ] as [(String?, Int64, String)])
  func laterID(earlier: String?, milliseconds: Int64, beginning: String) {
    let surroundings = Surroundings(
      now: { milliseconds / 1000 }, nowMilliseconds: { milliseconds },
      randomBytes: { [UInt8](repeating: 0xff, count: $0) })
    #expect(surroundings.laterID(than: earlier).hasPrefix(beginning))
  }
}
