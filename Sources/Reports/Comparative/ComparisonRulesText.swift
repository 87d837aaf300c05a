internal import Measures
internal import Records

/// The rules of a report, in the words of its pages.
enum ComparisonRulesText {
  static func toDate(_ quarter: FederalQuarter) -> Page.Block {
    .note(
      .init(
        .information, word: "Counts to date",
        "The year is not over: this measure says less now than at its end. Only the same quarter of another year can be held "
          + "against it. Thresholds and targets of the whole year wait for the fourth quarter."))
  }

  static func blocks(_ rules: Comparison.Rules) -> [Page.Block] {
    [
      .list([
        "Figures are of the federal fiscal year to date, from the submission of the quarter that was last accepted. Values are "
          + "exact fractions; they are rounded only to be shown, and nothing is decided by a rounded value.",
        "An average is the sum of the numerators over the sum of the denominators. What is missing, too few to show or not "
          + "computable is in no average, and is no zero.",
        "The group of an agency are the agencies of similar caseload; it is held against the others of its group, itself "
          + "left out.",
        "Fewer than \(rules.smallest) (cases or children in the denominator; cases of the agency, where the denominator is "
          + "money) are too few to show.",
        "A trend is \(rules.trendChanges) changes in one direction, one after the other, up to this quarter.",
        "Control limits are \(rules.deviations) standard deviations of chance alone about the mean of the agency's earlier "
          + "quarters shown here, of shares of cases or children. Of many cases they are narrow: outside them says that it "
          + "is no chance, not that it is much.",
        "An outlier is further than one and a half times the distance of the quartiles from the nearer of them, among "
          + "all agencies.",
        "A figure that is worse than what it is held against by more than its tolerance band asks the agency for a look.",
      ])
    ]
  }
}
