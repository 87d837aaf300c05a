import Testing

@testable import Texts

@Suite("The difference of two texts, by words")
struct WordDifferenceTests {
  @Test(
    "What went and what came is marked",
    arguments: [
      ("we call in ten days", "we call in five days", "we call in [-ten-] {+five+} days"),
      ("one two three", "one two three four", "one two three {+four+}"),
      ("two three", "one two three", "{+one+} two three"),
      ("one two three", "one three", "one [-two-] three"),
      ("one two three", "one two", "one two [-three-]"),
      ("one two three four", "one four three four", "one [-two-] {+four+} three four"),
      (
        "first line here\nsecond line here", "first line here\nsecond row here",
        "first line here\nsecond [-line-] {+row+} here"
      ),
      ("One.\nTwo.", "One.\n\nNew words.\nTwo.", "One.\n{+¶+}\n{+New words. ¶+}\nTwo."),
      ("One.\nTwo.", "One.\nTwo.\n\nThree.", "One.\nTwo. {+¶+}\n\n{+Three.+}"),
      ("One.\nTwo.", "One. Two.", "One. [-¶-] Two."),
      ("One. Two.", "One.\nTwo.", "One. {+¶+}\nTwo."),
      ("a b  c", "a x  c", "a [-b-] {+x+}  c"),
      ("a b c d", "a b  c d", "a b  c d"),
      ("same", "same", "same"),
      ("caf\u{e9} au lait", "cafe\u{301} au lait", "[-caf\u{e9}-] {+cafe\u{301}+} au lait"),
    ])
  func marks(old: String, new: String, marked: String) {
    #expect(same(WordDifference(from: old, to: new).marked, marked), "\(WordDifference(from: old, to: new).marked)")
  }

  @Test(
    "Of what is equal, an excerpt has the words around the changes",
    arguments: [
      ("a b c d e f g h", "x b c d e f g h", "[-a-] {+x+} b c …"),
      ("a b c d e f g h", "a b c d e f g x", "… f g [-h-] {+x+}"),
      ("a b c d e f g h i j", "x b c d e f g h i x", "[-a-] {+x+} b c … h i [-j-] {+x+}"),
      ("a b c d e f g h", "x b c d e f g x", "[-a-] {+x+} b c d e f g [-h-] {+x+}"), ("a b c d e", "a b c d e", "…"),
      ("a b\nc d e f\ng h", "x b\nc d e f\ng x", "[-a-] {+x+} b … g [-h-] {+x+}"),
      ("a\nb\nc d e f g", "a\nx\nc d e f g", "a\n[-b-] {+x+} …"),
      ("a b\nc d e f g", "a x\nc d e f g", "a [-b-] {+x+} …"),
    ])
  func excerpt(old: String, new: String, marked: String) {
    #expect(WordDifference(from: old, to: new).marked(around: 2) == marked)
  }

  @Test(arguments: [
    // old, new, much in common
    ("all of this is old", "nothing here was there before", false),
    ("one two three four", "one two three five", true),
    ("one two", "one three", true),
    ("one two three", "one five six", false),
    ("", "all new", false),
    ("", "", true),
  ])
  func aTextWrittenAnewIsNotMarked(old: String, new: String, hasMuchInCommon: Bool) {
    let difference = WordDifference(from: old, to: new)
    #expect(difference.hasMuchInCommon == hasMuchInCommon)
    #expect((WordDifference.marked(from: old, to: new) != nil) == hasMuchInCommon)
  }

  @Test func runsKeepWhiteSpaceAndLineEnds() {
    let difference = WordDifference(from: "a  b\r\nc", to: "a  x\r\n\tc d ")
    #expect(
      difference.runs == [
        .init(.equal, "a  "), .init(.removed, "b"), .init(.inserted, "x"), .init(.equal, "\r\n"),
        .init(.inserted, "\t"), .init(.equal, "c"), .init(.inserted, " d "),
      ])
  }

  @Test(arguments: [("a b", "a  b", true), ("a b", "a b", false), ("a b", "a\nb", false), ("a b", "a c", false)])
  func spacesAloneAreToldApart(old: String, new: String, isOfSpacesOnly: Bool) {
    #expect(WordDifference(from: old, to: new).isOfSpacesOnly == isOfSpacesOnly)
  }

  @Test("The runs give back both texts to the byte, at every level", arguments: [Int.max, 12, 3, 0])
  func runsGiveBackBothTexts(stepLimit: Int) {
    var drawn = Drawn(seed: 3)
    for round in 0..<2000 {
      let old = drawn.text(pieces: 14)
      let new = round.isMultiple(of: 3) ? drawn.text(pieces: 14) : drawn.edited(old)
      let difference = WordDifference(from: old, to: new, stepLimit: stepLimit)
      func joined(without kind: WordDifference.Kind) -> String {
        difference.runs.filter { $0.kind != kind }.map(\.text).joined()
      }
      #expect(same(joined(without: .inserted), old), "round \(round)")
      #expect(same(joined(without: .removed), new), "round \(round)")
      #expect(difference.runs.allSatisfy { !$0.text.isEmpty })
      #expect(zip(difference.runs, difference.runs.dropFirst()).allSatisfy { $0.kind != $1.kind })
      #expect(difference.hasChanges == (Array(old.utf8) != Array(new.utf8)))
    }
  }

  @Test("No shorter list of changes exists")
  func changesAreTheFewest() throws {
    var drawn = Drawn(seed: 5)
    for _ in 0..<2000 {
      let lists = (0..<2).map { _ in (0..<drawn.number(below: 9)).map { _ in drawn.number(below: 3) } }
      let changes = try #require(ShortestEdit.changes(from: lists[0], to: lists[1]))
      #expect(
        changes.reduce(0) { $0 + $1.old.count + $1.new.count } == lists[1].difference(from: lists[0]).count,
        "\(lists)")
    }
  }

  @Test func whereWordsAreTooManySentencesAreCompared() {
    let old = "We call. We write in ten days. We wait.\nThe end."
    let new = "We call. They write in five days. We wait.\nThe end."
    #expect(
      WordDifference(from: old, to: new, stepLimit: 4).marked
        == "We call. [-We write in ten days.-] {+They write in five days.+} We wait.\nThe end.")
  }

  @Test("A text of the greatest length is compared, and a small change in it found")
  func longTexts() {
    var drawn = Drawn(seed: 8)
    var words = (0..<40_000).map { _ in "w\(drawn.number(below: 500))" }
    let old = words.joined(separator: " ")
    words[20_000] = "changed"
    words.remove(at: 30_000)
    let marked = WordDifference.marked(from: old, to: words.joined(separator: " "))
    #expect(marked?.contains("{+changed+}") == true)
    let other = (0..<40_000).map { "v\($0)" }.joined(separator: " ")
    #expect(!WordDifference(from: old, to: other).hasMuchInCommon)
  }
}
