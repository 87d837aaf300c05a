import Testing

@testable import Texts

@Suite("Two edits of one text are merged where they do not overlap")
struct ThreeWayTextTests {
  static let base = "We call every parent in ten days.\nWe write to them once a month."

  @Test(
    "Edits with an unchanged word or line end between them",
    arguments: [
      // mine, theirs, merged
      (
        "We call every parent in five days.\nWe write to them once a month.",
        "We call every parent in ten days.\nWe write to them twice a month.",
        "We call every parent in five days.\nWe write to them twice a month."
      ),
      (
        "We call every parent in ten days.\n\nNew words of mine.\nWe write to them once a month.",
        "We always call every parent in ten days.\nWe write to them a month.",
        "We always call every parent in ten days.\n\nNew words of mine.\nWe write to them a month."
      ),
      (
        "We  call every parent in ten days.\nWe write to them once a month.",
        "We call every parent in ten days.\r\n\tWe write to them once a month.\n",
        "We  call every parent in ten days.\r\n\tWe write to them once a month.\n"
      ),
      // The same edit made twice is one edit.
      (
        "We call every parent in five days.\nWe write to them once a month.",
        "We call every parent in five days.\nWe write to them once a week.",
        "We call every parent in five days.\nWe write to them once a week."
      ),
    ])
  func merged(mine: String, theirs: String, merged: String) {
    #expect(same(ThreeWayText.merge(base: Self.base, mine: mine, theirs: theirs).text, merged))
    #expect(same(ThreeWayText.merge(base: Self.base, mine: theirs, theirs: mine).text, merged))
  }

  @Test(
    "Edits of the same place, or with no word between them, are left to a person",
    arguments: [
      ("in ten days", "in five days", "in nine days", "ten", "five", "nine"),
      ("in ten days", "in five days", "in ten weeks", "ten days", "five days", "ten weeks"),
      ("in ten days", "in ten working days", "in ten calendar days", "", "working ", "calendar "),
      ("in ten days", "in ten days or so", "in ten days at most", "", " or so", " at most"),
      ("in ten days", "in ten days or so", "in ten weeks", "days", "days or so", "weeks"),
      ("one two three four", "one four", "one two 2 three four", "two three ", "", "two 2 three "),
      ("one two", "one  two", "one\ttwo", " ", "  ", "\t"),
      ("", "mine", "theirs", "", "mine", "theirs"),
    ])
  func overlapping(base: String, mine: String, theirs: String, was: String, my: String, their: String) {
    let piece = ThreeWayText.Overlap(base: was, mine: my, theirs: their)
    #expect(ThreeWayText.merge(base: base, mine: mine, theirs: theirs) == .overlapping([piece]))
    #expect(ThreeWayText.merge(base: base, mine: mine, theirs: theirs).text == nil)
  }

  @Test(arguments: ["", "a", "in ten days", "x\ny", base])
  func theSameInsertedTwiceIsInsertedOnce(text: String) {
    #expect(ThreeWayText.merge(base: "in days", mine: text, theirs: text) == .merged(text))
  }

  @Test("Laws, on drawn texts", arguments: [Int.max, 6])
  func laws(stepLimit: Int) {
    func merge(_ base: String, _ mine: String, _ theirs: String) -> ThreeWayText {
      ThreeWayText.merge(base: base, mine: mine, theirs: theirs, stepLimit: stepLimit)
    }
    var drawn = Drawn(seed: 11)
    var mergedCount = 0
    for round in 0..<4000 {
      let base = drawn.text(pieces: 30) + "B" + drawn.text(pieces: 30)
      let (mine, theirs) = (drawn.edited(base, with: "M"), drawn.edited(base, with: "T"))
      #expect(same(merge(base, base, theirs).text, theirs), "round \(round): only they changed it")
      #expect(same(merge(base, mine, base).text, mine), "round \(round): only I changed it")
      #expect(same(merge(base, mine, mine).text, mine), "round \(round): both changed it alike")
      switch (merge(base, mine, theirs), merge(base, theirs, mine)) {
      case (.merged(let one), .merged(let other)):
        #expect(same(one, other), "round \(round): the order of the sides counts")
        expectNothingLost(mine, theirs, merged: one, round)
        if ![base, mine, theirs].contains(one) { mergedCount += 1 }
      case (.overlapping(let one), .overlapping(let other)):
        #expect(
          !one.isEmpty && one.map { [$0.base, $0.mine, $0.theirs] } == other.map { [$0.base, $0.theirs, $0.mine] })
        #expect(one.allSatisfy { !same($0.mine, $0.theirs) })
      default: Issue.record("round \(round): the order of the sides counts")
      }
    }
    #expect(mergedCount > (stepLimit == .max ? 100 : 10))
  }

  /// What one side put in is there once; what one side took out is gone; what both left alone is still there.
  private func expectNothingLost(_ mine: String, _ theirs: String, merged: String, _ round: Int) {
    func count(_ mark: Unicode.Scalar, _ text: String) -> Int { text.unicodeScalars.count { $0 == mark } }
    #expect(count("M", merged) == 1 && count("T", merged) == 1, "round \(round)")
    #expect(count("B", merged) == min(count("B", mine), count("B", theirs)), "round \(round)")
  }
}
