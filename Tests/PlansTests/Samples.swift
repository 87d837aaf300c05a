import Plans

/// Ids that tell their order: 00000001, 00000002, …
final class CountedIDs {
  private var count = 0

  func next() -> String {
    count += 1
    let digits = String(count)
    return "0190a000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }
}

enum Sample {
  static let planID = "0190a000-0000-7000-8000-0000000000aa"

  /// A plan that answers for every initiative, of no agency in particular.
  static func plan() -> Plan {
    Plan(
      id: planID, template: .init(id: "pmp-ffy-2024", version: 1), title: "Plan of Invented County A",
      blocks: [
        Block(
          id: "block-1", goal: 1, objective: 1, position: 1024,
          measurements: [
            Measurement(
              id: "m-1", title: "Collections on current support", baseline: "61.8", target: "63.8", unit: "percent",
              position: 1024),
            Measurement(
              id: "m-2", title: "Orders without wage assignment", baseline: "263", target: "150", position: 2048),
          ],
          tactics: [
            Tactic(
              id: "t-1", initiative: 2, title: "Early calls", leads: "Case team 1",
              strategy: "Call within five days.\n\nThen: write.", status: .inProgress, position: 1024),
            Tactic(
              id: "t-2", topic: "parent outreach and education", title: "Open house", leads: "Outreach",
              strategy: "Twice a year", position: 2048),
          ],
          quarters: [
            QuarterlyText(quarter: 1, text: "240 orders are left."), QuarterlyText(quarter: 2, text: "200 left."),
          ]),
        Block(
          id: "block-2", goal: 2, objective: 1, position: 2048,
          measurements: [
            Measurement(id: "m-3", title: "Forms that one visit needs", baseline: "9", target: "4", position: 1024)
          ],
          tactics: [
            Tactic(
              id: "t-3", initiative: 1, title: "One form", leads: "Forms group", strategy: "Merge the forms.",
              position: 1024)
          ]),
      ])
  }
}
