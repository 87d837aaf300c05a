import Improvement
import Measures
import Records
import Reports
import Testing

@Suite("Pages of targets, risks and oversight reviews")
struct OversightPagesTests {
  static let today = Day(2026, 11, 21)!

  static var targets: [AgreedTarget] {
    var word = Target()
    word.propose("63.8", unit: "percent")
    word.saidBy = "Kim <Lee>"
    var answer = TargetAnswer()
    answer.agree(to: word)
    var other = word
    other.propose("64", unit: "percent")
    return [
      AgreedTarget(year: 2024, measure: "current-support", ofAgency: word, ofDepartment: answer),
      AgreedTarget(year: 2024, measure: "of-another-program", ofAgency: other, ofDepartment: answer),
    ]
  }

  static var review: OversightStanding {
    var review = OversightReview(id: "r")
    review.kind = "data reliability audit"
    review.reported = "2026-11-01"
    var finding = OversightFinding(id: "f")
    finding.review = "r"
    finding.text = "Late & wrong"
    finding.answerDue = "2026-11-20"
    return OversightStanding(review: review, findings: [finding], answers: [])
  }

  static var risks: [Risk] {
    var open = Risk(id: "a")
    open.title = "Server"
    open.likelihood = 2
    open.impact = 5
    var closed = open
    closed.title = "Strike"
    closed.closed = "2026-01-01"
    return [open, closed]
  }

  static var pages: [Page] {
    [
      TargetsPage.page(targets, agency: "Invented County A", year: 2024, dataSet: .standard),
      OversightPage.page(review, agency: "Invented County A", today: today),
      RiskPage.page(risks, agency: "Invented County A", today: today),
    ]
  }

  @Test("What is agreed and what is not stand apart; a measure that is not known stands by its code")
  func targetsPage() {
    let text = Self.pages[0].markdown()
    let parts = text.split(separator: "## Not agreed")
    #expect(parts.count == 2)
    #expect(parts[0].contains("| Collections of current support |  | 63.8 | percent |"))
    #expect(parts[1].contains("of-another-program") && parts[1].contains("the values differ"))
  }

  @Test("A late finding is said in words, above and beside it")
  func oversightPage() {
    let text = Self.pages[1].markdown()
    #expect(text.contains("# Data reliability audit") && text.contains("1 finding has no answer"))
    #expect(text.contains("2026-11-20 (1 day late)"))
    let clean = OversightPage.page(
      OversightStanding(review: Self.review.review, findings: [], answers: []), agency: "A", today: Self.today)
    #expect(clean.markdown().contains("No findings"))
  }

  @Test("The register has open risks by rank, the table of likelihood by impact, and the closed ones apart")
  func riskPage() {
    let text = Self.pages[2].markdown()
    #expect(text.contains("| 1 | Server | 2 | 5 | 10 |") && text.contains("\\#1 (score 10)"))
    #expect(text.contains("| Strike | 2026-01-01 |"))
    #expect(RiskPage.page([], agency: "A", today: Self.today).markdown().contains("No open risks"))
  }

  @Test("The same value gives the same bytes, every table has a caption, and what people wrote is no markup")
  func html() {
    for (first, second) in zip(Self.pages, Self.pages) {
      let html = first.html()
      #expect(html == second.html())
      let markup = PageMarkup(html)
      #expect(markup.all("table").count == markup.all("caption").count && markup.all("h1").count == 1)
      #expect(!html.contains("<Lee>") && !html.contains("Late & wrong"))
    }
  }
}
