import Improvement
import Records
import Reports
import Testing

@Suite("Pages of case reviews and corrective action")
struct ImprovementPageTests {
  private static func review(_ quarter: String, met: Int) -> WholeReview {
    var review = CaseReview(id: quarter)
    (review.title, review.kind, review.quarter) = ("Data <reliability>", CaseReview.reliability, quarter)
    var result = ReviewResult()
    (result.rule, result.reviewed, result.met, result.notMet) = ("data-reliability-orders", 40, met, 40 - met)
    return WholeReview(review: review, results: [result])
  }

  private static func page(_ reviews: [WholeReview]) -> Page {
    let rules = ReviewRule.known(published: [])
    let trend = RuleTrend(of: "data-reliability-orders", kind: CaseReview.reliability, in: reviews)
    return ReviewPage.page(
      reviews[reviews.count - 1], agency: "Invented County A", rules: rules, trends: ["data-reliability-orders": trend])
  }

  @Test(
    "A review says its verdict, and each rule its exact share beside its standard",
    arguments: [(38, "Passed", "| 95 | 95 | passed |"), (37, "Failed", "| 92.5 | 95 | failed |")])
  func verdict(met: Int, word: String, row: String) {
    let text = Self.page([Self.review("FFY 2024 Q2", met: met)]).markdown()
    #expect(text.contains("**\(word):**") && text.contains(row), "\(text)")
    #expect(!text.contains("Percent met by quarter"))
  }

  @Test("Two quarters are drawn, with their figures as a table; the same rows give the same bytes; words are no markup")
  func quarters() {
    let reviews = [Self.review("FFY 2024 Q1", met: 30), Self.review("FFY 2024 Q2", met: 38)]
    let page = Self.page(reviews)
    #expect(page.markdown().contains("| FFY 2024 Q1 | 75 percent |"), "\(page.markdown())")
    let html = page.html()
    #expect(html.contains("<svg") && html.contains("Data &lt;reliability&gt;") && !html.contains("<reliability>"))
    #expect(html == Self.page(reviews).html())
  }

  @Test("A quarter without a review keeps its place, unless that would be years of them")
  func gaps() {
    let near = [Self.review("FFY 2024 Q1", met: 30), Self.review("FFY 2024 Q3", met: 38)]
    let html = Self.page(near).html()
    #expect(html.contains("FFY 2024 Q2"), "\(html)")
    // The figure at the end of the line stands whole, however long the rule's name.
    #expect(html.contains(" 95 percent</text>"), "\(html)")
    let far = [Self.review("FFY 1990 Q1", met: 30), Self.review("FFY 2024 Q3", met: 38)]
    #expect(!Self.page(far).html().contains("FFY 2024 Q2"))
  }

  @Test("An action says what is late in words, and the department's list who is to be looked at")
  func action() throws {
    var step = ActionStep(id: "s")
    (step.text, step.person, step.due) = ("Train staff", "Lee", "2024-03-31")
    var action = CorrectiveAction(id: "1")
    (action.title, action.problem, action.required) = ("Late orders", "Orders are late", 1)
    let whole = WholeAction(action: action, steps: [step])
    let after = try #require(Day("2024-04-01"))
    let before = try #require(Day("2024-03-31"))
    let late = ActionPage.page(whole, agency: "Invented County A", today: after).markdown()
    #expect(late.contains("**Late:**") && late.contains("not started, overdue"), "\(late)")
    let inTime = ActionPage.page(whole, agency: "Invented County A", today: before).markdown()
    #expect(!inTime.contains("overdue") && inTime.contains("Train staff"), "\(inTime)")
    let list = ActionPage.page(of: [("Invented County A", whole)], today: after).markdown()
    #expect(list.contains("| Invented County A | Late orders | open |"), "\(list)")
    #expect(list.contains("| 1 | not yet |"), "\(list)")
  }
}
