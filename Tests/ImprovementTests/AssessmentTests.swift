import Improvement
import Records
import Testing

@Suite("IOP.4.2 Self-assessment")
struct AssessmentTests {
  @Test(
    "A scale is at least two levels, each higher than the one before",
    arguments: [
      ("1 | no\n2 | yes", [1, 2]), ("1|no\n99|yes", [1, 99]), (" 3  |  in   place \n4 | good", [3, 4]),
      ("1 | no | not yet\n2 | yes", [1, 2]),
      ("1 | no", nil), ("", nil), ("2 | yes\n1 | no", nil), ("1 | no\n1 | yes", nil), ("0 | no\n1 | yes", nil),
      ("99 | no\n100 | yes", nil), ("1 |\n2 | yes", nil), ("1 no\n2 yes", nil), ("one | no\n2 | yes", nil),
    ] as [(String, [Int]?)])
  func levels(text: String, numbers: [Int]?) {
    var scale = RatingScale(id: "s")
    scale.levels = text
    #expect(scale.readLevels?.map(\.number) == numbers)
    #expect(scale.level(numbers?.first ?? 1) == scale.readLevels?.first)
    #expect(scale.level(50) == nil)
  }

  @Test("What ships is labelled as ours")
  func ours() {
    #expect(RatingScale.shipped.readLevels?.map(\.number) == [1, 2, 3, 4])
    #expect(RatingScale.shipped.source.hasPrefix("ours, not DCSS's"))
    #expect(AssessmentGuide.shipped.source.hasPrefix("ours, not DCSS's"))
    #expect(AssessmentGuide.shipped.questionList.count == 8)
  }

  private static func guide(_ id: String, _ element: String, _ version: Int) -> AssessmentGuide {
    var guide = AssessmentGuide(id: id)
    guide.element = element
    guide.version = version
    return guide
  }

  @Test(
    "The guide in force: its own code's, else the function's, the area's, the one to all, ours",
    arguments: [
      (["a AS.2.6 1", "b AS.2 9"], "AS.2.6", "a"), (["a AS.2.6 1", "b AS.2.6 2", "c AS.2 3"], "AS.2.6", "b"),
      (["b AS.2.6 2", "a AS.2.6 1"], "AS.2.6", "b"), (["a AS.2.6 2", "b AS.2.6 2"], "AS.2.6", "b"),
      (["a AS.2 1", "b AS 2"], "AS.2.6", "a"), (["b AS 1", "c  1"], "AS.2.6", "b"), (["c  1"], "AS.2.6", "c"),
      (["a AS.2 1"], "AS.21", "ours-general"), (["a AS.2.6 1"], "AS.2", "ours-general"), ([], "", "ours-general"),
    ])
  func guides(published: [String], code: String, id: String) {
    let guides = published.map { text in
      let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      return Self.guide(words[0], words[1], Int(words[2]) ?? 0)
    }
    #expect(AssessmentGuide.inForce(for: code, among: guides).id == id)
  }

  private static func assessment(_ id: String, _ day: String, _ rating: Int, scale: String = "s") -> Assessment {
    var record = Assessment(id: id)
    record.element = "AS.2.6"
    record.day = day
    record.rating = rating
    record.scale = scale
    return record
  }

  @Test(
    "The latest counts, and is compared with the one before in the same scale",
    arguments: [
      ([("1", "2024-01-01", 2)], "1", "first"),
      ([("1", "2024-01-01", 2), ("2", "2024-02-01", 3)], "2", "+1"),
      ([("1", "2024-02-01", 2), ("2", "2024-01-01", 3)], "1", "-1"),
      ([("2", "2024-01-01", 3), ("1", "2024-01-01", 3)], "2", "same"),
      ([("1", "2024-01-01", 1), ("2", "2024-02-01", 3), ("3", "2024-03-01", 1)], "3", "-2"),
    ])
  func standing(records: [(String, String, Int)], latest: String, change: String) throws {
    let standings = AssessmentStanding.standings(of: records.map { Self.assessment($0.0, $0.1, $0.2) })
    let standing = try #require(standings.first)
    #expect(standings.count == 1 && standing.history.count == records.count)
    #expect(standing.latest.id == latest)
    #expect(standing.change.words == change)
  }

  @Test("Ratings in two scales are not compared")
  func otherScale() {
    let records = [Self.assessment("1", "2024-01-01", 2), Self.assessment("2", "2024-02-01", 3, scale: "t")]
    #expect(AssessmentStanding.standings(of: records).map(\.change) == [.otherScale])
  }

  @Test("A published practice has the words of the offer, and names the agency")
  func practice() {
    var offer = PracticeOffer(id: "o")
    (offer.element, offer.kind, offer.title, offer.text) = ("AS.2.6", "innovation", "Title", "Words")
    (offer.results, offer.measure, offer.contact) = ("Results", "Measure", "Contact")
    let practice = Practice(id: "p", of: offer, from: "inv-a", on: "2024-01-31", by: "Dee")
    // Every field that both have is the same.
    for field in PracticeOffer.fields where field.name != "offered" && field.name != "withdrawn" {
      #expect(Practice.fields.first { $0.name == field.name }?.value(practice) == field.value(offer), "\(field.name)")
    }
    #expect([practice.agency, practice.offer] == ["inv-a", "o"])
    #expect([practice.published, practice.publishedBy] == ["2024-01-31", "Dee"])
  }
}
