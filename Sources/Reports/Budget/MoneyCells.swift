internal import Budgets

extension Page.Cell {
  static func money(_ amount: Money) -> Page.Cell { .number("\(amount)") }
  /// A dash where nobody said an amount.
  static func money(_ amount: Money?) -> Page.Cell { amount.map { .number("\($0)") } ?? .text("–") }
  static func positions(_ count: FTE) -> Page.Cell { .number("\(count)") }
}

extension Page.Column {
  /// A column of figures.
  static func figures(_ header: String) -> Page.Column { Page.Column(header, align: .end) }
}

extension Page.Chart.Figure {
  /// In dollars; the amount is shown to the cent.
  static func money(_ amount: Money) -> Page.Chart.Figure {
    Page.Chart.Figure(Int(amount.cents), over: 100, shown: "$\(amount)")
  }
  static func positions(_ count: FTE) -> Page.Chart.Figure {
    Page.Chart.Figure(count.hundredths, over: 100, shown: "\(count)")
  }
}

extension String {
  /// With a capital letter in front: words of a form at the beginning of a cell.
  var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Page.Chart.Scale {
  static let dollars = Page.Chart.Scale(prefix: "$")
}
