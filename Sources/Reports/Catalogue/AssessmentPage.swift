public import Catalogue
public import Improvement
public import Records

/// The self-assessment of one agency by performance area (IOP.4.2): how much of the catalogue is assessed, how it is rated, and
/// each latest assessment with the change since the one before.
public struct AssessmentPage {
  public let agency: String
  public let standings: [AssessmentStanding]
  public let catalogue: Catalogue
  /// All that are known: the department's, and ours.
  public let scales: [RatingScale]
  /// The one in which elements are rated now.
  public let scale: RatingScale
  public let day: Day

  /// - Parameters:
  ///   - agency: shown name.
  ///   - standings: of this agency.
  ///   - day: of which the page is.
  public init(
    agency: String, standings: [AssessmentStanding], catalogue: Catalogue, scales: [RatingScale], scale: RatingScale,
    day: Day
  ) {
    self.agency = agency
    self.standings = standings
    self.catalogue = catalogue
    self.scales = scales
    self.scale = scale
    self.day = day
  }

  public var page: Page {
    let assessed = catalogue.elements.count { standing(of: $0) != nil }
    return Page(
      title: "Self-assessment", name: "Self-assessment of \(agency)",
      subtitle: [agency, "\(day)", "\(assessed) of \(catalogue.elements.count) elements assessed"],
      blocks: [.contents(levels: 1), .section("All areas", overview)] + catalogue.areas.map(section),
      footer: [
        "Ratings are the agency's own (IOP.4.2). \"Change\" is against the assessment before, in the same scale.",
        "Rating scale \"\(scale.title)\": \(scale.source).",
      ])
  }

  // MARK: All areas

  private var overview: [Page.Block] {
    let levels = scale.readLevels ?? []
    func counted(_ name: String, _ counts: (AssessmentStanding?) -> Bool) -> Page.Chart.Series {
      Page.Chart.Series(
        name,
        catalogue.areas.map { area in
          let count = area.elements.count { counts(standing(of: $0)) }
          return Page.Chart.Figure(count, shown: "\(count)")
        })
    }
    var series = levels.map { level in
      counted("\(level.number) \(level.words)") { $0?.latest.scale == scale.id && $0?.latest.rating == level.number }
    }
    let other = counted("other scale") { standing in
      guard let latest = standing?.latest else { return false }
      return latest.scale != scale.id || !levels.contains { $0.number == latest.rating }
    }
    if other.values.contains(where: { $0?.numerator != 0 }) { series.append(other) }
    series.append(counted("not assessed") { $0 == nil })
    return [
      .chart(
        Page.Chart(
          .stackedBars, title: "Elements by performance area and rating", categoryHeader: "Performance area",
          categories: catalogue.areas.map { "\($0.code) \($0.title)" }, series: series))
    ]
  }

  // MARK: One area

  private func section(_ area: Catalogue.Area) -> Page.Block {
    let elements = area.elements
    let assessed = elements.compactMap { element in standing(of: element).map { (element, $0) } }
    let missing = elements.filter { standing(of: $0) == nil }
    guard !assessed.isEmpty else {
      return .section("\(area.code) \(area.title)", [.paragraph("None of \(elements.count) elements assessed.")])
    }
    let table = Page.Table(
      caption: "\(area.title): latest assessments",
      columns: ["Element", "Rating", "Assessed on", "Change", "By whom", "Findings", "Evidence"],
      rows: assessed.map { element, standing in
        let latest = standing.latest
        return [
          .text("\(element.code) \(element.title)"), .text(rating(latest)), .text(latest.day),
          .text(standing.change.words), .text(latest.person), .text(latest.text), .text(latest.evidence),
        ]
      }, hasRowHeaders: true)
    let rest: [Page.Block] =
      missing.isEmpty
      ? [] : [.paragraph("Not assessed yet:"), .list(missing.map { "\($0.code) \($0.title)" })]
    return .section(
      "\(area.code) \(area.title)",
      [.paragraph("\(assessed.count) of \(elements.count) elements assessed."), .table(table)] + rest)
  }

  private func rating(_ assessment: Assessment) -> String {
    let scale = scales.first { $0.id == assessment.scale }
    return scale?.level(assessment.rating).map { "\($0.number) \($0.words)" }
      ?? "\(assessment.rating), of no known level"
  }

  private func standing(of element: Catalogue.Element) -> AssessmentStanding? {
    standings.first { $0.element == element.code }
  }
}
