import AgeFormat
import Canonical
import Changesets
import SQLiteChangeset
import SSHSignature
import Testing
import Trust

/// One kind of document: an example, and reading it followed by writing it.
struct DocumentLaw: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let rewrite: @Sendable ([UInt8]) throws -> [UInt8]

  var testDescription: String { name }

  static let all: [DocumentLaw] = {
    do {
      return [
        DocumentLaw(name: "root", bytes: try Example.root().bytes) { try RootDocument($0).bytes },
        DocumentLaw(name: "roster", bytes: try Example.roster().bytes) { try Roster($0).bytes },
        DocumentLaw(name: "schema", bytes: Example.schema.bytes) { try SchemaDocument($0).bytes },
        DocumentLaw(name: "receipts", bytes: Example.receipts.bytes) { try ReceiptList($0).bytes },
        DocumentLaw(name: "header", bytes: Example.header.bytes) { try Header($0).bytes },
        DocumentLaw(name: "manifest", bytes: Example.manifest.bytes) { try Manifest($0).bytes },
      ]
    } catch {
      preconditionFailure("\(error)")
    }
  }()
}

@Suite("What a document decodes, it encodes to the same bytes")
struct DocumentLawTests {
  @Test("An example of each kind", arguments: DocumentLaw.all)
  func identity(law: DocumentLaw) throws { #expect(try law.rewrite(law.bytes) == law.bytes) }

  @Test("Another spelling of the same is refused", arguments: DocumentLaw.all)
  func otherSpellings(law: DocumentLaw) {
    let text = String(decoding: law.bytes, as: UTF8.self)
    var spellings = [" " + text, text + "\n", text + " ", "\u{feff}" + text, String(text.dropLast()), text + "}"]
    // A space after each mark outside of texts, the mark doubled or gone.
    var (isInside, isEscaped) = (false, false)
    for (place, character) in text.enumerated() {
      if character == "\"" && !isEscaped { isInside.toggle() }
      isEscaped = character == "\\" && !isEscaped
      guard !isInside, "{}[]:,".contains(character) else { continue }
      let (head, tail) = (text.prefix(place), text.dropFirst(place + 1))
      spellings += ["\(head)\(character) \(tail)", "\(head)\(character)\(character)\(tail)", "\(head)\(tail)"]
    }
    // Every number with a leading zero, a sign, a fraction, and too large.
    for match in text.matches(of: /[:\[,](\d+)[,\]}]/) {
      let digits = String(match.1)
      for number in ["0" + digits, "-0", digits + ".0", "9007199254740992", "+" + digits, "\"\(digits)\""] {
        spellings.append(text.with(match.1.startIndex..<match.1.endIndex, number))
      }
    }
    // Every key capitalised, doubled with its value where that is simple, and every pair of neighbours swapped.
    for match in text.matches(of: /"([a-z_]+)":("[^"\\]*"|\d+|null|true|false),/) {
      let pair = String(match.0)
      spellings.append(text.with(match.range, pair + pair))
      spellings.append(text.with(match.range, ""))
      spellings.append(text.with(match.range, pair + "\"more\":1,"))
      spellings.append(
        text.with(match.1.startIndex..<match.1.endIndex, match.1.uppercased()))
    }
    for match in text.matches(of: /("[a-z_]+":(?:"[^"\\]*"|\d+)),("[a-z_]+":(?:"[^"\\]*"|\d+))/) {
      spellings.append(text.with(match.range, "\(match.2),\(match.1)"))
    }
    // Every digest in capitals.
    for match in text.matches(of: /[0-9a-f]{64}/) {
      spellings.append(text.with(match.range, match.0.uppercased()))
    }
    #expect(spellings.count > 60)
    for spelling in spellings where !spelling.utf8.elementsEqual(law.bytes) {
      #expect(throws: (any Error).self, "\(spelling)") { try law.rewrite(Array(spelling.utf8)) }
    }
  }

  @Test(
    "Any byte changed, put in or taken out: refused, or the canonical form of another value", arguments: DocumentLaw.all
  )
  func anyByte(law: DocumentLaw) {
    let bytes: [UInt8] = Array("\"\\{}[]:,09aFz \n".utf8) + [0x7f, 0x80, 0xff]
    // Every place of a short document, every third of a long one: keys and marks come often enough in both.
    for place in stride(from: 0, to: law.bytes.count, by: law.bytes.count > 1_000 ? 3 : 1) {
      for byte in bytes {
        var (changed, longer) = (law.bytes, law.bytes)
        changed[place] = byte
        longer.insert(byte, at: place)
        for candidate in [changed, longer] {
          if let again = try? law.rewrite(candidate) { #expect(again == candidate) }
        }
      }
      var shorter = law.bytes
      shorter.remove(at: place)
      if let again = try? law.rewrite(shorter) { #expect(again == shorter) }
    }
  }

  @Test("A document of one kind is no document of another", arguments: DocumentLaw.all)
  func kinds(law: DocumentLaw) {
    for other in DocumentLaw.all where other.name != law.name {
      #expect(throws: (any Error).self) { try law.rewrite(other.bytes) }
    }
  }
}

extension String {
  fileprivate func with(_ range: Range<String.Index>, _ replacement: some StringProtocol) -> String {
    String(self[..<range.lowerBound]) + replacement + self[range.upperBound...]
  }
}

@Suite("What a header may say")
struct HeaderTests {
  @Test("A first changeset has no predecessor, a later one has; a vector is sorted, each entry once")
  func rules() throws {
    func read(_ change: (inout Header) -> Void) throws -> Header {
      var header = Example.header
      change(&header)
      return try Header(header.bytes)
    }
    #expect(try read { _ in } == Example.header)
    for change: (inout Header) -> Void in [
      { $0.sequence = 0 }, { $0.sequence = 1 }, { $0.previous = nil }, { $0.previousIncarnation = Example.incarnation },
      { $0.vector.reverse() }, { $0.vector.append($0.vector[1]) }, { $0.node = "Kelp" }, { $0.incarnation = "1" },
      { $0.audience = "a/b/c" }, { $0.vector[0].node = "x" }, { $0.depth = -1 },
    ] {
      #expect(throws: SealedError.self) { try read(change) }
    }
  }

  @Test("The batch does not hang on the order of what was sealed together")
  func batch() {
    let hashes = [Digest(of: [1]), Digest(of: [2]), Digest(of: [3])]
    #expect(Header.batch(of: hashes) == Header.batch(of: hashes.reversed()))
    #expect(Header.batch(of: hashes) != Header.batch(of: Array(hashes.dropLast())))
  }

  @Test("A header over 256 KiB is refused by its size")
  func size() {
    #expect { try Header([UInt8](repeating: 32, count: FormatLimits.headerByteCount + 1)) } throws: { error in
      if case .some(.limit) = error as? SealedError { true } else { false }
    }
  }
}
