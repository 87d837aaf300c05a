internal import Budgets

extension Page.Cell {
  static func amount(_ money: Money) -> Page.Cell { .number("\(money)") }
  /// A dash where nobody said an amount.
  static func amount(_ money: Money?) -> Page.Cell { money.map { .number("\($0)") } ?? .text("–") }
}

extension Page.Chart.Figure {
  /// "$12.50", "-$12.50".
  init(_ money: Money) {
    let text = "\(money)"
    self.init(
      Int(money.cents), over: 100, shown: text.hasPrefix("-") ? "-$\(text.dropFirst())" : "$\(text)")
  }
}

extension Page.Chart.Scale {
  static let dollars = Page.Chart.Scale(prefix: "$")
}

extension Page.Column {
  static func figures(_ header: String) -> Page.Column { Page.Column(header, align: .end) }
}
