public import Records

/// The days of a month of collections (AS.2.6 task 8, FM.2.2). Calendar days are counted; a weekend moves none of them.
public struct CollectionDays: Hashable, Sendable {
  /// `2024-07`.
  public let month: String
  public let lastDay: Day
  /// CS 34 and CS 35 are due the 15th calendar day after the month.
  public let reports: Day
  /// The federal and state share of recoupment is due the 30th calendar day after the month: that of January on 1 or 2 March.
  public let recoupment: Day

  /// nil for what is no month like `2024-07`.
  public init?(_ month: String) {
    guard month.utf8.count == 7, let first = Day(month + "-01"), let reports = first.monthEnd.adding(days: 15),
      let recoupment = first.monthEnd.adding(days: 30)
    else { return nil }
    self.month = month
    lastDay = first.monthEnd
    self.reports = reports
    self.recoupment = recoupment
  }
}

/// A month of collections as it stands: what was sent, and whether what was recouped is what the CS 35 says.
public struct CollectionState: Hashable, Sendable {
  public let days: CollectionDays
  public let record: CollectionMonth
  /// Box 190 of the CS 35; nil where it is not entered.
  public let box190: Money?

  public init(days: CollectionDays, record: CollectionMonth?, figures: [CollectionFigure]) {
    self.days = days
    self.record = record ?? CollectionMonth()
    box190 =
      figures.first { $0.month == days.month && $0.form == FormLine.Form.distributions.rawValue && $0.line == Self.box }
      .map { Money(cents: Int64($0.amount)) }
  }

  public static let box = "190"

  /// The federal and the state share; nil until it is paid.
  public var recouped: Money? {
    record.paid.isEmpty ? nil : Money(cents: Int64(record.federal) + Int64(record.state))
  }

  /// Recouped less Box 190; nil where one of them is not there.
  public var difference: Money? {
    guard let box190, let recouped else { return nil }
    return try? recouped.subtracting(box190)
  }

  public var differs: Bool { difference.map { $0 != .zero } ?? false }

  /// What is late on a day, and what disagrees, in words.
  public func open(on today: Day) -> [String] {
    var open: [String] = []
    for (name, day, due) in [
      ("CS 34", record.cs34, days.reports), ("CS 35", record.cs35, days.reports),
      ("recoupment", record.paid, days.recoupment),
    ] where day.isEmpty && today > due { open.append("\(name) was due on \(due)") }
    if let difference, differs { open.append("recouped less Box 190 is \(difference)") }
    return open
  }
}
