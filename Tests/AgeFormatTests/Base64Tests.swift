import Testing

@testable import AgeFormat

@Suite("Base64, RFC 4648 sections 3.5 and 4, without padding")
struct Base64Tests {
  @Test("Any byte at any place: what is read is written again, and nothing else is read")
  func onlyTheCanonicalFormIsRead() {
    let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    for place in 0..<8 {
      for byte in UInt8.min...UInt8.max {
        var text = Array("TEiF0ypq".utf8)
        text[place] = byte
        for count in 0...8 {
          let isBase64 = text[..<count].allSatisfy(alphabet.contains)
          guard let bytes = Base64.decode(text[..<count]) else {
            #expect(!isBase64 || count % 4 != 0, "\(text[..<count])")
            continue
          }
          #expect(Base64.encode(bytes) == Array(text[..<count]))
        }
      }
    }
  }

  @Test(
    arguments: [
      ("", []), ("Zg", [0x66]), ("Zm8", [0x66, 0x6f]), ("Zm9v", [0x66, 0x6f, 0x6f]), ("//79", [0xff, 0xfe, 0xfd]),
    ] as [(String, [UInt8])])
  func isTheStandardAlphabet(text: String, bytes: [UInt8]) {
    #expect(Base64.decode(Array(text.utf8)[...]) == bytes)
    #expect(String(decoding: Base64.encode(bytes), as: UTF8.self) == text)
  }
}
