import Plans
import Records
import Testing

/// The same numbers on every run (a 64-bit linear congruential generator, multiplier of Knuth's MMIX).
struct FixedNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

@Suite("Documents under random texts and random damage")
struct PlanDocumentDamageTests {
  private static let pieces = [
    "a", "é", " ", " ", "\n", "\n", "\t", ":", ": ", " #", "#", "-", "- ", "|", ">", "'", "\"", "\\", "{", "}", "[",
    "]", "&",
    "*", "!", "%", "@", "`", ",", "?", "---", "...", "~", "null", "1.0", "🙂", "\u{2028}", "\u{200F}", "e\u{301}", "q1:",
  ]

  private static func text(_ numbers: inout FixedNumbers) -> String {
    (0..<Int.random(in: 0...12, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
  }

  @Test("Whatever stands in a text, nothing is changed by showing it")
  func texts() throws {
    for seed in UInt64(0)..<200 {
      var numbers = FixedNumbers(seed: seed)
      var plan = Sample.plan()
      plan.title = Self.text(&numbers)
      plan.blocks[0].measurements[0].unit = Self.text(&numbers)
      plan.blocks[0].tactics[0].topic = Self.text(&numbers)
      plan.blocks[0].tactics[0].leads = Self.text(&numbers)
      plan.blocks[0].tactics[0].strategy = Self.text(&numbers)
      plan.blocks[0].quarters[0].text = "x" + Self.text(&numbers)
      let back = try PlanDocument.parse(PlanDocument.yaml(of: plan), editing: plan, newID: { "new" })
      #expect(PlanChange.changes(from: plan, to: back) == [], "seed \(seed)")
      let snapshot = PlanSnapshot.json(of: plan)
      #expect(try PlanSnapshot.json(of: PlanSnapshot.plan(from: snapshot)) == snapshot, "seed \(seed)")
    }
  }

  @Test("Damage leads to a plan, or to a refusal with a next step")
  func damage() {
    let plan = Sample.plan()
    let sound = Array(PlanDocument.yaml(of: plan).unicodeScalars)
    var refusedCount = 0
    for seed in UInt64(0)..<300 {
      var numbers = FixedNumbers(seed: seed)
      var scalars = sound
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let start = Int.random(in: 600..<scalars.count, using: &numbers)
        let end = min(scalars.count, start + Int.random(in: 0...3, using: &numbers))
        scalars.replaceSubrange(start..<end, with: Array(Self.text(&numbers).unicodeScalars))
      }
      var damaged = String.UnicodeScalarView()
      damaged.append(contentsOf: scalars)
      do throws(DocumentError) {
        let back = try PlanDocument.parse(String(damaged), editing: plan, newID: { "new-\(numbers.next())" })
        // What was read can be shown and read again.
        let again = try PlanDocument.parse(PlanDocument.yaml(of: back), editing: back, newID: { "newer" })
        #expect(PlanChange.changes(from: back, to: again) == [], "seed \(seed)")
      } catch {
        refusedCount += 1
        #expect(!error.problem.isEmpty && !error.next.isEmpty, "seed \(seed)")
        if let line = error.line { #expect((1...scalars.count).contains(line), "seed \(seed)") }
      }
    }
    #expect((1..<300).contains(refusedCount))
  }
}
